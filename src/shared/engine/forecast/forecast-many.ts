import { type Progress, throwIfCancelled } from '../progress.ts';
import { forecastSeries, type SeriesForecast, type SeriesInput } from './forecast-series.ts';

export interface ManySeries extends Pick<SeriesInput, 'period' | 'model'> {
  readonly series: readonly Pick<SeriesInput, 'values' | 'horizon'>[];
}

/** Looks ahead from the end of each of many series. @throws AppError cancelled */
export const forecastMany = ({ series, period, model }: ManySeries, progress: Progress): readonly SeriesForecast[] =>
  series.map((one, i) => {
    throwIfCancelled(progress);
    const found = forecastSeries({ ...one, period, model });
    progress.report((i + 1) / series.length);
    return found;
  });
