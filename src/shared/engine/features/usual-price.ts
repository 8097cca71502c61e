import { medianOf } from '../prepare/median.ts';

/** The median of the prices that these lines have; NaN where none has one. O(lines) expected. */
export const usualPrice = (prices: Float64Array, lines: Int32Array): number => {
  const known = Float64Array.from(lines, (line) => prices[line]!).filter((price) => !Number.isNaN(price));
  return known.length === 0 ? Number.NaN : medianOf(known);
};
