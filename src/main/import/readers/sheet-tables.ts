import { setImmediate } from 'node:timers/promises';
import { AppError } from '../../../shared/errors.ts';
import type { RawBatch, RawTable } from '../raw-table.ts';
import type { ReadOptions } from '../types.ts';
import { createRowGatherer } from './batch-rows.ts';
import { type FileIdentity, throwIfAborted } from './file-bytes.ts';
import { findHeader, type Header, type SampleRow } from './find-header.ts';
import { findOutsideRules } from './outside-rows.ts';
import { headerEvidence } from './reading-evidence.ts';

/** Rows in which the header is looked for. */
export const headRows = 200;

/** A visible sheet of a spreadsheet with the first of its rows that hold anything. */
export interface SheetHead {
  readonly name: string;
  readonly rows: readonly SampleRow[];
  /** Streams all rows that hold anything, some hundred at a time. */
  read(options: ReadOptions): AsyncIterable<readonly SampleRow[]>;
}

async function* readBatches(
  { name, read }: SheetHead,
  header: Header,
  file: string,
  options: ReadOptions,
): AsyncGenerator<RawBatch> {
  const gatherer = createRowGatherer(header.names.length);
  let found = 0;
  for await (const rows of read(options))
    for (const row of rows) {
      if (row.number <= header.row) continue;
      gatherer.add(row.number, row.cells);
      found++;
      if (!gatherer.isFull()) continue;
      yield gatherer.take();
      // Lets the thread hear that it is cancelled.
      await setImmediate();
      throwIfAborted(options.signal);
    }
  if (gatherer.size > 0) yield gatherer.take();
  if (found === 0) throw new AppError('fileHeaderOnly', { file, sheet: name });
  options.onProgress?.(1);
}

/**
 * The tables of a spreadsheet: one for every sheet with rows under its header, in the order of the tabs.
 * @throws AppError `fileEmpty`, `fileHeaderOnly`
 */
export const sheetTables = (identity: FileIdentity, sheets: readonly SheetHead[]): RawTable[] => {
  const { file } = identity;
  const tables: RawTable[] = [];
  let headerOnly: string | null = null;
  for (const sheet of sheets) {
    const { name, rows } = sheet;
    if (rows.length === 0) continue;
    const header = findHeader(rows, false);
    if (rows.at(-1)!.number === header.row) {
      headerOnly ??= name;
      continue;
    }
    tables.push({
      ...identity,
      sheet: name,
      encoding: 'utf-8',
      delimiter: null,
      headerRow: header.row,
      header: header.names,
      evidence: [headerEvidence(header.row, rows)],
      outside: findOutsideRules(
        rows.find(({ number }) => number === header.row)?.cells ?? [],
        rows.filter(({ number }) => number > header.row),
      ),
      rows: (options) => readBatches(sheet, header, file, options),
    });
  }
  if (tables.length === 0 && headerOnly !== null) throw new AppError('fileHeaderOnly', { file, sheet: headerOnly });
  if (tables.length === 0) throw new AppError('fileEmpty', { file });
  return tables;
};
