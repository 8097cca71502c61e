import { AppError } from '../../errors.ts';
import { checkNumbers } from '../check-numbers.ts';
import { withArena } from '../kernels/arena.ts';
import { type KernelName, machineInUse } from '../kernels/machine.ts';
import type { Matrix } from '../matrix.ts';
import type { Progress } from '../progress.ts';
import { countDifferentRows, rowMajor } from '../rows.ts';
import { pickRows } from '../sample.ts';
import { fitAll } from './fit-all.ts';
import { fitOnGrid } from './fit-on-grid.ts';
import { intakeOf } from './intake.ts';
import { kernelWork } from './kernel-work.ts';
import { asStarted, type KmeansFit } from './kmeans-fit.ts';
import { mostClusters, placeData, placeRun, planBytes, shapeOf } from './kmeans-plan.ts';
import { lloyd } from './lloyd.ts';
import { plainWork } from './plain-work.ts';
import type { Points } from './points.ts';
import { passesOver } from './run-pass.ts';

export type { KmeansFit } from './kmeans-fit.ts';

/** scikit-learn's. */
export const usualTolerance = 1e-4;

/** As many starts as scikit-learn long had. */
const usualRestarts = 10;

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
    const onGrid = fitOnGrid(machine, points, starts, tolerance, progress);
    if (onGrid !== null) return onGrid;
    const shape = shapeOf(points, machine.threads);
    const fit = withArena(machine, planBytes(shape, init.rows, 1, true, []), (arena) => {
      const data = placeData(arena, shape);
      const passes = passesOver(machine, arena, points.rows, progress);
      const intake = intakeOf(points, data);
      const plan = placeRun(arena, data, shape, init.rows, true);
      const kernels = (name: KernelName) => machine.kernels(name, arena.memory);
      const work = kernelWork({ memory: arena.memory, kernels }, plan, intake, passes);
      return asStarted(work, lloyd(work, starts, tolerance, progress));
    });
    if (fit !== null) return fit;
  }
  const work = plainWork(points, progress);
  return asStarted(work, lloyd(work, starts, tolerance, progress));
};
