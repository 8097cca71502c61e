import { sweepKmeans } from '../cluster/fit-kmeans.ts';
import { pointsOf } from '../cluster/points.ts';
import { eigenOf } from '../embed/jacobi.ts';
import { columnOf, createMatrix, type Matrix } from '../matrix.ts';
import { momentsOf } from '../prepare/moments.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';
import { createRandom, type Random } from '../random.ts';
import { countDifferentRows } from '../rows.ts';
import { pickRows, sampleRows } from '../sample.ts';

export interface GapInput {
  readonly matrix: Matrix;
  /** Numbers of parts, rising. */
  readonly ks: readonly number[];
  readonly seed: number;
  /** Reference sets; 10 where not given. */
  readonly references?: number;
  /** Rows that are looked at, drawn with the seed; 400 where not given. */
  readonly rowsAtMost?: number;
}

export interface Gap {
  readonly k: number;
  /** Mean log inertia of the reference sets less that of the rows. */
  readonly gap: number;
  /** s_k: standard deviation over the reference sets × √(1 + 1 / references). */
  readonly error: number;
}

export interface Gaps {
  /** One for each k that so many different rows have. */
  readonly gaps: Gap[];
  readonly rows: number;
  readonly references: number;
}

/** Beyond this many columns the box stays along the columns. */
const turnedAtMost = 100;
const kmeansTolerance = 1e-4;
/** Of the rows, whose one local optimum would be taken for a gap, and of each reference set. */
const rowRestarts = 10;
const referenceRestarts = 5;

/** The rows along their principal axes: a rotation, which changes no distance. */
const alongAxes = (matrix: Matrix, progress: Progress): Matrix => {
  const { rows, columns } = matrix;
  if (columns > turnedAtMost) return matrix;
  const centred = Array.from({ length: columns }, (_, j) => {
    const { mean } = momentsOf(columnOf(matrix, j));
    return columnOf(matrix, j).map((value) => value - mean);
  });
  const product = (x: Float64Array, y: Float64Array) => x.reduce((sum, value, i) => sum + value * y[i]!, 0);
  const covariance = Float64Array.from(centred.flatMap((x) => centred.map((y) => product(x, y) / rows)));
  const turned = createMatrix(rows, columns);
  eigenOf(covariance, columns, progress).vectors.forEach((vector, axis) => {
    const to = columnOf(turned, axis);
    vector.forEach((weight, j) => {
      for (let i = 0; i < rows; i += 1) to[i]! += weight * centred[j]![i]!;
    });
  });
  return turned;
};

/** As many rows anywhere in the box around the rows. */
const uniformIn = (matrix: Matrix, random: Random): Matrix => {
  const reference = createMatrix(matrix.rows, matrix.columns);
  for (let j = 0; j < matrix.columns; j += 1) {
    const column = columnOf(matrix, j);
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    for (const value of column) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    const to = columnOf(reference, j);
    for (let i = 0; i < to.length; i += 1) to[i] = least + random() * (most - least);
  }
  return reference;
};

/**
 * The gap statistic (Tibshirani, Walther & Hastie 2001, their version b): how much less k-means leaves of the rows
 * than of rows spread evenly over the box along their principal axes. It speaks of the rows, not of one division of
 * them, so k-means is run anew on those that are looked at. O(references × Σk × rows × columns × iterations).
 * @throws AppError `cancelled`
 */
export const gapStatistic = (input: GapInput, progress: Progress): Gaps => {
  const { matrix, seed, references = 10, rowsAtMost = 400 } = input;
  const looked = matrix.rows > rowsAtMost ? pickRows(matrix, sampleRows(matrix.rows, rowsAtMost, seed)) : matrix;
  const different = countDifferentRows(looked, Math.max(0, ...input.ks) + 1);
  // As many parts as different rows leave no inertia to take the logarithm of.
  const ks = input.ks.filter((k) => k < different);
  const random = createRandom(seed);
  const quiet: Progress = { cancelled: () => progress.cancelled(), report: () => {} };
  const inertiasOf = (points: Matrix, restarts: number): number[] =>
    sweepKmeans(pointsOf(points), ks, seed, kmeansTolerance, quiet, restarts).map(({ inertia }) => Math.log(inertia));
  if (ks.length === 0) return { gaps: [], rows: looked.rows, references };
  const turned = alongAxes(looked, progress);
  const found = inertiasOf(turned, rowRestarts);
  const drawn = Array.from({ length: references }, (_, b) => {
    throwIfCancelled(progress);
    progress.report((b + 1) / (references + 1));
    return inertiasOf(uniformIn(turned, random), referenceRestarts);
  });
  const gaps = ks.map((k, i): Gap => {
    const values = drawn.map((inertias) => inertias[i]!);
    const mean = values.reduce((sum, value) => sum + value / references, 0);
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2 / references, 0);
    return { k, gap: mean - found[i]!, error: Math.sqrt(variance * (1 + 1 / references)) };
  });
  return { gaps, rows: looked.rows, references };
};

/**
 * The rule of the paper: the least k whose gap is at least the next one's less its error; null where none is.
 */
export const bestGap = (gaps: readonly Gap[]): number | null =>
  gaps.find(({ gap }, i) => i + 1 < gaps.length && gap >= gaps[i + 1]!.gap - gaps[i + 1]!.error)?.k ?? null;
