import type { Sqlite } from '../sqlite.ts';

/** What an import was told and what it found, kept so that next month's file can be read the same way. */
export const addImport = (db: Sqlite, at: string, recipe: object): number =>
  Number(db.prepare('INSERT INTO import (at, recipe) VALUES (?, ?)').run(at, JSON.stringify(recipe)).lastInsertRowid);

export const setImportUndone = (db: Sqlite, id: number, undone: boolean): void => {
  db.prepare('UPDATE import SET undone = ? WHERE id = ?').run(undone ? 1 : 0, id);
};

/** Removes an undone import for good: its rows, originals, keys, and customers that nobody else knows. */
export const purgeImport = (db: Sqlite, id: number): void => {
  const sources = db
    .prepare<{ id: number; table_name: string }>('SELECT id, table_name FROM source WHERE import_id = ?')
    .all(id);
  for (const source of sources) {
    if (source.table_name !== '') db.exec(`DROP TABLE IF EXISTS "${source.table_name}"`);
    db.prepare('DELETE FROM source_original WHERE source_id = ?').run(source.id);
    db.prepare('DELETE FROM customer_key WHERE source_id = ?').run(source.id);
    db.prepare('DELETE FROM customer_contact WHERE source_id = ?').run(source.id);
  }
  db.prepare('DELETE FROM import WHERE id = ?').run(id);
  db.exec('DELETE FROM customer WHERE id NOT IN (SELECT customer_id FROM customer_key)');
};
