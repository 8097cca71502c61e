import type { DemandModelName } from '../../model/demand.ts';
import { conformalWidths } from './conformal.ts';
import { etsParameterCount } from './ets-form.ts';
import type { EtsFit } from './fit-ets.ts';
import { settleForecaster } from './forecaster.ts';
import { type OriginErrors, rollingErrors } from './rolling-errors.ts';
import { seasonalNaive } from './seasonal-naive.ts';

export interface SeriesForecast {
  readonly model: DemandModelName;
  readonly forecast: Float64Array;
  /** Four times in five what comes lies between these. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Root of the mean squared error one step ahead, within the series. */
  readonly deviation: number;
  /** How far it was off from earlier days on; null where the series is too short to try. */
  readonly backtest: Backtest | null;
}

/** Mean absolute errors over all steps from all earlier days, of the model and of the year before. */
interface Backtest {
  readonly origins: number;
  readonly meanAbsolute: number;
  readonly naive: number;
}

export interface SeriesInput {
  readonly values: Float64Array;
  /** Periods in a year, or in whatever comes again. */
  readonly period: number;
  readonly horizon: number;
  readonly model: DemandModelName | 'auto';
}

const level = 0.8;
const normalQuantile = 1.2815515655446004;

/** Root of the mean squared error one step ahead: of the model where it has one, else of the naive forecast. */
const deviationOf = (values: Float64Array, best: EtsFit | null, period: number): number => {
  const lag = values.length > period ? period : 1;
  const from = best === null ? lag : 0;
  const used = best === null ? 0 : etsParameterCount(best.form, period) - 1;
  let sum = 0;
  for (let t = from; t < values.length; t += 1)
    sum += (values[t]! - (best === null ? values[t - lag]! : best.fitted[t]!)) ** 2;
  return values.length <= from ? 0 : Math.sqrt(sum / Math.max(1, values.length - from - used));
};

const meanAbsolute = (rolling: readonly OriginErrors[]): number => {
  let [sum, count] = [0, 0];
  for (const { errors } of rolling)
    for (const error of errors) {
      sum += Math.abs(error);
      count += 1;
    }
  return sum / count;
};

/**
 * Looks ahead from the end of a series, with intervals that are as wide as errors were from earlier days on. What was never
 * below zero stays so. O(origins × one fit). Deterministic: the same values give the same bytes.
 */
export const forecastSeries = ({ values, period, horizon, model }: SeriesInput): SeriesForecast => {
  const forecaster = settleForecaster(values, period, model);
  const ahead = forecaster.ahead(horizon);
  const forecast = ahead.every(Number.isFinite) ? ahead : seasonalNaive(values, period, horizon);
  const earlier = { horizon, origins: 6, least: Math.max(6, 2 * period + 1) };
  const rolling = rollingErrors(values, forecaster, earlier);
  const naive = rollingErrors(values, settleForecaster(values, period, 'snaive'), earlier);
  const deviation = deviationOf(values, forecaster.best, period);
  const widths = conformalWidths(rolling, forecaster.spread(horizon), { level, deviation, normalQuantile });
  const floor = values.every((value) => value >= 0) ? 0 : Number.NEGATIVE_INFINITY;
  const above = (value: number): number => Math.max(floor, value);
  return {
    model: forecaster.model,
    forecast: forecast.map(above),
    low: forecast.map((value, h) => above(value - widths[h]!)),
    high: forecast.map((value, h) => above(value + widths[h]!)),
    deviation,
    backtest:
      rolling.length === 0
        ? null
        : { origins: rolling.length, meanAbsolute: meanAbsolute(rolling), naive: meanAbsolute(naive) },
  };
};
