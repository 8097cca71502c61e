import type { SetAsideReason } from '../../shared/model/source.ts';
import { lastCustomerId } from '../store/repositories/customers.ts';
import { excludedCustomers } from '../store/repositories/exclusions.ts';
import { activeMask } from '../store/repositories/rules.ts';
import { quoteName, rowSpans } from '../store/repositories/source-rows.ts';
import type { StoredSource } from '../store/repositories/sources.ts';
import type { Sqlite } from '../store/sqlite.ts';
import { isCounted } from './counted-lines.ts';
import type { JobContext } from './services.ts';
import { breathe } from './session.ts';

/** What the counted lines of all order sources say, by customer id (arrays are indexed by it). */
export interface OrderFigures {
  /** Ids of customers with a counted line, ascending. */
  readonly customerIds: Int32Array;
  /** Distinct orders of a customer. */
  readonly orders: Int32Array;
  /** Money in millionths, so that sums of cents are exact and do not depend on their order. */
  readonly micros: Float64Array;
  /** Last counted day, in days since 1970. */
  readonly lastDay: Int32Array;
  readonly totals: { orders: number; lines: number; micros: number; firstDay: number | null; lastDay: number | null };
}

/** Ids whose mark is set, ascending. */
export const idsOf = (marks: Int32Array): Int32Array => {
  let count = 0;
  const ids = new Int32Array(marks.length);
  for (let id = 0; id < marks.length; id += 1) {
    if (marks[id]! > 0) {
      ids[count] = id;
      count += 1;
    }
  }
  return ids.slice(0, count);
};

/** Rows a statement: SQLite sorts each part by itself to group it, which takes half as long for small ones. */
const rowsAtOnce = 2_000;
const msPerDay = 86_400_000;
/** Days since 1970 of an ISO day or time stamp. */
export const epochDay = (iso: string): number => Math.round(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / msPerDay);
export const isoDay = (day: number): string => new Date(day * msPerDay).toISOString().slice(0, 10);
export const fromMicros = (micros: number): number => micros / 1e6;

/**
 * One pass over the counted lines of customers who are not taken out, by ranges of rows. O(lines); memory by customers and orders, not by lines.
 * @throws AppError `cancelled`
 */
export const aggregateOrders = async (
  db: Sqlite,
  sources: readonly StoredSource[],
  kept: readonly SetAsideReason[],
  job: Pick<JobContext, 'signal'>,
  onProgress: (fraction: number) => void,
): Promise<OrderFigures> => {
  const mask = activeMask(kept);
  const excluded = excludedCustomers(db);
  const size = lastCustomerId(db) + 1;
  const orders = new Int32Array(size);
  const micros = new Float64Array(size);
  const lastDay = new Int32Array(size);
  const lines = new Int32Array(size);
  const lastOrder = sources.reduce((last, source) => Math.max(last, source.lastOrder), 0);
  // An order belongs to one customer but for a few, so its first one stands in an array and the others in a set.
  const orderOwner = new Int32Array(lastOrder + 1);
  const furtherOwners = new Set<string>();
  const totals = { orders: 0, lines: 0, micros: 0, firstDay: null as number | null, lastDay: null as number | null };
  const allRows = sources.reduce((sum, source) => sum + source.rows, 0);
  let rowsDone = 0;

  const countOrder = (customer: number, order: number): void => {
    const owner = orderOwner[order]!;
    if (owner === customer) return;
    if (owner === 0) {
      orderOwner[order] = customer;
      totals.orders += 1;
    } else {
      const pair = `${order}:${customer}`;
      if (furtherOwners.has(pair)) return;
      furtherOwners.add(pair);
    }
    orders[customer]! += 1;
  };

  for (const source of sources) {
    const read = db.prepareRaw<[number, number, number, string, string, number | null]>(
      `SELECT _customer, _order, count(*), min(_day), max(_day), sum(round(_amount * 1e6)) FROM ${quoteName(source.table)}
       WHERE _row BETWEEN ? AND ? AND ${isCounted(mask)}
       GROUP BY _customer, _order`,
    );
    for (const { from, to, done } of rowSpans(db, source.table, rowsAtOnce)) {
      for (const [customer, order, count, first, last, money] of read.all(from, to)) {
        if (excluded.has(customer)) continue;
        countOrder(customer, order);
        lines[customer]! += count;
        totals.lines += count;
        micros[customer]! += money ?? 0;
        totals.micros += money ?? 0;
        const firstDay = epochDay(first);
        const day = epochDay(last);
        if (lines[customer] === count || day > lastDay[customer]!) lastDay[customer] = day;
        if (totals.firstDay === null || firstDay < totals.firstDay) totals.firstDay = firstDay;
        if (totals.lastDay === null || day > totals.lastDay) totals.lastDay = day;
      }
      onProgress((rowsDone + done * source.rows) / Math.max(1, allRows));
      await breathe(job);
    }
    rowsDone += source.rows;
  }
  const customerIds = idsOf(lines);
  return { customerIds, orders, micros, lastDay, totals };
};
