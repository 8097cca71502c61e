import type { FeatureOptions, Preparation } from '../../model/preparation.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';
import { scaleValue, withinLimits } from './apply-preparation.ts';
import { isNearConstant } from './is-near-constant.ts';
import { limitsOf } from './limits-of.ts';
import { momentsOf } from './moments.ts';
import { middleOf } from './quantile.ts';
import { scalingOf } from './scaling-of.ts';
import { transformColumn } from './transform-column.ts';
import { untransformValue } from './transform-value.ts';

/** Two columns of the matrix's height to work in. */
export interface Workspace {
  readonly one: Float64Array;
  readonly isMissing: Uint8Array;
}

/** Copies the values that are there to the front of `to` and returns them. */
const gather = (values: Float64Array, isMissing: Uint8Array, missing: number, to: Float64Array): Float64Array => {
  if (missing === 0) {
    to.set(values);
    return to;
  }
  let count = 0;
  for (let i = 0; i < values.length; i += 1) {
    if (isMissing[i] === 1) continue;
    to[count] = values[i]!;
    count += 1;
  }
  return to.subarray(0, count);
};

/** A limit may be beyond what the transform makes of any number. */
const inOwnUnit = (limit: number, how: Pick<Preparation, 'transform' | 'lambda'>): number | null => {
  const own = untransformValue(limit, how);
  return Number.isFinite(own) ? own : null;
};

const fillOf = (there: Float64Array, policy: FeatureOptions['missing'], median: number): number => {
  if (policy === 'zero') return 0;
  return policy === 'mean' ? momentsOf(there).mean : median;
};

/**
 * One column made ready for distances, into `to`: missing values filled, straightened, capped, scaled, weighted, in this
 * order; see the options for each. A feature that is constant or weighs nothing is not used, and `to` holds no sense
 * then. O(rows) expected.
 * @throws AppError `cancelled`
 */
export const prepareColumn = (
  feature: string,
  raw: Float64Array,
  options: FeatureOptions,
  to: Float64Array,
  { one: scratch, isMissing }: Workspace,
  progress: Progress,
): Preparation => {
  const rows = raw.length;
  const { scale, missing, weight } = options;
  let imputed = 0;
  for (let i = 0; i < rows; i += 1) {
    const isIt = Number.isNaN(raw[i]!) ? 1 : 0;
    isMissing[i] = isIt;
    imputed += isIt;
  }
  const there = gather(raw, isMissing, imputed, scratch);
  const median = middleOf(there);
  const fill = fillOf(there, missing, median);
  to.set(raw);
  if (imputed > 0) for (let i = 0; i < rows; i += 1) if (isMissing[i] === 1) to[i] = fill;
  throwIfCancelled(progress);

  const { chosen, moments: uncapped } = transformColumn(to, scratch, options.transform, progress);
  throwIfCancelled(progress);
  const cap = options.cap.by === 'none' ? null : limitsOf(gather(to, isMissing, imputed, scratch), options.cap);
  let cappedLow = 0;
  let cappedHigh = 0;
  if (cap !== null) {
    for (let i = 0; i < rows; i += 1) {
      const value = to[i]!;
      const within = withinLimits(value, cap);
      to[i] = within;
      if (within === value || isMissing[i] === 1) continue;
      if (within > value) cappedLow += 1;
      else cappedHigh += 1;
    }
  }
  const moments = cap === null ? uncapped : momentsOf(to);
  const varies = moments.deviation > 0;
  const { center, spread } = scalingOf(to, scratch, scale, moments);
  throwIfCancelled(progress);
  const nearConstant = isNearConstant(to, moments);
  const scaling = { cap: null, center, spread, weight };
  const used = varies && weight > 0;
  if (used) for (let i = 0; i < rows; i += 1) to[i] = scaleValue(to[i]!, scaling);
  return {
    feature,
    ...chosen,
    skewAfter: moments.skewness,
    mean: moments.mean,
    deviation: moments.deviation,
    scale,
    center,
    spread,
    cap: cap === null ? null : { ...cap, ownLow: inOwnUnit(cap.low, chosen), ownHigh: inOwnUnit(cap.high, chosen) },
    cappedLow,
    cappedHigh,
    missing,
    imputed,
    fill,
    indicator: missing === 'indicator' && imputed > 0 && imputed < rows && weight > 0,
    median,
    weight,
    nearConstant,
    used,
    leftOut: varies ? (used ? null : 'weightless') : 'constant',
    correlated: null,
  };
};
