import type { JoinCardinality, JoinUse } from '../../../shared/model/join.ts';
import type { MatchCounts } from './count-matches.ts';
import { type ProjectTable, type TableColumn, tableName } from './join-tables.ts';

const returnWords =
  /return|refund|retour|rückgabe|rücksend|retouren|rembours|devol|reso\b|resi\b|storn|chargeback|zwrot/i;

const roleAt = ({ table, at }: TableColumn) => table.columns[at]!.role;
const hasRole = ({ columns }: ProjectTable, role: string): boolean => columns.some((column) => column.role === role);

/** Tables of orders that say who bought: what customers' facts are made from. */
const isBuying = (table: ProjectTable): boolean =>
  (table.head.kind === 'orderLines' || table.head.kind === 'orders') &&
  (hasRole(table, 'customer') || hasRole(table, 'email'));

/** Rows that say what came back: by the name of the table, its file or a column. */
const isOfReturns = (table: ProjectTable): boolean =>
  returnWords.test(`${tableName(table)} ${table.head.file} ${table.head.sheet ?? ''}`) ||
  table.columns.some(({ name }) => returnWords.test(name));

/** Which side is of orders with customers; null where neither is or both are. */
export const buyingSide = ([left, right]: readonly [TableColumn, TableColumn]): 0 | 1 | null => {
  const [isLeft, isRight] = [isBuying(left.table), isBuying(right.table)];
  return isLeft === isRight ? null : isLeft ? 0 : 1;
};

/** So far values and customers must be one to one for a table to tell of customers. */
const mostlyOne = 0.8;

/** Whether the values of that side have one row each. */
const isUnique = (cardinality: JoinCardinality, side: 0 | 1): boolean =>
  cardinality === 'oneToOne' || cardinality === (side === 1 ? 'manyToOne' : 'oneToMany');

/** What a join is good for; see `JoinUse`. */
export const joinUse = (
  columns: readonly [TableColumn, TableColumn],
  { cardinality, keys, ofOneCustomer }: Pick<MatchCounts, 'cardinality' | 'keys' | 'ofOneCustomer'>,
): JoinUse => {
  if (keys === 0) return 'none';
  if (columns.every((column) => roleAt(column) === 'customer')) return 'customer';
  const lines = buyingSide(columns);
  if (lines === null) return 'none';
  const other = columns[lines === 0 ? 1 : 0]!;
  if (roleAt(columns[lines]!) === 'order' && isOfReturns(other.table)) return 'returns';
  const isOfOther = isUnique(cardinality, lines === 0 ? 1 : 0);
  if (ofOneCustomer[lines]! >= mostlyOne) {
    const { kind } = other.table.head;
    if (kind === 'events' && hasRole(other.table, 'date')) return 'events';
    if (kind === 'customers' || (kind === 'events' && isOfOther)) return 'facts';
  }
  // A table that says whose its rows are tells of customers, not of kinds of lines.
  if (hasRole(other.table, 'customer')) return 'none';
  return isOfOther ? 'lookup' : 'none';
};
