import { type AsideCount, activeMask, sumSetAside } from '../../../shared/model/set-aside.ts';
import type { SetAside, SetAsideReason, SourceKind, Totals } from '../../../shared/model/source.ts';
import { isOrderKind, type LineFacts } from './line-reader.ts';

/** Adds up what would count after the import. */
export interface Tally {
  add(line: LineFacts): void;
  totals(): Totals;
  setAside(): SetAside[];
}

const millionths = 1e6;

/**
 * Counts as the project does after an import: an order is one customer's share of an order number, an order without a
 * customer belongs to a guest of its own, money is added in millionths. Memory by customers and orders, not by lines.
 * @param hasMoney whether a column says how much
 */
export const createTally = (kind: SourceKind, kept: readonly SetAsideReason[], hasMoney: boolean): Tally => {
  const active = activeMask(kept);
  const isOrders = isOrderKind(kind);
  const customers = new Map<string, number>();
  const orders = new Map<string, number>();
  /** First customer of an order; further ones as `order:customer`. */
  const owners: number[] = [];
  const furtherOwners = new Set<string>();
  const counts = new Map<number, { lines: number; micros: number }>();
  let guests = 0;
  let orderCount = 0;
  let lines = 0;
  let micros = 0;
  let firstDay: string | null = null;
  let lastDay: string | null = null;

  const numberOf = (known: Map<string, number>, key: string): number => {
    const found = known.get(key);
    if (found !== undefined) return found;
    // What is kept must not hold on to the piece of the file it was cut from.
    known.set(` ${key}`.slice(1), known.size + 1);
    return known.size;
  };
  const guestOfOrder = new Map<string, number>();
  const guestOf = (order: string | null): number => {
    const known = order === null ? undefined : guestOfOrder.get(order);
    if (known !== undefined) return known;
    guests += 1;
    if (order !== null) guestOfOrder.set(order, -guests);
    return -guests;
  };
  const countOrder = (order: string | null, customer: number): void => {
    if (order === null) {
      orderCount += 1;
      return;
    }
    const number = numberOf(orders, order);
    const owner = owners[number];
    if (owner === customer) return;
    if (owner === undefined) owners[number] = customer;
    else {
      const pair = `${number}:${customer}`;
      if (furtherOwners.has(pair)) return;
      furtherOwners.add(pair);
    }
    orderCount += 1;
  };

  const countAside = (aside: number, lineMicros: number): void => {
    const count = counts.get(aside);
    if (count) {
      count.lines += 1;
      count.micros += lineMicros;
    } else counts.set(aside, { lines: 1, micros: lineMicros });
  };

  const addLine = ({ customer, order, day, amount, aside }: LineFacts): void => {
    const lineMicros = Math.round((amount ?? 0) * millionths);
    countAside(aside, lineMicros);
    if ((aside & active) !== 0 || day === null) return;
    countOrder(order, customer === null ? guestOf(order) : numberOf(customers, customer));
    lines += 1;
    micros += lineMicros;
    if (firstDay === null || day < firstDay) firstDay = day;
    if (lastDay === null || day > lastDay) lastDay = day;
  };

  return {
    add: (line) => {
      if (isOrders) addLine(line);
      else if (kind !== 'customers') return;
      else if (line.aside !== 0) countAside(line.aside, 0);
      else if (line.customer === null) guests += 1;
      else numberOf(customers, line.customer);
    },
    totals: () => ({
      customers: customers.size + guests,
      orders: isOrders ? orderCount : null,
      orderLines: isOrders ? lines : null,
      revenue: isOrders && hasMoney ? micros / millionths : null,
      firstDay: isOrders ? firstDay : null,
      lastDay: isOrders ? lastDay : null,
    }),
    setAside: () => {
      const asides: AsideCount[] = [...counts].map(([mask, count]) => ({
        mask,
        lines: count.lines,
        money: count.micros / millionths,
      }));
      return sumSetAside(asides, kept);
    },
  };
};
