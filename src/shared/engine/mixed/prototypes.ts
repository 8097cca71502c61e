import { type Progress, throwIfCancelled } from '../progress.ts';
import type { MixedRows } from './mixed-rows.ts';

/** What stands for each part: means of the numbers and modes of the categories, row-major. */
export interface Prototypes {
  readonly means: Float64Array;
  /** Levels, as in `MixedRows`. */
  readonly modes: Int32Array;
}

/** The prototypes at these rows. */
export const prototypesAt = (
  { columns, kinds, numbers, levels }: MixedRows,
  chosen: readonly number[],
): Prototypes => ({
  means: Float64Array.from(chosen.flatMap((row) => [...numbers.subarray(row * columns, (row + 1) * columns)])),
  modes: Int32Array.from(chosen.flatMap((row) => [...levels.subarray(row * kinds, (row + 1) * kinds)])),
});

/** Squared differences of the numbers + gamma × categories that differ, of a row and a prototype. */
export const mixedDistance = (
  { columns, kinds, numbers, levels }: MixedRows,
  gamma: number,
  row: number,
  { means, modes }: Prototypes,
  prototype: number,
): number => {
  let square = 0;
  for (let j = 0, a = row * columns, b = prototype * columns; j < columns; j += 1, a += 1, b += 1) {
    const difference = numbers[a]! - means[b]!;
    square += difference * difference;
  }
  let mismatches = 0;
  for (let c = 0, a = row * kinds, b = prototype * kinds; c < kinds; c += 1, a += 1, b += 1)
    if (levels[a] !== modes[b]) mismatches += 1;
  return square + gamma * mismatches;
};

/** Rows between two looks at the cancel flag. */
const rowsPerLook = 65_536;

/**
 * Means and modes of each part; of equally frequent levels the lowest. A part without rows keeps its prototype. O(rows).
 * @throws AppError `cancelled`
 */
export const prototypesOf = (
  mixed: MixedRows,
  labels: Int32Array,
  before: Prototypes,
  k: number,
  progress: Progress,
): Prototypes => {
  const { rows, columns, kinds, numbers, levels, codes } = mixed;
  const sizes = new Float64Array(k);
  const sums = new Float64Array(k * columns);
  const starts = codes.map((_, c) => codes.slice(0, c).reduce((sum, { length }) => sum + length, 0));
  const all = codes.reduce((sum, { length }) => sum + length, 0);
  const counts = new Float64Array(k * all);
  for (let row = 0; row < rows; row += 1) {
    if (row % rowsPerLook === 0) throwIfCancelled(progress);
    const own = labels[row]!;
    sizes[own]! += 1;
    for (let j = 0; j < columns; j += 1) sums[own * columns + j]! += numbers[row * columns + j]!;
    for (let c = 0; c < kinds; c += 1) counts[own * all + starts[c]! + levels[row * kinds + c]!]! += 1;
  }
  const means = before.means.slice();
  const modes = before.modes.slice();
  for (let own = 0; own < k; own += 1) {
    if (sizes[own] === 0) continue;
    for (let j = 0; j < columns; j += 1) means[own * columns + j] = sums[own * columns + j]! / sizes[own]!;
    for (let c = 0; c < kinds; c += 1) {
      const at = own * all + starts[c]!;
      let mode = 0;
      for (let level = 1; level < codes[c]!.length; level += 1)
        if (counts[at + level]! > counts[at + mode]!) mode = level;
      modes[own * kinds + c] = mode;
    }
  }
  return { means, modes };
};
