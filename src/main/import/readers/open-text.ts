import { setImmediate } from 'node:timers/promises';
import { AppError } from '../../../shared/errors.ts';
import type { RawBatch, RawTable } from '../raw-table.ts';
import type { ReadOptions } from '../types.ts';
import { createRowGatherer } from './batch-rows.ts';
import { type FileIdentity, readBytes, throwIfAborted } from './file-bytes.ts';
import { isBlankRow } from './find-header.ts';
import { readHead } from './read-head.ts';
import { createRecordSplitter, type StrayQuotes } from './split-records.ts';
import { decoderOf, surveyText, type TextEncoding } from './survey-text.ts';

interface TextFormat {
  readonly gzip: boolean;
  readonly encoding: TextEncoding;
  readonly strayBytes: number;
  readonly delimiter: string;
  /** Rows passed over at the beginning: everything down to the header. */
  readonly skippedRows: number;
  readonly width: number;
}

/** Every record with its row, blank rows left out. */
async function* readRows(
  identity: FileIdentity,
  format: TextFormat,
  options: ReadOptions,
  onEnd: (strayQuotes: StrayQuotes) => void,
): AsyncGenerator<RawBatch> {
  const decoder = decoderOf(format);
  const splitter = createRecordSplitter(format.delimiter, identity.file);
  const gatherer = createRowGatherer(format.width);
  let row = 0;
  let found = 0;
  function* take(records: readonly string[][]): Generator<RawBatch> {
    for (const cells of records) {
      row++;
      if (row <= format.skippedRows || isBlankRow(cells)) continue;
      gatherer.add(row, cells);
      found++;
      if (gatherer.isFull()) yield gatherer.take();
    }
  }
  async function* unhurried(batches: Generator<RawBatch>): AsyncGenerator<RawBatch> {
    for (const batch of batches) {
      yield batch;
      // Lets the thread hear that it is cancelled.
      await setImmediate();
      throwIfAborted(options.signal);
    }
  }
  for await (const chunk of readBytes(identity, format.gzip, options))
    yield* unhurried(take(splitter.push(decoder.decode(chunk, { stream: true }), false)));
  yield* unhurried(take(splitter.push(decoder.decode(), true)));
  if (gatherer.size > 0) yield gatherer.take();
  onEnd(splitter.strayQuotes());
  if (found === 0) throw new AppError('fileHeaderOnly', { file: identity.file });
  options.onProgress?.(1);
}

/**
 * Opens delimited or space-aligned text: reads it through once for its encoding, guesses delimiter and header.
 * @throws AppError `fileEmpty`, `fileHeaderOnly`, `fileDamaged`, `cancelled`; system errors pass through
 */
export const openText = async (identity: FileIdentity, gzip: boolean, options: ReadOptions): Promise<RawTable> => {
  const { encoding, strayBytes, delimiter, header, skippedRows, outside, evidence } = readHead(
    await surveyText(identity, gzip, options),
    identity.file,
  );
  const format = { gzip, encoding, strayBytes, delimiter, skippedRows, width: header.names.length };
  const strays: { met: StrayQuotes } = { met: { count: 0, first: 0 } };
  return {
    ...identity,
    sheet: null,
    encoding,
    delimiter,
    headerRow: header.row,
    header: header.names,
    evidence,
    outside,
    strayQuotes: () => strays.met,
    rows: (readOptions) =>
      readRows(identity, format, readOptions, (met) => {
        strays.met = met;
      }),
  };
};
