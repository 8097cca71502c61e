import { columnOf, createMatrix, type Matrix } from '../../shared/engine/matrix.ts';

/** These values of a column. */
export const pickValues = (values: Float64Array, rows: Int32Array): Float64Array =>
  Float64Array.from(rows, (row) => values[row]!);

/** These rows of a matrix, in this order. O(rows × columns). */
export const pickRows = (matrix: Matrix, rows: Int32Array): Matrix => {
  const picked = createMatrix(rows.length, matrix.columns);
  for (let column = 0; column < matrix.columns; column += 1)
    columnOf(picked, column).set(pickValues(columnOf(matrix, column), rows));
  return picked;
};
