import { join } from 'node:path';
import { kmeans as kmeansByLibrary } from 'ml-kmeans';
import { columnOf, type Matrix, rowsOf } from '../../../../shared/engine/matrix.ts';
import { momentsOf } from '../../../../shared/engine/prepare/moments.ts';
import { type ComputePool, createComputePool } from '../../../workers/pool.ts';
import { resetPeak, residentPeak } from '../resident-peak.ts';
import { readBenchMatrix } from './bench-data.ts';

/** What a task gave: compared with a peer's value, and the iterations where there are any. */
interface Outcome {
  readonly value: number | number[] | (() => number[]);
  readonly iterations?: number;
}

interface Place {
  readonly pool: ComputePool;
  readonly matrix: Matrix;
  /** 8 starting centroids. */
  readonly init: Matrix;
  readonly signal: AbortSignal;
}

/** scikit-learn's, as the peers have it. */
const tolerance = 1e-4;
const seed = 1;

const fromStart = async ({ pool, matrix, init, signal }: Place) => {
  const input = { matrix, method: 'kmeans', ks: [init.rows], init, tolerance, seed } as const;
  return (await pool.run('fitMethod', input, { signal }))[0]!;
};

const sweptKs = Array.from({ length: 11 }, (_, i) => i + 2);

/** The work itself; what it returns is what is timed. */
const tasks = {
  kmeans:
    () =>
    async (place: Place): Promise<Outcome> => {
      const { inertia, iterations } = await fromStart(place);
      return { value: inertia, iterations };
    },
  ward:
    () =>
    async ({ pool, matrix, signal }: Place): Promise<Outcome> => {
      const { heights } = await pool.run('growTree', { matrix, linkage: 'ward' }, { signal });
      return { value: [...heights.subarray(-3)] };
    },
  /** Of the k-means above, which is outside the clock. */
  silhouette: async (place: Place) => {
    const { labels } = await fromStart(place);
    return async ({ pool, matrix, signal }: Place): Promise<Outcome> => {
      const { mean } = await pool.run('silhouette', { matrix, labels }, { signal });
      return { value: mean ?? 0 };
    };
  },
  sweep:
    () =>
    async ({ pool, matrix, signal }: Place): Promise<Outcome> => {
      const input = { matrix, method: 'kmeans', ks: sweptKs, restarts: 10, tolerance, seed } as const;
      const fits = await pool.run('fitMethod', input, { signal });
      return { value: fits.map(({ inertia }) => inertia) };
    },
  microward:
    () =>
    async ({ pool, matrix, init, signal }: Place): Promise<Outcome> => {
      const input = { matrix, method: 'microward', ks: [init.rows], seed } as const;
      return { value: (await pool.run('fitMethod', input, { signal }))[0]!.inertia };
    },
  map:
    () =>
    async ({ pool, matrix, signal }: Place): Promise<Outcome> => {
      const { divergence } = await pool.run('neighbourMap', { matrix }, { signal });
      return { value: divergence };
    },
  pca:
    () =>
    async ({ pool, matrix, signal }: Place): Promise<Outcome> => {
      const { axes } = await pool.run('principalAxes', { matrix }, { signal });
      // As the peers have it, over n − 1; no part of the work.
      const variance = (axis: number) => (momentsOf(columnOf(axes, axis)).deviation ** 2 * axes.rows) / (axes.rows - 1);
      return { value: () => [variance(0), variance(1)] };
    },
} satisfies Record<string, (place: Place) => unknown>;

export type BenchTask = keyof typeof tasks;
export const benchTasks = Object.keys(tasks) as BenchTask[];

export interface Measured extends Omit<Outcome, 'value'> {
  readonly value: number | number[];
  readonly task: BenchTask;
  readonly rows: number;
  readonly threads: number;
  readonly seconds: number;
  /** Resident at its most minus resident when the matrix had been read. */
  readonly peakMb: number;
}

const warmRows = 500;
const mb = (bytes: number): number => Math.round(bytes / 1_048_576);

/** Times one task once, in a process of its own and after a small one to warm up, as the peers are timed. */
export const measureTask = async (
  task: BenchTask,
  rows: number,
  threads: number,
  folder: string,
  signal: AbortSignal,
): Promise<Measured> => {
  const init = readBenchMatrix(join(folder, 'init8.f64'), 8);
  const pool = createComputePool({ threads: 1, crew: threads });
  pool.warm();
  try {
    const small = { pool, matrix: readBenchMatrix(join(folder, 'x.f64'), warmRows), init, signal };
    await pool.run('warmWhole', null, { signal });
    await (await tasks[task](small))(small);
    const place = { ...small, matrix: readBenchMatrix(join(folder, 'x.f64'), rows) };
    const work = await tasks[task](place);
    const before = resetPeak();
    const began = performance.now();
    const outcome = await work(place);
    const seconds = (performance.now() - began) / 1000;
    const peakMb = mb(Math.max(0, residentPeak() - before));
    return {
      task,
      rows,
      threads,
      seconds: Number(seconds.toFixed(5)),
      peakMb,
      ...outcome,
      value: typeof outcome.value === 'function' ? outcome.value() : outcome.value,
    };
  } finally {
    await pool.close();
  }
};

/** ml-kmeans from the same start for as many iterations, here and now. */
export const measureLibrary = (
  rows: number,
  iterations: number,
  folder: string,
): { seconds: number; value: number } => {
  const points = rowsOf(readBenchMatrix(join(folder, 'x.f64'), rows));
  const initialization = rowsOf(readBenchMatrix(join(folder, 'init8.f64'), 8));
  const options = { initialization, maxIterations: iterations, tolerance: -1 };
  kmeansByLibrary(points.slice(0, warmRows), initialization.length, options);
  const began = performance.now();
  const { centroids } = kmeansByLibrary(points, initialization.length, options);
  const seconds = (performance.now() - began) / 1000;
  const squareTo = (point: readonly number[], centroid: readonly number[]) =>
    point.reduce((square, x, j) => square + (x - centroid[j]!) ** 2, 0);
  const value = points.reduce(
    (sum, point) => sum + Math.min(...centroids.map((centroid) => squareTo(point, centroid))),
    0,
  );
  return { seconds, value };
};
