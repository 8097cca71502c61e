import type { Message } from '../../shared/model/message.ts';
import type { OutsideRules } from './readers/outside-rows.ts';
import type { StrayQuotes } from './readers/split-records.ts';
import type { ReadOptions } from './types.ts';

/** Up to a few thousand rows as written, in file order. */
export interface RawBatch {
  /** 1-based row of each in the file or sheet, as a spreadsheet program counts them. */
  readonly rowNumbers: readonly number[];
  /**
   * The cells as written, quotes undone. A row may have fewer or more cells than the header. Spreadsheet cells are
   * written the one way that loses nothing: numbers as JavaScript prints them, dates as `yyyy-MM-dd`, with a time as
   * `yyyy-MM-dd HH:mm:ss`, booleans as `true` and `false`, formulas as their result.
   */
  readonly rows: readonly (readonly string[])[];
}

/** One table of one file, opened: how it is written, before anybody asks what it means. */
export interface RawTable {
  readonly path: string;
  /** The file's own name. */
  readonly file: string;
  /** Null for files that hold one table. */
  readonly sheet: string | null;
  readonly encoding: string;
  /** `,` `;` tab `|`, `whitespace` for aligned columns; null for spreadsheets. */
  readonly delimiter: string | null;
  /** 1-based row of the header; 0 where there is none. */
  readonly headerRow: number;
  /** Trimmed and unique; `Column 1` … where there is no header or a heading is empty. */
  readonly header: readonly string[];
  /** What says that it is written so. */
  readonly evidence?: readonly Message[];
  /** How to tell rows that are not of the table. */
  readonly outside?: OutsideRules;
  /** Marks that were read as ordinary characters; known once the rows were read. */
  readonly strayQuotes?: () => StrayQuotes;
  /** Identity of the file: size, modification time in milliseconds. */
  readonly bytes: number;
  readonly modifiedMs: number;
  /**
   * Streams the rows under the header; empty rows are passed over. May be called again: each call reads the file anew.
   * @throws AppError `cancelled`, `fileDamaged`, `fileUnreadable` and what else reading meets
   */
  rows(options: ReadOptions): AsyncIterable<RawBatch>;
}
