import type { BuyingModelName } from '../../model/prediction.ts';
import type { Progress } from '../progress.ts';
import { buyingModels } from './buying-models.ts';
import { isEnough } from './check-enough.ts';
import { expectedOrdersOfAll } from './expected-orders.ts';
import { fitBuying } from './fit-buying.ts';
import { expectedOrderValue, fitGammaGamma } from './gamma-gamma.ts';
import { historiesUntil, type OrderDays } from './order-days.ts';

/** What is expected of each customer of the order days, by row; NaN of whom nothing can be said. */
export interface CustomerOutlook {
  readonly alive: Float64Array;
  readonly orders: Float64Array;
  /** In money, discounted; NaN throughout without any. */
  readonly worth: Float64Array;
}

interface OutlookOptions {
  readonly model: BuyingModelName;
  /** Nothing later is looked at, in days since 1970. */
  readonly lastDay: number;
  readonly horizonDays: number;
  /** A day, continuous. */
  readonly discountRate: number;
}

/**
 * What `predictCustomers` expects of each, by one model that is fitted to everything until a day, without trials and
 * intervals: to compare customers, and to make segments of them. Where there is too little to fit, nothing is known.
 * @throws AppError cancelled
 */
export const outlookOfCustomers = (
  orders: OrderDays,
  { model, lastDay, horizonDays, discountRate }: OutlookOptions,
  progress: Progress,
): CustomerOutlook => {
  const column = () => new Float64Array(orders.offsets.length - 1).fill(Number.NaN);
  const found = { alive: column(), orders: column(), worth: column() };
  const histories = historiesUntil(orders, lastDay);
  if (!isEnough(histories.frequency)) return found;
  const buying = buyingModels[model];
  const { parameters } = fitBuying(buying, histories, progress);
  const whole = expectedOrdersOfAll(buying, parameters, histories, { horizon: horizonDays }, progress);
  const discounted = expectedOrdersOfAll(
    ...([buying, parameters, histories, { horizon: horizonDays, discountRate }, progress] as const),
  );
  const hasMoney = histories.meanValue.some((value) => value > 0);
  const valueFit = hasMoney ? fitGammaGamma(histories, progress) : null;
  histories.customer.forEach((row, i) => {
    found.alive[row] = whole.alive[i]!;
    found.orders[row] = whole.orders[i]!;
    if (valueFit !== null)
      found.worth[row] =
        discounted.orders[i]! *
        expectedOrderValue(valueFit.parameters, histories.frequency[i]!, histories.meanValue[i]!);
  });
  return found;
};
