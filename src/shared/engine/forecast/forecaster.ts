import type { DemandModelName } from '../../model/demand.ts';
import { combine } from './combination.ts';
import { averageAgain, averageForecast, etsShares } from './ets-average.ts';
import { type EtsFit, etsForecast, etsSpread, fitEtsForm, fitEtsForms } from './fit-ets.ts';
import { croston, isIntermittent, tsb } from './intermittent.ts';
import { lastValue } from './last-value.ts';
import { seasonalNaive } from './seasonal-naive.ts';
import { theta } from './theta.ts';

/** A way of looking ahead that was settled on one series. */
export interface Forecaster {
  readonly model: DemandModelName;
  /** The form of exponential smoothing in it, where there is one. */
  readonly best: EtsFit | null;
  ahead(horizon: number): Float64Array;
  /** The same way from an earlier day on: everything is fitted anew to what was known by then. */
  from(known: Float64Array, horizon: number): Float64Array;
  /** How much errors grow with the steps ahead, from 1 on. */
  spread(horizon: number): Float64Array;
}

type PlainMethod = (values: Float64Array, period: number, horizon: number) => Float64Array;
const plainMethods: Readonly<Partial<Record<DemandModelName, PlainMethod>>> = {
  snaive: seasonalNaive,
  theta,
  croston,
  tsb,
};

/** A year repeated is off by one more step of noise with every year. */
const yearlySpread = (period: number, horizon: number): Float64Array =>
  Float64Array.from({ length: horizon }, (_, h) => Math.sqrt(Math.floor(h / period) + 1));

/**
 * Settles a method on a series. `auto` is TSB where sales come only now and then, else the combination.
 * O(forms × steps × n), for forms of exponential smoothing.
 */
export const settleForecaster = (values: Float64Array, period: number, asked: DemandModelName | 'auto'): Forecaster => {
  const model = asked === 'auto' ? (isIntermittent(values) ? 'tsb' : 'combination') : asked;
  const plain = plainMethods[model];
  if (plain !== undefined)
    return {
      model,
      best: null,
      ahead: (horizon) => plain(values, period, horizon),
      from: (known, horizon) => plain(known, period, horizon),
      spread: (horizon) => {
        if (model === 'snaive') return yearlySpread(period, horizon);
        const steady = model === 'theta' ? fitEtsForm(values, 1, { error: 'A', trend: 'N', season: 'N' }) : null;
        return steady === null ? new Float64Array(horizon).fill(1) : etsSpread(steady, horizon);
      },
    };
  const fits = fitEtsForms(values, period);
  const best = fits[0] ?? null;
  const spread = (horizon: number): Float64Array =>
    best === null ? yearlySpread(1, horizon) : etsSpread(best, horizon);
  if (model === 'ets') {
    const from = (known: Float64Array, horizon: number): Float64Array => {
      const fit = best === null ? null : fitEtsForm(known, period, best.form, best.parameters);
      return fit === null ? lastValue(known, horizon) : etsForecast(fit, horizon);
    };
    const ahead = (horizon: number) => (best === null ? lastValue(values, horizon) : etsForecast(best, horizon));
    return { model, best, ahead, from, spread };
  }
  const shares = fits.length === 0 ? [] : etsShares(fits);
  return {
    model,
    best,
    ahead: (horizon) =>
      combine(
        shares.length === 0 ? lastValue(values, horizon) : averageForecast(shares, horizon),
        values,
        period,
        horizon,
      ),
    from: (known, horizon) => combine(averageAgain(shares, known, period, horizon), known, period, horizon),
    spread,
  };
};
