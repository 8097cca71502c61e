import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { message } from '../../../shared/model/message.ts';
import type { WatchedFolder } from '../../../shared/model/recipe.ts';
import { seenFiles, watchedFolderOf } from '../../store/repositories/watched.ts';
import type { Sqlite } from '../../store/sqlite.ts';

/** The folder that the project looks at, and what became of its files; null where it looks at none. */
export const watchedView = (db: Sqlite): WatchedFolder | null => {
  const folder = watchedFolderOf(db);
  if (folder === null) return null;
  return {
    folder,
    problem: existsSync(folder) ? null : message('recipe.folderMissing', { folder: basename(folder) }),
    files: seenFiles(db).map(({ path, state, why, code, at }) => ({
      path,
      file: basename(path),
      state,
      why,
      code,
      at,
    })),
  };
};
