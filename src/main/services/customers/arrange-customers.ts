import type { CustomerSort, CustomerView } from '../../../shared/model/customer-view.ts';
import { readRowBits } from '../../../shared/table/row-bits.ts';
import { readAlsoKnownAs } from '../../store/repositories/customers.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import type { Arrangement } from '../rows/arrange.ts';
import { orderNumbers } from '../rows/order-numbers.ts';
import type { Task } from '../rows/paced-work.ts';
import type { RecentPieces } from '../rows/recent-pieces.ts';
import { createBits, type RowSet } from '../rows/row-set.ts';
import { sortByText } from '../rows/sort-rows.ts';
import { createTextRanks } from '../rows/text-ranks.ts';
import { type CustomerColumns, customerColumns, type OfCustomers } from './customer-columns.ts';
import { filterCustomers, searchCustomers } from './filter-customers.ts';

export interface WantedCustomers extends OfCustomers {
  readonly view: CustomerView;
}

interface Listed {
  readonly bytes: number;
  readonly rows: Uint32Array;
}

/** Which snapshot and run a piece is of. */
const ofWhom = ({ snapshot, segmentation }: OfCustomers): string => `${snapshot.id} ${segmentation?.id ?? 0}`;

const listed = (rows: Uint32Array): Listed => ({ bytes: rows.byteLength, rows });

const arrangementOf = (count: number, list: Uint32Array | null): Arrangement => ({
  total: list?.length ?? count,
  page: (offset, limit) => {
    const end = Math.min(list?.length ?? count, offset + limit);
    const rows: number[] = [];
    for (let at = offset; at < end; at += 1) rows.push(list === null ? at : list[at]!);
    return rows;
  },
  placeOf: (row) => {
    if (list === null) return row < count ? row : null;
    const at = list.indexOf(row);
    return at < 0 ? null : at;
  },
});

/** Conditions without the order, each under a name of its own. */
const conditionsOf = ({ segmentIds, rows, among, search, filters = [] }: CustomerView) => ({
  segmentIds,
  rows,
  among,
  search: search?.trim() ? search.trim() : undefined,
  filters,
});
const isEverybody = (view: CustomerView): boolean => {
  const { filters, ...others } = conditionsOf(view);
  return filters.length === 0 && Object.values(others).every((one) => one === undefined);
};

const nameOf = (wanted: WantedCustomers): string =>
  JSON.stringify([ofWhom(wanted), conditionsOf(wanted.view), wanted.view.sort ?? null]);

function* orderOf(columns: CustomerColumns, { by, descending }: CustomerSort): Generator<number, Uint32Array> {
  const during = function* <Result>(fraction: number, work: Generator<void, Result>): Generator<number, Result> {
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      yield fraction;
    }
  };
  if (by === 'segment') return yield* during(0.5, orderNumbers(columns.segmentRanks(), descending));
  if (by !== 'key' && by !== 'name' && by !== 'email')
    return yield* during(0.7, orderNumbers(yield* columns.numbers(by), descending));
  const texts = (yield* columns.texts())[by];
  const { count } = columns;
  const order = new Uint32Array(count);
  const codes = new Uint32Array(count);
  const ranks = createTextRanks(count);
  let known = 0;
  for (let row = 0; row < count; row += 1) {
    const text = texts?.[row] ?? null;
    if (text !== null) {
      codes[row] = ranks.codeOf(text);
      order[known] = row;
      known += 1;
    }
    if (row % 4096 === 4095) yield 0.6;
  }
  const named = yield* during(0.8, sortByText(ranks, order.slice(0, known), codes, descending));
  order.set(named);
  // Nothing tells those without a text apart.
  if (known < count)
    for (let row = 0, next = known; row < count; row += 1) if ((texts?.[row] ?? null) === null) order[next++] = row;
  return order;
}

const setOf = (count: number, rows: Iterable<number>): RowSet => {
  const bits = createBits(count);
  const seen = new Uint8Array(count);
  for (const row of rows)
    if (row >= 0 && row < count && seen[row] === 0) {
      seen[row] = 1;
      bits.add(row);
    }
  return bits.done();
};

function* setsOf(
  db: Sqlite,
  wanted: WantedCustomers,
  columns: CustomerColumns,
  pieces: RecentPieces,
): Generator<number, RowSet[]> {
  const { segmentIds, rows, among, search, filters } = conditionsOf(wanted.view);
  const kept = function* (name: string, work: () => Generator<number, RowSet>): Generator<number, RowSet> {
    const key = `${name} ${ofWhom(wanted)}`;
    const known = pieces.get<RowSet>(key);
    if (known !== undefined) return known;
    const set = yield* work();
    pieces.put(key, set);
    return set;
  };
  const sets: RowSet[] = [];
  if (rows !== undefined) sets.push(setOf(columns.count, rows));
  if (among !== undefined) sets.push(setOf(columns.count, readRowBits(among)));
  if (segmentIds !== undefined) sets.push(yield* filterCustomers(db, columns, { test: 'segments', ids: segmentIds }));
  for (const filter of filters)
    sets.push(yield* kept(`filter ${JSON.stringify(filter)}`, () => filterCustomers(db, columns, filter)));
  if (search !== undefined)
    sets.push(yield* kept(`search ${search}`, () => searchCustomers(columns, readAlsoKnownAs(db), search)));
  return sets;
}

/**
 * Makes an order of customers and keeps its pieces: those who meet each condition, and the order of all. O(customers)
 * each; yields how far it is, 0 to 1.
 */
export function* arrangeCustomers(
  db: Sqlite,
  wanted: WantedCustomers,
  pieces: RecentPieces,
): Generator<number, Arrangement> {
  const columns = customerColumns(db, wanted, pieces);
  const { count } = columns;
  const { sort } = wanted.view;
  const orderKey = `order ${JSON.stringify(sort)} ${ofWhom(wanted)}`;
  let order: Uint32Array | null = sort === undefined ? null : (pieces.get<Listed>(orderKey)?.rows ?? null);
  if (sort !== undefined && order === null) {
    order = yield* orderOf(columns, sort);
    pieces.put(orderKey, listed(order));
  }
  if (isEverybody(wanted.view)) {
    const rows = order ?? Uint32Array.from({ length: count }, (_, row) => row);
    pieces.put(`list ${nameOf(wanted)}`, listed(rows));
    return arrangementOf(count, rows);
  }
  const sets = yield* setsOf(db, wanted, columns, pieces);
  const found = new Uint32Array(Math.min(count, ...sets.map(({ size }) => size)));
  let total = 0;
  for (let at = 0; at < count; at += 1) {
    const row = order === null ? at : order[at]!;
    if (sets.every((set) => set.has(row))) found[total++] = row;
    if (at % 65_536 === 65_535) yield 0.99;
  }
  const rows = found.slice(0, total);
  pieces.put(`list ${nameOf(wanted)}`, listed(rows));
  return arrangementOf(count, rows);
}

/** Arranging customers, beside the reader's other answers. */
export const customerTask = (wanted: WantedCustomers): Task<Arrangement> => ({
  name: nameOf(wanted),
  known: (pieces) => {
    const { customers } = wanted.snapshot;
    if (wanted.view.sort === undefined && isEverybody(wanted.view)) return arrangementOf(customers, null);
    const list = pieces.get<Listed>(`list ${nameOf(wanted)}`);
    return list === undefined ? null : arrangementOf(customers, list.rows);
  },
  make: (db, pieces) => arrangeCustomers(db, wanted, pieces),
});
