import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { type ProjectInfo, type RecentProject, recentProjectSchema } from '../../shared/model/project.ts';

const most = 20;
const fileOf = (userData: string) => join(userData, 'recents.json');

/** Newest first. A list that cannot be read is an empty one: it only saves a few clicks. */
export const readRecents = async (userData: string): Promise<RecentProject[]> => {
  try {
    return z.array(recentProjectSchema).parse(JSON.parse(await readFile(fileOf(userData), 'utf8')));
  } catch {
    return [];
  }
};

/** Puts the project on top; the list is replaced in one step, so that a crash leaves the old one. */
export const rememberProject = async (userData: string, info: ProjectInfo, at: Date): Promise<void> => {
  const entry = {
    path: info.path,
    name: info.name,
    customers: info.totals?.customers ?? 0,
    openedAt: at.toISOString(),
  };
  const others = (await readRecents(userData)).filter((recent) => recent.path !== info.path);
  const beside = `${fileOf(userData)}.${randomUUID()}`;
  try {
    await mkdir(userData, { recursive: true });
    await writeFile(beside, JSON.stringify([entry, ...others].slice(0, most), null, 2));
    await rename(beside, fileOf(userData));
  } catch {
    // A full disk or a protected folder must not keep a project from opening.
    await rm(beside, { force: true });
  }
};
