import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { message } from '../../../shared/model/message.ts';
import { watchedFolderOf } from '../../store/repositories/watched.ts';
import { makeChange } from '../changes.ts';
import type { SourceDependencies } from '../import-planned.ts';
import { projectInfo } from '../project-info.ts';
import type { WriterServices } from '../services.ts';
import { importByRecipes } from './import-by-recipes.ts';
import { previewRecipes } from './preview-recipes.ts';

/** @throws AppError `fileMissing` where there is no such folder */
const checkFolder = async (folder: string): Promise<void> => {
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) throw new AppError('fileMissing', { file: basename(folder) });
};

export const createRecipeServices = (dependencies: SourceDependencies): WriterServices['recipe'] => {
  const { session, importer, now } = dependencies;
  const watchAt = (folder: string | null) => {
    const { db } = session;
    const before = watchedFolderOf(db);
    const what = folder ?? before;
    if (before !== folder && what !== null)
      makeChange(
        db,
        now(),
        message(folder === null ? 'journal.unwatch' : 'journal.watch', { folder: basename(what) }),
        [{ kind: 'watch', before, after: folder }],
      );
    return projectInfo(db);
  };
  return {
    preview: (input, job) => previewRecipes(session, importer, input, job),
    import: (input, job) => importByRecipes(dependencies, input, job),
    watch: ({ folder }) =>
      session.exclusive('recipe.watch', async () => {
        const full = resolve(folder);
        await checkFolder(full);
        return watchAt(full);
      }),
    unwatch: () => session.exclusive('recipe.unwatch', () => watchAt(null)),
  };
};
