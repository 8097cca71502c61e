import type { Matrix } from '../matrix.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';

export interface SilhouetteInput {
  readonly matrix: Matrix;
  /** One label a row, 0 and up. */
  readonly labels: Int32Array;
}

export interface Silhouette {
  /** Over all rows; null where there are fewer than two parts, for which it is not defined. */
  readonly mean: number | null;
  /** One value a row, −1 to 1; 0 for a row alone in its part. */
  readonly values: Float64Array;
}

/** Pairs of rows between two looks at the cancel flag: a few milliseconds. */
const pairsPerBlock = 500_000;

/** Rows sorted by label, so that each part is one run; `starts[c]` to `starts[c + 1]` is part c. */
const sortByLabel = ({ matrix, labels }: SilhouetteInput, parts: number) => {
  const { rows, columns, data } = matrix;
  const starts = new Int32Array(parts + 1);
  for (const label of labels) starts[label + 1]! += 1;
  for (let c = 0; c < parts; c += 1) starts[c + 1]! += starts[c]!;
  const next = starts.slice();
  const rowAt = new Int32Array(rows);
  const points = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const at = next[labels[row]!]!;
    next[labels[row]!] = at + 1;
    rowAt[at] = row;
    for (let j = 0; j < columns; j += 1) points[at * columns + j] = data[j * rows + row]!;
  }
  return { starts, rowAt, points };
};

/** `sums[c * rows + i]` = the sum of the distances from sorted row i to part c. Each pair is measured once. */
const sumDistances = (points: Float64Array, columns: number, starts: Int32Array, progress: Progress): Float64Array => {
  const parts = starts.length - 1;
  const rows = starts[parts]!;
  const sums = new Float64Array(parts * rows);
  let sincePoll = 0;
  for (let own = 0, i = 0; own < parts; own += 1) {
    const ownSums = own * rows;
    for (; i < starts[own + 1]!; i += 1) {
      for (let other = own, j = i + 1; other < parts; other += 1) {
        const end = starts[other + 1]!;
        let sum = 0;
        for (; j < end; j += 1) {
          let square = 0;
          for (let a = i * columns, b = j * columns, stop = a + columns; a < stop; a += 1, b += 1) {
            const difference = points[a]! - points[b]!;
            square += difference * difference;
          }
          const distance = Math.sqrt(square);
          sum += distance;
          sums[ownSums + j]! += distance;
        }
        sums[other * rows + i]! += sum;
      }
      sincePoll += rows - i;
      if (sincePoll > pairsPerBlock) {
        throwIfCancelled(progress);
        const done = (i + 1) / rows;
        progress.report(done * (2 - done));
        sincePoll = 0;
      }
    }
  }
  return sums;
};

/**
 * How much nearer each row is to its own part than to the next, by euclidean distance: (b − a) / max(a, b), a the
 * mean distance to the others of its part, b the least mean distance to another part (Rousseeuw 1987). Exact.
 * O(rows² × columns) time, O(rows × parts) memory.
 * @throws AppError `cancelled`
 */
export const silhouette = (input: SilhouetteInput, progress: Progress): Silhouette => {
  const { rows, columns } = input.matrix;
  const values = new Float64Array(rows);
  const parts = input.labels.reduce((most, label) => Math.max(most, label + 1), 0);
  const { starts, rowAt, points } = sortByLabel(input, parts);
  const filled = Array.from({ length: parts }, (_, c) => c).filter((c) => starts[c + 1]! > starts[c]!);
  if (filled.length < 2) return { mean: null, values };
  const sums = sumDistances(points, columns, starts, progress);
  let total = 0;
  for (const own of filled) {
    const size = starts[own + 1]! - starts[own]!;
    if (size === 1) continue;
    for (let i = starts[own]!; i < starts[own + 1]!; i += 1) {
      const a = sums[own * rows + i]! / (size - 1);
      let b = Number.POSITIVE_INFINITY;
      for (const other of filled)
        if (other !== own) b = Math.min(b, sums[other * rows + i]! / (starts[other + 1]! - starts[other]!));
      const larger = Math.max(a, b);
      const value = larger > 0 ? (b - a) / larger : 0;
      values[rowAt[i]!] = value;
      total += value;
    }
  }
  return { mean: total / rows, values };
};
