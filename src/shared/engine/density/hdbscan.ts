import { AppError } from '../../errors.ts';
import { checkNumbers } from '../check-numbers.ts';
import { orderBySize } from '../labels.ts';
import type { Matrix } from '../matrix.ts';
import { type Progress, part, throwIfCancelled } from '../progress.ts';
import { type CondensedTree, condense, selectStable } from './condense.ts';
import { joinPath } from './join-path.ts';
import { outlierScores } from './outlier-scores.ts';
import { spanningPath } from './spanning-path.ts';

export interface HdbscanInput {
  readonly matrix: Matrix;
  /** At least 2. */
  readonly minClusterSize: number;
  /** Rows that make a place dense, the row itself included; `minClusterSize` where not given. */
  readonly minSamples?: number;
}

export interface Hdbscan {
  /** Clusters found. */
  readonly k: number;
  /** 0 has the most rows; −1 is noise. */
  readonly labels: Int32Array;
  /** 0 for noise and a cluster's sparsest row, near 1 in its densest place: 1 − core distance / the cluster's greatest. */
  readonly probabilities: Float64Array;
  /** GLOSH, 0 to 1. */
  readonly outlierScores: Float64Array;
  readonly coreDistances: Float64Array;
  /** Of each label. */
  readonly stabilities: Float64Array;
  readonly tree: CondensedTree;
  /** The label of each cluster of the tree; −1 where it is none, nor within one. */
  readonly treeLabels: Int32Array;
}

const checkInput = ({ matrix, minClusterSize, minSamples = minClusterSize }: HdbscanInput): void => {
  const refuse = (problem: string): AppError => new AppError('badInput', { method: 'HDBSCAN', problem });
  const isCount = (value: number, least: number): boolean =>
    Number.isInteger(value) && value >= least && value <= matrix.rows;
  if (matrix.rows < 2) throw new AppError('tooFewCustomers', { customers: matrix.rows, needed: 2 });
  if (!isCount(minClusterSize, 2))
    throw refuse(`a least cluster size of ${minClusterSize} is not between 2 and the ${matrix.rows} rows`);
  if (!isCount(minSamples, 1)) throw refuse(`${minSamples} samples are not between 1 and the ${matrix.rows} rows`);
  checkNumbers(matrix, 'HDBSCAN');
};

const probabilitiesOf = (labels: Int32Array, k: number, coreDistances: Float64Array): Float64Array => {
  const greatest = new Float64Array(k);
  labels.forEach((label, row) => {
    if (label >= 0) greatest[label] = Math.max(greatest[label]!, coreDistances[row]!);
  });
  return coreDistances.map((core, row) => {
    if (labels[row]! < 0) return 0;
    const most = greatest[labels[row]!]!;
    return most > 0 ? (most - core) / most : 1;
  });
};

/**
 * Clusters by density, of any shape and number, with noise and outlier scores: HDBSCAN* (Campello, Moulavi & Sander
 * 2013; Campello, Moulavi, Zimek & Sander 2015) by euclidean distance, as R's dbscan has it. All rows alike, or no two
 * dense places apart: all is noise. Rows at equal mutual reachability join in the order in which Prim's algorithm takes
 * them from the first row on, as there: who a row between two clusters goes to may hang on the order of the rows.
 * O(rows² × columns) time at worst, O(rows × columns) memory.
 * @throws AppError `badInput` where the sizes do not fit the rows or squares of the numbers are beyond a float64,
 * `tooFewCustomers`, `cancelled`
 */
export const hdbscan = (input: HdbscanInput, progress: Progress): Hdbscan => {
  checkInput(input);
  const { matrix, minClusterSize, minSamples = minClusterSize } = input;
  const spanning = spanningPath(matrix, minSamples, part(progress, 0, 0.95));
  const { coreDistances } = spanning;
  const joins = joinPath(spanning, progress);
  throwIfCancelled(progress);
  const tree = condense(joins, minClusterSize);
  throwIfCancelled(progress);
  const belongsTo = selectStable(tree);
  const chosen = [...new Set(belongsTo)].filter((cluster) => cluster >= 0);
  const k = chosen.length;
  const found = new Int32Array(belongsTo.length).fill(-1);
  chosen.forEach((cluster, label) => {
    found[cluster] = label;
  });
  const foundOf = (cluster: number): number => (belongsTo[cluster]! < 0 ? -1 : found[belongsTo[cluster]!]!);
  throwIfCancelled(progress);
  const raw = tree.rowCluster.map(foundOf);
  const clustered = raw.filter((label) => label >= 0);
  const order = orderBySize(clustered, k);
  const renamed = new Int32Array(k);
  order.forEach((old, label) => {
    renamed[old] = label;
  });
  const labels = raw.map((label) => (label < 0 ? -1 : renamed[label]!));
  throwIfCancelled(progress);
  progress.report(1);
  return {
    k,
    labels,
    probabilities: probabilitiesOf(labels, k, coreDistances),
    outlierScores: outlierScores(tree),
    coreDistances,
    stabilities: Float64Array.from(order, (old) => tree.stability[chosen[old]!]!),
    tree,
    treeLabels: belongsTo.map((_, cluster) => (foundOf(cluster) < 0 ? -1 : renamed[foundOf(cluster)]!)),
  };
};
