import type { RowFilter, RowSort } from '../../../shared/model/rows.ts';
import type { SetAsideReason } from '../../../shared/model/source.ts';
import type { StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { filterRows } from './filter-rows.ts';
import type { Task } from './paced-work.ts';
import type { RecentPieces } from './recent-pieces.ts';
import { type RowIndex, readRowIndex } from './row-index.ts';
import type { RowSet } from './row-set.ts';
import { sortRows } from './sort-rows.ts';
import { within } from './within.ts';

/** The rows of a source that are wanted, in the order wanted. */
export interface Arrangement {
  readonly total: number;
  /** Row numbers of a page. */
  page(offset: number, limit: number): number[];
  /** Where a row stands, or in the order of the file the next one after it; null where it is not among them. O(total) */
  placeOf(row: number): number | null;
}

export interface Wanted {
  readonly source: StoredSource;
  readonly sort: RowSort | undefined;
  readonly filters: readonly RowFilter[];
  /** Rules that are switched off. */
  readonly kept: readonly SetAsideReason[];
}

interface Listed {
  readonly bytes: number;
  readonly places: Uint32Array;
}

const listed = (places: Uint32Array): Listed => ({ bytes: places.byteLength, places });

const arrangementOf = (index: RowIndex, list: Uint32Array | null, isInFileOrder: boolean): Arrangement => ({
  total: list === null ? index.count : list.length,
  page: (offset, limit) => {
    const end = Math.min(list === null ? index.count : list.length, offset + limit);
    const rows: number[] = [];
    for (let i = offset; i < end; i += 1) rows.push(index.rowAt(list === null ? i : list[i]!));
    return rows;
  },
  placeOf: (row) => {
    const place = index.placeOf(row);
    if (place >= index.count) return null;
    if (list === null) return place;
    const at = isInFileOrder ? list.findIndex((one) => one >= place) : list.indexOf(place);
    return at < 0 ? null : at;
  },
});

/** What an arrangement is known by, as long as the project's rows are as they are. */
const nameOf = ({ source, sort, filters }: Wanted): string => JSON.stringify([source.id, sort ?? null, filters]);

/** Of a sorted source the order of all rows is the list. */
const listKey = (wanted: Wanted): string =>
  wanted.filters.length === 0 ? `order ${wanted.source.id} ${JSON.stringify(wanted.sort)}` : `list ${nameOf(wanted)}`;

/** The arrangement from what is known already; null where something is to be made first. */
const knownArrangement = (wanted: Wanted, pieces: RecentPieces): Arrangement | null => {
  const index = pieces.get<RowIndex>(`index ${wanted.source.id}`);
  if (index === undefined) return null;
  if (wanted.sort === undefined && wanted.filters.length === 0) return arrangementOf(index, null, true);
  const list = pieces.get<Listed>(listKey(wanted));
  return list === undefined ? null : arrangementOf(index, list.places, wanted.sort === undefined);
};

/**
 * Makes an arrangement and keeps its pieces: the row numbers, the rows that pass each filter, and the order of all rows,
 * so that another filter sorts nothing and another order filters nothing. O(rows) each; yields how far it is, 0 to 1.
 * @param db a connection that sees one moment of the project for all of it
 */
export function* arrange(db: Sqlite, wanted: Wanted, pieces: RecentPieces): Generator<number, Arrangement> {
  const { source, sort, filters, kept } = wanted;
  const steps = 1 + filters.length + (sort === undefined ? 0 : 4);
  let step = 0;
  const made = function* <Piece extends { readonly bytes: number }>(
    key: string,
    size: number,
    work: () => Generator<number, Piece>,
  ): Generator<number, Piece> {
    const from = step / steps;
    step += size;
    const known = pieces.get<Piece>(key);
    if (known !== undefined) return known;
    const piece = yield* within(from, step / steps, work());
    pieces.put(key, piece);
    return piece;
  };

  const index = yield* made(`index ${source.id}`, 1, () => readRowIndex(db, source.table, source.rows));
  const sets: RowSet[] = [];
  for (const filter of filters)
    sets.push(
      yield* made(`filter ${source.id} ${JSON.stringify(filter)}`, 1, () =>
        filterRows(db, source, index.count, filter, kept),
      ),
    );
  if (sort === undefined && sets.length === 0) return arrangementOf(index, null, true);
  const order =
    sort === undefined
      ? null
      : yield* made(`order ${source.id} ${JSON.stringify(sort)}`, 4, function* () {
          return listed(yield* sortRows(db, source, index.count, sort));
        });
  if (sets.length === 0 && order !== null) return arrangementOf(index, order.places, false);
  const places = new Uint32Array(Math.min(...sets.map(({ size }) => size)));
  let count = 0;
  for (let i = 0; i < index.count; i += 1) {
    const place = order === null ? i : order.places[i]!;
    if (sets.every((set) => set.has(place))) places[count++] = place;
    if (i % 65_536 === 0) yield 0.99;
  }
  const list = listed(places.slice(0, count));
  pieces.put(listKey(wanted), list);
  return arrangementOf(index, list.places, sort === undefined);
}

/** Arranging as a task beside other answers. */
export const arrangeTask = (wanted: Wanted): Task<Arrangement> => ({
  name: nameOf(wanted),
  known: (pieces) => knownArrangement(wanted, pieces),
  make: (db, pieces) => arrange(db, wanted, pieces),
});
