import { middleOf, quantileOf } from '../prepare/quantile.ts';

/** Beyond these a value is far from all others; null: no bound on that side. */
export interface Fences {
  readonly below: number | null;
  readonly above: number | null;
  readonly median: number;
  /** Distances were taken between logarithms. */
  readonly log: boolean;
}

/** Makes the median absolute deviation of a normal sample its standard deviation. */
const normal = 1.4826;
/** Upper tail against lower tail, from which on a column counts as skewed. */
const skewedFrom = 1.6;

/**
 * Robust fences: median ± k·MAD (Hampel 1974; Leys et al. 2013), between logarithms where no value is negative and the
 * upper tail is much the longer. There only large values are far out: next to nothing is no outlier of a skewed count.
 * @param values reordered; none may be NaN
 * @param k in standard deviations of a normal sample
 * @returns null where more than half of the values are equal, so that nothing can be said
 */
export const fencesOf = (values: Float64Array, k: number): Fences | null => {
  if (values.length < 20) return null;
  const median = middleOf(values);
  const upper = quantileOf(values, 0.9) - median;
  const lower = median - quantileOf(values, 0.1);
  const log = values.every((value) => value >= 0) && upper > skewedFrom * lower;
  const scaled = log ? values.map(Math.log1p) : values;
  const middle = log ? Math.log1p(median) : median;
  const spread = normal * middleOf(scaled.map((value) => Math.abs(value - middle)));
  if (!(spread > 0)) return null;
  return log
    ? { below: null, above: Math.expm1(middle + k * spread), median, log }
    : { below: middle - k * spread, above: middle + k * spread, median, log };
};
