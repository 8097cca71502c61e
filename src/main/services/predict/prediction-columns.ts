import type { CustomerPrediction } from '../../../shared/engine/predict/predict-customers.ts';

/** What a kept prediction says of every customer. Money is spent by them, before any margin. */
export const predictionColumnNames = [
  'repeatOrders',
  'silence',
  'silentDays',
  'usualDays',
  'alive',
  'ordersAtAll',
  'orders',
  'ordersLow',
  'ordersHigh',
  'soon',
  'soonAtAll',
  'orderValue',
  'worth',
  'worthLow',
  'worthHigh',
  /** By chance alone: sums of customers have the sum of it. */
  'worthVariance',
] as const;
export type PredictionColumn = (typeof predictionColumnNames)[number];
export type PredictionColumns = ReadonlyMap<PredictionColumn, Float64Array>;

/** Those of money are missing where there is none. */
export const predictionColumns = (found: CustomerPrediction): PredictionColumns => {
  const { worth } = found;
  return new Map<PredictionColumn, Float64Array>([
    ['repeatOrders', found.repeatOrders],
    ['silence', found.silence],
    ['silentDays', found.silentDays],
    ['usualDays', found.usualDays],
    ['alive', found.alive],
    ['ordersAtAll', found.ordersAtAll],
    ['orders', found.orders],
    ['ordersLow', found.low],
    ['ordersHigh', found.high],
    ['soon', found.soon.orders],
    ['soonAtAll', found.soon.ordersAtAll],
    ...(worth === null
      ? []
      : ([
          ['orderValue', worth.orderValue],
          ['worth', worth.worth],
          ['worthLow', worth.low],
          ['worthHigh', worth.high],
          ['worthVariance', worth.variance],
        ] as const)),
  ]);
};
