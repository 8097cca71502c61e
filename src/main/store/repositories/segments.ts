import { type Message, messageSchema } from '../../../shared/model/message.ts';
import type { Sqlite } from '../sqlite.ts';

/** What a segment carries for life. */
export interface SegmentIdentity {
  readonly id: number;
  readonly name: Message;
  readonly color: number;
}

/** Null where there is none in a run that stands. */
export const segmentById = (db: Sqlite, id: number): SegmentIdentity | null => {
  const row = db
    .prepare<{ id: number; name: string; color: number }>(
      `SELECT s.id, s.name, s.color FROM segment s WHERE s.id = ? AND EXISTS (
         SELECT 1 FROM segmentation_segment x JOIN segmentation g ON g.id = x.segmentation_id
         WHERE x.segment_id = s.id AND g.undone = 0)`,
    )
    .get(id);
  return row ? { ...row, name: messageSchema.parse(JSON.parse(row.name)) } : null;
};

export const setSegmentName = (db: Sqlite, id: number, name: Message): void => {
  db.prepare('UPDATE segment SET name = ? WHERE id = ?').run(JSON.stringify(name), id);
};

export const setSegmentColor = (db: Sqlite, id: number, color: number): void => {
  db.prepare('UPDATE segment SET color = ? WHERE id = ?').run(color, id);
};
