import { AppError } from '../../../../shared/errors.ts';
import type { ColumnRole } from '../../../../shared/model/column.ts';
import type { Mapping, SheetPreview, SourceKind } from '../../../../shared/model/source.ts';
import { rolesOfKind } from '../../../import/roles/guess-kind.ts';

/** What somebody says a column is for. */
export interface RoleChoice {
  readonly role: ColumnRole;
  /** Its heading, in capitals or not. */
  readonly column: string;
}

const isNamed =
  (column: string) =>
  ({ name }: { readonly name: string }): boolean =>
    name.toLowerCase() === column.toLowerCase();

/** The kind that rows must be of for their columns to have such roles. */
const kindFor = (kind: SourceKind, roles: readonly ColumnRole[]): SourceKind => {
  const meant = rolesOfKind(kind);
  if (roles.every((role) => role === 'none' || meant.includes(role))) return kind;
  const isLine = roles.some((role) => role === 'product' || role === 'price' || role === 'quantity');
  return isLine || !roles.includes('amount') ? 'orderLines' : 'orders';
};

/**
 * What the tables of an import are, with somebody's choices in the place of the guesses: each in every table that has
 * such a column.
 * @throws AppError `mappingIncomplete` where no table has it
 */
export const mappingOf = (sheets: readonly SheetPreview[], choices: readonly RoleChoice[]): Mapping[] => {
  const unknown = choices.find(({ column }) => !sheets.some(({ columns }) => columns.some(isNamed(column))));
  if (unknown)
    throw new AppError('mappingIncomplete', { file: sheets[0]!.file, missing: `the column “${unknown.column}”` });
  return sheets.map(({ sheet, kind, columns, isOrderOnFirstLine }) => {
    const roles = columns.map(({ role }) => role);
    for (const { role, column } of choices) {
      const at = columns.findIndex(isNamed(column));
      if (at < 0) continue;
      const before = roles.indexOf(role);
      if (role !== 'none' && before >= 0) roles[before] = 'none';
      roles[at] = role;
    }
    return {
      sheet,
      kind: kindFor(kind, roles),
      columns: columns.map(({ name, type, format }, at) => ({ name, type, role: roles[at]!, format })),
      ...(isOrderOnFirstLine === undefined ? {} : { isOrderOnFirstLine }),
    };
  });
};
