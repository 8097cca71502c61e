import type { LloydWork } from './kmeans-work.ts';
import { squaredDistance } from './points.ts';

/** A weight left over by rounding: next to the whole it is none. */
const negligible = 1e-14;

/** The clusters that hold no weight, of sums with the weight after the columns. */
const emptyOf = (sums: Float64Array, columns: number): number[] => {
  const width = columns + 1;
  const k = sums.length / width;
  let whole = 0;
  for (let c = 0; c < k; c += 1) whole += sums[c * width + columns]!;
  const least = whole * negligible;
  return Array.from({ length: k }, (_, c) => c).filter((c) => !(sums[c * width + columns]! > least));
};

/** The row farthest from the centroid of its label among those that may leave; −1 where there is none. */
const farthestRow = (
  { rows, columns, readRow, weights, labels }: LloydWork,
  centroids: Float64Array,
  mayLeave: (row: number, weight: number) => boolean,
): number => {
  let farthest = -1;
  let greatest = -1;
  const point = new Float64Array(columns);
  for (let row = 0; row < rows; row += 1) {
    readRow(row, point);
    const square = squaredDistance(point, 0, centroids, labels[row]! * columns, columns);
    if (square > greatest && mayLeave(row, weights === null ? 1 : weights[row]!)) {
      greatest = square;
      farthest = row;
    }
  }
  return farthest;
};

/**
 * The means of the parts. A centroid that lost its last row moves to the row farthest from its own, which leaves its
 * part's mean, as in scikit-learn; of equally far rows the first.
 * @param before the centroids by which the rows are labelled
 */
export const meansOf = (work: LloydWork, k: number, before: Float64Array): Float64Array => {
  const { columns, labels } = work;
  const point = new Float64Array(columns);
  const sums = work.sums();
  const width = columns + 1;
  const means = new Float64Array(k * columns);
  const heavy = Float64Array.from({ length: k }, (_, c) => sums[c * width + columns]!);
  for (let c = 0; c < k; c += 1)
    for (let j = 0; j < columns; j += 1) means[c * columns + j] = sums[c * width + j]! / heavy[c]!;
  const taken = new Set<number>();
  for (const c of emptyOf(sums, columns)) {
    const row = farthestRow(
      work,
      before,
      (one, weight) => weight > 0 && !taken.has(one) && heavy[labels[one]!]! > weight * (1 + 1e-9),
    );
    if (row < 0) {
      means.set(before.subarray(c * columns, (c + 1) * columns), c * columns);
      continue;
    }
    taken.add(row);
    const weight = work.weights === null ? 1 : work.weights[row]!;
    const from = labels[row]!;
    const rest = heavy[from]! - weight;
    work.readRow(row, point);
    for (let j = 0; j < columns; j += 1) {
      const value = point[j]!;
      const at = from * columns + j;
      means[at] = (means[at]! * heavy[from]! - value * weight) / rest;
      means[c * columns + j] = value;
    }
    heavy[from] = rest;
  }
  return means;
};

/** Where a part is empty by the last centroids: those centroids with the first such one at the row farthest from its own. */
export const refilled = (work: LloydWork, centroids: Float64Array): Float64Array | null => {
  const [empty] = emptyOf(work.sums(), work.columns);
  if (empty === undefined) return null;
  const { columns } = work;
  const row = farthestRow(work, centroids, (_, weight) => weight > 0);
  const next = centroids.slice();
  work.readRow(row, next.subarray(empty * columns, (empty + 1) * columns));
  return next;
};
