import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { AppError } from '../../../../shared/errors.ts';
import { type Recipe, type RecipeChoice, recipeSchema } from '../../../../shared/model/recipe.ts';
import { writeError } from '../../core/write-error.ts';

/**
 * What `--recipe` means: `auto`, `none`, the number of an import, or a file with a recipe.
 * @throws AppError `fileMissing`, `wrongUsage` where the file holds none
 */
export const readRecipeOption = async (asked: string): Promise<RecipeChoice> => {
  if (asked === 'auto' || asked === 'none') return asked;
  if (/^\d{1,9}$/.test(asked)) return Number(asked);
  const path = resolve(asked);
  const file = basename(path);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new AppError('fileMissing', { file }, error);
  }
  try {
    return recipeSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new AppError('wrongUsage', { problem: `“${file}” is no recipe; “tessera recipe” writes one` }, error);
  }
};

/** Writes a recipe; an older file of that name stays until the new one is whole. */
export const writeRecipe = async (recipe: Recipe, out: string): Promise<string> => {
  const path = resolve(out);
  const half = `${path}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(half, `${JSON.stringify(recipe, null, 2)}\n`);
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true }).catch(() => undefined);
    throw writeError(error, basename(path));
  }
  return path;
};
