import { createHash } from 'node:crypto';
import type { Feature, Unit } from '../../shared/model/feature.ts';
import { message } from '../../shared/model/message.ts';
import type { SetAsideReason, Totals } from '../../shared/model/source.ts';
import { bytesOf } from '../store/blobs.ts';
import { activeMask, keptReasons } from '../store/repositories/rules.ts';
import {
  addSnapshot,
  type NewSnapshot,
  type StoredSnapshot,
  snapshotById,
  snapshotOfState,
} from '../store/repositories/snapshots.ts';
import { listSources, type StoredSource } from '../store/repositories/sources.ts';
import { inTransaction, type Sqlite } from '../store/sqlite.ts';
import { aggregateCustomers, type CustomerColumn, unitOf } from './aggregate-customers.ts';
import { aggregateOrders, fromMicros, isoDay, type OrderFigures } from './aggregate-orders.ts';
import { markRows, needsMarks } from './quality/mark-rows.ts';
import type { JobContext } from './services.ts';
import { stateOf } from './state.ts';

export interface Computed {
  readonly feature: Omit<Feature, 'missing'>;
  readonly values: Float64Array;
}

const headerOf = (sources: readonly StoredSource[], roles: readonly string[]): string | null =>
  sources.flatMap((source) => source.columns).find((column) => roles.includes(column.role))?.name ?? null;

const orderFeatures = (figures: OrderFigures, sources: readonly StoredSource[]): Computed[] => {
  const { customerIds: ids, totals } = figures;
  const last = totals.lastDay ?? 0;
  const date = headerOf(sources, ['date']);
  const amount = headerOf(sources, ['amount']);
  const price = headerOf(sources, ['price']);
  const order = headerOf(sources, ['order']);
  const of = (key: string, unit: Unit, value: (id: number) => number, lineage: Feature['lineage']): Computed => ({
    feature: { key, name: message(`feature.${key}`), unit, lineage },
    values: Float64Array.from(ids, value),
  });
  const found = [
    of(
      'daysSinceLastOrder',
      'days',
      (id) => last - figures.lastDay[id]!,
      message('feature.daysSinceLastOrder.from', { column: date, asOf: isoDay(last) }),
    ),
    of(
      'orders',
      'count',
      (id) => figures.orders[id]!,
      order === null
        ? message('feature.orders.fromDays', { column: date })
        : message('feature.orders.from', { column: order }),
    ),
  ];
  // Orders without any money say when and how often, not how much.
  if (amount !== null || price !== null) {
    const lineage =
      amount === null
        ? message('feature.totalSpent.fromPrice', { price, quantity: headerOf(sources, ['quantity']) })
        : message('feature.totalSpent.from', { column: amount });
    found.push(of('totalSpent', 'money', (id) => fromMicros(figures.micros[id]!), lineage));
  }
  return found;
};

const columnFeature = (ids: Int32Array, from: CustomerColumn): Computed => ({
  feature: {
    key: `column:${from.column.name}`,
    name: message('feature.column', { name: from.column.name }),
    unit: unitOf(from.column),
    lineage: message('feature.column.from', { column: from.column.name, file: from.file }),
  },
  values: Float64Array.from(ids, (id) => from.values[id]!),
});

/** What tells one snapshot from another: its day, its features and all their values. */
export const hashOf = (asOf: string | null, computed: readonly Computed[], ids: Int32Array): string => {
  const hash = createHash('sha256').update(
    JSON.stringify({ asOf, features: computed.map(({ feature }) => feature.key) }),
  );
  for (const { values } of computed) hash.update(bytesOf(values));
  return hash.update(bytesOf(ids)).digest('hex');
};

export const countNaN = (values: Float64Array): number =>
  values.reduce((sum, value) => (Number.isNaN(value) ? sum + 1 : sum), 0);

const compute = async (
  db: Sqlite,
  kept: readonly SetAsideReason[],
  job: Pick<JobContext, 'signal'>,
  onProgress: (fraction: number) => void,
): Promise<NewSnapshot> => {
  const sources = listSources(db);
  const orderSources = sources.filter(({ kind }) => kind === 'orderLines' || kind === 'orders');
  const figures = orderSources.length === 0 ? null : await aggregateOrders(db, orderSources, kept, job, onProgress);
  const table = await aggregateCustomers(
    db,
    sources.filter(({ kind }) => kind === 'customers'),
    job,
    activeMask(kept),
  );
  const customerIds = figures?.customerIds ?? table.customerIds;
  const computed = [
    ...(figures === null ? [] : orderFeatures(figures, orderSources)),
    ...table.columns.map((column) => columnFeature(customerIds, column)),
  ];
  const asOf = figures?.totals.lastDay == null ? null : isoDay(figures.totals.lastDay);
  const hasMoney = computed.some(({ feature }) => feature.key === 'totalSpent');
  const totals: Totals = {
    customers: customerIds.length,
    orders: figures?.totals.orders ?? null,
    orderLines: figures?.totals.lines ?? null,
    revenue: figures !== null && hasMoney ? fromMicros(figures.totals.micros) : null,
    firstDay: figures?.totals.firstDay == null ? null : isoDay(figures.totals.firstDay),
    lastDay: asOf,
  };
  return {
    asOf,
    customers: customerIds.length,
    features: computed.map(({ feature, values }) => ({ ...feature, missing: countNaN(values) })),
    totals,
    hash: hashOf(asOf, computed, customerIds),
    customerIds,
    columns: computed.map(({ values }) => values),
  };
};

/**
 * Customers × features for the sources that stand, under these rules (those in force where none are given). Found again
 * where it was computed before; added otherwise, never overwritten.
 * @throws AppError `cancelled`
 */
export const ensureSnapshot = async (
  db: Sqlite,
  job: Pick<JobContext, 'signal'>,
  onProgress: (fraction: number) => void = () => {},
  kept: readonly SetAsideReason[] = keptReasons(db),
): Promise<StoredSnapshot> => {
  if (needsMarks(kept)) await markRows(db, job);
  const state = stateOf(db, kept);
  const known = snapshotOfState(db, state);
  if (known !== null) return known;
  const made = await compute(db, kept, job, onProgress);
  const add = () => addSnapshot(db, state, made);
  const id = db.inTransaction ? add() : inTransaction(db, add);
  return snapshotById(db, id)!;
};
