import type { RowSort } from '../../../shared/model/rows.ts';
import type { StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { cellSpans } from './cell-spans.ts';
import { columnAt } from './column-at.ts';
import { countingSort } from './counting-sort.ts';
import { radixSort } from './radix-sort.ts';
import { createTextRanks, type TextRanks } from './text-ranks.ts';

/** How far the work is when all cells are read; the rest is putting rows in order. */
const readUntil = 0.6;

const kinds = { value: 0, odd: 1, empty: 2 } as const;

const double = new Float64Array(1);
const [lower, upper] = [0, 1];
const halves = new Uint32Array(double.buffer);
const signBit = 0x80000000;

/** Reports one fraction as long as a part of the work goes on. */
function* during<Result>(fraction: number, work: Generator<void, Result>): Generator<number, Result> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield fraction;
  }
}

/** Turns an order round; those of the same rank stay as they stand to each other. */
const turned = (order: Uint32Array, ranks: Uint32Array): Uint32Array => {
  const result = new Uint32Array(order.length);
  for (let end = order.length, next = 0; end > 0; ) {
    const first = ranks[end - 1]!;
    for (let i = first; i < end; i += 1) result[next++] = order[i]!;
    end = first;
  }
  return result;
};

/**
 * Puts places in the order of their texts.
 * @param places ascending; sorted where they are
 * @param codes by place; ranks stand there afterwards where texts came again
 */
export function* sortByText(
  texts: TextRanks,
  places: Uint32Array,
  codes: Uint32Array,
  descending: boolean,
): Generator<void, Uint32Array> {
  const ranked = yield* texts.ranks();
  if (texts.count() === places.length) {
    // No text came again, so that the codes count the places.
    const order = descending ? turned(ranked.order, ranked.ranks) : ranked.order;
    for (let i = 0; i < order.length; i += 1) order[i] = places[order[i]!]!;
    return order;
  }
  const rankOf = new Uint32Array(texts.count());
  for (let i = 0; i < rankOf.length; i += 1) rankOf[ranked.order[i]!] = ranked.ranks[i]!;
  yield;
  for (const place of places) codes[place] = rankOf[codes[place]!]!;
  yield;
  yield* countingSort(places, codes, rankOf.length, descending);
  return places;
}

const placesOf = (kindOf: Uint8Array, kind: number, count: number): Uint32Array => {
  const places = new Uint32Array(count);
  for (let place = 0, next = 0; next < count; place += 1) if (kindOf[place] === kind) places[next++] = place;
  return places;
};

/**
 * Places of all rows in the order of one column: its values, then cells that are kept as written, then empty ones.
 * Equal ones stay in the order of the file, whichever way the others go. O(rows), and O(bytes) of different texts; about
 * 30 bytes a row meanwhile. Yields how far it is, 0 to 1.
 * @param count how many rows there are
 */
export function* sortRows(
  db: Sqlite,
  source: StoredSource,
  count: number,
  { column, descending }: RowSort,
): Generator<number, Uint32Array> {
  const at = columnAt(source, column);
  const isNumber = ['integer', 'decimal', 'boolean'].includes(source.columns[at]!.type);
  const high = new Uint32Array(isNumber ? count : 0);
  const low = new Uint32Array(count);
  const kindOf = new Uint8Array(count);
  const counts = [0, 0, 0];
  const texts = createTextRanks(count);
  const oddTexts = createTextRanks(count);

  for (const { start, values, odd, done } of cellSpans(db, source, at)) {
    for (let i = 0; i < values.length; i += 1) {
      const place = start + i;
      const value = values[i]!;
      if (value === null) {
        const text = odd?.get(i);
        kindOf[place] = text === undefined ? kinds.empty : kinds.odd;
        if (text !== undefined) low[place] = oddTexts.codeOf(text);
      } else if (isNumber && typeof value === 'number') {
        // The bits of numbers order as the numbers do, once those of negative ones are turned round. −0 is 0.
        double[0] = value + 0;
        const isBelow = halves[upper]! >= signBit;
        high[place] = isBelow ? ~halves[upper]! : halves[upper]! | signBit;
        low[place] = isBelow ? ~halves[lower]! : halves[lower]!;
      } else if (isNumber) {
        kindOf[place] = kinds.odd;
        low[place] = oddTexts.codeOf(String(value));
      } else low[place] = texts.codeOf(String(value));
      counts[kindOf[place]!]! += 1;
    }
    yield done * readUntil;
  }
  yield readUntil;
  // Downwards by turned keys, so that equal ones stay in the order of the file.
  if (descending && isNumber)
    for (let i = 0; i < count; i += 1)
      if (kindOf[i] === kinds.value) {
        low[i] = ~low[i]!;
        high[i] = ~high[i]!;
      }
  yield readUntil;
  const order = new Uint32Array(count);
  let next = 0;
  for (const kind of Object.values(kinds)) {
    let places = placesOf(kindOf, kind, counts[kind]!);
    const done = readUntil + (next / count) * (1 - readUntil);
    yield done;
    // Nothing tells empty cells apart.
    if (kind !== kinds.empty && places.length > 0)
      if (kind === kinds.value && isNumber) yield* during(done, radixSort(places, [low, high]));
      else places = yield* during(done, sortByText(kind === kinds.odd ? oddTexts : texts, places, low, descending));
    order.set(places, next);
    next += places.length;
  }
  return order;
}
