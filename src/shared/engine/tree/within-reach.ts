import { createMatrix, type Matrix } from '../matrix.ts';
import type { LooseMerges } from './order-merges.ts';
import { scaleFor } from './scale.ts';

/**
 * Grows merges over numbers that a power of two has brought near 1, which changes no digit but keeps the squares of
 * distances within a float, and gives the heights in the numbers' own size. O(rows × columns).
 */
export const withinReach = (matrix: Matrix, grow: (near: Matrix) => LooseMerges): LooseMerges => {
  const scale = scaleFor(matrix.data);
  const near = createMatrix(matrix.rows, matrix.columns);
  for (let i = 0; i < near.data.length; i += 1) near.data[i] = matrix.data[i]! * scale;
  const { one, other, heights } = grow(near);
  return { one, other, heights: heights.map((height) => height / scale) };
};
