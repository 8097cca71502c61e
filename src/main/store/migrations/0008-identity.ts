import type { Migration } from './migration.ts';

/**
 * Who is one customer. A customer that an import made is an *identity* for ever, with its keys and contacts. Where a
 * person says that it is another customer too, `customer_merge` names the customer that it counts as, its rows carry that
 * customer, and `merged_row` remembers whose they are: nothing is lost, and everything can be put back. What was found
 * (`identity_search`, `identity_pair`, `identity_record`) can be found again at any time.
 */
export const identity: Migration = {
  name: '0008-identity',
  up: (db) => {
    db.exec(`
      CREATE TABLE customer_merge (identity_id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL);
      CREATE INDEX customer_merge_customer ON customer_merge (customer_id);
      CREATE TABLE merged_row (
        source_id INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
        row INTEGER NOT NULL,
        identity_id INTEGER NOT NULL,
        PRIMARY KEY (source_id, row)
      ) WITHOUT ROWID;
      CREATE INDEX merged_row_identity ON merged_row (identity_id, source_id, row);

      CREATE TABLE identity_change (id INTEGER PRIMARY KEY AUTOINCREMENT, undone INTEGER NOT NULL DEFAULT 0);
      CREATE TABLE identity_move (
        change_id INTEGER NOT NULL REFERENCES identity_change ON DELETE CASCADE,
        identity_id INTEGER NOT NULL,
        before INTEGER NOT NULL,
        after INTEGER NOT NULL,
        PRIMARY KEY (change_id, identity_id)
      ) WITHOUT ROWID;
      CREATE TABLE identity_apart (
        change_id INTEGER NOT NULL REFERENCES identity_change ON DELETE CASCADE,
        a INTEGER NOT NULL,
        b INTEGER NOT NULL,
        PRIMARY KEY (change_id, a, b)
      ) WITHOUT ROWID;

      CREATE TABLE identity_search (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        at TEXT NOT NULL,
        last_source INTEGER NOT NULL,
        state TEXT NOT NULL,
        result TEXT NOT NULL
      );
      CREATE TABLE identity_pair (
        a INTEGER NOT NULL,
        b INTEGER NOT NULL,
        verdict INTEGER NOT NULL,
        held INTEGER NOT NULL,
        weight REAL NOT NULL,
        pattern INTEGER NOT NULL,
        name_bits REAL NOT NULL,
        PRIMARY KEY (a, b)
      ) WITHOUT ROWID;
      CREATE TABLE identity_record (identity_id INTEGER PRIMARY KEY, fields TEXT NOT NULL);
    `);
  },
};
