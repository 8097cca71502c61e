import { setImmediate } from 'node:timers/promises';
import { AppError } from '../../shared/errors.ts';
import { checkpoint, type ProjectFile } from '../store/project-file.ts';
import { type Sqlite, sqliteProblem } from '../store/sqlite.ts';
import type { JobContext } from './services.ts';

/** What a reading thread must be told: which project is open. */
export interface Follower {
  attach(path: string | null): Promise<void>;
}

/** The one project that this process has open, and whose turn it is. */
export interface Session {
  readonly project: ProjectFile | null;
  /** @throws AppError `noProject` */
  readonly db: Sqlite;
  /** Runs one writing job or command; while it runs everything else is told `busy`. */
  exclusive<Result>(job: string, work: () => Promise<Result> | Result): Promise<Result>;
  /** Puts another project in the place of the open one, which is closed; null closes only. */
  replace(project: ProjectFile | null): Promise<void>;
}

/** @param onIdle called whenever a job or command is over */
export const createSession = (reader: Follower | undefined, onIdle: () => void = () => {}): Session => {
  let project: ProjectFile | null = null;
  let running: string | null = null;
  return {
    get project() {
      return project;
    },
    get db() {
      if (project === null) throw new AppError('noProject');
      return project.db;
    },
    exclusive: async (job, work) => {
      if (running !== null) throw new AppError('busy', { job: running });
      running = job;
      try {
        const result = await work();
        if (project !== null) checkpoint(project.db);
        return result;
      } catch (error) {
        throw sqliteProblem(error, project?.path ?? '') ?? error;
      } finally {
        running = null;
        onIdle();
      }
    },
    replace: async (next) => {
      const former = project;
      if (former !== null) {
        // Its reader lets go first: only a last connection can fold everything into one file.
        await reader?.attach(null);
        project = null;
        former.close();
      }
      project = next;
      if (next !== null) await reader?.attach(next.path);
    },
  };
};

/** Lets messages in (a cancel is one), then stops where one came. */
export const breathe = async (job: Pick<JobContext, 'signal'>): Promise<void> => {
  await setImmediate();
  if (job.signal.aborted) throw new AppError('cancelled');
};

/** Reports a part of a job as the span [from, to] of the whole. */
export const spanOf =
  (job: JobContext, stage: Parameters<JobContext['progress']>[0], from: number, to: number) =>
  (fraction: number): void =>
    job.progress(stage, from + (to - from) * Math.min(1, Math.max(0, fraction)));

/** A job of its own within the part [from, to] of another. */
export const partOf = (job: JobContext, from: number, to: number): JobContext => ({
  signal: job.signal,
  progress: (stage, fraction) => job.progress(stage, from + (to - from) * fraction),
});
