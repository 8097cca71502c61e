import type { SampledTable } from '../../../shared/engine/join/join-tables.ts';
import { createKeySampler } from '../../../shared/engine/join/sample-keys.ts';
import type { Column } from '../../../shared/model/column.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import type { JobContext } from '../services.ts';
import { type ProjectTable, tableName } from './join-tables.ts';
import { keyText, readKeys } from './read-keys.ts';

/** Different values of a column that are compared; of more, those with the smallest hashes. */
const valuesAtMost = 50_000;

const measuredTypes = ['date', 'timestamp', 'decimal', 'boolean'];
const measuredRoles = ['date', 'quantity', 'price', 'amount', 'consent'];

/** Whether a column's values may name something in another table at all. */
const mayName = ({ type, role, distinct }: Column): boolean =>
  distinct > 1 && !measuredTypes.includes(type) && !measuredRoles.includes(role);

/** A table's columns that may name something, and their samples. */
export interface SampledColumns {
  readonly sampled: SampledTable;
  /** Of the table's columns, for each sample. */
  readonly places: readonly number[];
}

/**
 * Reads the columns of a table that may join it, in pages; memory by different values. O(cells of those columns).
 * @throws AppError `cancelled`
 */
export const sampleColumns = async (
  db: Sqlite,
  table: ProjectTable,
  job: Pick<JobContext, 'signal'>,
  onProgress: (fraction: number) => void,
): Promise<SampledColumns> => {
  const places = table.columns.flatMap((column, at) => (mayName(column) ? [at] : []));
  const samplers = places.map(() => createKeySampler(valuesAtMost));
  for await (const { rows, done } of readKeys(db, table, places, job)) {
    for (const row of rows) for (const [i, sampler] of samplers.entries()) sampler.add(keyText(row[2 + i]));
    onProgress(done);
  }
  const columns = places.map((at, i) => {
    const { name, role } = table.columns[at]!;
    return { name, role, sample: samplers[i]!.finish() };
  });
  return { sampled: { name: tableName(table), columns }, places };
};
