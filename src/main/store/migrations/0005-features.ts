import type { Migration } from './migration.ts';

/** Features of one's own, by a formula over others. What an undo takes back is marked, and removed with the redo. */
export const features: Migration = {
  name: '0005-features',
  up: (db) => {
    db.exec(`
      CREATE TABLE own_feature (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        formula TEXT NOT NULL,
        unit TEXT NOT NULL,
        stands INTEGER NOT NULL DEFAULT 1
      );
    `);
  },
};
