import type { Column, ColumnRole } from '../../../shared/model/column.ts';
import type { SetAsideReason, SourceKind } from '../../../shared/model/source.ts';
import type { StoredSource } from '../../store/repositories/sources.ts';

/** The sources of a project by what they say, and which of their columns a feature can read. */
export interface ColumnsAtHand {
  readonly orders: readonly StoredSource[];
  readonly customers: readonly StoredSource[];
  readonly events: readonly StoredSource[];
  readonly kept: readonly SetAsideReason[];
}

export const columnsAtHand = (sources: readonly StoredSource[], kept: readonly SetAsideReason[]): ColumnsAtHand => {
  const of = (...kinds: SourceKind[]) => sources.filter(({ kind }) => kinds.includes(kind));
  return { orders: of('orderLines', 'orders'), customers: of('customers'), events: of('events'), kept };
};

/** The first column with that role. */
export const columnWithRole = (sources: readonly StoredSource[], role: ColumnRole): Column | null =>
  sources.flatMap(({ columns }) => columns).find((column) => column.role === role) ?? null;

/** Columns for which `wanted` holds, one a name, each with the file where it stands first. */
export const columnsWhere = (
  sources: readonly StoredSource[],
  wanted: (column: Column) => boolean,
): { column: Column; file: string }[] => {
  const found = new Map<string, { column: Column; file: string }>();
  for (const { columns, file } of sources)
    for (const column of columns)
      if (wanted(column) && !found.has(column.name)) found.set(column.name, { column, file });
  return [...found.values()];
};

/** Words that sort customers or lines into a few kinds. */
export const isKinds = ({ type, role, distinct }: Column): boolean =>
  type === 'category' && role === 'none' && distinct > 1;

export const isNumber = ({ type }: Column): boolean => type === 'integer' || type === 'decimal';

/** Sources know money where one of them has a column of it. */
export const hasMoney = (sources: readonly StoredSource[]): boolean =>
  columnWithRole(sources, 'amount') !== null || columnWithRole(sources, 'price') !== null;
