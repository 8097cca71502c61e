import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { AppError } from '../../../../shared/errors.ts';
import type { Core } from '../../core/start-core.ts';

/** Copies a finished export to where the person wants it; an older file of that name stays until the copy is whole. */
export const saveExport = async (core: Core, id: string, path: string): Promise<string> => {
  const made = await core.file(id);
  if (!made) throw new AppError('notFound', { what: 'export', id });
  const target = resolve(path);
  await mkdir(dirname(target), { recursive: true });
  const half = `${target}.part`;
  try {
    await copyFile(made.path, half);
    await rename(half, target);
  } catch (error) {
    await rm(half, { force: true });
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw new AppError('diskFull', { file: target }, error);
    throw error;
  }
  return target;
};
