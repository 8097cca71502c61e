import type { Segmentation } from '../../shared/model/segmentation.ts';
import { snapshotById } from '../store/repositories/snapshots.ts';
import type { Sqlite } from '../store/sqlite.ts';
import { type CustomerTable, createTableCache } from './customer-table.ts';
import { chosenSegmentation } from './segmentation-view.ts';
import { currentSnapshot } from './state.ts';

export interface ShownCustomers {
  readonly table: CustomerTable;
  /** Null before the first run. */
  readonly segmentation: Segmentation | null;
}

/** The customers of a run (the one in use where none is named), or of the project before the first; null without data. */
export type FindShown = (db: Sqlite, segmentationId: number | undefined) => ShownCustomers | null;

/** The last table read is kept as long as the project does not change. */
export const createShownCustomers = (): FindShown => {
  const cachedTable = createTableCache();
  return (db, segmentationId) => {
    const segmentation = chosenSegmentation(db, segmentationId);
    const snapshot = segmentation === null ? currentSnapshot(db) : snapshotById(db, segmentation.snapshotId);
    return snapshot === null ? null : { table: cachedTable(db, snapshot, segmentation), segmentation };
  };
};
