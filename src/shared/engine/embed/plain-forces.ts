import { type Progress, throwIfCancelled } from '../progress.ts';
import type { Affinities } from './affinities.ts';
import type { MapStep } from './map-step.ts';

/**
 * The steps of a neighbour map in plain TypeScript, with the forces of all pairs: exact, and for where there are no
 * kernels. O(steps × rows²).
 * @throws AppError `cancelled`
 */
export const plainForces = (
  start: Float32Array,
  { starts, others, weights }: Affinities,
  steps: readonly MapStep[],
  progress: Progress,
): { places: Float32Array; normaliser: number } => {
  const rows = start.length / 2;
  const places = start.slice();
  const gains = new Float32Array(2 * rows).fill(1);
  const moves = new Float32Array(2 * rows);
  const forces = new Float64Array(2 * rows);
  const repel = (): number => {
    forces.fill(0);
    let normaliser = 0;
    for (let one = 0; one < rows; one += 1) {
      if (one % 256 === 0) throwIfCancelled(progress);
      for (let other = one + 1; other < rows; other += 1) {
        const dx = places[2 * one]! - places[2 * other]!;
        const dy = places[2 * one + 1]! - places[2 * other + 1]!;
        const q = 1 / (1 + dx * dx + dy * dy);
        normaliser += 2 * q;
        forces[2 * one]! += q * q * dx;
        forces[2 * one + 1]! += q * q * dy;
        forces[2 * other]! -= q * q * dx;
        forces[2 * other + 1]! -= q * q * dy;
      }
    }
    return normaliser;
  };
  steps.forEach(({ pull, momentum, rate }, step) => {
    const normaliser = repel();
    for (let row = 0; row < rows; row += 1)
      for (let at = starts[row]!; at < starts[row + 1]!; at += 1) {
        const other = others[at]!;
        const dx = places[2 * row]! - places[2 * other]!;
        const dy = places[2 * row + 1]! - places[2 * other + 1]!;
        const drawn = (pull * normaliser * weights[at]!) / (1 + dx * dx + dy * dy);
        forces[2 * row]! -= drawn * dx;
        forces[2 * row + 1]! -= drawn * dy;
      }
    for (let i = 0; i < 2 * rows; i += 1) {
      const gradient = (-4 * rate * forces[i]!) / normaliser;
      gains[i] = Math.max(0.01, moves[i]! * gradient < 0 ? gains[i]! + 0.2 : gains[i]! * 0.8);
      moves[i] = momentum * moves[i]! - gains[i]! * gradient;
      places[i]! += moves[i]!;
    }
    progress.report((step + 1) / steps.length);
  });
  return { normaliser: repel(), places };
};
