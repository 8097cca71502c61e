import type { Migration } from './migration.ts';

/** What the project's report is made of; no row until somebody puts one together. */
export const report: Migration = {
  name: '0013-report',
  up: (db) => {
    db.exec('CREATE TABLE report (id INTEGER PRIMARY KEY CHECK (id = 1), composition TEXT NOT NULL)');
  },
};
