import type { StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { cellSpans } from './cell-spans.ts';
import { type CountedColumn, createTally, listedValues } from './column-tally.ts';
import { createTextBuckets, createTextCounts } from './count-texts.ts';

const breath = 1 << 16;

/** Notes where each row counts. */
function* mark(placeOf: Uint8Array, codes: Int32Array, values: readonly { code: number }[]): Generator<number, void> {
  const placeOfCode = new Map(values.map(({ code }, place) => [code, place]));
  for (let row = 0; row < codes.length; row += 1) {
    const place = codes[row]! < 0 ? undefined : placeOfCode.get(codes[row]!);
    if (place !== undefined) placeOf[row] = place;
    if (row % breath === 0) yield 0.95;
  }
}

/** Too many different ones to be kept: the frequent ones are found in two passes, exactly. */
function* countManyTexts(
  db: Sqlite,
  source: StoredSource,
  at: number,
  count: number,
): Generator<number, CountedColumn> {
  const tally = createTally(count);
  const buckets = createTextBuckets();
  for (const { start, values, odd, done } of cellSpans(db, source, at)) {
    for (let i = 0; i < values.length; i += 1) {
      const cell = values[i]!;
      if (cell === null) tally.lacks(start + i, odd?.get(i));
      else buckets.count(String(cell));
    }
    yield 0.3 + done * 0.3;
  }
  const mayBeFrequent = buckets.createFilter();
  const texts = createTextCounts(Number.POSITIVE_INFINITY);
  const codes = new Int32Array(count).fill(-1);
  for (const { start, values, done } of cellSpans(db, source, at)) {
    for (let i = 0; i < values.length; i += 1) {
      const cell = values[i]!;
      if (cell === null) continue;
      const text = String(cell);
      if (mayBeFrequent(text)) codes[start + i] = texts.count(text);
    }
    yield 0.6 + done * 0.3;
  }
  const values = texts.frequent(listedValues);
  yield* mark(tally.placeOf, codes, values);
  return tally.done({
    different: { count: buckets.different(), isAbout: true },
    range: null,
    values: values.map(({ text, rows }) => ({ text, rows })),
  });
}

/** Counts texts, numbers that are names, yes and no. O(rows) */
export function* countWords(
  db: Sqlite,
  source: StoredSource,
  at: number,
  count: number,
): Generator<number, CountedColumn> {
  const tally = createTally(count);
  const texts = createTextCounts();
  const codes = new Int32Array(count).fill(-1);
  let isFull = false;
  for (const { start, values, odd, done } of cellSpans(db, source, at)) {
    for (let i = 0; i < values.length; i += 1) {
      const cell = values[i]!;
      if (cell === null) tally.lacks(start + i, odd?.get(i));
      else if (!isFull) {
        codes[start + i] = texts.count(String(cell));
        isFull = codes[start + i]! < 0;
      }
    }
    yield done * (isFull ? 0.3 : 0.9);
    if (isFull) return yield* countManyTexts(db, source, at, count);
  }
  const values = texts.frequent(listedValues);
  yield* mark(tally.placeOf, codes, values);
  return tally.done({
    different: { count: texts.different, isAbout: false },
    range: null,
    values: values.map(({ text, rows }) => ({ text, rows })),
  });
}
