import { columnOf, type Matrix } from '../matrix.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';
import { momentsOf } from './moments.ts';

/** A column that says the same as an earlier one. */
export interface Correlated {
  readonly with: number;
  /** Pearson's. */
  readonly r: number;
}

/**
 * Column by column, whether it goes with one of the earlier columns that stay, |r| at least the threshold: then with
 * which (the one it goes with most, the first of equals), else null. The first of a pair stays, so the answer hangs on
 * the order of the columns and on nothing else. O(columns² × rows).
 * @throws AppError `cancelled`
 */
export const findCorrelated = (matrix: Matrix, atLeast: number, progress: Progress): (Correlated | null)[] => {
  const columns = Array.from({ length: matrix.columns }, (_, j) => columnOf(matrix, j));
  const moments = columns.map(momentsOf);
  const correlation = (a: number, b: number): number => {
    throwIfCancelled(progress);
    const [x, y] = [columns[a]!, columns[b]!];
    const { mean: meanX, deviation: spreadX } = moments[a]!;
    const { mean: meanY, deviation: spreadY } = moments[b]!;
    let sum = 0;
    for (let i = 0; i < x.length; i += 1) sum += ((x[i]! - meanX) / spreadX) * ((y[i]! - meanY) / spreadY);
    return Math.min(1, Math.max(-1, sum / x.length));
  };
  const found: (Correlated | null)[] = [];
  for (let b = 0; b < columns.length; b += 1) {
    let closest: Correlated | null = null;
    for (let a = 0; a < b; a += 1) {
      if (found[a] !== null) continue;
      const r = correlation(a, b);
      if (Math.abs(r) >= atLeast && (closest === null || Math.abs(r) > Math.abs(closest.r))) closest = { with: a, r };
    }
    found.push(closest);
  }
  return found;
};
