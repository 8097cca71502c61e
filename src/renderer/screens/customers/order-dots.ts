import type { CustomerStory } from '../../../shared/model/customer.ts';

/** What a line of time tells of an order. */
export type OrderOnLine = Pick<CustomerStory['orders'][number], 'order' | 'day' | 'lines' | 'amount'>;

export interface OrderDot {
  readonly order: string;
  readonly day: string;
  readonly amount: number;
  readonly lines: number;
  /** Place along the line, 0 to 1. */
  readonly x: number;
  /** Of the largest amount, 0 to 1; what is below zero stands at 0. */
  readonly size: number;
}

const msPerDay = 86_400_000;
const dayNumber = (iso: string): number => Math.round(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / msPerDay);

/**
 * Orders along a line of time, oldest first, so that gaps are seen.
 * @param until the day at its end, e.g. the last one in the files; the last order's where null or earlier than that
 */
export const orderDots = (orders: readonly OrderOnLine[], until: string | null): OrderDot[] => {
  const rising = [...orders].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.order < b.order ? -1 : 1));
  const [first, last] = [rising[0], rising.at(-1)];
  if (first === undefined || last === undefined) return [];
  const from = dayNumber(first.day);
  const to = Math.max(dayNumber(last.day), until === null ? 0 : dayNumber(until));
  const most = Math.max(...rising.map(({ amount }) => amount), 0);
  return rising.map((one) => ({
    ...one,
    x: to === from ? 0.5 : (dayNumber(one.day) - from) / (to - from),
    size: most <= 0 ? 0 : Math.max(0, one.amount) / most,
  }));
};

/** The longest time between two orders, or from the last one to the end, in days; null below one gap. */
export const longestGap = (dots: readonly OrderDot[], until: string | null): number | null => {
  const days = dots.map(({ day }) => dayNumber(day));
  if (until !== null) days.push(Math.max(dayNumber(until), days.at(-1) ?? 0));
  const gaps = days.slice(1).map((day, i) => day - days[i]!);
  return gaps.length === 0 ? null : Math.max(...gaps);
};
