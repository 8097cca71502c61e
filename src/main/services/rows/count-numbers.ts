import type { StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { cellSpans } from './cell-spans.ts';
import { type CountedColumn, createTally, listedValues } from './column-tally.ts';
import { dayNumber, dayText } from './day-steps.ts';
import { barOf, numberRange } from './number-range.ts';
import { sortNumbers } from './sort-numbers.ts';
import { within } from './within.ts';

const breath = 1 << 16;

/** How many different ones there are of sorted numbers, the most frequent, and their mean. */
function* runsOf(
  sorted: Float64Array,
): Generator<number, [different: number, frequent: { value: number; rows: number }[], mean: number]> {
  const frequent: { value: number; rows: number }[] = [];
  let [different, from, mean] = [0, 0, 0];
  for (let i = 1; i <= sorted.length; i += 1) {
    mean += (sorted[i - 1]! - mean) / i;
    if (i % breath === 0) yield 0.85;
    if (i < sorted.length && sorted[i] === sorted[from]) continue;
    different += 1;
    const rows = i - from;
    if (rows > 1 && (frequent.length < listedValues || rows > frequent.at(-1)!.rows)) {
      if (frequent.length === listedValues) frequent.pop();
      const place = frequent.findIndex((one) => one.rows < rows);
      frequent.splice(place < 0 ? frequent.length : place, 0, { value: sorted[from]! + 0, rows });
    }
    from = i;
  }
  return [different, frequent, mean];
}

/** Counts numbers, and days as numbers. O(rows log rows) */
export function* countNumbers(
  db: Sqlite,
  source: StoredSource,
  at: number,
  count: number,
): Generator<number, CountedColumn> {
  const { type } = source.columns[at]!;
  const isDays = type === 'date' || type === 'timestamp';
  const tally = createTally(count);
  const values = new Float64Array(count).fill(Number.NaN);
  const days = new Map<string, number>();
  const dayOf = (text: string): number => {
    const day = text.slice(0, 10);
    const known = days.get(day);
    if (known !== undefined) return known;
    const number = dayNumber(day);
    days.set(day, number);
    return number;
  };
  let known = 0;
  for (const { start, values: cells, odd, done } of cellSpans(db, source, at)) {
    for (let i = 0; i < cells.length; i += 1) {
      const cell = cells[i]!;
      const number = typeof cell === 'number' ? cell : cell === null ? Number.NaN : isDays ? dayOf(cell) : Number.NaN;
      if (Number.isNaN(number)) tally.lacks(start + i, cell === null ? odd?.get(i) : String(cell));
      else {
        values[start + i] = number;
        known += 1;
      }
    }
    yield done * 0.7;
  }
  if (known === 0) return tally.done({ different: { count: 0, isAbout: false }, range: null, values: [] });
  const packed = new Float64Array(known);
  let [filled, isWhole] = [0, true];
  for (let row = 0; row < count; row += 1) {
    const value = values[row]!;
    if (!Number.isNaN(value)) {
      packed[filled] = value;
      filled += 1;
      isWhole &&= Number.isInteger(value);
    }
    if (row % breath === 0) yield 0.72;
  }
  const sorted = yield* within(0.72, 0.85, sortNumbers(packed));
  const [different, frequent, mean] = yield* runsOf(sorted);
  const range = numberRange(sorted, mean, isDays, isWhole);
  for (let row = 0; row < count; row += 1) {
    const value = values[row]!;
    if (!Number.isNaN(value)) tally.placeOf[row] = barOf(range.bars, value);
    if (row % breath === 0) yield 0.9;
  }
  return tally.done({
    different: { count: different, isAbout: false },
    range,
    values: frequent.map(({ value, rows }) => ({ text: isDays ? dayText(value) : String(value), rows })),
  });
}
