import type { FeatureOptions, Preparation, Transform } from '../../model/preparation.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';
import { type Moments, momentsOf } from './moments.ts';
import { fitYeoJohnson, yeoJohnson } from './yeo-johnson.ts';

/** Skewness above which a column counts as highly skewed (Bulmer 1979, Principles of Statistics, chapter 4). */
const highlySkewed = 1;
/** A transform has to take this much of the skewness away; that of yes and no, for one, it cannot change. */
const leastGain = 0.1;
/** Whether a power would straighten a column is seen from this many of its values, spread evenly. */
const enoughToSuggest = 50_000;

/** A transformed column, which stands in the scratch column. */
interface Tried {
  readonly transform: 'log1p' | 'yeoJohnson';
  readonly lambda: number | null;
  readonly moments: Moments;
}

const isNeverNegative = (values: Float64Array): boolean => {
  for (let i = 0; i < values.length; i += 1) if (!(values[i]! >= 0)) return false;
  return true;
};

/** Whatever a transform does, two values stay two values, and as skewed. */
const hasThreeValues = (values: Float64Array): boolean => {
  const one = values[0]!;
  let other = one;
  for (let i = 1; i < values.length; i += 1) {
    const value = values[i]!;
    if (value === one || value === other) continue;
    if (other !== one) return true;
    other = value;
  }
  return false;
};

const attempt = (
  values: Float64Array,
  scratch: Float64Array,
  transform: 'log1p' | 'yeoJohnson',
  progress: Progress,
): Tried => {
  throwIfCancelled(progress);
  const lambda = transform === 'log1p' ? null : fitYeoJohnson(values, scratch, progress);
  for (let i = 0; i < values.length; i += 1)
    scratch[i] = lambda === null ? Math.log1p(values[i]!) : yeoJohnson(values[i]!, lambda);
  return { transform, lambda, moments: momentsOf(scratch) };
};

/** At most so many values, evenly spread over the rows. */
const thinned = (values: Float64Array, atMost: number): Float64Array => {
  const step = Math.ceil(values.length / atMost);
  return step <= 1
    ? values
    : Float64Array.from({ length: Math.ceil(values.length / step) }, (_, i) => values[i * step]!);
};

/** The transform that may serve a column of this skewness. */
const candidateOf = (values: Float64Array, { skewness }: Moments, isPositive: boolean): Transform => {
  if (Math.abs(skewness) <= highlySkewed) return 'none';
  if (isPositive && skewness > 0) return 'log1p';
  return hasThreeValues(values) ? 'yeoJohnson' : 'none';
};

const wantedOf = (asked: FeatureOptions['transform'], suggested: Transform): Transform => {
  if (asked === 'auto') return suggested === 'log1p' ? 'log1p' : 'none';
  return asked === 'suggested' ? suggested : asked;
};

/**
 * Straightens a column in place as asked, and says what its skewness suggests. A log is suggested where the column is
 * never negative, highly skewed to the right and less skewed for it; Yeo-Johnson where it is highly skewed, and negative
 * somewhere or skewed to the left, and less skewed for it (of many rows, 50,000 are asked). A transform that was asked for and cannot serve (a log of
 * negative numbers, any of a constant) is not done. `scratch` is overwritten. O(rows), times 20 for Yeo-Johnson.
 * @throws AppError `cancelled`
 */
export const transformColumn = (
  values: Float64Array,
  scratch: Float64Array,
  asked: FeatureOptions['transform'],
  progress: Progress,
): { chosen: Pick<Preparation, 'transform' | 'suggested' | 'lambda' | 'skewBefore'>; moments: Moments } => {
  const plain = momentsOf(values);
  const skewBefore = plain.skewness;
  const isPositive = isNeverNegative(values);
  const candidate = plain.deviation > 0 ? candidateOf(values, plain, isPositive) : 'none';
  const sample = candidate === 'yeoJohnson' ? thinned(values, enoughToSuggest) : values;
  const before = sample === values ? plain : momentsOf(sample);
  const tried = candidate === 'none' ? null : attempt(sample, scratch.subarray(0, sample.length), candidate, progress);
  const straightens =
    tried !== null &&
    tried.moments.deviation > 0 &&
    Math.abs(tried.moments.skewness) <= Math.abs(before.skewness) - leastGain;
  const suggested = straightens ? candidate : 'none';
  const wanted = wantedOf(asked, suggested);
  if (wanted !== 'none' && plain.deviation > 0 && (wanted !== 'log1p' || isPositive)) {
    const { transform, lambda, moments } =
      tried?.transform === wanted && sample === values ? tried : attempt(values, scratch, wanted, progress);
    if (moments.deviation > 0) {
      values.set(scratch);
      return { chosen: { transform, suggested, lambda, skewBefore }, moments };
    }
  }
  return { chosen: { transform: 'none', suggested, lambda: null, skewBefore }, moments: plain };
};
