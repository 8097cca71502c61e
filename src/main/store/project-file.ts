import { copyFileSync, existsSync, realpathSync, rmSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { lockProject, type ProjectLock } from './lock.ts';
import { migrations as allMigrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { inTransaction, openSqlite, type Sqlite, sqliteProblem } from './sqlite.ts';

/** “TESS”, in the header of every project file. */
const applicationId = 0x54455353;

/** An open project: its only writing connection and the lock that keeps it the only one. */
export interface ProjectFile {
  readonly path: string;
  readonly db: Sqlite;
  /** Moves everything into the one file, then lets go of it. */
  close(): void;
}

export interface ProjectFileOptions {
  /** Who opens it, for the sentence that another program shows. */
  readonly owner: string;
  readonly migrations?: readonly Migration[];
}

/** Up to this size the whole file is checked on opening (about 1 ms a MB); a larger one where it is read. */
const checkedAtMost = 512 * 2 ** 20;

const systemCode = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null);

const named = <Result>(path: string, work: () => Result): Result => {
  try {
    return work();
  } catch (error) {
    if (systemCode(error) === 'ENOSPC') throw new AppError('diskFull', { file: basename(path) }, error);
    throw sqliteProblem(error, path) ?? error;
  }
};

const checkFile = (path: string, supported: number): number => {
  const file = basename(path);
  // SQLite takes an empty file for an empty database.
  if (statSync(path).size === 0) throw new AppError('notAProject', { file });
  // What a process left that died while it changed the journal's mode is rolled back first: reading only cannot do that.
  const db = openSqlite(path, { readonly: !existsSync(`${path}-journal`) });
  try {
    const id = db.pragma('application_id');
    const version = Number(db.pragma('user_version'));
    if (id !== applicationId || version < 1) throw new AppError('notAProject', { file });
    if (version > supported) throw new AppError('projectFromFuture', { file, version, supported });
    const bytes = Number(db.pragma('page_count')) * Number(db.pragma('page_size'));
    if (!existsSync(`${path}-wal`) && bytes > statSync(path).size) {
      throw new AppError('projectDamaged', { file, reason: 'its end is missing' });
    }
    if (bytes <= checkedAtMost && db.pragma('quick_check(1)') !== 'ok')
      throw new AppError('projectDamaged', { file, reason: 'parts of it cannot be read' });
    return version;
  } finally {
    db.close();
  }
};

const connect = (path: string, mustExist: boolean): Sqlite => {
  const db = openSqlite(path, { mustExist });
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16384',
  );
  // A COMMIT must not pay for moving pages home: that is a step of its own (`checkpoint`).
  db.exec('PRAGMA wal_autocheckpoint = 0');
  return db;
};

const migrate = (db: Sqlite, steps: readonly Migration[], from: number): void => {
  steps.slice(from).forEach((step, i) => {
    inTransaction(db, () => {
      step.up(db);
      db.exec(`PRAGMA user_version = ${from + i + 1}`);
    });
  });
};

/** Keeps the old format beside the new one, what a crash left in the log included. */
const keepCopy = (path: string, version: number): void => {
  const db = openSqlite(path);
  if (existsSync(`${path}-wal`)) db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  copyFileSync(path, `${path}-format-${version}`);
};

/** Moves what is committed into the main file, as far as readers allow and the disk has room; the rest waits. */
export const checkpoint = (db: Sqlite): void => {
  try {
    db.pragma('wal_checkpoint(PASSIVE)');
  } catch (error) {
    if (sqliteProblem(error, db.path) === null) throw error;
  }
};

/** A file with more empty pages than this gives them back when it is closed. */
const emptyAtMost = 0.2;

/**
 * Makes a file small again whose imports were taken back for good, and with that removes what they held: until then the
 * empty pages still have it. O(what is left).
 */
const giveRoomBack = (db: Sqlite): void => {
  if (Number(db.pragma('freelist_count')) <= emptyAtMost * Number(db.pragma('page_count'))) return;
  try {
    db.exec('VACUUM');
  } catch (error) {
    // It needs room of its own for a moment; without it the file only stays as large as it is.
    if (sqliteProblem(error, db.path) === null) throw error;
  }
};

const projectFile = (path: string, db: Sqlite, lock: ProjectLock): ProjectFile => ({
  path,
  db,
  close: () => {
    try {
      if (db.inTransaction) db.exec('ROLLBACK');
      giveRoomBack(db);
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.pragma('journal_mode = DELETE');
    } catch (error) {
      // Somebody still reads, or the disk is full: the next opening moves the rest.
      if (sqliteProblem(error, path) === null) throw error;
    } finally {
      db.close();
      lock.release();
    }
  },
});

/** The file itself where the path is a link to it: a project has one lock and one log, beside it, whatever it is called. */
export const realPath = (path: string): string => (existsSync(path) ? realpathSync(path) : path);

/**
 * Opens a project that is there.
 * @throws AppError `projectMissing`, `projectLocked`, `notAProject`, `projectFromFuture`, `projectDamaged`, `diskFull`
 */
export const openProjectFile = (asked: string, options: ProjectFileOptions): ProjectFile => {
  const path = realPath(asked);
  const steps = options.migrations ?? allMigrations;
  if (!existsSync(path)) throw new AppError('projectMissing', { file: basename(path) });
  if (!statSync(path).isFile()) throw new AppError('notAProject', { file: basename(path) });
  return named(path, () => {
    const lock = lockProject(path, options.owner);
    let db: Sqlite | null = null;
    try {
      const version = checkFile(path, steps.length);
      if (version < steps.length) keepCopy(path, version);
      db = connect(path, true);
      migrate(db, steps, version);
      return projectFile(path, db, lock);
    } catch (error) {
      db?.close();
      lock.release();
      throw error;
    }
  });
};

/**
 * Makes a new, empty project.
 * @throws AppError `projectExists`, `projectLocked`, `diskFull`
 */
export const createProjectFile = (path: string, options: ProjectFileOptions): ProjectFile => {
  const file = basename(path);
  if (existsSync(path)) throw new AppError('projectExists', { file });
  return named(path, () => {
    const lock = lockProject(path, options.owner);
    let db: Sqlite | null = null;
    try {
      if (existsSync(path)) throw new AppError('projectExists', { file });
      db = connect(path, false);
      db.exec(`PRAGMA application_id = ${applicationId}`);
      migrate(db, options.migrations ?? allMigrations, 0);
      return projectFile(path, db, lock);
    } catch (error) {
      if (db !== null) {
        db.close();
        for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
      }
      lock.release();
      throw error;
    }
  });
};

/** A reading connection beside the writer's. */
export const openForReading = (path: string): Sqlite => named(path, () => openSqlite(path, { readonly: true }));
