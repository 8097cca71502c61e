import { type Arena, arenaBytes, withArena } from '../kernels/arena.ts';
import type { Machine } from '../kernels/machine.ts';
import { type Progress, part } from '../progress.ts';
import { wardPieceBranches } from './ward-piece.ts';
import type { WardSearch, WardState } from './ward-state.ts';

/** Places in the plan, as `assembly/lib/ward-plan.ts` has them, in integers. */
const at = {
  columns: 0,
  stride: 1,
  reach: 2,
  leaves: 3,
  levels: 4,
  centres: 5,
  weights: 6,
  origin: 7,
  idOf: 8,
  slotOf: 9,
  leafData: 10,
  into: 11,
  partner: 12,
  found: 13,
  costs: 14,
  ids: 15,
  bounds: 16,
  slack: 18,
  keys: 20,
  touched: 21,
  level: 24,
  integers: 32,
};

/** Groups of each level over that many leaves. */
const groupsOver = (leaves: number): number[] => {
  const groups = [Math.ceil(leaves / 16)];
  while (groups.at(-1)! > 1) groups.push(Math.ceil(groups.at(-1)! / 16));
  return groups;
};

const scratchBytes = (columns: number): number => Math.ceil((960 + 4 * columns) / 64) * 64;

const sizesFor = (count: number, columns: number, reach: number) => {
  const leaves = Math.ceil(count / 16);
  const groups = groupsOver(leaves);
  const boxes = groups.reduce((sum, some) => sum + some, 0);
  return {
    leaves,
    groups,
    stride: columns + (columns % 2),
    leafFloats: leaves * 16 * (columns + 1),
    groupFloats: 16 * (2 * columns + 1),
    boxes,
    pieces: Math.ceil(count / wardPieceBranches),
    reach,
  };
};

const bytesFor = (count: number, columns: number, reach: number): number => {
  const { leaves, groupFloats, leafFloats, boxes, stride, pieces } = sizesFor(count, columns, reach);
  return arenaBytes(
    at.integers * 4,
    count * stride * 8,
    count * 8,
    columns * 8,
    leaves * 16 * 4,
    count * 4,
    leafFloats * 4,
    count * 4,
    count * 4,
    count * 4,
    count * reach * 8,
    count * reach * 4,
    count * 8,
    leaves * 16 * 4,
    leaves + boxes + 1,
    ...groupsOver(leaves).map((some) => some * groupFloats * 4),
    count * 4,
    pieces * scratchBytes(columns),
  );
};

interface KernelPlan {
  readonly state: WardState;
  /** To be called once the centres and weights are filled in. */
  createSearch(progress: Progress): WardSearch;
}

const layOut = (machine: Machine, arena: Arena, count: number, columns: number, reach: number): KernelPlan => {
  const sizes = sizesFor(count, columns, reach);
  const { stride, groups, groupFloats } = sizes;
  const plan = arena.i32(at.integers);
  const centres = arena.f64(count * stride);
  const weights = arena.f64(count);
  const origin = arena.f64(columns);
  const idOf = arena.i32(sizes.leaves * 16);
  const slotOf = arena.i32(count);
  const leafData = arena.f32(sizes.leafFloats);
  const into = arena.i32(count);
  const partner = arena.i32(count);
  const found = arena.i32(count);
  const costs = arena.f64(count * reach);
  const ids = arena.i32(count * reach);
  const bounds = arena.f64(count);
  const keys = arena.f32(sizes.leaves * 16);
  const touched = arena.u8(sizes.leaves + sizes.boxes + 1);
  const levels = groups.map((some) => arena.f32(some * groupFloats));
  const list = arena.i32(count);
  const scratchSize = scratchBytes(columns);
  const scratch = arena.u8(sizes.pieces * scratchSize);
  const state: WardState = {
    count,
    columns,
    stride,
    reach,
    centres: centres.view,
    weights: weights.view,
    into: into.view,
    partner: partner.view,
    found: found.view,
    costs: costs.view,
    ids: ids.view,
    bounds: bounds.view,
  };
  const p = plan.view;
  p[at.columns] = columns;
  p[at.stride] = stride;
  p[at.reach] = reach;
  for (const [place, { at: pointer }] of [
    [at.centres, centres],
    [at.weights, weights],
    [at.origin, origin],
    [at.idOf, idOf],
    [at.slotOf, slotOf],
    [at.leafData, leafData],
    [at.into, into],
    [at.partner, partner],
    [at.found, found],
    [at.costs, costs],
    [at.ids, ids],
    [at.bounds, bounds],
    [at.keys, keys],
    [at.touched, touched],
    ...levels.map((level, i) => [at.level + i, level] as const),
  ] as const)
    p[place] = pointer;
  touched.view.fill(0);

  const createSearch = (progress: Progress): WardSearch => {
    const boxes = machine.kernels('ward-boxes', arena.memory);
    const { nearest } = machine.kernels('ward', arena.memory);
    let slack = 0;
    for (let j = 0; j < columns; j += 1) {
      let low = Number.POSITIVE_INFINITY;
      let high = Number.NEGATIVE_INFINITY;
      for (let k = j; k < count * stride; k += stride) {
        low = Math.min(low, centres.view[k]!);
        high = Math.max(high, centres.view[k]!);
      }
      origin.view[j] = low + (high - low) / 2;
      slack += (high - low) ** 2;
    }
    // Each rounded coordinate is off by at most 2⁻²⁴ of half the range, a difference of two by twice that.
    new Float64Array(arena.memory.buffer, plan.at + at.slack * 4, 1)[0] = Math.sqrt(slack) * 2 ** -23;
    /** Slots in use, gaps included. */
    let slots = 0;
    const build = (ids: Int32Array): void => {
      slots = ids.length;
      idOf.view.set(ids);
      const leaves = Math.ceil(slots / 16);
      p[at.leaves] = leaves;
      p[at.levels] = groupsOver(leaves).length;
      boxes.build!(plan.at, slots);
    };
    /** Those looked at in the order of their slots, so that neighbours come one after another. */
    const inOrder = (looked: Int32Array): void => {
      if (looked.length > slots / 32) {
        const marks = new Uint8Array(slots);
        for (const id of looked) marks[slotOf.view[id]!] = 1;
        let length = 0;
        for (let slot = 0; slot < slots; slot += 1)
          if (marks[slot] === 1) {
            list.view[length] = idOf.view[slot]!;
            length += 1;
          }
      } else
        list.view.set(
          looked
            .map((id) => slotOf.view[id]!)
            .sort()
            .map((slot) => idOf.view[slot]!),
        );
    };
    build(Int32Array.from({ length: count }, (_, id) => id));
    const quiet = part(progress, 0, 0);
    return {
      find: (looked) => {
        inOrder(looked);
        if (looked.length < 2 * wardPieceBranches) nearest!(plan.at, list.at, 0, looked.length, scratch.at);
        else
          machine.run(
            'wardPiece',
            arena.memory,
            Math.ceil(looked.length / wardPieceBranches),
            [plan.at, list.at, looked.length, scratch.at, scratchSize],
            quiet,
          );
      },
      joined: (kept, gone) => {
        const one = slotOf.view[kept]!;
        const other = slotOf.view[gone]!;
        idOf.view[other] = -1;
        boxes.place!(plan.at, one);
        boxes.place!(plan.at, other);
      },
      settle: (left) => {
        if (left > 0.75 * slots) boxes.refit!(plan.at);
        else build(idOf.view.slice(0, slots).filter((id) => id >= 0));
      },
    };
  };
  return { state, createSearch };
};

/** Runs `use` over a state whose search is done by kernels; null where there is not memory enough. */
export const withWardKernels = <Result>(
  machine: Machine,
  count: number,
  columns: number,
  reach: number,
  use: (plan: KernelPlan) => Result,
): Result | null =>
  withArena(machine, bytesFor(count, columns, reach), (arena) => use(layOut(machine, arena, count, columns, reach)));
