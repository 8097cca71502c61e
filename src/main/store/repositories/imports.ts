import * as z from 'zod';
import { setAsideReasonSchema } from '../../../shared/model/source.ts';
import type { Sqlite } from '../sqlite.ts';
import { forgetSearchOf } from './identity-search.ts';
import { setReplaced } from './replaced.ts';

/** What an import was told and what it found, kept so that next month's file can be read the same way. */
export const addImport = (db: Sqlite, at: string, recipe: object): number =>
  Number(db.prepare('INSERT INTO import (at, recipe) VALUES (?, ?)').run(at, JSON.stringify(recipe)).lastInsertRowid);

const keptRecipe = z.object({
  keep: z
    .array(setAsideReasonSchema)
    .nullish()
    .transform((keep) => keep ?? null),
  /** By sheet; a fingerprint is null in projects of before there were any. */
  sheets: z.array(
    z.object({
      file: z.string(),
      sheet: z
        .string()
        .nullish()
        .transform((sheet) => sheet ?? null),
      fingerprint: z
        .string()
        .nullish()
        .transform((print) => print ?? null),
      isOrderOnFirstLine: z.boolean().optional(),
    }),
  ),
});

export interface StoredImport {
  readonly id: number;
  readonly at: string;
  readonly recipe: z.infer<typeof keptRecipe>;
}

/** Imports that stand, oldest first. */
export const listImports = (db: Sqlite): StoredImport[] =>
  db
    .prepare<{ id: number; at: string; recipe: string }>(
      'SELECT id, at, recipe FROM import WHERE undone = 0 ORDER BY id',
    )
    .all()
    .map(({ id, at, recipe }) => ({ id, at, recipe: keptRecipe.parse(JSON.parse(recipe)) }));

/** What it took the place of stands again with the undo, and is replaced again with the redo. */
export const setImportUndone = (db: Sqlite, id: number, undone: boolean): void => {
  db.prepare('UPDATE import SET undone = ? WHERE id = ?').run(undone ? 1 : 0, id);
  for (const _ of setReplaced(db, id, !undone));
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
    forgetSearchOf(db, source.id);
  }
  db.prepare('DELETE FROM import WHERE id = ?').run(id);
  db.exec('DELETE FROM customer WHERE id NOT IN (SELECT customer_id FROM customer_key)');
};
