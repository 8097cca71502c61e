import { AppError } from '../errors.ts';
import type { Matrix } from './matrix.ts';

/**
 * Makes sure that sums of squared differences stay within a float64.
 * @throws AppError `badInput`
 */
export const checkSquarable = ({ data }: Matrix, method: string): void => {
  let greatest = 0;
  for (const value of data) greatest = Math.max(greatest, Math.abs(value));
  const limit = Math.sqrt(Number.MAX_VALUE / 8 / Math.max(1, data.length));
  if (!(greatest <= limit))
    throw new AppError('badInput', {
      method,
      problem: `${greatest} is so large that distances to it cannot be computed; divide that column first, or take z-scores`,
    });
};
