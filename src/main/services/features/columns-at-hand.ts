import type { Column, ColumnRole } from '../../../shared/model/column.ts';
import type { SetAsideReason, SourceKind } from '../../../shared/model/source.ts';
import type { StoredSource } from '../../store/repositories/sources.ts';
import type { JoinPath, JoinPaths } from '../joins/join-paths.ts';

/** The sources of a project by what they say, and which of their columns a feature can read. */
export interface ColumnsAtHand {
  readonly orders: readonly StoredSource[];
  readonly customers: readonly StoredSource[];
  readonly events: readonly StoredSource[];
  readonly kept: readonly SetAsideReason[];
  readonly joins: JoinPaths;
  /** Columns of words that lines have through a join. */
  readonly joined: readonly JoinedColumn[];
}

/** A column of another table that says of what kind a line is. */
interface JoinedColumn {
  /** Unlike the name of any column of the lines. */
  readonly name: string;
  readonly column: Column;
  /** Of the other table's columns. */
  readonly at: number;
  readonly path: JoinPath;
}

/** Words that so few rows of another table have are kinds, whatever the table is for. */
const mostKinds = 20;

const joinedColumns = (paths: readonly JoinPath[]): JoinedColumn[] => {
  const found = new Map<string, JoinedColumn>();
  for (const path of paths)
    path.other.table.columns.forEach((column, at) => {
      const isFew =
        column.type === 'text' && column.role === 'none' && column.distinct > 1 && column.distinct <= mostKinds;
      const name = `${path.told.table}.${column.name}`;
      if (at !== path.other.at && (isKinds(column) || isFew) && !found.has(name))
        found.set(name, { name, column, at, path });
    });
  return [...found.values()];
};

export const columnsAtHand = (
  sources: readonly StoredSource[],
  kept: readonly SetAsideReason[],
  joins: JoinPaths,
): ColumnsAtHand => {
  const of = (...kinds: SourceKind[]) => sources.filter(({ kind }) => kinds.includes(kind));
  const bySelf = (kind: SourceKind) => of(kind).filter(({ id }) => !joins.leftOut.has(id));
  const isOfFacts = ({ id }: StoredSource) =>
    joins.facts.some(({ other }) => other.table.members.some((member) => member.id === id));
  return {
    orders: of('orderLines', 'orders'),
    customers: [...bySelf('customers'), ...bySelf('events').filter(isOfFacts)],
    events: bySelf('events').filter((source) => !isOfFacts(source)),
    kept,
    joins,
    joined: joinedColumns(joins.lookups),
  };
};

/** The first column with that role. */
export const columnWithRole = (sources: readonly StoredSource[], role: ColumnRole): Column | null =>
  sources.flatMap(({ columns }) => columns).find((column) => column.role === role) ?? null;

/** Columns for which `wanted` holds, one a name, each with the source and file where it stands first. */
export const columnsWhere = (
  sources: readonly StoredSource[],
  wanted: (column: Column) => boolean,
): { column: Column; file: string; sourceId: number }[] => {
  const found = new Map<string, { column: Column; file: string; sourceId: number }>();
  for (const { columns, file, id } of sources)
    for (const column of columns)
      if (wanted(column) && !found.has(column.name)) found.set(column.name, { column, file, sourceId: id });
  return [...found.values()];
};

/** Through which join a source's rows are found to be of a customer, as lineage tells it; nothing where through none. */
export const toldOf = (paths: readonly JoinPath[], sourceId: number): Partial<JoinPath['told']> =>
  paths.find(({ other }) => other.table.members.some(({ id }) => id === sourceId))?.told ?? {};

/** Words that sort customers or lines into a few kinds. */
export const isKinds = ({ type, role, distinct }: Column): boolean =>
  type === 'category' && role === 'none' && distinct > 1;

export const isNumber = ({ type }: Column): boolean => type === 'integer' || type === 'decimal';

/** Sources know money where one of them has a column of it. */
export const hasMoney = (sources: readonly StoredSource[]): boolean =>
  columnWithRole(sources, 'amount') !== null || columnWithRole(sources, 'price') !== null;
