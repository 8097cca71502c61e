import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { openSqlite, type Sqlite, sqliteCode } from './sqlite.ts';

/** Held until `release`, or until the process ends in whatever way: the lock is the operating system's. */
export interface ProjectLock {
  release(): void;
}

const attempts = 5;

const ownerOf = (side: Sqlite): { token: string; owner: string } | null => {
  try {
    return side.prepare<{ token: string; owner: string }>('SELECT token, owner FROM owner').get() ?? null;
  } catch {
    return null;
  }
};

const isTaken = (error: unknown) => sqliteCode(error)?.startsWith('SQLITE_BUSY') ?? false;

/**
 * The reserved lock of a tiny side database stands for the project: one process can hold it, others can still read in
 * it who does, and it dies with its process, so nothing is left to clean up after a crash. The files are touched through
 * SQLite only: closing any other handle on them would drop the lock (POSIX).
 * @throws AppError `projectLocked` with the owner
 */
export const lockProject = (path: string, owner: string): ProjectLock => {
  const file = basename(path);
  const lockPath = `${path}-lock`;
  const token = randomUUID();
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const side = openSqlite(lockPath, { mustExist: false, waitMs: 0 });
    try {
      // The owner is committed first, so that others can read it, then the lock is taken again for good.
      side.exec('BEGIN IMMEDIATE');
      side.exec('CREATE TABLE IF NOT EXISTS owner (token TEXT, owner TEXT); DELETE FROM owner');
      side.prepare('INSERT INTO owner VALUES (?, ?)').run(token, owner);
      side.exec('COMMIT; BEGIN IMMEDIATE');
    } catch (error) {
      const other = ownerOf(side);
      side.close();
      if (isTaken(error)) throw new AppError('projectLocked', { file, owner: other?.owner ?? 'another program' });
      // Nobody holds it, yet it cannot be used: a crash in its first moment. Its content is worth nothing.
      if (sqliteCode(error) !== 'SQLITE_NOTADB' && !sqliteCode(error)?.startsWith('SQLITE_CORRUPT')) throw error;
      rmSync(lockPath, { force: true });
      continue;
    }
    // A former owner may have removed the file between our opening and locking it: then ours is a nameless one.
    let ours = false;
    try {
      const check = openSqlite(lockPath, { readonly: true, waitMs: 0 });
      ours = ownerOf(check)?.token === token;
      check.close();
    } catch {
      ours = false;
    }
    if (ours) return { release: () => release(side, lockPath) };
    side.close();
  }
  throw new AppError('projectLocked', { file, owner: 'another program' });
};

const release = (side: Sqlite, lockPath: string): void => {
  const remove = () => {
    try {
      rmSync(lockPath, { force: true });
      return true;
    } catch {
      return false;
    }
  };
  // While it is held, so that nobody's fresh lock is removed; Windows removes no open file, and no fresh lock either.
  const removed = process.platform !== 'win32' && remove();
  side.close();
  if (!removed && process.platform === 'win32') remove();
};
