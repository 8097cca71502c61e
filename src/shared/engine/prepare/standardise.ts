import { columnOf, createMatrix, type Matrix } from '../matrix.ts';
import { momentsOf } from './moments.ts';

/** Every column as z-scores by the population deviation; a constant one becomes 0. O(rows × columns). */
export const standardise = (matrix: Matrix): Matrix => {
  const scaled = createMatrix(matrix.rows, matrix.columns);
  for (let j = 0; j < matrix.columns; j += 1) {
    const column = columnOf(matrix, j);
    const { mean, deviation } = momentsOf(column);
    const to = columnOf(scaled, j);
    if (deviation > 0) for (let i = 0; i < column.length; i += 1) to[i] = (column[i]! - mean) / deviation;
  }
  return scaled;
};
