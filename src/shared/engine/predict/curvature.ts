import type { Objective } from './maximise.ts';

/**
 * The negative Hessian at a point, by central differences of the gradient, made symmetric; row-major d × d.
 * O(d) gradients; right to some 1e-9 of its size.
 */
export const informationAt = (objective: Objective, point: Float64Array): Float64Array => {
  const d = point.length;
  const information = new Float64Array(d * d);
  const [above, below] = [new Float64Array(d), new Float64Array(d)];
  for (let i = 0; i < d; i += 1) {
    const step = 1e-4 * Math.max(1, Math.abs(point[i]!));
    const moved = point.slice();
    moved[i] = point[i]! + step;
    objective(moved, above);
    moved[i] = point[i]! - step;
    objective(moved, below);
    for (let j = 0; j < d; j += 1) information[i * d + j] = (below[j]! - above[j]!) / (2 * step);
  }
  for (let i = 0; i < d; i += 1)
    for (let j = 0; j < i; j += 1) {
      const mean = (information[i * d + j]! + information[j * d + i]!) / 2;
      information[i * d + j] = mean;
      information[j * d + i] = mean;
    }
  return information;
};

/**
 * The lower triangle L of a symmetric positive definite matrix A = L Lᵀ (Cholesky); null where A is not one. O(d³).
 */
export const choleskyOf = (matrix: Float64Array, d: number): Float64Array | null => {
  const lower = new Float64Array(d * d);
  for (let i = 0; i < d; i += 1)
    for (let j = 0; j <= i; j += 1) {
      let rest = matrix[i * d + j]!;
      for (let k = 0; k < j; k += 1) rest -= lower[i * d + k]! * lower[j * d + k]!;
      if (i > j) lower[i * d + j] = rest / lower[j * d + j]!;
      else if (rest > 0 && Number.isFinite(rest)) lower[i * d + i] = Math.sqrt(rest);
      else return null;
    }
  return lower;
};

/** A⁻¹ of a symmetric positive definite A by its Cholesky triangle; null where A is none. O(d³). */
export const inverseOf = (matrix: Float64Array, d: number): Float64Array | null => {
  const lower = choleskyOf(matrix, d);
  if (lower === null) return null;
  const inverse = new Float64Array(d * d);
  for (let column = 0; column < d; column += 1) {
    const solved = new Float64Array(d);
    for (let i = 0; i < d; i += 1) {
      let rest = i === column ? 1 : 0;
      for (let k = 0; k < i; k += 1) rest -= lower[i * d + k]! * solved[k]!;
      solved[i] = rest / lower[i * d + i]!;
    }
    for (let i = d - 1; i >= 0; i -= 1) {
      let rest = solved[i]!;
      for (let k = i + 1; k < d; k += 1) rest -= lower[k * d + i]! * solved[k]!;
      solved[i] = rest / lower[i * d + i]!;
    }
    for (let i = 0; i < d; i += 1) inverse[i * d + column] = solved[i]!;
  }
  return inverse;
};
