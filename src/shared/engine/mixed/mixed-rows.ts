import { AppError } from '../../errors.ts';
import { checkNumbers } from '../check-numbers.ts';
import type { Matrix } from '../matrix.ts';
import { columnOf } from '../matrix.ts';
import { momentsOf } from '../prepare/moments.ts';
import { type Progress, silent, throwIfCancelled } from '../progress.ts';
import { rowMajor } from '../rows.ts';

/** Rows of numbers and categories as k-prototypes works on them. */
export interface MixedRows {
  readonly rows: number;
  readonly columns: number;
  readonly numeric: Matrix;
  /** The same, row-major. */
  readonly numbers: Float64Array;
  /** Columns of categories. */
  readonly kinds: number;
  /** Row-major: the place of each value in `codes` of its column. */
  readonly levels: Int32Array;
  /** The different codes of each column, rising; missing, −1, is one of them. */
  readonly codes: readonly Int32Array[];
}

/**
 * O(rows × columns).
 * @throws AppError `badInput` where the columns do not fit each other or a number is missing, `cancelled`
 */
export const mixedRows = (numeric: Matrix, categories: readonly Int32Array[], progress: Progress): MixedRows => {
  const refuse = (problem: string): AppError => new AppError('badInput', { method: 'k-prototypes', problem });
  const rows = numeric.columns > 0 ? numeric.rows : (categories[0]?.length ?? numeric.rows);
  if (categories.some(({ length }) => length !== rows))
    throw refuse(`the columns of categories have not all ${rows} rows`);
  checkNumbers(numeric, 'k-prototypes', progress);
  throwIfCancelled(progress);
  const codes = categories.map((column) => {
    throwIfCancelled(progress);
    return Int32Array.from(new Set(column)).sort();
  });
  const kinds = categories.length;
  const levels = new Int32Array(rows * kinds);
  categories.forEach((column, c) => {
    throwIfCancelled(progress);
    const places = new Map(Array.from(codes[c]!, (code, place) => [code, place]));
    for (let row = 0; row < rows; row += 1) levels[row * kinds + c] = places.get(column[row]!)!;
  });
  throwIfCancelled(progress);
  return { rows, columns: numeric.columns, numeric, numbers: rowMajor(numeric, progress), kinds, levels, codes };
};

/** Rows of each level, one column after another, and where each column's begin. O(rows × kinds). */
export const levelCounts = ({ rows, kinds, levels, codes }: MixedRows): { counts: Float64Array; starts: number[] } => {
  const starts = codes.map((_, c) => codes.slice(0, c).reduce((sum, { length }) => sum + length, 0));
  const counts = new Float64Array(codes.reduce((sum, { length }) => sum + length, 0));
  for (let row = 0; row < rows; row += 1)
    for (let c = 0; c < kinds; c += 1) counts[starts[c]! + levels[row * kinds + c]!]! += 1;
  return { counts, starts };
};

/**
 * The weight of a category against a squared difference that makes both count alike: the numbers' mean variance by the
 * categories' mean chance that two rows differ (Szepannek 2018, after Huang 1998), over the columns that vary. In units of
 * the numbers squared, so that another unit changes nothing; 1 where no number or no category varies.
 * @throws AppError `cancelled`
 */
export const usualGamma = (mixed: MixedRows, progress: Progress = silent): number => {
  const { numeric } = mixed;
  const variances = Array.from({ length: numeric.columns }, (_, j) => {
    throwIfCancelled(progress);
    return momentsOf(columnOf(numeric, j)).deviation ** 2;
  });
  throwIfCancelled(progress);
  const { counts, starts } = levelCounts(mixed);
  const chances = mixed.codes.map(({ length }, c) => {
    const own = counts.subarray(starts[c]!, starts[c]! + length);
    return 1 - own.reduce((same, count) => same + (count / mixed.rows) ** 2, 0);
  });
  const meanOfVarying = (values: readonly number[]): number => {
    const varying = values.filter((value) => value > 0);
    return varying.reduce((sum, value) => sum + value, 0) / varying.length;
  };
  const gamma = meanOfVarying(variances) / meanOfVarying(chances);
  return gamma > 0 && Number.isFinite(gamma) ? gamma : 1;
};
