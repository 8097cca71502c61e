import type { Migration } from './migration.ts';

/**
 * What the last look through the tables found, and on which rows, so that it can be read at once and page by page. Made
 * anew at any time: nothing else follows from it.
 */
export const qualityReport: Migration = {
  name: '0010-quality-report',
  up: (db) => {
    db.exec(`
      CREATE TABLE quality_report (state TEXT NOT NULL, report TEXT NOT NULL);
      CREATE TABLE finding_rows (
        finding TEXT PRIMARY KEY,
        source_id INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
        "column" INTEGER,
        rows BLOB NOT NULL
      );
    `);
  },
};
