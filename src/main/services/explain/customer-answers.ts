import { surenessOf } from '../../../shared/engine/explain/sureness.ts';
import { AppError } from '../../../shared/errors.ts';
import type { RowFilter } from '../../../shared/model/rows.ts';
import { activeMask, keptReasons } from '../../store/repositories/rules.ts';
import { quoteName } from '../../store/repositories/source-rows.ts';
import { listSources, type StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { fromMicros } from '../aggregate-orders.ts';
import { isCounted } from '../counted-lines.ts';
import { ordersOf } from '../customers/orders-of-customer.ts';
import { whyCustomerIsHere } from '../why-here.ts';
import { countedFact, figuresOfCustomer } from './customer-figures.ts';
import { distancesOf } from './distances.ts';
import { columnOfFeature } from './run-figures.ts';
import { type Answer, featureOf, input, type RefOf, type Setting, theRun, unitOf } from './setting.ts';

const customerOf = ({ table }: Setting, row: number) => {
  if (table.ids[row] === undefined) throw new AppError('notFound', { what: 'customer', id: row });
  const { key, name } = table.identityOf(row);
  return { id: table.ids[row], row, key, name };
};

/** A fact of one customer, from its own rows where they say it alone. */
export const ofCustomer = (setting: Setting, { row, feature: key }: RefOf<'customer'>): Answer => {
  const { db, table, isCurrent } = setting;
  const customer = customerOf(setting, row);
  const feature = featureOf(table.snapshot, key);
  const kept = columnOfFeature(table, key)[row]!;
  const { asOf } = table.snapshot;
  const days = key === 'daysSinceLastOrder' && isCurrent ? figuresOfCustomer(db, table.ids[row]!) : null;
  return {
    value: Number.isNaN(kept) ? null : kept,
    unit: unitOf(feature),
    recount: isCurrent ? (countedFact(db, table.ids[row]!, key, asOf) ?? null) : null,
    recountedFrom: 'rows',
    countable: isCurrent,
    customers: 1,
    missing: Number.isNaN(kept) ? 1 : 0,
    feature,
    customer,
    under: { what: 'customer', row },
    inputs: days === null ? [] : [input('lastOrder', days.lastDay, 'days'), input('asOf', asOf, 'days')],
  };
};

/** How sure it is that a customer belongs where it is. */
export const ofSureness = (setting: Setting, { row }: RefOf<'sureness'>): Answer => {
  const { table } = setting;
  const run = theRun(setting);
  const customer = customerOf(setting, row);
  const rawOf = (key: string) => columnOfFeature(table, key)[row]!;
  const segmentId = table.segmentIdOf(row);
  const why = whyCustomerIsHere(run, segmentId, rawOf);
  const distances = distancesOf(run, segmentId, rawOf);
  return {
    value: why?.sureness ?? null,
    unit: 'score',
    recount: distances === null ? null : surenessOf(distances.own, distances.next),
    recountedFrom: 'facts',
    customers: 1,
    customer,
    under: { what: 'customer', row },
    inputs:
      distances === null
        ? []
        : [input('ownDistance', distances.own, 'score'), input('nextDistance', distances.next, 'score')],
  };
};

/** Lines and money of an order, line by line. */
const orderByLines = (db: Sqlite, { table }: StoredSource, customer: number, number: number) => {
  const amounts = db
    .preparePluck<number | null>(
      `SELECT round(_amount * 1e6) FROM ${quoteName(table)}
       WHERE _customer = ? AND _order = ? AND ${isCounted(activeMask(keptReasons(db)))}`,
    )
    .all(customer, number);
  return { lines: amounts.length, amount: fromMicros(amounts.reduce<number>((sum, one) => sum + (one ?? 0), 0)) };
};

/** Its rows in the table of its file, where the file numbers its orders. */
const filtersOf = ({ columns }: StoredSource, order: string): RowFilter[] => {
  const column = columns.find(({ role }) => role === 'order');
  return column === undefined ? [] : [{ test: 'equals', column: column.name, text: order }];
};

/** One of a customer's orders, from its rows: those of the files as they are now. */
export const ofOrder = (
  setting: Setting,
  { row, sourceId, number, figure, segmentationId }: RefOf<'order'>,
): Answer => {
  const { db, table } = setting;
  const customer = customerOf(setting, row);
  const order = ordersOf(db, table.ids[row]!).find((one) => one.sourceId === sourceId && one.number === number);
  const source = listSources(db).find(({ id }) => id === sourceId);
  if (order === undefined || source === undefined) throw new AppError('notFound', { what: 'order', id: number });
  const filters = filtersOf(source, order.order);
  return {
    value: order[figure],
    unit: figure === 'lines' ? 'orderLines' : 'money',
    recount: orderByLines(db, source, table.ids[row]!, number)[figure],
    recountedFrom: 'rows',
    customers: 1,
    customer,
    told: { day: order.day, order: order.order === order.day ? null : order.order },
    under: filters.length === 0 ? { what: 'customer', row } : { what: 'rows', sourceId, aside: 'none', filters },
    inputs:
      figure === 'lines'
        ? []
        : [
            input('rowsSetAside', order.lines, 'orderLines', {
              of: 'order',
              ...{ row, sourceId, number, segmentationId },
              figure: 'lines',
            }),
          ],
  };
};
