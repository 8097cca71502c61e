import { type KeyForm, keyIn } from '../../../shared/engine/join/key-forms.ts';
import type { Join, JoinUse } from '../../../shared/model/join.ts';
import { type JoinChoice, joinChoices } from '../../store/repositories/joins.ts';
import type { Sqlite, SqlValue } from '../../store/sqlite.ts';
import { keyFormOf } from './build-join.ts';
import { columnsOfJoinId, type ProjectTable, projectTables, type TableColumn, tableName } from './join-tables.ts';
import { buyingSide } from './join-use.ts';
import { lastJoinsView } from './join-view.ts';
import { keyText } from './read-keys.ts';

/** A join that is on, from the orders of customers to another table. */
export interface JoinPath {
  readonly id: string;
  readonly use: JoinUse;
  readonly form: KeyForm;
  readonly lines: TableColumn;
  readonly other: TableColumn;
  /** What the other table is called, and the two columns, as lineage tells them. */
  readonly told: { readonly table: string; readonly key: string; readonly otherKey: string };
}

/** What features read through joins. */
export interface JoinPaths {
  readonly returns: readonly JoinPath[];
  readonly lookups: readonly JoinPath[];
  readonly facts: readonly JoinPath[];
  readonly events: readonly JoinPath[];
  /** Sources that say nothing of customers by themselves: read through a join, or not at all as it is off. */
  readonly leftOut: ReadonlySet<number>;
}

const idsOf = ({ members }: ProjectTable): number[] => members.map(({ id }) => id);

const pathOf = (tables: readonly ProjectTable[], join: Join): JoinPath | null => {
  const columns = columnsOfJoinId(tables, join.id);
  const side = columns === null ? null : buyingSide(columns);
  if (columns === null || side === null) return null;
  const [lines, other] = side === 0 ? columns : [columns[1], columns[0]];
  const nameOf = ({ table, at }: TableColumn): string => table.columns[at]!.name;
  const told = { table: tableName(other.table), key: nameOf(lines), otherKey: nameOf(other) };
  return { id: join.id, use: join.use, form: keyFormOf(join.comparison), lines, other, told };
};

/** Tables of customers or events that are joined by nothing but a customer's number, and somebody said not to. */
const switchedOff = (
  tables: readonly ProjectTable[],
  joins: readonly Join[],
  choices: ReadonlyMap<string, JoinChoice>,
): number[] =>
  joins.flatMap((join) => {
    const columns = columnsOfJoinId(tables, join.id);
    if (
      columns === null ||
      choices.get(join.id)?.on !== false ||
      join.use !== 'customer' ||
      !columns.some(({ table }) => isOrders(table))
    )
      return [];
    return columns.flatMap(({ table }) => (isOrders(table) ? [] : idsOf(table)));
  });

const pairOf = ({ left, right }: Join): string => [left.sourceId, right.sourceId].sort((a, b) => a - b).join();

const isOfCustomers = ({ columns }: ProjectTable): boolean => columns.some(({ role }) => role === 'customer');

const isOrders = ({ head }: ProjectTable): boolean => head.kind === 'orderLines' || head.kind === 'orders';

/**
 * The joins that are on and that features read, as they were last found: also of files that came since. None where nobody
 * looked yet.
 */
export const joinPaths = (db: Sqlite): JoinPaths => {
  const found = lastJoinsView(db);
  if (found === null || found.joins.length === 0)
    return { returns: [], lookups: [], facts: [], events: [], leftOut: new Set() };
  const tables = projectTables(db);
  const on = found.joins.filter((join) => join.on);
  // Where the customer's number joins two tables, nothing else has to say whose a row is.
  const joined = new Set(on.filter(({ use }) => use === 'customer').map(pairOf));
  const paths = on.filter((join) => !joined.has(pairOf(join))).flatMap((join) => pathOf(tables, join) ?? []);
  const of = (use: JoinUse) => paths.filter((path) => path.use === use);
  const [returns, lookups] = [of('returns'), of('lookup')];
  return {
    returns,
    lookups,
    facts: of('facts'),
    events: of('events'),
    leftOut: new Set([
      ...[...returns, ...lookups].flatMap(({ other }) => (isOfCustomers(other.table) ? [] : idsOf(other.table))),
      ...switchedOff(tables, found.joins, joinChoices(db)),
    ]),
  };
};

/** A cell as a join compares it; null where it is empty. */
export const joinKey = (form: KeyForm, value: SqlValue | undefined): string | null => {
  const text = keyText(value);
  return text === null ? null : keyIn(form, text);
};

/** What decides which numbers come out of joins. */
export const stateOfPaths = ({ returns, lookups, facts, events, leftOut }: JoinPaths): unknown => {
  const all = [...returns, ...lookups, ...facts, ...events].map(({ id, use, form }) => [id, use, form]);
  return all.length === 0 && leftOut.size === 0 ? undefined : [all, [...leftOut]];
};
