import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../../shared/errors.ts';

/** A value as SQLite gives it back and takes it. */
export type SqlValue = string | number | null | Uint8Array;

export interface Statement<Row> {
  run(...values: readonly SqlValue[]): { readonly changes: number; readonly lastInsertRowid: number | bigint };
  get(...values: readonly SqlValue[]): Row | undefined;
  all(...values: readonly SqlValue[]): Row[];
  iterate(...values: readonly SqlValue[]): IterableIterator<Row>;
}

/** One connection. The only place that knows the driver, so that its encrypted drop-in can stand here instead. */
export interface Sqlite {
  readonly path: string;
  readonly inTransaction: boolean;
  /** Rows come back as objects by column name. */
  prepare<Row = Record<string, SqlValue>>(sql: string): Statement<Row>;
  /** Rows come back as arrays: faster where there are many. */
  prepareRaw<Row extends readonly SqlValue[] = SqlValue[]>(sql: string): Statement<Row>;
  /** Rows come back as their first value alone: fastest of all. */
  preparePluck<Value extends SqlValue>(sql: string): Statement<Value>;
  exec(sql: string): void;
  /** The first value that the pragma answers. */
  pragma(text: string): SqlValue;
  close(): void;
}

export interface OpenOptions {
  readonly readonly?: boolean;
  readonly mustExist?: boolean;
  /** How long a statement waits for another connection's lock. */
  readonly waitMs?: number;
}

/** Opens one connection; the driver's errors pass through as they are (see `sqliteProblem`). */
export const openSqlite = (path: string, options: OpenOptions = {}): Sqlite => {
  const database = new Database(path, {
    readonly: options.readonly ?? false,
    fileMustExist: options.mustExist ?? true,
    timeout: options.waitMs ?? 2000,
  });
  return {
    path,
    get inTransaction() {
      return database.inTransaction;
    },
    prepare: <Row>(sql: string) => database.prepare<SqlValue[], Row>(sql) as Statement<Row>,
    prepareRaw: <Row extends readonly SqlValue[]>(sql: string) => {
      const statement = database.prepare<SqlValue[], Row>(sql);
      return (statement.reader ? statement.raw() : statement) as Statement<Row>;
    },
    preparePluck: <Value extends SqlValue>(sql: string) =>
      database.prepare<SqlValue[], Value>(sql).pluck() as Statement<Value>,
    exec: (sql) => {
      database.exec(sql);
    },
    pragma: (text) => database.pragma(text, { simple: true }) as SqlValue,
    close: () => {
      database.close();
    },
  };
};

/** Runs `work` in one transaction: all of it or nothing. Must not wait for anything. */
export const inTransaction = <Result>(db: Sqlite, work: () => Result): Result => {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
};

export const sqliteCode = (error: unknown): string | null => {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return error.code.startsWith('SQLITE_') ? error.code : null;
};

/** What an error of the driver means to a person, of the project at `path`; null where it means a bug of ours. */
export const sqliteProblem = (error: unknown, path: string): AppError | null => {
  const code = sqliteCode(error);
  if (code === null) return null;
  const file = basename(path);
  // A full disk shows as FULL on a write, and as one of these where the shared-memory or journal file cannot grow.
  const full = ['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR_SHMSIZE', 'SQLITE_IOERR_SHMOPEN'];
  if (full.includes(code)) return new AppError('diskFull', { file }, error);
  if (code === 'SQLITE_NOTADB') return new AppError('notAProject', { file }, error);
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_IOERR_SHORT_READ') {
    return new AppError('projectDamaged', { file, reason: 'parts of it cannot be read' }, error);
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new AppError('projectLocked', { file, owner: 'another program' }, error);
  }
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY') || code === 'SQLITE_PERM') {
    return new AppError('projectProtected', { file }, error);
  }
  if (code.startsWith('SQLITE_IOERR')) {
    // SQLite says the same of a file that was moved away under it.
    return existsSync(path)
      ? new AppError('projectDamaged', { file, reason: 'the disk answered with an error' }, error)
      : new AppError('projectMissing', { file }, error);
  }
  return null;
};
