import type { Arena } from '../kernels/arena.ts';
import { arenaBytes } from '../kernels/arena.ts';
import type { Points } from './points.ts';

/**
 * Where everything of a k-means fit lies in kernel memory: 4-byte words of a plan that kernels and crew jobs are
 * handed. Words up to `blockSums` are read by `kernels/assembly/lib/kmeans-fit.ts`.
 */
export const word = {
  rows: 0,
  columns: 1,
  stride: 2,
  k: 3,
  flat: 4,
  screen: 5,
  weights: 6,
  labels: 7,
  margins: 8,
  centroids: 9,
  screenCentroids: 10,
  halves: 11,
  drifts: 12,
  /** f32. */
  epsilon: 13,
  first: 14,
  screenWeights: 15,
  /** f64, two words. */
  scale: 16,
  nearest: 18,
  blockSums: 19,
  /** Rows of a piece. */
  pieceRows: 20,
  scratch: 21,
  /** Bytes from one piece's scratch to the next one's; 0 where all pieces are done one after another. */
  scratchStep: 22,
  deltas: 23,
  deltaStep: 24,
  totals: 25,
  /** i32, row numbers. */
  candidates: 26,
  /** f64, `mostCandidates` for each piece. */
  costs: 27,
  /** f64, one a piece. */
  inertias: 28,
  /** f64, one a column. */
  centers: 29,
  /** f64, three a column for each piece. */
  moments: 30,
  /** i32, one a slot: 1 while a thread works in it. */
  taken: 31,
  slots: 32,
  /** f64, a tile a slot. */
  tiles: 33,
} as const;
const words = 34;

/** 2 + ln k draws of the largest k. */
export const mostCandidates = 16;
/** Labels are 16-bit numbers. */
export const mostClusters = 65_535;

const whole = (count: number, step: number): number => Math.ceil(count / step) * step;

/** Pieces are whole chunks of rows, no more than 48 whatever the number of threads. */
const chunk = 2048;
const mostPieces = 48;
export const pieceRowsOf = (rows: number): number => chunk * Math.max(1, Math.ceil(rows / (chunk * mostPieces)));
export const piecesOf = (rows: number): number => Math.ceil(rows / pieceRowsOf(rows));

/**
 * Rows of a tile: some 200 KB, which stays in a core's cache, and never so few that handling it costs more than its
 * numbers. The 16 KB of a column are read twice as fast as 8 would be: memory is fast only once it is on its way.
 */
export const tileRowsOf = (columns: number): number => Math.max(64, Math.min(2048, whole(24_576 / columns, 64)));

/** Floats of a screen row: whole vectors of four. */
const strideOf = (columns: number): number => (columns + 3) & ~3;
/** Doubles of a cluster's sums: the columns and the weight, in pairs. */
export const sumWidth = (columns: number): number => (columns + 2) & ~1;
const scratchBytes = (columns: number): number => whole((1032 * 3 + strideOf(columns) * 64 + 256) * 4, 64);
export const deltaBytes = (columns: number, k: number): number =>
  64 + whole(k, 64) + whole(k * sumWidth(columns) * 16, 64);

interface Shape {
  readonly rows: number;
  readonly columns: number;
  readonly weighted: boolean;
  /** Threads that may work at the same time. */
  readonly threads: number;
}

export const shapeOf = ({ rows, columns, weights }: Points, threads: number): Shape => ({
  rows,
  columns,
  weighted: weights !== null,
  threads,
});

const dataSizes = ({ rows, columns, weighted, threads }: Shape): number[] => [
  words * 4,
  rows * columns * 8,
  rows * strideOf(columns) * 4,
  weighted ? rows * 8 : 0,
  weighted ? whole(rows, 64) * 4 : 0,
  columns * 8,
  piecesOf(rows) * columns * 24,
  threads * 4,
  threads * tileRowsOf(columns) * columns * 8,
];

const runSizes = ({ rows, columns }: Shape, k: number, apart: boolean): number[] => {
  const pieces = piecesOf(rows);
  const parallel = apart ? pieces : 1;
  return [
    words * 4,
    rows * 2,
    whole(rows, 64) * 4,
    k * columns * 8,
    k * strideOf(columns) * 4,
    k * 4,
    Math.max(16, k) * 4,
    whole(rows, 64) / 8,
    scratchBytes(columns) * parallel,
    deltaBytes(columns, k) * parallel,
    k * sumWidth(columns) * 16,
    mostCandidates * 4,
    mostCandidates * 8 * pieces,
    8 * pieces,
  ];
};

/** Bytes of the data and of `runs` runs of up to k clusters over them. */
export const planBytes = (shape: Shape, k: number, runs: number, apart: boolean, others: readonly number[]): number => {
  const sizes = [...dataSizes(shape), ...others];
  for (let run = 0; run < runs; run += 1) sizes.push(...runSizes(shape, k, apart));
  return arenaBytes(...sizes);
};

/** A plan with the data's words filled in. */
export const placeData = (arena: Arena, shape: Shape): Int32Array<SharedArrayBuffer> => {
  const { rows, columns, weighted, threads } = shape;
  const plan = arena.i32(words).view;
  plan.fill(0);
  plan[word.rows] = rows;
  plan[word.columns] = columns;
  plan[word.stride] = strideOf(columns);
  plan[word.pieceRows] = pieceRowsOf(rows);
  plan[word.flat] = arena.f64(rows * columns).at;
  plan[word.screen] = arena.f32(rows * strideOf(columns)).at;
  plan[word.weights] = weighted ? arena.f64(rows).at : 0;
  plan[word.screenWeights] = weighted ? arena.f32(whole(rows, 64)).at : 0;
  plan[word.centers] = arena.f64(columns).at;
  plan[word.moments] = arena.f64(piecesOf(rows) * columns * 3).at;
  const taken = arena.i32(threads);
  taken.view.fill(0);
  plan[word.taken] = taken.at;
  plan[word.slots] = threads;
  plan[word.tiles] = arena.f64(threads * tileRowsOf(columns) * columns).at;
  return plan;
};

/**
 * A plan of a run over data placed before.
 * @param apart whether pieces are done at the same time, each with scratch of its own
 */
export const placeRun = (
  arena: Arena,
  data: Int32Array<SharedArrayBuffer>,
  shape: Shape,
  k: number,
  apart: boolean,
): Int32Array<SharedArrayBuffer> => {
  const { rows, columns } = shape;
  const pieces = piecesOf(rows);
  const parallel = apart ? pieces : 1;
  const plan = arena.i32(words).view;
  plan.set(data);
  plan[word.labels] = arena.u8(rows * 2).at;
  plan[word.margins] = arena.f32(whole(rows, 64)).at;
  // Starts are drawn before there are margins.
  plan[word.nearest] = plan[word.margins]!;
  plan[word.centroids] = arena.f64(k * columns).at;
  plan[word.screenCentroids] = arena.f32(k * strideOf(columns)).at;
  plan[word.halves] = arena.f32(k).at;
  plan[word.drifts] = arena.f32(Math.max(16, k)).at;
  plan[word.blockSums] = arena.f64(whole(rows, 64) / 64).at;
  plan[word.scratch] = arena.u8(scratchBytes(columns) * parallel).at;
  plan[word.scratchStep] = apart ? scratchBytes(columns) : 0;
  plan[word.deltas] = arena.u8(deltaBytes(columns, k) * parallel).at;
  plan[word.deltaStep] = apart ? deltaBytes(columns, k) : 0;
  plan[word.totals] = arena.f64(k * sumWidth(columns) * 2).at;
  plan[word.candidates] = arena.i32(mostCandidates).at;
  plan[word.costs] = arena.f64(mostCandidates * pieces).at;
  plan[word.inertias] = arena.f64(pieces).at;
  return plan;
};

export const planAt = (buffer: SharedArrayBuffer, at: number): Int32Array<SharedArrayBuffer> =>
  new Int32Array(buffer, at, words);
