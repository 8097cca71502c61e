import type { CrewJob, JobPlace } from '../kernels/machine.ts';
import { giveBack, takeSlot } from '../kernels/slots.ts';
import { mostCandidates, planAt, tileRowsOf, word } from './kmeans-plan.ts';

/** Products of a coordinate and a centroid's between two looks at the cancel flag: some milliseconds. */
const productsPerCall = 30_000_000;
const chunk = 1024;

interface Piece {
  readonly plan: Int32Array<SharedArrayBuffer>;
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly scratch: number;
}

const pieceOf = (index: number, { memory, numbers }: JobPlace): Piece => {
  const at = numbers[0]!;
  const plan = planAt(memory.buffer, at);
  const from = index * plan[word.pieceRows]!;
  const to = Math.min(plan[word.rows]!, from + plan[word.pieceRows]!);
  return { plan, at, from, to, scratch: plan[word.scratch]! + index * plan[word.scratchStep]! };
};

/** Calls a kernel over the rows of a piece, so many at a time that a cancel is heard. */
const inCalls = (
  { from, to }: Piece,
  productsPerRow: number,
  { cancelled }: JobPlace,
  call: (from: number, to: number) => void,
): void => {
  const step = chunk * Math.max(1, Math.floor(productsPerCall / productsPerRow / chunk));
  for (let start = from; start < to; start += step) {
    if (start > from && cancelled()) return;
    call(start, Math.min(to, start + step));
  }
};

/**
 * Numbers: plan, scale, where the matrix begins in the shared buffer, 1 to give the rows their nearest centroid at once.
 * Copies rows and makes their screen and moments, tile by tile through a buffer that stays in the cache.
 */
export const kmeansPreparePiece: CrewJob = (index, place) => {
  const { memory, numbers, shared, kernels, copy, cancelled } = place;
  const { buffer } = memory;
  const { plan, at, from, to, scratch } = pieceOf(index, place);
  const rows = plan[word.rows]!;
  const columns = plan[word.columns]!;
  const moments = plan[word.moments]! + index * columns * 24;
  const { clearMoments, turnTile } = kernels('kmeans-points');
  clearMoments!(at, moments);
  const { clearDelta, assignRows } = kernels('kmeans');
  const assigns = numbers[3] === 1;
  const delta = assigns ? plan[word.deltas]! + index * plan[word.deltaStep]! : 0;
  if (assigns) clearDelta!(at, delta);
  const taken = plan[word.taken]!;
  const slot = takeSlot(buffer, taken, plan[word.slots]!);
  const tileRows = tileRowsOf(columns);
  const tile = plan[word.tiles]! + slot * tileRows * columns * 8;
  for (let start = from; start < to && !cancelled(); start += tileRows) {
    const end = Math.min(to, start + tileRows);
    for (let j = 0; j < columns; j += 1) {
      const column = numbers[2]! + j * rows * 8;
      copy(buffer, tile + j * tileRows * 8, shared!, column + start * 8, column + end * 8);
    }
    turnTile!(at, tile, tileRows, start, end, plan[word.centers]!, numbers[1]!, moments);
    // While they are in the cache.
    if (assigns) assignRows!(at, start, end, scratch, delta);
  }
  giveBack(buffer, taken, slot);
};

/** Numbers: plan. Gives the rows their nearest centroid. */
export const kmeansAssignPiece: CrewJob = (index, place) => {
  const piece = pieceOf(index, place);
  const { plan, at, scratch } = piece;
  const { clearDelta, assignRows } = place.kernels('kmeans');
  const delta = plan[word.deltas]! + index * plan[word.deltaStep]!;
  clearDelta!(at, delta);
  inCalls(piece, plan[word.k]! * plan[word.columns]!, place, (from, to) => {
    assignRows!(at, from, to, scratch, delta);
  });
};

/** Numbers: plan. */
export const kmeansInertiaPiece: CrewJob = (index, place) => {
  const { plan, at, from, to } = pieceOf(index, place);
  const inertias = new Float64Array(place.memory.buffer, plan[word.inertias]! + index * 8, 1);
  inertias[0] = place.kernels('kmeans').inertiaOfRows!(at, from, to);
};

/** Numbers: plan, how many candidates. */
export const kmeansCostPiece: CrewJob = (index, place) => {
  const piece = pieceOf(index, place);
  const { plan, at, scratch } = piece;
  const count = place.numbers[1]!;
  const costs = plan[word.costs]! + index * mostCandidates * 8;
  new Float64Array(place.memory.buffer, costs, mostCandidates).fill(0);
  const { costsOfCandidates } = place.kernels('kmeans-points');
  inCalls(piece, count * plan[word.columns]!, place, (from, to) => {
    costsOfCandidates!(at, from, to, plan[word.candidates]!, count, scratch, costs);
  });
};

/** Numbers: plan, row, 1 for the first start. */
export const kmeansStartPiece: CrewJob = (index, place) => {
  const { at, from, to, scratch } = pieceOf(index, place);
  place.kernels('kmeans-points').takeStart!(at, from, to, place.numbers[1]!, place.numbers[2]!, scratch);
};
