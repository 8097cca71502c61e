import { replacedBit } from '../../../shared/model/source.ts';
import { quoteName, rowSpans } from '../../store/repositories/source-rows.ts';
import type { StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';

/** Cells a statement, so that none runs for more than a few dozen milliseconds. */
const cellsAtOnce = 60_000;

/** Columns of ours that stand before the file's own in every row that is read. */
export const own = { row: 0, customer: 1, order: 2, day: 3, amount: 4, aside: 5, first: 6 } as const;
const ownNames = '_row, _customer, _order, _day, _amount, _aside';

export type Row = readonly (string | number | null)[];

/**
 * Rows of a source in the order of the file, a range at a time, without those whose place a newer file has taken.
 * @param columns of the file, in the order wanted; they follow our own (`own.first`)
 * @returns each range's rows, and how much of the source has been read (0 to 1)
 */
export function* rowsInSteps(
  db: Sqlite,
  source: Pick<StoredSource, 'table' | 'sqlColumns'>,
  columns: readonly number[],
): Generator<{ rows: Row[]; done: number }> {
  const names = columns.map((at) => `, ${quoteName(source.sqlColumns[at]!)}`).join('');
  const read = db.prepareRaw<(string | number | null)[]>(
    `SELECT ${ownNames}${names} FROM ${quoteName(source.table)} WHERE _row BETWEEN ? AND ? AND _aside & ${replacedBit} = 0 ORDER BY _row`,
  );
  const step = Math.max(10, Math.floor(cellsAtOnce / (columns.length + own.first)));
  for (const { from, to, done } of rowSpans(db, source.table, step)) yield { rows: read.all(from, to), done };
}
