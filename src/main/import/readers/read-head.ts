import { AppError } from '../../../shared/errors.ts';
import type { Message } from '../../../shared/model/message.ts';
import { findHeader, type Header, isBlankRow, type SampleRow } from './find-header.ts';
import { findOutsideRules, type OutsideRules } from './outside-rows.ts';
import { headerEvidence, textEvidence } from './reading-evidence.ts';
import { declaredDelimiter, sniffDelimiter, splitSample } from './sniff-delimiter.ts';
import type { TextEncoding, TextSurvey } from './survey-text.ts';

/** Rows in which the header is looked for. */
const headRows = 200;

/** How a text file is written, as its beginning says. */
export interface HeadOfText {
  readonly encoding: TextEncoding;
  readonly strayBytes: number;
  readonly delimiter: string;
  readonly header: Header;
  /** Rows passed over at the beginning: everything down to the header. */
  readonly skippedRows: number;
  /** The first rows that are not blank, those down to the header among them. */
  readonly rows: readonly SampleRow[];
  /** All rows of the sample. */
  readonly records: number;
  readonly outside: OutsideRules;
  readonly evidence: readonly Message[];
}

/**
 * Guesses delimiter and header from the beginning of a text file.
 * @param mostRows rows to give back
 * @throws AppError `fileEmpty`, `fileHeaderOnly`, `fileDamaged`
 */
export const readHead = (survey: TextSurvey, file: string, mostRows = headRows): HeadOfText => {
  const { sample, isWhole, encoding, strayBytes } = survey;
  if (isWhole && /^[\s,;|]*$/.test(sample)) throw new AppError('fileEmpty', { file });
  const delimiter = sniffDelimiter(sample, isWhole);
  const declared = declaredDelimiter(sample) === null ? 0 : 1;
  const records = splitSample(sample, isWhole, delimiter, file);
  const rows: SampleRow[] = [];
  for (let i = declared; i < records.length && rows.length < mostRows; i++)
    if (!isBlankRow(records[i]!)) rows.push({ number: i + 1, cells: records[i]! });
  if (rows.length === 0) {
    if (isWhole) throw new AppError('fileEmpty', { file });
    // Half a megabyte without the end of one row is no table.
    throw new AppError('fileDamaged', { file, row: 1, reason: 'the row never ends' });
  }
  const first = rows.slice(0, headRows);
  const header = findHeader(first, true);
  if (isWhole && rows.at(-1)!.number === header.row) throw new AppError('fileHeaderOnly', { file });
  const below = first.filter(({ number }) => number > header.row);
  const headings = first.find(({ number }) => number === header.row)?.cells ?? [];
  return {
    encoding,
    strayBytes,
    delimiter,
    header,
    skippedRows: Math.max(header.row, declared),
    rows,
    records: records.length,
    outside: findOutsideRules(headings, below),
    evidence: [...textEvidence(survey, delimiter, below), headerEvidence(header.row, first)],
  };
};
