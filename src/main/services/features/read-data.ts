import { type CustomerLines, ordersOf } from '../../../shared/engine/features/customer-lines.ts';
import type { ScoreBreaks } from '../../../shared/model/feature.ts';
import type { Totals } from '../../../shared/model/source.ts';
import { activeMask } from '../../store/repositories/rules.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { fromMicros, isoDay } from '../aggregate-orders.ts';
import type { JobContext } from '../services.ts';
import { breathe } from '../session.ts';
import { type ColumnsAtHand, hasMoney } from './columns-at-hand.ts';
import type { FeatureData, Need } from './definition.ts';
import { inStretches } from './in-stretches.ts';
import { readCustomers } from './read-customers.ts';
import { readEventOwners, readFactOwners, readJoined } from './read-joined.ts';
import { linesByCustomer, type ReadLines, readLines } from './read-lines.ts';
import { type ReturnSums, readReturns } from './read-returns.ts';

const noLines: CustomerLines = {
  offsets: new Int32Array(1),
  order: new Int32Array(0),
  day: new Int32Array(0),
  micros: new Float64Array(0),
  numbers: new Map(),
  levels: new Map(),
};
const noReturns: ReturnSums = {
  boughtLines: new Int32Array(0),
  returnedLines: new Int32Array(0),
  boughtMicros: new Float64Array(0),
  returnedMicros: new Float64Array(0),
};

const named = (needs: readonly Need[], kind: string): string[] =>
  needs.flatMap((need) => (need.startsWith(`${kind}:`) ? [need.slice(kind.length + 1)] : []));

const spanOfDays = (days: Int32Array): { first: number; last: number } | null => {
  if (days.length === 0) return null;
  let [first, last] = [days[0]!, days[0]!];
  for (const day of days) {
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return { first, last };
};

const totalsOf = (at: ColumnsAtHand, customers: number, read: ReadLines | null): Totals => {
  if (read === null) return { customers, orders: null, orderLines: null, revenue: null, firstDay: null, lastDay: null };
  const span = spanOfDays(read.day);
  const known = new Uint8Array(read.order.reduce((most, order) => Math.max(most, order), 0) + 1);
  for (const order of read.order) known[order] = 1;
  return {
    customers,
    orders: known.reduce((sum, is) => sum + is, 0),
    orderLines: read.count,
    revenue: hasMoney(at.orders) ? fromMicros(read.micros.reduce((sum, micros) => sum + micros, 0)) : null,
    firstDay: span === null ? null : isoDay(span.first),
    lastDay: span === null ? null : isoDay(span.last),
  };
};

export interface DataOptions {
  readonly needs: readonly Need[];
  /** The last day that counts, in days since 1970; null: all. */
  readonly until: number | null;
  readonly breaks: ScoreBreaks;
}

/**
 * Reads what these features need, nothing of it later than `until`. O(rows of the sources needed).
 * @param columns where columns will be found once they are made
 * @throws AppError `cancelled`
 */
export const readData = async (
  db: Sqlite,
  at: ColumnsAtHand,
  { needs, until, breaks }: DataOptions,
  columns: ReadonlyMap<string, Float64Array>,
  job: Pick<JobContext, 'signal'>,
  onProgress: (fraction: number) => void,
): Promise<{ data: FeatureData; totals: Totals }> => {
  const mask = activeMask(at.kept);
  const hasOrders = at.orders.length > 0;
  const read = hasOrders
    ? await readLines(
        db,
        at.orders,
        {
          mask,
          until,
          numbers: named(needs, 'number'),
          levels: named(needs, 'level'),
          lookups: await readJoined(db, at, named(needs, 'level'), job),
        },
        job,
        (fraction) => onProgress(0.8 * fraction),
      )
    : null;
  const wantsFacts = !hasOrders || needs.includes('customers');
  const facts = wantsFacts
    ? await readCustomers(db, at.customers, named(needs, 'fact'), mask, until, await readFactOwners(db, at, job), job)
    : { customerIds: new Int32Array(0), columns: new Map() };
  const customerIds = read?.customerIds ?? facts.customerIds;
  const empty = { ...noLines, offsets: new Int32Array(customerIds.length + 1) };
  const readEvents = needs.includes('events')
    ? await readLines(
        db,
        at.events,
        {
          mask,
          until,
          numbers: [],
          levels: named(needs, 'eventLevel'),
          owners: await readEventOwners(db, at, job),
        },
        job,
        () => {},
      )
    : null;
  const totals = totalsOf(at, customerIds.length, read);
  await breathe(job);
  const lines = read === null ? empty : await linesByCustomer(read, customerIds, job);
  const events = readEvents === null ? empty : await linesByCustomer(readEvents, customerIds, job);
  const returns = needs.includes('returns')
    ? await readReturns(db, at.orders, mask, until, at.joins.returns, job)
    : noReturns;
  const each: FeatureData['each'] = async (value, count = customerIds.length) => {
    const values = new Float64Array(count);
    await inStretches(
      count,
      (row) => {
        values[row] = value(row);
      },
      job,
    );
    return values;
  };
  onProgress(1);
  const orders = ordersOf(lines);
  await breathe(job);
  return {
    data: {
      customerIds,
      asOf: until ?? read?.lastDay ?? readEvents?.lastDay ?? null,
      lines,
      orders,
      events,
      returns,
      facts,
      breaks,
      columns,
      each,
    },
    totals,
  };
};
