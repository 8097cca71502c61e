import { type Progress, throwIfCancelled } from '../progress.ts';
import type { BuyingModel } from './buying-model.ts';
import { deltaVariance } from './delta-variance.ts';
import { expectedOrdersOfAll } from './expected-orders.ts';
import type { ModelFit } from './fit-model.ts';
import { type FutureCountsOf, quantileIfAlive } from './future-counts.ts';
import { intervalLevel, normalReach } from './interval-level.ts';
import type { PurchaseHistories } from './purchase-histories.ts';

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

/**
 * Orders of every customer within a horizon after the end of the observation, with intervals. O(n + different histories ×
 * draws).
 * @param countsOf draws of what a living customer does within the same horizon
 * @throws AppError cancelled
 */
export const predictCounts = (
  model: BuyingModel,
  fit: ModelFit,
  histories: PurchaseHistories,
  horizon: number,
  countsOf: FutureCountsOf,
  progress: Progress,
): PredictedCounts => {
  const { frequency, observed } = histories;
  const n = frequency.length;
  const { alive, orders } = expectedOrdersOfAll(model, fit.parameters, histories, { horizon }, progress);
  const [low, high] = [new Float64Array(n), new Float64Array(n)];
  const ordersAtAll = new Float64Array(n);
  let variance = deltaVariance(fit, (at) =>
    totalOf(expectedOrdersOfAll(model, at, histories, { horizon }, progress).orders),
  );
  for (let i = 0; i < n; i += 1) {
    if ((i & 255) === 0) throwIfCancelled(progress);
    const counts = countsOf(frequency[i]!, observed[i]!);
    ordersAtAll[i] = alive[i]! * model.ordersAtAll(fit.parameters, frequency[i]!, observed[i]!, horizon);
    low[i] = quantileIfAlive(counts.sorted, alive[i]!, (1 - intervalLevel) / 2);
    high[i] = quantileIfAlive(counts.sorted, alive[i]!, (1 + intervalLevel) / 2);
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
