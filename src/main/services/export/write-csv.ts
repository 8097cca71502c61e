import { type Cell, cellText, csvLine } from '../../../shared/table/csv-line.ts';
import { writeText } from './write-text.ts';

function* linesOf(header: readonly string[], rows: Iterable<readonly Cell[]>): Generator<string> {
  yield csvLine(header.map(cellText));
  for (const row of rows) yield csvLine(row.map(cellText));
}

/**
 * Writes a table as CSV (RFC 4180): commas, CRLF, UTF-8, with a byte-order mark only where there are letters beyond ASCII
 * (see `writeText`). Text that a spreadsheet program would run as a formula is kept from it (see `cellText`), headers
 * included; null is an empty cell. The same rows give the same bytes.
 * @throws whatever `rows` throws, and system errors such as ENOSPC
 */
export const writeCsv = (path: string, header: readonly string[], rows: Iterable<readonly Cell[]>): Promise<void> =>
  writeText(path, linesOf(header, rows));
