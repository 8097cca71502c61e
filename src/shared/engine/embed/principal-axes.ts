import { type Machine, machineInUse } from '../kernels/machine.ts';
import { columnOf, createMatrix, type Matrix } from '../matrix.ts';
import { type Progress, part, throwIfCancelled } from '../progress.ts';
import { eigenOf } from './jacobi.ts';
import { leadingEigenOf } from './leading-eigen.ts';
import { centredProducts, projectRows } from './principal-axes-kernel.ts';

export interface PrincipalAxesInput {
  /** Finite numbers. */
  readonly matrix: Matrix;
}

export interface PrincipalAxes {
  /** rows × the first two axes; one where there is one column. */
  readonly axes: Matrix;
  /** Share of the variance along each axis; 0 where nothing varies. */
  readonly explained: number[];
  /** The weight of each column in each axis, a unit vector an axis; zeros where nothing is left to vary. */
  readonly loadings: number[][];
}

const most = 2;

/** Fewer rows are done before anybody else has woken up, and the sums of more columns would fill the kernels' memory. */
const kernels = { rowsFrom: 2_000, columnsAtMost: 400 };

/** Beyond this many columns only the axes that are shown are computed: all of them would take minutes. */
const allAtMost = 100;

const centredColumns = (matrix: Matrix, progress: Progress): Float64Array[] =>
  Array.from({ length: matrix.columns }, (_, j) => {
    throwIfCancelled(progress);
    const column = columnOf(matrix, j);
    // About the first number, so that a column that does not vary is exactly 0.
    const first = column[0] ?? 0;
    let sum = 0;
    for (let i = 0; i < matrix.rows; i += 1) sum += column[i]! - first;
    const mean = first + sum / (matrix.rows || 1);
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

/** The first axes of more columns than rows, with all the variance there is, from the products of the rows. */
const leadingAxes = (centred: readonly Float64Array[], rows: number, progress: Progress) => {
  const byRow = Array.from({ length: rows }, (_, i) => Float64Array.from(centred, (column) => column[i]!));
  const products = productsOf(byRow, rows, part(progress, 0, 0.7));
  const found = leadingEigenOf(products, rows, Math.min(most, rows), part(progress, 0.7, 1));
  const vectors = found.vectors.map((weights) => {
    const axis = centred.map((column) => weights.reduce((sum, weight, i) => sum + weight * column[i]!, 0));
    const length = Math.hypot(...axis);
    return axis.map((value) => (length > 0 ? value / length : 0));
  });
  return { values: found.values, vectors, total: traceOf(products, rows) };
};

/** The axes of a covariance: all of them, or of many columns the first. */
const axesOf = (covariance: Float64Array, columns: number, progress: Progress) =>
  columns > allAtMost
    ? { ...leadingEigenOf(covariance, columns, most, progress), total: traceOf(covariance, columns) }
    : eigenOfAll(covariance, columns, progress);

const eigenOfAll = (covariance: Float64Array, columns: number, progress: Progress) => {
  const { values, vectors } = eigenOf(covariance, columns, progress);
  return { values, vectors, total: values.reduce((sum, value) => sum + Math.max(0, value), 0) };
};

/** A direction and its opposite are one axis: the one whose greatest entry (of equal ones the first) is positive. */
const turned = (vector: readonly number[]): readonly number[] => {
  const greatest = vector.reduce((best, value) => (Math.abs(value) > Math.abs(best) + 1e-12 ? value : best), 0);
  return greatest < 0 ? vector.map((value) => -value) : vector;
};

interface Found {
  readonly values: readonly number[];
  readonly vectors: readonly (readonly number[])[];
  readonly total: number;
}

const shared = ({ values, total }: Found, count: number): number[] =>
  Array.from({ length: count }, (_, axis) => values[axis] ?? 0).map((value) =>
    total > 0 ? Math.max(0, value) / total : 0,
  );

const loadingsOf = ({ vectors }: Found, count: number, columns: number): number[][] =>
  Array.from({ length: count }, (_, axis) => [...turned(vectors[axis] ?? Array.from({ length: columns }, () => 0))]);

/** In plain TypeScript. */
export const principalAxesPlain = (matrix: Matrix, progress: Progress): PrincipalAxes => {
  const { rows, columns } = matrix;
  const centred = centredColumns(matrix, progress);
  const found =
    columns > allAtMost && rows < columns
      ? leadingAxes(centred, rows, progress)
      : axesOf(productsOf(centred, rows, part(progress, 0, 0.7)), columns, part(progress, 0.7, 0.9));
  const count = Math.min(most, columns);
  const loadings = loadingsOf(found, count, columns);
  const axes = createMatrix(rows, count);
  loadings.forEach((vector, axis) => {
    const to = columnOf(axes, axis);
    vector.forEach((weight, j) => {
      const column = centred[j]!;
      for (let i = 0; i < rows; i += 1) to[i]! += weight * column[i]!;
    });
  });
  return { axes, explained: shared(found, count), loadings };
};

/** On the machine's kernels and threads; null where it has not the memory. */
export const principalAxesByKernel = (machine: Machine, matrix: Matrix, progress: Progress): PrincipalAxes | null => {
  const products = centredProducts(machine, matrix, part(progress, 0, 0.6));
  if (products === null) return null;
  const { means, covariance } = products;
  const found = axesOf(covariance, matrix.columns, part(progress, 0.6, 0.7));
  const count = Math.min(most, matrix.columns);
  const loadings = loadingsOf(found, count, matrix.columns);
  const axes = projectRows(machine, matrix, means, loadings, part(progress, 0.7, 1));
  return axes && { axes, explained: shared(found, count), loadings };
};

/**
 * Where each row stands along the directions of greatest variance (Pearson 1901; Hotelling 1933): the same input
 * gives the same picture, sign and all. O(rows × columns² + columns³), without the cube beyond 100 columns.
 * @throws AppError `cancelled`
 */
export const principalAxes = ({ matrix }: PrincipalAxesInput, progress: Progress): PrincipalAxes => {
  const isForKernels = matrix.rows >= kernels.rowsFrom && matrix.columns <= kernels.columnsAtMost;
  const machine = isForKernels ? machineInUse() : null;
  return (machine && principalAxesByKernel(machine, matrix, progress)) ?? principalAxesPlain(matrix, progress);
};
