import { type Progress, throwIfCancelled } from '../progress.ts';
import type { Affinities } from './affinities.ts';

/** Rows, each with its neighbours, between two looks at the cancel flag. */
const rowsPerLook = 4096;

/**
 * Σ p ln(p / q) over the neighbours, q = 1 / (1 + d²) / normaliser. O(neighbours).
 * @throws AppError `cancelled`
 */
export const divergenceOf = (
  places: Float32Array,
  { starts, others, weights }: Affinities,
  normaliser: number,
  progress: Progress,
): number => {
  let sum = 0;
  for (let row = 0; row + 1 < starts.length; row += 1) {
    if (row % rowsPerLook === 0) throwIfCancelled(progress);
    for (let at = starts[row]!; at < starts[row + 1]!; at += 1) {
      const p = weights[at]!;
      const other = others[at]!;
      const d2 = (places[2 * row]! - places[2 * other]!) ** 2 + (places[2 * row + 1]! - places[2 * other + 1]!) ** 2;
      if (p > 0) sum += p * Math.log(p * (1 + d2) * normaliser);
    }
  }
  return sum;
};
