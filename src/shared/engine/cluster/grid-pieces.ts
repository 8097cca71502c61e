import type { CrewJob, JobPlace } from '../kernels/machine.ts';
import { giveBack, takeSlot } from '../kernels/slots.ts';
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
  /** The columns of the matrix, one after another. */
  readonly data: Float64Array;
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
  const data = new Float64Array(shared!, numbers[1]!, rows * columns);
  const taken = new Int32Array(memory.buffer, plan[gridWord.taken]!, plan[gridWord.slots]!);
  const slot = takeSlot(taken);
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
    use({ plan, at, from, to, rows, columns, tileRows: tileRowsOf(columns), delta, data }, scratch);
  } finally {
    giveBack(taken, slot);
  }
};

/** Copies rows of the matrix into the tile, column by column. */
const takeTile = (
  { rows, columns, tileRows, data }: Piece,
  { tile }: Scratch,
  { memory, copy, shared }: JobPlace,
  start: number,
  end: number,
): void => {
  for (let j = 0; j < columns; j += 1) {
    const column = data.byteOffset + j * rows * 8;
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
    const open = new Int32Array(buffer, undecided - 4, 1);
    let count = 0;
    clearMoments!(at, moments);
    clearDelta!(at, delta);
    for (let start = from; start < to && !place.cancelled(); start += tileRows) {
      const end = Math.min(to, start + tileRows);
      takeTile(piece, scratch, place, start, end);
      turnTile!(at, tile, tileRows, start, end, rows, moments);
      const next = assignRows!(at, start, end, list, changes, undecided);
      decideRows!(at, undecided, open[0]!, rows, start, next);
      sumTile!(at, plan[gridWord.k]!, start, end, rows, delta);
      count += open[0]!;
    }
    new Int32Array(buffer, plan[gridWord.undecided]! + index * 4, 1)[0] = count;
  });

/** A matrix up to this size is in the processor's cache. */
const cachedBytes = 16 * 1_048_576;

/** Rows by a list of their numbers, each `step` numbers apart, row-major in whole pairs of columns. */
type GatherRows = (
  piece: Piece,
  list: Int32Array,
  step: number,
  from: number,
  count: number,
  into: Float64Array,
) => void;

/** Where the matrix is in the cache: a column at a time, so that nothing but its rows is looked up. */
const gatherByColumn: GatherRows = ({ rows, columns, data }, list, step, from, count, into) => {
  const width = pairsOf(columns) * 2;
  for (let j = 0; j < columns; j += 1) {
    const column = j * rows;
    let to = j;
    let at = from * step;
    for (let i = 0; i < count; i += 1) {
      into[to] = data[column + list[at]!]!;
      to += width;
      at += step;
    }
  }
};

/** Where it is not: four columns of a row at a time, for memory answers many questions at once, each one slowly. */
const gatherByRow: GatherRows = ({ rows, columns, data }, list, step, from, count, into) => {
  const fours = columns & ~3;
  const odd = columns & 1;
  let to = 0;
  for (let i = from * step; i < (from + count) * step; i += step) {
    let at = list[i]!;
    let j = 0;
    for (; j < fours; j += 4) {
      into[to] = data[at]!;
      into[to + 1] = data[at + rows]!;
      into[to + 2] = data[at + 2 * rows]!;
      into[to + 3] = data[at + 3 * rows]!;
      at += 4 * rows;
      to += 4;
    }
    for (; j < columns; j += 1) {
      into[to] = data[at]!;
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
    const { assignRows, clearDelta, decideRows, moveRows } = place.kernels('kmeans-grid');
    const { buffer } = place.memory;
    const open = new Int32Array(buffer, undecided - 4, 1);
    const openRows = new Int32Array(buffer, undecided, spanRows);
    const changedRows = new Int32Array(buffer, changes, spanRows * 2);
    const into = new Float64Array(buffer, rows, tileRows * pairsOf(columns) * 2);
    const gatherRows = piece.data.byteLength > cachedBytes ? gatherByRow : gatherByColumn;
    let total = 0;
    clearDelta!(at, delta);
    for (let start = from; start < to && !place.cancelled(); start += spanRows) {
      const end = Math.min(to, start + spanRows);
      let next = assignRows!(at, start, end, list, changes, undecided);
      const count = open[0]!;
      total += count;
      for (let i = 0; i < count; i += tileRows) {
        const some = Math.min(tileRows, count - i);
        gatherRows(piece, openRows, 1, i, some, into);
        next = decideRows!(at, undecided + i * 4, some, rows, -1, next);
      }
      const changed = (next - changes) / 8;
      for (let i = 0; i < changed; i += tileRows) {
        const some = Math.min(tileRows, changed - i);
        gatherRows(piece, changedRows, 2, i, some, into);
        moveRows!(at, changes + i * 8, some, rows, delta);
      }
    }
    new Int32Array(buffer, plan[gridWord.undecided]! + index * 4, 1)[0] = total;
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
    new Float64Array(place.memory.buffer, plan[gridWord.inertias]! + index * 8, 1)[0] = sum;
  });
