import { AppError } from '../../shared/errors.ts';
import { csvLine } from '../../shared/table/csv-line.ts';
import { writeCell } from '../import/write-cell.ts';
import { correctedCells } from '../store/repositories/corrections.ts';
import { quoteName, rowSpans } from '../store/repositories/source-rows.ts';
import { listSources, type StoredSource } from '../store/repositories/sources.ts';
import type { Sqlite } from '../store/sqlite.ts';
import { writeText } from './export/write-text.ts';
import type { JobContext } from './services.ts';

/** Cells a statement, so that none runs for more than a few dozen milliseconds. */
const cellsAtOnce = 100_000;

/** @throws AppError `notFound`; `badInput` where there are several and nobody says which */
const chosenSource = (db: Sqlite, id: number | undefined): StoredSource => {
  const sources = listSources(db);
  if (id === undefined && sources.length > 1) {
    const names = sources.map((source) => `${source.id} (${source.name})`).join(', ');
    throw new AppError('badInput', {
      method: 'export.table',
      problem: `the project has several tables; say which one to write: ${names}`,
    });
  }
  const chosen = id === undefined ? sources[0] : sources.find((source) => source.id === id);
  if (chosen === undefined) throw new AppError('notFound', { what: 'table', id: id ?? null });
  return chosen;
};

/** Aligned columns know no quoting, and their cells have no space in them. */
const lineOf = (cells: readonly string[], delimiter: string | null): string =>
  delimiter === 'whitespace' ? cells.join(' ').trimEnd() : csvLine(cells, delimiter ?? ',');

/** Rows in file order, read in ranges, each with the text of its cells; the header first where there is one. */
function* originalRows(
  db: Sqlite,
  source: StoredSource,
  job: JobContext,
): Generator<{ readonly row: number; readonly cells: readonly string[] }> {
  const { columns, table } = source;
  if (source.headerRow > 0) yield { row: source.headerRow, cells: columns.map(({ name }) => name) };
  const names = ['_row', ...source.sqlColumns.map(quoteName)].join(', ');
  const read = db.prepareRaw<[number, ...(string | number | null)[]]>(
    `SELECT ${names} FROM ${quoteName(table)} WHERE _row BETWEEN ? AND ? ORDER BY _row`,
  );
  const originals = db.prepareRaw<[number, number, string]>(
    'SELECT row, "column", text FROM source_original WHERE source_id = ? AND row BETWEEN ? AND ?',
  );
  const corrected = correctedCells(db, source.id);
  const rowsAtOnce = Math.max(20, Math.floor(cellsAtOnce / (columns.length + 1)));
  for (const { from, to, done } of rowSpans(db, table, rowsAtOnce)) {
    const written = new Map<number, string[]>();
    for (const [row, ...values] of read.all(from, to))
      written.set(
        row,
        values.map((value, i) => writeCell(value, columns[i]!)),
      );
    // What somebody corrected is written as the file had it.
    for (const [row, column, before] of corrected(from, to)) {
      const cells = written.get(row);
      if (cells !== undefined) cells[column] = writeCell(before, columns[column]!);
    }
    for (const [row, column, text] of originals.all(source.id, from, to)) {
      const cells = written.get(row);
      if (cells !== undefined) cells[column] = text;
    }
    for (const [row, cells] of written) {
      if (job.signal.aborted) throw new AppError('cancelled');
      yield { row, cells };
    }
    job.progress('writing', done);
  }
}

function* originalLines(db: Sqlite, source: StoredSource, job: JobContext): Generator<string> {
  for (const { cells } of originalRows(db, source, job)) yield lineOf(cells, source.delimiter);
}

/** The n-th line is the n-th row of the file; lines that the table does not hold are blank. */
function* numberedLines(db: Sqlite, source: StoredSource, job: JobContext): Generator<string> {
  let next = 1;
  for (const { row, cells } of originalRows(db, source, job)) {
    for (; next < row; next += 1) yield '';
    yield csvLine(cells, ',');
    next += 1;
  }
}

/**
 * Writes a source so that it can be read again as the same rows under the same numbers.
 * @throws AppError `cancelled`; system errors such as ENOSPC
 */
export const writeNumberedRows = (db: Sqlite, source: StoredSource, path: string, job: JobContext): Promise<void> =>
  writeText(path, numberedLines(db, source, job));

/**
 * Writes a source as its file had it: the same header, every cell's own text, its delimiter (a comma for a sheet of a
 * workbook), set-aside lines included and nothing kept from running as a formula. What a table does not hold is not
 * brought back: quotes that no cell needed, blank lines, the encoding (it is UTF-8 now) and text above the header.
 * @param sourceId may be left out where the project has one source
 * @throws AppError `notFound`, `badInput`, `cancelled`; system errors such as ENOSPC
 */
export const writeOriginalRows = (
  db: Sqlite,
  sourceId: number | undefined,
  path: string,
  job: JobContext,
): Promise<void> => writeText(path, originalLines(db, chosenSource(db, sourceId), job));
