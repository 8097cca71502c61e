import { setImmediate } from 'node:timers/promises';
import { AppError } from '../../../shared/errors.ts';
import type { RawBatch, RawTable } from '../raw-table.ts';
import type { ReadOptions } from '../types.ts';
import { createRowGatherer } from './batch-rows.ts';
import { type FileIdentity, readBytes, throwIfAborted } from './file-bytes.ts';
import { findHeader, isBlankRow, type SampleRow } from './find-header.ts';
import { findOutsideRules } from './outside-rows.ts';
import { headerEvidence, textEvidence } from './reading-evidence.ts';
import { declaredDelimiter, sniffDelimiter, splitSample } from './sniff-delimiter.ts';
import { createRecordSplitter, type StrayQuotes } from './split-records.ts';
import { surveyText, type TextEncoding, type TextSurvey } from './survey-text.ts';

/** Rows in which the header is looked for. */
const headRows = 200;

interface TextFormat {
  readonly gzip: boolean;
  readonly encoding: TextEncoding;
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
  const decoder = new TextDecoder(format.encoding);
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

/** The first rows that are not blank. */
export const firstRows = (
  survey: Pick<TextSurvey, 'sample' | 'isWhole'>,
  delimiter: string,
  file: string,
): SampleRow[] => {
  const skipped = declaredDelimiter(survey.sample) === null ? 0 : 1;
  const rows: SampleRow[] = [];
  const records = splitSample(survey.sample, survey.isWhole, delimiter, file);
  for (let i = skipped; i < records.length && rows.length < headRows; i++)
    if (!isBlankRow(records[i]!)) rows.push({ number: i + 1, cells: records[i]! });
  return rows;
};

/**
 * Opens delimited or space-aligned text: reads it through once for its encoding, guesses delimiter and header.
 * @throws AppError `fileEmpty`, `fileHeaderOnly`, `fileDamaged`, `cancelled`; system errors pass through
 */
export const openText = async (identity: FileIdentity, gzip: boolean, options: ReadOptions): Promise<RawTable> => {
  const survey = await surveyText(identity, gzip, options);
  const { file } = identity;
  if (survey.isWhole && /^[\s,;|]*$/.test(survey.sample)) throw new AppError('fileEmpty', { file });
  const delimiter = sniffDelimiter(survey.sample, survey.isWhole);
  const rows = firstRows(survey, delimiter, file);
  if (rows.length === 0) {
    if (survey.isWhole) throw new AppError('fileEmpty', { file });
    // Half a megabyte without the end of one row is no table.
    throw new AppError('fileDamaged', { file, row: 1, reason: 'the row never ends' });
  }
  const header = findHeader(rows, true);
  if (survey.isWhole && rows.at(-1)!.number === header.row) throw new AppError('fileHeaderOnly', { file });
  const skippedRows = Math.max(header.row, declaredDelimiter(survey.sample) === null ? 0 : 1);
  const format = { gzip, encoding: survey.encoding, delimiter, skippedRows, width: header.names.length };
  const strays: { met: StrayQuotes } = { met: { count: 0, first: 0 } };
  const below = rows.filter(({ number }) => number > header.row);
  const headings = rows.find(({ number }) => number === header.row)?.cells ?? [];
  return {
    ...identity,
    evidence: [...textEvidence(survey, delimiter, below), headerEvidence(header.row, rows)],
    outside: findOutsideRules(headings, below),
    strayQuotes: () => strays.met,
    sheet: null,
    encoding: survey.encoding,
    delimiter,
    headerRow: header.row,
    header: header.names,
    rows: (readOptions) =>
      readRows(identity, format, readOptions, (met) => {
        strays.met = met;
      }),
  };
};
