import { quoteName, rowRange } from '../../store/repositories/source-rows.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { createPace, pacedSpans } from './cell-spans.ts';

/** The row numbers of a table in order: a place, from 0, to a number and back. */
export interface RowIndex {
  readonly count: number;
  readonly bytes: number;
  rowAt(place: number): number;
  /** Place of a row number, or of the next greater one; `count` where there is none. O(log n) */
  placeOf(row: number): number;
}

const gapless = (first: number, count: number): RowIndex => ({
  count,
  bytes: 0,
  rowAt: (place) => first + place,
  placeOf: (row) => Math.max(0, Math.min(count, row - first)),
});

const listed = (rows: Uint32Array): RowIndex => ({
  count: rows.length,
  bytes: rows.byteLength,
  rowAt: (place) => rows[place]!,
  placeOf: (row) => {
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (rows[middle]! < row) low = middle + 1;
      else high = middle;
    }
    return low;
  },
});

/**
 * Lists the row numbers where some are left out (blank lines, remarks). O(n), O(1) where none is; yields how far it is.
 * @param stored how many rows the table holds
 */
export function* readRowIndex(db: Sqlite, table: string, stored: number): Generator<number, RowIndex> {
  const where = 'WHERE _row BETWEEN ? AND ?';
  const count = db.preparePluck<number>(`SELECT count(*) FROM ${quoteName(table)} ${where}`);
  const range = rowRange(db, table);
  if (range === null) return gapless(0, 0);
  if (stored === range.last - range.first + 1) return gapless(range.first, stored);
  const pace = createPace();
  let total = 0;
  for (const { from, to, done } of pacedSpans(db, table, pace)) {
    const began = performance.now();
    total += count.get(from, to)!;
    pace.took(performance.now() - began);
    yield done;
  }
  if (total === range.last - range.first + 1) return gapless(range.first, total);
  const rows = new Uint32Array(total);
  const read = db.preparePluck<number>(`SELECT _row FROM ${quoteName(table)} ${where} ORDER BY _row`);
  let place = 0;
  for (const { from, to, done } of pacedSpans(db, table, pace)) {
    const began = performance.now();
    const found = read.all(from, to);
    pace.took(performance.now() - began);
    rows.set(found, place);
    place += found.length;
    yield done;
  }
  return listed(rows);
}
