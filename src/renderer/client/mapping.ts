import type { Column, ColumnRole, FormatChoice } from '../../shared/model/column.ts';
import type { Mapping, SheetPreview, SourceKind } from '../../shared/model/source.ts';

/** The kinds that a person can choose between. */
export const choosableKinds = ['orderLines', 'orders', 'customers'] as const satisfies readonly SourceKind[];

export interface Question {
  readonly role: ColumnRole;
  readonly needed: boolean;
}

const ask = (role: ColumnRole, needed = false): Question => ({ role, needed });

/** What is asked about a file, by what one row of it is; the needed ones first. */
export const questionsOf = (kind: SourceKind): readonly Question[] => {
  switch (kind) {
    case 'orderLines':
      return [
        ask('customer', true),
        ask('date', true),
        ask('order'),
        ask('amount'),
        ask('quantity'),
        ask('price'),
        ask('product'),
        ask('name'),
        ask('email'),
      ];
    case 'orders':
      return [ask('customer', true), ask('date', true), ask('amount', true), ask('order'), ask('name'), ask('email')];
    default:
      return [ask('customer'), ask('name'), ask('email')];
  }
};

export const mappingOf = (sheet: SheetPreview): Mapping => ({
  sheet: sheet.sheet,
  kind: sheet.kind,
  columns: sheet.columns.map(({ name, type, role }) => ({ name, type, role })),
});

export const columnWithRole = (mapping: Mapping, role: ColumnRole): string | null =>
  mapping.columns.find((column) => column.role === role)?.name ?? null;

/** Gives a role to one column and takes it from whichever had it; null gives it to none. */
export const withRole = (mapping: Mapping, role: ColumnRole, name: string | null): Mapping => ({
  ...mapping,
  columns: mapping.columns.map((column) =>
    column.name === name ? { ...column, role } : column.role === role ? { ...column, role: 'none' as const } : column,
  ),
});

/** Reads one column in one of the ways it could be read. */
export const withFormat = (mapping: Mapping, name: string, format: string): Mapping => ({
  ...mapping,
  columns: mapping.columns.map((column) => (column.name === name ? { ...column, format } : column)),
});

/** A column whose dates or numbers read in several ways, and the way that is chosen; null while that is in doubt. */
export interface FormatQuestion {
  readonly column: string;
  readonly of: 'dates' | 'numbers';
  readonly choices: readonly FormatChoice[];
  readonly chosen: FormatChoice | null;
  /** How it is read until somebody chooses. */
  readonly taken: FormatChoice | null;
}

const formatRoles: readonly ColumnRole[] = ['date', 'amount', 'price', 'quantity'];

/** What is to be asked about how a column with that role is written; null where there is one way only. */
export const formatQuestion = (sheet: SheetPreview, mapping: Mapping, role: ColumnRole): FormatQuestion | null => {
  const answer = formatRoles.includes(role) ? mapping.columns.find((column) => column.role === role) : undefined;
  const column = sheet.columns.find(({ name }) => name === answer?.name);
  if (!answer || !column || column.choices.length === 0) return null;
  const choice = (format: string | null | undefined) => column.choices.find((one) => one.format === format) ?? null;
  const isDoubted = sheet.doubts.some(
    ({ key, values }) =>
      (key === 'source.doubt.dayOrMonth' || key === 'source.doubt.thousands') && values.column === column.name,
  );
  const taken = choice(column.format);
  return {
    column: column.name,
    of: typeof column.choices[0]?.means === 'number' ? 'numbers' : 'dates',
    choices: column.choices,
    chosen: choice(answer.format) ?? (isDoubted ? null : taken),
    taken,
  };
};

/** Another kind of row; roles that it does not ask for are let go. */
export const withKind = (mapping: Mapping, kind: SourceKind): Mapping => {
  const asked = new Set(questionsOf(kind).map((question) => question.role));
  const kept = new Set<ColumnRole>([...asked, 'phone', 'consent', 'channel']);
  return {
    ...mapping,
    kind,
    columns: mapping.columns.map((column) => (kept.has(column.role) ? column : { ...column, role: 'none' as const })),
  };
};

export type Need = 'customer' | 'date' | 'amount';

/** What orders cannot do without and this mapping does not name: who, when, and how much. */
export const missingOf = (mapping: Mapping): readonly Need[] => {
  if (mapping.kind !== 'orderLines' && mapping.kind !== 'orders') return [];
  const has = (role: ColumnRole) => columnWithRole(mapping, role) !== null;
  const missing: Need[] = [];
  if (!has('customer')) missing.push('customer');
  if (!has('date')) missing.push('date');
  if (!has('amount') && !(mapping.kind === 'orderLines' && has('price'))) missing.push('amount');
  return missing;
};

const isNumber = ({ type }: Pick<Column, 'type'>): boolean => type === 'integer' || type === 'decimal';

/** Numeric columns of a customer table that become facts. */
export const factsOf = (columns: readonly Pick<Column, 'type' | 'role'>[]): number =>
  columns.filter((column) => isNumber(column) && column.role === 'none').length;
