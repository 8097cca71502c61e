import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { AppError } from '../../../shared/errors.ts';
import { expandPaths } from '../../import/expand-paths.ts';
import { raiseRevision } from '../../store/repositories/meta.ts';
import { noteSeenFile, type SeenFile, seenFiles, watchedFolderOf } from '../../store/repositories/watched.ts';
import { inTransaction } from '../../store/sqlite.ts';
import type { SourceDependencies } from '../import-planned.ts';
import { inTurn } from '../in-turn.ts';
import type { JobContext } from '../services.ts';
import { isLater, takeFile } from './take-file.ts';

export interface WatchTimes {
  /** A file must not have changed for so long. */
  readonly settleMs: number;
  /** Between two looks without being told of a change: not every drive tells. */
  readonly pollMs: number;
}

export const usualWatchTimes: WatchTimes = { settleMs: 2_000, pollMs: 30_000 };

/** Looks at the folder that the open project names, for as long as it does. */
export interface FolderWatcher {
  /** The project may have changed, or be another one. */
  sync(): void;
  /** Lets go of the folder and ends what is being done, until the next `sync`. */
  stop(): Promise<void>;
}

type FileState = Pick<SeenFile, 'path' | 'bytes' | 'modifiedMs'>;

const isSame = (a: FileState | undefined, b: FileState): boolean =>
  a?.bytes === b.bytes && a.modifiedMs === b.modifiedMs;

/** Readable files of the folder, the oldest first; none where it cannot be read. */
const filesOf = async (folder: string): Promise<FileState[]> => {
  const paths = await expandPaths([folder]).catch(() => []);
  const files: FileState[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => null);
    if (found?.isFile()) files.push({ path, bytes: found.size, modifiedMs: found.mtimeMs });
  }
  return files.sort((a, b) => a.modifiedMs - b.modifiedMs || (a.path < b.path ? -1 : 1));
};

/** One folder under watch: its own timers and abort, so that nothing of it outlives it. */
const watchOne = (dependencies: SourceDependencies, folder: string, { settleMs, pollMs }: WatchTimes) => {
  const { session, now } = dependencies;
  const { project } = session;
  const isOpen = () => session.project === project && !stopped.signal.aborted;
  const stopped = new AbortController();
  const job: JobContext = { signal: stopped.signal, progress: () => {} };
  let last = new Map<string, FileState>();
  let timer: NodeJS.Timeout | undefined;
  let watcher: FSWatcher | null = null;
  let looking: Promise<void> = Promise.resolve();
  let isLooking = false;

  const lookIn = (ms: number): void => {
    if (stopped.signal.aborted) return;
    clearTimeout(timer);
    timer = setTimeout(begin, ms);
    // The watch is no reason to keep a program alive.
    timer.unref();
  };

  /** Deals with what is new and has settled. True where another look should follow soon. */
  const look = async (): Promise<boolean> => {
    const files = await filesOf(folder);
    if (!isOpen()) return false;
    const seen = new Map(seenFiles(session.db).map((one) => [one.path, one]));
    const fresh = files.filter((file) => !isSame(seen.get(file.path), file));
    const settled = fresh.filter((file) => isSame(last.get(file.path), file));
    last = new Map(fresh.map((file) => [file.path, file]));
    for (const file of settled) {
      const fate = await takeFile(dependencies, file.path, job, isOpen);
      await inTurn(session, 'recipe.watch', job, () => {
        if (!isOpen()) throw new AppError('cancelled');
        inTransaction(session.db, () => {
          noteSeenFile(session.db, { ...file, ...fate, at: now().toISOString() });
          raiseRevision(session.db);
        });
      });
      last.delete(file.path);
    }
    return last.size > 0;
  };

  const begin = (): void => {
    if (isLooking) return;
    isLooking = true;
    looking = look()
      .then(
        (isMore) => lookIn(isMore ? settleMs : pollMs),
        (error: unknown) => lookIn(isLater(error) ? settleMs : pollMs),
      )
      .finally(() => {
        isLooking = false;
      });
  };

  try {
    watcher = watch(folder, { persistent: false, recursive: false }, () => lookIn(settleMs));
    watcher.on('error', () => watcher?.close());
  } catch {
    // A folder that is not there, or a drive that tells nothing: the slow looks remain.
  }
  begin();
  return {
    folder,
    project,
    stop: async () => {
      stopped.abort();
      clearTimeout(timer);
      watcher?.close();
      await looking.catch(() => undefined);
    },
  };
};

/** @param times null where nothing is watched: the command line does what it was asked, and ends */
export const createFolderWatcher = (dependencies: SourceDependencies, times: WatchTimes | null): FolderWatcher => {
  const { session } = dependencies;
  let watched: ReturnType<typeof watchOne> | null = null;
  const stop = async (): Promise<void> => {
    const former = watched;
    watched = null;
    await former?.stop();
  };
  return {
    stop,
    sync: () => {
      if (times === null) return;
      const folder = session.project === null ? null : watchedFolderOf(session.project.db);
      if (watched?.folder === folder && watched?.project === session.project) return;
      void stop();
      if (folder !== null) watched = watchOne(dependencies, folder, times);
    },
  };
};
