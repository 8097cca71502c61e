import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { ProjectInfo } from '../../shared/model/project.ts';
import { createProjectFile, openProjectFile, type ProjectFile, realPath } from '../store/project-file.ts';
import { setCreatedAt } from '../store/repositories/meta.ts';
import { listSources } from '../store/repositories/sources.ts';
import { ensureSnapshot } from './features.ts';
import { projectInfo } from './project-info.ts';
import { rememberProject } from './recents.ts';
import type { ServicePaths, WriterServices } from './services.ts';
import type { Session } from './session.ts';

export interface ProjectDependencies {
  readonly session: Session;
  readonly paths: ServicePaths;
  readonly now: () => Date;
  readonly onOpened: () => void;
}

/** Who holds a project, as another program will say it. */
const ownerText = (now: Date): string =>
  `another Tessera window (process ${process.pid}, since ${now.toISOString().slice(0, 16).replace('T', ' ')} UTC)`;

const withExtension = (path: string): string => (extname(path).toLowerCase() === '.tessera' ? path : `${path}.tessera`);

/** Systems take 255 bytes; a number, the ending and what SQLite puts beside must fit as well. */
const nameBytes = 200;

/** The whole characters that fit; one of them may take four bytes. */
const cutToBytes = (text: string, bytes: number): string => {
  let end = 0;
  let used = 0;
  for (const character of text) {
    used += Buffer.byteLength(character);
    if (used > bytes) break;
    end += character.length;
  }
  return text.slice(0, end);
};

/** A name as a file name that every system takes. */
const fileName = (name: string): string => {
  const safe = name
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return cutToBytes(safe, nameBytes).replace(/[. ]+$/, '') || 'Project';
};

/** The first free name: an existing project is never in the way. */
const freePath = (folder: string, name: string): string => {
  for (let n = 1; ; n += 1) {
    const path = join(folder, `${fileName(name)}${n === 1 ? '' : ` ${n}`}.tessera`);
    if (!existsSync(path)) return path;
  }
};

const put = async (
  { session, paths, now, onOpened }: ProjectDependencies,
  project: ProjectFile,
): Promise<ProjectInfo> => {
  await session.replace(project);
  if (listSources(project.db).length > 0) {
    onOpened();
    await ensureSnapshot(project.db, { signal: new AbortController().signal });
  }
  const info = projectInfo(project.db);
  await rememberProject(paths.userData, info, now());
  return info;
};

type ProjectServices = Omit<WriterServices['project'], 'sample'>;

/** Creating and opening close the project that was open, once the other one is there. */
export const createProject = async (
  dependencies: ProjectDependencies,
  input: { name: string; path?: string | undefined },
): Promise<ProjectInfo> => {
  const { paths, now } = dependencies;
  const path = input.path === undefined ? freePath(paths.documents, input.name) : withExtension(resolve(input.path));
  await mkdir(dirname(path), { recursive: true }).catch((error: unknown) => {
    throw new AppError('projectProtected', { file: basename(path) }, error);
  });
  const project = createProjectFile(path, { owner: ownerText(now()) });
  setCreatedAt(project.db, now().toISOString());
  return put(dependencies, project);
};

export const openProject = async (dependencies: ProjectDependencies, path: string): Promise<ProjectInfo> => {
  const { session, now } = dependencies;
  const full = realPath(resolve(path));
  if (session.project?.path === full) return projectInfo(session.project.db);
  return put(dependencies, openProjectFile(full, { owner: ownerText(now()) }));
};

export const createProjectServices = (dependencies: ProjectDependencies): ProjectServices => {
  const { session } = dependencies;
  return {
    create: (input) => session.exclusive('project.create', () => createProject(dependencies, input)),
    open: ({ path }) => session.exclusive('project.open', () => openProject(dependencies, path)),
    close: () =>
      session.exclusive('project.close', async () => {
        const closed = session.project !== null;
        await session.replace(null);
        return { closed };
      }),
  };
};
