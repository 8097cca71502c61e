import { readFileSync } from 'node:fs';
import type { PurchaseHistories } from '../../src/shared/engine/predict/purchase-histories.ts';
import { realData } from './real-data.ts';

const dayOf = (text: string): number =>
  Date.UTC(Number(text.slice(0, 4)), Number(text.slice(4, 6)) - 1, Number(text.slice(6))) / 86_400_000;

/** The sample's orders: what each customer spent on each day, in cents, counted by an independent reader. */
const ordersOf = (): Map<string, Map<number, number>> => {
  const customers = new Map<string, Map<number, number>>();
  for (const line of readFileSync(realData('cdnow/CDNOW_sample.txt'), 'utf8').trim().split(/\r?\n/)) {
    const [, customer, date, , dollars] = line.trim().split(/\s+/) as [string, string, string, string, string];
    const days = customers.get(customer) ?? new Map<number, number>();
    customers.set(customer, days);
    days.set(dayOf(date), (days.get(dayOf(date)) ?? 0) + Math.round(Number(dollars) * 100));
  }
  return customers;
};

/** Purchase histories in weeks up to a day, from the raw orders, with the mean of the repeat orders and what came later. */
export const cdnowHistories = (
  until: string,
): PurchaseHistories & { readonly meanValue: Float64Array; readonly later: Float64Array } => {
  const end = dayOf(until);
  const rows = [...ordersOf().values()].map((orders) => {
    const days = [...orders.keys()].sort((a, b) => a - b);
    const before = days.filter((day) => day <= end);
    const spent = before.slice(1).reduce((sum, day) => sum + orders.get(day)!, 0) / 100;
    const x = before.length - 1;
    return [x, (before.at(-1)! - days[0]!) / 7, (end - days[0]!) / 7, x === 0 ? 0 : spent / x, days.length - x - 1];
  });
  const column = (at: number) => Float64Array.from(rows, (row) => row[at]!);
  return {
    frequency: column(0),
    recency: column(1),
    observed: column(2),
    meanValue: column(3),
    later: column(4),
  };
};
