import { columnOf, type Matrix, rowsOf } from '../matrix.ts';
import { momentsOf } from '../prepare/moments.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';
import { rowMajor } from '../rows.ts';

/** A matrix in the shapes that k-means runs need, made once for all of them. */
export interface Points {
  readonly rows: number;
  readonly columns: number;
  /** Row-major. */
  readonly flat: Float64Array;
  /** Row arrays, for ml-kmeans. */
  readonly nested: number[][];
  /** Mean of the columns' population variances: what a relative tolerance is relative to. */
  readonly meanVariance: number;
}

/**
 * O(rows × columns).
 * @throws AppError `cancelled`
 */
export const pointsOf = (matrix: Matrix, progress: Progress): Points => {
  let variances = 0;
  for (let j = 0; j < matrix.columns; j += 1) variances += momentsOf(columnOf(matrix, j)).deviation ** 2;
  const flat = rowMajor(matrix);
  throwIfCancelled(progress);
  const nested = rowsOf(matrix);
  throwIfCancelled(progress);
  return {
    rows: matrix.rows,
    columns: matrix.columns,
    flat,
    nested,
    meanVariance: variances / Math.max(1, matrix.columns),
  };
};

/** Squared euclidean distance of two points in row-major data. */
export const squaredDistance = (
  a: Float64Array,
  aStart: number,
  b: Float64Array,
  bStart: number,
  columns: number,
): number => {
  let sum = 0;
  for (let j = 0; j < columns; j += 1) {
    const difference = a[aStart + j]! - b[bStart + j]!;
    sum += difference * difference;
  }
  return sum;
};
