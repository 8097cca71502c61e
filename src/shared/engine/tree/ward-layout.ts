import { type Arena, arenaBytes, type Placed } from '../kernels/arena.ts';
import type { WardState } from './ward-state.ts';

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

export interface WardShape {
  readonly count: number;
  readonly columns: number;
  /** Most candidates a branch keeps. */
  readonly reach: number;
  /** Centres beside those of branches: points whose nearest branch is asked for. */
  readonly visitors: number;
  /** Pieces that are worked on at a time. */
  readonly pieces: number;
}

/** Groups of each level over that many leaves. */
const groupsOver = (leaves: number): number[] => {
  const groups = [Math.ceil(leaves / 16)];
  while (groups.at(-1)! > 1) groups.push(Math.ceil(groups.at(-1)! / 16));
  return groups;
};

const sizesOf = ({ count, columns, reach, visitors, pieces }: WardShape) => {
  const stride = columns + (columns % 2);
  const leaves = Math.ceil(count / 16);
  const groups = groupsOver(leaves);
  const scratch = Math.ceil((960 + 4 * columns) / 64) * 64;
  return {
    stride,
    groups,
    scratch,
    f64: {
      centres: (count + visitors) * stride,
      weights: count + visitors,
      origin: columns,
      costs: count * reach,
      bounds: count,
    },
    f32: { leafData: leaves * 16 * (columns + 1), keys: leaves * 16 },
    i32: {
      plan: at.integers,
      idOf: leaves * 16,
      slotOf: count,
      into: count,
      partner: count,
      found: count,
      ids: count * reach,
      list: count,
    },
    levels: groups.map((some) => some * 16 * (2 * columns + 1)),
    touched: leaves + groups.reduce((sum, some) => sum + some, 1),
    scratches: pieces * scratch,
  };
};

/** Bytes of an arena that `layOutWard` lays everything out in. */
export const wardBytes = (shape: WardShape): number => {
  const { f64, f32, i32, levels, touched, scratches } = sizesOf(shape);
  return arenaBytes(
    ...Object.values(f64).map((size) => size * 8),
    ...[...Object.values(f32), ...Object.values(i32), ...levels].map((size) => size * 4),
    touched,
    scratches,
  );
};

const placeAll = <Name extends string, Place>(sizes: Readonly<Record<Name, number>>, take: (size: number) => Place) =>
  Object.fromEntries(Object.entries<number>(sizes).map(([name, size]) => [name, take(size)])) as Record<Name, Place>;

export interface WardLayout {
  readonly state: WardState;
  /** Pointer to the plan, for kernels. */
  readonly plan: number;
  readonly idOf: Placed<Int32Array>;
  readonly slotOf: Placed<Int32Array>;
  /** Room for a list of branches. */
  readonly list: Placed<Int32Array>;
  readonly scratch: number;
  /** Bytes of one piece's scratch. */
  readonly scratchSize: number;
  /** Tells the least and greatest number of each column that anything may have. */
  setRange(lows: ArrayLike<number>, highs: ArrayLike<number>): void;
  /** Tells how many slots are in use. */
  setSlots(slots: number): void;
}

export const layOutWard = (arena: Arena, shape: WardShape): WardLayout => {
  const { columns, reach, count } = shape;
  const sizes = sizesOf(shape);
  const doubles = placeAll(sizes.f64, arena.f64);
  const floats = placeAll(sizes.f32, arena.f32);
  const integers = placeAll(sizes.i32, arena.i32);
  const levels = sizes.levels.map((size) => arena.f32(size));
  const touched = arena.u8(sizes.touched);
  const scratch = arena.u8(sizes.scratches);
  const { plan, idOf, slotOf, list, into, partner, found, ids } = integers;
  const { centres, weights, origin, costs, bounds } = doubles;
  const p = plan.view;
  p[at.columns] = columns;
  p[at.stride] = sizes.stride;
  p[at.reach] = reach;
  const placed = { ...doubles, ...floats, idOf, slotOf, into, partner, found, ids, touched };
  for (const [name, { at: pointer }] of Object.entries(placed)) p[at[name as keyof typeof placed]] = pointer;
  levels.forEach((level, i) => {
    p[at.level + i] = level.at;
  });
  touched.view.fill(0);
  return {
    state: {
      count,
      columns,
      stride: sizes.stride,
      reach,
      centres: centres.view,
      weights: weights.view,
      into: into.view,
      partner: partner.view,
      found: found.view,
      costs: costs.view,
      ids: ids.view,
      bounds: bounds.view,
    },
    plan: plan.at,
    idOf,
    slotOf,
    list,
    scratch: scratch.at,
    scratchSize: sizes.scratch,
    setRange: (lows, highs) => {
      let squares = 0;
      for (let j = 0; j < columns; j += 1) {
        const range = highs[j]! - lows[j]!;
        origin.view[j] = lows[j]! + range / 2;
        squares += range ** 2;
      }
      // Each rounded coordinate is off by at most 2⁻²⁴ of half the range, a difference of two by twice that.
      new Float64Array(arena.memory.buffer, plan.at + at.slack * 4, 1)[0] = Math.sqrt(squares) * 2 ** -23;
    },
    setSlots: (slots) => {
      const leaves = Math.ceil(slots / 16);
      p[at.leaves] = leaves;
      p[at.levels] = groupsOver(leaves).length;
    },
  };
};
