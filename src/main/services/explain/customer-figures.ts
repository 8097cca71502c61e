import { excludedCustomers } from '../../store/repositories/exclusions.ts';
import { activeMask, keptReasons } from '../../store/repositories/rules.ts';
import { quoteName } from '../../store/repositories/source-rows.ts';
import { listSources } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { isFeatureColumn } from '../aggregate-customers.ts';
import { epochDay, fromMicros } from '../aggregate-orders.ts';
import { isCounted } from '../counted-lines.ts';

/** What one customer's own order lines say. */
export interface CustomerFigures {
  readonly lines: number;
  readonly orders: number;
  readonly spent: number;
  readonly lastDay: string | null;
}

const orderSources = (db: Sqlite) => listSources(db).filter(({ kind }) => kind === 'orderLines' || kind === 'orders');

/** One customer's figures from its lines that count. O(its lines). */
export const figuresOfCustomer = (db: Sqlite, customer: number): CustomerFigures => {
  const mask = activeMask(keptReasons(db));
  const orders = new Set<number>();
  let lines = 0;
  let micros = 0;
  let lastDay: string | null = null;
  for (const source of orderSources(db)) {
    const read = db.prepareRaw<[number, string, number | null]>(
      `SELECT _order, _day, round(_amount * 1e6) FROM ${quoteName(source.table)} WHERE _customer = ? AND ${isCounted(mask)}`,
    );
    for (const [order, day, money] of read.all(customer)) {
      lines += 1;
      orders.add(order);
      micros += money ?? 0;
      if (lastDay === null || day > lastDay) lastDay = day;
    }
  }
  return { lines, orders: orders.size, spent: fromMicros(micros), lastDay: lastDay?.slice(0, 10) ?? null };
};

/** What a column of the customer tables says of one customer: the last value that is there; null where none is. */
const columnOfCustomer = (db: Sqlite, customer: number, name: string): number | null => {
  const mask = activeMask(keptReasons(db));
  let found: number | null = null;
  for (const source of listSources(db)) {
    if (source.kind !== 'customers') continue;
    source.columns.forEach((column, at) => {
      if (column.name !== name || !isFeatureColumn(column)) return;
      const cell = quoteName(source.sqlColumns[at]!);
      const last = db
        .preparePluck<number>(
          `SELECT ${cell} FROM ${quoteName(source.table)} WHERE _customer = ? AND _aside & ? = 0 AND ${cell} IS NOT NULL
           ORDER BY _row DESC LIMIT 1`,
        )
        .get(customer, mask);
      if (typeof last === 'number') found = last;
    });
  }
  return found;
};

/**
 * A usual fact of one customer, counted from its own rows; undefined for a fact that cannot be told from them alone.
 * @param asOf the day that “days since” counts to
 */
export const countedFact = (
  db: Sqlite,
  customer: number,
  feature: string,
  asOf: string | null,
): number | null | undefined => {
  if (feature.startsWith('column:')) return columnOfCustomer(db, customer, feature.slice('column:'.length));
  if (!['daysSinceLastOrder', 'orders', 'totalSpent'].includes(feature)) return undefined;
  const { orders, spent, lastDay } = figuresOfCustomer(db, customer);
  if (feature === 'orders') return orders;
  if (feature === 'totalSpent') return spent;
  return lastDay === null || asOf === null ? null : epochDay(asOf) - epochDay(lastDay);
};

/** More rows than this are counted by a job. */
export const rowsAtOnce = 60_000;

export interface ProjectFigures {
  readonly customers: number;
  readonly orders: number;
  readonly orderLines: number;
  readonly revenue: number;
  /** Days since 1970; null where no row counts. */
  readonly firstDay: number | null;
  readonly lastDay: number | null;
}

/** The project's totals from the rows of its order files; null where they are too many to count while somebody waits. */
export const figuresOfProject = (db: Sqlite): ProjectFigures | null => {
  const sources = orderSources(db);
  if (sources.length === 0 || sources.reduce((sum, { rows }) => sum + rows, 0) > rowsAtOnce) return null;
  const mask = activeMask(keptReasons(db));
  const excluded = excludedCustomers(db);
  const customers = new Set<number>();
  const orders = new Set<number>();
  let orderLines = 0;
  let micros = 0;
  let [first, last]: [string | null, string | null] = [null, null];
  for (const source of sources) {
    const read = db.prepareRaw<[number, number, number, number | null, string, string]>(
      `SELECT _customer, _order, count(*), sum(round(_amount * 1e6)), min(_day), max(_day) FROM ${quoteName(source.table)}
       WHERE ${isCounted(mask)} GROUP BY _customer, _order`,
    );
    for (const [customer, order, lines, money, earliest, latest] of read.all()) {
      if (excluded.has(customer)) continue;
      customers.add(customer);
      orders.add(order);
      orderLines += lines;
      micros += money ?? 0;
      if (first === null || earliest < first) first = earliest;
      if (last === null || latest > last) last = latest;
    }
  }
  return {
    customers: customers.size,
    orders: orders.size,
    orderLines,
    revenue: fromMicros(micros),
    firstDay: first === null ? null : epochDay(first),
    lastDay: last === null ? null : epochDay(last),
  };
};
