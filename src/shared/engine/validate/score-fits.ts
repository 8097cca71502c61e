import type { Matrix } from '../matrix.ts';
import type { Progress } from '../progress.ts';
import { pickRows } from '../sample.ts';
import { type Parts, type ScoredParts, scoreParts } from './score-parts.ts';

export interface ScoreFitsInput {
  readonly matrix: Matrix;
  /** Labels below 0 are in no part. */
  readonly fits: readonly Parts[];
  /** Of the samples that are looked at where there are many rows. */
  readonly seed: number;
}

/** One division with noise: scored over the rows that are in a part; noise has silhouette 0. */
const scoreClustered = (matrix: Matrix, { k, labels }: Parts, seed: number, progress: Progress): ScoredParts => {
  const rows = Int32Array.from(labels.keys()).filter((row) => labels[row]! >= 0);
  const parts = [{ k, labels: Int32Array.from(rows, (row) => labels[row]!) }];
  const { score, silhouettes } = scoreParts(pickRows(matrix, rows), parts, seed, progress)[0]!;
  if (silhouettes === null) return { score, silhouettes };
  const all = new Float64Array(matrix.rows);
  rows.forEach((row, i) => {
    all[row] = silhouettes[i]!;
  });
  return { score, silhouettes: all };
};

/**
 * `scoreParts` for what any method found, noise included.
 * @throws AppError `cancelled`
 */
export const scoreFits = ({ matrix, fits, seed }: ScoreFitsInput, progress: Progress): ScoredParts[] => {
  const [first] = fits;
  if (fits.length === 1 && first!.labels.some((label) => label < 0))
    return [scoreClustered(matrix, first!, seed, progress)];
  return scoreParts(matrix, fits, seed, progress);
};
