import { type Message, messageSchema } from '../../../shared/model/message.ts';
import type { Sqlite } from '../sqlite.ts';

/** What a segment carries for life. */
export interface SegmentIdentity {
  readonly id: number;
  readonly name: Message;
  readonly color: number;
  readonly frozen: boolean;
}

const messageOf = (json: string): Message => messageSchema.parse(JSON.parse(json));

/** A person's own name is the segment's in every run; one from the data is the run's, true of the figures beside it. */
export const shownName = (own: string, given: string): Message => {
  const name = messageOf(own);
  return name.key === 'segment.custom' ? name : messageOf(given);
};

/** What the segments are called that stand beside this one in any run. */
export const namesBeside = (db: Sqlite, id: number): Message[] =>
  db
    .prepare<{ own: string; given: string }>(
      `SELECT s.name AS own, x.name AS given FROM segmentation_segment x JOIN segment s ON s.id = x.segment_id
       WHERE x.segment_id <> ? AND x.segmentation_id IN (
         SELECT y.segmentation_id FROM segmentation_segment y JOIN segmentation g ON g.id = y.segmentation_id
         WHERE y.segment_id = ? AND g.undone = 0)`,
    )
    .all(id, id)
    .map(({ own, given }) => shownName(own, given));

/** Null where there is none in a run that stands. */
export const segmentById = (db: Sqlite, id: number): SegmentIdentity | null => {
  const row = db
    .prepare<{ id: number; name: string; color: number; frozen: number }>(
      `SELECT s.id, s.name, s.color, s.frozen FROM segment s WHERE s.id = ? AND EXISTS (
         SELECT 1 FROM segmentation_segment x JOIN segmentation g ON g.id = x.segmentation_id
         WHERE x.segment_id = s.id AND g.undone = 0)`,
    )
    .get(id);
  return row ? { ...row, name: messageOf(row.name), frozen: row.frozen === 1 } : null;
};

export const setSegmentName = (db: Sqlite, id: number, name: Message): void => {
  db.prepare('UPDATE segment SET name = ? WHERE id = ?').run(JSON.stringify(name), id);
};

export const setSegmentColor = (db: Sqlite, id: number, color: number): void => {
  db.prepare('UPDATE segment SET color = ? WHERE id = ?').run(color, id);
};

export const setSegmentFrozen = (db: Sqlite, id: number, frozen: boolean): void => {
  db.prepare('UPDATE segment SET frozen = ? WHERE id = ?').run(frozen ? 1 : 0, id);
};
