import { AppError, isAppError, isCancelled } from '../../../shared/errors.ts';
import { type Message, message } from '../../../shared/model/message.ts';
import type { RecipePreview, WatchedFile } from '../../../shared/model/recipe.ts';
import type { SourceDependencies } from '../import-planned.ts';
import { projectInfo } from '../project-info.ts';
import type { JobContext } from '../services.ts';
import { importByRecipes } from './import-by-recipes.ts';
import { previewRecipes } from './preview-recipes.ts';

type Fate = Pick<WatchedFile, 'state' | 'why' | 'code'>;

const waiting = (why: Message): Fate => ({ state: 'waiting', why, code: null });

/** Why somebody should look at a sheet first; null where nothing is to be asked. */
const question = ({ recipe, doubts, file }: RecipePreview, lastDay: string | null): Message | null => {
  if (recipe === null) return message('recipe.waiting.unknown', { file });
  if (!recipe.isReplayed) return recipe.summary[0]!;
  const asked = recipe.differences.find(({ isQuestion }) => isQuestion)?.text ?? doubts[0];
  if (asked !== undefined) return asked;
  const { period, overlap } = recipe.changes!;
  // An older export must not take the place of what a newer one said.
  if (overlap !== null && period !== null && lastDay !== null && period.to < lastDay)
    return message('recipe.waiting.older', { file, to: period.to, last: lastDay });
  return null;
};

/**
 * Brings a file of a watched folder in where recipes know all of it and nothing is to be asked. What is wrong with it is
 * a finding, not an error.
 * @param isOpen whether the project is still the one whose folder it is
 * @throws AppError `busy`, `cancelled`: it was not dealt with
 */
export const takeFile = async (
  dependencies: SourceDependencies,
  path: string,
  job: JobContext,
  isOpen: () => boolean,
): Promise<Fate> => {
  const { session, importer } = dependencies;
  try {
    const sheets = await previewRecipes(session, importer, { paths: [path] }, job);
    if (!isOpen()) throw new AppError('cancelled');
    const { lastDay = null } = projectInfo(session.db).totals ?? {};
    const same = sheets.map(({ recipe }) => recipe?.changes?.identical ?? null);
    if (same.every((one) => one !== null))
      return {
        state: 'imported',
        why: message('recipe.identical', { file: same[0]!.file, at: same[0]!.at }),
        code: null,
      };
    const asked = sheets.map((sheet) => question(sheet, lastDay)).find((one) => one !== null);
    if (asked) return waiting(asked);
    await importByRecipes(dependencies, { paths: [path] }, job);
    return { state: 'imported', why: null, code: null };
  } catch (error) {
    if (!isAppError(error) || isCancelled(error) || error.code === 'busy' || error.code === 'noProject') throw error;
    return { state: 'failed', why: message(`error.${error.code}`, { ...error.details }), code: error.code };
  }
};

/** True where a file should be tried again later. */
export const isLater = (error: unknown): boolean =>
  error instanceof AppError && ['busy', 'cancelled', 'noProject'].includes(error.code);
