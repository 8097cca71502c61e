import type { Preparation } from '../../model/segmentation.ts';
import { columnOf, createMatrix, type Matrix } from '../matrix.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';
import { type PrepareOptions, prepareColumn } from './prepare-column.ts';

export interface PrepareInput extends PrepareOptions {
  /** NaN is missing. */
  readonly matrix: Matrix;
  /** Name of each column. */
  readonly features: readonly string[];
}

export interface Prepared {
  /** The columns that are used only, in their order, over shared memory. */
  readonly matrix: Matrix;
  /** What was done to each column, used or not. */
  readonly preparation: Preparation[];
}

/**
 * Makes columns ready for distances; see `prepareColumn`. O(columns × rows log rows).
 * @throws AppError `cancelled`
 */
export const prepare = ({ matrix, features, logs, scale }: PrepareInput, progress: Progress): Prepared => {
  const columns = features.map((feature, j) => {
    throwIfCancelled(progress);
    progress.report(j / features.length);
    return prepareColumn(feature, columnOf(matrix, j), { logs, scale });
  });
  const used = columns.flatMap(({ values }) => (values === null ? [] : [values]));
  const prepared = createMatrix(matrix.rows, used.length);
  used.forEach((values, j) => {
    columnOf(prepared, j).set(values);
  });
  return { matrix: prepared, preparation: columns.map(({ preparation }) => preparation) };
};
