import { AppError } from '../../errors.ts';
import { columnOf, createMatrix, type Matrix } from '../matrix.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';

/** Numbers and categories of the same rows. */
export interface MixedTable {
  /** NaN is missing. */
  readonly numeric: Matrix;
  /** A column of codes each, 0 and up; −1 is missing. */
  readonly categories: readonly Int32Array[];
  /** One for each column, numbers first; 1 each where not given. */
  readonly weights?: ArrayLike<number>;
}

/** A table as Gower's dissimilarity wants it. */
export interface GowerSpace {
  /** rows × all columns, numbers first, categories as their codes; NaN is missing. */
  readonly values: Matrix;
  /** 1 / the range of a column of numbers, 0 for a constant; −1 marks a category. */
  readonly scales: Float64Array;
  readonly weights: Float64Array;
}

const rangeOf = (values: Float64Array): number => {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return most > least ? most - least : 0;
};

/**
 * O(rows × columns).
 * @throws AppError `badInput` where columns or weights do not fit each other
 */
export const gowerSpace = ({ numeric, categories, weights: given }: MixedTable): GowerSpace => {
  const refuse = (problem: string): AppError => new AppError('badInput', { method: 'Gower', problem });
  const rows = numeric.columns > 0 ? numeric.rows : (categories[0]?.length ?? numeric.rows);
  const columns = numeric.columns + categories.length;
  const weights = given === undefined ? new Float64Array(columns).fill(1) : Float64Array.from(given);
  if (categories.some(({ length }) => length !== rows))
    throw refuse(`the columns of categories have not all ${rows} rows`);
  if (weights.length !== columns || weights.some((weight) => !(weight >= 0 && Number.isFinite(weight))))
    throw refuse(`there is no weight of 0 or more for each of the ${columns} columns`);
  const values = createMatrix(rows, columns);
  values.data.set(numeric.data);
  categories.forEach((codes, c) => {
    const column = columnOf(values, numeric.columns + c);
    for (let row = 0; row < rows; row += 1) column[row] = codes[row]! < 0 ? Number.NaN : codes[row]!;
  });
  const scales = new Float64Array(columns).fill(-1);
  for (let j = 0; j < numeric.columns; j += 1) {
    const range = rangeOf(columnOf(values, j));
    if (range === Number.POSITIVE_INFINITY) throw refuse('the range of a column is beyond a number; divide it first');
    scales[j] = range > 0 ? 1 / range : 0;
  }
  return { values, scales, weights };
};

/**
 * Gower's dissimilarity of two rows (1971), 0 to 1: the weighted mean over the columns known of both of |difference| /
 * range for numbers, and of 0 or 1 for equal or other categories; 1 where no column is known of both. O(columns).
 */
export const gowerBetween = ({ values, scales, weights }: GowerSpace, one: number, other: number): number => {
  const { rows, columns, data } = values;
  let sum = 0;
  let known = 0;
  for (let j = 0; j < columns; j += 1) {
    const a = data[j * rows + one]!;
    const b = data[j * rows + other]!;
    if (Number.isNaN(a) || Number.isNaN(b)) continue;
    sum += weights[j]! * (scales[j]! < 0 ? Number(a !== b) : Math.abs(b - a) * scales[j]!);
    known += weights[j]!;
  }
  return known > 0 ? sum / known : 1;
};

/**
 * Gower's dissimilarities of all pairs, the upper triangle row by row as in scipy. O(rows² × columns).
 * @throws AppError `badInput` where columns or weights do not fit each other, `cancelled`
 */
export const gower = (table: MixedTable, progress: Progress): Float64Array => {
  const space = gowerSpace(table);
  const { rows } = space.values;
  const condensed = new Float64Array((rows * (rows - 1)) / 2);
  let at = 0;
  for (let row = 0; row < rows; row += 1) {
    throwIfCancelled(progress);
    for (let other = row + 1; other < rows; other += 1, at += 1) condensed[at] = gowerBetween(space, row, other);
    progress.report(at / Math.max(1, condensed.length));
  }
  return condensed;
};
