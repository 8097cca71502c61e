import { AppError } from '../../../shared/errors.ts';
import type { CustomerLines } from '../../../shared/model/customer.ts';
import { activeMask, keptReasons } from '../../store/repositories/rules.ts';
import { quoteName } from '../../store/repositories/source-rows.ts';
import { listSources } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { isCounted } from '../counted-lines.ts';
import { readPage } from '../rows/read-page.ts';

/** An order of more lines is looked at under Data. */
const mostLines = 500;

interface OrderOfCustomer {
  readonly customerId: number;
  readonly sourceId: number;
  /** Of the order, within its table. */
  readonly number: number;
}

/**
 * The lines of one of a customer's orders that count, as they stand in their file. O(the customer's lines)
 * @throws AppError `notFound` for a table that is not there
 */
export const orderLines = (db: Sqlite, { customerId, sourceId, number }: OrderOfCustomer): CustomerLines => {
  const source = listSources(db).find(({ id }) => id === sourceId);
  if (source === undefined) throw new AppError('notFound', { what: 'table', id: sourceId });
  const kept = keptReasons(db);
  const numbers = db
    .preparePluck<number>(
      `SELECT _row FROM ${quoteName(source.table)} WHERE _customer = ? AND _order = ? AND ${isCounted(activeMask(kept))} ORDER BY _row`,
    )
    .all(customerId, number);
  const page = readPage(db, source, numbers.slice(0, mostLines), kept);
  return {
    source: { id: source.id, name: source.name, file: source.file, sheet: source.sheet },
    columns: source.columns.map(({ name, type, role }) => ({ name, type, role })),
    rows: page.rows.map((cells, at) => ({ row: page.numbers[at]!, cells })),
    more: Math.max(0, numbers.length - mostLines),
  };
};
