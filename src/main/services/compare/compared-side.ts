import { AppError } from '../../../shared/errors.ts';
import type { ComparedSide, SideKey } from '../../../shared/model/comparison.ts';
import type { Preparation } from '../../../shared/model/preparation.ts';
import { activeSegmentationOf } from '../../store/repositories/meta.ts';
import { type PastMonth, pastLabelsOf, pastMonthsOf } from '../../store/repositories/past-months.ts';
import { flowOf, labelsOf, type StoredSegmentation, segmentationById } from '../../store/repositories/segmentations.ts';
import { type StoredSnapshot, snapshotById, snapshotColumn } from '../../store/repositories/snapshots.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { preparedColumn } from '../prepared-column.ts';
import { type RunSide, sideOf } from '../run-side.ts';

/** One of two segmentations that are compared, with its customers' figures. */
export interface Side extends RunSide {
  readonly view: ComparedSide;
  readonly snapshot: StoredSnapshot;
  readonly preparation: readonly Preparation[];
  /** In its own units; null where its customers have no such fact. */
  raw(feature: string): Float64Array | null;
  /** On the scale that its segments were found on; null where it takes no part. */
  prepared(feature: string): Float64Array | null;
  /** A segment's id by its label, `none` for those in none. */
  placeOf(label: number): number | 'none';
}

/** Runs as they were made after each other, the one in use first. */
export function* chainOfRuns(db: Sqlite, most = 60): Generator<StoredSegmentation> {
  let id = activeSegmentationOf(db);
  for (let count = 0; count < most && id !== null; count += 1) {
    const run = segmentationById(db, id);
    if (run === null) return;
    yield run;
    id = flowOf(db, run.id)?.fromId ?? null;
  }
}

const sizesOf = (labels: Int32Array): Map<number, number> => {
  const sizes = new Map<number, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  return sizes;
};

const makeSide = (
  db: Sqlite,
  run: StoredSegmentation,
  {
    key,
    snapshotId,
    labels,
    preparation,
    rebuilt,
  }: Pick<Side, 'labels' | 'preparation'> & {
    readonly key: SideKey;
    readonly snapshotId: number;
    readonly rebuilt: boolean;
  },
): Side => {
  const snapshot = snapshotById(db, snapshotId)!;
  const sizes = sizesOf(labels);
  const places = new Map(run.segments.map(({ label, id }) => [label, id]));
  const { createdAt, method, k } = run;
  const segments = run.segments
    .map(({ id, name, color, label }) => ({ id, name, color, size: sizes.get(label) ?? 0 }))
    .sort((a, b) => b.size - a.size);
  return {
    ...sideOf(db, snapshotId, labels, Math.max(0, ...run.segments.map(({ label }) => label + 1))),
    view: { key, createdAt, method, k, asOf: snapshot.asOf, customers: snapshot.customers, rebuilt, segments },
    snapshot,
    preparation,
    raw: (feature) => snapshotColumn(db, snapshotId, feature),
    prepared: (feature) => {
      const how = preparation.find((one) => one.feature === feature);
      const raw = how?.used ? snapshotColumn(db, snapshotId, feature) : null;
      return raw === null ? null : preparedColumn(raw, how!);
    },
    placeOf: (label) => places.get(label) ?? 'none',
  };
};

export const runSide = (db: Sqlite, run: StoredSegmentation): Side =>
  makeSide(db, run, {
    key: run.id,
    snapshotId: run.snapshotId,
    labels: labelsOf(db, run.id)!,
    preparation: run.preparation,
    rebuilt: false,
  });

const pastKey = (asOf: string): string => `past-${asOf}`;

export const pastSide = (db: Sqlite, run: StoredSegmentation, past: PastMonth): Side =>
  makeSide(db, run, {
    key: pastKey(past.asOf),
    snapshotId: past.snapshotId,
    labels: pastLabelsOf(db, run.id, past.asOf)!,
    preparation: past.preparation,
    rebuilt: true,
  });

/** @throws AppError `notFound` */
export const sideByKey = (db: Sqlite, key: SideKey): Side => {
  if (typeof key === 'number') {
    const run = segmentationById(db, key);
    if (run === null) throw new AppError('notFound', { what: 'segmentation', id: key });
    return runSide(db, run);
  }
  for (const run of chainOfRuns(db)) {
    const past = pastMonthsOf(db, run.id).find(({ asOf }) => pastKey(asOf) === key);
    if (past !== undefined) return pastSide(db, run, past);
  }
  throw new AppError('notFound', { what: 'segmentation', id: key });
};
