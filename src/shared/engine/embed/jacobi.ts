import { type Progress, throwIfCancelled } from '../progress.ts';

export interface Eigen {
  /** Greatest first. */
  readonly values: number[];
  /** One unit vector for each value. */
  readonly vectors: number[][];
}

const mostSweeps = 60;

/** Turns rows and columns p and q of a symmetric matrix so that their shared entry vanishes (Golub & Van Loan, 8.5). */
const rotate = (a: Float64Array, v: Float64Array, n: number, p: number, q: number): void => {
  const apq = a[p * n + q]!;
  const theta = (a[q * n + q]! - a[p * n + p]!) / (2 * apq);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let i = 0; i < n; i += 1) {
    const ip = a[i * n + p]!;
    const iq = a[i * n + q]!;
    a[i * n + p] = c * ip - s * iq;
    a[i * n + q] = s * ip + c * iq;
  }
  for (let i = 0; i < n; i += 1) {
    const pi = a[p * n + i]!;
    const qi = a[q * n + i]!;
    a[p * n + i] = c * pi - s * qi;
    a[q * n + i] = s * pi + c * qi;
    const vp = v[i * n + p]!;
    const vq = v[i * n + q]!;
    v[i * n + p] = c * vp - s * vq;
    v[i * n + q] = s * vp + c * vq;
  }
};

/**
 * Eigenvalues and vectors of a symmetric n × n matrix by cyclic Jacobi rotations. O(n³) for each of a few sweeps.
 * @throws AppError `cancelled`
 */
export const eigenOf = (symmetric: Float64Array, n: number, progress: Progress): Eigen => {
  const a = symmetric.slice();
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1) v[i * n + i] = 1;
  const scale = a.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let sweep = 0; sweep < mostSweeps; sweep += 1) {
    let rotations = 0;
    for (let p = 0; p < n; p += 1) {
      throwIfCancelled(progress);
      for (let q = p + 1; q < n; q += 1) {
        if (Math.abs(a[p * n + q]!) <= scale * 1e-15) continue;
        rotate(a, v, n, p, q);
        rotations += 1;
      }
    }
    if (rotations === 0) break;
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((x, y) => a[y * n + y]! - a[x * n + x]! || x - y);
  return {
    values: order.map((i) => a[i * n + i]!),
    vectors: order.map((i) => Array.from({ length: n }, (_, row) => v[row * n + i]!)),
  };
};
