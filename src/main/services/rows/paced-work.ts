import { setImmediate, setTimeout } from 'node:timers/promises';
import { AppError } from '../../../shared/errors.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { createRecentPieces, type RecentPieces } from './recent-pieces.ts';

/** Milliseconds of work before others have their turn. */
const sliceMs = 12;
/** How long work goes on that nobody waits for just now: whoever asks in steps asks again within it. */
const unaskedMs = 1_000;
/** What may be kept: four orders of 5 million rows. */
const usualBytes = 80 * 2 ** 20;

/** Something that is made of all rows of a table. */
export interface Task<Result extends object> {
  /** What it is known by, as long as the project's rows are as they are. */
  readonly name: string;
  /** The result from what is known already; null where something is to be made first. */
  known(pieces: RecentPieces): Result | null;
  /**
   * Makes it and keeps its pieces; yields how far it is, 0 to 1.
   * @param db a connection that sees one moment of the project for all of it
   */
  make(db: Sqlite, pieces: RecentPieces): Generator<number, Result>;
}

interface Build {
  readonly name: string;
  readonly db: Sqlite;
  readonly work: Generator<number, object>;
  readonly settled: Promise<object>;
  readonly resolve: (result: object) => void;
  readonly reject: (error: unknown) => void;
  fraction: number;
  waiting: number;
  askedAt: number;
}

interface AskOptions {
  readonly patienceMs: number | undefined;
  readonly signal: AbortSignal | undefined;
}

export interface PacedWork {
  /**
   * What the task makes; a number where it is not made within the patience: how far it is.
   * @param state what the rows depend on: another one forgets what was made
   * @throws AppError `cancelled` where the asker gave up or the project was closed
   */
  ask<Result extends object>(state: string, task: Task<Result>, options: AskOptions): Promise<Result | number>;
  /** What is known already; null where something is to be made first. */
  known<Result extends object>(state: string, task: Task<Result>): Result | null;
  /** Stops everything and forgets it, and lets go of the project. */
  clear(): void;
}

/**
 * Reads through tables beside the other answers of a thread, a slice at a time, each task over a connection of its own
 * that sees one moment of the project. What was asked last goes first; what nobody wants any more is dropped.
 * @param connect opens that connection
 * @param mostBytes what may be kept of their pieces
 */
export const createPacedWork = (connect: () => Sqlite, mostBytes = usualBytes): PacedWork => {
  let current: { readonly state: string; readonly pieces: RecentPieces } | null = null;
  const builds: Build[] = [];
  let isWorking = false;

  const piecesOf = (state: string): RecentPieces => {
    if (current?.state !== state) {
      for (const build of builds.filter(({ waiting }) => waiting === 0)) end(build, new AppError('cancelled'));
      current = { state, pieces: createRecentPieces(mostBytes) };
    }
    return current.pieces;
  };
  const end = (build: Build, outcome: object): void => {
    const at = builds.indexOf(build);
    if (at < 0) return;
    builds.splice(at, 1);
    build.db.close();
    if (outcome instanceof Error) build.reject(outcome);
    else build.resolve(outcome);
  };
  const isWanted = (build: Build): boolean => build.waiting > 0 || performance.now() - build.askedAt < unaskedMs;

  const slice = (build: Build): void => {
    const until = performance.now() + sliceMs;
    try {
      do {
        const step = build.work.next();
        if (step.done) {
          end(build, step.value);
          return;
        }
        build.fraction = Math.max(build.fraction, step.value);
      } while (performance.now() < until);
    } catch (error) {
      end(build, error instanceof Error ? error : new Error(String(error)));
    }
  };
  const work = async (): Promise<void> => {
    if (isWorking) return;
    isWorking = true;
    try {
      while (builds.length > 0) {
        for (const build of builds.filter((one) => !isWanted(one))) end(build, new AppError('cancelled'));
        const newest = builds.at(-1);
        if (newest) slice(newest);
        await setImmediate();
      }
    } finally {
      isWorking = false;
    }
  };

  const start = (name: string, task: Task<object>, pieces: RecentPieces): Build => {
    const db = connect();
    db.exec('BEGIN');
    const { promise, resolve, reject } = Promise.withResolvers<object>();
    // Whoever waits hears of it; it is no unhandled one where nobody does.
    promise.catch(() => undefined);
    const build: Build = {
      name,
      db,
      work: task.make(db, pieces),
      settled: promise,
      resolve,
      reject,
      fraction: 0,
      waiting: 0,
      askedAt: performance.now(),
    };
    builds.push(build);
    void work();
    return build;
  };

  return {
    known: (state, task) => task.known(piecesOf(state)),
    ask: async <Result extends object>(
      state: string,
      task: Task<Result>,
      { patienceMs, signal }: AskOptions,
    ): Promise<Result | number> => {
      if (signal?.aborted) throw new AppError('cancelled');
      const pieces = piecesOf(state);
      const known = task.known(pieces);
      if (known !== null) return known;
      const name = `${state} ${task.name}`;
      const build = builds.find((one) => one.name === name) ?? start(name, task, pieces);
      build.askedAt = performance.now();
      build.waiting += 1;
      const stop = new AbortController();
      const givenUp = Promise.withResolvers<never>();
      givenUp.promise.catch(() => undefined);
      const giveUp = () => {
        // At once, so that what is asked instead need not wait for it.
        if (build.waiting === 1) end(build, new AppError('cancelled'));
        givenUp.reject(new AppError('cancelled'));
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      try {
        // A name stands for one task, so what was made under it is this task's result.
        const outcomes = [build.settled as Promise<Result | null>, givenUp.promise];
        if (patienceMs !== undefined) outcomes.push(setTimeout(patienceMs, null, { signal: stop.signal }));
        return (await Promise.race(outcomes)) ?? build.fraction;
      } finally {
        stop.abort();
        signal?.removeEventListener('abort', giveUp);
        build.waiting -= 1;
        build.askedAt = performance.now();
      }
    },
    clear: () => {
      for (const build of [...builds]) end(build, new AppError('cancelled'));
      current = null;
    },
  };
};
