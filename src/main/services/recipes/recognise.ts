import type { Column, ColumnType } from '../../../shared/model/column.ts';
import type { RecipeSheet } from '../../../shared/model/recipe.ts';
import type { PlannedSheet } from '../../import/types.ts';
import { likeness, matchColumns } from './match-columns.ts';

/** A sheet of a recipe, with the import it comes from where it is one of the project's. */
export interface KnownSheet extends RecipeSheet {
  readonly importId: number | null;
  readonly at: string | null;
}

type Shape = Pick<PlannedSheet, 'file' | 'sheet' | 'headerRow' | 'kind'> & {
  readonly columns: readonly Pick<Column, 'name' | 'type'>[];
};

/** `orders 2025-03 (2).csv` and `orders_2025-04.csv` are both `orders`. */
const stem = (file: string): string =>
  file
    .toLowerCase()
    .replace(/\.(gz|csv|tsv|tab|txt|xlsx|xlsm|xls|ods|parquet|jsonl?|ndjson)\b/g, '')
    .replace(/(jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)\p{L}*/gu, '')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();

const classOf: Readonly<Record<ColumnType, 'number' | 'day' | 'word'>> = {
  integer: 'number',
  decimal: 'number',
  date: 'day',
  timestamp: 'day',
  text: 'word',
  category: 'word',
  boolean: 'word',
};

/** Columns without headings are alike where what stands in them is. */
const isAlikeWithoutNames = (known: KnownSheet, sheet: Shape): boolean =>
  known.headerRow > 0 ||
  known.columns.every((column, at) => {
    const here = sheet.columns[at]!;
    const [then, now] = [classOf[column.type], classOf[here.type]];
    return then === now || then === 'word' || now === 'word';
  });

/**
 * The sheet of the recipes that this one is of the same kind as: by its columns, then by the names of file and sheet, then
 * the newest. Null where there is none. O(recipes × columns).
 */
export const recogniseSheet = (sheet: Shape, known: readonly KnownSheet[]): KnownSheet | null => {
  const name = stem(sheet.file);
  const rated = known
    .map((one, order) => ({ one, order, like: likeness(one, sheet) }))
    .filter(({ one, like }) => like > 0 && isAlikeWithoutNames(one, sheet))
    .map((found) => ({
      ...found,
      named: (stem(found.one.file) === name ? 2 : 0) + (found.one.sheet === sheet.sheet ? 1 : 0),
    }));
  rated.sort((a, b) => b.like - a.like || b.named - a.named || b.order - a.order);
  return rated[0]?.one ?? null;
};

/** True where rows of one may take the place of rows of the other: the same kind of rows in the same kind of columns. */
export const isSameKind = (
  known: Pick<RecipeSheet, 'kind' | 'headerRow' | 'columns'>,
  sheet: Pick<RecipeSheet, 'kind' | 'headerRow' | 'columns'>,
): boolean => known.kind === sheet.kind && likeness(known, sheet) > 0 && hasSameKeys(known, sheet);

const keyRoles: readonly Column['role'][] = ['customer', 'order', 'date'];

/** What says who, which and when must stand in the same columns, or nothing can be told to be the same. */
const hasSameKeys = (known: Pick<RecipeSheet, 'columns'>, sheet: Pick<RecipeSheet, 'columns'>): boolean => {
  const places = matchColumns(
    known.columns.map(({ name }) => name),
    sheet.columns.map(({ name }) => name),
  );
  const hasRole = (columns: RecipeSheet['columns'], role: Column['role']) =>
    columns.findIndex((column) => column.role === role);
  return keyRoles.every((role) => {
    const then = hasRole(known.columns, role);
    const now = hasRole(sheet.columns, role);
    return then < 0 ? now < 0 : places[then] === now;
  });
};
