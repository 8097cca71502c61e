import type { OriginErrors } from './rolling-errors.ts';

/** So many earlier days weigh as much as what the model says of its own spread. */
const priorOrigins = 2;

/**
 * The share of `values` sorted, at the conformal rank: of n values the ⌈(n + 1) level⌉-th. Where there are too few for that
 * rank, the largest. O(n log n).
 */
const conformalQuantile = (values: readonly number[], level: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length, Math.ceil((sorted.length + 1) * level)) - 1]!;
};

/**
 * How far a forecast may be off at each step for `level` of what comes: split conformal, from errors that were made from
 * earlier days on. Errors are told in multiples of what the model expects at their step, so that a step nobody could try
 * often enough borrows from the others. With few earlier days the model's own spread, as normal, has its say as well.
 * O(errors × log).
 * Source: Lei, G'Sell, Rinaldo, Tibshirani & Wasserman, Distribution-free predictive inference for regression, Journal of
 * the American Statistical Association 113 (2018), the locally weighted form; Stankevičiūtė, Alaa & van der Schaar,
 * Conformal time-series forecasting (2021).
 */
export const conformalWidths = (
  rolling: readonly OriginErrors[],
  spread: Float64Array,
  {
    level,
    deviation,
    normalQuantile,
  }: { readonly level: number; readonly deviation: number; readonly normalQuantile: number },
): Float64Array => {
  const scores = rolling.flatMap(({ errors }) => [...errors].map((error, h) => Math.abs(error) / spread[h]!));
  const own = normalQuantile * deviation;
  const learnt = scores.length === 0 ? own : conformalQuantile(scores, level);
  const trust = rolling.length / (rolling.length + priorOrigins);
  return spread.map((size) => size * (trust * learnt + (1 - trust) * own));
};
