import type { StoredValue } from '../../src/main/import/types.ts';
import type { ColumnType } from '../../src/shared/model/column.ts';

/** What a file is to be read as; what is left out is not looked at. */
export interface ExpectedReading {
  readonly encoding?: string;
  readonly delimiter?: string | null;
  readonly headerRow?: number;
  readonly rows?: number;
  readonly names?: readonly string[];
  readonly types?: readonly ColumnType[];
  /** Of the last column. */
  readonly lastFormat?: string | null;
  /** By row in the file and place of the column. */
  readonly cells?: readonly (readonly [row: number, column: number, value: StoredValue])[];
  /** Keys of messages that must be there. */
  readonly notes?: readonly string[];
  readonly doubts?: readonly string[];
  /** Customers and lines that count, and lines that cannot be read. */
  readonly customers?: number;
  readonly lines?: number;
  readonly unreadable?: number;
  /** Rows as written: each must come back from what is stored. */
  readonly written?: readonly (readonly string[])[];
}

/** The sentence a file is refused with. */
export interface ExpectedError {
  readonly code: string;
  readonly row?: number;
}

/** One file that a shop could have; nothing of it is stored. */
export interface TortureFile {
  /** What is wrong with it. */
  readonly what: string;
  /** `orders.csv` where absent. */
  readonly name?: string;
  readonly contents: () => string | Uint8Array;
  readonly expect: ExpectedReading | { readonly error: ExpectedError };
}

export const quoted = (text: string, delimiter = ','): string =>
  /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;

/** Text of a table: cells quoted where they must be. */
export const csv = (rows: readonly (readonly string[])[], delimiter = ',', lineEnd = '\n'): string =>
  rows.map((cells) => cells.map((cell) => quoted(cell, delimiter)).join(delimiter) + lineEnd).join('');

export const header = ['Order', 'Customer', 'Date', 'Amount'] as const;

/** Orders A-1 … of seven customers from January 2024 on, a few days apart: numbers with a point, ISO dates. */
export const orders = (count: number, from = 1): string[][] =>
  Array.from({ length: count }, (_, i) => {
    const n = from + i;
    const day = new Date(Date.UTC(2024, 0, 1) + n * 2 * 86_400_000).toISOString().slice(0, 10);
    return [`A-${n}`, `K${(n % 7) + 1}`, day, `${n}.${String((n * 37) % 100).padStart(2, '0')}`];
  });
