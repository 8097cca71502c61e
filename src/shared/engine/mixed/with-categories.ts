import { createMatrix, type Matrix } from '../matrix.ts';

/**
 * The matrix with the numbers of categories as columns beside its own, so that rows can be told apart; itself where there
 * are none. O(rows × columns).
 */
export const withCategories = (matrix: Matrix, categories: readonly Int32Array[]): Matrix => {
  if (categories.length === 0) return matrix;
  const { rows, columns, data } = matrix;
  const whole = createMatrix(rows, columns + categories.length);
  whole.data.set(data);
  categories.forEach((codes, i) => {
    whole.data.set(codes.subarray(0, rows), (columns + i) * rows);
  });
  return whole;
};
