/**
 * Rows × columns of numbers, column-major: `data[column * rows + row]`. Over shared memory where several threads work
 * on one matrix. NaN means missing; only `prepare` may see it.
 */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float64Array;
}

/** A zeroed matrix in shared memory. */
export const createMatrix = (rows: number, columns: number): Matrix => ({
  rows,
  columns,
  data: new Float64Array(new SharedArrayBuffer(Math.max(8, rows * columns * 8)), 0, rows * columns),
});

const sharedCopy = (data: Float64Array): SharedArrayBuffer => {
  const copy = new SharedArrayBuffer(data.byteLength);
  new Float64Array(copy).set(data);
  return copy;
};

/** A matrix's numbers in shared memory, and the byte at which they begin there. */
export const sharedNumbers = ({ data }: Matrix): { shared: SharedArrayBuffer; from: number } =>
  data.buffer instanceof SharedArrayBuffer
    ? { shared: data.buffer, from: data.byteOffset }
    : // Of plain memory every thread would be sent a copy.
      { shared: sharedCopy(data), from: 0 };

/** Builds a matrix from row arrays, for tests and small inputs. O(rows × columns). */
export const matrixFromRows = (rows: readonly (readonly number[])[]): Matrix => {
  const matrix = createMatrix(rows.length, rows[0]?.length ?? 0);
  rows.forEach((row, i) => {
    row.forEach((value, j) => {
      matrix.data[j * rows.length + i] = value;
    });
  });
  return matrix;
};

/** One column as a view, not a copy. */
export const columnOf = (matrix: Matrix, column: number): Float64Array =>
  matrix.data.subarray(column * matrix.rows, (column + 1) * matrix.rows);

/** Row arrays, as the independent libraries want them. O(rows × columns). */
export const rowsOf = (matrix: Matrix): number[][] =>
  Array.from({ length: matrix.rows }, (_, i) =>
    Array.from({ length: matrix.columns }, (_, j) => matrix.data[j * matrix.rows + i]!),
  );
