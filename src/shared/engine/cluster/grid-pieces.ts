import type { CrewJob, JobPlace } from '../kernels/machine.ts';
import { giveBack, takeSlot } from '../kernels/slots.ts';
import { viewsOf } from '../kernels/views.ts';
import { gridPlanAt, gridWord, pairsOf, scratchParts, spanRows } from './grid-plan.ts';
import { tileRowsOf } from './kmeans-plan.ts';

interface Piece {
  readonly plan: Int32Array<SharedArrayBuffer>;
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly rows: number;
  readonly columns: number;
  readonly tileRows: number;
  readonly delta: number;
  /** The buffer with the columns of the matrix, one after another, and the byte at which they begin. */
  readonly data: Float64Array;
  readonly dataFrom: number;
}

/** A slot's scratch: where its parts are. */
type Scratch = ReturnType<typeof scratchParts>;

/** Numbers of all jobs: plan, where the matrix begins in the shared buffer. */
const inPiece = (index: number, place: JobPlace, use: (piece: Piece, scratch: Scratch) => void): void => {
  const { memory, numbers, shared } = place;
  const at = numbers[0]!;
  const plan = gridPlanAt(memory.buffer, at);
  const rows = plan[gridWord.rows]!;
  const columns = plan[gridWord.columns]!;
  const from = index * plan[gridWord.pieceRows]!;
  const to = Math.min(rows, from + plan[gridWord.pieceRows]!);
  const delta = plan[gridWord.deltas]! + index * plan[gridWord.deltaStep]!;
  const taken = plan[gridWord.taken]!;
  const slot = takeSlot(memory.buffer, taken, plan[gridWord.slots]!);
  try {
    const base = plan[gridWord.scratch]! + slot * plan[gridWord.scratchStep]!;
    const { list, changes, undecided, tile, rows: flat, end } = scratchParts(columns);
    const scratch: Scratch = {
      list: base + list,
      changes: base + changes,
      undecided: base + undecided,
      tile: base + tile,
      rows: base + flat,
      end: base + end,
    };
    const piece = { plan, at, from, to, rows, columns, tileRows: tileRowsOf(columns), delta };
    use({ ...piece, data: viewsOf(shared!).doubles, dataFrom: numbers[1]! }, scratch);
  } finally {
    giveBack(memory.buffer, taken, slot);
  }
};

/** Copies rows of the matrix into the tile, column by column. */
const takeTile = (
  { rows, columns, tileRows, dataFrom }: Piece,
  { tile }: Scratch,
  { memory, copy, shared }: JobPlace,
  start: number,
  end: number,
): void => {
  for (let j = 0; j < columns; j += 1) {
    const column = dataFrom + j * rows * 8;
    copy(memory.buffer, tile + j * tileRows * 8, shared!, column + start * 8, column + end * 8);
  }
};

/** Takes the rows in, tile by tile through a buffer that stays in the cache, and gives them their nearest centroid. */
export const gridIntakePiece: CrewJob = (index, place) =>
  inPiece(index, place, (piece, scratch) => {
    const { plan, at, from, to, columns, tileRows, delta } = piece;
    const { list, changes, undecided, tile, rows } = scratch;
    const { clearMoments, turnTile, sumTile } = place.kernels('kmeans-grid-intake');
    const { assignRows, clearDelta, decideRows } = place.kernels('kmeans-grid');
    const { buffer } = place.memory;
    const moments = plan[gridWord.moments]! + index * columns * 32;
    const { ints } = viewsOf(buffer);
    const open = (undecided - 4) >> 2;
    let count = 0;
    clearMoments!(at, moments);
    clearDelta!(at, delta);
    for (let start = from; start < to && !place.cancelled(); start += tileRows) {
      const end = Math.min(to, start + tileRows);
      takeTile(piece, scratch, place, start, end);
      turnTile!(at, tile, tileRows, start, end, rows, moments);
      const next = assignRows!(at, start, end, list, changes, undecided);
      decideRows!(at, undecided, ints[open]!, rows, start, next);
      sumTile!(at, plan[gridWord.k]!, start, end, rows, delta);
      count += ints[open]!;
    }
    ints[(plan[gridWord.undecided]! >> 2) + index] = count;
  });

/** A matrix up to this size is in the processor's cache. */
const cachedBytes = 16 * 1_048_576;

/**
 * Gathers rows by a list of their numbers, row-major in whole pairs of columns.
 * @param list where the list begins in kernel memory, i32, each `step` numbers apart
 * @param into where the rows go
 */
type GatherRows = (piece: Piece, place: JobPlace, list: number, step: number, count: number, into: number) => void;

/** Where the matrix is in the cache: a column at a time, so that nothing but its rows is looked up. */
const gatherByColumn: GatherRows = ({ rows, columns, data, dataFrom }, { memory }, list, step, count, into) => {
  const { ints, doubles } = viewsOf(memory.buffer);
  const width = pairsOf(columns) * 2;
  for (let j = 0; j < columns; j += 1) {
    const column = (dataFrom >> 3) + j * rows;
    let to = (into >> 3) + j;
    let at = list >> 2;
    for (let i = 0; i < count; i += 1) {
      doubles[to] = data[column + ints[at]!]!;
      to += width;
      at += step;
    }
  }
};

/** Where it is not: four columns of a row at a time, for memory answers many questions at once, each one slowly. */
const gatherByRow: GatherRows = ({ rows, columns, data, dataFrom }, { memory }, list, step, count, into) => {
  const { ints, doubles } = viewsOf(memory.buffer);
  const fours = columns & ~3;
  const odd = columns & 1;
  let to = into >> 3;
  for (let i = 0; i < count; i += 1) {
    let at = (dataFrom >> 3) + ints[(list >> 2) + i * step]!;
    let j = 0;
    for (; j < fours; j += 4) {
      doubles[to] = data[at]!;
      doubles[to + 1] = data[at + rows]!;
      doubles[to + 2] = data[at + 2 * rows]!;
      doubles[to + 3] = data[at + 3 * rows]!;
      at += 4 * rows;
      to += 4;
    }
    for (; j < columns; j += 1) {
      doubles[to] = data[at]!;
      at += rows;
      to += 1;
    }
    to += odd;
  }
};

/** Gives the rows their nearest centroid. */
export const gridAssignPiece: CrewJob = (index, place) =>
  inPiece(index, place, (piece, scratch) => {
    const { plan, at, from, to, columns, tileRows, delta } = piece;
    const { list, changes, undecided, rows } = scratch;
    const { assignRows, clearDelta, decideRows, moveRows, refineRows } = place.kernels('kmeans-grid');
    const { buffer } = place.memory;
    const { ints } = viewsOf(buffer);
    const open = (undecided - 4) >> 2;
    const refines = plan[gridWord.pairSlacks] !== 0;
    const gatherRows = piece.rows * columns * 8 > cachedBytes ? gatherByRow : gatherByColumn;
    let total = 0;
    clearDelta!(at, delta);
    for (let start = from; start < to && !place.cancelled(); start += spanRows) {
      const end = Math.min(to, start + spanRows);
      let next = assignRows!(at, start, end, list, changes, undecided);
      if (refines) next = refineRows!(at, undecided, rows, next);
      const count = ints[open]!;
      total += count;
      for (let i = 0; i < count; i += tileRows) {
        const some = Math.min(tileRows, count - i);
        gatherRows(piece, place, undecided + i * 4, 1, some, rows);
        next = decideRows!(at, undecided + i * 4, some, rows, -1, next);
      }
      const changed = (next - changes) / 8;
      for (let i = 0; i < changed; i += tileRows) {
        const some = Math.min(tileRows, changed - i);
        gatherRows(piece, place, changes + i * 8, 2, some, rows);
        moveRows!(at, changes + i * 8, some, rows, delta);
      }
    }
    ints[(plan[gridWord.undecided]! >> 2) + index] = total;
  });

/** The inertia by the rows themselves. */
export const gridInertiaPiece: CrewJob = (index, place) =>
  inPiece(index, place, (piece, scratch) => {
    const { plan, at, from, to, tileRows } = piece;
    const { tile, rows } = scratch;
    const { turnRows, inertiaOfTile } = place.kernels('kmeans-grid-intake');
    let sum = 0;
    for (let start = from; start < to && !place.cancelled(); start += tileRows) {
      const end = Math.min(to, start + tileRows);
      takeTile(piece, scratch, place, start, end);
      turnRows!(at, tile, tileRows, end - start, rows);
      sum += inertiaOfTile!(at, plan[gridWord.centroids]!, start, end, rows);
    }
    viewsOf(place.memory.buffer).doubles[(plan[gridWord.inertias]! >> 3) + index] = sum;
  });
