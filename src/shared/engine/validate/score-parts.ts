import type { KScore } from '../../model/segmentation.ts';
import { sizesOf } from '../labels.ts';
import { columnOf, type Matrix } from '../matrix.ts';
import type { Progress } from '../progress.ts';
import { pickRows, sampleRows } from '../sample.ts';
import { type Silhouette, silhouettesOf } from './silhouette.ts';

/** Beyond this many rows the silhouette is taken from a seeded sample. */
export const silhouetteAtMost = 20_000;
const sampleSize = 5_000;

/** One way of putting the rows into parts. */
export interface Parts {
  readonly k: number;
  /** One label a row, 0 to k − 1. */
  readonly labels: Int32Array;
}

export interface ScoredParts {
  readonly score: KScore;
  /** One value a row; null where only a sample was looked at, or there is one part. */
  readonly silhouettes: Float64Array | null;
}

/** Sum of squared distances to the means of the parts. O(rows × columns). */
export const inertiaOf = (matrix: Matrix, labels: Int32Array, k: number): number => {
  const sizes = sizesOf(labels, k);
  let inertia = 0;
  for (let j = 0; j < matrix.columns; j += 1) {
    const column = columnOf(matrix, j);
    const means = new Float64Array(k);
    for (let i = 0; i < column.length; i += 1) means[labels[i]!]! += column[i]!;
    for (let c = 0; c < k; c += 1) means[c]! /= sizes[c] || 1;
    for (let i = 0; i < column.length; i += 1) inertia += (column[i]! - means[labels[i]!]!) ** 2;
  }
  return inertia;
};

const measure = (matrix: Matrix, all: readonly Parts[], seed: number, progress: Progress): Silhouette[] => {
  const labellings = all.map(({ labels }) => labels);
  if (matrix.rows <= silhouetteAtMost) return silhouettesOf(matrix, labellings, progress);
  const rows = sampleRows(matrix.rows, sampleSize, seed);
  const sampled = labellings.map((labels) => Int32Array.from(rows, (row) => labels[row]!));
  return silhouettesOf(pickRows(matrix, rows), sampled, progress);
};

/**
 * How well parts stand apart and how even they are, for several ways of making them. Above 20,000 rows the silhouette
 * is that of 5,000, drawn with the seed. O(rows² × (columns + ways)) below.
 * @throws AppError `cancelled`
 */
export const scoreParts = (matrix: Matrix, all: readonly Parts[], seed: number, progress: Progress): ScoredParts[] => {
  const measured = measure(matrix, all, seed, progress);
  return all.map(({ k, labels }, i) => {
    const { mean, values } = measured[i]!;
    const sizes = sizesOf(labels, k);
    const score = {
      k,
      inertia: inertiaOf(matrix, labels, k),
      silhouette: mean,
      smallestShare: Math.min(...sizes) / matrix.rows,
      largestShare: Math.max(...sizes) / matrix.rows,
    };
    return { score, silhouettes: mean !== null && values.length === matrix.rows ? values : null };
  });
};
