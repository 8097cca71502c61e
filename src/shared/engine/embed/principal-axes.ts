import { columnOf, createMatrix, type Matrix } from '../matrix.ts';
import { type Progress, part, throwIfCancelled } from '../progress.ts';
import { eigenOf } from './jacobi.ts';

export interface PrincipalAxesInput {
  /** Finite numbers. */
  readonly matrix: Matrix;
}

export interface PrincipalAxes {
  /** rows × the first two axes; one where there is one column. */
  readonly axes: Matrix;
  /** Share of the variance along each axis; 0 where nothing varies. */
  readonly explained: number[];
}

const most = 2;

/** The population covariance, n × n row-major, and the column means. */
const covarianceOf = (matrix: Matrix, progress: Progress) => {
  const { rows, columns } = matrix;
  const centred = Array.from({ length: columns }, (_, j) => {
    throwIfCancelled(progress);
    const column = columnOf(matrix, j);
    let sum = 0;
    for (let i = 0; i < rows; i += 1) sum += column[i]!;
    const mean = sum / (rows || 1);
    return column.map((value) => value - mean);
  });
  const covariance = new Float64Array(columns * columns);
  for (let p = 0; p < columns; p += 1) {
    throwIfCancelled(progress);
    progress.report(p / columns);
    for (let q = p; q < columns; q += 1) {
      const a = centred[p]!;
      const b = centred[q]!;
      let sum = 0;
      for (let i = 0; i < rows; i += 1) sum += a[i]! * b[i]!;
      covariance[p * columns + q] = sum / (rows || 1);
      covariance[q * columns + p] = covariance[p * columns + q]!;
    }
  }
  return { centred, covariance };
};

/** A direction and its opposite are one axis: the one whose greatest entry (of equal ones the first) is positive. */
const turned = (vector: readonly number[]): readonly number[] => {
  const greatest = vector.reduce((best, value) => (Math.abs(value) > Math.abs(best) + 1e-12 ? value : best), 0);
  return greatest < 0 ? vector.map((value) => -value) : vector;
};

/**
 * Where each row stands along the directions of greatest variance (Pearson 1901; Hotelling 1933): the same input
 * gives the same picture, sign and all. O(rows × columns² + columns³).
 * @throws AppError `cancelled`
 */
export const principalAxes = ({ matrix }: PrincipalAxesInput, progress: Progress): PrincipalAxes => {
  const { rows, columns } = matrix;
  const { centred, covariance } = covarianceOf(matrix, part(progress, 0, 0.7));
  const { values, vectors } = eigenOf(covariance, columns, part(progress, 0.7, 0.9));
  const count = Math.min(most, columns);
  const axes = createMatrix(rows, count);
  for (let axis = 0; axis < count; axis += 1) {
    const to = columnOf(axes, axis);
    turned(vectors[axis]!).forEach((weight, j) => {
      const column = centred[j]!;
      for (let i = 0; i < rows; i += 1) to[i]! += weight * column[i]!;
    });
  }
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0);
  const explained = values.slice(0, count).map((value) => (total > 0 ? Math.max(0, value) / total : 0));
  return { axes, explained };
};
