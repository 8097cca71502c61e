import { replacedBit } from '../../../shared/model/source.ts';
import { quoteName, rowSpans } from '../../store/repositories/source-rows.ts';
import type { StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite, SqlValue } from '../../store/sqlite.ts';
import type { JobContext } from '../services.ts';
import { breathe } from '../session.ts';
import type { ProjectTable } from './join-tables.ts';

/** Cells a statement, so that none runs for more than a few dozen milliseconds. */
const cellsAtOnce = 40_000;

/** Text of cells that do not fit their column's type, by row; most columns have none. */
const oddTexts = (db: Sqlite, source: StoredSource, place: number) => {
  if (source.columns[place]!.odd === 0) return () => null;
  const read = db.prepareRaw<[number, string]>(
    'SELECT row, text FROM source_original WHERE source_id = ? AND "column" = ? AND row BETWEEN ? AND ?',
  );
  return (from: number, to: number) => new Map(read.all(source.id, place, from, to));
};

/** A row number, its customer, and the values of the columns asked for, null where there is none. */
export type KeyRow = readonly [row: number, customer: number | null, ...values: SqlValue[]];

/**
 * Rows of a table, all its files one after another, a range of rows at a time, without those that a newer file replaced.
 * Cells that do not fit their type are read as written. O(cells).
 * @param columns of the table, in the order wanted
 * @throws AppError `cancelled`
 */
export async function* readKeys(
  db: Sqlite,
  table: ProjectTable,
  columns: readonly number[],
  job: Pick<JobContext, 'signal'>,
): AsyncGenerator<{ readonly sourceId: number; readonly rows: readonly KeyRow[]; readonly done: number }> {
  let before = 0;
  for (const [i, source] of table.members.entries()) {
    const places = columns.map((at) => table.places[i]![at]!);
    const names = places.map((place) => (place < 0 ? ', NULL' : `, ${quoteName(source.sqlColumns[place]!)}`)).join('');
    const read = db.prepareRaw<[number, number | null, ...SqlValue[]]>(
      `SELECT _row, _customer${names} FROM ${quoteName(source.table)}
       WHERE _row BETWEEN ? AND ? AND _aside & ${replacedBit} = 0 ORDER BY _row`,
    );
    const odd = places.map((place) => (place < 0 ? () => null : oddTexts(db, source, place)));
    const step = Math.max(50, Math.floor(cellsAtOnce / (columns.length + 2)));
    for (const { from, to, done } of rowSpans(db, source.table, step)) {
      const rows = read.all(from, to);
      odd.forEach((texts, column) => {
        const known = texts(from, to);
        if (known !== null && known.size > 0) for (const row of rows) row[2 + column] ??= known.get(row[0]) ?? null;
      });
      yield { sourceId: source.id, rows, done: (before + done * source.rows) / Math.max(1, table.rows) };
      await breathe(job);
    }
    before += source.rows;
  }
}

/** A cell as keys are compared; null where it is empty. */
export const keyText = (value: SqlValue | undefined): string | null =>
  value === null || value === undefined || value === '' ? null : String(value);
