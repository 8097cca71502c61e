import type { Scale } from '../../model/preparation.ts';
import type { Moments } from './moments.ts';
import { middleOf, quantileOf } from './quantile.ts';

/** What is taken off every value, and what the rest is divided by. */
export interface Scaling {
  readonly center: number;
  readonly spread: number;
}

/**
 * The two numbers of a scale: mean and population standard deviation; median and interquartile range, or the standard
 * deviation where more than half are the same and the quartiles fall together; least and range; 0 and 1. A column that
 * does not vary keeps its distances of 0 under any of them. `scratch` is overwritten where quartiles are needed; as long
 * as `values`. O(n) expected.
 */
export const scalingOf = (values: Float64Array, scratch: Float64Array, scale: Scale, moments: Moments): Scaling => {
  if (scale === 'zscore') return { center: moments.mean, spread: moments.deviation };
  if (scale === 'none') return { center: 0, spread: moments.deviation > 0 ? 1 : 0 };
  if (scale === 'robust') {
    scratch.set(values);
    const center = middleOf(scratch);
    const range = quantileOf(scratch, 0.75) - quantileOf(scratch, 0.25);
    return { center, spread: range > 0 ? range : moments.deviation };
  }
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  if (values.length === 0) return { center: 0, spread: 0 };
  return { center: least, spread: moments.deviation > 0 ? greatest - least : 0 };
};
