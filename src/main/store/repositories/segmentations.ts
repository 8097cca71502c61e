import * as z from 'zod';
import { type LabelMove, labelMoveSchema } from '../../../shared/model/flow.ts';
import { type Message, messageSchema } from '../../../shared/model/message.ts';
import {
  type Segment,
  type Segmentation,
  segmentationSchema,
  segmentSchema,
} from '../../../shared/model/segmentation.ts';
import { bytesOf, float64Of, int32Of } from '../blobs.ts';
import type { Sqlite } from '../sqlite.ts';
import { shownName } from './segments.ts';
import { trustOf } from './trust.ts';

/** A run without what depends on the rest of the project (active, stale) or on life after it (names, colours). */
const resultSchema = segmentationSchema.omit({
  id: true,
  active: true,
  stale: true,
  segments: true,
  snapshotId: true,
  treeId: true,
  trust: true,
  hasNeighbours: true,
});
type SegmentationResult = z.infer<typeof resultSchema>;
const figuresSchema = segmentSchema.omit({
  ...{ id: true, label: true, name: true, givenName: true, color: true, frozen: true },
});
type SegmentFigures = z.infer<typeof figuresSchema>;

interface Record {
  id: number;
  snapshot_id: number;
  tree_id: number | null;
  result: string;
}

/** Everything but `active` and `stale`, which the caller knows. Segments largest first. */
export type StoredSegmentation = Omit<Segmentation, 'active' | 'stale'>;

/** What a segment is called, and what its run calls it where that is another name. */
const namesOf = ({ own, given }: { own: string; given: string }): Pick<Segment, 'name' | 'givenName'> => {
  const name = shownName(own, given);
  return name.key === 'segment.custom' ? { name, givenName: messageSchema.parse(JSON.parse(given)) } : { name };
};

const segmentsOf = (db: Sqlite, segmentationId: number): Segmentation['segments'] =>
  db
    .prepare<{
      label: number;
      id: number;
      own: string;
      given: string;
      color: number;
      frozen: number;
      figures: string;
    }>(
      `SELECT x.label, x.figures, x.name AS given, s.id, s.name AS own, s.color, s.frozen FROM segmentation_segment x
       JOIN segment s ON s.id = x.segment_id WHERE x.segmentation_id = ?`,
    )
    .all(segmentationId)
    .map((row) => ({
      ...figuresSchema.parse(JSON.parse(row.figures)),
      id: row.id,
      label: row.label,
      ...namesOf(row),
      color: row.color,
      frozen: row.frozen === 1,
    }))
    .sort((a, b) => b.size - a.size || a.label - b.label);

const hasColumn = (db: Sqlite, id: number, name: string): boolean =>
  db.prepare('SELECT 1 FROM segmentation_column WHERE segmentation_id = ? AND name = ?').get(id, name) !== undefined;

const fromRecord = (db: Sqlite, row: Record): StoredSegmentation => ({
  ...resultSchema.parse(JSON.parse(row.result)),
  id: row.id,
  snapshotId: row.snapshot_id,
  treeId: row.tree_id,
  trust: trustOf(db, row.id),
  hasNeighbours: hasColumn(db, row.id, 'near1'),
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

/** Which run a run was made after, and who went where: from its labels to those of the new run. */
export interface StoredFlow {
  readonly fromId: number;
  readonly moves: readonly LabelMove[];
}

export interface NewSegmentation {
  readonly snapshotId: number;
  readonly treeId: number | null;
  readonly result: SegmentationResult;
  readonly segments: readonly (SegmentFigures & {
    label: number;
    /** The segment of an earlier run that it goes on as, with its colour; null for a new one. */
    goesOnAs: number | null;
    /** From the data. */
    name: Message;
    color: number;
  })[];
  /** Null for the first run. */
  readonly flow: StoredFlow | null;
  readonly labels: Int32Array;
  /** The first two principal axes, one value a customer each. */
  readonly map: readonly [Float64Array, Float64Array];
}

/** Stores a run; each of its parts goes on as an earlier segment or becomes one, with an id for life. */
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
  const addPart = db.prepare(
    'INSERT INTO segmentation_segment (segmentation_id, label, segment_id, name, figures) VALUES (?, ?, ?, ?, ?)',
  );
  for (const { label, goesOnAs, name, color, ...figures } of made.segments) {
    const segmentId = goesOnAs ?? Number(addSegment.run(JSON.stringify(name), color).lastInsertRowid);
    addPart.run(id, label, segmentId, JSON.stringify(name), JSON.stringify(figures));
  }
  if (made.flow !== null)
    db.prepare('INSERT INTO segmentation_flow (segmentation_id, from_id, moves) VALUES (?, ?, ?)').run(
      id,
      made.flow.fromId,
      JSON.stringify(made.flow.moves),
    );
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

/** What a run called each label from its own figures, whatever a person has called the segment. */
export const givenNamesOf = (db: Sqlite, id: number): Map<number, Message> =>
  new Map(
    db
      .prepare<{ label: number; name: string }>(
        'SELECT label, name FROM segmentation_segment WHERE segmentation_id = ?',
      )
      .all(id)
      .map(({ label, name }) => [label, messageSchema.parse(JSON.parse(name))]),
  );

/** Ids of a run's segments that an earlier run had. */
export const segmentsBefore = (db: Sqlite, id: number): number[] =>
  db
    .prepare<{ id: number }>(
      `SELECT x.segment_id AS id FROM segmentation_segment x WHERE x.segmentation_id = ? AND EXISTS (
         SELECT 1 FROM segmentation_segment y JOIN segmentation g ON g.id = y.segmentation_id
         WHERE y.segment_id = x.segment_id AND g.id < x.segmentation_id AND g.undone = 0) ORDER BY x.segment_id`,
    )
    .all(id)
    .map((row) => row.id);

/** Null for a first run. */
export const flowOf = (db: Sqlite, id: number): StoredFlow | null => {
  const row = db
    .prepare<{ from_id: number; moves: string }>(
      'SELECT from_id, moves FROM segmentation_flow WHERE segmentation_id = ?',
    )
    .get(id);
  return row ? { fromId: row.from_id, moves: z.array(labelMoveSchema).parse(JSON.parse(row.moves)) } : null;
};

const column = (db: Sqlite, id: number, name: string): Uint8Array | null =>
  db
    .prepare<{ data: Uint8Array }>('SELECT data FROM segmentation_column WHERE segmentation_id = ? AND name = ?')
    .get(id, name)?.data ?? null;

export const labelsOf = (db: Sqlite, id: number): Int32Array | null => {
  const data = column(db, id, 'labels');
  return data === null ? null : int32Of(data);
};

/** The map of neighbours; null where it was not drawn yet. */
export const nearAxisOf = (db: Sqlite, id: number, axis: 0 | 1): Float64Array | null => {
  const data = column(db, id, `near${axis}`);
  return data === null ? null : float64Of(data);
};

export const setNeighbourMap = (db: Sqlite, id: number, map: readonly [Float64Array, Float64Array]): void => {
  const put = db.prepare('INSERT OR REPLACE INTO segmentation_column VALUES (?, ?, ?)');
  map.forEach((axis, i) => {
    put.run(id, `near${i}`, bytesOf(axis));
  });
};

export const mapAxisOf = (db: Sqlite, id: number, axis: 0 | 1): Float64Array | null => {
  const data = column(db, id, `map${axis}`);
  return data === null ? null : float64Of(data);
};
