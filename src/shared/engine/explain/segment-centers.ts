import { columnOf, type Matrix } from '../matrix.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';

export interface SegmentCenters {
  /** `centers[label]`: the mean of its rows, a number a column; empty where the label has no row. */
  readonly centers: readonly (readonly number[])[];
  readonly sizes: Int32Array;
  /** Share of each column's variance that lies between segments (η², Pearson 1911): 0 to 1; 0 for a constant column. */
  readonly between: readonly number[];
}

/**
 * Where each segment has its middle, and how far each column keeps segments apart. O(rows × columns).
 * @throws AppError `cancelled`
 */
export const segmentCenters = (matrix: Matrix, labels: Int32Array, k: number, progress: Progress): SegmentCenters => {
  const sizes = new Int32Array(k);
  for (const label of labels) if (label >= 0 && label < k) sizes[label]! += 1;
  const rows = sizes.reduce((sum, size) => sum + size, 0);
  const centers = Array.from(sizes, (size) => new Array<number>(size === 0 ? 0 : matrix.columns));
  const between: number[] = [];
  for (let j = 0; j < matrix.columns; j += 1) {
    throwIfCancelled(progress);
    const column = columnOf(matrix, j);
    const sums = new Float64Array(k);
    for (let row = 0; row < column.length; row += 1) {
      const label = labels[row]!;
      if (label >= 0 && label < k) sums[label]! += column[row]!;
    }
    const mean = sums.reduce((sum, part) => sum + part, 0) / Math.max(1, rows);
    let squares = 0;
    for (let row = 0; row < column.length; row += 1)
      if (labels[row]! >= 0 && labels[row]! < k) squares += (column[row]! - mean) ** 2;
    let apart = 0;
    for (let c = 0; c < k; c += 1) {
      if (sizes[c] === 0) continue;
      const center = sums[c]! / sizes[c]!;
      centers[c]![j] = center;
      apart += sizes[c]! * (center - mean) ** 2;
    }
    between.push(squares > 0 ? Math.min(1, apart / squares) : 0);
  }
  return { centers, sizes, between };
};
