import { createRandom } from '../../../shared/engine/random.ts';
import type { Column } from '../../../shared/model/column.ts';
import { asideBit } from '../../../shared/model/source.ts';
import { isOrderKind } from '../../import/preview/line-reader.ts';
import type { StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import type { JobContext } from '../services.ts';
import { breathe } from '../session.ts';
import { own, rowsInSteps } from './source-rows-in-steps.ts';

/** Values kept of a column of numbers: enough for its middle and spread. */
const sampled = 20_000;
/** Spellings told apart in a column of words; one with more holds names. */
const mostSpellings = 20_000;
/** Least and greatest values looked at one by one. */
const mostExtremes = 8;

/** What one pass over a column tells. */
export interface ColumnProfile {
  readonly column: Column;
  readonly at: number;
  readonly sql: string;
  /** Rows without a value. */
  nulls: number;
  /** Counted rows with one. */
  filled: number;
  readonly numbers: {
    sample: Float64Array;
    negatives: number;
    readonly least: number[];
    readonly greatest: number[];
    /** Distinct values up to a few, then 0. */
    distinct: number;
    whole: boolean;
  };
  /** By spelling; null where there are too many. */
  words: Map<string, number> | null;
  /** By year of a date. */
  readonly years: Map<number, number>;
  /** Date cells that say exactly this, by text. */
  readonly epoch: Map<string, number>;
  first: string | number | null;
  /** Every row so far holds the first row's value. */
  constant: boolean;
}

export interface SourceProfile {
  readonly source: StoredSource;
  readonly columns: readonly ColumnProfile[];
  readonly isOrders: boolean;
}

export const isNumberColumn = ({ type }: Column): boolean => type === 'integer' || type === 'decimal';
export const isDateColumn = ({ type }: Column): boolean => type === 'date' || type === 'timestamp';
const isWordColumn = ({ type }: Column): boolean => type === 'text' || type === 'category';

/** Keeps the few distinct values at one end, outermost first. */
const keepExtreme = (list: number[], value: number, isFurther: (a: number, b: number) => boolean): void => {
  const last = list.at(-1);
  if (list.length >= mostExtremes && last !== undefined && !isFurther(value, last)) return;
  if (list.includes(value)) return;
  let at = list.length;
  while (at > 0 && isFurther(value, list[at - 1]!)) at -= 1;
  list.splice(at, 0, value);
  if (list.length > mostExtremes) list.pop();
};

const isLess = (a: number, b: number): boolean => a < b;
const isGreater = (a: number, b: number): boolean => a > b;

const fewDistinct = 32;

/** Takes in cells of one column of numbers; a reservoir sample (Vitter 1985, algorithm R), the same for the same rows. */
const numberTaker = (profile: ColumnProfile) => {
  const random = createRandom(profile.at + 1);
  const { numbers } = profile;
  const distinct = new Set<number>();
  const values: number[] = [];
  let seen = 0;
  const add = (value: number): void => {
    seen += 1;
    if (value < 0) numbers.negatives += 1;
    if (numbers.whole && !Number.isInteger(value)) numbers.whole = false;
    if (distinct.size <= fewDistinct) distinct.add(value);
    keepExtreme(numbers.least, value, isLess);
    keepExtreme(numbers.greatest, value, isGreater);
    if (values.length < sampled) values.push(value);
    else {
      const place = Math.floor(random() * seen);
      if (place < sampled) values[place] = value;
    }
  };
  return {
    add,
    end: () => {
      numbers.sample = Float64Array.from(values);
      numbers.distinct = distinct.size > fewDistinct ? 0 : distinct.size;
    },
  };
};

const takeWord = (profile: ColumnProfile, value: string): void => {
  const { words } = profile;
  if (words === null) return;
  words.set(value, (words.get(value) ?? 0) + 1);
  if (words.size > mostSpellings) profile.words = null;
};

const takeDate = ({ years, epoch }: ColumnProfile, value: string): void => {
  const year = Number(value.slice(0, 4));
  years.set(year, (years.get(year) ?? 0) + 1);
  if (value.startsWith('1970-01-01')) epoch.set(value, (epoch.get(value) ?? 0) + 1);
};

/** Rows that a rule that cannot be argued with leaves out say nothing about a column's usual values. */
const uncounted = asideBit.noCustomer | asideBit.cancelled | asideBit.notAboveZero;

/**
 * One pass over all cells of a source. O(cells), bounded memory: a sample of every column of numbers, up to 20,000
 * spellings of every column of words.
 * @throws AppError `cancelled`
 */
export const profileSource = async (
  db: Sqlite,
  source: StoredSource,
  job: Pick<JobContext, 'signal'>,
  onProgress: (done: number) => void,
): Promise<SourceProfile> => {
  const isOrders = isOrderKind(source.kind);
  const columns = source.columns.map(
    (column, at): ColumnProfile => ({
      column,
      at,
      sql: source.sqlColumns[at]!,
      nulls: 0,
      filled: 0,
      numbers: { sample: new Float64Array(0), negatives: 0, least: [], greatest: [], distinct: 0, whole: true },
      words: new Map(),
      years: new Map(),
      epoch: new Map(),
      first: null,
      constant: true,
    }),
  );
  const takers = columns.map((profile) => (isNumberColumn(profile.column) ? numberTaker(profile) : null));
  let isFirst = true;
  for (const { rows, done } of rowsInSteps(
    db,
    source,
    columns.map(({ at }) => at),
  )) {
    for (const row of rows) {
      const counts = !isOrders || ((row[own.aside] as number) & uncounted) === 0;
      for (let at = 0; at < columns.length; at += 1) {
        const profile = columns[at]!;
        const value = row[own.first + at]!;
        if (isFirst) profile.first = value;
        else if (profile.constant && value !== profile.first) profile.constant = false;
        if (value === null) {
          profile.nulls += 1;
          continue;
        }
        if (isWordColumn(profile.column)) takeWord(profile, value as string);
        if (!counts) continue;
        profile.filled += 1;
        if (typeof value === 'number') takers[at]?.add(value);
        else if (isDateColumn(profile.column)) takeDate(profile, value);
      }
      isFirst = false;
    }
    onProgress(done);
    await breathe(job);
  }
  for (const taker of takers) taker?.end();
  return { source, columns, isOrders };
};
