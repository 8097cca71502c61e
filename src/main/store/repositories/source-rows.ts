import type { Column, ColumnType } from '../../../shared/model/column.ts';
import type { Sqlite, SqlValue, Statement } from '../sqlite.ts';

export { mostColumns } from '../../../shared/model/source.ts';

/** Columns of ours that stand before the file's own; `_row` is the row's number in the file. */
const ownColumns = [
  '_row INTEGER PRIMARY KEY',
  '_customer INTEGER',
  '_order INTEGER',
  '_day TEXT',
  '_amount REAL',
  '_aside INTEGER NOT NULL',
];
const ownNames = ['_row', '_customer', '_order', '_day', '_amount', '_aside'];

const affinity: Record<ColumnType, string> = {
  integer: 'INTEGER',
  boolean: 'INTEGER',
  decimal: 'REAL',
  text: 'TEXT',
  category: 'TEXT',
  date: 'TEXT',
  timestamp: 'TEXT',
};

export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The file's own headers as SQLite takes them: no empty ones, none twice whatever the case, none of ours. */
export const safeColumnNames = (headers: readonly string[]): string[] => {
  const taken = new Set(ownNames);
  return headers.map((header, i) => {
    const base = header.replaceAll('\0', '').trim() || `column ${i + 1}`;
    let name = base;
    for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${base} ${n}`;
    taken.add(name.toLowerCase());
    return name;
  });
};

export const createSourceTable = (
  db: Sqlite,
  table: string,
  columns: readonly Column[],
  names: readonly string[],
): void => {
  const own = columns.map((column, i) => `${quoteName(names[i]!)} ${affinity[column.type]}`);
  db.exec(`CREATE TABLE ${quoteName(table)} (${[...ownColumns, ...own].join(', ')})`);
};

/** A customer's rows must be found without reading the whole table. */
export const indexSourceTable = (db: Sqlite, table: string): void => {
  db.exec(`CREATE INDEX ${quoteName(`${table}_customer`)} ON ${quoteName(table)} (_customer)`);
};

/** Rows a statement: fewer calls into SQLite, and each far below 50 ms. */
const rowsAtOnce = (columns: number): number => Math.max(1, Math.min(16, Math.floor(4000 / columns)));

/** Rows of one sheet as the importer hands them over, by column. */
interface RowBatch {
  readonly rowNumbers: Uint32Array;
  /** Each column as a function of the row in the batch. */
  readonly columns: readonly ((row: number) => SqlValue)[];
  /** Original text of cells that typed value and format cannot reproduce: [row in batch, column, text]. */
  readonly originals: readonly (readonly [number, number, string])[];
  readonly aside: Uint32Array;
  readonly day: (row: number) => SqlValue;
  readonly amount: (row: number) => SqlValue;
}

export interface RowWriter {
  /** `customers` and `orders` are the ids of the batch's keys, null where there is none. */
  write(batch: RowBatch, customers: readonly (number | null)[], orders: readonly (number | null)[]): void;
}

export const createRowWriter = (db: Sqlite, sourceId: number, table: string, columnCount: number): RowWriter => {
  const width = ownColumns.length + columnCount;
  const most = rowsAtOnce(width);
  const statements = new Map<number, Statement<never>>();
  const insert = (count: number): Statement<never> => {
    const known = statements.get(count);
    if (known) return known;
    const row = `(${Array(width).fill('?').join(',')})`;
    const made = db.prepare<never>(`INSERT INTO ${quoteName(table)} VALUES ${Array(count).fill(row).join(',')}`);
    statements.set(count, made);
    return made;
  };
  const original = db.prepare('INSERT OR REPLACE INTO source_original VALUES (?, ?, ?, ?)');
  return {
    write: ({ rowNumbers, columns, originals, aside, day, amount }, customers, orders) => {
      const total = rowNumbers.length;
      for (let from = 0; from < total; from += most) {
        const to = Math.min(total, from + most);
        const values = new Array<SqlValue>((to - from) * width);
        let at = 0;
        for (let i = from; i < to; i += 1) {
          values[at] = rowNumbers[i]!;
          values[at + 1] = customers[i]!;
          values[at + 2] = orders[i]!;
          values[at + 3] = day(i);
          values[at + 4] = amount(i);
          values[at + 5] = aside[i]!;
          at += ownColumns.length;
          for (let j = 0; j < columnCount; j += 1) values[at + j] = columns[j]!(i);
          at += columnCount;
        }
        insert(to - from).run(...values);
      }
      for (const [row, column, text] of originals) original.run(sourceId, rowNumbers[row]!, column, text);
    },
  };
};

/** The first and last row number; null where there are no rows. */
export const rowRange = (db: Sqlite, table: string): { first: number; last: number } | null => {
  const range = db
    .prepare<{ first: number | null; last: number | null }>(
      // Apart, SQLite finds each at one end of the table; asked for both at once it reads every row.
      `SELECT (SELECT min(_row) FROM ${quoteName(table)}) AS first, (SELECT max(_row) FROM ${quoteName(table)}) AS last`,
    )
    .get();
  return range?.first == null || range.last == null ? null : { first: range.first, last: range.last };
};

/** A range of row numbers, both ends within it, and how much of the table ends with it (0 to 1). */
export interface RowSpan {
  readonly from: number;
  readonly to: number;
  readonly done: number;
}

/** The rows of a table a range at a time, so that no statement over one of them runs for long. */
export function* rowSpans(db: Sqlite, table: string, rowsAtOnce: number): Generator<RowSpan> {
  const range = rowRange(db, table);
  if (range === null) return;
  for (let from = range.first; from <= range.last; from += rowsAtOnce) {
    const to = Math.min(range.last, from + rowsAtOnce - 1);
    yield { from, to, done: (to - range.first + 1) / (range.last - range.first + 1) };
  }
}
