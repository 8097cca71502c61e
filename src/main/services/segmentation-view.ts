import { AppError } from '../../shared/errors.ts';
import type { Segmentation, SegmentationSummary } from '../../shared/model/segmentation.ts';
import { activeSegmentationOf } from '../store/repositories/meta.ts';
import { listSegmentations, type StoredSegmentation, segmentationById } from '../store/repositories/segmentations.ts';
import type { Sqlite } from '../store/sqlite.ts';
import { createIsCurrent } from './state.ts';

const view = (db: Sqlite): ((stored: StoredSegmentation) => Segmentation) => {
  const active = activeSegmentationOf(db);
  const isCurrent = createIsCurrent(db);
  return (stored) => ({ ...stored, active: stored.id === active, stale: !isCurrent(stored.snapshotId) });
};

/** @throws AppError `notFound` */
export const segmentationView = (db: Sqlite, id: number): Segmentation => {
  const stored = segmentationById(db, id);
  if (stored === null) throw new AppError('notFound', { what: 'segmentation', id });
  return view(db)(stored);
};

/** The one asked for, or the active one; null where none was made yet. */
export const chosenSegmentation = (db: Sqlite, id: number | undefined): Segmentation | null => {
  const chosen = id ?? activeSegmentationOf(db);
  return chosen === null ? null : segmentationView(db, chosen);
};

/** Newest first. */
export const segmentationSummaries = (db: Sqlite): SegmentationSummary[] =>
  listSegmentations(db)
    .map(view(db))
    .map(({ id, createdAt, method, k, asked, seed, prepareOptions, silhouette, customers, asOf, active, stale }) => ({
      id,
      createdAt,
      method,
      k,
      asked,
      seed,
      prepareOptions,
      silhouette,
      customers,
      asOf,
      active,
      stale,
    }));
