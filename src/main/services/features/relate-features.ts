import { columnOf, createMatrix, type Matrix } from '../../../shared/engine/matrix.ts';
import { AppError } from '../../../shared/errors.ts';
import type { FactRelations } from '../../../shared/model/fact-relations.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { labelsOf } from '../../store/repositories/segmentations.ts';
import {
  type StoredSnapshot,
  snapshotById,
  snapshotColumn,
  snapshotCustomers,
} from '../../store/repositories/snapshots.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { placesAmong } from '../chosen-customers.ts';
import type { Compute } from '../compute.ts';
import { chosenSegmentation } from '../segmentation-view.ts';
import type { JobContext } from '../services.ts';
import { breathe } from '../session.ts';

interface Asked {
  readonly snapshotId: number;
  readonly features: readonly string[];
  readonly segmentationId?: number | undefined;
}

/** Columns as one matrix in shared memory, a column at a time. */
const readMatrix = async (
  db: Sqlite,
  snapshot: StoredSnapshot,
  features: readonly string[],
  job: JobContext,
): Promise<Matrix> => {
  const matrix = createMatrix(snapshot.customers, features.length);
  for (const [i, feature] of features.entries()) {
    await breathe(job);
    const column = snapshotColumn(db, snapshot.id, feature);
    if (column === null) throw new AppError('notFound', { what: 'feature', id: feature });
    columnOf(matrix, i).set(column);
  }
  return matrix;
};

/** The label of each of these customers in a segmentation, maybe of another snapshot; −1 for who is not in it. O(customers) */
const labelsFor = (db: Sqlite, { id, snapshotId }: Segmentation, customers: Int32Array): Int32Array => {
  const labels = labelsOf(db, id)!;
  return placesAmong(customers, snapshotCustomers(db, snapshotId)).map((row) => labels[row] ?? -1);
};

/**
 * How facts go together and what is missing for whom; computed in a compute thread.
 * @throws AppError `notFound`, `cancelled`
 */
export const relateFeatures = async (
  db: Sqlite,
  compute: Compute,
  { snapshotId, features, segmentationId }: Asked,
  job: JobContext,
): Promise<FactRelations> => {
  job.progress('features', 0);
  const snapshot = snapshotById(db, snapshotId);
  if (snapshot === null) throw new AppError('notFound', { what: 'snapshot', id: snapshotId });
  const segmentation = segmentationId === undefined ? null : chosenSegmentation(db, segmentationId);
  const matrix = await readMatrix(db, snapshot, features, job);
  const labels = segmentation === null ? null : labelsFor(db, segmentation, snapshotCustomers(db, snapshotId));
  const parts = segmentation?.segments.length ?? 0;
  const found = await compute.run(
    'relateFacts',
    { matrix, labels, parts },
    { signal: job.signal, onProgress: (fraction) => job.progress('features', fraction) },
  );
  const count = features.length;
  const order = Array.from(found.order);
  const sizes = new Int32Array(parts);
  for (const label of labels ?? []) if (label >= 0) sizes[label]! += 1;
  return {
    features: order.map((i) => features[i]!),
    customers: snapshot.customers,
    correlations: order.map((i) => order.map((j) => found.correlations[i * count + j]!)),
    missing: order.map((i) => ({
      feature: features[i]!,
      customers: found.missing[i]!,
      bySegment: (segmentation?.segments ?? []).map(({ id, label }) => ({
        segmentId: id,
        missing: found.missingByPart[i * parts + label]!,
        customers: sizes[label]!,
      })),
    })),
    patterns: found.patterns.map(({ columns, rows }) => ({
      features: columns.map((i) => features[i]!),
      customers: rows,
    })),
  };
};
