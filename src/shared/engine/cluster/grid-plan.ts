import type { Arena } from '../kernels/arena.ts';
import { arenaBytes } from '../kernels/arena.ts';
import { deltaBytes, pieceRowsOf, piecesOf, sumWidth, tileRowsOf } from './kmeans-plan.ts';

/**
 * Where everything of a k-means fit on a grid lies in kernel memory: 4-byte words of a plan that kernels and crew jobs
 * are handed. Words up to `centers` are read by `kernels/assembly/lib/grid-fit.ts`.
 */
export const gridWord = {
  rows: 0,
  columns: 1,
  pairs: 2,
  k: 3,
  grid: 4,
  labels: 5,
  margins: 6,
  centroids: 7,
  gridCentroids: 8,
  halves: 9,
  drifts: 10,
  first: 11,
  /** f32, as the next three. */
  slack: 12,
  blur: 13,
  unit: 14,
  rounded: 15,
  /** f64, two words. */
  scale: 16,
  /** f64, two words. */
  reach: 18,
  centers: 20,
  /** Rows of a piece. */
  pieceRows: 21,
  deltas: 22,
  deltaStep: 23,
  totals: 24,
  /** f64, four a column for each piece. */
  moments: 25,
  /** f64, one a piece. */
  inertias: 26,
  /** i32, one a piece: rows that the grid could not decide in this pass. */
  undecided: 27,
  /** i32, one a slot: 1 while a thread works in it. */
  taken: 28,
  slots: 29,
  scratch: 30,
  /** Bytes from one slot's scratch to the next one's. */
  scratchStep: 31,
  /** f32, k × k: what two centroids' products can be off; 0 for more than `mostPaired`. */
  pairSlacks: 32,
} as const;
const words = 34;

/** Of more centroids pairs are too many to be told apart. */
export const mostPaired = 64;

/** Rows of one call of the kernels. */
export const spanRows = 8192;
/** Rows that the kernels look at in one go. */
const chunk = 1024;

const whole = (count: number, step: number): number => Math.ceil(count / step) * step;
export const pairsOf = (columns: number): number => (columns + 1) >> 1;

/** Parts of a slot's scratch, in bytes from its beginning. */
export const scratchParts = (columns: number) => {
  const list = 0;
  const changes = list + chunk * 12 + 128 + whole(chunk * pairsOf(columns) * 4, 64);
  const undecided = changes + spanRows * 8 + 64;
  const tile = undecided + spanRows * 4;
  const rows = tile + tileRowsOf(columns) * columns * 8;
  // No more than a row on the grid and as many products as there are paired centroids: it lies where a tile does.
  return { list, changes, undecided, tile, rows, end: whole(rows + tileRowsOf(columns) * pairsOf(columns) * 16, 64) };
};

const sizesOf = (rows: number, columns: number, k: number, threads: number) => {
  const pieces = piecesOf(rows);
  return {
    grid: whole(rows, 8) * pairsOf(columns) * 4,
    labels: whole(rows, 8) * 2,
    margins: whole(rows, 8) * 2,
    centroids: k * columns * 8,
    // A vector more, which is read with the last one.
    gridCentroids: k * pairsOf(columns) * 4 + 16,
    pairSlacks: k > mostPaired ? 0 : k * k * 4,
    halves: k * 4,
    drifts: Math.max(16, k) * 2,
    centers: columns * 8,
    deltas: deltaBytes(columns, k) * pieces,
    totals: k * sumWidth(columns) * 16,
    moments: pieces * columns * 32,
    inertias: pieces * 8,
    undecided: pieces * 4,
    taken: threads * 4,
    scratch: threads * scratchParts(columns).end,
  };
};

export const gridBytes = (rows: number, columns: number, k: number, threads: number): number =>
  arenaBytes(words * 4, ...Object.values(sizesOf(rows, columns, k, threads)));

export const placeGrid = (
  arena: Arena,
  rows: number,
  columns: number,
  k: number,
  threads: number,
): Int32Array<SharedArrayBuffer> => {
  const plan = arena.i32(words).view;
  const sizes = sizesOf(rows, columns, k, threads);
  for (const [name, bytes] of Object.entries(sizes)) plan[gridWord[name as keyof typeof sizes]] = arena.u8(bytes).at;
  plan[gridWord.rows] = rows;
  plan[gridWord.columns] = columns;
  plan[gridWord.pairs] = pairsOf(columns);
  plan[gridWord.k] = k;
  plan[gridWord.pieceRows] = pieceRowsOf(rows);
  plan[gridWord.deltaStep] = deltaBytes(columns, k);
  plan[gridWord.slots] = threads;
  plan[gridWord.scratchStep] = scratchParts(columns).end;
  new Int32Array(plan.buffer, plan[gridWord.taken]!, threads).fill(0);
  return plan;
};

const plans = new WeakMap<SharedArrayBuffer, Int32Array<SharedArrayBuffer>>();

export const gridPlanAt = (buffer: SharedArrayBuffer, at: number): Int32Array<SharedArrayBuffer> => {
  let plan = plans.get(buffer);
  if (plan === undefined || plan.byteOffset !== at) {
    plan = new Int32Array(buffer, at, words);
    plans.set(buffer, plan);
  }
  return plan;
};
