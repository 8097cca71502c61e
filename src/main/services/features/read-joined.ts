import type { Sqlite, SqlValue } from '../../store/sqlite.ts';
import { type JoinPath, joinKey } from '../joins/join-paths.ts';
import { placesOf } from '../joins/join-tables.ts';
import { type Lookup, readLookups, readOwners } from '../joins/read-lookup.ts';
import type { JobContext } from '../services.ts';
import type { ColumnsAtHand } from './columns-at-hand.ts';
import type { FactOwners } from './read-customers.ts';
import type { RowOwners } from './read-lines.ts';

/**
 * Of these levels those that lines have through a join. O(rows of the joined tables).
 * @throws AppError `cancelled`
 */
export const readJoined = async (
  db: Sqlite,
  { joined }: ColumnsAtHand,
  names: readonly string[],
  job: Pick<JobContext, 'signal'>,
): Promise<ReadonlyMap<string, Lookup>> => {
  const found = new Map<string, Lookup>();
  const wanted = joined.filter(({ name }) => names.includes(name));
  for (const path of new Set(wanted.map((one) => one.path))) {
    const own = wanted.filter((one) => one.path === path);
    const places = own.map(({ at }) => at);
    const lookups = await readLookups(db, path, places, job);
    for (const [i, { name }] of own.entries()) found.set(name, lookups[i]!);
  }
  return found;
};

/** By source of the other tables of these joins: its joining column, and whose a key is. */
const readOwnersOf = async <Owners>(
  db: Sqlite,
  paths: readonly JoinPath[],
  job: Pick<JobContext, 'signal'>,
  toOwners: (column: { sql: string; name: string }, ownersOf: (key: SqlValue) => readonly number[]) => Owners,
): Promise<ReadonlyMap<number, Owners>> => {
  const found = new Map<number, Owners>();
  for (const path of paths) {
    const owners = await readOwners(db, path, job);
    const ownersOf = (value: SqlValue): readonly number[] => {
      const key = joinKey(path.form, value);
      return (key === null ? undefined : owners.get(key)) ?? [];
    };
    for (const { source, place } of placesOf(path.other))
      found.set(source.id, toOwners({ sql: source.sqlColumns[place]!, name: source.columns[place]!.name }, ownersOf));
  }
  return found;
};

/** Whose the rows of customer tables are that are joined by something else than the customer's number. */
export const readFactOwners = (
  db: Sqlite,
  { joins }: ColumnsAtHand,
  job: Pick<JobContext, 'signal'>,
): Promise<ReadonlyMap<number, FactOwners>> =>
  readOwnersOf(db, joins.facts, job, ({ sql }, ownersOf) => ({ sql, ownersOf }));

/** The same of events: each is of one customer, or of nobody where several have its key. */
export const readEventOwners = (
  db: Sqlite,
  { joins }: ColumnsAtHand,
  job: Pick<JobContext, 'signal'>,
): Promise<ReadonlyMap<number, RowOwners>> =>
  readOwnersOf(db, joins.events, job, ({ name }, ownersOf) => ({
    column: name,
    ownerOf: (key) => {
      const owners = ownersOf(key);
      return owners.length === 1 ? owners[0]! : null;
    },
  }));
