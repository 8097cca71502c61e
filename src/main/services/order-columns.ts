import type { OrderColumns } from '../../shared/engine/explain/order-facts.ts';
import { snapshotColumn } from '../store/repositories/snapshots.ts';
import type { Sqlite } from '../store/sqlite.ts';

/** What plain rules are about; null where the snapshot has none of the three. */
export const orderColumns = (db: Sqlite, snapshotId: number): OrderColumns | null => {
  const days = snapshotColumn(db, snapshotId, 'daysSinceLastOrder');
  const orders = snapshotColumn(db, snapshotId, 'orders');
  const spent = snapshotColumn(db, snapshotId, 'totalSpent');
  return days === null && orders === null && spent === null ? null : { days, orders, spent };
};
