import type { Migration } from './migration.ts';

/**
 * Rows that a later import took the place of stay in their tables under a bit of their own; `replacement` says which
 * import did it, and by which of its sources, as pairs of first and last row (little-endian 32-bit integers), so that undo and redo of that import
 * take exactly these back. `watched_file` is what became of the files of a watched folder.
 */
export const recipes: Migration = {
  name: '0006-recipes',
  up: (db) => {
    db.exec(`
      CREATE TABLE replacement (
        import_id INTEGER NOT NULL REFERENCES import ON DELETE CASCADE,
        source_id INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
        by_source_id INTEGER NOT NULL,
        rows INTEGER NOT NULL,
        ranges BLOB NOT NULL,
        PRIMARY KEY (import_id, source_id, by_source_id)
      ) WITHOUT ROWID;
      CREATE TABLE watched_folder (folder TEXT PRIMARY KEY) WITHOUT ROWID;
      CREATE TABLE watched_file (
        path TEXT PRIMARY KEY,
        bytes INTEGER NOT NULL,
        modified_ms REAL NOT NULL,
        state TEXT NOT NULL,
        why TEXT,
        code TEXT,
        at TEXT NOT NULL
      ) WITHOUT ROWID;
    `);
  },
};
