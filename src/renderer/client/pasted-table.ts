import { importFiles } from './import-files.ts';
import { currentStep } from './import-flow.ts';
import { t } from './words.ts';

/** A cell as text beside tabs: in quotation marks where it holds what would end it. */
const quoteCell = (text: string): string => (/["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const cellText = (cell: HTMLTableCellElement): string => {
  const copy = cell.cloneNode(true) as HTMLTableCellElement;
  for (const end of copy.querySelectorAll('br')) end.replaceWith('\n');
  return (copy.textContent ?? '').replace(/\u00a0/g, ' ').trim();
};

/** The first table of a piece of a web page, its merged cells empty but for their first. */
const tableOfHtml = (html: string): string | null => {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (table === null || table.rows.length < 2) return null;
  const rows = [...table.rows].map((row) =>
    [...row.cells]
      .flatMap((cell) => [
        quoteCell(cellText(cell)),
        ...Array.from({ length: Math.min(cell.colSpan, 2000) - 1 }, () => ''),
      ])
      .join('\t'),
  );
  return `${rows.join('\n')}\n`;
};

const hasRows = (text: string): boolean => text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '').length > 1;

/**
 * The table on the clipboard, as text beside tabs; null where there is none. Spreadsheet programs put one there twice,
 * as text and as a piece of a web page; web pages often only the latter properly.
 */
export const pastedTable = (data: Pick<DataTransfer, 'getData'>): string | null => {
  const text = data.getData('text/plain');
  if (text.includes('\t') && hasRows(text)) return text;
  const html = data.getData('text/html');
  const table = html === '' ? null : tableOfHtml(html);
  if (table !== null) return table;
  return hasRows(text) && /[,;|]/.test(text) ? text : null;
};

/** Reads the files or the table on the clipboard, if there are any; false where there are none. */
export const importPasted = (data: DataTransfer): boolean => {
  // A question about files that were read already is not swept away by a slip of the hand.
  if (!['idle', 'failed'].includes(currentStep().at)) return false;
  const table = pastedTable(data);
  if (table !== null) void importFiles([new File([table], t('paste.name'), { type: 'text/tab-separated-values' })]);
  else if (data.files.length > 0) void importFiles([...data.files]);
  else return false;
  return true;
};
