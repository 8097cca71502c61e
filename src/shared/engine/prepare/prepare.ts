import { optionsOf, type Preparation, type PrepareChoice, prepareOptionsSchema } from '../../model/preparation.ts';
import { columnOf, createMatrix, type Matrix } from '../matrix.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';
import { pickRows } from '../sample.ts';
import { indicatorOf } from './apply-preparation.ts';
import { findCorrelated } from './find-correlated.ts';
import { prepareColumn } from './prepare-column.ts';

export interface PrepareInput {
  /** NaN is missing. */
  readonly matrix: Matrix;
  /** Name of each column. */
  readonly features: readonly string[];
  /** Logs where skewed, z-scores, missing values at the median where not given. */
  readonly options?: PrepareChoice;
}

export interface Prepared {
  /** The columns that are used only, in their order, then the indicators, over shared memory. */
  readonly matrix: Matrix;
  /** What was done to each column, used or not. */
  readonly preparation: Preparation[];
  /** Rows of the input that are rows of the matrix, rising; null where all are. */
  readonly keptRows: Int32Array | null;
}

/** Rows with a value for each of these columns; null where that is all. */
const completeRows = (matrix: Matrix, needed: readonly number[]): Int32Array | null => {
  if (needed.length === 0) return null;
  const columns = needed.map((j) => columnOf(matrix, j));
  const kept: number[] = [];
  for (let i = 0; i < matrix.rows; i += 1) if (columns.every((column) => !Number.isNaN(column[i]!))) kept.push(i);
  return kept.length === matrix.rows ? null : Int32Array.from(kept);
};

/** The used columns moved together, and the indicators behind them. */
const assemble = (raw: Matrix, prepared: Matrix, preparation: readonly Preparation[]): Matrix => {
  const used = preparation.flatMap((one, j) => (one.used ? [j] : []));
  const indicators = preparation.flatMap((one, j) => (one.indicator ? [j] : []));
  if (used.length === prepared.columns && indicators.length === 0) return prepared;
  const matrix = createMatrix(prepared.rows, used.length + indicators.length);
  used.forEach((from, to) => {
    columnOf(matrix, to).set(columnOf(prepared, from));
  });
  indicators.forEach((from, i) => {
    const [values, to] = [columnOf(raw, from), columnOf(matrix, used.length + i)];
    const { weight } = preparation[from]!;
    for (let row = 0; row < to.length; row += 1) to[row] = indicatorOf(values[row]!, weight);
  });
  return matrix;
};

/** Left out on purpose, and with it what says that it was missing. */
const withoutNearConstant = (one: Preparation): Preparation =>
  one.used && one.nearConstant ? { ...one, used: false, indicator: false, leftOut: 'nearConstant' } : one;

const withoutCorrelated = (
  prepared: Matrix,
  preparation: readonly Preparation[],
  atLeast: number,
  progress: Progress,
): Preparation[] => {
  const used = preparation.filter((one) => one.used);
  const matrix = assemble(
    prepared,
    prepared,
    preparation.map((one) => ({ ...one, indicator: false })),
  );
  const found = findCorrelated(matrix, atLeast, progress);
  return preparation.map((one): Preparation => {
    const twin = found[used.indexOf(one)] ?? null;
    if (twin === null) return one;
    const correlated = { with: used[twin.with]!.feature, r: twin.r };
    return { ...one, used: false, indicator: false, leftOut: 'correlated', correlated };
  });
};

/**
 * Makes columns ready for distances, as `prepareColumn` does, and leaves out what says nothing (constant, weight 0) or,
 * where asked for, next to nothing or nothing new. The records are enough to do the same to a row that is not here; see
 * `prepareRow`. An indicator column is 0, or 1 where the value was missing, whatever the scale: as z-scores a single
 * missing value would count more than all that is known. A weight multiplies squared distances, so columns by its root.
 * O(columns × rows) expected; columns² where correlated ones are to be left out.
 * @throws AppError `cancelled`
 */
export const prepare = (
  { matrix: all, features, options: choice = {} }: PrepareInput,
  progress: Progress,
): Prepared => {
  const options = prepareOptionsSchema.parse(choice);
  const own = features.map((feature) => optionsOf(options, feature));
  const keptRows = completeRows(
    all,
    own.flatMap(({ missing }, j) => (missing === 'dropRows' ? [j] : [])),
  );
  const raw = keptRows === null ? all : pickRows(all, keptRows);
  const prepared = createMatrix(raw.rows, features.length);
  const workspace = { one: new Float64Array(raw.rows), isMissing: new Uint8Array(raw.rows) };
  let preparation = features.map((feature, j) => {
    throwIfCancelled(progress);
    progress.report(j / features.length);
    return prepareColumn(feature, columnOf(raw, j), own[j]!, columnOf(prepared, j), workspace, progress);
  });
  if (options.nearConstant === 'leaveOut') preparation = preparation.map(withoutNearConstant);
  if (options.correlatedAtLeast !== null)
    preparation = withoutCorrelated(prepared, preparation, options.correlatedAtLeast, progress);
  return { matrix: assemble(raw, prepared, preparation), preparation, keptRows };
};
