import { AppError } from '../../errors.ts';
import { renumber } from '../labels.ts';
import type { Matrix } from '../matrix.ts';
import { rowsOf } from '../matrix.ts';
import { type Progress, part, throwIfCancelled } from '../progress.ts';
import { createRandom } from '../random.ts';
import { countDifferentRows } from '../rows.ts';
import { type KmeansFit, lloyd } from './lloyd.ts';
import type { Points } from './points.ts';
import { seedCentroids } from './seed-centroids.ts';

/** scikit-learn's. */
export const usualTolerance = 1e-4;

/** Ten starts as scikit-learn long had; three where each takes long, for greedy starts differ little. */
const startsFor = (rows: number, k: number): number => (rows * k <= 100_000 ? 10 : 3);

/** A stream of its own for each k and start, so that k = 5 is the same asked for or found in a sweep. */
const streamOf = (seed: number, k: number, start: number) =>
  createRandom((Math.imul(seed, 0x9e3779b1) ^ Math.imul(k, 0x85ebca6b)) + start);

/** @throws AppError `tooManySegments` where fewer than k rows differ */
export const checkDifferentRows = (matrix: Matrix, k: number): void => {
  const different = countDifferentRows(matrix, k);
  if (different < k) throw new AppError('tooManySegments', { k, customers: different });
};

/**
 * The best of several seeded k-means runs, by inertia; of equally good ones the first. 0 is the largest part. The
 * caller has made sure that k rows differ.
 * @throws AppError `cancelled`
 */
export const fitKmeans = (
  points: Points,
  k: number,
  seed: number,
  tolerance: number,
  progress: Progress,
): KmeansFit => {
  const starts = startsFor(points.rows, k);
  let best: KmeansFit | null = null;
  for (let start = 0; start < starts; start += 1) {
    throwIfCancelled(progress);
    const centroids = seedCentroids(points, k, streamOf(seed, k, start), progress);
    const run = lloyd(points, centroids, tolerance, part(progress, start / starts, (start + 1) / starts));
    if (best === null || run.inertia < best.inertia) best = run;
    progress.report((start + 1) / starts);
  }
  return { ...best!, labels: renumber(best!.labels, k) };
};

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
  return lloyd(points, rowsOf(init), tolerance, progress);
};
