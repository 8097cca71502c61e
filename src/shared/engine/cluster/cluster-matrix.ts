import { AppError } from '../../errors.ts';
import type { KChoice, Method } from '../../model/segmentation.ts';
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
}

export interface ClusteredMatrix {
  readonly k: number;
  readonly labels: Int32Array;
  readonly inertia: number;
  /** 0 for a tree. */
  readonly iterations: number;
  /** The ten greatest merge heights of a tree, greatest first; null for k-means. */
  readonly heights: number[] | null;
  /** What distances were taken in. */
  readonly scaled: Matrix;
}

const topHeights = 10;

const byKmeans = (input: ClusterMatrixInput, scaled: Matrix, progress: Progress) => {
  const { k, seed, init, tolerance = usualTolerance } = input;
  if (init !== undefined) {
    if (init.rows !== k)
      throw new AppError('badInput', {
        method: 'k-means',
        problem: `there are ${init.rows} starting centroids where ${k === 'auto' ? 'k is to be found' : `k is ${k}`}`,
      });
    checkDifferentRows(scaled, k);
    return { k, ...fitFrom(pointsOf(scaled, progress), init, tolerance, progress), heights: null };
  }
  if (k === 'auto') {
    const { labels, inertia, iterations, ...found } = runKmeans(
      { matrix: scaled, k, rule: 'silhouette', seed, tolerance },
      progress,
    );
    return { k: found.k, labels, inertia, iterations, heights: null };
  }
  checkDifferentRows(scaled, k);
  return { k, ...fitKmeans(pointsOf(scaled, progress), k, seed, tolerance, progress), heights: null };
};

/** Beyond this a sum of squared distances is no number any more. */
const checkSize = ({ data }: Matrix): void => {
  let greatest = 0;
  for (const value of data) greatest = Math.max(greatest, Math.abs(value));
  const limit = Math.sqrt(Number.MAX_VALUE / 8 / Math.max(1, data.length));
  if (!(greatest <= limit))
    throw new AppError('badInput', {
      method: 'Clustering',
      problem: `${greatest} is so large that distances to it cannot be computed; divide that column first, or take z-scores`,
    });
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
  return { k, labels, inertia: inertiaOf(scaled, labels, k), iterations: 0, heights };
};

/**
 * Clusters a matrix as it is or as z-scores, without a project. The silhouettes by which `auto` chooses are part of
 * the work; that of the result is not computed here.
 * @throws AppError `tooManySegments` where fewer than k rows differ, `badInput` where the starts do not fit or squares
 * of the numbers are beyond a float64, `cancelled`
 */
export const clusterMatrix = (input: ClusterMatrixInput, progress: Progress): ClusteredMatrix => {
  const scaled = input.scale === 'zscore' ? standardise(input.matrix) : input.matrix;
  checkSize(scaled);
  const result = input.method === 'kmeans' ? byKmeans(input, scaled, progress) : byTree(input, scaled, progress);
  return { ...result, scaled };
};
