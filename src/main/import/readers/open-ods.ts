import { setImmediate } from 'node:timers/promises';
import { AppError } from '../../../shared/errors.ts';
import type { RawTable } from '../raw-table.ts';
import type { ReadOptions } from '../types.ts';
import { type FileIdentity, throwIfAborted } from './file-bytes.ts';
import { isBlankRow, type SampleRow } from './find-header.ts';
import { createOdsReader, type OdsPiece } from './ods-rows.ts';
import { readXml } from './read-xml.ts';
import { headRows, type SheetHead, sheetTables } from './sheet-tables.ts';
import { withSource } from './with-source.ts';
import { type ByteSource, readZipDirectory, readZipEntry, type ZipDirectory } from './zip.ts';

const megabyte = 1024 * 1024;
/** Tables stream by, and it takes minutes to read so much. */
const contentLimit = 2048 * megabyte;

/** Rows given at once. */
const mostRows = 1024;

/** Whether anything in the file is locked: its list of parts says so. */
const isLocked = async (source: ByteSource, zip: ZipDirectory, signal: AbortSignal | undefined): Promise<boolean> => {
  const entry = zip.get('meta-inf/manifest.xml');
  let locked = false;
  if (!entry) return locked;
  const handler = {
    wantsText: false,
    open: (name: string) => {
      if (name === 'encryption-data') locked = true;
    },
    close: () => {},
    text: () => {},
  };
  for await (const _ of readXml(readZipEntry(source, entry, signal), source.file, handler));
  return locked;
};

/** The contents as they stream by, a piece of a table at a time. */
async function* readPieces(source: ByteSource, { signal, onProgress }: ReadOptions): AsyncGenerator<OdsPiece> {
  const { file } = source;
  const zip = await readZipDirectory(source);
  const content = zip.get('content.xml');
  if ((await isLocked(source, zip, signal)) || zip.has('encrypted-package'))
    throw new AppError('fileUnreadable', { file, reason: 'it is locked with a password' });
  if (!content) throw new AppError('fileDamaged', { file, reason: 'its contents are missing' });
  if (content.bytes > contentLimit)
    throw new AppError('fileTooLarge', {
      file,
      megabytes: Math.round(content.bytes / megabyte),
      limitMegabytes: contentLimit / megabyte,
    });
  const reader = createOdsReader(file);
  const onBytes = (bytes: number) => onProgress?.(bytes / Math.max(1, content.packedBytes));
  for await (const _ of readXml(readZipEntry(source, content, signal, onBytes), file, reader.handler)) {
    yield* reader.take();
    // Lets the thread hear that it is cancelled.
    await setImmediate();
    throwIfAborted(signal);
  }
}

/** Rows of a piece that hold anything, some hundred at a time: one that is written once may stand a million times. */
function* rowsOf({ rows }: OdsPiece): Generator<readonly SampleRow[]> {
  let gathered: SampleRow[] = [];
  for (const { number, cells, count } of rows) {
    if (isBlankRow(cells)) continue;
    for (let i = 0; i < count; i++) {
      gathered.push({ number: number + i, cells });
      if (gathered.length < mostRows) continue;
      yield gathered;
      gathered = [];
    }
  }
  if (gathered.length > 0) yield gathered;
}

async function* readTable(
  source: ByteSource,
  table: number,
  options: ReadOptions,
): AsyncGenerator<readonly SampleRow[]> {
  for await (const piece of readPieces(source, options)) {
    if (piece.table > table) return;
    if (piece.table === table) yield* rowsOf(piece);
  }
}

/**
 * Opens an OpenDocument spreadsheet: one table for every visible sheet with rows, in the order of the tabs. All sheets
 * are one part of the file, which is read through once to find them; nothing but the first rows is kept.
 * @throws AppError `fileEmpty`, `fileHeaderOnly`, `fileDamaged`, `fileUnreadable`, `fileTooLarge`, `cancelled`
 */
export const openOds = async (identity: FileIdentity, gzip: boolean, options: ReadOptions): Promise<RawTable[]> => {
  const heads = new Map<number, SheetHead & { readonly rows: SampleRow[] }>();
  const pieces = withSource(identity, gzip, options.signal, (source) => readPieces(source, options));
  for await (const piece of pieces) {
    if (piece.isHidden) continue;
    const { table, name } = piece;
    const head = heads.get(table) ?? {
      name,
      rows: [],
      read: (readOptions: ReadOptions) =>
        withSource(identity, gzip, readOptions.signal, (source) => readTable(source, table, readOptions)),
    };
    heads.set(table, head);
    for (const rows of rowsOf(piece)) {
      if (head.rows.length >= headRows) break;
      head.rows.push(...rows.slice(0, headRows - head.rows.length));
    }
  }
  const tables = sheetTables(identity, [...heads.values()]);
  options.onProgress?.(1);
  return tables;
};
