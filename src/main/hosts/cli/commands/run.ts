import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '../../../../shared/errors.ts';
import type { KChoice, Method } from '../../../../shared/model/segmentation.ts';
import type { SetAsideReason } from '../../../../shared/model/source.ts';
import { lockProject, type ProjectLock } from '../../../store/lock.ts';
import type { Core } from '../../core/start-core.ts';
import { writeError } from '../../core/write-error.ts';
import { follow, showProgress } from '../progress.ts';
import { segmentationJson, structureJson } from './describe.ts';
import { saveExport } from './export.ts';
import { countSetAside, toCents } from './project.ts';

/** What the report and its like are headed by, as it names a file for a while: within what file systems allow. */
const projectName = (file: string): string => {
  const name = basename(resolve(file))
    .replace(/\.gz$/i, '')
    .replace(/\.[^.]+$/, '');
  return [...name].slice(0, 50).join('').trim() || 'project';
};

export interface RunOptions {
  readonly out: string;
  readonly method: Method;
  readonly k: KChoice;
  readonly seed: number;
  readonly keep?: SetAsideReason[];
  readonly replace?: boolean;
}

/** Makes the folder and one inside it to work in; `undo` takes away what stands empty of what was made. */
const makeFolders = async (out: string) => {
  try {
    const first = await mkdir(out, { recursive: true });
    const undo = async () => {
      for (let folder = out; first !== undefined && folder.length >= first.length; folder = dirname(folder))
        await rmdir(folder);
    };
    return { making: await mkdtemp(join(out, '.making-')), undo: () => undo().catch(() => undefined) };
  } catch (error) {
    throw writeError(error, basename(out));
  }
};

/**
 * The whole journey from files to `project.tessera`, `segments.csv` and `report.html` in one folder. Everything is made
 * in a folder beside and moved in at the end, so that a failure leaves what was there.
 */
export const runJourney = async (core: Core, files: readonly string[], options: RunOptions, signal: AbortSignal) => {
  const began = performance.now();
  const out = resolve(options.out);
  const project = join(out, 'project.tessera');
  if (existsSync(project) && !options.replace) throw new AppError('projectExists', { file: project });
  const { making, undo } = await makeFolders(out);
  const show = showProgress();
  let lock: ProjectLock | null = null;
  const seconds: Record<string, number> = {};
  const timed = async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    const start = performance.now();
    const result = await work();
    seconds[name] = Number(((performance.now() - start) / 1000).toFixed(3));
    return result;
  };
  try {
    const { client } = core;
    // Held to the end: a project that somebody has open must not be replaced under their hands.
    lock = lockProject(project, `another run of tessera (process ${process.pid})`);
    const name = projectName(files[0]!);
    const made = join(making, `${name}.tessera`);
    await client.project.create({ name, path: made });
    const paths = files.map((file) => resolve(file));
    await timed('import', () =>
      follow(client, client.source.import({ paths, ...(options.keep ? { keep: options.keep } : {}) }), signal, show),
    );
    const { method, k, seed } = options;
    const segmentation = await timed('segment', () =>
      follow(client, client.segmentation.run({ method, k, seed }), signal, show),
    );
    const [info, setAside] = await Promise.all([client.project.info(), client.source.setAside()]);
    await timed('export', async () => {
      const handle = await follow(client, client.export.table({ what: 'segments', format: 'csv' }), signal, show);
      await saveExport(core, handle.id, join(making, 'segments.csv'));
    });
    await timed('report', async () => {
      const handle = await follow(
        client,
        client.export.report({ withCustomers: false, template: 'analyst' }),
        signal,
        show,
      );
      await saveExport(core, handle.id, join(making, 'report.html'));
    });
    await client.project.close();
    // A log that a crash left beside the former project is none of the new one's.
    for (const end of ['-wal', '-shm']) await rm(`${project}${end}`, { force: true });
    for (const [from, to] of [
      [join(making, 'segments.csv'), join(out, 'segments.csv')],
      [join(making, 'report.html'), join(out, 'report.html')],
      [made, project],
    ] as const)
      await rename(from, to).catch(() => copyFile(from, to));
    seconds.total = Number(((performance.now() - began) / 1000).toFixed(3));
    const totals = info?.totals ?? null;
    return {
      segmentation,
      json: {
        customers: totals?.customers ?? segmentation.customers,
        orders: totals?.orders ?? null,
        orderLines: totals?.orderLines ?? null,
        revenue: toCents(totals?.revenue ?? null),
        setAside: countSetAside(setAside),
        structure: structureJson(segmentation),
        segmentation: segmentationJson(segmentation),
        seconds,
      },
    };
  } finally {
    show.end();
    await core.client.project.close().catch(() => undefined);
    await rm(making, { recursive: true, force: true });
    lock?.release();
    await undo();
  }
};
