import type { Preparation } from '../../shared/model/segmentation.ts';

/**
 * What a segmentation did to one feature, done again from its stored numbers: fill in the median, transform, z-score.
 * Zero where the feature was left out. O(rows).
 */
export const preparedColumn = (raw: Float64Array, preparation: Preparation): Float64Array => {
  const { median, transform, mean, deviation, used } = preparation;
  if (!used) return new Float64Array(raw.length);
  return raw.map((value) => {
    const filled = Number.isNaN(value) ? median : value;
    return ((transform === 'log1p' ? Math.log1p(filled) : filled) - mean) / deviation;
  });
};
