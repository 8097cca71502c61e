import type { ColumnSpec } from '../../shared/api/routes.ts';
import { AppError } from '../../shared/errors.ts';
import { labelsOf, mapAxisOf, nearAxisOf, segmentationById } from '../store/repositories/segmentations.ts';
import { snapshotById, snapshotColumn, snapshotCustomers } from '../store/repositories/snapshots.ts';
import type { Sqlite } from '../store/sqlite.ts';
import { placesAmong } from './chosen-customers.ts';
import { sideByKey } from './compare/compared-side.ts';
import { flowCodesOf } from './compare/flow-codes.ts';
import { ownSegmentRows } from './own-segments.ts';
import { preparedColumn } from './prepared-column.ts';
import { effectsColumn, treeColumn } from './tree-columns.ts';

const preparedOf = (db: Sqlite, segmentationId: number, feature: string): Float64Array | null => {
  const segmentation = segmentationById(db, segmentationId);
  const preparation = segmentation?.preparation.find((one) => one.feature === feature);
  if (!segmentation || !preparation) return null;
  const raw = snapshotColumn(db, segmentation.snapshotId, feature);
  return raw === null ? null : preparedColumn(raw, preparation);
};

/** Where customers of a snapshot went from one segmentation to another. */
const flowsOf = (db: Sqlite, { snapshotId, a, b }: ColumnSpec & { of: 'flow' }): Int32Array | null =>
  snapshotById(db, snapshotId) === null
    ? null
    : flowCodesOf(snapshotCustomers(db, snapshotId), sideByKey(db, a), sideByKey(db, b));

const find = (db: Sqlite, spec: ColumnSpec): Float64Array | Int32Array | null => {
  if (spec.of === 'features') return snapshotColumn(db, spec.snapshotId, spec.feature);
  if (spec.of === 'tree') return treeColumn(db, spec.treeId, spec.part);
  if (spec.of === 'effects') return effectsColumn(db, spec.treeId, spec.feature);
  if (spec.of === 'flow') return flowsOf(db, spec);
  const segmentation = segmentationById(db, spec.segmentationId);
  if (segmentation === null) return null;
  if (spec.of === 'same')
    return snapshotById(db, spec.snapshotId) === null
      ? null
      : placesAmong(snapshotCustomers(db, spec.snapshotId), snapshotCustomers(db, segmentation.snapshotId));
  if (spec.of === 'own') return ownSegmentRows(db, spec.ownId, spec.segmentationId);
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
