import { AppError } from '../../../shared/errors.ts';
import type { Column } from '../../../shared/model/column.ts';
import type { RowFilter } from '../../../shared/model/rows.ts';
import { whyNotCounted } from '../../../shared/model/set-aside.ts';
import type { SetAsideReason } from '../../../shared/model/source.ts';
import { isTextType } from '../../import/typing/read-cell.ts';
import { quoteName } from '../../store/repositories/source-rows.ts';
import type { StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { type Cell, cellSpans, createPace, pacedSpans } from './cell-spans.ts';
import { columnAt } from './column-at.ts';
import { createBits, type RowSet } from './row-set.ts';
import { foldText } from './sort-key.ts';

type CellFilter = Exclude<RowFilter, { test: 'aside' }>;

/** Answers remembered for cells that come again. */
const remembered = 1 << 15;

const withMemory = (isTrue: (text: string) => boolean): ((text: string) => boolean) => {
  const known = new Map<string, boolean>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const answer = isTrue(text);
    if (known.size < remembered) known.set(text, answer);
    return answer;
  };
};

const refuse = (filter: CellFilter, column: Column): never => {
  throw new AppError('badInput', {
    method: 'source.rows',
    problem: `“${column.name}” holds ${column.type} values, which “${filter.test}” does not compare`,
  });
};

/** Whether a cell passes: its value, and where it has none the text that is kept as written. */
const testOf = (filter: CellFilter, column: Column): ((value: Cell, odd: string | undefined) => boolean) => {
  switch (filter.test) {
    case 'contains': {
      const part = foldText(filter.text);
      const has = withMemory((text) => foldText(text).includes(part));
      return (value, odd) => (value === null ? odd !== undefined && has(odd) : has(String(value)));
    }
    case 'equals': {
      const whole = foldText(filter.text.trim());
      const is = withMemory((text) => foldText(text.trim()) === whole);
      return (value, odd) => (value === null ? odd !== undefined && is(odd) : is(String(value)));
    }
    case 'between': {
      if (column.type !== 'integer' && column.type !== 'decimal') return refuse(filter, column);
      const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = filter;
      return (value) => typeof value === 'number' && value >= least && value <= most;
    }
    case 'days': {
      if (column.type !== 'date' && column.type !== 'timestamp') return refuse(filter, column);
      const { first = '', last = '9999-12-31' } = filter;
      return (value) => typeof value === 'string' && value.slice(0, 10) >= first && value.slice(0, 10) <= last;
    }
    case 'empty':
      return (value, odd) => value === null && odd === undefined;
    case 'filled':
      return (value, odd) => value !== null || odd !== undefined;
    case 'odd':
      return isTextType(column) ? () => false : (value, odd) => value === null && odd !== undefined;
  }
};

function* asideRows(
  db: Sqlite,
  source: StoredSource,
  count: number,
  wanted: SetAsideReason | 'any' | 'none' | 'replaced',
  kept: readonly SetAsideReason[],
): Generator<number, RowSet> {
  const bits = createBits(count);
  const read = db.preparePluck<number>(
    `SELECT _aside FROM ${quoteName(source.table)} WHERE _row BETWEEN ? AND ? ORDER BY _row`,
  );
  const passes = new Map<number, boolean>();
  const isIn = (mask: number): boolean => {
    const reason = whyNotCounted(mask, kept);
    if (wanted === 'any') return reason !== null && reason !== 'replaced';
    return wanted === 'none' ? reason === null : reason === wanted;
  };
  const pace = createPace();
  let place = 0;
  for (const { from, to, done } of pacedSpans(db, source.table, pace)) {
    const began = performance.now();
    const masks = read.all(from, to);
    pace.took(performance.now() - began);
    for (const mask of masks) {
      let answer = passes.get(mask);
      if (answer === undefined) {
        answer = isIn(mask);
        passes.set(mask, answer);
      }
      if (answer) bits.add(place);
      place += 1;
    }
    yield done;
  }
  return bits.done();
}

/**
 * The rows that pass one filter. O(rows); yields how far it is, 0 to 1.
 * @param count how many rows there are
 * @param kept rules that are switched off
 * @throws AppError `notFound` for a column that is not there, `badInput` for a test that does not go with its type
 */
export function* filterRows(
  db: Sqlite,
  source: StoredSource,
  count: number,
  filter: RowFilter,
  kept: readonly SetAsideReason[],
): Generator<number, RowSet> {
  if (filter.test === 'aside') return yield* asideRows(db, source, count, filter.reason, kept);
  const at = columnAt(source, filter.column);
  const passes = testOf(filter, source.columns[at]!);
  const bits = createBits(count);
  for (const { start, values, odd, done } of cellSpans(db, source, at)) {
    for (let i = 0; i < values.length; i += 1)
      if (passes(values[i]!, odd === null ? undefined : odd.get(i))) bits.add(start + i);
    yield done;
  }
  return bits.done();
}
