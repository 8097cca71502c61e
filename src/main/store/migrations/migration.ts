import type { Sqlite } from '../sqlite.ts';

/** One step of the file's format, forward only. Once released it never changes. */
export interface Migration {
  readonly name: string;
  up(db: Sqlite): void;
}
