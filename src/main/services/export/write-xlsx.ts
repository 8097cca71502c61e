import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import ExcelJS from 'exceljs';
import { type Cell, mostSheetRows } from '../../../shared/table/csv-line.ts';
import { setZipDates } from './set-zip-dates.ts';

/** Excel's own limit. */
const longestText = 32_767;

/** Rows that a column's width is taken from, and rows between two looks at the disk and at a cancel. */
const rowsForWidths = 200;
const rowsAtOnce = 256;
/** Bytes that may wait for the compressor. */
const mostWaiting = 1 << 20;

/** What the streaming writer has and its types do not say. */
interface Inside {
  readonly zip: { abort(): void };
}
interface SheetInside {
  readonly stream: { readonly pipes: readonly Writable[] };
}

const widthOf = (texts: readonly string[]): number =>
  Math.min(48, Math.max(8, ...texts.map((text) => text.length + 2)));

const shown = (cell: Cell | undefined): string =>
  typeof cell === 'number' ? String(Math.round(cell * 100) / 100) : (cell ?? '');

const columnLetters = (column: number): string => {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
};

/** Writes sheets one after another; where one is full the next goes on under the same header. */
function* sheetsOf(rows: Iterable<readonly Cell[]>, most: number): Generator<Iterable<readonly Cell[]>> {
  const source = rows[Symbol.iterator]();
  let next = source.next();
  try {
    do {
      yield (function* () {
        for (let count = 1; count < most && !next.done; count += 1) {
          yield next.value;
          next = source.next();
        }
      })();
    } while (!next.done);
  } finally {
    source.return?.();
  }
}

export interface XlsxOptions {
  /** Rows a sheet, header included; Excel takes no more than 1,048,576. */
  readonly rowsPerSheet?: number;
}

/**
 * Writes a table as an Excel workbook, streamed: numbers as numbers, text as text (never as a formula, whatever it begins
 * with), the header bold and always in view, a filter on every column, widths after the first rows. Text longer than
 * Excel takes is cut. No clock in it: the same rows give the same bytes.
 * @throws whatever `rows` throws, and system errors such as ENOSPC
 */
export const writeXlsx = async (
  path: string,
  sheetName: string,
  header: readonly string[],
  rows: Iterable<readonly Cell[]>,
  { rowsPerSheet = mostSheetRows }: XlsxOptions = {},
): Promise<void> => {
  const file = createWriteStream(path);
  const failed = new Promise<never>((_, reject) => file.on('error', reject));
  failed.catch(() => undefined);
  let problem: Error | null = null;
  file.on('error', (error) => {
    problem ??= error;
  });
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: file, useStyles: true, useSharedStrings: false });
  Object.assign(book, { creator: 'Tessera', lastModifiedBy: 'Tessera', created: undefined, modified: undefined });

  const writeSheet = async (name: string, lines: Iterable<readonly Cell[]>): Promise<void> => {
    const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    const { stream } = sheet as unknown as SheetInside;
    let count = 1;
    const add = (cells: readonly Cell[], bold = false): void => {
      const row = sheet.addRow(cells.map((cell) => (typeof cell === 'string' ? cell.slice(0, longestText) : cell)));
      if (bold) row.font = { bold: true };
      row.commit();
    };
    const begin = (first: readonly (readonly Cell[])[]): void => {
      sheet.columns = header.map((title, i) => ({ width: widthOf([title, ...first.map((row) => shown(row[i]))]) }));
      add(header, true);
      for (const row of first) add(row);
    };
    let first: (readonly Cell[])[] | null = [];
    for (const row of lines) {
      count += 1;
      if (first === null) add(row);
      else if (first.push(row) === rowsForWidths) {
        begin(first);
        first = null;
      }
      if (count % rowsAtOnce !== 0) continue;
      do {
        await setImmediate();
        if (problem !== null) throw problem;
      } while (stream.pipes.some((pipe) => pipe.writableLength > mostWaiting));
    }
    if (first !== null) begin(first);
    sheet.autoFilter = `A1:${columnLetters(header.length)}${count}`;
    sheet.commit();
  };

  try {
    let sheets = 0;
    for (const lines of sheetsOf(rows, rowsPerSheet)) {
      sheets += 1;
      await writeSheet(sheets === 1 ? sheetName : `${sheetName} ${sheets}`, lines);
    }
    await Promise.race([book.commit(), failed]);
  } catch (error) {
    (book as unknown as Inside).zip.abort();
    file.destroy();
    if (!file.closed) await once(file, 'close').catch(() => undefined);
    throw error;
  }
  await setZipDates(path);
};
