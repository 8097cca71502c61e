import { columnOf, createMatrix, type Matrix } from '../../shared/engine/matrix.ts';
import { createRandom } from '../../shared/engine/random.ts';
import type { Tree } from '../../shared/engine/tree/grow.ts';
import type { KScore } from '../../shared/model/segmentation.ts';
import type { Compute } from './compute.ts';

/** Beyond this many customers the silhouette is taken from a seeded sample. */
export const silhouetteAtMost = 20_000;
const sampleSize = 5_000;

export interface Cut {
  readonly labels: Int32Array;
  readonly score: KScore;
  /** One value a customer; null where only a sample was looked at. */
  readonly silhouettes: Float64Array | null;
}

const sizesOf = (labels: Int32Array, k: number): number[] => {
  const sizes = Array<number>(k).fill(0);
  for (const label of labels) sizes[label]! += 1;
  return sizes;
};

/** Sum of squared distances to the means of the parts. O(rows × columns). */
export const inertiaOf = (matrix: Matrix, labels: Int32Array, k: number): number => {
  const sizes = sizesOf(labels, k);
  let inertia = 0;
  for (let j = 0; j < matrix.columns; j += 1) {
    const column = columnOf(matrix, j);
    const means = new Float64Array(k);
    labels.forEach((label, i) => {
      means[label]! += column[i]!;
    });
    for (let c = 0; c < k; c += 1) means[c]! /= sizes[c] || 1;
    labels.forEach((label, i) => {
      inertia += (column[i]! - means[label]!) ** 2;
    });
  }
  return inertia;
};

/** A seeded choice of rows, in their order (Knuth's selection sampling, TAOCP 2, 3.4.2 S). */
const sampleRows = (rows: number, size: number, seed: number): Int32Array => {
  const random = createRandom(seed);
  const chosen = new Int32Array(size);
  for (let row = 0, have = 0; have < size; row += 1) {
    if ((rows - row) * random() < size - have) {
      chosen[have] = row;
      have += 1;
    }
  }
  return chosen;
};

const pick = (matrix: Matrix, rows: Int32Array): Matrix => {
  const picked = createMatrix(rows.length, matrix.columns);
  for (let j = 0; j < matrix.columns; j += 1) {
    const from = columnOf(matrix, j);
    columnOf(picked, j).set(Float64Array.from(rows, (row) => from[row]!));
  }
  return picked;
};

/** Cuts the tree into k and says how that did. */
export const cutAndScore = async (
  compute: Compute,
  tree: Tree,
  matrix: Matrix,
  k: number,
  seed: number,
  signal: AbortSignal,
): Promise<Cut> => {
  const labels = await compute.run('cutTree', { tree, k }, { signal });
  const sizes = sizesOf(labels, k);
  const all = matrix.rows <= silhouetteAtMost;
  const rows = all ? null : sampleRows(matrix.rows, sampleSize, seed);
  const measured =
    k < 2 || k >= matrix.rows
      ? null
      : await compute.run(
          'silhouette',
          rows === null
            ? { matrix, labels }
            : { matrix: pick(matrix, rows), labels: Int32Array.from(rows, (row) => labels[row]!) },
          { signal },
        );
  const score: KScore = {
    k,
    inertia: inertiaOf(matrix, labels, k),
    silhouette: measured?.mean ?? null,
    smallestShare: Math.min(...sizes) / matrix.rows,
    largestShare: Math.max(...sizes) / matrix.rows,
  };
  return { labels, score, silhouettes: all && measured !== null ? measured.values : null };
};
