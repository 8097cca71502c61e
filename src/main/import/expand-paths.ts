import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { hasReadableEnding } from '../../shared/model/readable-files.ts';
import { fileError } from './file-error.ts';

/** Folders within a folder that are looked into, such as one for each year and month. */
const deepest = 2;
/** More files than anybody means to read at once. */
const mostFiles = 500;

const { compare } = new Intl.Collator('en', { numeric: true });

const isHidden = (name: string): boolean => /^[.~]|^(desktop\.ini|thumbs\.db)$/i.test(name);

const filesIn = async (folder: string, depth: number): Promise<string[]> => {
  const entries: Dirent[] = await readdir(folder, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter(({ name }) => !isHidden(name)).sort((a, b) => compare(a.name, b.name))) {
    const path = join(folder, entry.name);
    // Links to folders are left alone: they may lead round in a circle.
    if (entry.isDirectory()) found.push(...(depth < deepest ? await filesIn(path, depth + 1) : []));
    else if (hasReadableEnding(entry.name) && (entry.isFile() || (await isFile(path)))) found.push(path);
    if (found.length > mostFiles)
      throw new AppError('fileUnreadable', {
        file: basename(folder),
        reason: `it holds more than ${mostFiles} files`,
      });
  }
  return found;
};

const isFile = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
};

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // Whoever reads it says what is wrong with it.
    return false;
  }
};

/**
 * The files that paths stand for: a folder stands for the files in it, and in folders within it, whose endings say that
 * they can be read, in the order of their names with numbers as numbers (`2.csv` before `10.csv`). Other paths are
 * handed on as they are; a file that is named twice comes once.
 * @throws AppError `folderEmpty`, and what the system says of the folder
 */
export const expandPaths = async (paths: readonly string[]): Promise<string[]> => {
  const expanded = new Set<string>();
  for (const path of paths) {
    if (!(await isFolder(path))) {
      expanded.add(path);
      continue;
    }
    let found: string[];
    try {
      found = await filesIn(path, 0);
    } catch (error) {
      throw fileError(error, basename(path));
    }
    if (found.length === 0) throw new AppError('folderEmpty', { file: basename(path) });
    for (const file of found) expanded.add(file);
  }
  return [...expanded];
};
