import { type Progress, throwIfCancelled } from '../progress.ts';
import type { Random } from '../random.ts';
import { type Points, squaredDistance } from './points.ts';

/** The first index whose running sum is above the target. */
const indexAbove = (sums: Float64Array, target: number): number => {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! > target) high = middle;
    else low = middle + 1;
  }
  return low;
};

/**
 * Starting centroids by greedy k-means++: rows drawn with a chance in proportion to their squared distance from those
 * taken already (Arthur & Vassilvitskii 2007), of 2 + ln k draws each time the one that leaves the least, as in
 * scikit-learn. Needs k different rows. O(rows × k log k × columns).
 * @throws AppError `cancelled`
 */
export const seedCentroids = (points: Points, k: number, random: Random, progress: Progress): number[][] => {
  const { rows, columns, flat, nested } = points;
  const draws = 2 + Math.floor(Math.log(k));
  const toNearest = (row: number, nearest: Float64Array): { nearest: Float64Array; sum: number } => {
    const next = new Float64Array(rows);
    let sum = 0;
    for (let i = 0; i < rows; i += 1) {
      next[i] = Math.min(nearest[i]!, squaredDistance(flat, i * columns, flat, row * columns, columns));
      sum += next[i]!;
    }
    return { nearest: next, sum };
  };
  const first = Math.floor(random() * rows);
  const chosen = [first];
  let { nearest } = toNearest(first, new Float64Array(rows).fill(Number.POSITIVE_INFINITY));
  const sums = new Float64Array(rows);
  while (chosen.length < k) {
    throwIfCancelled(progress);
    let running = 0;
    for (let i = 0; i < rows; i += 1) {
      running += nearest[i]!;
      sums[i] = running;
    }
    let best: { row: number; nearest: Float64Array; sum: number } | null = null;
    for (let draw = 0; draw < draws; draw += 1) {
      const row = indexAbove(sums, random() * running);
      const tried = toNearest(row, nearest);
      if (best === null || tried.sum < best.sum) best = { row, ...tried };
    }
    chosen.push(best!.row);
    nearest = best!.nearest;
  }
  return chosen.map((row) => [...nested[row]!]);
};
