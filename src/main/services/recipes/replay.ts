import type { Column, ColumnRole } from '../../../shared/model/column.ts';
import { message } from '../../../shared/model/message.ts';
import type { RecipeDifference, RecipeSheet } from '../../../shared/model/recipe.ts';
import type { Mapping } from '../../../shared/model/source.ts';
import { isOrderKind } from '../../import/preview/line-reader.ts';
import type { PlannedSheet } from '../../import/types.ts';
import { orderOfFormat } from '../../import/typing/date-evidence.ts';
import { serialFormat } from '../../import/typing/date-format.ts';
import { wayOfFormat } from '../../import/typing/number-way.ts';
import { matchColumns } from './match-columns.ts';

type KnownColumn = RecipeSheet['columns'][number];

const isNumber = ({ type }: Pick<Column, 'type'>): boolean => type === 'integer' || type === 'decimal';
const isDay = ({ type }: Pick<Column, 'type'>): boolean => type === 'date' || type === 'timestamp';
const isEmpty = ({ missing }: Pick<Column, 'missing'>, rows: number): boolean => missing >= rows;

/** Whether two formats read a cell as the same value: the order of day, month and year, the mark before decimals. */
const isSameWay = (column: Pick<Column, 'type'>, a: string | null, b: string | null): boolean => {
  if (isNumber(column)) return wayOfFormat(a) === wayOfFormat(b);
  if (a === serialFormat || b === serialFormat) return true;
  return orderOfFormat(a) === orderOfFormat(b);
};

/** What nothing of that kind can be read without, where the recipe had it. */
const neededRoles = (sheet: RecipeSheet): readonly ColumnRole[] => {
  if (isOrderKind(sheet.kind)) return ['customer', 'order', 'date', 'quantity', 'price', 'amount'];
  if (sheet.kind === 'customers') return ['customer'];
  if (sheet.kind === 'products') return ['product'];
  return ['customer', 'order', 'date'];
};

/** The type a column is read as: the recipe's, unless that is too narrow for what stands in it. */
const typeFor = (known: KnownColumn, here: Column): Column['type'] => {
  if (isDay(known) && isDay(here)) return here.type;
  return known.type === 'integer' && here.type === 'decimal' ? 'decimal' : known.type;
};

/**
 * The format a column is read with. Where the file does not prove one, the recipe decides; where it proves another, the
 * file does (null).
 */
const formatFor = (known: KnownColumn, here: Column): string | null => {
  if (known.format === null) return null;
  const isKnownWay = ({ format }: { readonly format: string | null }) => isSameWay(known, known.format, format);
  return isKnownWay(here) || here.choices.some(isKnownWay) ? known.format : null;
};

/** Columns that the recipe needs and the sheet does not have. */
export const missingNeeded = (known: RecipeSheet, sheet: Pick<PlannedSheet, 'columns'>): KnownColumn[] => {
  const places = matchColumns(
    known.columns.map(({ name }) => name),
    sheet.columns.map(({ name }) => name),
  );
  const needed = neededRoles(known);
  return known.columns.filter(({ role }, i) => places[i]! < 0 && needed.includes(role));
};

/**
 * What a recipe says of a sheet as guessed; its new columns have no role, and are read as they look.
 * @param sheet that lacks no needed column
 */
export const mappingFrom = (known: RecipeSheet, sheet: PlannedSheet): Mapping => {
  const places = matchColumns(
    known.columns.map(({ name }) => name),
    sheet.columns.map(({ name }) => name),
  );
  const columns = known.columns.flatMap((column, i) => {
    const here = sheet.columns[places[i]!];
    if (here === undefined) return [];
    return { name: here.name, type: typeFor(column, here), role: column.role, format: formatFor(column, here) };
  });
  const named = new Set(columns.map(({ name }) => name));
  const added = sheet.columns
    .filter(({ name }) => !named.has(name))
    .map(({ name, type }) => ({ name, type, role: 'none' as const, format: null }));
  const { isOrderOnFirstLine } = known;
  return {
    sheet: sheet.sheet,
    kind: known.kind,
    columns: [...columns, ...added],
    ...(isOrderOnFirstLine === undefined ? {} : { isOrderOnFirstLine }),
  };
};

/** More cells than this that do not fit mean that a column holds something else now. */
const oddShare = 0.1;

const difference = (
  kind: RecipeDifference['kind'],
  column: string | null,
  text: RecipeDifference['text'],
  { isNeeded = false, isQuestion = false } = {},
): RecipeDifference => ({ kind, column, isNeeded, isQuestion, text });

const ofMissing = (known: RecipeSheet, column: KnownColumn): RecipeDifference => {
  const isNeeded = neededRoles(known).includes(column.role);
  // Numbers of a customer table are facts that segments may rest on.
  const isFact = known.kind === 'customers' && isNumber(column);
  const key = isNeeded ? 'needed' : column.role !== 'none' || isFact ? 'missingUsed' : 'missing';
  const isQuestion = key !== 'missing';
  const text = message(`recipe.difference.${key}`, { column: column.name, role: column.role });
  return difference('missingColumn', column.name, text, { isNeeded, isQuestion });
};

const ofColumn = (known: KnownColumn, guessed: Column, read: Column, rows: number): RecipeDifference[] => {
  if (isEmpty(read, rows)) return [];
  const found: RecipeDifference[] = [];
  const filled = rows - read.missing;
  const values = { column: read.name, was: known.type, now: guessed.type };
  if (read.odd > filled * oddShare && guessed.type !== known.type)
    found.push(difference('type', read.name, message('recipe.difference.type', values), { isQuestion: true }));
  else if (known.type === 'integer' && read.type === 'decimal')
    found.push(difference('type', read.name, message('recipe.difference.decimals', values)));
  if (known.format !== null && (isNumber(read) || isDay(read)) && !isSameWay(read, known.format, read.format)) {
    const isDate = isDay(read);
    const key = isDate ? 'recipe.difference.days' : 'recipe.difference.decimalMark';
    const format = { column: read.name, was: known.format, now: read.format, example: read.examples[0] ?? null };
    found.push(difference('format', read.name, message(key, format)));
  }
  return found;
};

const ofReading = (known: RecipeSheet, sheet: PlannedSheet): RecipeDifference[] => {
  const changed = (
    [
      ['encoding', known.encoding, sheet.encoding],
      ['delimiter', known.delimiter, sheet.delimiter],
      ['headerRow', known.headerRow, sheet.headerRow],
    ] as const
  ).filter(([, was, now]) => was !== now);
  return changed.map(([what, was, now]) =>
    difference('reading', null, message(`recipe.difference.${what}`, { was, now })),
  );
};

/**
 * How a sheet differs from the recipe that knows it.
 * @param guessed the sheet as it looks by itself
 * @param read the sheet as the recipe reads it
 */
export const differencesOf = (known: RecipeSheet, guessed: PlannedSheet, read: PlannedSheet): RecipeDifference[] => {
  const places = matchColumns(
    known.columns.map(({ name }) => name),
    read.columns.map(({ name }) => name),
  );
  const taken = new Set(places);
  const missing = known.columns.filter((_, i) => places[i]! < 0).map((column) => ofMissing(known, column));
  const changed = known.columns.flatMap((column, i) => {
    const at = places[i]!;
    return at < 0 ? [] : ofColumn(column, guessed.columns[at]!, read.columns[at]!, read.rows);
  });
  const added = read.columns
    .filter((column, at) => !taken.has(at) && !isEmpty(column, read.rows))
    .map(({ name }) => difference('newColumn', name, message('recipe.difference.newColumn', { column: name })));
  const hasKey = known.kind !== 'customers' || known.columns.some(({ role }) => role === 'customer');
  const noKey = hasKey ? [] : [difference('noKey', null, message('recipe.difference.noKey'), { isQuestion: true })];
  return [...missing, ...changed, ...noKey, ...added, ...ofReading(known, read)];
};
