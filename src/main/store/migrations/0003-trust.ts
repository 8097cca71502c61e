import type { Migration } from './migration.ts';

/** What is found out about a run after it is there stands beside it: the run itself is never changed. */
export const trust: Migration = {
  name: '0003-trust',
  up: (db) => {
    db.exec(`
      CREATE TABLE segmentation_trust (
        segmentation_id INTEGER PRIMARY KEY REFERENCES segmentation ON DELETE CASCADE,
        result TEXT NOT NULL
      );
    `);
  },
};
