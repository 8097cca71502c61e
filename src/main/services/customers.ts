import { AppError } from '../../shared/errors.ts';
import { alsoKnownAs } from '../store/repositories/customers.ts';
import { identitiesReader, mergedIdentities } from '../store/repositories/identity.ts';
import type { Answer } from './answer.ts';
import { createCustomerPages } from './customers/customer-pages.ts';
import { createPortraits } from './customers/customer-portrait.ts';
import { orderLines } from './customers/order-lines.ts';
import { ordersOf } from './customers/orders-of-customer.ts';
import { excludedPage } from './excluded-page.ts';
import { createRecords } from './identity/identity-view.ts';
import type { ReaderServices } from './services.ts';
import type { FindShown } from './shown-customers.ts';
import { whyCustomerIsHere } from './why-here.ts';

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
