/**
 * Solves A x = b for a symmetric positive definite A (row-major, d × d) by Cholesky's decomposition. Null where A is not, to
 * rounding. O(d³).
 */
export const solvePositive = (matrix: Float64Array, right: Float64Array): Float64Array | null => {
  const d = right.length;
  const root = new Float64Array(d * d);
  for (let i = 0; i < d; i += 1)
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i * d + j]!;
      for (let k = 0; k < j; k += 1) sum -= root[i * d + k]! * root[j * d + k]!;
      if (i === j) {
        if (!(sum > 1e-12 * matrix[i * d + i]!)) return null;
        root[i * d + i] = Math.sqrt(sum);
      } else root[i * d + j] = sum / root[j * d + j]!;
    }
  const x = right.slice();
  for (let i = 0; i < d; i += 1) {
    for (let k = 0; k < i; k += 1) x[i]! -= root[i * d + k]! * x[k]!;
    x[i]! /= root[i * d + i]!;
  }
  for (let i = d - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < d; k += 1) x[i]! -= root[k * d + i]! * x[k]!;
    x[i]! /= root[i * d + i]!;
  }
  return x;
};
