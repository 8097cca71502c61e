import { type BuyingModelName, buyingModelNames } from '../../model/prediction.ts';
import { type Progress, part } from '../progress.ts';
import { buyingModels } from './buying-models.ts';
import { checkEnough } from './check-enough.ts';
import { silenceChance } from './customer-groups.ts';
import { expectedOrdersOfAll } from './expected-orders.ts';
import { fitBuying } from './fit-buying.ts';
import type { ModelFit } from './fit-model.ts';
import { type FrequencyRecency, frequencyRecency } from './frequency-recency.ts';
import { createFutureCounts } from './future-counts.ts';
import { fitGammaGamma } from './gamma-gamma.ts';
import { baselinesOf, type HoldOutErrors, holdOutErrors } from './hold-out.ts';
import {
  type OrdersBefore,
  ordersByOrdersBefore,
  type ReliabilityBin,
  reliabilityOf,
  type TrackedWeek,
  trackOrders,
} from './hold-out-checks.ts';
import { historiesUntil, type OrderDays, ordersBetween } from './order-days.ts';
import { type PredictedCounts, predictCounts } from './predict-counts.ts';
import { type PredictedWorth, predictWorth } from './predict-worth.ts';

export interface PredictionOptions {
  readonly orders: OrderDays;
  /** The last day that is known, in days since 1970. */
  readonly lastDay: number;
  readonly model: BuyingModelName | 'auto';
  readonly horizonDays: number;
  readonly holdoutDays: number;
  /** A year, continuous: 0.1 is ten percent. */
  readonly discountRate: number;
  readonly seed: number;
  /** From an earlier run on the same orders: then nothing is fitted anew. */
  readonly fitted?: FittedModels | undefined;
}

/** What was fitted, and how it did on days that it did not see. */
export interface FittedModels {
  readonly model: BuyingModelName;
  readonly fit: ModelFit;
  /** Null where the project has no money, or too few orders to say what the next is worth. */
  readonly valueFit: ModelFit | null;
  readonly holdOut: HoldOut;
}

/** How a model did when it was fitted without the last days and asked about them. */
interface ModelTrial extends HoldOutErrors {
  readonly model: BuyingModelName;
  readonly logLikelihood: number;
  readonly converged: boolean;
  /** Share of the customers whose orders lay within their interval. */
  readonly coverage: number;
  readonly totalLow: number;
  readonly totalHigh: number;
}

export interface HoldOut {
  /** The last day the models knew. */
  readonly until: number;
  readonly days: number;
  /** Customers whose first order had come by then, and the orders they made afterwards. */
  readonly customers: number;
  readonly came: number;
  readonly trials: readonly ModelTrial[];
  readonly baselines: Readonly<Record<'zero' | 'mean' | 'sameRate', HoldOutErrors>>;
  /** Of the model that is used. */
  readonly reliability: readonly ReliabilityBin[];
  readonly byOrdersBefore: readonly OrdersBefore[];
  readonly tracking: readonly TrackedWeek[];
}

export interface CustomerPrediction extends PredictedCounts {
  readonly fitted: FittedModels;
  /** The row of each predicted customer among the order days' customers. */
  readonly customer: Int32Array;
  readonly repeatOrders: Float64Array;
  /** The chance of such a silence in one who is still a customer; see `silenceChance`. */
  readonly silence: Float64Array;
  /** Since the last order, and from order to order so far; NaN where there was one only. */
  readonly silentDays: Float64Array;
  readonly usualDays: Float64Array;
  /** Expected orders within the horizon, each discounted by its day. */
  readonly discountedOrders: Float64Array;
  /** Null where there is no money. */
  readonly worth: PredictedWorth | null;
  /** The next days, for what is to be done now. */
  readonly soon: Pick<PredictedCounts, 'orders' | 'ordersAtAll' | 'total'>;
  readonly frequencyRecency: FrequencyRecency;
}

/** “Soon”. */
const soonDays = 30;
const daysAYear = 365.25;

/** The one that was least off in the mean square. */
const leastOff = <Trial extends HoldOutErrors>(trials: readonly Trial[]): Trial =>
  trials.reduce((best, one) => (one.rootMeanSquare < best.rootMeanSquare ? one : best));

const holdOutOf = ({ orders, lastDay, model, holdoutDays, seed }: PredictionOptions, progress: Progress): HoldOut => {
  const until = lastDay - holdoutDays;
  const histories = historiesUntil(orders, until);
  checkEnough(histories.frequency);
  const came = ordersBetween(orders, histories.customer, until, lastDay);
  const tried = model === 'auto' ? buyingModelNames : [model];
  const trials = tried.map((name, i) => {
    const fit = fitBuying(buyingModels[name], histories, progress);
    const countsOf = createFutureCounts(buyingModels[name], fit, { horizon: holdoutDays, seed });
    const counts = predictCounts(buyingModels[name], fit, histories, holdoutDays, countsOf, progress);
    progress.report((i + 1) / tried.length);
    let covered = 0;
    for (let c = 0; c < came.length; c += 1)
      if (came[c]! >= counts.low[c]! && came[c]! <= counts.high[c]!) covered += 1;
    const trial = {
      model: name,
      ...holdOutErrors(counts.orders, came),
      logLikelihood: fit.logLikelihood,
      converged: fit.converged,
      coverage: covered / came.length,
      totalLow: counts.total.low,
      totalHigh: counts.total.high,
    };
    return { trial, fit, counts };
  });
  const best = trials.find(({ trial }) => trial === leastOff(trials.map((one) => one.trial)))!;
  const { zero, mean, sameRate } = baselinesOf(histories, holdoutDays);
  return {
    until,
    days: holdoutDays,
    customers: came.length,
    came: came.reduce((sum, count) => sum + count, 0),
    trials: trials.map(({ trial }) => trial),
    baselines: {
      zero: holdOutErrors(zero, came),
      mean: holdOutErrors(mean, came),
      sameRate: holdOutErrors(sameRate, came),
    },
    reliability: reliabilityOf(best.counts.ordersAtAll, came),
    byOrdersBefore: ordersByOrdersBefore(histories.frequency, best.counts, came),
    tracking: trackOrders(buyingModels[best.trial.model], best.fit.parameters, orders, histories, lastDay),
  };
};

/** Tries the models on the last days, which they do not see; the one that was least off is fitted to everything. */
const fitModels = (options: PredictionOptions, progress: Progress): FittedModels => {
  const histories = historiesUntil(options.orders, options.lastDay);
  // Who has too few is told of all of them, not of those that were known before the last days.
  checkEnough(histories.frequency);
  const holdOut = holdOutOf(options, part(progress, 0, 0.8));
  const { model } = leastOff(holdOut.trials);
  const fit = fitBuying(buyingModels[model], histories, progress);
  const hasMoney = histories.meanValue.some((value) => value > 0);
  return { model, fit, valueFit: hasMoney ? fitGammaGamma(histories, progress) : null, holdOut };
};

/**
 * What customers will do: the models are tried on the last days, which they do not see; the one that was least off in the
 * mean square is fitted to everything and looks ahead.
 * @throws AppError tooFewToPredict, cancelled
 */
export const predictCustomers = (options: PredictionOptions, progress: Progress): CustomerPrediction => {
  const { orders, lastDay, horizonDays, discountRate, seed } = options;
  const fitted = options.fitted ?? fitModels(options, part(progress, 0, 0.6));
  const { fit, valueFit } = fitted;
  const model = buyingModels[fitted.model];
  progress.report(0.6);
  const histories = historiesUntil(orders, lastDay);
  const countsOf = createFutureCounts(model, fit, { horizon: horizonDays, seed });
  const counts = predictCounts(model, fit, histories, horizonDays, countsOf, progress);
  progress.report(0.75);
  const dailyRate = discountRate / daysAYear;
  const discounting = { horizon: horizonDays, discountRate: dailyRate };
  const discountedOrders = expectedOrdersOfAll(model, fit.parameters, histories, discounting, progress).orders;
  const worth =
    valueFit === null
      ? null
      : predictWorth(
          {
            ...{ model, fit, valueFit, histories, alive: counts.alive, orders: counts.orders },
            ...{ discountedOrders, horizon: horizonDays, discountRate: dailyRate, countsOf, seed },
          },
          progress,
        );
  progress.report(0.9);
  const soonOf = createFutureCounts(model, fit, { horizon: soonDays, seed });
  const { orders: soonOrders, ordersAtAll, total } = predictCounts(model, fit, histories, soonDays, soonOf, progress);
  progress.report(1);
  const { frequency, recency, observed } = histories;
  return {
    ...counts,
    ...{ fitted, worth, discountedOrders, customer: histories.customer, repeatOrders: frequency },
    silence: frequency.map((x, i) =>
      silenceChance(fit.parameters, { frequency: x, recency: recency[i]!, observed: observed[i]! }),
    ),
    silentDays: observed.map((days, i) => days - recency[i]!),
    usualDays: recency.map((days, i) => (frequency[i] === 0 ? Number.NaN : days / frequency[i]!)),
    soon: { orders: soonOrders, ordersAtAll, total },
    frequencyRecency: frequencyRecency(model, fit.parameters, histories),
  };
};
