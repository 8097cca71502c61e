import type { Migration } from './migration.ts';

/**
 * What was predicted last of each kind, with the models as they were fitted and a column for each thing said of a customer.
 * Made anew at any time from the orders that `state` names: nothing else follows from it.
 */
export const predictions: Migration = {
  name: '0014-predictions',
  up: (db) => {
    db.exec(`
      CREATE TABLE prediction (
        kind TEXT PRIMARY KEY,
        state TEXT NOT NULL,
        asked TEXT NOT NULL,
        found TEXT NOT NULL,
        models TEXT NOT NULL,
        customer_ids BLOB NOT NULL
      );
      CREATE TABLE prediction_column (
        kind TEXT NOT NULL REFERENCES prediction ON DELETE CASCADE,
        name TEXT NOT NULL,
        data BLOB NOT NULL,
        PRIMARY KEY (kind, name)
      );
    `);
  },
};
