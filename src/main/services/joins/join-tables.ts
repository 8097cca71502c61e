import type { Column } from '../../../shared/model/column.ts';
import type { JoinTableView } from '../../../shared/model/join.ts';
import { standAgain, withoutReplaced } from '../../store/repositories/replaced.ts';
import { listSources, type StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { matchColumns } from '../recipes/match-columns.ts';
import { isSameKind } from '../recipes/recognise.ts';

/** Sources of one kind, joined once: twelve monthly files are one table. */
export interface ProjectTable {
  /** The oldest source of its kind, which names it even where that one is read anew. */
  readonly head: StoredSource;
  /** Sources that count, oldest first; their `rows` are those that no newer file replaced. */
  readonly members: readonly StoredSource[];
  readonly rows: number;
  /** Columns of the head, as the newest member has them where it has them. */
  readonly columns: readonly Column[];
  /** For each member the place of each column, −1 where it has no such column. */
  readonly places: readonly (readonly number[])[];
}

const namesOf = ({ columns }: StoredSource): string[] => columns.map(({ name }) => name);

const tableOf = (group: readonly StoredSource[], hidden: ReadonlySet<number>): ProjectTable => {
  const head = group[0]!;
  const members = group.filter(({ id }) => !hidden.has(id));
  const places = members.map((member) => matchColumns(namesOf(head), namesOf(member)));
  const columns = head.columns.map((column, at) => {
    const last = places.findLastIndex((own) => own[at]! >= 0);
    return last < 0 ? column : { ...members[last]!.columns[places[last]![at]!]!, name: column.name };
  });
  return { head, members, rows: members.reduce((sum, { rows }) => sum + rows, 0), columns, places };
};

/** The tables of the project as joins see them, oldest first; those that newer files replaced altogether are none. */
export const projectTables = (db: Sqlite): ProjectTable[] => {
  const hidden = standAgain(db);
  const groups: StoredSource[][] = [];
  for (const source of withoutReplaced(db, listSources(db))) {
    const group = groups.find(([first]) => isSameKind(first!, source));
    if (group === undefined) groups.push([source]);
    else group.push(source);
  }
  return groups.map((group) => tableOf(group, hidden)).filter(({ members }) => members.length > 0);
};

/** What a table is called: as its first source is. */
export const tableName = ({ head }: ProjectTable): string => head.name;

export const tableView = (table: ProjectTable): JoinTableView => ({
  sourceId: table.members[0]!.id,
  name: tableName(table),
  files: table.members.length,
  kind: table.head.kind,
  rows: table.rows,
  columns: table.columns.map(({ name, type, role }) => ({ name, type, role })),
});

/** One column of one table. */
export interface TableColumn {
  readonly table: ProjectTable;
  /** Of the table's columns. */
  readonly at: number;
}

/** Where the column stands in each of the table's sources that have it. */
export const placesOf = ({ table, at }: TableColumn): { readonly source: StoredSource; readonly place: number }[] =>
  table.members.flatMap((source, i) => {
    const place = table.places[i]![at]!;
    return place < 0 ? [] : [{ source, place }];
  });

/** The same whichever side is left, and as long as the tables' first files stand. */
export const joinIdOf = (a: TableColumn, b: TableColumn): string => {
  const [first, second] = a.table.head.id <= b.table.head.id ? [a, b] : [b, a];
  const text = ({ table, at }: TableColumn): string => `${table.head.id}.${at + 1}`;
  return `${text(first)}-${text(second)}`;
};

const columnOfId = (tables: readonly ProjectTable[], text: string): TableColumn | null => {
  const [head, place] = text.split('.').map(Number) as [number, number];
  const table = tables.find((one) => one.head.id === head);
  return table === undefined || table.columns[place - 1] === undefined ? null : { table, at: place - 1 };
};

/** The two columns that an id names; null where one of the tables is gone. */
export const columnsOfJoinId = (tables: readonly ProjectTable[], id: string): [TableColumn, TableColumn] | null => {
  const sides = id.split('-').map((text) => columnOfId(tables, text));
  return sides.length === 2 && sides[0] && sides[1] ? [sides[0], sides[1]] : null;
};
