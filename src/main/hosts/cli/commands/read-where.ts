import { AppError } from '../../../../shared/errors.ts';
import type { Column } from '../../../../shared/model/column.ts';
import { type RowFilter, type RowSort, rowFilterSchema } from '../../../../shared/model/rows.ts';

type Named = Pick<Column, 'name' | 'type'>;

/** The column whose name a text begins with, the longest where several do, and what follows it. */
const splitColumn = (text: string, columns: readonly Named[]): { column: Named; rest: string } => {
  const [column] = columns
    .filter(({ name }) => text.startsWith(name))
    .toSorted((a, b) => b.name.length - a.name.length);
  if (column === undefined) throw new AppError('notFound', { what: 'column', id: text });
  return { column, rest: text.slice(column.name.length).trim() };
};

const wrong = (text: string): AppError =>
  new AppError('wrongUsage', {
    problem: `“${text}” says no condition: COLUMN~TEXT, COLUMN=TEXT, COLUMN>=NUMBER or DAY, COLUMN<=…, COLUMN:empty, COLUMN:filled or COLUMN:odd`,
  });

/** `Country=Spain`, `Name~smith`, `Price>=10`, `Date<=2025-12-31`, `Email:empty`. */
export const readWhere = (text: string, columns: readonly Named[]): RowFilter => {
  const { column, rest } = splitColumn(text, columns);
  const [, sign, given = ''] = /^(~|=|>=|<=|:)\s*(.*)$/s.exec(rest) ?? [];
  const name = column.name;
  const isDay = column.type === 'date' || column.type === 'timestamp';
  const end = isDay ? given : given === '' ? Number.NaN : Number(given);
  const filter =
    sign === '~'
      ? { test: 'contains', column: name, text: given }
      : sign === '='
        ? { test: 'equals', column: name, text: given }
        : sign === '>='
          ? { test: isDay ? 'days' : 'between', column: name, [isDay ? 'first' : 'least']: end }
          : sign === '<='
            ? { test: isDay ? 'days' : 'between', column: name, [isDay ? 'last' : 'most']: end }
            : { test: given, column: name };
  const found = rowFilterSchema.safeParse(filter);
  if (!found.success) throw wrong(text);
  return found.data;
};

/** `Price` or `Price:desc`; a column may end so itself. */
export const readSort = (text: string, columns: readonly Named[]): RowSort => {
  if (columns.some(({ name }) => name === text)) return { column: text, descending: false };
  const [, column = text, way = 'asc'] = /^(.*?)(?::(asc|desc))?$/s.exec(text) ?? [];
  return { column, descending: way === 'desc' };
};
