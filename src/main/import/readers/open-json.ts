import { setImmediate } from 'node:timers/promises';
import { AppError } from '../../../shared/errors.ts';
import { mostColumns } from '../../../shared/model/source.ts';
import type { RawBatch, RawTable } from '../raw-table.ts';
import type { ReadOptions } from '../types.ts';
import { createRowGatherer } from './batch-rows.ts';
import { type FileIdentity, readBytes, throwIfAborted } from './file-bytes.ts';
import { createRecordReader, type JsonLayout, type JsonRecord } from './json-records.ts';
import { type JsonTable, newTable } from './json-tables.ts';
import { type JsonView, viewsOf } from './json-views.ts';
import { createJsonScanner, JsonMistake } from './scan-json.ts';
import { surveyText, type TextEncoding } from './survey-text.ts';
import { namesRow, uniqueNames } from './table-names.ts';

/** Bytes that may come before a record is complete, for it is in memory whole. */
const recordLimit = 64 * 1024 * 1024;
/** Bytes taken apart in one go: a few milliseconds of work. */
const piece = 64 * 1024;

interface JsonFile {
  readonly encoding: TextEncoding;
  readonly layout: JsonLayout;
  readonly top: JsonTable;
  readonly wrapped: Map<string, JsonTable>;
}

/** Documents follow each other in a file that was read as one document with lists in it. */
class AnotherDocument extends Error {}

/** All records of a file, as many at a time as a piece of it holds. */
async function* readRecords(
  identity: FileIdentity,
  gzip: boolean,
  { encoding, layout, top, wrapped }: JsonFile,
  options: ReadOptions,
): AsyncGenerator<JsonRecord[]> {
  const { file } = identity;
  let records: JsonRecord[] = [];
  let read = 0;
  let tokens = 0;
  let pending = 0;
  const reader = createRecordReader(file, layout, top, wrapped, {
    record: (record) => {
      records.push(record);
      read++;
    },
    anotherDocument: () => {
      throw new AnotherDocument();
    },
  });
  const scanner = createJsonScanner({
    ...reader,
    value: (text, isText) => {
      tokens++;
      reader.value(text, isText);
    },
  });
  const decoder = encoding === 'utf-8' ? null : new TextDecoder(encoding);
  const row = () => read + namesRow + 1;
  const guarded = <Value>(work: () => Value): Value => {
    try {
      return work();
    } catch (error) {
      if (error instanceof JsonMistake)
        throw new AppError('fileDamaged', { file, row: row(), reason: 'it is not written as JSON must be' }, error);
      throw error;
    }
  };
  for await (const chunk of readBytes(identity, gzip, options))
    for (let at = 0; at < chunk.length; at += piece) {
      const part = chunk.subarray(at, at + piece);
      const before = { read, tokens };
      guarded(() => scanner.write(decoder ? decoder.decode(part, { stream: true }) : part));
      // Records that end bound what is in memory; where there are none yet, values do.
      const isGrowing = read === before.read && (read > 0 || tokens === before.tokens);
      pending = isGrowing ? pending + part.length : 0;
      if (pending > recordLimit)
        throw new AppError('fileDamaged', { file, row: row(), reason: 'the record never ends' });
      if (records.length > 0) {
        yield records;
        records = [];
      }
      // Lets the thread hear that it is cancelled.
      await setImmediate();
      throwIfAborted(options.signal);
    }
  if (!guarded(() => scanner.end())) throw new AppError('fileDamaged', { file, reason: 'it ends too early' });
  if (records.length > 0) yield records;
}

/** Reads the file through once, for columns are all keys that any record has. */
const surveyJson = async (
  identity: FileIdentity,
  gzip: boolean,
  encoding: TextEncoding,
  options: ReadOptions,
): Promise<JsonFile> => {
  const look = async (layout: JsonLayout): Promise<JsonFile> => {
    const found = { encoding, layout, top: newTable(null), wrapped: new Map<string, JsonTable>() };
    for await (const _ of readRecords(identity, gzip, found, options));
    return found;
  };
  try {
    const found = await look('lists');
    if (found.top.rows > 0 || found.wrapped.size > 0) return found;
  } catch (error) {
    if (!(error instanceof AnotherDocument)) throw error;
  }
  return look('records');
};

async function* readView(
  identity: FileIdentity,
  gzip: boolean,
  found: JsonFile,
  table: JsonTable,
  viewFor: (rowOf: () => number) => JsonView,
  options: ReadOptions,
): AsyncGenerator<RawBatch> {
  let ownRow = namesRow;
  const view = viewFor(() => ownRow);
  const gatherer = createRowGatherer(view.names.length);
  let row = namesRow;
  for await (const records of readRecords(identity, gzip, found, options))
    for (const record of records) {
      if (record.table === table) ownRow++;
      for (const cells of view.rowsOf(record)) {
        gatherer.add(++row, cells);
        if (gatherer.isFull()) yield gatherer.take();
      }
    }
  if (gatherer.size > 0) yield gatherer.take();
  options.onProgress?.(1);
}

/**
 * Opens JSON or JSON Lines as it streams by: a table for every list of records, with all keys that any of them has, and
 * one for what records list (see `viewsOf`). The file is read through once before, for its keys; rows are numbered as if
 * the keys were row 1. Values beside the lists of a document (a count, the next page) are no part of any table.
 * @throws AppError `fileDamaged`, `fileUnreadable`, `fileEmpty`, `fileTooWide`, `cancelled`
 */
export const openJson = async (identity: FileIdentity, gzip: boolean, options: ReadOptions): Promise<RawTable[]> => {
  const { file } = identity;
  const { encoding } = await surveyText(identity, gzip, { signal: options.signal });
  const found = await surveyJson(identity, gzip, encoding, options);
  const opened = [found.top, ...found.wrapped.values()].flatMap((table) =>
    viewsOf(table, () => 0).map((view, at) => ({ table, view, at })),
  );
  if (opened.length === 0) throw new AppError('fileEmpty', { file });
  options.onProgress?.(1);
  return opened.map(({ table, view, at }) => {
    if (view.names.length > mostColumns)
      throw new AppError('fileTooWide', { file, columns: view.names.length, limit: mostColumns });
    return {
      ...identity,
      sheet: opened.length === 1 ? null : (view.name ?? 'records'),
      encoding,
      delimiter: null,
      headerRow: namesRow,
      header: uniqueNames(view.names),
      rows: (readOptions) => readView(identity, gzip, found, table, (rowOf) => viewsOf(table, rowOf)[at]!, readOptions),
    };
  });
};
