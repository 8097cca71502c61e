import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openTables } from '../../../../src/main/import/open-tables.ts';
import type { RawTable } from '../../../../src/main/import/raw-table.ts';
import { AppError, type ErrorCode } from '../../../../src/shared/errors.ts';

/** A folder that goes when the test is over. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-readers-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** Writes a file into a folder of its own and gives its path. */
export const writeFile = (name: string, contents: string | Uint8Array): string => {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, contents);
  return path;
};

export const openOne = async (path: string): Promise<RawTable> => {
  const tables = await openTables(path, {});
  if (tables.length !== 1) throw new Error(`${tables.length} tables`);
  return tables[0]!;
};

export const readAll = async (table: RawTable): Promise<{ rowNumbers: number[]; rows: (readonly string[])[] }> => {
  const rowNumbers: number[] = [];
  const rows: (readonly string[])[] = [];
  for await (const batch of table.rows({})) {
    rowNumbers.push(...batch.rowNumbers);
    rows.push(...batch.rows);
  }
  return { rowNumbers, rows };
};

/** Header and rows of a file with these contents. */
export const readContents = async (name: string, contents: string | Uint8Array) => {
  const table = await openOne(writeFile(name, contents));
  return { ...table, ...(await readAll(table)) };
};

/** The error that opening and reading a file ends in. */
export const failureOf = async (path: string): Promise<{ code: ErrorCode; details: AppError['details'] }> => {
  try {
    for (const table of await openTables(path, {})) await readAll(table);
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, details: error.details };
    throw error;
  }
  throw new Error('it was read without an error');
};

export const failureOfContents = (name: string, contents: string | Uint8Array) => failureOf(writeFile(name, contents));

/** Files this process has open; only Linux says. */
export const openFiles = (): number => (process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0);
