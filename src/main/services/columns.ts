import type { ColumnSpec } from '../../shared/api/routes.ts';
import { AppError } from '../../shared/errors.ts';
import { labelsOf, mapAxisOf, nearAxisOf, segmentationById } from '../store/repositories/segmentations.ts';
import { snapshotColumn } from '../store/repositories/snapshots.ts';
import type { Sqlite } from '../store/sqlite.ts';
import { preparedColumn } from './prepared-column.ts';

const preparedOf = (db: Sqlite, segmentationId: number, feature: string): Float64Array | null => {
  const segmentation = segmentationById(db, segmentationId);
  const preparation = segmentation?.preparation.find((one) => one.feature === feature);
  if (!segmentation || !preparation) return null;
  const raw = snapshotColumn(db, segmentation.snapshotId, feature);
  return raw === null ? null : preparedColumn(raw, preparation);
};

const find = (db: Sqlite, spec: ColumnSpec): Float64Array | Int32Array | null => {
  if (spec.of === 'features') return snapshotColumn(db, spec.snapshotId, spec.feature);
  if (segmentationById(db, spec.segmentationId) === null) return null;
  if (spec.of === 'labels') return labelsOf(db, spec.segmentationId);
  if (spec.of === 'map') return mapAxisOf(db, spec.segmentationId, spec.axis);
  if (spec.of === 'near') return nearAxisOf(db, spec.segmentationId, spec.axis);
  return preparedOf(db, spec.segmentationId, spec.feature);
};

/**
 * One column of numbers, rows in snapshot order.
 * @throws AppError `notFound`
 */
export const columnOfProject = (db: Sqlite, spec: ColumnSpec): Float64Array | Int32Array => {
  const column = find(db, spec);
  if (column === null)
    throw new AppError('notFound', { what: 'column', id: 'feature' in spec ? spec.feature : spec.of });
  return column;
};
