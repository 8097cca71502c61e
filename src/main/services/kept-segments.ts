import type { KeptSegment, Segment } from '../../shared/model/segmentation.ts';
import { activeSegmentationOf } from '../store/repositories/meta.ts';
import { labelsOf, segmentationById } from '../store/repositories/segmentations.ts';
import { type StoredSnapshot, snapshotCustomers } from '../store/repositories/snapshots.ts';
import type { Sqlite } from '../store/sqlite.ts';
import type { SureLabel } from './match-run.ts';
import { walkBoth } from './run-side.ts';

/** Frozen segments of the run in use, and which customers of a snapshot are theirs. */
export interface KeptSegments {
  readonly segments: readonly Segment[];
  /** By row, the place of its segment among them; −1 for everybody else. */
  readonly placeOf: Int32Array;
  /** Rows of everybody else, rising. */
  readonly rest: Int32Array;
}

/** Null where no segment is frozen that still has a customer. O(customers). */
export const keptSegments = (db: Sqlite, snapshot: StoredSnapshot): KeptSegments | null => {
  const active = activeSegmentationOf(db);
  const run = active === null ? null : segmentationById(db, active);
  const frozen = run?.segments.filter((segment) => segment.frozen) ?? [];
  if (run === null || frozen.length === 0) return null;
  const before = labelsOf(db, run.id)!;
  const labels = new Int32Array(snapshot.customers).fill(-1);
  walkBoth(snapshotCustomers(db, run.snapshotId), snapshotCustomers(db, snapshot.id), (earlier, later) => {
    if (earlier >= 0 && later >= 0) labels[later] = before[earlier]!;
  });
  const there = new Set(labels);
  const segments = frozen.filter(({ label }) => there.has(label));
  if (segments.length === 0) return null;
  const places = new Map(segments.map(({ label }, place) => [label, place]));
  const placeOf = labels.map((label) => places.get(label) ?? -1);
  const rest = Int32Array.from(placeOf.keys()).filter((row) => placeOf[row]! < 0);
  return { segments, placeOf, rest };
};

/** The labels that the kept segments have in a run. */
export const keptIn = ({ segments, placeOf }: KeptSegments, labels: Int32Array): KeptSegment[] =>
  segments.map(({ id }, place) => ({
    id,
    label: labels[placeOf.indexOf(place)]!,
    size: placeOf.reduce((size, other) => (other === place ? size + 1 : size), 0),
  }));

/** By label, what goes on whatever the figures say: kept segments under their names. */
export const sureOfKept = (kept: KeptSegments, labels: Int32Array): [number, SureLabel][] =>
  keptIn(kept, labels).map(({ id, label }) => [label, { segmentId: id, keepsName: true }]);
