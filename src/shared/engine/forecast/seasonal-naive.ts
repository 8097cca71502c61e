import { lastValue } from './last-value.ts';

/** Each period as it was a year ago; before a year is known, as the last one was. What every forecast has to beat. O(horizon). */
export const seasonalNaive = (values: Float64Array, period: number, horizon: number): Float64Array =>
  values.length < period
    ? lastValue(values, horizon)
    : Float64Array.from({ length: horizon }, (_, h) => values[values.length - period + (h % period)]!);
