import { AppError } from '../../shared/errors.ts';
import type { Who } from '../../shared/model/own-segment.ts';
import { noSegmentId, type Segmentation } from '../../shared/model/segmentation.ts';
import { ownSegmentById } from '../store/repositories/own-segments.ts';
import { labelsOf } from '../store/repositories/segmentations.ts';
import { snapshotCustomers } from '../store/repositories/snapshots.ts';
import type { Sqlite } from '../store/sqlite.ts';
import { chosenSegmentation } from './segmentation-view.ts';

/** Rows of a snapshot that have these customers; both lists of ids are rising. O(customers). */
export const rowsOfCustomers = (ids: Int32Array, wanted: Int32Array): Int32Array => {
  const rows = new Int32Array(Math.min(ids.length, wanted.length));
  let [row, at, count] = [0, 0, 0];
  while (row < ids.length && at < wanted.length) {
    if (ids[row] === wanted[at]) {
      rows[count] = row;
      count += 1;
    }
    if (ids[row]! <= wanted[at]!) row += 1;
    else at += 1;
  }
  return rows.slice(0, count);
};

/** Where each of these customers stands among others, −1 where it does not; both lists of ids are rising. O(customers). */
export const placesAmong = (ids: Int32Array, others: Int32Array): Int32Array => {
  let at = 0;
  return ids.map((id) => {
    while (at < others.length && others[at]! < id) at += 1;
    return others[at] === id ? at : -1;
  });
};

const rowsOfSegments = (db: Sqlite, { id, segments }: Segmentation, segmentIds: readonly number[]): Int32Array => {
  const labels = new Set(
    segmentIds.map((wanted) => {
      if (wanted === noSegmentId) return -1;
      const segment = segments.find((one) => one.id === wanted);
      if (segment === undefined) throw new AppError('notFound', { what: 'segment', id: wanted });
      return segment.label;
    }),
  );
  const all = labelsOf(db, id)!;
  return Int32Array.from(all.keys()).filter((row) => labels.has(Math.max(-1, all[row]!)));
};

/**
 * Rows of the snapshot of a segmentation, rising.
 * @throws AppError `notFound`, and `badInput` where it is not said in exactly one way who
 */
export const chosenRows = (
  db: Sqlite,
  { segmentationId, segmentIds, rows, ownId }: Who,
): { readonly segmentation: Segmentation; readonly ids: Int32Array; readonly rows: Int32Array } => {
  const segmentation = chosenSegmentation(db, segmentationId);
  if (segmentation === null) throw new AppError('notFound', { what: 'segmentation', id: segmentationId ?? null });
  if ([segmentIds, rows, ownId].filter((one) => one !== undefined).length !== 1)
    throw new AppError('badInput', {
      method: 'Choosing customers',
      problem: 'it takes either segments, rows or a segment of one’s own',
    });
  const ids = snapshotCustomers(db, segmentation.snapshotId);
  const found = (): Int32Array => {
    if (segmentIds !== undefined) return rowsOfSegments(db, segmentation, segmentIds);
    if (ownId !== undefined) {
      const own = ownSegmentById(db, ownId);
      if (own === null) throw new AppError('notFound', { what: 'segment', id: ownId });
      return rowsOfCustomers(ids, own.customerIds);
    }
    const asked = Int32Array.from(new Set(rows)).sort();
    const strange = asked.find((row) => row >= ids.length);
    if (strange !== undefined) throw new AppError('notFound', { what: 'customer', id: strange });
    return asked;
  };
  return { segmentation, ids, rows: found() };
};

/** The customers themselves, rising. */
export const chosenCustomers = (db: Sqlite, who: Who): Int32Array => {
  const { ids, rows } = chosenRows(db, who);
  return rows.map((row) => ids[row]!);
};
