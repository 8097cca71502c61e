import type { ColumnSpread, ShownSpread } from '../../../shared/model/column-spread.ts';
import type { RowFilter } from '../../../shared/model/rows.ts';
import type { SetAsideReason } from '../../../shared/model/source.ts';
import { isTextType } from '../../import/typing/read-cell.ts';
import type { StoredSource } from '../../store/repositories/sources.ts';
import { columnAt } from './column-at.ts';
import { type CountedColumn, places } from './column-tally.ts';
import { countNumbers } from './count-numbers.ts';
import { countWords } from './count-words.ts';
import { filterRows } from './filter-rows.ts';
import type { Task } from './paced-work.ts';
import type { RecentPieces } from './recent-pieces.ts';
import { type RowIndex, readRowIndex } from './row-index.ts';
import type { RowSet } from './row-set.ts';
import { within } from './within.ts';

export interface SpreadWanted {
  readonly source: StoredSource;
  readonly column: string;
  readonly filters: readonly RowFilter[];
  /** Rules that are switched off. */
  readonly kept: readonly SetAsideReason[];
}

export interface FoundSpread {
  readonly spread: ColumnSpread;
  /** Of the rows that pass the filters; null where there are none. */
  readonly shown: ShownSpread | null;
}

const breath = 1 << 16;

/** Numbers that are somebody's or something's name are no quantities. */
const isQuantity = ({ columns }: StoredSource, at: number): boolean => {
  const { type, role } = columns[at]!;
  return type !== 'boolean' && !isTextType(columns[at]!) && role !== 'customer' && role !== 'order';
};

/** Counts those that are in every one of the sets. */
function* countShown({ placeOf, spread }: CountedColumn, sets: readonly RowSet[]): Generator<number, ShownSpread> {
  const all = new Uint32Array(256);
  let rows = 0;
  for (let row = 0; row < placeOf.length; row += 1) {
    if (row % breath === 0) yield 0.99;
    let isIn = true;
    for (let i = 0; i < sets.length && isIn; i += 1) isIn = sets[i]!.has(row);
    if (!isIn) continue;
    rows += 1;
    all[placeOf[row]!]! += 1;
  }
  const length = spread.range?.bars.length ?? spread.values.length;
  return {
    rows,
    empty: all[places.empty]!,
    odd: all[places.odd]!,
    counts: Array.from(all.subarray(0, length)),
  };
}

/**
 * What stands in a column, and in the rows of it that filters let through. O(rows) but for sorting numbers; what is found
 * of a column is kept, so that other filters count anew without reading.
 * @throws AppError `notFound` for a column that is not there
 */
export const spreadTask = ({ source, column, filters, kept }: SpreadWanted): Task<FoundSpread> => {
  const at = columnAt(source, column);
  const key = `spread ${source.id} ${JSON.stringify(column)}`;
  const whole = (pieces: RecentPieces): CountedColumn | undefined => pieces.get<CountedColumn>(key);
  return {
    name: `${key} ${JSON.stringify(filters)}`,
    known: (pieces) => {
      if (filters.length > 0) return null;
      const found = whole(pieces);
      return found === undefined ? null : { spread: found.spread, shown: null };
    },
    *make(db, pieces) {
      const steps = 2 + filters.length;
      let index = pieces.get<RowIndex>(`index ${source.id}`);
      if (index === undefined) {
        index = yield* within(0, 0, readRowIndex(db, source.table, source.rows));
        pieces.put(`index ${source.id}`, index);
      }
      const { count } = index;
      let counted = whole(pieces);
      if (counted === undefined) {
        const read = isQuantity(source, at) ? countNumbers : countWords;
        counted = yield* within(0, 1 / steps, read(db, source, at, count));
        pieces.put(key, counted);
      }
      const { spread } = counted;
      if (filters.length === 0) return { spread, shown: null };
      const sets: RowSet[] = [];
      for (const [i, filter] of filters.entries()) {
        const name = `filter ${source.id} ${JSON.stringify(filter)}`;
        let set = pieces.get<RowSet>(name);
        if (set === undefined) {
          set = yield* within((1 + i) / steps, (2 + i) / steps, filterRows(db, source, count, filter, kept));
          pieces.put(name, set);
        }
        sets.push(set);
      }
      return { spread, shown: yield* countShown(counted, sets) };
    },
  };
};
