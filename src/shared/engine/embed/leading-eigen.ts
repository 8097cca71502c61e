import { type Progress, throwIfCancelled } from '../progress.ts';
import { createRandom } from '../random.ts';
import { type Eigen, eigenOf } from './jacobi.ts';

/** Vectors iterated together: the more beside those wanted, the faster these come apart. */
const block = 8;
const mostRounds = 500;
/** What may be left of A·v − λ·v, as a share of the greatest value. */
const residualAtMost = 1e-11;

/** symmetric × vectors, each of n entries. */
const multiply = (symmetric: Float64Array, n: number, vectors: readonly Float64Array[]): Float64Array[] => {
  const out = vectors.map(() => new Float64Array(n));
  for (let i = 0; i < n; i += 1) {
    const row = symmetric.subarray(i * n, (i + 1) * n);
    vectors.forEach((vector, c) => {
      let sum = 0;
      for (let j = 0; j < n; j += 1) sum += row[j]! * vector[j]!;
      out[c]![i] = sum;
    });
  }
  return out;
};

const product = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
};

/** Makes vectors orthonormal in place, by Gram–Schmidt twice; one that depends on the others becomes 0. */
const orthonormalise = (vectors: readonly Float64Array[]): void => {
  vectors.forEach((vector, c) => {
    const before = Math.sqrt(product(vector, vector));
    for (let pass = 0; pass < 2; pass += 1)
      for (const other of vectors.slice(0, c)) {
        const along = product(vector, other);
        for (let i = 0; i < vector.length; i += 1) vector[i]! -= along * other[i]!;
      }
    const length = Math.sqrt(product(vector, vector));
    const scale = length > before * 1e-12 ? 1 / length : 0;
    for (let i = 0; i < vector.length; i += 1) vector[i]! *= scale;
  });
};

const combine = (vectors: readonly Float64Array[], weights: readonly number[]): Float64Array => {
  const out = new Float64Array(vectors[0]!.length);
  vectors.forEach((vector, c) => {
    for (let i = 0; i < out.length; i += 1) out[i]! += weights[c]! * vector[i]!;
  });
  return out;
};

/**
 * The `count` greatest eigenvalues (count ≤ 4) of a positive semidefinite n × n matrix with their vectors, by subspace
 * iteration with Rayleigh–Ritz steps (Saad 2011, Numerical Methods for Large Eigenvalue Problems, 5.2). Same input, same
 * result. O(n²) a round, of which there are few where the values lie apart; equal ones give some basis of theirs.
 * @throws AppError `cancelled`
 */
export const leadingEigenOf = (symmetric: Float64Array, n: number, count: number, progress: Progress): Eigen => {
  const random = createRandom(1);
  let vectors: Float64Array[] = Array.from({ length: Math.min(block, n) }, () =>
    Float64Array.from({ length: n }, () => random() - 0.5),
  );
  let values: number[] = [];
  for (let round = 0; round < mostRounds; round += 1) {
    throwIfCancelled(progress);
    orthonormalise(vectors);
    const images = multiply(symmetric, n, vectors);
    const small = Float64Array.from(vectors.flatMap((a) => images.map((b) => product(a, b))));
    const ritz = eigenOf(small, vectors.length, progress);
    const turned = ritz.vectors.map((weights) => combine(vectors, weights));
    const next = ritz.vectors.map((weights) => combine(images, weights));
    values = ritz.values;
    const isDone = values.slice(0, count).every((value, c) => {
      let square = 0;
      for (let i = 0; i < n; i += 1) square += (next[c]![i]! - value * turned[c]![i]!) ** 2;
      return Math.sqrt(square) <= residualAtMost * Math.abs(values[0]!);
    });
    vectors = isDone ? turned : next;
    if (isDone) break;
  }
  orthonormalise(vectors);
  return { values: values.slice(0, count), vectors: vectors.slice(0, count).map((vector) => [...vector]) };
};
