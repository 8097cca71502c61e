import { bytesOf, int32Of } from '../blobs.ts';
import type { Sqlite } from '../sqlite.ts';
import { mergedIdentities } from './identity.ts';

/** Customers whom somebody keeps under a name of their own. */
export interface StoredOwnSegment {
  readonly id: number;
  readonly name: string;
  readonly color: number;
  readonly createdAt: string;
  /** Rising; each as the customer that it counts as by now. */
  readonly customerIds: Int32Array;
}

interface Record {
  id: number;
  name: string;
  color: number;
  created_at: string;
  customer_ids: Uint8Array;
}

const fromRecord = (merged: ReadonlyMap<number, number>, row: Record): StoredOwnSegment => {
  const ids = int32Of(row.customer_ids);
  const customerIds = merged.size === 0 ? ids : Int32Array.from(new Set(ids.map((id) => merged.get(id) ?? id))).sort();
  return { id: row.id, name: row.name, color: row.color, createdAt: row.created_at, customerIds };
};

/** Oldest first. */
export const listOwnSegments = (db: Sqlite): StoredOwnSegment[] => {
  const merged = mergedIdentities(db);
  return db
    .prepare<Record>('SELECT * FROM own_segment WHERE stands = 1 ORDER BY id')
    .all()
    .map((row) => fromRecord(merged, row));
};

export const ownSegmentById = (db: Sqlite, id: number): StoredOwnSegment | null => {
  const row = db.prepare<Record>('SELECT * FROM own_segment WHERE stands = 1 AND id = ?').get(id);
  return row ? fromRecord(mergedIdentities(db), row) : null;
};

/** Stored, but not standing yet: the change that says so makes it stand. */
export const addOwnSegment = (db: Sqlite, made: Omit<StoredOwnSegment, 'id'>): number =>
  Number(
    db
      .prepare('INSERT INTO own_segment (name, color, created_at, customer_ids, stands) VALUES (?, ?, ?, ?, 0)')
      .run(made.name, made.color, made.createdAt, bytesOf(made.customerIds)).lastInsertRowid,
  );

export const setOwnSegmentStands = (db: Sqlite, id: number, stands: boolean): void => {
  db.prepare('UPDATE own_segment SET stands = ? WHERE id = ?').run(stands ? 1 : 0, id);
};

export const setOwnSegmentName = (db: Sqlite, id: number, name: string): void => {
  db.prepare('UPDATE own_segment SET name = ? WHERE id = ?').run(name, id);
};

export const setOwnSegmentColor = (db: Sqlite, id: number, color: number): void => {
  db.prepare('UPDATE own_segment SET color = ? WHERE id = ?').run(color, id);
};

/** Removes one for good that was never kept. */
export const purgeOwnSegment = (db: Sqlite, id: number): void => {
  db.prepare('DELETE FROM own_segment WHERE id = ? AND stands = 0').run(id);
};
