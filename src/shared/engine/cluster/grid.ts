import type { Matrix } from '../matrix.ts';
import { mostPaired } from './grid-plan.ts';
import { screenOf } from './screen.ts';

/**
 * The rows as whole numbers of steps, of one length for all columns: `(x − center) × scale` rounded. Products of such
 * numbers are exact, and a processor does eight of them at a time.
 */
export interface Grid {
  readonly centers: Float64Array;
  readonly scale: number;
  /** Most steps from the center that are written down; a row with more in any column is decided in doubles each time. */
  readonly reach: number;
  /** About the typical length of a row, in steps. */
  readonly length: number;
}

const sampleSize = 1021;
/** Beyond what a sample reaches by this share nearly no row lies. */
const spare = 1.25;
/** The squared length of a row stays below it: less than `mostSquare` of the kernel, and than 2³⁰. */
const mostSquare = 1.03e9;
const mostSteps = 8191;
/** What lies more than so many times as far out as nearly all rows do is left off the grid. */
const mostOut = 4;
const mostlyShare = 0.98;
/** More of them leave steps too coarse. */
const mostColumns = 64;

/** A grid by a look at some rows; null where none would do. O(columns). */
export const gridOf = (matrix: Matrix): Grid | null => {
  const { rows, columns, data } = matrix;
  if (columns > mostColumns) return null;
  const { centers } = screenOf(matrix);
  const size = Math.min(rows, sampleSize);
  const farthest = new Float64Array(size);
  let square = 0;
  for (let j = 0; j < columns; j += 1)
    for (let i = 0; i < size; i += 1) {
      const off = data[j * rows + Math.floor((i * rows) / size)]! - centers[j]!;
      farthest[i] = Math.max(farthest[i]!, Math.abs(off));
    }
  const sorted = farthest.slice().sort();
  const extent = Math.min(sorted[size - 1]!, sorted[Math.floor(size * mostlyShare)]! * mostOut);
  for (const far of farthest) square += Math.min(far, extent) ** 2;
  const reach = Math.min(mostSteps, Math.floor(Math.sqrt(mostSquare / columns)));
  const scale = reach / (extent * spare);
  const length = Math.sqrt((square / size) * Math.sqrt(columns)) * scale;
  return scale > 1e-140 && scale < 1e140 && length > 0 ? { centers, scale, reach, length } : null;
};

/** Centroids on a grid, and how far products with them may be off. */
export interface GridCentroids {
  /** Row-major, an even number of columns, each i16. */
  readonly values: Int16Array;
  /** Minus half the squared lengths, in the products' unit. */
  readonly halves: Int32Array;
  readonly slack: number;
  /** `slack` for each two of them alone, k × k; null where there are too many. */
  readonly pairSlacks: Float32Array | null;
  readonly blur: number;
  readonly unit: number;
}

/** Products and half squares together stay below 2³⁰, so that differences fit 32 bits. */
const mostProduct = 2 ** 30;
/** Finer is of no use. */
const finest = 4096;
/** Rounding half a step, and what doubles add to that. */
const half = 0.500_001;
/** Rounding up what the kernel keeps as 4-byte floats. */
const up = 1 + 1e-6;

/** Sums of absolute differences of each two centroids, k × k; null where there are too many. */
const apartOf = (steps: Float64Array, k: number, columns: number): Float64Array | null => {
  if (k > mostPaired) return null;
  const apart = new Float64Array(k * k);
  for (let a = 0; a < k; a += 1)
    for (let b = 0; b < a; b += 1) {
      let sum = 0;
      for (let j = 0; j < columns; j += 1) sum += Math.abs(steps[a * columns + j]! - steps[b * columns + j]!);
      apart[a * k + b] = sum;
      apart[b * k + a] = sum;
    }
  return apart;
};

/** The greatest of these sums; of many centroids an upper bound, by way of the first. */
const widestOf = (apart: Float64Array | null, steps: Float64Array, k: number, columns: number): number => {
  let widest = 0;
  if (apart !== null) {
    for (const sum of apart) widest = Math.max(widest, sum);
    return widest;
  }
  for (let c = 1; c < k; c += 1) {
    let sum = 0;
    for (let j = 0; j < columns; j += 1) sum += Math.abs(steps[c * columns + j]! - steps[j]!);
    widest = Math.max(widest, 2 * sum);
  }
  return widest;
};

/**
 * Centroids on the grid, as many times finer than the rows as 32 bits allow.
 *
 * With x = q + e steps (|e| ≤ ½ in each column) and a centroid c = (p + f) / m, the difference of m(x·c − |c|²/2) of two
 * centroids a and b is that of q·p − half up to q·(f_a − f_b) + m e·(a − b) + 1, by Cauchy and Hölder no more than
 * |q| × 2 max|f| + m/2 × |a − b|₁ + 1. As |q| is at most |q|² / 2u + u/2 for any u, here the typical length, that is
 * `blur` × |q|² + `slack` at most.
 */
export const centroidsOnGrid = ({ centers, scale, reach, length }: Grid, centroids: Float64Array): GridCentroids => {
  const columns = centers.length;
  const k = centroids.length / columns;
  const width = (columns + 1) & ~1;
  const steps = new Float64Array(k * columns);
  let greatest = 0;
  let longest = 0;
  let most = 0;
  for (let c = 0; c < k; c += 1) {
    let sum = 0;
    let square = 0;
    for (let j = 0; j < columns; j += 1) {
      const value = (centroids[c * columns + j]! - centers[j]!) * scale;
      steps[c * columns + j] = value;
      greatest = Math.max(greatest, Math.abs(value));
      sum += Math.abs(value);
      square += value * value;
    }
    longest = Math.max(longest, sum);
    most = Math.max(most, square / 2);
  }
  const values = new Int16Array(k * width);
  const halves = new Int32Array(k);
  const finer = Math.min(
    finest,
    32_766 / Math.max(1, greatest),
    (mostProduct - reach * columns - 8) / (reach * longest + most + 1),
  );
  // Centroids that far away leave nothing to tell.
  if (!(finer > 1e-3)) return { values, halves, slack: Number.POSITIVE_INFINITY, pairSlacks: null, blur: 0, unit: 0 };
  let off = 0;
  for (let c = 0; c < k; c += 1) {
    let square = 0;
    let rounding = 0;
    for (let j = 0; j < columns; j += 1) {
      const exact = steps[c * columns + j]! * finer;
      const value = Math.round(exact);
      values[c * width + j] = value;
      rounding += (value - exact) ** 2;
      square += steps[c * columns + j]! ** 2;
    }
    halves[c] = -Math.round((square / 2) * finer);
    off = Math.max(off, rounding);
  }
  const error = 2 * Math.sqrt(off) + 1e-6;
  const slackFor = (apart: number): number => (finer * half * apart + (error * length) / 2 + 1.01) * up;
  const apart = apartOf(steps, k, columns);
  return {
    values,
    halves,
    slack: slackFor(widestOf(apart, steps, k, columns)),
    pairSlacks: apart && Float32Array.from(apart, slackFor),
    blur: (error / (2 * length)) * up,
    unit: 1 / finer,
  };
};
