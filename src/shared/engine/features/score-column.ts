import { quantileOf } from '../prepare/quantile.ts';

const shares = [0.2, 0.4, 0.6, 0.8];

/** The four quintiles of the values that are there (type 7). O(n) expected. */
export const quintilesOf = (values: Float64Array): number[] => {
  const known = values.filter((value) => !Number.isNaN(value));
  return shares.map((share) => quantileOf(known, share));
};

/**
 * Scores from 1 to 5: one more for every limit that a value is above, or at most at where less is better (Hughes 1994,
 * Strategic Database Marketing). Equal values have equal scores, so that the fifths need not be of one size. O(n).
 * @param limits four, not falling
 */
export const scoreColumn = (values: Float64Array, limits: readonly number[], lessIsBetter: boolean): Float64Array =>
  values.map((value) => {
    if (Number.isNaN(value)) return Number.NaN;
    const above = limits.reduce((count, limit) => (value > limit ? count + 1 : count), 0);
    return lessIsBetter ? 5 - above : 1 + above;
  });
