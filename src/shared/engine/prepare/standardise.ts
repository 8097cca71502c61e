import type { Scale } from '../../model/preparation.ts';
import { columnOf, createMatrix, type Matrix } from '../matrix.ts';
import { momentsOf } from './moments.ts';
import { scalingOf } from './scaling-of.ts';

/**
 * Every column to one scale, nothing else done and nothing noted; a constant one becomes 0, `none` gives the matrix
 * itself. None may be NaN. O(rows × columns) expected.
 */
export const scaleMatrix = (matrix: Matrix, scale: Scale): Matrix => {
  if (scale === 'none') return matrix;
  const scaled = createMatrix(matrix.rows, matrix.columns);
  const scratch = new Float64Array(scale === 'robust' ? matrix.rows : 0);
  for (let j = 0; j < matrix.columns; j += 1) {
    const column = columnOf(matrix, j);
    const { center, spread } = scalingOf(column, scratch, scale, momentsOf(column));
    const to = columnOf(scaled, j);
    if (spread > 0) for (let i = 0; i < column.length; i += 1) to[i] = (column[i]! - center) / spread;
  }
  return scaled;
};

/** Every column as z-scores by the population deviation; a constant one becomes 0. O(rows × columns). */
export const standardise = (matrix: Matrix): Matrix => scaleMatrix(matrix, 'zscore');
