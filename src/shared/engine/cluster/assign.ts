import { type Points, squaredDistance } from './points.ts';

export interface Assignment {
  readonly labels: Int32Array;
  /** Sum of the squared distances to the nearest centroid. */
  readonly inertia: number;
  /** A centroid to which no row is nearest; −1 where every one has a row. */
  readonly empty: number;
  /** The row farthest from its centroid. */
  readonly farthest: number;
}

/** Each row's nearest centroid; of equally near ones the lowest. O(rows × k × columns). */
export const assign = ({ rows, columns, flat }: Points, centroids: readonly (readonly number[])[]): Assignment => {
  const k = centroids.length;
  const centres = Float64Array.from(centroids.flat());
  const labels = new Int32Array(rows);
  const filled = new Uint8Array(k);
  let inertia = 0;
  let farthest = 0;
  let greatest = -1;
  for (let row = 0; row < rows; row += 1) {
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let c = 0; c < k; c += 1) {
      const square = squaredDistance(flat, row * columns, centres, c * columns, columns);
      if (square < least) {
        least = square;
        best = c;
      }
    }
    labels[row] = best;
    filled[best] = 1;
    inertia += least;
    if (least > greatest) {
      greatest = least;
      farthest = row;
    }
  }
  return { labels, inertia, empty: filled.indexOf(0), farthest };
};
