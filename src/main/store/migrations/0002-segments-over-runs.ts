import type { Sqlite } from '../sqlite.ts';
import type { Migration } from './migration.ts';

/** The name that the first run gave, where a person has renamed the segment since: it stands in the journal only. */
const givenNames = (db: Sqlite): Map<number, unknown> => {
  const given = new Map<number, unknown>();
  const entries = db.prepare<{ changes: string }>('SELECT changes FROM journal ORDER BY id').all();
  const changesOf = (text: string) => JSON.parse(text) as { kind: string; id: number; before?: unknown }[];
  for (const change of entries.flatMap(({ changes }) => changesOf(changes)))
    if (change.kind === 'rename' && !given.has(change.id)) given.set(change.id, change.before);
  return given;
};

/**
 * A segment lives on from run to run. Each run keeps the name that it gave from its own figures, which must stay true of
 * them; a person's own name is the segment's, in every run. What a run was made after, and who went where since, stands
 * with it.
 */
export const segmentsOverRuns: Migration = {
  name: '0002-segments-over-runs',
  up: (db) => {
    db.exec(`
      ALTER TABLE segmentation_segment ADD COLUMN name TEXT NOT NULL DEFAULT '';
      UPDATE segmentation_segment SET name = (SELECT s.name FROM segment s WHERE s.id = segment_id);
      CREATE TABLE segmentation_flow (
        segmentation_id INTEGER PRIMARY KEY REFERENCES segmentation ON DELETE CASCADE,
        from_id INTEGER NOT NULL REFERENCES segmentation ON DELETE CASCADE,
        moves TEXT NOT NULL
      );
      CREATE INDEX segmentation_flow_from ON segmentation_flow (from_id);
    `);
    const setName = db.prepare('UPDATE segmentation_segment SET name = ? WHERE segment_id = ?');
    for (const [id, name] of givenNames(db)) setName.run(JSON.stringify(name), id);
  },
};
