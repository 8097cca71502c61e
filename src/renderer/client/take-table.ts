import { calendarDay } from '../../shared/table/calendar-day.ts';
import { cellText, csvLine } from '../../shared/table/csv-line.ts';
import { fileTitle } from '../../shared/table/file-title.ts';
import { htmlTable, type PlainTable, tabbedText } from '../../shared/table/table-text.ts';
import { api } from './api.ts';
import { copyTexts } from './clipboard.ts';
import { handOver } from './exports.ts';
import { startJob } from './jobs.ts';
import { notifyError } from './notify.ts';
import { saveBytes } from './save-bytes.ts';
import { toAppError } from './to-app-error.ts';
import { locale, t } from './words.ts';

export type TableFormat = 'csv' | 'xlsx';

/** A number as a spreadsheet of the person’s locale reads it from the clipboard: all its digits, no marks between them. */
const pasted = new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 12 });

/** What a file of the page is called: of which project, what it shows, and the day. */
export const fileNameOf = (title: string, project: string | null, extension: string): string =>
  `${fileTitle([project, title].filter(Boolean).join(' '), calendarDay(new Date()))}.${extension}`;

/** Excel takes a file without this mark for one of the system’s old code page. */
const byteOrderMark = '\uFEFF';

const csvBytes = ({ header, rows }: PlainTable): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    `${byteOrderMark}${[header, ...rows].map((cells) => `${csvLine(cells.map(cellText))}\r\n`).join('')}`,
  );

/** Puts a table on the clipboard; `make` may fetch what was not loaded yet. */
export const copyTable = (make: () => Promise<PlainTable> | PlainTable, rows: number): Promise<void> =>
  copyTexts(
    Promise.resolve(make()).then((table) => ({
      plain: tabbedText(table, pasted.format),
      html: htmlTable(table, pasted.format),
    })),
    t('taking.table.copied', { rows: t('data.source.rows', { rows }) }),
  );

/** Saves a table as a file of its own; errors are shown. */
export const saveTable = async (
  title: string,
  project: string | null,
  table: PlainTable,
  as: TableFormat,
): Promise<void> => {
  try {
    if (as === 'csv') await saveBytes(fileNameOf(title, project, 'csv'), 'text/csv;charset=utf-8', csvBytes(table));
    else {
      const { header, rows } = table;
      const input = { title, header: [...header], rows: rows.map((cells) => [...cells]) };
      await handOver(await startJob(t('app.export.job', { what: title }), () => api.export.workbook(input)));
    }
  } catch (error) {
    notifyError(toAppError(error));
  }
};
