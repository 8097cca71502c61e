import { type Matrix, matrixFromRows } from '../../src/shared/engine/matrix.ts';
import { createRandom } from '../../src/shared/engine/random.ts';

/** Three clouds of uniform points on the diagonal, the same as scipy-sklearn.py makes. */
export const points = (rows: number, columns: number, seed: number): number[][] => {
  const random = createRandom(seed);
  return Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, () => random() + 2 * (i % 3)));
};

export const pointMatrix = (rows: number, columns: number, seed: number): Matrix =>
  matrixFromRows(points(rows, columns, seed));
