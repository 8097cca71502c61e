import { asideBit } from '../../shared/model/source.ts';
import { excludedCustomers } from '../store/repositories/exclusions.ts';
import { quoteName, rowSpans } from '../store/repositories/source-rows.ts';
import type { StoredSource } from '../store/repositories/sources.ts';
import type { Sqlite, SqlValue } from '../store/sqlite.ts';
import type { JobContext } from './services.ts';
import { breathe } from './session.ts';

/** Cells a statement, so that none runs for more than a few dozen milliseconds. */
const cellsAtOnce = 100_000;

/**
 * Goes through the rows of a table that have a customer who is not taken out, and that count, in the file's order.
 * @param sqlColumns what `onRow` gets, after the customer's id
 * @param mask bits of the rules that are on: rows with any of them do not count
 * @param ofCustomer false: also those without a customer of their own, of whom the id is null
 * @param further a condition that rows must meet as well; empty for none
 * @throws AppError `cancelled`
 */
export const eachCustomerRow = async (
  db: Sqlite,
  source: StoredSource,
  {
    sqlColumns,
    mask,
    further = '',
    ofCustomer = true,
  }: { sqlColumns: readonly string[]; mask: number; further?: string; ofCustomer?: boolean },
  job: Pick<JobContext, 'signal'>,
  onRow: (row: readonly [customer: number, ...cells: SqlValue[]]) => void,
): Promise<void> => {
  const excluded = excludedCustomers(db);
  const read = db.prepareRaw<[number, ...SqlValue[]]>(
    `SELECT ${['_customer', ...sqlColumns.map(quoteName)].join(', ')} FROM ${quoteName(source.table)}
     WHERE _row BETWEEN ? AND ? AND _aside & ${ofCustomer ? mask : mask & ~asideBit.noCustomer} = 0 ${ofCustomer ? 'AND _customer IS NOT NULL' : ''} ${further} ORDER BY _row`,
  );
  const rowsAtOnce = Math.max(50, Math.floor(cellsAtOnce / (sqlColumns.length + 1)));
  for (const { from, to } of rowSpans(db, source.table, rowsAtOnce)) {
    for (const row of read.all(from, to)) if (!excluded.has(row[0])) onRow(row);
    await breathe(job);
  }
};
