import type { z } from 'zod';
import { messageSchema } from '../../../shared/model/message.ts';
import { type Segmentation, segmentationSchema, segmentSchema } from '../../../shared/model/segmentation.ts';
import { bytesOf, float64Of, int32Of } from '../blobs.ts';
import type { Sqlite } from '../sqlite.ts';

/** A run without what depends on the rest of the project (active, stale) or on life after it (names, colours). */
const resultSchema = segmentationSchema.omit({
  id: true,
  active: true,
  stale: true,
  segments: true,
  snapshotId: true,
  treeId: true,
});
type SegmentationResult = z.infer<typeof resultSchema>;
const figuresSchema = segmentSchema.omit({ id: true, label: true, name: true, color: true, frozen: true });
type SegmentFigures = z.infer<typeof figuresSchema>;

interface Record {
  id: number;
  snapshot_id: number;
  tree_id: number | null;
  result: string;
}

/** Everything but `active` and `stale`, which the caller knows. Segments largest first. */
export type StoredSegmentation = Omit<Segmentation, 'active' | 'stale'>;

const segmentsOf = (db: Sqlite, segmentationId: number): Segmentation['segments'] =>
  db
    .prepare<{ label: number; id: number; name: string; color: number; frozen: number; figures: string }>(
      `SELECT x.label, x.figures, s.id, s.name, s.color, s.frozen FROM segmentation_segment x
       JOIN segment s ON s.id = x.segment_id WHERE x.segmentation_id = ?`,
    )
    .all(segmentationId)
    .map((row) => ({
      ...figuresSchema.parse(JSON.parse(row.figures)),
      id: row.id,
      label: row.label,
      name: messageSchema.parse(JSON.parse(row.name)),
      color: row.color,
      frozen: row.frozen === 1,
    }))
    .sort((a, b) => b.size - a.size || a.label - b.label);

const fromRecord = (db: Sqlite, row: Record): StoredSegmentation => ({
  ...resultSchema.parse(JSON.parse(row.result)),
  id: row.id,
  snapshotId: row.snapshot_id,
  treeId: row.tree_id,
  segments: segmentsOf(db, row.id),
});

export const segmentationById = (db: Sqlite, id: number): StoredSegmentation | null => {
  const row = db
    .prepare<Record>('SELECT id, snapshot_id, tree_id, result FROM segmentation WHERE id = ? AND undone = 0')
    .get(id);
  return row ? fromRecord(db, row) : null;
};

/** Newest first. */
export const listSegmentations = (db: Sqlite): StoredSegmentation[] =>
  db
    .prepare<Record>('SELECT id, snapshot_id, tree_id, result FROM segmentation WHERE undone = 0 ORDER BY id DESC')
    .all()
    .map((row) => fromRecord(db, row));

export interface NewSegmentation {
  readonly snapshotId: number;
  readonly treeId: number | null;
  readonly result: SegmentationResult;
  readonly segments: readonly (SegmentFigures & {
    label: number;
    name: z.infer<typeof messageSchema>;
    color: number;
  })[];
  readonly labels: Int32Array;
  /** The first two principal axes, one value a customer each. */
  readonly map: readonly [Float64Array, Float64Array];
}

/** Stores a run; each of its parts becomes a segment with an id for life. */
export const addSegmentation = (db: Sqlite, made: NewSegmentation): number => {
  const { lastInsertRowid } = db
    .prepare('INSERT INTO segmentation (created_at, snapshot_id, tree_id, result) VALUES (?, ?, ?, ?)')
    .run(made.result.createdAt, made.snapshotId, made.treeId, JSON.stringify(made.result));
  const id = Number(lastInsertRowid);
  const addColumn = db.prepare('INSERT INTO segmentation_column VALUES (?, ?, ?)');
  addColumn.run(id, 'labels', bytesOf(made.labels));
  made.map.forEach((axis, i) => {
    addColumn.run(id, `map${i}`, bytesOf(axis));
  });
  const addSegment = db.prepare('INSERT INTO segment (name, color) VALUES (?, ?)');
  const addPart = db.prepare('INSERT INTO segmentation_segment VALUES (?, ?, ?, ?)');
  for (const { label, name, color, ...figures } of made.segments) {
    const segmentId = Number(addSegment.run(JSON.stringify(name), color).lastInsertRowid);
    addPart.run(id, label, segmentId, JSON.stringify(figures));
  }
  return id;
};

export const setSegmentationUndone = (db: Sqlite, id: number, undone: boolean): void => {
  db.prepare('UPDATE segmentation SET undone = ? WHERE id = ?').run(undone ? 1 : 0, id);
};

/** Removes an undone run for good, with the segments that were only its own. */
export const purgeSegmentation = (db: Sqlite, id: number): void => {
  db.prepare('DELETE FROM segmentation WHERE id = ?').run(id);
  db.exec('DELETE FROM segment WHERE id NOT IN (SELECT segment_id FROM segmentation_segment)');
};

const column = (db: Sqlite, id: number, name: string): Uint8Array | null =>
  db
    .prepare<{ data: Uint8Array }>('SELECT data FROM segmentation_column WHERE segmentation_id = ? AND name = ?')
    .get(id, name)?.data ?? null;

export const labelsOf = (db: Sqlite, id: number): Int32Array | null => {
  const data = column(db, id, 'labels');
  return data === null ? null : int32Of(data);
};

export const mapAxisOf = (db: Sqlite, id: number, axis: 0 | 1): Float64Array | null => {
  const data = column(db, id, `map${axis}`);
  return data === null ? null : float64Of(data);
};
