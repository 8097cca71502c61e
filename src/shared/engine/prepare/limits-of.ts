import type { Cap } from '../../model/preparation.ts';
import { middleOf, quantileOf } from './quantile.ts';

/** 1 / Φ⁻¹(3/4): a normal column's standard deviation in median absolute deviations. */
const deviationsPerMad = 1.4826022185056018;

/**
 * Where values are capped; null for nowhere, also where the limits would fall together and nothing would vary any more.
 * Reorders and changes the values; none may be NaN. O(n) expected.
 */
export const limitsOf = (values: Float64Array, cap: Cap): { low: number; high: number } | null => {
  if (cap.by === 'none' || values.length === 0) return null;
  let low: number;
  let high: number;
  if (cap.by === 'quantile') {
    low = quantileOf(values, cap.low);
    high = quantileOf(values, cap.high);
  } else if (cap.by === 'iqr') {
    const first = quantileOf(values, 0.25);
    const third = quantileOf(values, 0.75);
    const reach = cap.times * (third - first);
    low = first - reach;
    high = third + reach;
  } else {
    const median = middleOf(values);
    for (let i = 0; i < values.length; i += 1) values[i] = Math.abs(values[i]! - median);
    const reach = cap.times * deviationsPerMad * middleOf(values);
    low = median - reach;
    high = median + reach;
  }
  return low < high ? { low, high } : null;
};
