import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { migrations } from '../../../src/main/store/migrations/index.ts';
import { createProjectFile, openForReading, openProjectFile } from '../../../src/main/store/project-file.ts';
import { raiseRevision, revisionOf } from '../../../src/main/store/repositories/meta.ts';
import { openSqlite } from '../../../src/main/store/sqlite.ts';
import { AppError, type ErrorCode } from '../../../src/shared/errors.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
const options = { owner: 'this test' };
/** The format that is written now. */
const today = migrations.length;
let count = 0;
const newPath = (): string => {
  count += 1;
  return join(folder, `shop ${count}.tessera`);
};
const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
const filesOf = (path: string): string[] => readdirSync(folder).filter((name) => name.startsWith(basename(path)));

const failure = (work: () => unknown): AppError => {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
};
const codeOf = (work: () => unknown): ErrorCode => failure(work).code;

const made = (): string => {
  const path = newPath();
  const project = createProjectFile(path, options);
  raiseRevision(project.db);
  project.close();
  return path;
};

describe('a project file', () => {
  it('is one file when closed, and says what it is to any SQLite tool', () => {
    const path = made();
    expect(filesOf(path)).toEqual([basename(path)]);
    const db = openSqlite(path, { readonly: true });
    expect(db.pragma('application_id')).toBe(0x54455353);
    expect(db.pragma('user_version')).toBe(today);
    expect(db.pragma('journal_mode')).toBe('delete');
    db.close();
  });

  it('keeps what was written, and lets a reader beside the writer see it once it is committed', () => {
    const path = made();
    const project = openProjectFile(path, options);
    const reader = openForReading(path);
    project.db.exec('BEGIN IMMEDIATE');
    raiseRevision(project.db);
    expect(revisionOf(reader)).toBe(1);
    project.db.exec('COMMIT');
    expect(revisionOf(reader)).toBe(2);
    reader.close();
    project.close();
    expect(filesOf(path)).toEqual([basename(path)]);
    const again = openProjectFile(path, options);
    expect(revisionOf(again.db)).toBe(2);
    again.close();
  });

  it('is told to the next one who wants it, with who has it', () => {
    const path = made();
    const project = openProjectFile(path, { owner: 'Tessera in window one' });
    const error = failure(() => openProjectFile(path, options));
    expect(error.code).toBe('projectLocked');
    expect(error.details).toEqual({ file: basename(path), owner: 'Tessera in window one' });
    project.close();
    openProjectFile(path, options).close();
  });

  it('has one writer, whatever name it is opened under', () => {
    const path = made();
    const link = newPath();
    symlinkSync(path, link);
    const project = openProjectFile(link, options);
    expect(codeOf(() => openProjectFile(path, options))).toBe('projectLocked');
    raiseRevision(project.db);
    project.close();
    expect(filesOf(link)).toEqual([basename(link)]);
    expect(filesOf(path)).toEqual([basename(path)]);
    const again = openProjectFile(path, options);
    expect(revisionOf(again.db)).toBe(2);
    again.close();
  });

  it('becomes small again when much of it is gone, and keeps nothing of what is gone', () => {
    const path = newPath();
    const project = createProjectFile(path, options);
    project.db.exec('CREATE TABLE source_1 (name TEXT)');
    const insert = project.db.prepare('INSERT INTO source_1 VALUES (?)');
    for (let i = 0; i < 2000; i += 1) insert.run(`a customer that was removed ${i} ${'x'.repeat(500)}`);
    const large = Number(project.db.pragma('page_count')) * 4096;
    project.db.exec('DROP TABLE source_1');
    raiseRevision(project.db);
    project.close();
    expect(statSync(path).size).toBeLessThan(large / 4);
    expect(readFileSync(path).includes('a customer that was removed')).toBe(false);
    const again = openProjectFile(path, options);
    expect(revisionOf(again.db)).toBe(1);
    expect(again.db.pragma('application_id')).toBe(0x54455353);
    again.close();
  });

  it('that was left in the middle of a rollback journal opens as it was before', () => {
    const path = newPath();
    createProjectFile(path, options).close();
    const before = hashOf(path);
    const dying = openSqlite(path);
    // With so few pages in memory the changed ones reach the file before the end of the transaction.
    dying.exec('PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; PRAGMA cache_spill = ON; BEGIN IMMEDIATE');
    dying.exec(
      'CREATE TABLE half AS WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n LIMIT 20000)' +
        ' SELECT i, randomblob(40) AS b FROM n',
    );
    const left = newPath();
    copyFileSync(path, left);
    copyFileSync(`${path}-journal`, `${left}-journal`);
    dying.close();
    expect(hashOf(left)).not.toBe(before);

    openProjectFile(left, options).close();
    expect(filesOf(left)).toEqual([basename(left)]);
    expect(openSqlite(left).prepare("SELECT name FROM sqlite_master WHERE name = 'half'").all()).toEqual([]);
  });

  it('is not made over another one', () => {
    const path = made();
    const before = hashOf(path);
    expect(codeOf(() => createProjectFile(path, options))).toBe('projectExists');
    expect(hashOf(path)).toBe(before);
  });

  it('says that it is missing', () => {
    expect(codeOf(() => openProjectFile(newPath(), options))).toBe('projectMissing');
    // A folder of that name is something else.
    expect(codeOf(() => openProjectFile(folder, options))).toBe('notAProject');
  });

  it('from a newer version is refused and not touched', () => {
    const path = made();
    const db = openSqlite(path);
    db.exec('PRAGMA user_version = 99');
    db.close();
    const before = hashOf(path);
    const error = failure(() => openProjectFile(path, options));
    expect(error.code).toBe('projectFromFuture');
    expect(error.details).toEqual({ file: basename(path), version: 99, supported: today });
    expect(hashOf(path)).toBe(before);
    expect(filesOf(path)).toEqual([basename(path)]);
  });

  it('is not any file of that name', () => {
    const text = newPath();
    writeFileSync(text, 'customer,amount\n1,2\n'.repeat(1000));
    const empty = newPath();
    writeFileSync(empty, '');
    const other = newPath();
    const db = openSqlite(other, { mustExist: false });
    db.exec('CREATE TABLE shop (id INTEGER)');
    db.close();
    for (const path of [text, empty, other]) {
      const before = hashOf(path);
      expect(codeOf(() => openProjectFile(path, options))).toBe('notAProject');
      expect(hashOf(path)).toBe(before);
      expect(filesOf(path)).toEqual([basename(path)]);
    }
  });

  it('that lost its end or has a damaged page is not opened and not changed', () => {
    const short = made();
    truncateSync(short, 3 * 4096);
    const scratched = made();
    const handle = openSync(scratched, 'r+');
    writeSync(handle, Buffer.alloc(4096, 0xab), 0, 4096, 2 * 4096);
    closeSync(handle);
    for (const path of [short, scratched]) {
      const before = hashOf(path);
      expect(codeOf(() => openProjectFile(path, options))).toBe('projectDamaged');
      expect(hashOf(path)).toBe(before);
      expect(existsSync(`${path}-lock`)).toBe(false);
    }
  });

  it('of an older format is copied beside itself, then brought forward', () => {
    const path = made();
    const before = hashOf(path);
    const next = {
      name: 'next',
      up: (db: { exec(sql: string): void }) => db.exec('CREATE TABLE wish (id INTEGER)'),
    };
    const project = openProjectFile(path, { ...options, migrations: [...migrations, next] });
    expect(project.db.pragma('user_version')).toBe(today + 1);
    expect(project.db.prepare('SELECT count(*) AS n FROM wish').get()).toEqual({ n: 0 });
    expect(revisionOf(project.db)).toBe(1);
    project.close();
    expect(hashOf(`${path}-format-${today}`)).toBe(before);
    expect(codeOf(() => openProjectFile(path, options))).toBe('projectFromFuture');
  });

  it('stays as it was where bringing it forward fails', () => {
    const path = made();
    const broken = {
      name: 'broken',
      up: (db: { exec(sql: string): void }) =>
        db.exec('CREATE TABLE half (id INTEGER); CREATE TABLE half (id INTEGER)'),
    };
    expect(() => openProjectFile(path, { ...options, migrations: [...migrations, broken] })).toThrow(/half/);
    const project = openProjectFile(path, options);
    expect(project.db.pragma('user_version')).toBe(today);
    expect(project.db.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'half'").get()).toEqual({ n: 0 });
    project.close();
  });
});
