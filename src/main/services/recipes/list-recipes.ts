import type { RecipeOfImport, RecipeSheet } from '../../../shared/model/recipe.ts';
import { listImports, type StoredImport } from '../../store/repositories/imports.ts';
import { listSources, type StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';

/** How a source was read, as far as the source itself says. */
export const recipeSheetOf = ({ columns, ...source }: StoredSource): RecipeSheet => ({
  file: source.file,
  sheet: source.sheet,
  kind: source.kind,
  encoding: source.encoding,
  delimiter: source.delimiter,
  headerRow: source.headerRow,
  columns: columns.map(({ name, type, role, format }) => ({ name, type, role, format })),
});

/** How a source was read, whatever says so. */
const wholeSheetOf = (source: StoredSource, { recipe }: StoredImport): RecipeSheet => {
  const kept = recipe.sheets.find(({ file, sheet }) => file === source.file && sheet === source.sheet);
  const { isOrderOnFirstLine } = kept ?? {};
  return { ...recipeSheetOf(source), ...(isOrderOnFirstLine === undefined ? {} : { isOrderOnFirstLine }) };
};

/** Every standing import as a recipe, newest first. */
export const listRecipes = (db: Sqlite): RecipeOfImport[] => {
  const sources = listSources(db);
  return listImports(db)
    .map((one) => ({
      importId: one.id,
      at: one.at,
      keep: one.recipe.keep,
      sheets: sources.filter(({ importId }) => importId === one.id).map((source) => wholeSheetOf(source, one)),
    }))
    .filter(({ sheets }) => sheets.length > 0)
    .reverse();
};
