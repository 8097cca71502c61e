import { type Arena, arenaBytes, withArena } from '../kernels/arena.ts';
import type { Machine } from '../kernels/machine.ts';
import { sixteens } from '../kernels/sixteens.ts';
import type { Matrix } from '../matrix.ts';
import type { Progress } from '../progress.ts';
import { rowMajor } from '../rows.ts';
import { axesOf, type LeadingCoordinates, leadingCoordinates } from './leading-coordinates.ts';
import { kindOf } from './linkage-places.ts';
import type { MatrixLinkage } from './linkage-share.ts';
import { type Branches, closeSlots, fullSlots } from './nearest-chain.ts';
import { followRounds, type WideGround } from './reciprocal-rounds.ts';

/** With so few branches, or one so large, the distances of all pairs of branches are the shorter way. */
export const branchesFrom = 1500;
const largestBranch = 1000;
/** So are they once looking at rows takes more than this many pairs of them for each branch and merge. */
const pairsPerBranch = 6;
/** Slots of a piece. */
const pieceSlots = 8;

/** The rows that each branch holds. */
export interface Members {
  /** Slot → its first row. */
  readonly head: Int32Array;
  /** Row → the next one of its branch; −1 for the last. */
  readonly next: Int32Array;
  /** Of each row in its branch, where the linkage weighs them. */
  readonly weights: Float64Array;
}

const placeAll = (arena: Arena, rows: number, columns: number, threads: number) => ({
  points: arena.f64(rows * columns),
  centres: arena.f64(rows * columns),
  leading: arena.f32(sixteens(rows) * axesOf(columns)),
  spreads: arena.f32(sixteens(rows)),
  list: arena.i32(rows),
  looked: arena.f64(rows),
  taken: arena.i32(threads),
  bounds: arena.f32(sixteens(rows) * threads),
  nn: arena.f64(sixteens(rows)),
  nd: arena.f64(sixteens(rows)),
  sizes: arena.f64(rows),
  held: arena.f64(rows),
  weights: arena.f64(rows),
  head: arena.i32(rows),
  next: arena.i32(rows),
});
type Places = ReturnType<typeof placeAll>;

const bytesOf = (rows: number, columns: number, threads: number): number =>
  arenaBytes(
    ...[rows * columns * 8, rows * columns * 8, sixteens(rows) * axesOf(columns) * 4],
    ...[sixteens(rows) * 4, rows * 4, rows * 8, threads * 4, sixteens(rows) * threads * 4],
    ...[sixteens(rows) * 8, sixteens(rows) * 8],
    ...[rows * 8, rows * 8, rows * 8, rows * 4, rows * 4],
  );

/** Fills up to a multiple of 16 with empty slots. */
const fillUp = ({ spreads, nn }: Places, count: number): void => {
  for (let slot = count; slot < sixteens(count); slot += 1) {
    spreads.view[slot] = Number.POSITIVE_INFINITY;
    nn.view[slot] = -1;
  }
};

interface Work {
  readonly machine: Machine;
  readonly arena: Arena;
  readonly places: Places;
  readonly matrix: Matrix;
  readonly linkage: MatrixLinkage;
  readonly branches: Branches;
  /** Slot → its last row. */
  readonly tail: Int32Array;
  /** How far the rows of a slot are from its centre, squared, on average; 0 where that does not count. */
  readonly spread: Float64Array;
  readonly leading: LeadingCoordinates;
}

const start = ({ places, matrix, linkage, branches, leading: { along } }: Work): void => {
  const { points, centres, leading, spreads, nn, nd, sizes, held, weights, head, next } = places;
  const { rows, columns } = matrix;
  const axes = axesOf(columns);
  points.view.set(rowMajor(matrix));
  centres.view.set(points.view);
  leading.view.fill(0);
  for (let axis = 0; axis < axes; axis += 1)
    for (let row = 0; row < rows; row += 1) leading.view[axis * sixteens(rows) + row] = along[row * axes + axis]!;
  spreads.view.fill(0);
  nn.view.fill(-1);
  nd.view.fill(-1);
  sizes.view.set(branches.sizes);
  held.view.fill(1);
  if (linkage === 'average') weights.view.set(branches.sizes);
  else weights.view.fill(1);
  for (let row = 0; row < rows; row += 1) head.view[row] = row;
  next.view.fill(-1);
  fillUp(places, rows);
};

/** What is near, by bounds first; `spent` counts the pairs of rows that were looked at. */
const groundOf = (work: Work, progress: Progress): { ground: WideGround; spent: { pairs: number } } => {
  const { machine, arena, places, matrix, linkage, branches, tail, spread, leading: known } = work;
  const { points, centres, leading, nn, nd, spreads, bounds, sizes, held, weights, head, next } = places;
  const { list, looked, taken } = places;
  const { rows, columns } = matrix;
  const axisLength = sixteens(rows);
  const { nearestBranches } = machine.kernels('branches', arena.memory);
  const members = [points.at, columns, head.at, next.at, weights.at, sizes.at, kindOf(linkage), centres.at];
  const axes = axesOf(columns);
  const rest = [leading.at, axes, axisLength * 4, spreads.at, known.slack];
  const spent = { pairs: 0 };

  const look = (slots: readonly number[]): void => {
    list.view.set(slots);
    const numbers = [...members, ...rest, branches.count, held.at, nn.at, nd.at, looked.at];
    if (slots.length <= pieceSlots) nearestBranches!(list.at, 0, slots.length, ...numbers, bounds.at);
    else {
      const workBytes = sixteens(rows) * 4;
      machine.run(
        'nearestBranchesPiece',
        arena.memory,
        Math.ceil(slots.length / pieceSlots),
        [slots.length, pieceSlots, taken.at, machine.threads, bounds.at, workBytes, list.at, ...numbers],
        progress,
      );
    }
    for (const slot of slots) spent.pairs += looked.view[slot]!;
  };

  const join = (low: number, high: number): void => {
    const one = sizes.view[low]!;
    const other = sizes.view[high]!;
    const share = linkage === 'weighted' ? 0.5 : other / (one + other);
    let square = 0;
    for (let a = low * columns, b = high * columns, j = 0; j < columns; j += 1) {
      const difference = centres.view[b + j]! - centres.view[a + j]!;
      square += difference * difference;
      centres.view[b + j] = centres.view[a + j]! + difference * share;
    }
    for (let axis = 0; axis < axes; axis += 1) {
      const at = high * axes + axis;
      known.along[at] = known.along[low * axes + axis]! * (1 - share) + known.along[at]! * share;
      leading.view[axis * axisLength + high] = known.along[at]!;
    }
    if (linkage === 'complete') {
      spread[high] = spread[low]! * (1 - share) + spread[high]! * share + share * (1 - share) * square;
      spreads.view[high] = spread[high]!;
    }
    spreads.view[low] = Number.POSITIVE_INFINITY;
    if (linkage === 'weighted')
      for (const slot of [low, high])
        for (let row = head.view[slot]!; row >= 0; row = next.view[row]!) weights.view[row]! *= 0.5;
    next.view[tail[low]!] = head.view[high]!;
    head.view[high] = head.view[low]!;
    sizes.view[high] = one + other;
    held.view[high]! += held.view[low]!;
  };
  return { ground: { nn: nn.view, nd: nd.view, look, join }, spent };
};

/** Closes up to the slots that are not empty. */
const close = ({ places, matrix: { rows, columns }, branches, tail, spread, leading: { along } }: Work): void => {
  const { centres, leading, nn, nd, spreads, sizes, held, head } = places;
  const axes = axesOf(columns);
  const axisLength = sixteens(rows);
  const full = fullSlots(branches);
  for (let i = 0; i < full.length; i += 1) {
    const slot = full[i]!;
    if (slot === i) continue;
    centres.view.copyWithin(i * columns, slot * columns, (slot + 1) * columns);
    along.copyWithin(i * axes, slot * axes, (slot + 1) * axes);
    for (let axis = 0; axis < axes; axis += 1)
      leading.view[axis * axisLength + i] = leading.view[axis * axisLength + slot]!;
    spreads.view[i] = spreads.view[slot]!;
    sizes.view[i] = sizes.view[slot]!;
    held.view[i] = held.view[slot]!;
    head.view[i] = head.view[slot]!;
    tail[i] = tail[slot]!;
    spread[i] = spread[slot]!;
  }
  closeSlots(branches, full, nn.view, nd.view);
  fillUp(places, branches.count);
};

/**
 * The first merges of an average, complete or weighted tree, without the distances of all pairs of rows: two branches
 * are at least as far apart as their centres (by Jensen's inequality; for complete linkage their spreads come on top),
 * and these as far as along a few axes, so the rows of a few have to be looked at. It leaves off where all pairs of
 * branches are the shorter way, and gives what each branch holds. Null where the machine has not the memory.
 * O(rows × columns) memory.
 * @throws AppError `cancelled`
 */
export const linkByBounds = (
  machine: Machine,
  matrix: Matrix,
  linkage: MatrixLinkage,
  branches: Branches,
  progress: Progress,
): Members | null => {
  const { rows, columns } = matrix;
  const leading = leadingCoordinates(machine, matrix, axesOf(columns), {
    report: () => {},
    cancelled: () => progress.cancelled(),
  });
  if (leading === null) return null;
  const { threads } = machine;
  return withArena(machine, bytesOf(rows, columns, threads), (arena) => {
    const places = placeAll(arena, rows, columns, threads);
    places.taken.view.fill(0);
    const tail = Int32Array.from({ length: rows }, (_, row) => row);
    const spread = new Float64Array(rows);
    const work: Work = { machine, arena, places, matrix, linkage, branches, tail, spread, leading };
    start(work);
    const { ground, spent } = groundOf(work, progress);
    const isOver = (merges: number): boolean => {
      if (branches.empty * 8 > branches.count) close(work);
      const left = branches.count - branches.empty;
      const isDear = spent.pairs > (merges || left) * left * pairsPerBranch;
      spent.pairs = 0;
      return left <= branchesFrom || isDear || places.held.view.some((size) => size > largestBranch);
    };
    followRounds(branches, ground, isOver, progress);
    close(work);
    return {
      head: places.head.view.slice(0, branches.count),
      next: places.next.view.slice(),
      weights: places.weights.view.slice(),
    };
  });
};
