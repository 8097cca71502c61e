import { AppError } from '../../../shared/errors.ts';
import type { Column, ColumnRole, ColumnType } from '../../../shared/model/column.ts';
import type { Mapping, SourceKind } from '../../../shared/model/source.ts';
import { adviceOf } from '../roles/presets/advice.ts';
import { findPreset } from '../roles/presets/find-preset.ts';
import { isOrderKind } from './line-reader.ts';
import type { TableSurvey } from './survey-table.ts';

/** Names, products and so on may stand in several columns of a file, but a role is given once. */
const once = (roles: readonly ColumnRole[]): ColumnRole[] =>
  roles.map((role, at) => (role !== 'none' && roles.indexOf(role) < at ? 'none' : role));

/**
 * What orders cannot do without.
 * @throws AppError `mappingIncomplete`
 */
export const checkNeeds = (file: string, kind: SourceKind, columns: readonly Pick<Column, 'name' | 'role'>[]): void => {
  if (!isOrderKind(kind)) return;
  const has = (role: ColumnRole) => columns.some((column) => column.role === role);
  if (!has('customer')) {
    const { advice } = adviceOf(findPreset(columns.map(({ name }) => name)));
    throw new AppError('mappingIncomplete', { file, missing: 'a column that says who bought', advice });
  }
  if (!has('date')) throw new AppError('mappingIncomplete', { file, missing: 'a column that says when' });
};

/**
 * A person's answers by column of the table; columns they do not name keep their type and format (null) and have no
 * role.
 * @throws AppError `mappingIncomplete` where it names columns that are not there, or leaves out what it needs
 */
export const readMapping = (
  { table, names }: TableSurvey,
  mapping: Mapping,
): { kind: SourceKind; roles: ColumnRole[]; types: (ColumnType | null)[]; formats: (string | null)[] } => {
  const { file } = table;
  const unknown = mapping.columns.find(({ name }) => !names.includes(name));
  if (unknown) throw new AppError('mappingIncomplete', { file, missing: `the column “${unknown.name}”` });
  const byName = new Map(mapping.columns.map((column) => [column.name, column]));
  const roles = once(names.map((name) => byName.get(name)?.role ?? 'none'));
  checkNeeds(
    file,
    mapping.kind,
    roles.map((role, at) => ({ name: names[at]!, role })),
  );
  const answers = names.map((name) => byName.get(name));
  return {
    kind: mapping.kind,
    roles,
    types: answers.map((answer) => answer?.type ?? null),
    formats: answers.map((answer) => answer?.format ?? null),
  };
};
