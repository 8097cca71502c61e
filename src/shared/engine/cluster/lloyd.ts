import { kmeansGenerator } from 'ml-kmeans';
import { type Progress, throwIfCancelled } from '../progress.ts';
import { assign } from './assign.ts';
import type { Points } from './points.ts';

export interface KmeansFit {
  readonly labels: Int32Array;
  readonly inertia: number;
  readonly iterations: number;
}

/** scikit-learn's bound. */
const mostIterations = 300;

const squaredShift = (one: readonly (readonly number[])[], other: readonly (readonly number[])[]): number => {
  let sum = 0;
  one.forEach((centroid, c) => {
    centroid.forEach((value, j) => {
      sum += (value - other[c]![j]!) ** 2;
    });
  });
  return sum;
};

/** Moves centroids that lost their last row to the rows farthest from theirs, which leave their part's mean. */
const fillEmpty = (
  { nested }: Points,
  labels: readonly number[],
  before: readonly (readonly number[])[],
  after: number[][],
): void => {
  const counts = Array<number>(after.length).fill(0);
  for (const label of labels) counts[label]! += 1;
  const empty = counts.flatMap((count, c) => (count === 0 ? [c] : []));
  if (empty.length === 0) return;
  const distance = nested.map((row, i) => squaredShift([row], [before[labels[i]!]!]));
  const far = nested.map((_, i) => i).sort((a, b) => distance[b]! - distance[a]! || a - b);
  let next = 0;
  for (const c of empty) {
    while (next < far.length && counts[labels[far[next]!]!]! < 2) next += 1;
    const row = far[next];
    if (row === undefined) return;
    next += 1;
    const from = labels[row]!;
    const count = counts[from]!;
    after[from] = after[from]!.map((mean, j) => (mean * count - nested[row]![j]!) / (count - 1));
    after[c] = [...nested[row]!];
    counts[from] = count - 1;
  }
};

/** Lloyd's iterations until the parts stay the same or all centroids together move no more than `stillShift` squared. */
const iterate = (points: Points, starts: readonly (readonly number[])[], stillShift: number, progress: Progress) => {
  let before: number[][] = starts.map((start) => [...start]);
  const labels = new Int32Array(points.rows).fill(-1);
  // Its own rule looks at each centroid by itself; a negative tolerance leaves the end to us.
  const steps = kmeansGenerator(points.nested, before.length, {
    initialization: before,
    tolerance: -1,
    maxIterations: mostIterations,
  });
  let iterations = 0;
  for (const { clusters, centroids } of steps) {
    throwIfCancelled(progress);
    iterations += 1;
    // The next step starts from this very array.
    fillEmpty(points, clusters, before, centroids);
    const shift = squaredShift(centroids, before);
    before = centroids;
    const same = clusters.every((label, row) => label === labels[row]);
    if (same || shift <= stillShift) break;
    labels.set(clusters);
  }
  return { centroids: before, iterations };
};

/**
 * k-means from given starts, the iterations by ml-kmeans under scikit-learn's rules: an end when no row changes its
 * part or the squared shift of the centroids is at most `tolerance` × the mean variance of the columns; empty parts
 * take the farthest row. Labels are the nearest of the last centroids, and no part is empty. Needs k different rows.
 * O(iterations × rows × k × columns).
 * @throws AppError `cancelled`
 */
export const lloyd = (
  points: Points,
  starts: readonly (readonly number[])[],
  tolerance: number,
  progress: Progress,
): KmeansFit => {
  let iterations = 0;
  let from = starts;
  for (;;) {
    const run = iterate(points, from, tolerance * points.meanVariance, progress);
    iterations += run.iterations;
    const { labels, inertia, empty, farthest } = assign(points, run.centroids);
    if (empty < 0) return { labels, inertia, iterations };
    // Rare: the last small step took a part its last row. Each such round ends with less inertia.
    from = run.centroids.map((centroid, c) => (c === empty ? points.nested[farthest]! : centroid));
  }
};
