import { type BuyingModelName, buyingModelNames } from '../../model/prediction.ts';
import { type Progress, part } from '../progress.ts';
import { buyingModels } from './buying-models.ts';
import { checkEnough } from './check-enough.ts';
import { expectedOrdersOfAll } from './expected-orders.ts';
import { fitBuying } from './fit-buying.ts';
import type { ModelFit } from './fit-model.ts';
import { expectedOrderValue, fitGammaGamma } from './gamma-gamma.ts';
import { baselinesOf, type HoldOutErrors, holdOutErrors } from './hold-out.ts';
import { historiesUntil, type OrderDays, ordersBetween } from './order-days.ts';
import { type PredictedCounts, predictCounts } from './predict-counts.ts';

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

interface HoldOut {
  /** The last day the models knew. */
  readonly until: number;
  readonly days: number;
  /** Customers whose first order had come by then, and the orders they made afterwards. */
  readonly customers: number;
  readonly came: number;
  readonly trials: readonly ModelTrial[];
  readonly baselines: Readonly<Record<'zero' | 'mean' | 'sameRate', HoldOutErrors>>;
}

export interface CustomerPrediction extends PredictedCounts {
  readonly model: BuyingModelName;
  readonly fit: ModelFit;
  /** Null where the project has no money, or too few orders to say what the next is worth. */
  readonly valueFit: ModelFit | null;
  readonly holdOut: HoldOut;
  /** The row of each predicted customer among the order days' customers. */
  readonly customer: Int32Array;
  /** The mean value of an order to come; NaN without money. */
  readonly orderValue: Float64Array;
  /** Expected orders within the horizon, each discounted by its day. */
  readonly discountedOrders: Float64Array;
}

const daysAYear = 365.25;

const holdOutOf = ({ orders, lastDay, model, holdoutDays, seed }: PredictionOptions, progress: Progress): HoldOut => {
  const until = lastDay - holdoutDays;
  const histories = historiesUntil(orders, until);
  checkEnough(histories.frequency);
  const came = ordersBetween(orders, histories.customer, until, lastDay);
  const tried = model === 'auto' ? buyingModelNames : [model];
  const trials = tried.map((name, i) => {
    const fit = fitBuying(buyingModels[name], histories, progress);
    const counts = predictCounts(buyingModels[name], fit, histories, { horizon: holdoutDays, seed }, progress);
    progress.report((i + 1) / tried.length);
    let covered = 0;
    for (let c = 0; c < came.length; c += 1)
      if (came[c]! >= counts.low[c]! && came[c]! <= counts.high[c]!) covered += 1;
    return {
      model: name,
      ...holdOutErrors(counts.orders, came),
      logLikelihood: fit.logLikelihood,
      converged: fit.converged,
      coverage: covered / came.length,
      totalLow: counts.total.low,
      totalHigh: counts.total.high,
    };
  });
  const { zero, mean, sameRate } = baselinesOf(histories, holdoutDays);
  return {
    until,
    days: holdoutDays,
    customers: came.length,
    came: came.reduce((sum, count) => sum + count, 0),
    trials,
    baselines: {
      zero: holdOutErrors(zero, came),
      mean: holdOutErrors(mean, came),
      sameRate: holdOutErrors(sameRate, came),
    },
  };
};

/**
 * What customers will do: the models are tried on the last days, which they do not see; the one that was least off in the
 * mean square is fitted to everything and looks ahead.
 * @throws AppError tooFewToPredict, cancelled
 */
export const predictCustomers = (options: PredictionOptions, progress: Progress): CustomerPrediction => {
  const { orders, lastDay, horizonDays, discountRate, seed } = options;
  const holdOut = holdOutOf(options, part(progress, 0, 0.5));
  const { model } = holdOut.trials.reduce((best, one) => (one.rootMeanSquare < best.rootMeanSquare ? one : best));
  const histories = historiesUntil(orders, lastDay);
  const buying = buyingModels[model];
  const fit = fitBuying(buying, histories, progress);
  progress.report(0.65);
  const counts = predictCounts(buying, fit, histories, { horizon: horizonDays, seed }, progress);
  progress.report(0.9);
  const discounted = expectedOrdersOfAll(
    buying,
    fit.parameters,
    histories,
    { horizon: horizonDays, discountRate: discountRate / daysAYear },
    progress,
  ).orders;
  const hasMoney = histories.meanValue.some((value) => value > 0);
  const valueFit = hasMoney ? fitGammaGamma(histories, progress) : null;
  progress.report(1);
  return {
    ...counts,
    model,
    fit,
    valueFit,
    holdOut,
    customer: histories.customer,
    orderValue: histories.frequency.map((x, i) =>
      valueFit === null ? Number.NaN : expectedOrderValue(valueFit.parameters, x, histories.meanValue[i]!),
    ),
    discountedOrders: discounted,
  };
};
