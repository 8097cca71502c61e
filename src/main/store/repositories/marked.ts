import type { Sqlite } from '../sqlite.ts';

/** What the lines of the further rules were last looked for in; null where never. */
export const markedState = (db: Sqlite): string | null =>
  db.prepare<{ state: string }>('SELECT state FROM marked').get()?.state ?? null;

export const setMarkedState = (db: Sqlite, state: string): void => {
  db.exec('DELETE FROM marked');
  db.prepare('INSERT INTO marked VALUES (?)').run(state);
};
