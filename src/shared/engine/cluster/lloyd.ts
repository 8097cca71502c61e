import type { Progress } from '../progress.ts';
import { throwIfCancelled } from '../progress.ts';
import { meansOf, refilled } from './fill-empty.ts';
import type { LloydWork } from './kmeans-work.ts';

/** Where the iterations of one run ended; the labels stand in the work. */
export interface LloydEnd {
  /** Row-major. */
  readonly centroids: Float64Array;
  readonly inertia: number;
  readonly iterations: number;
}

/** scikit-learn's bound. */
const mostIterations = 300;

const squaredShift = (one: Float64Array, other: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < one.length; i += 1) sum += (one[i]! - other[i]!) ** 2;
  return sum;
};

/** Progress that was made once is not reported again. */
const quiet = (progress: Progress): Progress => ({ ...progress, report: () => {} });

/** Until the parts stay the same or all centroids together move no more than the tolerance allows. */
const iterate = (work: LloydWork, k: number, starts: Float64Array, tolerance: number, progress: Progress) => {
  let before = starts;
  let iterations = 0;
  while (iterations < mostIterations) {
    throwIfCancelled(progress);
    const changed = work.assign(before);
    iterations += 1;
    const centroids = meansOf(work, k, before);
    const shift = squaredShift(centroids, before);
    before = centroids;
    // The first labels are compared with none.
    if ((iterations > 1 && changed === 0) || shift <= tolerance * work.meanVariance) break;
    progress.report(1 - 1 / (1 + iterations / 10));
  }
  return { centroids: before, iterations };
};

/**
 * k-means from given starts, row-major: Lloyd's iterations under scikit-learn's rules, an end when no row changes its
 * part or the squared shift of the centroids is at most `tolerance` × the mean variance of the columns; empty parts
 * take the farthest row. Labels are the nearest of the last centroids, and no part is empty. Needs k different rows.
 * O(iterations × rows × k × columns) at most: bounds spare most of it (see `kernelWork`).
 * @throws AppError `cancelled`
 */
export const lloyd = (work: LloydWork, starts: Float64Array, tolerance: number, progress: Progress): LloydEnd => {
  const k = starts.length / work.columns;
  work.begin(k);
  let iterations = 0;
  let from = starts;
  // Each round but the first ends with less inertia; no data need more than a few.
  for (let round = 0; ; round += 1) {
    const run = iterate(work, k, from, tolerance, round === 0 ? progress : quiet(progress));
    iterations += run.iterations;
    work.assign(run.centroids);
    // Rare: the last small step took a part its last row.
    const next = round <= k ? refilled(work, run.centroids) : null;
    if (next === null) return { centroids: run.centroids, inertia: work.inertia(run.centroids), iterations };
    from = next;
  }
};
