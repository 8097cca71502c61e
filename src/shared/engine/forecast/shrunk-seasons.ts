import type { SeasonAdjusted } from './adjust-seasons.ts';
import { seasonalDeviations } from './classical-seasons.ts';

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * A series without its seasons, on logarithms where all is above zero, else as it is. Seasons are shrunk towards none by how
 * much of what differs between places of the year is noise from year to year, so that no test has to decide.
 * O(n × period).
 * Source: Miller & Williams, Shrinkage estimators of time series seasonal factors and their effect on forecasting
 * accuracy, International Journal of Forecasting 19 (2003), the James–Stein estimator.
 */
export const shrinkSeasons = (values: Float64Array, period: number): SeasonAdjusted => {
  const isLog = values.every((value) => value > 0);
  const z = isLog ? values.map(Math.log) : values;
  const back = (forecasts: Float64Array): Float64Array => (isLog ? forecasts.map(Math.exp) : forecasts);
  const none = { plain: z, putBack: back };
  if (period < 4 || z.length <= 2 * period) return none;
  const places = seasonalDeviations(z, period, 'A');
  const raw = places.map(mean);
  const middle = mean(raw);
  const degrees = places.reduce((sum, place) => sum + place.length - 1, 0);
  if (degrees < 3) return none;
  let within = 0;
  for (const [i, place] of places.entries()) for (const value of place) within += (value - raw[i]!) ** 2;
  const noise = within / degrees / mean(places.map((place) => place.length));
  const between = raw.reduce((sum, season) => sum + (season - middle) ** 2, 0) / (period - 1);
  if (!(between > 0)) return none;
  const kept = Math.max(0, 1 - (((period - 3) / (period - 1)) * noise) / between);
  const seasons = raw.map((season) => (season - middle) * kept);
  return {
    plain: z.map((value, t) => value - seasons[t % period]!),
    putBack: (forecasts) => back(forecasts.map((value, h) => value + seasons[(z.length + h) % period]!)),
  };
};
