import { columnOf, createMatrix, type Matrix } from './matrix.ts';
import { type Progress, silent, throwIfCancelled } from './progress.ts';
import { createRandom, type Random } from './random.ts';

/** Rows between two looks at the cancel flag. */
const rowsPerLook = 16_384;

/** A seeded choice of `size` rows, in their order (Knuth's selection sampling, TAOCP 2, 3.4.2 S). O(rows). */
export const sampleRows = (rows: number, size: number, seed: number): Int32Array => {
  const random = createRandom(seed);
  const chosen = new Int32Array(size);
  for (let row = 0, have = 0; have < size; row += 1) {
    if ((rows - row) * random() < size - have) {
      chosen[have] = row;
      have += 1;
    }
  }
  return chosen;
};

/**
 * These rows only, in this order. O(chosen rows × columns).
 * @throws AppError `cancelled`
 */
export const pickRows = (matrix: Matrix, rows: Int32Array, progress: Progress = silent): Matrix => {
  const picked = createMatrix(rows.length, matrix.columns);
  for (let j = 0; j < matrix.columns; j += 1) {
    throwIfCancelled(progress);
    const from = columnOf(matrix, j);
    const to = columnOf(picked, j);
    for (let i = 0; i < rows.length; i += 1) to[i] = from[rows[i]!]!;
  }
  return picked;
};

/**
 * All rows in an order that is as likely as any other (Fisher & Yates 1938). O(rows).
 * @throws AppError `cancelled`
 */
export const shuffledRows = (rows: number, random: Random, progress: Progress = silent): Int32Array => {
  const order = new Int32Array(rows);
  for (let row = 0; row < rows; row += 1) order[row] = row;
  for (let i = rows - 1; i > 0; i -= 1) {
    if (i % rowsPerLook === 0) throwIfCancelled(progress);
    const j = Math.floor(random() * (i + 1));
    const swapped = order[i]!;
    order[i] = order[j]!;
    order[j] = swapped;
  }
  return order;
};
