import { asideBit } from '../../../shared/model/source.ts';
import { isOrderKind } from '../../import/preview/line-reader.ts';
import { quoteName } from '../../store/repositories/source-rows.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import type { MarkedSheet } from './marked-sheet.ts';

/** Customers whose own row in a customer table says that they are a test. */
export const testCustomers = (db: Sqlite, sheets: readonly MarkedSheet[]): Set<number> => {
  const found = new Set<number>();
  for (const { source, bits, first } of sheets) {
    if (isOrderKind(source.kind)) continue;
    const read = db.prepareRaw<[number | null]>(`SELECT _customer FROM ${quoteName(source.table)} WHERE _row = ?`);
    bits.forEach((word, i) => {
      const customer = (word & asideBit.test) === 0 ? null : read.get(first + i)?.[0];
      if (customer != null) found.add(customer);
    });
  }
  return found;
};
