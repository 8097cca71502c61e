import type { Preparation } from '../../model/segmentation.ts';
import { medianOf } from './median.ts';
import { momentsOf } from './moments.ts';

export interface PrepareOptions {
  /** `auto` takes logs of skewed columns. */
  readonly logs: 'auto' | 'none';
  /** `none` leaves values in their units: mean 0 and deviation 1 in the record. */
  readonly scale: 'zscore' | 'none';
}

/** Skewness above which a column counts as highly skewed (Bulmer 1979, Principles of Statistics, chapter 4). */
const highlySkewed = 1;
/** A log has to take this much of the skewness away; that of yes and no, for one, it cannot change. */
const leastGain = 0.1;

/**
 * One column made ready for distances: missing values at the median, log(1 + x) where the column is never negative,
 * highly skewed to the right and less skewed for it, then z-scores by the population deviation. `values` is null for a
 * column that says nothing: constant, or missing everywhere. O(rows log rows).
 */
export const prepareColumn = (
  feature: string,
  raw: Float64Array,
  { logs, scale }: PrepareOptions,
): { values: Float64Array | null; preparation: Preparation } => {
  const median = medianOf(raw);
  let imputed = 0;
  const filled = raw.map((value) => {
    if (!Number.isNaN(value)) return value;
    imputed += 1;
    return median;
  });
  const plain = momentsOf(filled);
  const mayLog = logs === 'auto' && plain.skewness > highlySkewed && filled.every((value) => value >= 0);
  const logged = mayLog ? filled.map(Math.log1p) : filled;
  const after = mayLog ? momentsOf(logged) : plain;
  const log = mayLog && after.deviation > 0 && Math.abs(after.skewness) <= Math.abs(plain.skewness) - leastGain;
  const transformed = log ? logged : filled;
  const moments = log ? after : plain;
  const used = moments.deviation > 0;
  const { mean, deviation } = scale === 'none' ? { mean: 0, deviation: used ? 1 : 0 } : moments;
  return {
    values: used ? transformed.map((value) => (value - mean) / deviation) : null,
    preparation: {
      feature,
      transform: log ? 'log1p' : 'none',
      skewBefore: plain.skewness,
      skewAfter: moments.skewness,
      mean,
      deviation,
      imputed,
      median,
      used,
    },
  };
};
