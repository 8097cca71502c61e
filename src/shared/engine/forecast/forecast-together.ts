import { type Progress, throwIfCancelled } from '../progress.ts';
import { forecastSeries, type SeriesForecast, type SeriesInput } from './forecast-series.ts';
import { type Hierarchy, reconcile } from './reconcile.ts';

export interface TogetherInput extends Omit<SeriesInput, 'values'> {
  readonly hierarchy: Hierarchy;
  /** A series for each of `hierarchy.sums`, all over the same periods. */
  readonly series: readonly Float64Array[];
}

/**
 * Looks ahead for a whole and its parts, each by itself, and makes the forecasts of every period add up. Intervals move along
 * with their forecast. Parts that were never below zero stay so. O(series × one forecast + horizon × parts³).
 * @throws AppError cancelled
 */
export const forecastTogether = (
  { hierarchy, series, ...asked }: TogetherInput,
  progress: Progress,
): readonly SeriesForecast[] => {
  const apart = series.map((values, i) => {
    throwIfCancelled(progress);
    const found = forecastSeries({ ...asked, values });
    progress.report((i + 1) / (series.length + 1));
    return found;
  });
  const variances = Float64Array.from(apart, ({ deviation }) => deviation * deviation);
  const isPositive = series.every((values) => values.every((value) => value >= 0));
  const together = Array.from({ length: asked.horizon }, (_, h) => {
    throwIfCancelled(progress);
    return reconcile(
      hierarchy,
      Float64Array.from(apart, ({ forecast }) => forecast[h]!),
      variances,
      isPositive,
    );
  });
  progress.report(1);
  return apart.map((one, node) => {
    const moved = (side: 'low' | 'high'): Float64Array =>
      one[side].map((value, h) => {
        const forecast = together[h]![node]!;
        const at = value + forecast - one.forecast[h]!;
        return isPositive ? Math.max(0, at) : at;
      });
    return {
      ...one,
      forecast: Float64Array.from(together, (values) => values[node]!),
      low: moved('low'),
      high: moved('high'),
    };
  });
};
