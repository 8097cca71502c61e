import { randomUUID } from 'node:crypto';
import { copyFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { app, type BrowserWindow, dialog, type FileFilter } from 'electron';
import type { SaveResult } from '../../../shared/api/desktop-bridge.ts';
import { AppError } from '../../../shared/errors.ts';
import { told } from './language.ts';

const filterOf = (name: string): FileFilter[] => {
  const ending = extname(name).slice(1);
  return ending === '' ? [] : [{ name: ending.toUpperCase(), extensions: [ending] }];
};

const problemOf = (error: unknown, file: string): AppError => {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return new AppError('diskFull', { file }, error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EBUSY') return new AppError('fileLocked', { file }, error);
  return new AppError('internal', { reference: code ?? 'save' }, error);
};

/** The system's save dialog keeps the folder of the last time by itself; the first time it is the documents. */
let lastFolder: string | null = null;

/**
 * Asks where, then writes beside that place and puts it there in one step: a file that was there is replaced by a whole
 * one or not at all.
 */
const save = async (
  window: BrowserWindow,
  name: string,
  write: (path: string) => Promise<unknown>,
): Promise<SaveResult> => {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: told('desktop.save'),
    defaultPath: join(lastFolder ?? app.getPath('documents'), basename(name)),
    filters: filterOf(name),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || filePath === '') return null;
  const beside = join(dirname(filePath), `.${randomUUID()}.part`);
  try {
    await write(beside);
    await rename(beside, filePath);
    lastFolder = dirname(filePath);
    return { path: filePath };
  } catch (error) {
    await rm(beside, { force: true });
    const { code, details } = problemOf(error, basename(filePath));
    return { error: { code, details } };
  }
};

/** A finished export, copied: its original is gone when the app is. */
export const saveExport = (window: BrowserWindow, file: { path: string; name: string } | null): Promise<SaveResult> => {
  if (file === null) {
    const { code, details } = new AppError('notFound', { what: 'file', id: null });
    return Promise.resolve({ error: { code, details } });
  }
  return save(window, file.name, (beside) => copyFile(file.path, beside));
};

export const saveBytes = (window: BrowserWindow, name: string, bytes: Uint8Array): Promise<SaveResult> =>
  save(window, name, (beside) => writeFile(beside, bytes));
