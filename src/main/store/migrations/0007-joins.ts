import type { Migration } from './migration.ts';

/**
 * `join_choice` is what people said about two columns: whether the join is their own, and whether it is on; a guessed join
 * that is as guessed has no row. `join_report` is what was last found out, and `join_unmatched` the rows of each side that
 * found nothing, source by source: both are made anew at any time, and nothing else follows from them.
 */
export const joins: Migration = {
  name: '0007-joins',
  up: (db) => {
    db.exec(`
      CREATE TABLE join_choice (id TEXT PRIMARY KEY, own INTEGER NOT NULL, "on" INTEGER NOT NULL) WITHOUT ROWID;
      CREATE TABLE join_report (state TEXT NOT NULL, report TEXT NOT NULL);
      CREATE TABLE join_unmatched (
        join_id TEXT NOT NULL,
        side TEXT NOT NULL,
        source_id INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
        rows BLOB NOT NULL,
        PRIMARY KEY (join_id, side, source_id)
      );
    `);
  },
};
