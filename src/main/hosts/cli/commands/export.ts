import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { AppError } from '../../../../shared/errors.ts';
import type { Core } from '../../core/start-core.ts';
import { writeError } from '../../core/write-error.ts';

/** Copies a finished export to where the person wants it; an older file of that name stays until the copy is whole. */
export const saveExport = async (core: Core, id: string, path: string): Promise<string> => {
  const made = await core.file(id);
  if (!made) throw new AppError('notFound', { what: 'export', id });
  const target = resolve(path);
  const half = `${target}.part`;
  try {
    await mkdir(dirname(target), { recursive: true });
    await copyFile(made.path, half);
    await rename(half, target);
  } catch (error) {
    await rm(half, { force: true }).catch(() => undefined);
    throw writeError(error, basename(target));
  }
  return target;
};
