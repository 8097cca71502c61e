import { etsForecast, fitEtsForm } from './fit-ets.ts';
import { lastValue } from './last-value.ts';
import { shrinkSeasons } from './shrunk-seasons.ts';

/**
 * A trend that dies away, on the series without its shrunk seasons (on logarithms where all is above zero). O(n).
 * Source: Gardner & McKenzie, Forecasting trends in time series, Management Science 31 (1985), with the seasons of Miller &
 * Williams (2003).
 */
export const dampedTrend = (values: Float64Array, period: number, horizon: number): Float64Array => {
  if (values.length < 4) return lastValue(values, horizon);
  const { plain, putBack } = shrinkSeasons(values, period);
  const fit =
    (plain.length < 10 ? null : fitEtsForm(plain, 1, { error: 'A', trend: 'Ad', season: 'N' })) ??
    fitEtsForm(plain, 1, { error: 'A', trend: 'N', season: 'N' });
  return fit === null ? lastValue(values, horizon) : putBack(etsForecast(fit, horizon));
};
