import { columnOf, createMatrix, type Matrix } from '../matrix.ts';
import { type Progress, part, throwIfCancelled } from '../progress.ts';
import { eigenOf } from './jacobi.ts';
import { leadingEigenOf } from './leading-eigen.ts';

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

/** Beyond this many columns only the axes that are shown are computed: all of them would take minutes. */
const allAtMost = 100;

const centredColumns = (matrix: Matrix, progress: Progress): Float64Array[] =>
  Array.from({ length: matrix.columns }, (_, j) => {
    throwIfCancelled(progress);
    const column = columnOf(matrix, j);
    let sum = 0;
    for (let i = 0; i < matrix.rows; i += 1) sum += column[i]!;
    const mean = sum / (matrix.rows || 1);
    return column.map((value) => value - mean);
  });

/** Products of all pairs of vectors over `divisor`, n × n row-major. */
const productsOf = (vectors: readonly Float64Array[], divisor: number, progress: Progress): Float64Array => {
  const n = vectors.length;
  const products = new Float64Array(n * n);
  for (let p = 0; p < n; p += 1) {
    throwIfCancelled(progress);
    progress.report(p / n);
    for (let q = p; q < n; q += 1) {
      const a = vectors[p]!;
      const b = vectors[q]!;
      let sum = 0;
      for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
      products[p * n + q] = sum / (divisor || 1);
      products[q * n + p] = products[p * n + q]!;
    }
  }
  return products;
};

const traceOf = (symmetric: Float64Array, n: number): number => {
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += symmetric[i * n + i]!;
  return sum;
};

/** The first axes of many columns, with all the variance there is; from the products of rows where these are fewer. */
const leadingAxes = (centred: readonly Float64Array[], rows: number, progress: Progress) => {
  const columns = centred.length;
  const byRows = rows < columns;
  const n = byRows ? rows : columns;
  const vectorsOf = () => Array.from({ length: rows }, (_, i) => Float64Array.from(centred, (column) => column[i]!));
  const products = productsOf(byRows ? vectorsOf() : centred, rows, part(progress, 0, 0.7));
  const found = leadingEigenOf(products, n, Math.min(most, n), part(progress, 0.7, 1));
  const vectors = byRows
    ? found.vectors.map((weights) => {
        const axis = centred.map((column) => weights.reduce((sum, weight, i) => sum + weight * column[i]!, 0));
        const length = Math.hypot(...axis);
        return axis.map((value) => (length > 0 ? value / length : 0));
      })
    : found.vectors;
  return { values: found.values, vectors, total: traceOf(products, n) };
};

const allAxes = (centred: readonly Float64Array[], rows: number, progress: Progress) => {
  const covariance = productsOf(centred, rows, part(progress, 0, 0.7));
  const { values, vectors } = eigenOf(covariance, centred.length, part(progress, 0.7, 0.9));
  return { values, vectors, total: values.reduce((sum, value) => sum + Math.max(0, value), 0) };
};

/** A direction and its opposite are one axis: the one whose greatest entry (of equal ones the first) is positive. */
const turned = (vector: readonly number[]): readonly number[] => {
  const greatest = vector.reduce((best, value) => (Math.abs(value) > Math.abs(best) + 1e-12 ? value : best), 0);
  return greatest < 0 ? vector.map((value) => -value) : vector;
};

/**
 * Where each row stands along the directions of greatest variance (Pearson 1901; Hotelling 1933): the same input
 * gives the same picture, sign and all. O(rows × columns² + columns³), without the cube beyond 100 columns.
 * @throws AppError `cancelled`
 */
export const principalAxes = ({ matrix }: PrincipalAxesInput, progress: Progress): PrincipalAxes => {
  const { rows, columns } = matrix;
  const centred = centredColumns(matrix, progress);
  const { values, vectors, total } = (columns > allAtMost ? leadingAxes : allAxes)(centred, rows, progress);
  const count = Math.min(most, columns);
  const axes = createMatrix(rows, count);
  for (let axis = 0; axis < count; axis += 1) {
    const to = columnOf(axes, axis);
    turned(vectors[axis] ?? []).forEach((weight, j) => {
      const column = centred[j]!;
      for (let i = 0; i < rows; i += 1) to[i]! += weight * column[i]!;
    });
  }
  const explained = Array.from({ length: count }, (_, axis) => values[axis] ?? 0).map((value) =>
    total > 0 ? Math.max(0, value) / total : 0,
  );
  return { axes, explained };
};
