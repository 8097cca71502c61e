import type { Matrix } from './matrix.ts';
import { type Progress, silent, throwIfCancelled } from './progress.ts';

/** Rows between two looks at the cancel flag. */
const rowsPerLook = 16_384;

/**
 * A row-major copy: `data[row * columns + column]`, as distance loops want it. O(rows × columns).
 * @throws AppError `cancelled`
 */
export const rowMajor = ({ rows, columns, data }: Matrix, progress: Progress = silent): Float64Array => {
  const copy = new Float64Array(rows * columns);
  for (let from = 0; from < rows; from += rowsPerLook) {
    throwIfCancelled(progress);
    const to = Math.min(rows, from + rowsPerLook);
    for (let j = 0; j < columns; j += 1) {
      const start = j * rows;
      for (let i = from; i < to; i += 1) copy[i * columns + j] = data[start + i]!;
    }
  }
  return copy;
};

/**
 * How many different rows there are, counted no further than `most`. Every row is compared with those found so far,
 * so O(rows × most × columns) at worst and a short look at ordinary data.
 */
export const countDifferentRows = (matrix: Matrix, most: number): number => {
  const { rows, columns, data } = matrix;
  const found: number[] = [];
  const same = (a: number, b: number): boolean => {
    for (let j = 0; j < columns; j += 1) if (data[j * rows + a] !== data[j * rows + b]) return false;
    return true;
  };
  for (let row = 0; row < rows && found.length < most; row += 1)
    if (!found.some((other) => same(row, other))) found.push(row);
  return found.length;
};
