import { AppError } from '../../shared/errors.ts';
import type { CustomerStory } from '../../shared/model/customer.ts';
import { alsoKnownAs } from '../store/repositories/customers.ts';
import { identitiesReader, mergedIdentities } from '../store/repositories/identity.ts';
import { activeMask, keptReasons } from '../store/repositories/rules.ts';
import { quoteName } from '../store/repositories/source-rows.ts';
import { listSources, type StoredSource } from '../store/repositories/sources.ts';
import type { Sqlite } from '../store/sqlite.ts';
import type { Answer } from './answer.ts';
import { createCustomerPages } from './customers/customer-pages.ts';
import { createPortraits } from './customers/customer-portrait.ts';
import { orderLines } from './customers/order-lines.ts';
import { excludedPage } from './excluded-page.ts';
import { createRecords } from './identity/identity-view.ts';
import type { ReaderServices } from './services.ts';
import type { FindShown } from './shown-customers.ts';
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
      .prepare<{ label: string | null; day: string; lines: number; micros: number | null; number: number }>(
        `SELECT ${orderLabel(source)} AS label, max(_day) AS day, count(*) AS lines, sum(round(_amount * 1e6)) AS micros,
         _order AS number
         FROM ${quoteName(source.table)} WHERE _customer = ? AND _aside & ? = 0 AND _day IS NOT NULL GROUP BY _order`,
      )
      .all(customer, mask)
      .map(({ label, day, lines, micros, number }) => ({
        order: label ?? day,
        day,
        lines,
        amount: (micros ?? 0) / 1e6,
        sourceId: source.id,
        number,
      })),
  );
  return orders.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.order < b.order ? 1 : -1));
};

/** Where a customer stands in a snapshot, ids rising; −1 where it is not there. O(log n) */
const rowOfCustomer = (ids: Int32Array, id: number): number => {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ids[middle]! < id) low = middle + 1;
    else high = middle;
  }
  return ids[low] === id ? low : -1;
};

/** @param path of the open project */
export const createCustomerServices = (
  answer: Answer,
  path: () => string,
  tableOf: FindShown,
): ReaderServices['customers'] & { clear(): void } => ({
  ...createCustomerPages(answer, path, tableOf),
  ...createPortraits(answer, tableOf),
  excluded: (page) => answer((db) => excludedPage(db, page)),
  lines: (input) => answer((db) => orderLines(db, input)),
  story: ({ row: asked, customerId, segmentationId }) =>
    answer((db) => {
      const found = tableOf(db, segmentationId);
      const now = customerId === undefined ? undefined : (mergedIdentities(db).get(customerId) ?? customerId);
      const row = now === undefined ? asked! : found === null ? -1 : rowOfCustomer(found.table.ids, now);
      const id = found?.table.ids[row];
      if (found === null || id === undefined)
        throw new AppError('notFound', { what: 'customer', id: customerId ?? asked! });
      const { table, segmentation } = found;
      const customer = table.rowOf(row);
      const rawOf = (feature: string): number =>
        table.columns[table.snapshot.features.findIndex(({ key }) => key === feature)]![row]!;
      const why = segmentation === null ? null : whyCustomerIsHere(segmentation, customer.segmentId, rawOf);
      const records = identitiesReader(db)(id).map(createRecords(db));
      return {
        customer,
        also: alsoKnownAs(db, id),
        why,
        orders: ordersOf(db, id),
        sureness: why?.sureness ?? null,
        records,
      };
    }),
});
