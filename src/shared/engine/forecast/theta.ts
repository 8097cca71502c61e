import { adjustSeasons, type SeasonAdjusted } from './adjust-seasons.ts';
import { etsForecast, fitEtsForm } from './fit-ets.ts';
import { fitLine } from './fit-line.ts';
import { lastValue } from './last-value.ts';

const smoothWithDrift = ({ plain, putBack }: SeasonAdjusted, horizon: number): Float64Array => {
  const fit = plain.length < 4 ? null : fitEtsForm(plain, 1, { error: 'A', trend: 'N', season: 'N' });
  if (fit === null) return putBack(lastValue(plain, horizon));
  const drift = fitLine(plain).slope / 2;
  const { alpha } = fit.parameters;
  const settled = (1 - (1 - alpha) ** plain.length) / alpha;
  return putBack(etsForecast(fit, horizon).map((level, h) => level + drift * (h + settled)));
};

/**
 * The theta method: the series without its seasons is smoothed with half the slope of its line as drift, which is what the
 * mean of both theta lines (0 and 2) comes to. O(n).
 * Source: Assimakopoulos & Nikolopoulos, The theta model, International Journal of Forecasting 16 (2000); Hyndman &
 * Billah, Unmasking the theta method, International Journal of Forecasting 19 (2003).
 */
export const theta = (values: Float64Array, period: number, horizon: number): Float64Array =>
  smoothWithDrift(adjustSeasons(values, period), horizon);

/** The same on logarithms where all is above zero: growth is a share then, and forecasts stay above zero. O(n). */
export const logTheta = (values: Float64Array, period: number, horizon: number): Float64Array =>
  values.every((value) => value > 0)
    ? smoothWithDrift(adjustSeasons(values.map(Math.log), period, 'A'), horizon).map(Math.exp)
    : theta(values, period, horizon);
