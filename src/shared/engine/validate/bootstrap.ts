import { type Progress, silent, throwIfCancelled } from '../progress.ts';
import { createRandom } from '../random.ts';

/** Draws between two looks at the cancel flag. */
const drawsPerLook = 131_072;

/**
 * How often each row is drawn when as many rows are drawn as there are, with replacement. O(rows).
 * @throws AppError `cancelled`
 */
export const drawCounts = (rows: number, seed: number, progress: Progress = silent): Float64Array => {
  const random = createRandom(seed);
  const counts = new Float64Array(rows);
  for (let draw = 0; draw < rows; draw += 1) {
    if (draw % drawsPerLook === 0) throwIfCancelled(progress);
    counts[Math.floor(random() * rows)]! += 1;
  }
  return counts;
};

/**
 * For each part the greatest Jaccard similarity with a part of the other division, over the rows that were drawn: shared
 * rows over rows in either. NaN for a part of which no row was drawn. Labels below 0 are in no part. O(rows + k × otherK).
 */
export const jaccardOfParts = (
  labels: Int32Array,
  k: number,
  others: Int32Array,
  otherK: number,
  counts: Float64Array,
): Float64Array => {
  const shared = new Float64Array(k * otherK);
  const sizes = new Float64Array(k);
  const otherSizes = new Float64Array(otherK);
  for (let row = 0; row < labels.length; row += 1) {
    if (counts[row] === 0) continue;
    const label = labels[row]!;
    const other = others[row]!;
    if (label >= 0) sizes[label]! += 1;
    if (other >= 0) otherSizes[other]! += 1;
    if (label >= 0 && other >= 0) shared[label * otherK + other]! += 1;
  }
  return Float64Array.from({ length: k }, (_, label) => {
    if (sizes[label] === 0) return Number.NaN;
    let best = 0;
    for (let other = 0; other < otherK; other += 1) {
      const both = shared[label * otherK + other]!;
      best = Math.max(best, both / (sizes[label]! + otherSizes[other]! - both));
    }
    return best;
  });
};
