import { AppError } from '../../shared/errors.ts';
import type { Segmentation } from '../../shared/model/segmentation.ts';
import { snapshotById } from '../store/repositories/snapshots.ts';
import type { Sqlite } from '../store/sqlite.ts';
import { type CustomerTable, readCustomerTable } from './customer-table.ts';
import { chosenSegmentation } from './segmentation-view.ts';

/** @throws AppError `notFound` where nothing was segmented yet */
export const segmentedCustomers = (
  db: Sqlite,
  id: number | undefined,
): { segmentation: Segmentation; table: CustomerTable } => {
  const segmentation = chosenSegmentation(db, id);
  if (segmentation === null) throw new AppError('notFound', { what: 'segmentation', id: id ?? null });
  const snapshot = snapshotById(db, segmentation.snapshotId)!;
  return { segmentation, table: readCustomerTable(db, snapshot, segmentation) };
};
