import { setImmediate } from 'node:timers/promises';
import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync, parquetSchema } from 'hyparquet';
import { parquetReadColumn } from 'hyparquet/src/read.js';
import { compressors } from 'hyparquet-compressors';
import { AppError, isAppError } from '../../../shared/errors.ts';
import { mostColumns } from '../../../shared/model/source.ts';
import type { RawBatch, RawTable } from '../raw-table.ts';
import type { ReadOptions } from '../types.ts';
import { createRowGatherer } from './batch-rows.ts';
import { type FileIdentity, throwIfAborted } from './file-bytes.ts';
import { parquetParsers } from './parquet-cells.ts';
import { type ParquetColumn, planParquet } from './parquet-columns.ts';
import { namesRow, uniqueNames } from './table-names.ts';
import { withSource } from './with-source.ts';
import type { ByteSource } from './zip.ts';

const megabyte = 1024 * 1024;
/** A row group is in memory whole; the usual ones hold a million rows and some ten megabytes. */
const groupLimit = 1024 * megabyte;
const bytesACell = 16;
/** The footer lists every column of every row group. */
const footerLimit = 64 * megabyte;

const damaged = (file: string, reason: string, cause?: unknown) => new AppError('fileDamaged', { file, reason }, cause);
const tooLarge = (file: string, bytes: number, limit: number) =>
  new AppError('fileTooLarge', {
    file,
    megabytes: Math.round(bytes / megabyte),
    limitMegabytes: Math.round(limit / megabyte),
  });

/** The library throws plain errors about what it finds, so whatever it throws is about the file. */
const parquetError = (error: unknown, file: string): unknown => {
  if (isAppError(error) || !(error instanceof Error) || 'code' in error) return error;
  if (/unsupported compression|unsupported encoding|not supported/i.test(error.message))
    return new AppError('fileUnreadable', { file, reason: 'it is packed in an unusual way' }, error);
  return damaged(file, 'part of its contents was altered or lost', error);
};

const bufferOf = (source: ByteSource, signal: AbortSignal | undefined): AsyncBuffer => ({
  byteLength: source.bytes,
  slice: async (start, end = source.bytes) => {
    if (!(start >= 0 && end >= start && end <= source.bytes)) throw damaged(source.file, 'it ends too early');
    const bytes = new Uint8Array(end - start);
    let at = 0;
    for await (const chunk of source.read(start, end, signal)) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    if (at < bytes.length) throw damaged(source.file, 'it ends too early');
    return bytes.buffer;
  },
});

const readMetadata = async (file: string, buffer: AsyncBuffer): Promise<FileMetaData> => {
  const end = Buffer.from(await buffer.slice(Math.max(0, buffer.byteLength - 8)));
  const mark = end.toString('latin1', end.length - 4);
  if (mark === 'PARE') throw new AppError('fileUnreadable', { file, reason: 'it is locked with a password' });
  if (mark !== 'PAR1' || end.length < 8 || buffer.byteLength < 12) throw damaged(file, 'it ends too early');
  const footer = end.readUInt32LE(0);
  if (footer > buffer.byteLength - 8) throw damaged(file, 'its table of contents makes no sense');
  if (footer > footerLimit) throw tooLarge(file, footer, footerLimit);
  try {
    return await parquetMetadataAsync(buffer, { geoparquet: false });
  } catch (error) {
    throw isAppError(error) ? error : damaged(file, 'its table of contents makes no sense', error);
  }
};

const checkGroups = (file: string, { row_groups: groups }: FileMetaData, columns: number): void => {
  for (const { num_rows: rows, total_byte_size: bytes } of groups) {
    if (rows < 0n) throw damaged(file, 'its table of contents makes no sense');
    const most = Math.max(Number(bytes), Number(rows) * columns * bytesACell);
    if (most > groupLimit) throw tooLarge(file, most, groupLimit);
  }
};

interface ParquetTable {
  readonly metadata: FileMetaData;
  readonly columns: readonly ParquetColumn[];
  readonly bytesOnly: ReadonlySet<string>;
}

async function* readGroups(
  source: ByteSource,
  { metadata, columns, bytesOnly }: ParquetTable,
  { signal, onProgress }: ReadOptions,
): AsyncGenerator<RawBatch> {
  const { file } = source;
  const buffer = bufferOf(source, signal);
  const all = Number(metadata.num_rows) || 1;
  const gatherer = createRowGatherer(columns.length);
  let groupStart = 0;
  for (const group of metadata.row_groups) {
    const rows = Number(group.num_rows);
    const roots = new Map<string, ArrayLike<unknown>>();
    for (const { root } of columns) {
      if (roots.has(root) || rows === 0) continue;
      // Column by column, so that cancelling is heard between them.
      const range = { rowStart: groupStart, rowEnd: groupStart + rows };
      const values = await parquetReadColumn({
        ...range,
        file: buffer,
        metadata,
        columns: [root],
        compressors,
        parsers: parquetParsers,
        utf8: !bytesOnly.has(root),
        geoparquet: false,
      });
      if (values.length !== rows) throw damaged(file, 'part of its contents was altered or lost');
      roots.set(root, values);
      onProgress?.((groupStart + (rows * roots.size) / (columns.length * 2)) / all);
      await setImmediate();
      throwIfAborted(signal);
    }
    const sources = columns.map(({ root }) => roots.get(root)!);
    const cellAt = ({ path, write }: ParquetColumn, values: ArrayLike<unknown>, row: number): string => {
      let value = values[row];
      for (const part of path) value = (value as Record<string, unknown> | null | undefined)?.[part];
      return write(value);
    };
    for (let row = 0; row < rows; row++) {
      gatherer.add(
        groupStart + row + namesRow + 1,
        columns.map((column, j) => cellAt(column, sources[j]!, row)),
      );
      if (!gatherer.isFull()) continue;
      yield gatherer.take();
      onProgress?.((groupStart + (rows + row) / 2) / all);
      // Lets the thread hear that it is cancelled.
      await setImmediate();
      throwIfAborted(signal);
    }
    groupStart += rows;
  }
  if (gatherer.size > 0) yield gatherer.take();
  onProgress?.(1);
}

async function* withParquetErrors<T>(values: AsyncGenerator<T>, file: string): AsyncGenerator<T> {
  try {
    yield* values;
  } catch (error) {
    throw parquetError(error, file);
  }
}

/**
 * Opens a Parquet file, by hyparquet: one table, read row group by row group, each a column at a time. Parts of nested
 * values are columns of their own; lists and maps are written as JSON. Rows are numbered as if the names were row 1.
 * @throws AppError `fileDamaged`, `fileUnreadable`, `fileHeaderOnly`, `fileTooLarge`, `fileTooWide`, `cancelled`
 */
export const openParquet = async (identity: FileIdentity, gzip: boolean, options: ReadOptions): Promise<RawTable> => {
  const { file } = identity;
  const { signal } = options;
  const opened = withSource(identity, gzip, signal, async function* (source): AsyncGenerator<ParquetTable> {
    const metadata = await readMetadata(file, bufferOf(source, signal));
    const { columns, schema, bytesOnly } = planParquet(parquetSchema(metadata), metadata.schema);
    yield { metadata: { ...metadata, schema }, columns, bytesOnly };
  });
  let table: ParquetTable | undefined;
  for await (const found of withParquetErrors(opened, file)) table = found;
  if (!table || table.columns.length === 0) throw new AppError('fileEmpty', { file });
  const { metadata, columns } = table;
  if (columns.length > mostColumns)
    throw new AppError('fileTooWide', { file, columns: columns.length, limit: mostColumns });
  checkGroups(file, metadata, columns.length);
  if (metadata.row_groups.every(({ num_rows: rows }) => rows === 0n)) throw new AppError('fileHeaderOnly', { file });
  options.onProgress?.(1);
  const found = table;
  return {
    ...identity,
    sheet: null,
    encoding: 'utf-8',
    delimiter: null,
    headerRow: namesRow,
    header: uniqueNames(columns.map(({ name }) => name)),
    rows: (readOptions) =>
      withParquetErrors(
        withSource(identity, gzip, readOptions.signal, (source) => readGroups(source, found, readOptions)),
        file,
      ),
  };
};
