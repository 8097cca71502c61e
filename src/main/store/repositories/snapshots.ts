import * as z from 'zod';
import { featureSchema, type Snapshot } from '../../../shared/model/feature.ts';
import { type Totals, totalsSchema } from '../../../shared/model/source.ts';
import { bytesOf, float64Of, int32Of } from '../blobs.ts';
import type { Sqlite } from '../sqlite.ts';

/** Customers × features as of a day, and what was counted on the way. */
export interface StoredSnapshot extends Snapshot {
  readonly totals: Totals;
}

interface SnapshotRecord {
  id: number;
  as_of: string | null;
  customers: number;
  features: string;
  totals: string;
  hash: string;
}

const fields = 'n.id, n.as_of, n.customers, n.features, n.totals, n.hash';

const fromRecord = (row: SnapshotRecord): StoredSnapshot => ({
  id: row.id,
  asOf: row.as_of,
  customers: row.customers,
  features: z.array(featureSchema).parse(JSON.parse(row.features)),
  totals: totalsSchema.parse(JSON.parse(row.totals)),
  hash: row.hash,
});

export const snapshotById = (db: Sqlite, id: number): StoredSnapshot | null => {
  const row = db.prepare<SnapshotRecord>(`SELECT ${fields} FROM snapshot n WHERE id = ?`).get(id);
  return row ? fromRecord(row) : null;
};

/** The snapshot that this state of sources and rules amounts to; null where it was not computed yet. */
export const snapshotOfState = (db: Sqlite, state: string): StoredSnapshot | null => {
  const row = db
    .prepare<SnapshotRecord>(
      `SELECT ${fields} FROM snapshot_state t JOIN snapshot n ON n.id = t.snapshot_id WHERE t.state = ?`,
    )
    .get(state);
  return row ? fromRecord(row) : null;
};

export interface NewSnapshot extends Omit<StoredSnapshot, 'id'> {
  /** Ids of the customers, ascending: the rows of every column. */
  readonly customerIds: Int32Array;
  /** One column a feature, NaN = missing. */
  readonly columns: readonly Float64Array[];
}

/** Adds a snapshot, or finds the one with the same content, and ties the state to it. */
export const addSnapshot = (db: Sqlite, state: string, snapshot: NewSnapshot): number => {
  const same = db.prepare<{ id: number }>('SELECT id FROM snapshot WHERE hash = ?').get(snapshot.hash);
  const id = same?.id ?? insertSnapshot(db, snapshot);
  db.prepare('INSERT OR REPLACE INTO snapshot_state VALUES (?, ?)').run(state, id);
  return id;
};

const insertSnapshot = (db: Sqlite, snapshot: NewSnapshot): number => {
  const { lastInsertRowid } = db
    .prepare('INSERT INTO snapshot (as_of, customers, features, totals, hash, customer_ids) VALUES (?, ?, ?, ?, ?, ?)')
    .run(
      snapshot.asOf,
      snapshot.customers,
      JSON.stringify(snapshot.features),
      JSON.stringify(snapshot.totals),
      snapshot.hash,
      bytesOf(snapshot.customerIds),
    );
  const id = Number(lastInsertRowid);
  const insert = db.prepare('INSERT INTO snapshot_column VALUES (?, ?, ?)');
  snapshot.features.forEach((feature, i) => {
    insert.run(id, feature.key, bytesOf(snapshot.columns[i]!));
  });
  return id;
};

/** Values of one feature, rows in snapshot order; null where the snapshot has no such feature. */
export const snapshotColumn = (db: Sqlite, id: number, feature: string): Float64Array | null => {
  const row = db
    .prepare<{ data: Uint8Array }>('SELECT data FROM snapshot_column WHERE snapshot_id = ? AND feature = ?')
    .get(id, feature);
  return row ? float64Of(row.data) : null;
};

export const snapshotCustomers = (db: Sqlite, id: number): Int32Array => {
  const row = db.prepare<{ customer_ids: Uint8Array }>('SELECT customer_ids FROM snapshot WHERE id = ?').get(id);
  return row ? int32Of(row.customer_ids) : new Int32Array(0);
};

/** The states that led to a snapshot. */
export const statesOfSnapshot = (db: Sqlite, id: number): string[] =>
  db.preparePluck<string>('SELECT state FROM snapshot_state WHERE snapshot_id = ?').all(id);

/** Removes what no state and no segmentation leads to any more. */
export const purgeSnapshots = (db: Sqlite, isLive: (state: string) => boolean): void => {
  for (const { state } of db.prepare<{ state: string }>('SELECT state FROM snapshot_state').all()) {
    if (!isLive(state)) db.prepare('DELETE FROM snapshot_state WHERE state = ?').run(state);
  }
  db.exec(`DELETE FROM snapshot WHERE id NOT IN (SELECT snapshot_id FROM snapshot_state)
           AND id NOT IN (SELECT snapshot_id FROM segmentation)`);
};
