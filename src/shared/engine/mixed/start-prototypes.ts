import { type Progress, throwIfCancelled } from '../progress.ts';
import type { Random } from '../random.ts';
import { levelCounts, type MixedRows } from './mixed-rows.ts';
import { mixedDistance, prototypesAt } from './prototypes.ts';

/** Rows between two looks at the cancel flag. */
const rowsPerLook = 65_536;

/** Distances to the nearest of the rows taken so far, with one more. */
const withOneMore = (
  mixed: MixedRows,
  gamma: number,
  row: number,
  nearest: Float64Array,
  progress: Progress,
): Float64Array => {
  const prototype = prototypesAt(mixed, [row]);
  return nearest.map((before, other) => {
    if (other % rowsPerLook === 0) throwIfCancelled(progress);
    return Math.min(before, mixedDistance(mixed, gamma, other, prototype, 0));
  });
};

const greatestAt = (values: ArrayLike<number>): number => {
  let best = 0;
  for (let i = 1; i < values.length; i += 1) if (values[i]! > values[best]!) best = i;
  return best;
};

const unbounded = (rows: number): Float64Array => new Float64Array(rows).fill(Number.POSITIVE_INFINITY);

/**
 * Starting rows after Cao, Liang & Bai (2009): first the one of the most frequent categories, then each time the one for
 * which that density times the distance to the nearest taken is greatest. Nothing is drawn. O(k × rows × columns).
 * @throws AppError `cancelled`
 */
export const densestRows = (mixed: MixedRows, k: number, gamma: number, progress: Progress): number[] => {
  const { rows, kinds, levels } = mixed;
  const { counts, starts } = levelCounts(mixed);
  const density = new Float64Array(rows).fill(kinds === 0 ? 1 : 0);
  for (let row = 0; row < rows; row += 1)
    for (let c = 0; c < kinds; c += 1) density[row]! += counts[starts[c]! + levels[row * kinds + c]!]!;
  const chosen = [greatestAt(density)];
  let nearest = withOneMore(mixed, gamma, chosen[0]!, unbounded(rows), progress);
  while (chosen.length < k) {
    throwIfCancelled(progress);
    const row = greatestAt(nearest.map((distance, i) => distance * density[i]!));
    chosen.push(row);
    nearest = withOneMore(mixed, gamma, row, nearest, progress);
  }
  return chosen;
};

/**
 * Starting rows by greedy k-means++ (Arthur & Vassilvitskii 2007) over the mixed distance: drawn with a chance in
 * proportion to the distance from those taken, of 2 + ln k draws the one that leaves the least.
 * O(rows × k log k × columns).
 * @throws AppError `cancelled`
 */
export const drawnRows = (mixed: MixedRows, k: number, gamma: number, random: Random, progress: Progress): number[] => {
  const draws = 2 + Math.floor(Math.log(k));
  const chosen = [Math.floor(random() * mixed.rows)];
  let nearest = withOneMore(mixed, gamma, chosen[0]!, unbounded(mixed.rows), progress);
  while (chosen.length < k) {
    const total = nearest.reduce((sum, distance) => sum + distance, 0);
    let best: { row: number; nearest: Float64Array; sum: number } | null = null;
    for (let draw = 0; draw < draws; draw += 1) {
      throwIfCancelled(progress);
      let left = random() * total;
      let row = greatestAt(nearest);
      for (let i = 0; i < mixed.rows; i += 1) {
        left -= nearest[i]!;
        if (left < 0) {
          row = i;
          break;
        }
      }
      const tried = withOneMore(mixed, gamma, row, nearest, progress);
      throwIfCancelled(progress);
      const sum = tried.reduce((all, distance) => all + distance, 0);
      if (best === null || sum < best.sum) best = { row, nearest: tried, sum };
    }
    chosen.push(best!.row);
    nearest = best!.nearest;
  }
  return chosen;
};
