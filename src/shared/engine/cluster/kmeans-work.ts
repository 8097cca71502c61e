/**
 * What k-means does over all rows, in kernels or in plain TypeScript. The steps between them, from drawing starts to the
 * end of the iterations, are the same code for both and see the same numbers.
 */
export interface LloydWork {
  readonly rows: number;
  readonly columns: number;
  /** Copies a row. */
  readRow(row: number, into: Float64Array): void;
  /** One a row; null where every row weighs 1. */
  readonly weights: Float64Array | null;
  /** Mean of the columns' population variances: what a relative tolerance is relative to. Known after the first assignment. */
  readonly meanVariance: number;

  /** One a row. */
  readonly labels: Uint16Array;
  /** Forgets labels, for a run with k clusters. */
  begin(k: number): void;
  /** Gives each row its nearest centroid, the lowest of equally near ones; returns how many rows changed. */
  assign(centroids: Float64Array): number;
  /** Sums of weight × row for each label, and after the columns the weight: `columns + 1` numbers a cluster. */
  sums(): Float64Array;
  /** Sum of weight × squared distance to the centroid of the label. */
  inertia(centroids: Float64Array): number;
}

/** The same with what drawing starts takes. */
export interface KmeansWork extends LloydWork {
  /** Squared distance to the nearest start so far, on the screen (see `screenOf`). */
  readonly nearest: Float32Array;
  /** Weights on the screen; null where every row weighs 1. */
  readonly screenWeights: Float32Array | null;
  /** Sums of `nearest` × weight over 64 rows. */
  readonly blockSums: Float64Array;
  /** Takes a row as a start: `nearest` and `blockSums` with it. */
  takeStart(row: number, isFirst: boolean): void;
  /** What the sum of all `blockSums` would be with each of these rows taken. */
  costsOf(candidates: readonly number[]): number[];
}
