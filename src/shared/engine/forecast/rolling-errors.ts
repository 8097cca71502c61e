import type { Forecaster } from './forecaster.ts';

export interface RollingOptions {
  readonly horizon: number;
  /** Earlier days that are looked ahead from, at most. */
  readonly origins: number;
  /** Values that have to be known before. */
  readonly least: number;
}

/** Errors from one earlier day on, at steps 1, 2 …, as far as it is known what came. */
export interface OriginErrors {
  readonly known: number;
  readonly errors: Float64Array;
}

/**
 * Evaluates with a rolling origin: the series is cut at earlier days, spread evenly over the last horizons, and forecast
 * from there with nothing that came later in the parameters. O(origins × one fit). Deterministic.
 * Source: Tashman, Out-of-sample tests of forecasting accuracy, International Journal of Forecasting 16 (2000).
 */
export const rollingErrors = (
  values: Float64Array,
  forecaster: Forecaster,
  { horizon, origins, least }: RollingOptions,
): readonly OriginErrors[] => {
  const n = values.length;
  const first = Math.max(least, n - 2 * horizon);
  const count = Math.min(origins, n - first);
  if (count <= 0) return [];
  const cuts = Array.from({ length: count }, (_, i) => first + Math.floor((i * (n - first)) / count));
  return cuts.map((known) => {
    const steps = Math.min(horizon, n - known);
    const ahead = forecaster.from(values.subarray(0, known), steps);
    return { known, errors: ahead.map((forecast, h) => values[known + h]! - forecast) };
  });
};
