import { renumber } from '../labels.ts';
import { createMatrix, type Matrix } from '../matrix.ts';
import type { LloydWork } from './kmeans-work.ts';
import type { LloydEnd } from './lloyd.ts';

export interface KmeansFit {
  readonly labels: Int32Array;
  /** Sum of weight × squared distance to the centroid. */
  readonly inertia: number;
  readonly iterations: number;
  /** A row for each label. */
  readonly centroids: Matrix;
}

const matrixOf = (centroids: Float64Array, columns: number): Matrix => {
  const k = centroids.length / columns;
  const matrix = createMatrix(k, columns);
  for (let c = 0; c < k; c += 1)
    for (let j = 0; j < columns; j += 1) matrix.data[j * k + c] = centroids[c * columns + j]!;
  return matrix;
};

/** The fit with its labels as they are. */
export const asStarted = ({ labels, columns }: LloydWork, { centroids, ...end }: LloydEnd): KmeansFit => ({
  ...end,
  labels: new Int32Array(labels),
  centroids: matrixOf(centroids, columns),
});

/** The fit with its labels by size. */
export const bySize = ({ labels, columns }: LloydWork, { centroids, ...end }: LloydEnd): KmeansFit => {
  const k = centroids.length / columns;
  const renamed = renumber(new Int32Array(labels), k);
  const ordered = new Float64Array(centroids.length);
  const placed = new Uint8Array(k);
  for (let row = 0, left = k; left > 0 && row < labels.length; row += 1) {
    const from = labels[row]!;
    if (placed[from] === 1) continue;
    placed[from] = 1;
    left -= 1;
    ordered.set(centroids.subarray(from * columns, (from + 1) * columns), renamed[row]! * columns);
  }
  return { ...end, labels: renamed, centroids: matrixOf(ordered, columns) };
};
