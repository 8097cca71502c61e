import { sizesOf } from '../labels.ts';
import type { Matrix } from '../matrix.ts';

/** Means of parts, each with the rows that it stands for. */
export interface Centroids {
  readonly points: readonly Float64Array[];
  readonly weights: readonly number[];
}

/** O(rows × columns). Every part has a row. */
export const centroidsOf = (matrix: Matrix, labels: Int32Array, k: number): Centroids => {
  const { rows, columns, data } = matrix;
  const weights = [...sizesOf(labels, k)];
  const points = weights.map(() => new Float64Array(columns));
  for (let j = 0; j < columns; j += 1)
    for (let i = 0; i < rows; i += 1) points[labels[i]!]![j]! += data[j * rows + i]! / weights[labels[i]!]!;
  return { points, weights };
};

const squareBetween = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let j = 0; j < a.length; j += 1) sum += (a[j]! - b[j]!) ** 2;
  return sum;
};

/** One part fewer: the two whose union adds least to the inertia become one (Ward 1963). O(k² × columns). */
export const mergeNearest = ({ points, weights }: Centroids): Centroids => {
  let pair: [number, number] = [0, 1];
  let least = Number.POSITIVE_INFINITY;
  for (let a = 0; a < points.length; a += 1)
    for (let b = a + 1; b < points.length; b += 1) {
      const cost = (squareBetween(points[a]!, points[b]!) * weights[a]! * weights[b]!) / (weights[a]! + weights[b]!);
      if (cost < least) {
        least = cost;
        pair = [a, b];
      }
    }
  const [a, b] = pair;
  const weight = weights[a]! + weights[b]!;
  const mean = points[a]!.map((value, j) => (value * weights[a]! + points[b]![j]! * weights[b]!) / weight);
  return {
    points: points.with(a, mean).filter((_, c) => c !== b),
    weights: weights.with(a, weight).filter((_, c) => c !== b),
  };
};
