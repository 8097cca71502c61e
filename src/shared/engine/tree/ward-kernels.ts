import { withArena } from '../kernels/arena.ts';
import type { KernelMemory, Machine } from '../kernels/machine.ts';
import { layOutWard, type WardLayout, wardBytes } from './ward-layout.ts';
import { wardPieceBranches } from './ward-piece.ts';
import type { WardSearch, WardState } from './ward-state.ts';

/** Branches looked at between two reports. */
const betweenReports = 8192;

/** The branches as a piece of work wants them: in the order of their slots, so that neighbours follow one another. */
const putInOrder = ({ idOf, slotOf, list }: WardLayout, looked: Int32Array, slots: number): void => {
  if (looked.length * 32 < slots) {
    const places = looked.map((id) => slotOf.view[id]!).sort();
    for (let i = 0; i < places.length; i += 1) list.view[i] = idOf.view[places[i]!]!;
    return;
  }
  const marks = new Uint8Array(slots);
  for (const id of looked) marks[slotOf.view[id]!] = 1;
  let length = 0;
  for (let slot = 0; slot < slots; slot += 1) {
    if (marks[slot] === 0) continue;
    list.view[length] = idOf.view[slot]!;
    length += 1;
  }
};

const rangeOf = ({ centres, count, columns, stride }: WardState): [Float64Array, Float64Array] => {
  const lows = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
  const highs = new Float64Array(columns).fill(Number.NEGATIVE_INFINITY);
  for (let id = 0; id < count; id += 1)
    for (let j = 0; j < columns; j += 1) {
      const value = centres[id * stride + j]!;
      lows[j] = Math.min(lows[j]!, value);
      highs[j] = Math.max(highs[j]!, value);
    }
  return [lows, highs];
};

/** A search by kernels through a tree of boxes, which is grown anew each time a quarter has joined. */
const createWardSearch = (machine: Machine, memory: KernelMemory, layout: WardLayout): WardSearch => {
  const { state, plan, list, idOf, slotOf, scratch, scratchSize } = layout;
  const boxes = machine.kernels('ward-boxes', memory);
  const { nearest } = machine.kernels('ward', memory);
  /** In use, gaps included. */
  let slots = 0;
  const build = (ids: Int32Array): void => {
    slots = ids.length;
    idOf.view.set(ids);
    layout.setSlots(slots);
    boxes.build!(plan, slots);
  };
  layout.setRange(...rangeOf(state));
  build(Int32Array.from({ length: state.count }, (_, id) => id));
  return {
    find: (looked, progress) => {
      const { length } = looked;
      putInOrder(layout, looked, slots);
      if (length <= wardPieceBranches) nearest!(plan, list.at, 0, length, scratch);
      else
        for (let from = 0; from < length; from += betweenReports) {
          const count = Math.min(betweenReports, length - from);
          const numbers = [plan, list.at + 4 * from, count, scratch, scratchSize];
          machine.run('wardPiece', memory, Math.ceil(count / wardPieceBranches), numbers, progress);
          progress.report((from + count) / length);
        }
    },
    joined: (kept, gone) => {
      const place = slotOf.view[kept]!;
      const gap = slotOf.view[gone]!;
      idOf.view[gap] = -1;
      boxes.place!(plan, place);
      boxes.place!(plan, gap);
    },
    settle: (left) => {
      if (left > 0.75 * slots) boxes.refit!(plan);
      else build(idOf.view.slice(0, slots).filter((id) => id >= 0));
    },
  };
};

/**
 * Runs `use` over a state in kernel memory; once that is filled in, it gets the search. null where there is not memory
 * enough.
 */
export const withWardKernels = <Result>(
  machine: Machine,
  { count, columns, reach }: { readonly count: number; readonly columns: number; readonly reach: number },
  use: (state: WardState, createSearch: () => WardSearch) => Result,
): Result | null => {
  const shape = {
    count,
    columns,
    reach,
    visitors: 0,
    pieces: Math.ceil(Math.min(count, betweenReports) / wardPieceBranches),
  };
  return withArena(machine, wardBytes(shape), (arena) => {
    const layout = layOutWard(arena, shape);
    return use(layout.state, () => createWardSearch(machine, arena.memory, layout));
  });
};
