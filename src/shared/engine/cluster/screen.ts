import type { Matrix } from '../matrix.ts';

/**
 * A picture of the rows in 4-byte floats, by which most rows are decided: `(x − center) × scale`. What it shows may be
 * coarse where columns are very unlike; it is never trusted further than its error bound.
 */
export interface Screen {
  readonly centers: Float64Array;
  /** A power of two, which loses nothing. */
  readonly scale: number;
}

const sampleSize = 63;

/** Median and reach of a look at 63 rows: an outlier among them does not pull the center away. */
export const screenOf = ({ rows, columns, data }: Matrix): Screen => {
  const size = Math.min(rows, sampleSize);
  const sample = new Float64Array(size);
  const centers = new Float64Array(columns);
  let reach = 0;
  for (let j = 0; j < columns; j += 1) {
    for (let i = 0; i < size; i += 1) sample[i] = data[j * rows + Math.floor((i * rows) / size)]!;
    sample.sort();
    const center = sample[size >> 1]!;
    centers[j] = center;
    reach = Math.max(reach, center - sample[0]!, sample[size - 1]! - center);
  }
  return { centers, scale: scaleFor(reach) };
};

/** The power of two that brings numbers of that size to about 1. */
const scaleFor = (reach: number): number =>
  reach > 0 ? 2 ** Math.max(-1000, Math.min(1000, -Math.ceil(Math.log2(reach)))) : 1;

/** On the screen the rows' typical size lies between these, so that neither squares nor differences are lost. */
const smallest = 2 ** -20;
const largest = 2 ** 20;

/**
 * The scale that fits all rows, where the sample was no picture of them; otherwise that of the sample.
 * @param moments as for `meanVarianceOf`
 */
export const checkedScale = (rows: number, columns: number, moments: Float64Array, scale: number): number => {
  let squares = 0;
  for (let j = columns; j < 2 * columns; j += 1) squares += moments[j]! / rows;
  const size = Math.sqrt(squares);
  return size > 0 && (size * scale < smallest || size * scale > largest) ? scaleFor(size) : scale;
};

/** Constant but for rounding: values that differ by less than this share of their size. */
const negligible = 1e-12;

/**
 * Mean of the columns' population variances from sums of x − center, of its square, and the greatest |x|, each one a
 * column, one array after another.
 */
export const meanVarianceOf = (rows: number, columns: number, moments: Float64Array): number => {
  let sum = 0;
  for (let j = 0; j < columns; j += 1) {
    const off = moments[j]! / rows;
    const variance = Math.max(0, moments[columns + j]! / rows - off * off);
    if (Math.sqrt(variance) > moments[2 * columns + j]! * negligible) sum += variance;
  }
  return sum / Math.max(1, columns);
};
