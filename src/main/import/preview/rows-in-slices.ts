import { setImmediate } from 'node:timers/promises';
import { AppError } from '../../../shared/errors.ts';
import type { RawBatch, RawTable } from '../raw-table.ts';
import type { ReadOptions } from '../types.ts';

/** Cells looked at in one go: some dozen milliseconds, so that cancelling is felt at once. */
const cellsAtOnce = 50_000;

export const throwIfCancelled = ({ signal }: ReadOptions): void => {
  if (signal?.aborted) throw new AppError('cancelled');
};

/**
 * The rows of a table in batches small enough to be worked on in one go.
 * @throws AppError `cancelled`, and what reading meets
 */
export async function* rowsInSlices(table: RawTable, options: ReadOptions): AsyncGenerator<RawBatch> {
  const most = Math.max(1, Math.floor(cellsAtOnce / Math.max(1, table.header.length)));
  for await (const batch of table.rows(options)) {
    throwIfCancelled(options);
    if (batch.rows.length <= most) {
      yield batch;
      continue;
    }
    for (let from = 0; from < batch.rows.length; from += most) {
      yield { rowNumbers: batch.rowNumbers.slice(from, from + most), rows: batch.rows.slice(from, from + most) };
      await setImmediate();
      throwIfCancelled(options);
    }
  }
  throwIfCancelled(options);
}
