import { AppError } from '../errors.ts';
import { checkSquarable } from './check-squarable.ts';
import type { Matrix } from './matrix.ts';
import { type Progress, silent, throwIfCancelled } from './progress.ts';

/** Numbers between two looks at the cancel flag. */
const numbersPerLook = 1_048_576;

const limitOf = ({ data }: Matrix): number => Math.sqrt(Number.MAX_VALUE / 8 / Math.max(1, data.length));

/**
 * Makes sure that every value is a number, and small enough that sums of squared differences stay within a float64.
 * O(rows × columns).
 * @throws AppError `badInput`, of a value that is no number with its `row` and `column`, counted from 1; `cancelled`
 */
export const checkNumbers = (matrix: Matrix, method: string, progress: Progress = silent): void => {
  const { rows, data } = matrix;
  const limit = limitOf(matrix);
  let fine = 0;
  for (let end = 0; fine === end && end < data.length; ) {
    throwIfCancelled(progress);
    end = Math.min(data.length, end + numbersPerLook);
    while (fine < end && Math.abs(data[fine]!) <= limit) fine += 1;
  }
  if (fine === data.length) return;
  for (let at = 0; at < data.length; at += 1) {
    const value = data[at]!;
    if (Number.isFinite(value)) continue;
    const row = (at % rows) + 1;
    const column = Math.floor(at / rows) + 1;
    const problem = `row ${row}, column ${column} is ${value}, which is no number`;
    throw new AppError('badInput', { method, problem, row, column });
  }
  checkSquarable(matrix, method);
};

/**
 * The same for who has the sums and the greatest sizes of the columns already: looks at the values only where those say
 * that something is wrong.
 * @param sums anything that is not finite where a value is not
 */
export const checkSums = (matrix: Matrix, sums: Float64Array, greatest: Float64Array, method: string): void => {
  const limit = limitOf(matrix);
  if (!sums.every(Number.isFinite) || !greatest.every((size) => size <= limit)) checkNumbers(matrix, method);
};
