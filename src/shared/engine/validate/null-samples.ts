import { columnOf, createMatrix, type Matrix } from '../matrix.ts';
import { momentsOf } from '../prepare/moments.ts';
import type { Random } from '../random.ts';
import { normalQuantile } from './normal-quantile.ts';
import { createNormal } from './random-normal.ts';

/** Something without structure that is like the rows in all else: the rows as it sees them, and others like them. */
export interface NullModel {
  readonly seen: Matrix;
  readonly draw: () => Matrix;
}

/** Each value as the normal number of its rank; equal ones in any order. O(rows log rows × columns). */
const normalScores = (matrix: Matrix, random: Random): Matrix => {
  const scores = createMatrix(matrix.rows, matrix.columns);
  for (let j = 0; j < matrix.columns; j += 1) {
    const values = columnOf(matrix, j);
    const to = columnOf(scores, j);
    const tie = values.map(random);
    const order = Array.from(values, (_, i) => i).sort((a, b) => values[a]! - values[b]! || tie[a]! - tie[b]!);
    order.forEach((row, rank) => {
      to[row] = normalQuantile((rank + 0.5) / matrix.rows);
    });
  }
  return scores;
};

/** Lower triangle L, row-major, with L·Lᵀ the covariance of centred columns; where they depend on each other, nearly. */
const covarianceRoot = (matrix: Matrix): Float64Array => {
  const { rows, columns: d } = matrix;
  const root = new Float64Array(d * d);
  for (let a = 0; a < d; a += 1)
    for (let b = 0; b <= a; b += 1) {
      const x = columnOf(matrix, a);
      const y = columnOf(matrix, b);
      let sum = 0;
      for (let i = 0; i < rows; i += 1) sum += (x[i]! * y[i]!) / rows;
      for (let c = 0; c < b; c += 1) sum -= root[a * d + c]! * root[b * d + c]!;
      root[a * d + b] = a === b ? Math.sqrt(Math.max(sum, 1e-9)) : sum / root[b * d + b]!;
    }
  return root;
};

/** Rows with that root from independent ones. */
const coloured = (root: Float64Array, d: number, rows: number, rowOf: (row: number) => Float64Array): Matrix => {
  const out = createMatrix(rows, d);
  for (let i = 0; i < rows; i += 1) {
    const plain = rowOf(i);
    for (let a = 0; a < d; a += 1) {
      let sum = 0;
      for (let b = 0; b <= a; b += 1) sum += root[a * d + b]! * plain[b]!;
      out.data[a * rows + i] = sum;
    }
  }
  return out;
};

/**
 * A Gaussian copula: any distribution in each column, correlated as the columns are, and no more to it. Uniform,
 * normal and log-normal lumps, correlated or not, are of this kind. Seen in normal scores, so that the columns' own
 * shapes play no part (Helgeson, Vock & Bair 2021 use the same copula over smoothed columns).
 */
export const copulaNull = (sample: Matrix, random: Random): NullModel => {
  const seen = normalScores(sample, random);
  const root = covarianceRoot(seen);
  const normal = createNormal(random);
  const d = sample.columns;
  const draw = () =>
    normalScores(
      coloured(root, d, sample.rows, () => Float64Array.from({ length: d }, normal)),
      random,
    );
  return { seen, draw };
};

/** Solves L·x = row. */
const whitened = (root: Float64Array, d: number, row: Float64Array): Float64Array => {
  const out = new Float64Array(d);
  for (let a = 0; a < d; a += 1) {
    let left = row[a]!;
    for (let b = 0; b < a; b += 1) left -= root[a * d + b]! * out[b]!;
    out[a] = left / root[a * d + a]!;
  }
  return out;
};

/**
 * Elliptical: the same covariance and the same distances from the middle, in any direction. Discs, balls, and lumps
 * with heavy tails in which all columns go far at once are of this kind. Seen in z-scores.
 */
export const ellipticalNull = (sample: Matrix, random: Random): NullModel => {
  const { rows, columns: d } = sample;
  const seen = createMatrix(rows, d);
  for (let j = 0; j < d; j += 1) {
    const column = columnOf(sample, j);
    const { mean, deviation } = momentsOf(column);
    seen.data.set(
      column.map((value) => (value - mean) / deviation),
      j * rows,
    );
  }
  const root = covarianceRoot(seen);
  const rowAt = (i: number) => Float64Array.from({ length: d }, (_, j) => seen.data[j * rows + i]!);
  const radii = Array.from({ length: rows }, (_, i) => Math.hypot(...whitened(root, d, rowAt(i))));
  const normal = createNormal(random);
  const draw = () =>
    coloured(root, d, rows, (i) => {
      const direction = Float64Array.from({ length: d }, normal);
      const length = Math.hypot(...direction);
      return direction.map((value) => (value * radii[i]!) / length);
    });
  return { seen, draw };
};
