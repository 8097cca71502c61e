import { AppError } from '../../shared/errors.ts';
import type { CustomerStory } from '../../shared/model/customer.ts';
import type { Segmentation } from '../../shared/model/segmentation.ts';
import { revisionOf } from '../store/repositories/meta.ts';
import { activeMask, keptReasons } from '../store/repositories/rules.ts';
import { snapshotById } from '../store/repositories/snapshots.ts';
import { quoteName } from '../store/repositories/source-rows.ts';
import { listSources, type StoredSource } from '../store/repositories/sources.ts';
import type { Sqlite } from '../store/sqlite.ts';
import { type CustomerTable, createTableCache } from './customer-table.ts';
import { orderCustomers } from './order-customers.ts';
import { chosenSegmentation } from './segmentation-view.ts';
import type { ReaderServices } from './services.ts';
import { currentSnapshot } from './state.ts';
import { whyCustomerIsHere } from './why-here.ts';

type Story = CustomerStory['orders'][number];

/** The order's number as the file has it, its day where it has none. */
const orderLabel = (source: StoredSource): string => {
  const at = source.columns.findIndex((column) => column.role === 'order');
  return at < 0 ? 'max(_day)' : `CAST(max(${quoteName(source.sqlColumns[at]!)}) AS TEXT)`;
};

const ordersOf = (db: Sqlite, customer: number): Story[] => {
  const mask = activeMask(keptReasons(db));
  const sources = listSources(db).filter(({ kind }) => kind === 'orderLines' || kind === 'orders');
  const orders = sources.flatMap((source) =>
    db
      .prepare<{ label: string | null; day: string; lines: number; micros: number | null }>(
        `SELECT ${orderLabel(source)} AS label, max(_day) AS day, count(*) AS lines, sum(round(_amount * 1e6)) AS micros
         FROM ${quoteName(source.table)} WHERE _customer = ? AND _aside & ? = 0 AND _day IS NOT NULL GROUP BY _order`,
      )
      .all(customer, mask)
      .map(({ label, day, lines, micros }) => ({ order: label ?? day, day, lines, amount: (micros ?? 0) / 1e6 })),
  );
  return orders.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.order < b.order ? 1 : -1));
};

/** Runs a query on one moment of the open project. */
export type Answer = <Result>(work: (db: Sqlite) => Result) => Promise<Result>;

export const createCustomerServices = (answer: Answer): ReaderServices['customers'] => {
  const cachedTable = createTableCache();
  let lastOrder: { key: string; rows: Int32Array } | null = null;
  const tableOf = (
    db: Sqlite,
    segmentationId: number | undefined,
  ): { table: CustomerTable; segmentation: Segmentation | null } | null => {
    const segmentation = chosenSegmentation(db, segmentationId);
    const snapshot = segmentation === null ? currentSnapshot(db) : snapshotById(db, segmentation.snapshotId);
    return snapshot === null ? null : { table: cachedTable(db, snapshot, segmentation), segmentation };
  };
  return {
    page: ({ segmentationId, offset, limit, ...query }) =>
      answer((db) => {
        const found = tableOf(db, segmentationId);
        if (found === null) return { total: 0, rows: [] };
        // Paging through one order sorts once.
        const key = JSON.stringify([revisionOf(db), found.segmentation?.id ?? 0, query]);
        if (lastOrder?.key !== key) lastOrder = { key, rows: orderCustomers(found.table, query) };
        const { rows } = lastOrder;
        return { total: rows.length, rows: Array.from(rows.subarray(offset, offset + limit), found.table.rowOf) };
      }),
    story: ({ row, segmentationId }) =>
      answer((db) => {
        const found = tableOf(db, segmentationId);
        const id = found?.table.ids[row];
        if (found === null || id === undefined) throw new AppError('notFound', { what: 'customer', id: row });
        const { table, segmentation } = found;
        const customer = table.rowOf(row);
        const rawOf = (feature: string): number =>
          table.columns[table.snapshot.features.findIndex(({ key }) => key === feature)]![row]!;
        const why = segmentation === null ? null : whyCustomerIsHere(segmentation, customer.segmentId, rawOf);
        return { customer, why, orders: ordersOf(db, id) };
      }),
  };
};
