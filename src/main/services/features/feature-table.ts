import { AppError } from '../../../shared/errors.ts';
import type { Cell } from '../../../shared/table/csv-line.ts';
import { createIdentityReader } from '../../store/repositories/customers.ts';
import { snapshotById, snapshotColumn, snapshotCustomers } from '../../store/repositories/snapshots.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import type { ExportTable } from '../export-rows.ts';

/**
 * One line a customer: the customer as the file knows it, then every feature of a snapshot under its key.
 * @throws AppError `notFound`
 */
export const featureTable = (db: Sqlite, snapshotId: number): ExportTable => {
  const snapshot = snapshotById(db, snapshotId);
  if (snapshot === null) throw new AppError('notFound', { what: 'snapshot', id: snapshotId });
  const columns = snapshot.features.map(({ key }) => snapshotColumn(db, snapshotId, key)!);
  const customers = snapshotCustomers(db, snapshotId);
  const identityOf = createIdentityReader(db);
  function* rows(): Generator<Cell[]> {
    for (let row = 0; row < customers.length; row += 1)
      yield [
        identityOf(customers[row]!).key,
        ...columns.map((values) => (Number.isNaN(values[row]!) ? null : values[row]!)),
      ];
  }
  return { header: ['customer', ...snapshot.features.map(({ key }) => key)], rows: rows() };
};
