import { bytesOf, int32Of } from '../blobs.ts';
import type { Sqlite } from '../sqlite.ts';
import { mergedIdentities } from './identity.ts';

/** Takes customers out of what counts, or brings them back. */
export const addExclusion = (db: Sqlite, at: string, excludes: boolean, customerIds: Int32Array): number =>
  Number(
    db
      .prepare('INSERT INTO exclusion (at, excludes, customer_ids) VALUES (?, ?, ?)')
      .run(at, excludes ? 1 : 0, bytesOf(customerIds)).lastInsertRowid,
  );

export const setExclusionUndone = (db: Sqlite, id: number, undone: boolean): void => {
  db.prepare('UPDATE exclusion SET undone = ? WHERE id = ?').run(undone ? 1 : 0, id);
};

/** Removes an undone exclusion for good. */
export const purgeExclusion = (db: Sqlite, id: number): void => {
  db.prepare('DELETE FROM exclusion WHERE id = ?').run(id);
};

/** By customer, when it was taken out; of customers who were put together with another one, that one is out. */
export const excludedSince = (db: Sqlite): Map<number, string> => {
  const out = new Map<number, string>();
  const standing = db
    .prepareRaw<[string, number, Uint8Array]>(
      'SELECT at, excludes, customer_ids FROM exclusion WHERE undone = 0 ORDER BY id',
    )
    .all();
  if (standing.length === 0) return out;
  for (const [at, excludes, bytes] of standing)
    for (const id of int32Of(bytes)) {
      if (excludes === 1) out.set(id, at);
      else out.delete(id);
    }
  const merged = mergedIdentities(db);
  return new Map(Array.from(out, ([id, at]) => [merged.get(id) ?? id, at]));
};

/** Customers who do not count. */
export const excludedCustomers = (db: Sqlite): ReadonlySet<number> => new Set(excludedSince(db).keys());

/** Changes that say who is out; none where nobody is. */
export const standingExclusions = (db: Sqlite): number[] =>
  excludedSince(db).size === 0
    ? []
    : db
        .prepareRaw<[number]>('SELECT id FROM exclusion WHERE undone = 0 ORDER BY id')
        .all()
        .map(([id]) => id);
