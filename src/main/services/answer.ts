import type { Sqlite } from '../store/sqlite.ts';

/** Runs a query on one moment of the open project. */
export type Answer = <Result>(work: (db: Sqlite) => Result) => Promise<Result>;
