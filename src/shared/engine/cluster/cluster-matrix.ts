import { AppError } from '../../errors.ts';
import type { KChoice, Method } from '../../model/segmentation.ts';
import { checkNumbers } from '../check-numbers.ts';
import type { Matrix } from '../matrix.ts';
import { standardise } from '../prepare/standardise.ts';
import { type Progress, part } from '../progress.ts';
import { cutTree } from '../tree/cut.ts';
import { growTree } from '../tree/grow.ts';
import { scoreCuts, sweptCuts } from '../tree/score-cuts.ts';
import type { Tree } from '../tree/tree.ts';
import { chooseK } from '../validate/choose-k.ts';
import { inertiaOf } from '../validate/score-parts.ts';
import { checkDifferentRows, fitFrom, fitKmeans, usualTolerance } from './fit-kmeans.ts';
import { pointsOf } from './points.ts';
import { runKmeans } from './run-kmeans.ts';

export interface ClusterMatrixInput {
  readonly matrix: Matrix;
  readonly method: Method;
  /** `auto` is the silhouette's optimum over 2 to 12. */
  readonly k: KChoice;
  readonly scale: 'none' | 'zscore';
  readonly seed: number;
  /** Starting centroids of k-means, in the scaled space: then exactly one run. */
  readonly init?: Matrix;
  /** Relative to the mean variance of the scaled columns; scikit-learn's 1e-4 where not given. */
  readonly tolerance?: number;
  /** Runs of k-means from different starts; ten where not given. */
  readonly restarts?: number;
  /** What each row counts for in k-means, 0 or more; 1 where not given. */
  readonly weights?: Float64Array;
}

export interface ClusteredMatrix {
  readonly k: number;
  readonly labels: Int32Array;
  readonly inertia: number;
  /** A row for each label, in the scaled space; null for a tree. */
  readonly centroids: Matrix | null;
  /** 0 for a tree. */
  readonly iterations: number;
  /** The ten greatest merge heights of a tree, greatest first; null for k-means. */
  readonly heights: number[] | null;
  /** What distances were taken in. */
  readonly scaled: Matrix;
}

const topHeights = 10;

const byKmeans = (input: ClusterMatrixInput, scaled: Matrix, progress: Progress) => {
  const { k, seed, init, tolerance = usualTolerance, restarts, weights } = input;
  if (init !== undefined) {
    if (init.rows !== k)
      throw new AppError('badInput', {
        method: 'k-means',
        problem: `there are ${init.rows} starting centroids where ${k === 'auto' ? 'k is to be found' : `k is ${k}`}`,
      });
    checkDifferentRows(scaled, k, weights);
    return { k, ...fitFrom(pointsOf(scaled, progress, weights), init, tolerance, progress), heights: null };
  }
  if (k === 'auto') {
    const { labels, inertia, iterations, centroids, ...found } = runKmeans(
      {
        matrix: scaled,
        k,
        rule: 'silhouette',
        seed,
        tolerance,
        ...(restarts && { restarts }),
        ...(weights && { weights }),
      },
      progress,
    );
    return { k: found.k, labels, inertia, iterations, centroids, heights: null };
  }
  checkDifferentRows(scaled, k, weights);
  const points = pointsOf(scaled, progress, weights);
  return { k, ...fitKmeans(points, k, seed, tolerance, progress, restarts), heights: null };
};

const bestCut = (tree: Tree, matrix: Matrix, seed: number, progress: Progress): number => {
  const cuts = scoreCuts({ tree, matrix, ks: sweptCuts(tree), seed }, progress);
  return chooseK(
    cuts.map(({ score }) => score),
    'silhouette',
  ).k;
};

const byTree = ({ k: asked, seed }: ClusterMatrixInput, scaled: Matrix, progress: Progress) => {
  const tree = growTree({ matrix: scaled, linkage: 'ward' }, part(progress, 0, 0.7));
  const k = asked === 'auto' ? bestCut(tree, scaled, seed, part(progress, 0.7, 1)) : asked;
  const labels = cutTree({ tree, k });
  const heights = [...tree.heights.subarray(-topHeights)].reverse();
  return { k, labels, inertia: inertiaOf(scaled, labels, k), iterations: 0, centroids: null, heights };
};

/**
 * Clusters a matrix as it is or as z-scores, without a project. The silhouettes by which `auto` chooses are part of
 * the work; that of the result is not computed here.
 * @throws AppError `tooManySegments` where fewer than k rows differ, `badInput` where the starts or weights do not fit,
 * a value is no number (with its row and column), or squares are beyond a float64; `cancelled`
 */
export const clusterMatrix = (input: ClusterMatrixInput, progress: Progress): ClusteredMatrix => {
  const scaled = input.scale === 'zscore' ? standardise(input.matrix) : input.matrix;
  // k-means looks at its numbers itself, while it takes them in.
  if (input.method !== 'kmeans') checkNumbers(scaled, 'Clustering');
  const result = input.method === 'kmeans' ? byKmeans(input, scaled, progress) : byTree(input, scaled, progress);
  return { ...result, scaled };
};
