import { setImmediate } from 'node:timers/promises';
import { AppError } from '../../../shared/errors.ts';
import type { RawBatch, RawTable } from '../raw-table.ts';
import type { ReadOptions } from '../types.ts';
import { createRowGatherer } from './batch-rows.ts';
import { type FileIdentity, throwIfAborted } from './file-bytes.ts';
import { findHeader, type Header, isBlankRow, type SampleRow } from './find-header.ts';
import { findOutsideRules } from './outside-rows.ts';
import { readXml } from './read-xml.ts';
import { headerEvidence } from './reading-evidence.ts';
import { createTextTable, type TextTable } from './text-table.ts';
import { withSource } from './with-source.ts';
import { readBook, type XlsxBook, type XlsxSheet } from './xlsx-book.ts';
import { createRowReader } from './xlsx-rows.ts';
import { readStrings } from './xlsx-strings.ts';
import { type ByteSource, readZipDirectory, readZipEntry } from './zip.ts';

/** Rows in which the header is looked for. */
const headRows = 200;

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

async function* readBatches(
  source: ByteSource,
  book: XlsxBook,
  sheet: XlsxSheet,
  shared: SharedStrings,
  header: Header,
  { signal, onProgress }: ReadOptions,
): AsyncGenerator<RawBatch> {
  const stringBytes = book.strings?.packedBytes ?? 0;
  const allBytes = stringBytes + sheet.entry.packedBytes;
  const strings = await shared.read(source, signal, (bytes) => onProgress?.(bytes / allBytes));
  const gatherer = createRowGatherer(header.names.length);
  let found = 0;
  const onBytes = (bytes: number) => onProgress?.((stringBytes + bytes) / allBytes);
  for await (const rows of readSheet(source, book, sheet, strings, signal, onBytes))
    for (const row of rows) {
      if (row.number <= header.row) continue;
      gatherer.add(row.number, row.cells);
      found++;
      if (!gatherer.isFull()) continue;
      yield gatherer.take();
      // Lets the thread hear that it is cancelled.
      await setImmediate();
      throwIfAborted(signal);
    }
  if (gatherer.size > 0) yield gatherer.take();
  if (found === 0) throw new AppError('fileHeaderOnly', { file: source.file, sheet: sheet.name });
  onProgress?.(1);
}

/**
 * Opens an XLSX file: one table for every visible sheet with rows, in the order of the tabs. The parts are read in the
 * order they are needed in. ExcelJS's streaming reader takes them in the order of the file instead: it then writes
 * sheets unprotected to the temporary folder, misses dates that formulas give, and breaks characters across its chunks.
 * @throws AppError `fileEmpty`, `fileHeaderOnly`, `fileDamaged`, `fileTooLarge`, `cancelled`
 */
export const openXlsx = async (identity: FileIdentity, gzip: boolean, options: ReadOptions): Promise<RawTable[]> => {
  const { file } = identity;
  const { signal } = options;
  const tables: RawTable[] = [];
  let headerOnly: string | null = null;
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
      if (rows.length > 0) yield { book, shared, sheet, rows: rows.slice(0, headRows) };
    }
  });
  for await (const { book, shared, sheet, rows } of sheets) {
    const header = findHeader(rows, false);
    if (rows.at(-1)!.number === header.row) {
      headerOnly ??= sheet.name;
      continue;
    }
    tables.push({
      ...identity,
      sheet: sheet.name,
      encoding: 'utf-8',
      delimiter: null,
      headerRow: header.row,
      header: header.names,
      evidence: [headerEvidence(header.row, rows)],
      outside: findOutsideRules(
        rows.find(({ number }) => number === header.row)?.cells ?? [],
        rows.filter(({ number }) => number > header.row),
      ),
      rows: (readOptions) =>
        withSource(identity, gzip, readOptions.signal, (source) =>
          readBatches(source, book, sheet, shared, header, readOptions),
        ),
    });
  }
  if (tables.length === 0 && headerOnly !== null) throw new AppError('fileHeaderOnly', { file, sheet: headerOnly });
  if (tables.length === 0) throw new AppError('fileEmpty', { file });
  options.onProgress?.(1);
  return tables;
};
