import { basename, extname } from 'node:path';
import { AppError, isAppError } from '../../shared/errors.ts';
import { fileError } from './file-error.ts';
import type { RawBatch, RawTable } from './raw-table.ts';
import { type FileIdentity, identifyFile, readFirstBytes, readLastBytes } from './readers/file-bytes.ts';
import { openJson } from './readers/open-json.ts';
import { openOds } from './readers/open-ods.ts';
import { openParquet } from './readers/open-parquet.ts';
import { openSqliteFile } from './readers/open-sqlite.ts';
import { openText } from './readers/open-text.ts';
import { openXls } from './readers/open-xls.ts';
import { openXlsx } from './readers/open-xlsx.ts';
import { readOleDirectory } from './readers/read-ole-directory.ts';
import { type ForeignKind, foreignKinds, isGzip, recogniseFile, recogniseZip } from './readers/recognise-file.ts';
import { withSource } from './readers/with-source.ts';
import { readZipDirectory, type ZipDirectory } from './readers/zip.ts';
import { memberIdentity, membersOf } from './readers/zip-members.ts';
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

const zipDirectory = async (identity: FileIdentity, gzip: boolean, options: ReadOptions): Promise<ZipDirectory> => {
  let directory: ZipDirectory = new Map();
  const found = withSource(identity, gzip, options.signal, async function* (source) {
    yield await readZipDirectory(source);
  });
  for await (const read of found) directory = read;
  return directory;
};

/** A kind of file that an archive may hold beside its tables, such as a picture or instructions. */
const isPassedOver = (error: unknown): boolean =>
  isAppError(error) && ['fileKindUnknown', 'fileNotWhatItSays', 'fileEmpty', 'fileHeaderOnly'].includes(error.code);

/**
 * The tables of all files in an archive; what they are called says where they are where there are several. Members that
 * are no tables are passed over if others are.
 */
const openZip = async (identity: FileIdentity, directory: ZipDirectory, options: ReadOptions): Promise<RawTable[]> => {
  const { file } = identity;
  const members = membersOf(file, directory);
  const opened: { readonly name: string; readonly tables: readonly RawTable[] }[] = [];
  let passedOver: unknown = new AppError('fileEmpty', { file });
  for (const [i, entry] of members.entries()) {
    const onProgress = (fraction: number) => options.onProgress?.((i + fraction) / members.length);
    try {
      const tables = await openIdentity(memberIdentity(identity, entry), { signal: options.signal, onProgress });
      opened.push({ name: entry.name, tables });
    } catch (error) {
      if (!isPassedOver(error)) throw error;
      passedOver = error;
    }
  }
  if (opened.length === 0) throw members.length > 1 ? foreignError(file, foreignKinds.zip) : passedOver;
  const isOne = opened.length === 1;
  return opened.flatMap(({ name, tables }) =>
    tables.map(({ unpack: _, ...table }: RawTable & Pick<FileIdentity, 'unpack'>) => ({
      ...table,
      file,
      sheet: isOne ? table.sheet : table.sheet === null ? name : `${name} / ${table.sheet}`,
    })),
  );
};

const openIdentity = async (identity: FileIdentity, options: ReadOptions): Promise<RawTable[]> => {
  const { file } = identity;
  const isMember = identity.unpack !== undefined;
  const start = await readFirstBytes(identity, false, headBytes, options);
  const gzip = isGzip(start);
  const head = gzip ? await readFirstBytes(identity, true, headBytes, options) : start;
  if (head.length === 0) throw new AppError('fileEmpty', { file });
  // The end of a member is far to reach, and needed only where an old Office document may name itself.
  const isOld = head[0] === 0xd0;
  const tail = isMember && !isOld ? Buffer.alloc(0) : await readLastBytes(identity, headBytes);
  const parts = isOld ? await readOleDirectory(identity, gzip, head, options) : Buffer.alloc(0);
  const kind = recogniseFile(head, Buffer.concat([tail, parts]));
  if (kind === 'zip') {
    const directory = await zipDirectory(identity, gzip, options);
    const held = recogniseZip([...directory.keys()], head);
    if (held === foreignKinds.spreadsheet) return openOds(identity, gzip, options);
    if (held === foreignKinds.binaryExcel) return openXls(identity, gzip, true, options);
    if (held === foreignKinds.zip && !gzip && !isMember) return openZip(identity, directory, options);
    if (held !== 'xlsx') throw foreignError(file, held);
    return openXlsx(identity, gzip, options);
  }
  if (kind === foreignKinds.oldExcel) return openXls(identity, gzip, false, options);
  if (kind === foreignKinds.parquet) return [await openParquet(identity, gzip, options)];
  if (kind === foreignKinds.sqlite) return openSqliteFile(identity, gzip, options);
  const isNamedJson = foreignKinds.json.extensions.includes(extensionOf(file));
  if (kind === foreignKinds.json || (kind === 'text' && isNamedJson)) return openJson(identity, gzip, options);
  if (kind !== 'text') throw foreignError(file, kind);
  // Many a shop's program writes text and calls it an Excel file, as Excel opens it.
  if (extensionOf(file) !== 'xls' && notText.has(extensionOf(file)) && head.toString('latin1').trim() !== '')
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
 * Opens a file as tables: one for text and Parquet, one for every sheet of a spreadsheet that is visible and holds rows,
 * every list of JSON, every table of a database; all of these for every file in an archive. What it is follows from its
 * contents; an Excel file under another spreadsheet's name is simply read. Text is read through once, for its encoding.
 * @throws AppError saying what is wrong with the file; `cancelled`
 */
export const openTables = async (path: string, options: ReadOptions): Promise<RawTable[]> => {
  const file = basename(path);
  try {
    const tables = await openIdentity(await identifyFile(path), options);
    return tables.map((table) => ({ ...table, rows: (readOptions) => withFileErrors(table.rows(readOptions), file) }));
  } catch (error) {
    throw fileError(error, file);
  }
};
