import { lastCustomerId } from '../../store/repositories/customers.ts';
import { quoteName, rowSpans } from '../../store/repositories/source-rows.ts';
import type { StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite, SqlValue } from '../../store/sqlite.ts';
import { idsOf, isoDay } from '../aggregate-orders.ts';
import type { JobContext } from '../services.ts';
import { breathe } from '../session.ts';

/** Columns of the customer tables, by customer id. */
export interface CustomerFacts {
  /** Ids of the customers with a row, ascending. */
  readonly customerIds: Int32Array;
  /** By the column's name: what the last row that says something says; null where none does. */
  readonly columns: ReadonlyMap<string, readonly SqlValue[]>;
}

/** Dates of what is still to come say nothing about when a row was written. */
const toCome = /expir|renew|valid|until|\bend|next|\bdue|ablauf|gültig|\bbis\b|kündig|échéance|caduc|scaden|verval/i;

/**
 * What keeps a row out that was not there on a day: a date later than it in any column that tells of the past, such as
 * when somebody joined or when the row was last changed.
 */
const knownBy = (source: StoredSource, until: number | null): string => {
  if (until === null) return '';
  const dates = source.columns.flatMap(({ name, type }, i) =>
    (type === 'date' || type === 'timestamp') && !toCome.test(name) ? [quoteName(source.sqlColumns[i]!)] : [],
  );
  return ['_day', ...dates]
    .map((date) => `AND (${date} IS NULL OR substr(${date}, 1, 10) <= '${isoDay(until)}')`)
    .join(' ');
};

/** Cells a statement, so that none runs for more than a few dozen milliseconds. */
const cellsAtOnce = 100_000;

/**
 * Where a customer has several rows, or two tables a column of the same name, the last value that is there counts. A row
 * with a date after `until` was not there yet; one with a bit of `mask` does not count.
 * @param names columns to read, those that no table has left out
 * @throws AppError `cancelled`
 */
export const readCustomers = async (
  db: Sqlite,
  sources: readonly StoredSource[],
  names: readonly string[],
  mask: number,
  until: number | null,
  job: Pick<JobContext, 'signal'>,
): Promise<CustomerFacts> => {
  const size = lastCustomerId(db) + 1;
  const seen = new Int32Array(size);
  const columns = new Map<string, SqlValue[]>();
  for (const source of sources) {
    const picked = source.columns.flatMap(({ name }, i) =>
      names.includes(name) ? [{ name, sql: source.sqlColumns[i]! }] : [],
    );
    for (const { name } of picked) if (!columns.has(name)) columns.set(name, new Array<SqlValue>(size).fill(null));
    const targets = picked.map(({ name }) => columns.get(name)!);
    const read = db.prepareRaw(
      `SELECT ${['_customer', ...picked.map(({ sql }) => quoteName(sql))].join(', ')} FROM ${quoteName(source.table)}
       WHERE _row BETWEEN ? AND ? AND _aside & ${mask} = 0 AND _customer IS NOT NULL
       ${knownBy(source, until)} ORDER BY _row`,
    );
    const rowsAtOnce = Math.max(50, Math.floor(cellsAtOnce / (picked.length + 1)));
    for (const { from, to } of rowSpans(db, source.table, rowsAtOnce)) {
      for (const row of read.all(from, to)) {
        const customer = Number(row[0]);
        seen[customer] = 1;
        targets.forEach((values, i) => {
          const value = row[i + 1];
          if (value !== null && value !== undefined) values[customer] = value;
        });
      }
      await breathe(job);
    }
  }
  return { customerIds: idsOf(seen), columns };
};
