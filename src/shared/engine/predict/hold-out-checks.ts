import type { BuyingModel } from './buying-model.ts';
import { expectedOrders } from './expected-orders.ts';
import type { DatedHistories, OrderDays } from './order-days.ts';
import type { PredictedCounts } from './predict-counts.ts';

/** Customers whose chance to order was told alike, and how many of them did. */
export interface ReliabilityBin {
  readonly customers: number;
  /** The mean of the chances. */
  readonly expected: number;
  /** The share that ordered. */
  readonly came: number;
}

/** Customers with as many repeat orders before, and the mean of their orders afterwards. */
export interface OrdersBefore {
  /** The last stands for more, too. */
  readonly repeatOrders: number;
  readonly customers: number;
  readonly expected: number;
  readonly came: number;
}

/** Repeat orders of everybody up to the end of a day, as the model says of new customers and as they came. */
export interface TrackedWeek {
  /** Days since 1970. */
  readonly day: number;
  readonly expected: number;
  readonly came: number;
}

const bins = 10;

/** Whether chances can be taken at their word: ten groups of about as many customers, by their chance. O(n log n). */
export const reliabilityOf = (chance: Float64Array, came: Float64Array): ReliabilityBin[] => {
  const order = [...chance.keys()].sort((a, b) => chance[a]! - chance[b]! || a - b);
  const found: ReliabilityBin[] = [];
  for (let bin = 0; bin < bins; bin += 1) {
    const rows = order.slice(Math.round((bin * order.length) / bins), Math.round(((bin + 1) * order.length) / bins));
    if (rows.length === 0) continue;
    const sum = (of: (row: number) => number) => rows.reduce((total, row) => total + of(row), 0);
    found.push({
      customers: rows.length,
      expected: sum((row) => chance[row]!) / rows.length,
      came: sum((row) => (came[row]! > 0 ? 1 : 0)) / rows.length,
    });
  }
  return found;
};

/** More repeat orders than these stand together. */
const mostOrders = 7;

/** Orders that came against those expected, by repeat orders before. Source: Fader, Hardie & Lee (2005), figure 3. O(n). */
export const ordersByOrdersBefore = (
  frequency: Float64Array,
  { orders }: Pick<PredictedCounts, 'orders'>,
  came: Float64Array,
): OrdersBefore[] => {
  const sums = Array.from({ length: mostOrders + 1 }, () => ({ customers: 0, expected: 0, came: 0 }));
  frequency.forEach((x, row) => {
    const sum = sums[Math.min(x, mostOrders)]!;
    sum.customers += 1;
    sum.expected += orders[row]!;
    sum.came += came[row]!;
  });
  return sums.flatMap((sum, repeatOrders) =>
    sum.customers === 0
      ? []
      : [
          {
            repeatOrders,
            customers: sum.customers,
            expected: sum.expected / sum.customers,
            came: sum.came / sum.customers,
          },
        ],
  );
};

/**
 * Repeat orders of these customers week by week from the first day on, added up, beside what the model expects of customers
 * of whom nothing is known but their first day: the tracking plot. O(order days + days²/7).
 * Source: Fader, Hardie & Lee (2005), figure 2.
 */
export const trackOrders = (
  model: BuyingModel,
  parameters: Float64Array,
  { offsets, day }: OrderDays,
  { customer }: Pick<DatedHistories, 'customer'>,
  lastDay: number,
): TrackedWeek[] => {
  const firsts = customer.map((row) => day[offsets[row]!]!);
  const start = firsts.reduce((least, first) => Math.min(least, first), lastDay);
  const days = lastDay - start + 1;
  const [joined, came] = [new Float64Array(days), new Float64Array(days)];
  customer.forEach((row, i) => {
    joined[firsts[i]! - start]! += 1;
    for (let at = offsets[row]! + 1; at < offsets[row + 1]! && day[at]! <= lastDay; at += 1)
      came[day[at]! - start]! += 1;
  });
  // What a customer is expected to have ordered so many days after the first order.
  const known = Float64Array.from({ length: days }, (_, later) =>
    later === 0 ? 0 : expectedOrders(model, parameters, { frequency: 0, recency: 0, observed: 0 }, later),
  );
  const weeks: TrackedWeek[] = [];
  let sum = 0;
  for (let at = 0; at < days; at += 1) {
    sum += came[at]!;
    // From the last day backwards, so that the last week is whole.
    if ((days - 1 - at) % 7 !== 0) continue;
    let expected = 0;
    for (let first = 0; first <= at; first += 1) expected += joined[first]! * known[at - first]!;
    weeks.push({ day: start + at, expected, came: sum });
  }
  return weeks;
};
