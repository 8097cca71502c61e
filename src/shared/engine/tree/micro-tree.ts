import { createMatrix, type Matrix } from '../matrix.ts';
import { type Progress, part, throwIfCancelled } from '../progress.ts';
import { pickRows, sampleRows } from '../sample.ts';
import { assignNearest } from './assign-nearest.ts';
import { cutTree, type LeafTree } from './cut.ts';
import { orderMerges } from './order-merges.ts';
import { differentRows, type Tree } from './tree.ts';
import { wardMerges } from './ward.ts';

/** An exact Ward tree over micro-clusters; every row is in one of its leaves. */
export interface MicroTree extends LeafTree {
  /** Over the leaves; `leafSizes` says how many rows each holds, at least one. */
  readonly tree: Tree & { readonly leafSizes: Int32Array };
  /** The mean of each leaf's rows. */
  readonly centres: Matrix;
  /**
   * The sum of the squared distances of each leaf's rows to their mean. With half of the squared heights it is the whole
   * sum of squares: a merge's height is exactly what joining its rows adds, for that depends on means and sizes alone,
   * and what lies within the leaves is here.
   */
  readonly leafScatter: Float64Array;
}

export interface MicroTreeInput {
  /** Finite numbers, at least one row. */
  readonly matrix: Matrix;
  readonly seed: number;
  /** How many leaves, at most; fewer where fewer rows differ. */
  readonly leaves?: number;
  /** How many rows the leaves are found from. */
  readonly sampled?: number;
}

const usualLeaves = 4000;
const usualSample = 20_000;

/** Rows and means of each label; labels that no row has are left out, and the others moved up. */
const meansOf = ({ rows, columns, data }: Matrix, labels: Int32Array, count: number, progress: Progress) => {
  const all = new Int32Array(count);
  for (const label of labels) all[label]! += 1;
  const renamed = new Int32Array(count);
  let kept = 0;
  for (let label = 0; label < count; label += 1)
    if (all[label]! > 0) {
      renamed[label] = kept;
      kept += 1;
    }
  const sizes = all.filter((size) => size > 0);
  for (let row = 0; row < rows; row += 1) labels[row] = renamed[labels[row]!]!;
  const centres = createMatrix(kept, columns);
  for (let j = 0; j < columns; j += 1) {
    throwIfCancelled(progress);
    const sums = new Float64Array(kept);
    for (let row = 0; row < rows; row += 1) sums[labels[row]!]! += data[j * rows + row]!;
    for (let leaf = 0; leaf < kept; leaf += 1) centres.data[j * kept + leaf] = sums[leaf]! / sizes[leaf]!;
  }
  return { sizes, centres };
};

const scatterOf = (
  { rows, columns, data }: Matrix,
  labels: Int32Array,
  centres: Matrix,
  progress: Progress,
): Float64Array => {
  const scatter = new Float64Array(centres.rows);
  for (let j = 0; j < columns; j += 1) {
    throwIfCancelled(progress);
    for (let row = 0; row < rows; row += 1) {
      const leaf = labels[row]!;
      scatter[leaf]! += (data[j * rows + row]! - centres.data[j * centres.rows + leaf]!) ** 2;
    }
  }
  return scatter;
};

/**
 * A tree over as many rows as there are, micro-clusters first (as in BIRCH; Zhang, Ramakrishnan & Livny 1996). The leaves
 * are found as branches of an exact Ward tree over a seeded sample, every row goes to the nearest, the leaves move to
 * the means of their rows, and an exact Ward tree is grown over them, weighted by rows. At most `sampled` rows: their
 * exact tree, cut off at that many leaves. Same input, same tree, whatever the threads. O(rows × leaves × columns) at
 * worst, and the sample's tree; memory O(rows + sampled × columns).
 * @throws AppError `cancelled`
 */
export const growMicroTree = (input: MicroTreeInput, progress: Progress): MicroTree => {
  const { matrix, seed, leaves = usualLeaves, sampled = usualSample } = input;
  const { rows } = matrix;
  throwIfCancelled(progress);
  const sample = rows <= sampled ? matrix : pickRows(matrix, sampleRows(rows, sampled, seed));
  const sampleTree = orderMerges(sample.rows, wardMerges({ matrix: sample }, part(progress, 0, 0.3)));
  const k = Math.min(leaves, differentRows(sampleTree));
  const starts = cutTree({ tree: sampleTree, k });
  const leafOf =
    sample === matrix
      ? starts
      : assignNearest(matrix, meansOf(sample, starts, k, progress).centres, part(progress, 0.3, 0.85));
  const { sizes, centres } = meansOf(matrix, leafOf, k, progress);
  const leafScatter = scatterOf(matrix, leafOf, centres, progress);
  const merges = wardMerges({ matrix: centres, weights: Float64Array.from(sizes) }, part(progress, 0.9, 1));
  const tree = orderMerges(centres.rows, merges, sizes);
  return { tree: { ...tree, leafSizes: sizes }, leafOf, centres, leafScatter };
};
