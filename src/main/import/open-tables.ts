import { basename, extname } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { fileError } from './file-error.ts';
import type { RawBatch, RawTable } from './raw-table.ts';
import { type FileIdentity, identifyFile, readFirstBytes, readLastBytes } from './readers/file-bytes.ts';
import { openText } from './readers/open-text.ts';
import { openXlsx } from './readers/open-xlsx.ts';
import { type ForeignKind, foreignKinds, recogniseFile, recogniseZip } from './readers/recognise-file.ts';
import { withSource } from './readers/with-source.ts';
import { readZipDirectory } from './readers/zip.ts';
import type { ReadOptions } from './types.ts';

/** Bytes looked at for what a file is; the streams of an old Office file are named near its beginning or end. */
const headBytes = 64 * 1024;

const readable: ReadonlySet<string> = new Set(['csv', 'tsv', 'tab', 'txt', 'xlsx', 'xlsm']);
/** Names that promise something other than text, though text may be inside. */
const notText: ReadonlySet<string> = new Set([
  'xlsx',
  'xlsm',
  'xltx',
  ...Object.values(foreignKinds).flatMap((kind) => kind.extensions),
]);

const isGzip = (head: Buffer): boolean => head[0] === 0x1f && head[1] === 0x8b;

/** Lower case, without the dot; what stands before `.gz` where the file is packed. */
const extensionOf = (file: string): string => extname(file.replace(/\.gz$/i, '')).slice(1).toLowerCase();

/** A file that is what its name says is only of a kind we do not read; any other is not what it says. */
const foreignError = (file: string, kind: ForeignKind): AppError => {
  if (kind === foreignKinds.lockedExcel)
    return new AppError('fileUnreadable', { file, reason: 'it is locked with a password' });
  const extension = extensionOf(file);
  const isHonest = kind.extensions.includes(extension);
  return !isHonest && (readable.has(extension) || notText.has(extension))
    ? new AppError('fileNotWhatItSays', { file, says: `.${extension}`, is: kind.is })
    : new AppError('fileKindUnknown', { file, extension });
};

const zipNames = async (identity: FileIdentity, gzip: boolean, options: ReadOptions): Promise<string[]> => {
  const names: string[] = [];
  const found = withSource(identity, gzip, options.signal, async function* (source) {
    yield* (await readZipDirectory(source)).keys();
  });
  for await (const name of found) names.push(name);
  return names;
};

const openByContents = async (path: string, file: string, options: ReadOptions): Promise<RawTable[]> => {
  const identity = await identifyFile(path);
  const start = await readFirstBytes(identity, false, headBytes, options);
  const gzip = isGzip(start);
  const head = gzip ? await readFirstBytes(identity, true, headBytes, options) : start;
  if (head.length === 0) throw new AppError('fileEmpty', { file });
  const kind = recogniseFile(head, await readLastBytes(identity, headBytes));
  if (kind === 'zip') {
    const held = recogniseZip(await zipNames(identity, gzip, options));
    if (held !== 'xlsx') throw foreignError(file, held);
    return openXlsx(identity, gzip, options);
  }
  if (kind !== 'text') throw foreignError(file, kind);
  if (notText.has(extensionOf(file)) && head.toString('latin1').trim() !== '')
    throw foreignError(file, foreignKinds.plainText);
  return [await openText(identity, gzip, options)];
};

async function* withFileErrors(batches: AsyncIterable<RawBatch>, file: string): AsyncGenerator<RawBatch> {
  try {
    yield* batches;
  } catch (error) {
    throw fileError(error, file);
  }
}

/**
 * Opens a file as tables: one for text, one for every sheet of a spreadsheet that is visible and holds rows. What it is
 * follows from its contents; an Excel file under another spreadsheet's name is simply read. Text is read through once,
 * for its encoding.
 * @throws AppError saying what is wrong with the file; `cancelled`
 */
export const openTables = async (path: string, options: ReadOptions): Promise<RawTable[]> => {
  const file = basename(path);
  try {
    const tables = await openByContents(path, file, options);
    return tables.map((table) => ({ ...table, rows: (readOptions) => withFileErrors(table.rows(readOptions), file) }));
  } catch (error) {
    throw fileError(error, file);
  }
};
