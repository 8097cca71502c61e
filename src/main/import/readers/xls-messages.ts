import type { SampleRow } from './find-header.ts';

/** One part of a packed book, unpacked. */
export interface BookPart {
  readonly name: string;
  readonly contents: Uint8Array;
}

/** What the thread that parses a binary Excel file is started with. */
export interface XlsStart {
  /** The file, or the parts of one that is packed. */
  readonly book: Uint8Array | readonly BookPart[];
  /** 0-based number of the sheet whose rows are wanted; null for the heads of all. */
  readonly sheet: number | null;
  /** Rows of a head. */
  readonly headRows: number;
}

export interface XlsHead {
  /** 0-based number of the sheet in the file. */
  readonly sheet: number;
  readonly name: string;
  readonly rows: readonly SampleRow[];
}

/** The thread's words: the heads, or a piece of the rows each time it is asked for more, an empty one at the end. */
export type XlsAnswer =
  | { readonly heads: readonly XlsHead[] }
  | { readonly rows: readonly SampleRow[]; readonly fraction: number }
  | { readonly failure: 'locked' | 'damaged'; readonly why: string };
