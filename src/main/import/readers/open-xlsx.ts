import { setImmediate } from 'node:timers/promises';
import type { RawTable } from '../raw-table.ts';
import type { ReadOptions } from '../types.ts';
import { type FileIdentity, throwIfAborted } from './file-bytes.ts';
import { isBlankRow, type SampleRow } from './find-header.ts';
import { readXml } from './read-xml.ts';
import { headRows, type SheetHead, sheetTables } from './sheet-tables.ts';
import { createTextTable, type TextTable } from './text-table.ts';
import { withSource } from './with-source.ts';
import { readBook, type XlsxBook, type XlsxSheet } from './xlsx-book.ts';
import { createRowReader } from './xlsx-rows.ts';
import { readStrings } from './xlsx-strings.ts';
import { type ByteSource, readZipDirectory, readZipEntry } from './zip.ts';

/** The texts of a book, read once for as long as somebody holds them, and again when memory was needed elsewhere. */
interface SharedStrings {
  read(source: ByteSource, signal: AbortSignal | undefined, onBytes: (bytes: number) => void): Promise<TextTable>;
}

const shareStrings = (book: XlsxBook): SharedStrings => {
  let kept: WeakRef<TextTable> | null = null;
  return {
    read: async (source, signal, onBytes) => {
      if (!book.strings) return createTextTable();
      const strings = kept?.deref() ?? (await readStrings(source, book.strings, signal, onBytes));
      kept = new WeakRef(strings);
      return strings;
    },
  };
};

/** Rows of a sheet that hold anything, some hundred at a time. */
async function* readSheet(
  source: ByteSource,
  book: XlsxBook,
  sheet: XlsxSheet,
  strings: TextTable,
  signal: AbortSignal | undefined,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<SampleRow[]> {
  const reader = createRowReader({ file: source.file, strings, styles: book.styles, is1904: book.is1904 });
  for await (const _ of readXml(readZipEntry(source, sheet.entry, signal, onBytes), source.file, reader.handler)) {
    const rows = reader.take().filter((row) => !isBlankRow(row.cells));
    if (rows.length > 0) yield rows;
    else await setImmediate();
    throwIfAborted(signal);
  }
}

/** All rows of one sheet, in a source that is opened for it. */
async function* readAgain(
  source: ByteSource,
  book: XlsxBook,
  sheet: XlsxSheet,
  shared: SharedStrings,
  { signal, onProgress }: ReadOptions,
): AsyncGenerator<SampleRow[]> {
  const stringBytes = book.strings?.packedBytes ?? 0;
  const allBytes = stringBytes + sheet.entry.packedBytes;
  const strings = await shared.read(source, signal, (bytes) => onProgress?.(bytes / allBytes));
  const onBytes = (bytes: number) => onProgress?.((stringBytes + bytes) / allBytes);
  yield* readSheet(source, book, sheet, strings, signal, onBytes);
}

/**
 * Opens an XLSX file: one table for every visible sheet with rows, in the order of the tabs. The parts are read in the
 * order they are needed in. ExcelJS's streaming reader takes them in the order of the file instead: it then writes
 * sheets unprotected to the temporary folder, misses dates that formulas give, and breaks characters across its chunks.
 * @throws AppError `fileEmpty`, `fileHeaderOnly`, `fileDamaged`, `fileTooLarge`, `cancelled`
 */
export const openXlsx = async (identity: FileIdentity, gzip: boolean, options: ReadOptions): Promise<RawTable[]> => {
  const { signal } = options;
  const heads: SheetHead[] = [];
  const sheets = withSource(identity, gzip, signal, async function* (source) {
    const book = await readBook(source, await readZipDirectory(source), signal);
    const shared = shareStrings(book);
    const strings = await shared.read(source, signal, () => {});
    for (const sheet of book.sheets) {
      const rows: SampleRow[] = [];
      for await (const found of readSheet(source, book, sheet, strings, signal)) {
        rows.push(...found);
        if (rows.length >= headRows) break;
      }
      yield { book, shared, sheet, rows: rows.slice(0, headRows) };
    }
  });
  for await (const { book, shared, sheet, rows } of sheets)
    heads.push({
      name: sheet.name,
      rows,
      read: (readOptions) =>
        withSource(identity, gzip, readOptions.signal, (source) => readAgain(source, book, sheet, shared, readOptions)),
    });
  const tables = sheetTables(identity, heads);
  options.onProgress?.(1);
  return tables;
};
