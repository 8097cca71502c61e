import { quoteName } from '../../store/repositories/source-rows.ts';
import type { StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';

/** The first row of each of these customers in a source; needs the index on customers. */
export const rowsOfCustomers = (db: Sqlite, source: StoredSource, ids: readonly number[]): number[] => {
  const read = db.prepareRaw<[number | null]>(`SELECT min(_row) FROM ${quoteName(source.table)} WHERE _customer = ?`);
  return ids.flatMap((id) => read.get(id)?.[0] ?? []);
};
