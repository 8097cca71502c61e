import { type Command, Option } from 'commander';
import { AppError } from '../../../../shared/errors.ts';
import { formatOf } from '../../../../shared/words/say.ts';
import type { Core } from '../../core/start-core.ts';
import type { CommandSetting } from '../command-setting.ts';
import { pathOption, wholeNumber } from '../options.ts';
import { print } from '../output.ts';
import { openProject } from './project.ts';
import { writeRecipe } from './recipe-file.ts';

const format = formatOf('en-GB');

interface RecipeOptions {
  readonly import?: number;
  readonly out: string;
}

const saveRecipe = async (core: Core, project: string, options: RecipeOptions) => {
  await openProject(core, project);
  const recipes = await core.client.recipe.list();
  const found = options.import === undefined ? recipes[0] : recipes.find(({ importId }) => importId === options.import);
  if (found === undefined) throw new AppError('notFound', { what: 'import', id: options.import ?? null });
  const { importId, at, ...recipe } = found;
  const file = await writeRecipe(recipe, options.out);
  return {
    file,
    importId,
    at,
    sheets: recipe.sheets.map(({ file: from, sheet, kind }) => ({ file: from, sheet, kind })),
  };
};

export const addRecipeCommand = (
  program: Command,
  { action, wantsJson }: CommandSetting,
  withCore: <Result>(work: (core: Core) => Promise<Result>) => Promise<Result>,
): void => {
  program
    .command('recipe')
    .description('write how an import was read as JSON, for “import --recipe” in this or another project')
    .argument('<project>')
    .addOption(new Option('--import <id>', 'which import (the newest)').argParser(wholeNumber(1, 2 ** 31 - 1)))
    .addOption(new Option('--out <file>').argParser(pathOption).makeOptionMandatory())
    .addOption(new Option('--json', 'print one JSON value and nothing else'))
    .action(
      action(async (project: string, options: RecipeOptions) => {
        const value = await withCore((core) => saveRecipe(core, project, options));
        print(wantsJson, value, () => [
          `The recipe of “${value.sheets[0]!.file}”, ${format.day(value.at.slice(0, 10))}`,
          `Written to ${value.file}`,
        ]);
      }),
    );
};
