/** What a component's covariance may be, by scikit-learn's names. */
export type Covariance = 'full' | 'tied' | 'diag' | 'spherical';

/** Components of a mixture. The covariances are flat in scikit-learn's shapes, row-major. */
export interface Components {
  /** Sum to 1. */
  readonly weights: Float64Array;
  /** components × columns, row-major. */
  readonly means: Float64Array;
  /** full: components × columns × columns; tied: columns × columns; diag: components × columns; spherical: components. */
  readonly covariances: Float64Array;
}

export const isTriangular = (covariance: Covariance): boolean => covariance === 'full' || covariance === 'tied';

/** Numbers in the factor of one component's precision: a packed triangle or a diagonal. */
export const factorSize = (covariance: Covariance, columns: number): number =>
  isTriangular(covariance) ? (columns * (columns + 1)) / 2 : columns;

/** Free parameters, as the information criteria count them. */
export const parametersOf = (covariance: Covariance, components: number, columns: number): number =>
  components * columns +
  components -
  1 +
  {
    full: (components * columns * (columns + 1)) / 2,
    tied: (columns * (columns + 1)) / 2,
    diag: components * columns,
    spherical: components,
  }[covariance];

/** The whole covariance matrix or variances of one component, as it stands in the flat array. */
export const covarianceOf = (
  covariance: Covariance,
  covariances: Float64Array,
  component: number,
  columns: number,
): Float64Array => {
  const size = { full: columns * columns, tied: 0, diag: columns, spherical: 1 }[covariance];
  return covariance === 'tied' ? covariances : covariances.subarray(component * size, (component + 1) * size);
};

/** Inverse of the Cholesky factor, lower, its rows packed one after another; null where the matrix is not positive. */
const invertCholesky = (matrix: Float64Array, columns: number): Float64Array | null => {
  const lower = new Float64Array(columns * columns);
  for (let j = 0; j < columns; j += 1) {
    for (let i = j; i < columns; i += 1) {
      let sum = matrix[i * columns + j]!;
      for (let q = 0; q < j; q += 1) sum -= lower[i * columns + q]! * lower[j * columns + q]!;
      if (i > j) lower[i * columns + j] = sum / lower[j * columns + j]!;
      else if (sum > 0 && Number.isFinite(sum)) lower[j * columns + j] = Math.sqrt(sum);
      else return null;
    }
  }
  const packed = new Float64Array((columns * (columns + 1)) / 2);
  for (let i = 0, start = 0; i < columns; i += 1, start += i) {
    packed[start + i] = 1 / lower[i * columns + i]!;
    for (let j = 0; j < i; j += 1) {
      let sum = 0;
      for (let q = j; q < i; q += 1) sum -= lower[i * columns + q]! * packed[(q * (q + 1)) / 2 + j]!;
      packed[start + j] = sum / lower[i * columns + i]!;
    }
  }
  return packed;
};

/**
 * What turns a difference from the mean into one of unit variance: the inverse Cholesky factor, packed by rows, or the
 * inverse deviations. Null where the covariance is not positive definite. O(columns³).
 */
export const precisionFactor = (covariance: Covariance, matrix: Float64Array, columns: number): Float64Array | null => {
  if (isTriangular(covariance)) return invertCholesky(matrix, columns);
  const factor = new Float64Array(columns);
  for (let j = 0; j < columns; j += 1) {
    const variance = matrix[covariance === 'diag' ? j : 0]!;
    if (!(variance > 0 && Number.isFinite(variance))) return null;
    factor[j] = 1 / Math.sqrt(variance);
  }
  return factor;
};
