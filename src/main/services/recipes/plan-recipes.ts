import { AppError } from '../../../shared/errors.ts';
import type { Recipe, RecipeChoice, RecipeDifference } from '../../../shared/model/recipe.ts';
import type { Mapping, SetAsideReason } from '../../../shared/model/source.ts';
import type { Importer, PlannedSheet, ReadOptions } from '../../import/types.ts';
import { listSources } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { listRecipes } from './list-recipes.ts';
import { type KnownSheet, recogniseSheet } from './recognise.ts';
import { differencesOf, mappingFrom, missingNeeded } from './replay.ts';

export interface RecipeInput {
  readonly paths: readonly string[];
  readonly recipe?: RecipeChoice | undefined;
  readonly mapping?: readonly (Mapping | null)[] | undefined;
  readonly keep?: readonly SetAsideReason[] | undefined;
}

/** One sheet of the files and the recipe that knows it. */
export interface SheetPlan {
  /** As it looks by itself. */
  readonly guessed: PlannedSheet;
  readonly known: KnownSheet | null;
  /** False where a needed column is missing. */
  readonly isReplayed: boolean;
}

export interface RecipePlan {
  readonly sheets: readonly SheetPlan[];
  /** By sheet: what to read it by; null by guessing. */
  readonly mapping: readonly (Mapping | null)[];
}

const isFromFile = (choice: RecipeChoice): choice is Recipe => typeof choice === 'object';

/**
 * The sheets that may know a file.
 * @throws AppError `notFound` for an import that does not stand
 */
const knownSheets = (db: Sqlite | null, choice: RecipeChoice): KnownSheet[] => {
  if (choice === 'none') return [];
  if (isFromFile(choice)) return choice.sheets.map((sheet) => ({ ...sheet, importId: null, at: null }));
  const recipes = db === null ? [] : listRecipes(db).reverse();
  if (typeof choice === 'number' && !recipes.some(({ importId }) => importId === choice))
    throw new AppError('notFound', { what: 'import', id: choice });
  return recipes
    .filter(({ importId }) => choice === 'auto' || importId === choice)
    .flatMap(({ importId, at, sheets }) => sheets.map((sheet) => ({ ...sheet, importId, at })));
};

/** Whether the project has tables that others may say more about. */
export const hasTables = (db: Sqlite | null): boolean => db !== null && listSources(db).length > 0;

/**
 * Which recipe knows which sheet of the files, and what each is read by. Reads the files through once.
 * @throws AppError `notFound`, and what reading meets
 */
export const planRecipes = async (
  db: Sqlite | null,
  importer: Importer,
  { paths, recipe = 'auto', mapping }: RecipeInput,
  options: ReadOptions,
): Promise<RecipePlan> => {
  const known = knownSheets(db, recipe);
  const guessed = await importer.plan(paths, {
    mapping: known.length === 0 ? mapping : undefined,
    isBeside: hasTables(db),
    ...options,
  });
  const sheets = guessed.map((sheet): SheetPlan => {
    const found = recogniseSheet(sheet, known);
    return { guessed: sheet, known: found, isReplayed: found !== null && missingNeeded(found, sheet).length === 0 };
  });
  return {
    sheets,
    mapping: sheets.map(
      (sheet, i) => mapping?.[i] ?? (sheet.isReplayed ? mappingFrom(sheet.known!, sheet.guessed) : null),
    ),
  };
};

/** How each sheet differs from what knows it, once it is read by that. */
export const planDifferences = (
  { sheets }: RecipePlan,
  read: readonly PlannedSheet[],
): (readonly RecipeDifference[])[] =>
  sheets.map(({ known, guessed }, i) => (known === null ? [] : differencesOf(known, guessed, read[i]!)));
