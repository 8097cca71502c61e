import type { Migration } from './migration.ts';

/**
 * What people put together of their customers themselves. A segment of one's own holds customers, not rows of a snapshot,
 * so that it lives on from month to month; it lies beside every run and may overlap with others. An exclusion takes
 * customers out of everything that is counted, or (`excludes` 0) brings them back; who is out follows from those that
 * stand, in their order. `customer_ids` are rising.
 */
export const ownSegments: Migration = {
  name: '0011-own-segments',
  up: (db) => {
    db.exec(`
      CREATE TABLE own_segment (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        color INTEGER NOT NULL,
        created_at TEXT NOT NULL,
        customer_ids BLOB NOT NULL,
        stands INTEGER NOT NULL DEFAULT 1
      );
      CREATE TABLE exclusion (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        excludes INTEGER NOT NULL,
        customer_ids BLOB NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0
      );
    `);
  },
};
