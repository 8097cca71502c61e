import type { Sqlite, SqlValue } from '../../store/sqlite.ts';
import type { JobContext } from '../services.ts';
import { type JoinPath, joinKey } from './join-paths.ts';
import { placesOf } from './join-tables.ts';
import { readKeys } from './read-keys.ts';

/** What stands in a column of another table, found by the value that a line has in the joining column. */
export interface Lookup {
  /** The joining column of each source of lines, by the source's id. */
  readonly columns: ReadonlyMap<number, string>;
  /** Null where the other table says nothing. */
  valueOf(key: SqlValue): SqlValue;
}

/**
 * Reads columns of the other table of a join by key; where a key has several rows, the last that says something counts.
 * O(rows of the other table).
 * @param columns of the other table, by place
 * @returns one lookup a column
 * @throws AppError `cancelled`
 */
export const readLookups = async (
  db: Sqlite,
  { lines, other, form }: JoinPath,
  columns: readonly number[],
  job: Pick<JobContext, 'signal'>,
): Promise<Lookup[]> => {
  const byKey = columns.map(() => new Map<string, SqlValue>());
  for await (const { rows } of readKeys(db, other.table, [other.at, ...columns], job))
    for (const row of rows) {
      const key = joinKey(form, row[2]);
      if (key === null) continue;
      for (const [i, values] of byKey.entries()) {
        const value = row[3 + i] ?? null;
        if (value !== null) values.set(key, value);
      }
    }
  const places = new Map(placesOf(lines).map(({ source, place }) => [source.id, source.columns[place]!.name]));
  return byKey.map((values) => ({
    columns: places,
    valueOf: (value) => {
      const key = joinKey(form, value);
      return key === null ? null : (values.get(key) ?? null);
    },
  }));
};

/**
 * The keys of the other table, in the form in which they are compared.
 * @param until ISO day: rows with a later date are not known yet; null: all
 * @throws AppError `cancelled`
 */
export const readKeySet = async (
  db: Sqlite,
  { other, form }: JoinPath,
  until: string | null,
  job: Pick<JobContext, 'signal'>,
): Promise<ReadonlySet<string>> => {
  const keys = new Set<string>();
  const date = until === null ? -1 : other.table.columns.findIndex(({ role }) => role === 'date');
  const columns = date < 0 ? [other.at] : [other.at, date];
  for await (const { rows } of readKeys(db, other.table, columns, job))
    for (const row of rows) {
      const key = joinKey(form, row[2]);
      const day = row[3];
      if (key !== null && !(until !== null && typeof day === 'string' && day.slice(0, 10) > until)) keys.add(key);
    }
  return keys;
};

/** Customers by the key of their lines: one, or several. O(lines). @throws AppError `cancelled` */
export const readOwners = async (
  db: Sqlite,
  { lines, form }: JoinPath,
  job: Pick<JobContext, 'signal'>,
): Promise<ReadonlyMap<string, readonly number[]>> => {
  const owners = new Map<string, number[]>();
  for await (const { rows } of readKeys(db, lines.table, [lines.at], job))
    for (const [, customer, value] of rows) {
      const key = customer === null ? null : joinKey(form, value);
      if (customer === null || key === null) continue;
      const known = owners.get(key);
      if (known === undefined) owners.set(key, [customer]);
      else if (known.at(-1) !== customer && !known.includes(customer)) known.push(customer);
    }
  return owners;
};
