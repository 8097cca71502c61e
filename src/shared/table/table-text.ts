import { type Cell, cellText } from './csv-line.ts';

/** A table as people carry it away: headings, then rows. */
export interface PlainTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A line end or a tab inside a cell would begin another one. */
const oneLine = (text: string): string => text.replaceAll(/[\t\r\n]+/g, ' ');

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * Separated by tabs, as spreadsheet programs take it from the clipboard; what they would run as a formula is kept from
 * it, as in files (see `cellText`). Numbers have the decimal mark of the person’s locale, because a paste is read so.
 */
export const tabbedText = ({ header, rows }: PlainTable, numberText: (value: number) => string): string => {
  const text = (cell: Cell): string => (typeof cell === 'number' ? numberText(cell) : oneLine(cellText(cell)));
  return [header, ...rows].map((cells) => cells.map(text).join('\t')).join('\r\n');
};

/** The same as a table of HTML. */
export const htmlTable = ({ header, rows }: PlainTable, numberText: (value: number) => string): string => {
  const text = (cell: Cell): string => escapeHtml(typeof cell === 'number' ? numberText(cell) : cellText(cell));
  const row = (cells: readonly Cell[], tag: 'th' | 'td') =>
    `<tr>${cells.map((cell) => `<${tag}>${text(cell)}</${tag}>`).join('')}</tr>`;
  return `<meta charset="utf-8"><table>${row(header, 'th')}${rows.map((cells) => row(cells, 'td')).join('')}</table>`;
};
