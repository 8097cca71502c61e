import { existsSync, statSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { AppError, isAppError } from '../../../shared/errors.ts';
import { mostColumns } from '../../../shared/model/source.ts';
import type { RawBatch, RawTable } from '../raw-table.ts';
import type { ReadOptions } from '../types.ts';
import { createRowGatherer } from './batch-rows.ts';
import { type FileIdentity, readFirstBytes, throwIfAborted } from './file-bytes.ts';
import { namesRow, uniqueNames } from './table-names.ts';
import { withSource } from './with-source.ts';

type Value = string | number | bigint | Buffer | null;

/** What our own projects say they are (`application_id`). */
const tesseraId = 0x54455353;
/** Bytes 18 and 19 of the header say how it is written: 1 by a rollback journal, 2 by a write-ahead log. */
const formatAt = 18;
const withLog = 2;
/** Rows taken in one go: a few milliseconds. */
const rowsAtOnce = 1000;

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const isFilled = (path: string): boolean => existsSync(path) && statSync(path).size > 0;

/** What the driver's errors mean for a file that is only read. */
const sqliteError = (error: unknown, file: string): unknown => {
  if (isAppError(error) || !(error instanceof Error) || !('code' in error) || typeof error.code !== 'string')
    return error;
  if (!error.code.startsWith('SQLITE_')) return error;
  if (/^SQLITE_(BUSY|LOCKED|READONLY|CANTOPEN|PERM|AUTH)/.test(error.code))
    return new AppError('fileLocked', { file }, error);
  if (/^SQLITE_(NOTADB|CORRUPT|IOERR|FULL)/.test(error.code))
    return new AppError('fileDamaged', { file, reason: 'part of its contents was altered or lost' }, error);
  return new AppError('fileUnreadable', { file, reason: 'one of its tables cannot be read' }, error);
};

const readWhole = async (identity: FileIdentity, gzip: boolean, signal: AbortSignal | undefined): Promise<Buffer> => {
  let whole = Buffer.alloc(0);
  const chunks = withSource(identity, gzip, signal, async function* (source) {
    const bytes = Buffer.alloc(source.bytes);
    let at = 0;
    for await (const chunk of source.read(0, source.bytes, signal)) {
      chunk.copy(bytes, at);
      at += chunk.length;
    }
    yield bytes;
  });
  for await (const bytes of chunks) whole = bytes;
  return whole;
};

/** Bytes that the header promises, where it was kept up to date; SQLite itself finds out only where it needs them. */
const promisedBytes = (head: Buffer): number => {
  if (head.length < 100 || head.readUInt32BE(24) !== head.readUInt32BE(92)) return 0;
  const page = head.readUInt16BE(16);
  return head.readUInt32BE(28) * (page === 1 ? 65_536 : page);
};

const throwIfCut = (file: string, head: Buffer, bytes: number): void => {
  if (bytes < Math.max(512, promisedBytes(head)))
    throw new AppError('fileDamaged', { file, reason: 'it ends too early' });
};

/** A database of this size and smaller is opened in memory where it cannot be opened in its place. */
const memoryLimit = 512 * 1024 * 1024;

/**
 * Opens a database so that neither it nor anything beside it changes. SQLite would make two files beside one that is
 * written by a log, even to read it; such a one is read from memory, as is one that is packed.
 * @throws AppError `fileLocked` where changes stand beside it that are not part of it yet
 */
const openDatabase = async (
  identity: FileIdentity,
  gzip: boolean,
  signal: AbortSignal | undefined,
): Promise<Database.Database> => {
  const { file, path, bytes } = identity;
  const isPacked = gzip || identity.unpack !== undefined;
  const head = await readFirstBytes(identity, gzip, 100, { signal });
  if (!isPacked && (isFilled(`${path}-wal`) || isFilled(`${path}-journal`))) throw new AppError('fileLocked', { file });
  let database: Database.Database;
  if (!isPacked) throwIfCut(file, head, bytes);
  if (!isPacked && head[formatAt] !== withLog) database = new Database(path, { readonly: true, timeout: 0 });
  else {
    if (!isPacked && bytes > memoryLimit)
      throw new AppError('fileTooLarge', {
        file,
        megabytes: Math.round(bytes / 1_048_576),
        limitMegabytes: memoryLimit / 1_048_576,
      });
    const whole = await readWhole(identity, gzip, signal);
    throwIfCut(file, head, whole.length);
    whole.fill(1, formatAt, formatAt + 2);
    database = new Database(whole, { readonly: true });
  }
  // What a stranger's views may do, and where they may sort.
  database.pragma('trusted_schema = OFF');
  database.pragma('temp_store = MEMORY');
  database.defaultSafeIntegers(true);
  return database;
};

async function* withDatabase<T>(
  identity: FileIdentity,
  gzip: boolean,
  signal: AbortSignal | undefined,
  use: (database: Database.Database) => AsyncGenerator<T>,
): AsyncGenerator<T> {
  let database: Database.Database | null = null;
  try {
    database = await openDatabase(identity, gzip, signal);
    yield* use(database);
  } catch (error) {
    throw sqliteError(error, identity.file);
  } finally {
    database?.close();
  }
}

const writeCell = (value: Value): string =>
  value === null ? '' : Buffer.isBuffer(value) ? value.toString('hex') : String(value);

interface Relation {
  readonly name: string;
  readonly header: readonly string[];
  /** Ends of its row numbers, where it has any: how far reading has come. */
  readonly ids: { readonly first: number; readonly last: number } | null;
}

/** Views that repeat themselves may never end. */
const mayNotEnd = (database: Database.Database, name: string): boolean =>
  database
    .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN SELECT * FROM ${quote(name)}`)
    .all()
    .some(({ detail }) => detail.includes('RECURSIVE'));

const rowIdsOf = (database: Database.Database, name: string): Relation['ids'] => {
  try {
    const ends = database
      .prepare<[], { first: bigint | null; last: bigint | null }>(
        `SELECT (SELECT min(rowid) FROM ${quote(name)}) AS first, (SELECT max(rowid) FROM ${quote(name)}) AS last`,
      )
      .get();
    return typeof ends?.first === 'bigint' && typeof ends.last === 'bigint'
      ? { first: Number(ends.first), last: Number(ends.last) }
      : null;
  } catch {
    return null;
  }
};

async function* listRelations(database: Database.Database, file: string): AsyncGenerator<Relation> {
  if (Number(database.pragma('application_id', { simple: true })) === tesseraId)
    throw new AppError('isProject', { file });
  const found = database
    .prepare<[], { name: string; type: string }>(
      "SELECT name, type FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )
    .all();
  const order = new Map(
    database
      .prepare<[], { name: string }>('SELECT name FROM sqlite_schema ORDER BY rowid')
      .all()
      .map(({ name }, at) => [name, at]),
  );
  found.sort((a, b) => (order.get(a.name) ?? 0) - (order.get(b.name) ?? 0));
  for (const { name, type } of found) {
    if (type === 'view' && mayNotEnd(database, name)) continue;
    const statement = database.prepare<[], Value[]>(`SELECT * FROM ${quote(name)}`);
    const header = uniqueNames(statement.columns().map((column) => column.name));
    if (header.length > mostColumns)
      throw new AppError('fileTooWide', { file, columns: header.length, limit: mostColumns });
    const hasRows = database.prepare(`SELECT 1 FROM ${quote(name)} LIMIT 1`).get() !== undefined;
    if (hasRows) yield { name, header, ids: type === 'table' ? rowIdsOf(database, name) : null };
  }
}

async function* readRelation(
  database: Database.Database,
  { name, header, ids }: Relation,
  { signal, onProgress }: ReadOptions,
): AsyncGenerator<RawBatch> {
  const gatherer = createRowGatherer(header.length);
  const id = ids && header.length < 1_000 ? 'rowid, ' : '';
  const rows = database
    .prepare<[], Value[]>(`SELECT ${id}* FROM ${quote(name)}`)
    .raw()
    .iterate();
  let row = namesRow;
  let last = 0;
  try {
    for (const values of rows) {
      if (ids && id !== '') last = (Number(values.shift()) - ids.first) / Math.max(1, ids.last - ids.first);
      gatherer.add(++row, values.map(writeCell));
      if (gatherer.isFull()) yield gatherer.take();
      if (row % rowsAtOnce !== 0) continue;
      // Lets the thread hear that it is cancelled.
      await setImmediate();
      throwIfAborted(signal);
      onProgress?.(ids ? last : 1 - 1 / (1 + row / 100_000));
    }
  } finally {
    rows.return?.();
  }
  if (gatherer.size > 0) yield gatherer.take();
  onProgress?.(1);
}

/**
 * Opens a SQLite database of another program: a table for each of its tables and views that holds rows. It is only ever
 * read, and nothing is made beside it. Integers keep all their digits; bytes are written in hexadecimal.
 * @throws AppError `isProject` for one of our own, `fileUnreadable`, `fileLocked`, `fileDamaged`, `fileEmpty`, `fileTooWide`,
 * `fileTooLarge`, `cancelled`
 */
export const openSqliteFile = async (
  identity: FileIdentity,
  gzip: boolean,
  options: ReadOptions,
): Promise<RawTable[]> => {
  const { file } = identity;
  const relations: Relation[] = [];
  const found = withDatabase(identity, gzip, options.signal, (database) => listRelations(database, file));
  for await (const relation of found) relations.push(relation);
  if (relations.length === 0) throw new AppError('fileEmpty', { file });
  options.onProgress?.(1);
  return relations.map((relation) => ({
    ...identity,
    sheet: relation.name,
    encoding: 'utf-8',
    delimiter: null,
    headerRow: namesRow,
    header: relation.header,
    rows: (readOptions) =>
      withDatabase(identity, gzip, readOptions.signal, (database) => readRelation(database, relation, readOptions)),
  }));
};
