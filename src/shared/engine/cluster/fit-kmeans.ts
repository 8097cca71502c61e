import { AppError } from '../../errors.ts';
import { checkNumbers } from '../check-numbers.ts';
import { type Arena, withArena } from '../kernels/arena.ts';
import { type Machine, machineInUse } from '../kernels/machine.ts';
import { renumber } from '../labels.ts';
import { createMatrix, type Matrix } from '../matrix.ts';
import { type Progress, part } from '../progress.ts';
import { countDifferentRows, rowMajor } from '../rows.ts';
import { pickRows } from '../sample.ts';
import { fitRestart, numbersOf, type Restart, resultSize } from './fit-restarts.ts';
import { kernelWork } from './kernel-work.ts';
import { mostClusters, placeData, placeRun, planBytes, type Shape } from './kmeans-plan.ts';
import type { KmeansWork } from './kmeans-work.ts';
import { type LloydEnd, lloyd } from './lloyd.ts';
import { plainWork } from './plain-work.ts';
import type { Points } from './points.ts';
import { intakeOf, passesOver, preparePoints } from './prepare-points.ts';

export interface KmeansFit {
  readonly labels: Int32Array;
  /** Sum of weight × squared distance to the centroid. */
  readonly inertia: number;
  readonly iterations: number;
  /** A row for each label. */
  readonly centroids: Matrix;
}

/** scikit-learn's. */
export const usualTolerance = 1e-4;

/** As many starts as scikit-learn long had. */
export const usualRestarts = 10;

/** @throws AppError `tooManySegments` where fewer than k rows (of those that weigh anything) differ */
export const checkDifferentRows = (matrix: Matrix, k: number, weights?: Float64Array): void => {
  const heavy =
    weights?.some((weight) => weight === 0) === true
      ? pickRows(
          matrix,
          Int32Array.from(weights.keys()).filter((row) => weights[row]! > 0),
        )
      : matrix;
  const different = countDifferentRows(heavy, k);
  if (different < k || k > mostClusters) throw new AppError('tooManySegments', { k, customers: different });
};

const matrixOf = (centroids: Float64Array, columns: number): Matrix => {
  const k = centroids.length / columns;
  const matrix = createMatrix(k, columns);
  for (let c = 0; c < k; c += 1)
    for (let j = 0; j < columns; j += 1) matrix.data[j * k + c] = centroids[c * columns + j]!;
  return matrix;
};

/** The fit with its labels as they are. */
const asStarted = ({ labels, columns }: KmeansWork, { centroids, ...end }: LloydEnd): KmeansFit => ({
  ...end,
  labels: new Int32Array(labels),
  centroids: matrixOf(centroids, columns),
});

/** The fit with its labels by size. */
const bySize = ({ labels, columns }: KmeansWork, { centroids, ...end }: LloydEnd): KmeansFit => {
  const k = centroids.length / columns;
  const renamed = renumber(new Int32Array(labels), k);
  const ordered = new Float64Array(centroids.length);
  const placed = new Uint8Array(k);
  for (let row = 0, left = k; left > 0 && row < labels.length; row += 1) {
    const from = labels[row]!;
    if (placed[from] === 1) continue;
    placed[from] = 1;
    left -= 1;
    ordered.set(centroids.subarray(from * columns, (from + 1) * columns), renamed[row]! * columns);
  }
  return { ...end, labels: renamed, centroids: matrixOf(ordered, columns) };
};

/** Labels the rows by centroids that a run ended with. */
const labelled = (work: KmeansWork, end: LloydEnd): KmeansFit => {
  work.begin(end.centroids.length / work.columns);
  work.assign(end.centroids);
  return bySize(work, end);
};

/** The best by inertia of the ends with one k; of equally good ones the first. */
const bestOf = (restarts: readonly Restart[], ends: readonly LloydEnd[], k: number): LloydEnd =>
  restarts
    .map((restart, i) => ({ ...restart, end: ends[i]! }))
    .filter((one) => one.k === k)
    .sort((a, b) => a.end.inertia - b.end.inertia || a.start - b.start)[0]!.end;

interface Asked {
  readonly points: Points;
  readonly ks: readonly number[];
  readonly seed: number;
  readonly tolerance: number;
  readonly restarts: number;
}

/** All runs one after another over one work, each with all threads. */
const oneByOne = (work: KmeansWork, restarts: readonly Restart[], asked: Asked, progress: Progress): LloydEnd[] => {
  const total = restarts.reduce((sum, { k }) => sum + k, 0);
  let done = 0;
  return restarts.map((restart) => {
    const share = part(progress, done / total, (done + restart.k) / total);
    done += restart.k;
    return fitRestart(work, restart, asked.seed, asked.tolerance, share);
  });
};

const shapeOf = ({ rows, columns, weights }: Points, { threads }: Machine): Shape => ({
  rows,
  columns,
  weighted: weights !== null,
  threads,
});

/** Whole restarts by the crew, one a thread at a time. */
const allAtOnce = (
  machine: Machine,
  arena: Arena,
  data: Int32Array<SharedArrayBuffer>,
  meanVariance: number,
  restarts: readonly Restart[],
  { points, seed, tolerance }: Asked,
  progress: Progress,
): LloydEnd[] => {
  const { columns } = points;
  const most = Math.max(...restarts.map(({ k }) => k));
  const slots = Math.min(machine.threads, restarts.length);
  const resultStep = resultSize(most, columns);
  const taken = arena.i32(slots);
  const plans = arena.i32(slots);
  const table = arena.i32(restarts.length * 2);
  const results = arena.f64(restarts.length * resultStep);
  const done = arena.i32(1);
  taken.view.fill(0);
  done.view.fill(0);
  for (let slot = 0; slot < slots; slot += 1)
    plans.view[slot] = placeRun(arena, data, shapeOf(points, machine), most, false).byteOffset;
  restarts.forEach(({ k, start }, i) => {
    table.view.set([k, start], i * 2);
  });
  const total = restarts.reduce((sum, { k }) => sum + k, 0);
  const watched: Progress = {
    ...progress,
    cancelled: () => {
      progress.report(Atomics.load(done.view, 0) / total);
      return progress.cancelled();
    },
  };
  const order = {
    ...{ seed, tolerance, meanVariance, resultStep, slots },
    ...{ taken: taken.at, plans: plans.at, table: table.at, results: results.at, done: done.at },
  };
  machine.run('kmeansRestartPiece', arena.memory, restarts.length, numbersOf(order), watched);
  return restarts.map(({ k }, i) => {
    const result = results.view.slice(i * resultStep, i * resultStep + resultSize(k, columns));
    return { inertia: result[0]!, iterations: result[1]!, centroids: result.subarray(2) };
  });
};

/** Bytes of what `allAtOnce` places besides plans and runs, each as one piece. */
const restartSizes = (restarts: readonly Restart[], slots: number, most: number, columns: number): number[] => [
  slots * 4,
  slots * 4,
  restarts.length * 8,
  restarts.length * resultSize(most, columns) * 8,
  4,
];

/** The best of several runs for each k, in the order of `ks`. */
const fitAll = (asked: Asked, progress: Progress): KmeansFit[] => {
  const { points, ks } = asked;
  const most = Math.max(...ks);
  // The longest first, so that no thread is left with it at the end.
  const restarts = [...ks]
    .sort((a, b) => b - a)
    .flatMap((k) => Array.from({ length: asked.restarts }, (_, start) => ({ k, start })));
  const finish = (work: KmeansWork, ends: readonly LloydEnd[]): KmeansFit[] =>
    ks.map((k) => labelled(work, bestOf(restarts, ends, k)));
  const machine = machineInUse();
  if (machine !== null) {
    const shape = shapeOf(points, machine);
    const atOnce = restarts.length > 1 && restarts.length >= machine.threads;
    const slots = Math.min(machine.threads, restarts.length);
    const bytes =
      planBytes(shape, most, 1, true, atOnce ? restartSizes(restarts, slots, most, points.columns) : []) +
      (atOnce ? planBytes(shape, most, slots, false, []) : 0);
    const fits = withArena(machine, bytes, (arena) => {
      const data = placeData(arena, shape);
      const passes = passesOver(machine, arena, points.rows, progress);
      const meanVariance = preparePoints(points, data, passes);
      const plan = placeRun(arena, data, shape, most, true);
      const kernels = (name: Parameters<Machine['kernels']>[0]) => machine.kernels(name, arena.memory);
      const work = kernelWork({ memory: arena.memory, kernels }, plan, meanVariance, passes);
      return finish(
        work,
        atOnce
          ? allAtOnce(machine, arena, data, meanVariance, restarts, asked, progress)
          : oneByOne(work, restarts, asked, progress),
      );
    });
    if (fits !== null) return fits;
  }
  const work = plainWork(points, progress);
  return finish(work, oneByOne(work, restarts, asked, progress));
};

/**
 * The best of several seeded k-means runs, by inertia; of equally good ones the first. 0 is the largest part. The
 * caller has made sure that k rows differ. Any number of threads gives the same bytes.
 * @param restarts how many runs
 * @throws AppError `cancelled`
 */
export const fitKmeans = (
  points: Points,
  k: number,
  seed: number,
  tolerance: number,
  progress: Progress,
  restarts = usualRestarts,
): KmeansFit => fitAll({ points, ks: [k], seed, tolerance, restarts }, progress)[0]!;

/**
 * `fitKmeans` for each of several k, all runs by one crew over one copy of the points. Equal to the single fits.
 * @throws AppError `cancelled`
 */
export const sweepKmeans = (
  points: Points,
  ks: readonly number[],
  seed: number,
  tolerance: number,
  progress: Progress,
  restarts = usualRestarts,
): KmeansFit[] => fitAll({ points, ks, seed, tolerance, restarts }, progress);

/**
 * One k-means run from given starting centroids, a row each. A label is the row of the centroid it began at.
 * @throws AppError `badInput` where the starts do not fit the matrix, `cancelled`
 */
export const fitFrom = (points: Points, init: Matrix, tolerance: number, progress: Progress): KmeansFit => {
  if (init.columns !== points.columns)
    throw new AppError('badInput', {
      method: 'k-means',
      problem: `the starting centroids have ${init.columns} columns where the data have ${points.columns}`,
    });
  checkNumbers(init, 'k-means');
  const starts = rowMajor(init);
  const machine = machineInUse();
  if (machine !== null) {
    const shape = shapeOf(points, machine);
    const fit = withArena(machine, planBytes(shape, init.rows, 1, true, []), (arena) => {
      const data = placeData(arena, shape);
      const passes = passesOver(machine, arena, points.rows, progress);
      const intake = intakeOf(points, data);
      const plan = placeRun(arena, data, shape, init.rows, true);
      const kernels = (name: Parameters<Machine['kernels']>[0]) => machine.kernels(name, arena.memory);
      const work = kernelWork({ memory: arena.memory, kernels }, plan, intake, passes);
      return asStarted(work, lloyd(work, starts, tolerance, progress));
    });
    if (fit !== null) return fit;
  }
  const work = plainWork(points, progress);
  return asStarted(work, lloyd(work, starts, tolerance, progress));
};
