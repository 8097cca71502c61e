import { type Progress, throwIfCancelled } from '../progress.ts';
import type { Random } from '../random.ts';
import { type MedoidSearch, mostCandidates } from './medoid-search.ts';

/**
 * Starting medoids by LAB (Schubert & Rousseeuw 2019): each is the best, among 10 + √rows drawn rows, for those rows.
 * Rows at no distance from a medoid are not taken while there are others. O(k × rows^1.5).
 * @throws AppError `cancelled`
 */
export const startMedoids = (search: MedoidSearch, k: number, random: Random, progress: Progress): number[] => {
  const { rows } = search;
  const draws = Math.min(rows, 10 + Math.ceil(Math.sqrt(rows)));
  const nearest = new Float64Array(rows).fill(Number.POSITIVE_INFINITY);
  const chosen: number[] = [];
  while (chosen.length < k) {
    const all = Int32Array.from({ length: rows }, (_, row) => row);
    const apart = all.filter((row) => nearest[row]! > 0);
    // Where values are missing, a row may be at no distance from rows that are apart.
    const open = apart.length > 0 ? apart : all.filter((row) => !chosen.includes(row));
    const count = Math.min(draws, open.length);
    for (let i = 0; i < count; i += 1) {
      const other = i + Math.floor(random() * (open.length - i));
      [open[i], open[other]] = [open[other]!, open[i]!];
    }
    const drawn = open.subarray(0, count);
    let best = drawn[0]!;
    let least = Number.POSITIVE_INFINITY;
    for (const row of drawn) {
      throwIfCancelled(progress);
      const distances = search.from(row);
      let sum = 0;
      for (const other of drawn) sum += Math.min(nearest[other]!, distances[other]!);
      if (sum < least) {
        least = sum;
        best = row;
      }
    }
    chosen.push(best);
    const distances = search.from(best);
    for (let row = 0; row < rows; row += 1) nearest[row] = Math.min(nearest[row]!, distances[row]!);
    nearest[best] = 0;
  }
  return chosen;
};

/**
 * FasterPAM (Schubert & Rousseeuw 2021): looks at one row after another and swaps it in at once where that lessens the
 * total deviation, until no swap of any row with any medoid does. Returns the swaps. O(rows² × columns) a round.
 * @throws AppError `cancelled`
 */
export const fasterPam = (search: MedoidSearch, progress: Progress): number => {
  const { rows } = search;
  let swaps = 0;
  let idle = 0;
  let next = 0;
  // Few at once after a swap, when the next is near; more and more while there is none.
  let batch = 2;
  let furthest = 0;
  while (idle < rows) {
    const candidates = Array.from({ length: Math.min(batch, rows - idle) }, (_, i) => (next + i) % rows);
    const better = search.firstBetter(candidates, progress);
    if (better === null) {
      idle += candidates.length;
      next = (next + candidates.length) % rows;
      batch = Math.min(mostCandidates, batch * 2);
    } else {
      const row = candidates[better.index]!;
      search.swap(better.medoid, row);
      swaps += 1;
      idle = 0;
      next = (row + 1) % rows;
      batch = 2;
    }
    furthest = Math.max(furthest, idle / rows);
    progress.report(furthest);
  }
  return swaps;
};
