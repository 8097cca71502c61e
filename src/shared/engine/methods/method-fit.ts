import type { Method } from '../../model/segmentation.ts';
import type { Matrix } from '../matrix.ts';
import type { Covariance } from '../mixture/covariance.ts';

/** Methods over a matrix: those of a segmentation, and one for columns of text besides. */
export type MatrixMethod = Exclude<Method, 'rules'> | 'kprototypes';

/** What any method is asked. */
export interface MethodInput {
  /** Finite numbers, on the scale in which distances are taken. */
  readonly matrix: Matrix;
  readonly method: MatrixMethod;
  /**
   * Numbers of parts to make, rising; `sweep` for all of 2 to 12 that there are different rows for. A density method
   * finds its own number.
   */
  readonly ks: readonly number[] | 'sweep';
  readonly seed: number;
  /** k-means: relative to the mean variance of the columns. */
  readonly tolerance?: number;
  /** Runs from different starts; the method's own number where not given. */
  readonly restarts?: number;
  /** Starting centroids (k-means, Gaussian mixture), a row each: then exactly one run, for one k. */
  readonly init?: Matrix;
  /** Gaussian mixture; `full` where not given. */
  readonly covariance?: Covariance;
  /** HDBSCAN; a fiftieth of the rows, 5 at least, where not given. */
  readonly minClusterSize?: number;
  /** k-prototypes: one column of category numbers each, −1 for missing. */
  readonly categories?: readonly Int32Array[];
}

/** The same with the numbers known. */
export interface KnownInput extends MethodInput {
  readonly ks: readonly number[];
}

/** What any method gives for one number of parts. */
export interface MethodFit {
  readonly k: number;
  /** 0 to k − 1, 0 the largest part (with starting centroids: the row of the start); −1 for noise. */
  readonly labels: Int32Array;
  /** Sum of squared distances: to the centroids of k-means, else to the means of the parts; noise is left out. */
  readonly inertia: number;
  /** 0 where a method has none. */
  readonly iterations: number;
  /** The ten greatest merge heights of a tree, greatest first; null for other methods. */
  readonly heights: number[] | null;
  /** Of a Gaussian mixture, over all rows; null for other methods. */
  readonly logLikelihood: number | null;
  /** By which this method's numbers of parts are compared, less being better; null where the silhouette is to. */
  readonly criterion: number | null;
}

/** What a fit has where its method says nothing of it. */
export const plainFit = { iterations: 0, heights: null, logLikelihood: null, criterion: null } as const;
