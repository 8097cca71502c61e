import { isMissing } from '../../import/typing/missing-words.ts';
import { isTextType } from '../../import/typing/read-cell.ts';
import { quoteName, rowRange } from '../../store/repositories/source-rows.ts';
import type { StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';

export type Cell = string | number | null;

/** Cells of one column in rows that follow each other. */
export interface CellSpan {
  /** Place of the first among all rows of the source, from 0. */
  readonly start: number;
  readonly values: readonly Cell[];
  /** By place within the span: cells that are not what the column expects, as written; null where there are none. */
  readonly odd: ReadonlyMap<number, string> | null;
  /** How much of the source has been read, 0 to 1. */
  readonly done: number;
}

/** Milliseconds that one statement is to take: whoever else asks waits no longer than that. */
const statementMs = 8;
const rowsAtLeast = 64;
const rowsAtMost = 50_000;

/** How many rows the next statement may read, from how long the last one took. */
export const createPace = () => {
  let rows = 2048;
  return {
    get rows() {
      return rows;
    },
    took: (ms: number): void => {
      const fitting = Math.floor((rows * statementMs) / Math.max(0.5, ms));
      rows = Math.max(rowsAtLeast, Math.min(rowsAtMost, rows * 4, fitting));
    },
  };
};

/** Ranges of row numbers, each as long as the pace of the ones before allows. */
export function* pacedSpans(
  db: Sqlite,
  table: string,
  pace: ReturnType<typeof createPace>,
): Generator<{ from: number; to: number; done: number }> {
  const range = rowRange(db, table);
  if (range === null) return;
  for (let from = range.first; from <= range.last; ) {
    const to = Math.min(range.last, from + pace.rows - 1);
    yield { from, to, done: (to - range.first + 1) / (range.last - range.first + 1) };
    from = to + 1;
  }
}

/** Texts beside cells without a value in a range of rows, but for those that say “nothing” and those that a person emptied. */
const createOddReader = (db: Sqlite, source: StoredSource, at: number) => {
  const written = db.prepareRaw<[number, string]>(
    'SELECT row, text FROM source_original WHERE source_id = ? AND row BETWEEN ? AND ? AND "column" = ?',
  );
  const corrected = db.preparePluck<number>(
    `SELECT k.row FROM source_correction k JOIN fix f ON f.id = k.fix_id AND f.undone = 0
     WHERE k.source_id = ? AND k.row BETWEEN ? AND ? AND k."column" = ?`,
  );
  return (from: number, to: number): Map<number, string> => {
    const texts = new Map(written.all(source.id, from, to, at).filter(([, text]) => !isMissing(text)));
    if (texts.size > 0) for (const row of corrected.all(source.id, from, to, at)) texts.delete(row);
    return texts;
  };
};

/**
 * Reads one column from the first row to the last, a range at a time.
 * @param at the column's place in the source
 */
export function* cellSpans(db: Sqlite, source: StoredSource, at: number): Generator<CellSpan> {
  const table = quoteName(source.table);
  const where = 'WHERE _row BETWEEN ? AND ? ORDER BY _row';
  const read = db.preparePluck<Cell>(`SELECT ${quoteName(source.sqlColumns[at]!)} FROM ${table} ${where}`);
  const numbers = db.preparePluck<number>(`SELECT _row FROM ${table} ${where}`);
  const oddIn = isTextType(source.columns[at]!) ? null : createOddReader(db, source, at);
  const pace = createPace();
  let start = 0;
  for (const { from, to, done } of pacedSpans(db, source.table, pace)) {
    const began = performance.now();
    const values = read.all(from, to);
    pace.took(performance.now() - began);
    let odd: Map<number, string> | null = null;
    if (oddIn !== null && values.includes(null)) {
      const texts = oddIn(from, to);
      const rows = texts.size > 0 && values.length < to - from + 1 ? numbers.all(from, to) : null;
      for (const [i, value] of texts.size > 0 ? values.entries() : []) {
        const text = value === null ? texts.get(rows === null ? from + i : rows[i]!) : undefined;
        if (text !== undefined) odd = (odd ?? new Map<number, string>()).set(i, text);
      }
    }
    yield { start, values, odd, done };
    start += values.length;
  }
}
