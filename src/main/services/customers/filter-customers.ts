import { certaintyOf } from '../../../shared/engine/explain/sureness.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CustomerFilter } from '../../../shared/model/customer-view.ts';
import { noSegmentId } from '../../../shared/model/segmentation.ts';
import { ownSegmentById } from '../../store/repositories/own-segments.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { rowsOfCustomers } from '../chosen-customers.ts';
import { createBits, type RowSet } from '../rows/row-set.ts';
import { foldText } from '../rows/sort-key.ts';
import type { CustomerColumns } from './customer-columns.ts';

/** Customers between two moments at which others may go on. */
const breath = 1 << 14;

/** Customers of whom something is true, by row. */
function* those(count: number, isTrue: (row: number) => boolean): Generator<number, RowSet> {
  const bits = createBits(count);
  for (let row = 0; row < count; row += 1) {
    if (isTrue(row)) bits.add(row);
    if (row % breath === breath - 1) yield row / count;
  }
  return bits.done();
}

const refuse = ({ test }: CustomerFilter, column: string): never => {
  throw new AppError('badInput', { method: 'customers', problem: `“${test}” cannot be asked of “${column}”` });
};

function* byTexts(
  filter: CustomerFilter & { readonly column: string },
  texts: readonly (string | null)[],
): Generator<number, RowSet> {
  switch (filter.test) {
    case 'contains': {
      const part = foldText(filter.text);
      return yield* those(texts.length, (row) => texts[row] !== null && foldText(texts[row]!).includes(part));
    }
    case 'equals': {
      const whole = foldText(filter.text.trim());
      return yield* those(texts.length, (row) => texts[row] !== null && foldText(texts[row]!.trim()) === whole);
    }
    case 'empty':
    case 'filled':
      return yield* those(texts.length, (row) => (texts[row] === null) === (filter.test === 'empty'));
    default:
      return refuse(filter, filter.column);
  }
}

function* byNumbers(
  filter: CustomerFilter & { readonly column: string },
  values: Float64Array,
): Generator<number, RowSet> {
  switch (filter.test) {
    case 'between': {
      const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = filter;
      return yield* those(values.length, (row) => values[row]! >= least && values[row]! <= most);
    }
    case 'equals': {
      const wanted = Number(filter.text);
      return yield* those(values.length, (row) => values[row] === wanted);
    }
    case 'empty':
    case 'filled':
      return yield* those(values.length, (row) => Number.isNaN(values[row]!) === (filter.test === 'empty'));
    default:
      return refuse(filter, filter.column);
  }
}

/**
 * The customers who meet one condition. O(customers); yields how far it is, 0 to 1.
 * @throws AppError `notFound` for a column or a segment of one's own that is not there, `badInput` for a test that does
 * not go with its column
 */
export function* filterCustomers(
  db: Sqlite,
  columns: CustomerColumns,
  filter: CustomerFilter,
): Generator<number, RowSet> {
  const { count } = columns;
  switch (filter.test) {
    case 'segments': {
      const ids = new Set(filter.ids);
      return yield* those(count, (row) => ids.has(columns.segmentIdOf(row) ?? noSegmentId));
    }
    case 'own': {
      const chosen = new Uint8Array(count);
      for (const id of filter.ids) {
        const own = ownSegmentById(db, id);
        if (own === null) throw new AppError('notFound', { what: 'segment', id });
        for (const row of rowsOfCustomers(columns.ids, own.customerIds)) chosen[row] = 1;
      }
      return yield* those(count, (row) => chosen[row] === 1);
    }
    case 'certainty': {
      const sureness = yield* columns.sureness();
      return yield* those(
        count,
        (row) => !Number.isNaN(sureness[row]!) && filter.any.includes(certaintyOf(sureness[row]!)),
      );
    }
    default: {
      const { column } = filter;
      if (column === 'key' || column === 'name' || column === 'email') {
        const texts = (yield* columns.texts())[column];
        return yield* byTexts(filter, texts ?? Array.from({ length: count }, () => null));
      }
      return yield* byNumbers(filter, yield* columns.numbers(column));
    }
  }
}

/** The customers of whom a part is known: in the number, name or e-mail, or what those put together with them are called. */
export function* searchCustomers(
  columns: CustomerColumns,
  also: ReadonlyMap<number, readonly string[]>,
  search: string,
): Generator<number, RowSet> {
  const part = foldText(search.trim());
  const { key, name, email } = yield* columns.texts();
  const has = (text: string | null | undefined) => text != null && foldText(text).includes(part);
  return yield* those(
    columns.count,
    (row) =>
      has(key[row]) ||
      has(name?.[row]) ||
      has(email?.[row]) ||
      (also.size > 0 && (also.get(columns.ids[row]!)?.some(has) ?? false)),
  );
}
