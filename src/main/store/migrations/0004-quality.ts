import type { Migration } from './migration.ts';

/**
 * What people corrected. A corrected cell stands in its row, and what stood there before beside it: the file's own text
 * can always be written again, and undo puts it back. Column −1 is a row's `_aside`. `before` and `after` keep their type.
 * `marked` says for which sources the lines of the further rules were last looked for.
 */
export const quality: Migration = {
  name: '0004-quality',
  up: (db) => {
    db.exec(`
      CREATE TABLE fix (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        source_id INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
        what TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0
      );
      CREATE TABLE source_correction (
        source_id INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
        row INTEGER NOT NULL,
        "column" INTEGER NOT NULL,
        fix_id INTEGER NOT NULL,
        before,
        after,
        PRIMARY KEY (source_id, row, "column", fix_id)
      ) WITHOUT ROWID;
      CREATE TABLE marked (state TEXT PRIMARY KEY) WITHOUT ROWID;
    `);
  },
};
