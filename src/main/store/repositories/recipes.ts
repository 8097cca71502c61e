import type { Sqlite } from '../sqlite.ts';

/** Customers by the keys that sources which stand know them by, guests left out. */
export const standingCustomers = (db: Sqlite): Map<string, number> => {
  const known = new Map<string, number>();
  const rows = db
    .prepareRaw<[string, number]>(
      `SELECT k.key, k.customer_id FROM customer_key k JOIN customer c ON c.id = k.customer_id AND c.guest = 0
       JOIN source s ON s.id = k.source_id JOIN import i ON i.id = s.import_id WHERE i.undone = 0`,
    )
    .iterate();
  for (const [key, id] of rows) known.set(key, id);
  return known;
};

/** Lets a source's guest be one that was there before. */
export const moveGuest = (db: Sqlite, sourceId: number, from: number, to: number): void => {
  db.prepare('UPDATE customer_key SET customer_id = ? WHERE customer_id = ? AND source_id = ?').run(to, from, sourceId);
};
