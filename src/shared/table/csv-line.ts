/** What stands in one cell of a table on its way into a file. */
export type Cell = string | number | null;

/** Rows of a table that the page may hand over whole; a larger one is written as CSV, line by line. */
export const mostCellRows = 20_000;

/** Rows of a sheet that Excel takes, the heading among them. */
export const mostSheetRows = 1_048_576;

/** Quotes a cell where RFC 4180 asks for it. */
const quoteCell = (text: string, delimiter: string): string =>
  text.includes('"') || text.includes(delimiter) || text.includes('\n') || text.includes('\r')
    ? `"${text.replaceAll('"', '""')}"`
    : text;

/** One record without its line end. A record of one empty cell is quoted: an empty line is no record. */
export const csvLine = (cells: readonly string[], delimiter = ','): string =>
  cells.map((cell) => quoteCell(cell, delimiter)).join(delimiter) || '""';

/**
 * Text that a spreadsheet program may take for a formula when it opens a CSV file: what begins with `=`, `+`, `-`, `@`, a
 * tab or a line end, unless it is a number. The wide forms are taken for the plain ones by some versions.
 */
const formula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u;
/** A sign, digits with their marks, maybe a percent sign: nothing in it can be called. A sign alone is only a dash. */
const signedNumber = /^[+-](?:\d[\d.,'’ \u00a0\u202f]*(?:[eE][+-]?\d+)?(?: ?%)?)?$/u;

/**
 * The text of a cell. Text that would run as a formula gets an apostrophe before it, as OWASP advises against CSV
 * injection (https://owasp.org/www-community/attacks/CSV_Injection): names come from files that anybody may have written
 * into. Numbers are never touched; they have a point and no thousands marks.
 */
export const cellText = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return formula.test(cell) && !signedNumber.test(cell) ? `'${cell}` : cell;
};
