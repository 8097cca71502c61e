import { type Progress, throwIfCancelled } from '../progress.ts';
import type { BuyingModel } from './buying-model.ts';
import { expectedOrdersOfAll } from './expected-orders.ts';
import type { ModelFit } from './fit-model.ts';
import { countQuantile, drawFutureCounts, drawParameters, type FutureCounts } from './future-counts.ts';
import type { PurchaseHistories } from './purchase-histories.ts';

/** How much of the probability an interval holds. */
const intervalLevel = 0.9;
/** Standard deviations on either side that hold as much of a normal distribution. */
const normalReach = 1.6448536269514722;

export interface PredictedCounts {
  /** Probability to be still a customer. */
  readonly alive: Float64Array;
  /** Expected orders within the horizon. */
  readonly orders: Float64Array;
  /** Probability of at least one order within the horizon. */
  readonly ordersAtAll: Float64Array;
  /** Between these, nine times in ten. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** All orders, with the same interval: by chance and by what is not known of the parameters. */
  readonly total: { readonly orders: number; readonly low: number; readonly high: number };
}

const totalOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/** Variance of the expected total by what is not known of the parameters (delta method). 2 d predictions. */
const varianceByParameters = (
  model: BuyingModel,
  { parameters, covarianceOfLogs }: ModelFit,
  histories: PurchaseHistories,
  horizon: number,
  progress: Progress,
): number => {
  if (covarianceOfLogs === null) return 0;
  const d = parameters.length;
  const step = 1e-3;
  const slopes = parameters.map((_, i) => {
    const [up, down] = [step, -step].map((by) =>
      totalOf(
        expectedOrdersOfAll(
          model,
          parameters.map((value, j) => (i === j ? value * Math.exp(by) : value)),
          histories,
          { horizon },
          progress,
        ).orders,
      ),
    );
    return (up! - down!) / (2 * step);
  });
  let variance = 0;
  for (let i = 0; i < d; i += 1)
    for (let j = 0; j < d; j += 1) variance += slopes[i]! * covarianceOfLogs[i * d + j]! * slopes[j]!;
  return Math.max(0, variance);
};

/**
 * Orders of every customer within a horizon after the end of the observation, with intervals. O(n + different histories ×
 * draws).
 * @throws AppError cancelled
 */
export const predictCounts = (
  model: BuyingModel,
  fit: ModelFit,
  histories: PurchaseHistories,
  { horizon, seed }: { readonly horizon: number; readonly seed: number },
  progress: Progress,
): PredictedCounts => {
  const { frequency, observed } = histories;
  const n = frequency.length;
  const { alive, orders } = expectedOrdersOfAll(model, fit.parameters, histories, { horizon }, progress);
  const [low, high] = [new Float64Array(n), new Float64Array(n)];
  const ordersAtAll = new Float64Array(n);
  const parameters = drawParameters(fit, seed);
  const known = new Map<number, Map<number, FutureCounts>>();
  let variance = varianceByParameters(model, fit, histories, horizon, progress);
  for (let i = 0; i < n; i += 1) {
    if ((i & 255) === 0) throwIfCancelled(progress);
    const history = { frequency: frequency[i]!, observed: observed[i]! };
    let byTime = known.get(history.frequency);
    if (byTime === undefined) {
      byTime = new Map();
      known.set(history.frequency, byTime);
    }
    let counts = byTime.get(history.observed);
    if (counts === undefined) {
      counts = drawFutureCounts(model, parameters, history, horizon, seed);
      byTime.set(history.observed, counts);
    }
    ordersAtAll[i] = alive[i]! * model.ordersAtAll(fit.parameters, history.frequency, history.observed, horizon);
    low[i] = countQuantile(counts, alive[i]!, (1 - intervalLevel) / 2);
    high[i] = countQuantile(counts, alive[i]!, (1 + intervalLevel) / 2);
    variance += Math.max(0, alive[i]! * counts.meanSquare - (alive[i]! * counts.mean) ** 2);
  }
  const total = totalOf(orders);
  const reach = normalReach * Math.sqrt(variance);
  return {
    alive,
    orders,
    ordersAtAll,
    low,
    high,
    total: { orders: total, low: Math.max(0, total - reach), high: total + reach },
  };
};
