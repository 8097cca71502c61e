import { AppError } from '../../errors.ts';
import type { Matrix } from '../matrix.ts';
import { type Progress, silent, throwIfCancelled } from '../progress.ts';

/** What k-means runs over: rows, and what each of them weighs. */
export interface Points {
  readonly rows: number;
  readonly columns: number;
  readonly matrix: Matrix;
  /** One a row, 0 or more; null where every row weighs 1. */
  readonly weights: Float64Array | null;
  /** The weights as shares of the greatest, in 4-byte floats. */
  screenWeights(): Float32Array | null;
}

/** @throws AppError `badInput` where weights do not fit the rows, or are no weights; `cancelled` */
export const pointsOf = (matrix: Matrix, progress: Progress = silent, weights?: Float64Array): Points => {
  throwIfCancelled(progress);
  const { rows, columns } = matrix;
  const refuse = (problem: string): never => {
    throw new AppError('badInput', { method: 'k-means', problem });
  };
  if (weights !== undefined) {
    if (weights.length !== rows) refuse(`there are ${weights.length} weights for ${rows} rows`);
    const wrong = weights.findIndex((weight) => !(weight >= 0 && weight < Number.POSITIVE_INFINITY));
    if (wrong >= 0) refuse(`the weight of row ${wrong + 1} is ${weights[wrong]}`);
    if (!weights.some((weight) => weight > 0)) refuse('all weights are 0');
  }
  return {
    rows,
    columns,
    matrix,
    weights: weights ?? null,
    screenWeights: () => {
      if (weights === undefined) return null;
      let greatest = 0;
      for (const weight of weights) greatest = Math.max(greatest, weight);
      const shares = new Float32Array(rows);
      for (let row = 0; row < rows; row += 1) shares[row] = weights[row]! / greatest;
      return shares;
    },
  };
};

/** Squared euclidean distance of two points in row-major data. */
export const squaredDistance = (
  a: Float64Array,
  aStart: number,
  b: Float64Array,
  bStart: number,
  columns: number,
): number => {
  let sum = 0;
  for (let j = 0; j < columns; j += 1) {
    const difference = a[aStart + j]! - b[bStart + j]!;
    sum += difference * difference;
  }
  return sum;
};
