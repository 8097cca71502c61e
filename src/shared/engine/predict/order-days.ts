import type { CustomerLines } from '../features/customer-lines.ts';
import type { PurchaseHistories } from './purchase-histories.ts';

/** Days with an order end to end by customer, ascending: what is bought on one day is one order. */
export interface OrderDays {
  /** Customer `c` has the days from `offsets[c]` up to `offsets[c + 1]`. */
  readonly offsets: Int32Array;
  /** Days since 1970. */
  readonly day: Int32Array;
  /** What was spent on each, in millionths. */
  readonly micros: Float64Array;
}

/** The days that lines make up. O(lines log lines of a customer). */
export const orderDaysOf = ({ offsets, day, micros }: Pick<CustomerLines, 'offsets' | 'day' | 'micros'>): OrderDays => {
  const customers = offsets.length - 1;
  const starts = new Int32Array(customers + 1);
  const days = new Int32Array(day.length);
  const sums = new Float64Array(day.length);
  let count = 0;
  for (let customer = 0; customer < customers; customer += 1) {
    const [from, to] = [offsets[customer]!, offsets[customer + 1]!];
    const lines = Int32Array.from({ length: to - from }, (_, i) => from + i).sort((a, b) => day[a]! - day[b]!);
    for (const line of lines) {
      if (count === starts[customer]! || days[count - 1] !== day[line]) {
        days[count] = day[line]!;
        sums[count] = 0;
        count += 1;
      }
      sums[count - 1]! += micros[line]!;
    }
    starts[customer + 1] = count;
  }
  return { offsets: starts, day: days.slice(0, count), micros: sums.slice(0, count) };
};

/** Purchase histories in days, with what the models of value need besides. */
export interface DatedHistories extends PurchaseHistories {
  /** The row of each among the order days' customers: those whose first order had come. */
  readonly customer: Int32Array;
  /** The mean of the repeat orders, in money; 0 without one. */
  readonly meanValue: Float64Array;
}

/** What was known of everybody at the end of a day. Nothing later is looked at. O(order days). */
export const historiesUntil = ({ offsets, day, micros }: OrderDays, end: number): DatedHistories => {
  const customers = offsets.length - 1;
  const rows: number[] = [];
  for (let customer = 0; customer < customers; customer += 1)
    if (offsets[customer + 1]! > offsets[customer]! && day[offsets[customer]!]! <= end) rows.push(customer);
  const n = rows.length;
  const column = () => new Float64Array(n);
  const [frequency, recency, observed, meanValue] = [column(), column(), column(), column()];
  rows.forEach((customer, row) => {
    const [from, to] = [offsets[customer]!, offsets[customer + 1]!];
    const first = day[from]!;
    let spent = 0;
    for (let at = from + 1; at < to && day[at]! <= end; at += 1) {
      frequency[row]! += 1;
      recency[row] = day[at]! - first;
      spent += micros[at]!;
    }
    observed[row] = end - first;
    if (frequency[row]! > 0) meanValue[row] = spent / 1e6 / frequency[row]!;
  });
  return { customer: Int32Array.from(rows), frequency, recency, observed, meanValue };
};

/** Orders of these customers after a day, up to another: what a prediction is held against. O(order days). */
export const ordersBetween = (
  { offsets, day }: OrderDays,
  customers: Int32Array,
  after: number,
  until: number,
): Float64Array =>
  Float64Array.from(customers, (customer) => {
    let count = 0;
    for (let at = offsets[customer]!; at < offsets[customer + 1]!; at += 1)
      if (day[at]! > after && day[at]! <= until) count += 1;
    return count;
  });
