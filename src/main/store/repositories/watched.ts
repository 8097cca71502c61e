import * as z from 'zod';
import { messageSchema } from '../../../shared/model/message.ts';
import { type WatchedFile, watchedFileSchema } from '../../../shared/model/recipe.ts';
import type { Sqlite } from '../sqlite.ts';

/** The folder that the project looks at by itself; null where it does not. */
export const watchedFolderOf = (db: Sqlite): string | null =>
  db.preparePluck<string>('SELECT folder FROM watched_folder').get() ?? null;

export const setWatchedFolder = (db: Sqlite, folder: string | null): void => {
  db.exec('DELETE FROM watched_folder');
  if (folder !== null) db.prepare('INSERT INTO watched_folder VALUES (?)').run(folder);
};

/** A file as it was when it was last dealt with. */
export interface SeenFile extends Omit<WatchedFile, 'file'> {
  readonly bytes: number;
  readonly modifiedMs: number;
}

const recordSchema = z.object({
  path: z.string(),
  bytes: z.number(),
  modified_ms: z.number(),
  state: watchedFileSchema.shape.state,
  why: z.string().nullable(),
  code: z.string().nullable(),
  at: z.string(),
});

/** Newest first. */
export const seenFiles = (db: Sqlite): SeenFile[] =>
  db
    .prepare('SELECT * FROM watched_file ORDER BY at DESC, path')
    .all()
    .map((row): SeenFile => {
      const { modified_ms, why, ...seen } = recordSchema.parse(row);
      return { ...seen, modifiedMs: modified_ms, why: why === null ? null : messageSchema.parse(JSON.parse(why)) };
    });

export const noteSeenFile = (db: Sqlite, { path, bytes, modifiedMs, state, why, code, at }: SeenFile): void => {
  db.prepare('INSERT OR REPLACE INTO watched_file VALUES (?, ?, ?, ?, ?, ?, ?)').run(
    path,
    bytes,
    modifiedMs,
    state,
    why === null ? null : JSON.stringify(why),
    code,
    at,
  );
};
