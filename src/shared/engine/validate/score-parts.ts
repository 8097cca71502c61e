import type { KScore } from '../../model/segmentation.ts';
import { sizesOf } from '../labels.ts';
import { columnOf, type Matrix } from '../matrix.ts';
import { type Progress, part, silent, throwIfCancelled } from '../progress.ts';
import { bayesianInformation } from './bayesian-information.ts';
import { calinskiHarabasz } from './calinski-harabasz.ts';
import { daviesBouldin } from './davies-bouldin.ts';
import { type Gaps, gapStatistic } from './gap-statistic.ts';
import { type SampledSilhouette, sampledSilhouettes } from './sampled-silhouettes.ts';
import { silhouettesOf } from './silhouette.ts';
import { spreadOf } from './spread.ts';

/** Beyond this many rows the silhouette is taken from a seeded sample. */
export const silhouetteAtMost = 20_000;

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

/**
 * Sum of squared distances to the means of the parts. O(rows × columns).
 * @throws AppError `cancelled`
 */
export const inertiaOf = (matrix: Matrix, labels: Int32Array, k: number, progress: Progress = silent): number => {
  const sizes = sizesOf(labels, k);
  let inertia = 0;
  for (let j = 0; j < matrix.columns; j += 1) {
    throwIfCancelled(progress);
    const column = columnOf(matrix, j);
    const means = new Float64Array(k);
    for (let i = 0; i < column.length; i += 1) means[labels[i]!]! += column[i]!;
    for (let c = 0; c < k; c += 1) means[c]! /= sizes[c] || 1;
    for (let i = 0; i < column.length; i += 1) inertia += (column[i]! - means[labels[i]!]!) ** 2;
  }
  return inertia;
};

interface Measured extends SampledSilhouette {
  readonly values: Float64Array | null;
}

const measure = (matrix: Matrix, all: readonly Parts[], seed: number, progress: Progress): Measured[] => {
  if (matrix.rows > silhouetteAtMost)
    return sampledSilhouettes(matrix, all, seed, progress).map((found) => ({ ...found, values: null }));
  const labellings = all.map(({ labels }) => labels);
  return silhouettesOf(matrix, labellings, progress).map(({ mean, values }) => ({
    mean,
    error: null,
    values: mean === null ? null : values,
  }));
};

const gapsOf = (matrix: Matrix, all: readonly Parts[], seed: number, progress: Progress): Gaps | null =>
  all.length < 2 ? null : gapStatistic({ matrix, ks: all.map(({ k }) => k), seed }, progress);

/**
 * How well parts stand apart and how even they are, for several ways of making them. Above 20,000 rows the silhouette
 * is that of samples, with its standard error. The gap statistic
 * is that of 400 rows, and left out where there is only one way. O(rows² × (columns + ways)) below 20,000 rows.
 * @throws AppError `cancelled`
 */
export const scoreParts = (matrix: Matrix, all: readonly Parts[], seed: number, progress: Progress): ScoredParts[] => {
  if (all.length === 0) return [];
  const measured = measure(matrix, all, seed, part(progress, 0, 0.7));
  const gaps = gapsOf(matrix, all, seed, part(progress, 0.7, 0.95));
  return all.map(({ k, labels }, i) => {
    const { mean, error, values } = measured[i]!;
    const spread = spreadOf(matrix, labels, k, progress);
    const gap = gaps?.gaps.find((one) => one.k === k);
    const score: KScore = {
      k,
      inertia: spread.inertia,
      silhouette: mean,
      silhouetteError: error,
      smallestShare: Math.min(...spread.sizes) / matrix.rows,
      largestShare: Math.max(...spread.sizes) / matrix.rows,
      calinskiHarabasz: calinskiHarabasz(spread),
      daviesBouldin: daviesBouldin(spread),
      bic: bayesianInformation(spread),
      gap: gap?.gap ?? null,
      gapError: gap?.error ?? null,
      gapRows: gaps?.rows ?? null,
    };
    progress.report(0.95 + (0.05 * (i + 1)) / all.length);
    return { score, silhouettes: values };
  });
};
