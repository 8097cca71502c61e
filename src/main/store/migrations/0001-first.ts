import type { Migration } from './migration.ts';

/**
 * The nouns of a project. Sentences and small results are JSON; long columns of numbers are little-endian blobs. What an
 * undo takes back is marked `undone` and only removed when the redo is dropped.
 */
export const first: Migration = {
  name: '0001-first',
  up: (db) => {
    db.exec(`
      CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;

      CREATE TABLE import (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        recipe TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0
      );
      CREATE TABLE source (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        import_id INTEGER NOT NULL REFERENCES import ON DELETE CASCADE,
        name TEXT NOT NULL,
        file TEXT NOT NULL,
        sheet TEXT,
        kind TEXT NOT NULL,
        table_name TEXT NOT NULL,
        encoding TEXT NOT NULL,
        delimiter TEXT,
        header_row INTEGER NOT NULL,
        rows INTEGER NOT NULL,
        columns TEXT NOT NULL,
        sql_columns TEXT NOT NULL,
        last_order INTEGER NOT NULL
      );
      CREATE INDEX source_import ON source (import_id);
      CREATE TABLE source_original (
        source_id INTEGER NOT NULL,
        row INTEGER NOT NULL,
        "column" INTEGER NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (source_id, row, "column")
      ) WITHOUT ROWID;
      CREATE TABLE source_aside (
        source_id INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
        mask INTEGER NOT NULL,
        lines INTEGER NOT NULL,
        money REAL NOT NULL,
        PRIMARY KEY (source_id, mask)
      ) WITHOUT ROWID;
      CREATE TABLE set_aside_rule (reason TEXT PRIMARY KEY, "on" INTEGER NOT NULL) WITHOUT ROWID;

      CREATE TABLE customer (id INTEGER PRIMARY KEY, guest INTEGER NOT NULL DEFAULT 0);
      CREATE TABLE customer_key (
        customer_id INTEGER NOT NULL,
        source_id INTEGER NOT NULL,
        key TEXT NOT NULL,
        PRIMARY KEY (customer_id, source_id, key)
      ) WITHOUT ROWID;
      CREATE TABLE customer_contact (
        customer_id INTEGER NOT NULL,
        source_id INTEGER NOT NULL,
        name TEXT,
        email TEXT,
        PRIMARY KEY (customer_id, source_id)
      ) WITHOUT ROWID;

      CREATE TABLE snapshot (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        as_of TEXT,
        customers INTEGER NOT NULL,
        features TEXT NOT NULL,
        totals TEXT NOT NULL,
        hash TEXT NOT NULL UNIQUE,
        customer_ids BLOB NOT NULL
      );
      CREATE TABLE snapshot_column (
        snapshot_id INTEGER NOT NULL REFERENCES snapshot ON DELETE CASCADE,
        feature TEXT NOT NULL,
        data BLOB NOT NULL,
        PRIMARY KEY (snapshot_id, feature)
      );
      CREATE TABLE snapshot_state (
        state TEXT PRIMARY KEY,
        snapshot_id INTEGER NOT NULL REFERENCES snapshot ON DELETE CASCADE
      ) WITHOUT ROWID;

      CREATE TABLE tree (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        snapshot_id INTEGER NOT NULL REFERENCES snapshot ON DELETE CASCADE,
        features TEXT NOT NULL,
        preparation TEXT NOT NULL,
        choice TEXT NOT NULL,
        rows INTEGER NOT NULL,
        left_child BLOB NOT NULL,
        right_child BLOB NOT NULL,
        heights BLOB NOT NULL,
        sizes BLOB NOT NULL
      );
      CREATE INDEX tree_snapshot ON tree (snapshot_id);

      CREATE TABLE segmentation (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        created_at TEXT NOT NULL,
        snapshot_id INTEGER NOT NULL REFERENCES snapshot,
        tree_id INTEGER REFERENCES tree,
        result TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0
      );
      CREATE TABLE segmentation_column (
        segmentation_id INTEGER NOT NULL REFERENCES segmentation ON DELETE CASCADE,
        name TEXT NOT NULL,
        data BLOB NOT NULL,
        PRIMARY KEY (segmentation_id, name)
      );
      CREATE TABLE segment (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        color INTEGER NOT NULL,
        frozen INTEGER NOT NULL DEFAULT 0
      );
      CREATE TABLE segmentation_segment (
        segmentation_id INTEGER NOT NULL REFERENCES segmentation ON DELETE CASCADE,
        label INTEGER NOT NULL,
        segment_id INTEGER NOT NULL REFERENCES segment,
        figures TEXT NOT NULL,
        PRIMARY KEY (segmentation_id, label)
      ) WITHOUT ROWID;
      CREATE INDEX segmentation_segment_segment ON segmentation_segment (segment_id);

      CREATE TABLE journal (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        what TEXT NOT NULL,
        changes TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0
      );
    `);
  },
};
