import { sizesOf } from '../labels.ts';
import { columnOf, type Matrix } from '../matrix.ts';
import { type Progress, silent, throwIfCancelled } from '../progress.ts';

/** How far rows lie from the means of their parts: what several indices are made of. */
export interface Spread {
  readonly rows: number;
  readonly columns: number;
  readonly sizes: Int32Array;
  /** A mean for each part, k × columns row-major. */
  readonly means: Float64Array;
  /** Sum of squared distances to the means of the parts. */
  readonly inertia: number;
  /** Sum of squared distances to the mean of all rows. */
  readonly total: number;
  /** Mean distance to the mean, for each part. */
  readonly distances: Float64Array;
}

/**
 * O(rows × columns). Every part has a row.
 * @throws AppError `cancelled`
 */
export const spreadOf = (matrix: Matrix, labels: Int32Array, k: number, progress: Progress = silent): Spread => {
  const { rows, columns } = matrix;
  const sizes = sizesOf(labels, k);
  const means = new Float64Array(k * columns);
  const squares = new Float64Array(rows);
  let total = 0;
  for (let j = 0; j < columns; j += 1) {
    throwIfCancelled(progress);
    const column = columnOf(matrix, j);
    const sums = new Float64Array(k);
    for (let i = 0; i < rows; i += 1) sums[labels[i]!]! += column[i]!;
    const mean = sums.reduce((sum, value) => sum + value, 0) / rows;
    const partMeans = sums.map((sum, c) => sum / (sizes[c]! || 1));
    partMeans.forEach((value, c) => {
      means[c * columns + j] = value;
    });
    for (let i = 0; i < rows; i += 1) {
      const value = column[i]!;
      squares[i]! += (value - partMeans[labels[i]!]!) ** 2;
      total += (value - mean) ** 2;
    }
  }
  let inertia = 0;
  const distances = new Float64Array(k);
  for (let i = 0; i < rows; i += 1) {
    inertia += squares[i]!;
    distances[labels[i]!]! += Math.sqrt(squares[i]!);
  }
  for (let c = 0; c < k; c += 1) distances[c]! /= sizes[c]! || 1;
  return { rows, columns, sizes, means, inertia, total, distances };
};
