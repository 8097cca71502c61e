import type { ColumnRole } from '../../../shared/model/column.ts';
import { asideBit, replacedBit } from '../../../shared/model/source.ts';
import { mergedIdentities } from '../../store/repositories/identity.ts';
import { quoteName, rowSpans } from '../../store/repositories/source-rows.ts';
import type { StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite, SqlValue } from '../../store/sqlite.ts';
import type { LineKey } from './line-places.ts';

/** Rows a statement, so that none runs for more than a few dozen milliseconds. */
const rowsAtOnce = 10_000;

export interface StandingRow extends LineKey {
  readonly row: number;
  /** Number of the order in the project. */
  readonly orderNumber: number | null;
  /** Bits of the reasons why the line is set aside. */
  readonly aside: number;
  /** A newer file has taken its place already. */
  readonly isGone: boolean;
  /** Of a line without a customer, its guest. */
  readonly guest: number | null;
  /** Whom the row counts as: where customers were put together another one than the file names. */
  readonly owner: number | null;
}

const columnWith = ({ columns, sqlColumns }: StoredSource, role: ColumnRole): string => {
  const at = columns.findIndex((column) => column.role === role);
  return at < 0 ? 'NULL' : quoteName(sqlColumns[at]!);
};

const textOf = (value: SqlValue): string | null => {
  const text = value === null ? '' : String(value).trim();
  return text === '' ? null : text;
};

/** Rows of a source in file order, a range at a time, with what tells them apart. */
export function* standingRows(
  db: Sqlite,
  source: StoredSource,
): Generator<{ readonly rows: readonly StandingRow[]; readonly done: number }> {
  const isOrders = source.kind === 'orderLines' || source.kind === 'orders';
  // A row of a customer table without a key is a guest of its own.
  // What tells rows apart is who the file says they are of, whomever those count as.
  const customer =
    mergedIdentities(db).size === 0
      ? '_customer'
      : `coalesce((SELECT m.identity_id FROM merged_row m WHERE m.source_id = ${source.id} AND m.row = _row), _customer)`;
  const guest = source.kind === 'customers' ? `(SELECT guest FROM customer WHERE id = ${customer})` : '0';
  const read = db.prepareRaw<
    [number, number | null, number | null, string | null, number, SqlValue, SqlValue, number | null, number | null]
  >(
    `SELECT _row, ${customer}, _order, _day, _aside, ${columnWith(source, 'order')}, ${columnWith(source, 'product')}, ${guest}, _customer
     FROM ${quoteName(source.table)} WHERE _row BETWEEN ? AND ? ORDER BY _row`,
  );
  for (const { from, to, done } of rowSpans(db, source.table, rowsAtOnce)) {
    const rows = read
      .all(from, to)
      .map(([row, customer, orderNumber, day, aside, order, product, guest, owner]): StandingRow => {
        const isGuest = guest === 1 || (isOrders && (aside & asideBit.noCustomer) !== 0);
        return {
          row,
          aside,
          isGone: (aside & replacedBit) !== 0,
          customer: isGuest ? null : customer,
          guest: isGuest ? customer : null,
          owner,
          orderNumber,
          day,
          order: textOf(order),
          product: textOf(product),
        };
      });
    yield { rows, done };
  }
}
