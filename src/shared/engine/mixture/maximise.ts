import { type Components, type Covariance, isTriangular } from './covariance.ts';

/** What a pass over the rows leaves of one component: its weight, and moments about a given mean. */
export interface ComponentSums {
  /** Sum of the responsibilities. */
  readonly weight: number;
  /** Weighted sum of the differences from the mean. */
  readonly first: Float64Array;
  /** Of their products: a triangle packed by rows, or the squares. */
  readonly second: Float64Array;
}

/** As scikit-learn keeps an empty component from dividing by 0. */
const least = 10 * 2 ** -52;

/**
 * The components of greatest likelihood for given responsibilities, from sums about the means at hand; scikit-learn's
 * M-step with its regularisation on the diagonal. O(components × columns²).
 */
export const maximise = (
  covariance: Covariance,
  sums: readonly ComponentSums[],
  meansAtHand: Float64Array,
  regularisation: number,
): Components => {
  const components = sums.length;
  const columns = meansAtHand.length / components;
  const sizes = Float64Array.from(sums, ({ weight }) => weight + least);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const means = meansAtHand.slice();
  const shapes = { full: columns * columns, tied: columns * columns, diag: columns, spherical: 1 };
  const size = shapes[covariance];
  const covariances = new Float64Array(covariance === 'tied' ? size : components * size);
  sums.forEach(({ weight, first, second }, c) => {
    const steps = first.map((sum) => sum / sizes[c]!);
    for (let j = 0; j < columns; j += 1) means[c * columns + j]! += steps[j]!;
    // About the new mean, to which all steps lead.
    const share = 2 - weight / sizes[c]!;
    const moment = (at: number, a: number, b: number): number =>
      second[at]! / sizes[c]! - steps[a]! * steps[b]! * share;
    if (isTriangular(covariance)) {
      const start = covariance === 'tied' ? 0 : c * size;
      const part = covariance === 'tied' ? sizes[c]! / total : 1;
      for (let a = 0, at = 0; a < columns; a += 1) {
        for (let b = 0; b <= a; b += 1, at += 1) {
          const value = part * moment(at, a, b);
          covariances[start + a * columns + b]! += value;
          if (a !== b) covariances[start + b * columns + a]! += value;
        }
      }
    } else {
      for (let j = 0; j < columns; j += 1) {
        const variance = moment(j, j, j) + regularisation;
        if (covariance === 'diag') covariances[c * columns + j] = variance;
        else covariances[c]! += variance / columns;
      }
    }
  });
  if (isTriangular(covariance))
    for (let start = 0; start < covariances.length; start += size)
      for (let j = 0; j < columns; j += 1) covariances[start + j * (columns + 1)]! += regularisation;
  return { weights: sizes.map((one) => one / total), means, covariances };
};
