import { isUtf8 } from 'node:buffer';
import { basename } from 'node:path';
import type { FirstLook } from '../../shared/model/first-look.ts';
import { message } from '../../shared/model/message.ts';
import { fileError } from './file-error.ts';
import { evidenceOf } from './preview/evidence.ts';
import { planTable } from './preview/plan-table.ts';
import { surveyTable } from './preview/survey-table.ts';
import type { RawTable } from './raw-table.ts';
import { type FileIdentity, identifyFile, readFirstBytes, readLastBytes } from './readers/file-bytes.ts';
import { unfinishedBytes } from './readers/mend-utf8.ts';
import { type HeadOfText, readHead } from './readers/read-head.ts';
import { isGzip, recogniseFile } from './readers/recognise-file.ts';
import { encodingOfHead, type TextSurvey } from './readers/survey-text.ts';
import type { LookOptions } from './types.ts';

/** Bytes looked at, unpacked where the file is packed. */
const lookedAt = 1024 * 1024;
/** Rows that types are guessed from: enough to be right nearly always, few enough to take a blink. */
const rowsTyped = 2000;

/** UTF-8 where these bytes agree; the rest of the file may still say otherwise. */
const surveyHead = (head: Buffer, isWhole: boolean): TextSurvey => {
  const certain = encodingOfHead(head);
  const complete = isWhole ? head : head.subarray(0, head.length - unfinishedBytes(head));
  const isText = isUtf8(complete);
  const encoding = certain?.encoding ?? (isText ? 'utf-8' : 'windows-1252');
  const proof = certain?.proof ?? (isText ? 'valid' : 'invalid');
  return {
    encoding,
    proof,
    strayBytes: 0,
    sample: new TextDecoder(encoding).decode(head, { stream: !isWhole }),
    isWhole,
  };
};

const tableOf = (
  identity: FileIdentity,
  { encoding, delimiter, header, outside, evidence, rows }: HeadOfText,
): RawTable => {
  const below = rows.filter(({ number }) => number > header.row).slice(0, rowsTyped);
  return {
    ...identity,
    sheet: null,
    encoding,
    delimiter,
    headerRow: header.row,
    header: header.names,
    outside,
    evidence,
    rows: async function* () {
      yield { rowNumbers: below.map(({ number }) => number), rows: below.map(({ cells }) => cells) };
    },
  };
};

/** Of a packed file by its last four bytes, which count to 4 GB (RFC 1952). */
const unpackedBytes = async (identity: FileIdentity): Promise<number> =>
  (await readLastBytes(identity, 4)).readUInt32LE(0);

/** An estimate, as exact as it can be. */
const roughly = (count: number): number => Number(count.toPrecision(3));

/**
 * Looks at the first megabyte of a text file, whatever its size: how it is written, its first rows and what they seem to
 * be. A few dozen milliseconds. Null for files that are no text (spreadsheets, databases …).
 * @throws AppError `fileEmpty`, `fileHeaderOnly`, `fileDamaged`, `fileTooWide`, `cancelled`, and system errors as AppErrors
 */
export const firstLook = async (path: string, options: LookOptions = {}): Promise<FirstLook | null> => {
  const file = basename(path);
  try {
    const identity = await identifyFile(path);
    const start = await readFirstBytes(identity, false, lookedAt, options);
    const gzip = isGzip(start);
    const head = gzip ? await readFirstBytes(identity, true, lookedAt, options) : start;
    if (recogniseFile(head, head) !== 'text') return null;
    // Of a packed file only what it unpacks to says whether that was all.
    const bytes = Math.max(identity.bytes, options.wholeBytes ?? 0);
    const isWhole = gzip ? head.length < lookedAt : bytes <= head.length;
    const opened = readHead(surveyHead(head, isWhole), file, rowsTyped + 100);
    const plan = planTable(await surveyTable(tableOf(identity, opened), options), null);
    const { survey, kind, columns } = plan;
    const isAll = isWhole && opened.rows.length < rowsTyped;
    const aboutRows = isWhole
      ? opened.records - opened.skippedRows
      : roughly((opened.records * (gzip ? await unpackedBytes(identity) : bytes)) / head.length);
    return {
      path,
      file,
      bytes,
      modifiedMs: identity.modifiedMs,
      encoding: opened.encoding,
      delimiter: opened.delimiter,
      headerRow: opened.header.row,
      kind,
      columns: [...columns],
      sample: survey.sample.map((row) => [...row]),
      rows: survey.rows,
      aboutRows: isAll ? survey.rows : aboutRows,
      isWhole: isAll,
      evidence: [
        ...evidenceOf(plan),
        ...(isAll ? [] : [message('source.read.firstLook', { rows: survey.rows, about: aboutRows })]),
      ],
    };
  } catch (error) {
    throw fileError(error, file);
  }
};
