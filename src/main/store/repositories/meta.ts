import type { Sqlite } from '../sqlite.ts';

type Key = 'createdAt' | 'revision' | 'activeSegmentation';

const get = (db: Sqlite, key: Key): string | null =>
  db.prepare<{ value: string | null }>('SELECT value FROM meta WHERE key = ?').get(key)?.value ?? null;

const set = (db: Sqlite, key: Key, value: string | null): void => {
  if (value === null) db.prepare('DELETE FROM meta WHERE key = ?').run(key);
  else
    db.prepare('INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(key, value);
};

export const setCreatedAt = (db: Sqlite, at: string): void => set(db, 'createdAt', at);

export const revisionOf = (db: Sqlite): number => Number(get(db, 'revision') ?? 0);
export const raiseRevision = (db: Sqlite): void => set(db, 'revision', String(revisionOf(db) + 1));

export const activeSegmentationOf = (db: Sqlite): number | null => {
  const id = get(db, 'activeSegmentation');
  return id === null ? null : Number(id);
};
export const setActiveSegmentation = (db: Sqlite, id: number | null): void =>
  set(db, 'activeSegmentation', id === null ? null : String(id));
