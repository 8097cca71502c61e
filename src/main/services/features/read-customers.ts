import { lastCustomerId } from '../../store/repositories/customers.ts';
import { excludedCustomers } from '../../store/repositories/exclusions.ts';
import { quoteName } from '../../store/repositories/source-rows.ts';
import type { StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite, SqlValue } from '../../store/sqlite.ts';
import { idsOf, isoDay } from '../aggregate-orders.ts';
import { eachCustomerRow } from '../customer-rows.ts';
import type { JobContext } from '../services.ts';

/** Columns of the customer tables, by customer id. */
export interface CustomerFacts {
  /** Ids of the customers with a row, ascending. */
  readonly customerIds: Int32Array;
  /** By the column's name: what the last row that says something says; null where none does. */
  readonly columns: ReadonlyMap<string, readonly SqlValue[]>;
}

/** Whose the rows of a customer table are, by what stands in one of its columns. */
export interface FactOwners {
  readonly sql: string;
  ownersOf(key: SqlValue): readonly number[];
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

/**
 * Where a customer has several rows, or two tables a column of the same name, the last value that is there counts. A row
 * with a date after `until` was not there yet; one with a bit of `mask` does not count.
 * @param names columns to read, those that no table has left out
 * @param owners by source: whose a row is, where it is joined by something else than the customer's number
 * @throws AppError `cancelled`
 */
export const readCustomers = async (
  db: Sqlite,
  sources: readonly StoredSource[],
  names: readonly string[],
  mask: number,
  until: number | null,
  owners: ReadonlyMap<number, FactOwners>,
  job: Pick<JobContext, 'signal'>,
): Promise<CustomerFacts> => {
  const size = lastCustomerId(db) + 1;
  const excluded = excludedCustomers(db);
  const seen = new Int32Array(size);
  const columns = new Map<string, SqlValue[]>();
  for (const source of sources) {
    const picked = source.columns.flatMap(({ name }, i) =>
      names.includes(name) ? [{ name, sql: source.sqlColumns[i]! }] : [],
    );
    for (const { name } of picked) if (!columns.has(name)) columns.set(name, new Array<SqlValue>(size).fill(null));
    const targets = picked.map(({ name }) => columns.get(name)!);
    const owner = owners.get(source.id);
    const keys = owner === undefined ? [] : [owner.sql];
    const asked = {
      sqlColumns: [...picked.map(({ sql }) => sql), ...keys],
      mask,
      further: knownBy(source, until),
      ofCustomer: owner === undefined,
    };
    const note = (customer: number, row: readonly SqlValue[]): void => {
      seen[customer] = 1;
      targets.forEach((values, i) => {
        const value = row[i + 1];
        if (value !== null && value !== undefined) values[customer] = value;
      });
    };
    await eachCustomerRow(db, source, asked, job, (row) => {
      if (owner === undefined) note(row[0], row);
      else
        for (const customer of owner.ownersOf(row[picked.length + 1]!))
          if (!excluded.has(customer)) note(customer, row);
    });
  }
  return { customerIds: idsOf(seen), columns };
};
