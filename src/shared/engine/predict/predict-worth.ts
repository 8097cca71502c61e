import { type Progress, throwIfCancelled } from '../progress.ts';
import type { BuyingModel } from './buying-model.ts';
import { deltaVariance } from './delta-variance.ts';
import { expectedOrdersOfAll } from './expected-orders.ts';
import type { ModelFit } from './fit-model.ts';
import { drawParameters, type FutureCountsOf, quantileIfAlive } from './future-counts.ts';
import { drawFutureValues, type FutureValues } from './future-values.ts';
import { expectedOrderValue } from './gamma-gamma.ts';
import { intervalLevel, normalReach } from './interval-level.ts';
import type { DatedHistories } from './order-days.ts';

/** Money of the days to come, discounted, before any margin. */
export interface PredictedWorth {
  /** The mean value of an order to come. */
  readonly orderValue: Float64Array;
  /** What each customer is expected to spend within the horizon. */
  readonly worth: Float64Array;
  /** Between these, nine times in ten. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** By chance alone, of each: sums of customers have the sum of it. */
  readonly variance: Float64Array;
  readonly total: { readonly expected: number; readonly low: number; readonly high: number };
  /** The variance of the total by what is not known of the parameters: it moves all customers together. */
  readonly sharedVariance: number;
}

interface WorthOptions {
  readonly model: BuyingModel;
  readonly fit: ModelFit;
  readonly valueFit: ModelFit;
  readonly histories: DatedHistories;
  readonly alive: Float64Array;
  /** Expected orders within the horizon, whole and discounted. */
  readonly orders: Float64Array;
  readonly discountedOrders: Float64Array;
  readonly horizon: number;
  /** A day, continuous. */
  readonly discountRate: number;
  readonly countsOf: FutureCountsOf;
  readonly seed: number;
}

/**
 * What every customer will spend within a horizon, discounted, with intervals. What comes is discounted alike whenever it
 * comes, by the mean of the customer's expected orders. O(n + different histories × draws).
 * Sources: Fader, Hardie & Lee (2005), RFM and CLV, Journal of Marketing Research 42(4); Fader & Hardie (2013) as above.
 * @throws AppError cancelled
 */
export const predictWorth = (options: WorthOptions, progress: Progress): PredictedWorth => {
  const { model, fit, valueFit, histories, alive, orders, discountedOrders, horizon, discountRate, countsOf } = options;
  const { frequency, observed, meanValue } = histories;
  const n = frequency.length;
  const [worth, low, high, variance] = [0, 1, 2, 3].map(() => new Float64Array(n)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const orderValueBy = (parameters: Float64Array) =>
    frequency.map((x, i) => expectedOrderValue(parameters, x, meanValue[i]!));
  const orderValue = orderValueBy(valueFit.parameters);
  const v = valueFit.parameters[2]!;
  const parameters = drawParameters(valueFit, options.seed);
  const known = new Map<object, FutureValues>();
  let [expected, byChance] = [0, 0];
  for (let i = 0; i < n; i += 1) {
    if ((i & 255) === 0) throwIfCancelled(progress);
    const counts = countsOf(frequency[i]!, observed[i]!);
    let values = known.get(counts);
    if (values === undefined) {
      values = drawFutureValues(counts, parameters, valueFit.parameters, frequency[i]!, options.seed);
      known.set(counts, values);
    }
    const unit = (v + frequency[i]! * meanValue[i]!) * (orders[i]! > 0 ? discountedOrders[i]! / orders[i]! : 1);
    worth[i] = discountedOrders[i]! * orderValue[i]!;
    low[i] = unit * quantileIfAlive(values.sorted, alive[i]!, (1 - intervalLevel) / 2);
    high[i] = unit * quantileIfAlive(values.sorted, alive[i]!, (1 + intervalLevel) / 2);
    variance[i] = unit * unit * Math.max(0, alive[i]! * values.meanSquare - (alive[i]! * values.mean) ** 2);
    expected += worth[i]!;
    byChance += variance[i]!;
  }
  const sumOf = (counts: Float64Array, each: Float64Array) =>
    counts.reduce((sum, count, i) => sum + count * each[i]!, 0);
  const sharedVariance =
    deltaVariance(fit, (at) =>
      sumOf(expectedOrdersOfAll(model, at, histories, { horizon, discountRate }, progress).orders, orderValue),
    ) + deltaVariance(valueFit, (at) => sumOf(discountedOrders, orderValueBy(at)));
  return {
    ...{ orderValue, worth, low, high, variance, sharedVariance },
    total: intervalOfSum(expected, byChance, sharedVariance),
  };
};

/** Nine times in ten, around a sum of many: near enough to normal. Never below 0. */
export const intervalOfSum = (expected: number, byChance: number, shared: number) => {
  const reach = normalReach * Math.sqrt(byChance + shared);
  return { expected, low: Math.max(0, expected - reach), high: expected + reach };
};
