import { arenaBytes, withArena } from '../kernels/arena.ts';
import type { Machine } from '../kernels/machine.ts';
import { columnOf, createMatrix, type Matrix } from '../matrix.ts';
import type { Progress } from '../progress.ts';

/** Pieces of the rows that are copied to the kernels at once. */
const pieces = 8;
/** Numbers of a piece: some hundred kilobytes, so that all pieces stay in the cache from the copy to the sums. */
const pieceNumbers = 24_576;
/** Numbers left free between columns: a power of two from one to the next, they would fight for the same cache lines. */
const apart = 40;
/** Directions the kernel finds at once. */
const directions = 2;

/** What is found of a matrix in one pass over it. */
export interface CentredProducts {
  readonly means: Float64Array;
  /** Sums of the products of all pairs of centred columns over rows, columns × columns row-major. */
  readonly covariance: Float64Array;
}

const shapeOf = ({ rows, columns }: Matrix) => {
  /** Columns as the kernel takes them, by fours. */
  const width = Math.ceil(columns / 4) * 4;
  const fitting = Math.max(16, Math.floor(pieceNumbers / width / 4) * 4);
  const pieceRows = Math.min(fitting, Math.max(4, Math.ceil(rows / pieces / 4) * 4));
  return { width, pieceRows, most: pieceRows * pieces, step: pieceRows * pieces + apart };
};

/** Copies rows from `from` up to `end`; where these are odd in number, `filler` makes up one more. */
const copyRows = (
  matrix: Matrix,
  [from, end]: readonly [number, number],
  step: number,
  to: Float64Array,
  filler: Float64Array | null,
): void => {
  const count = end - from;
  for (let j = 0; j < matrix.columns; j += 1) {
    const start = j * matrix.rows + from;
    to.set(matrix.data.subarray(start, start + count), j * step);
    if (filler !== null && count % 2 === 1) to[j * step + count] = filler[j]!;
  }
};

/**
 * The mean of the first rows, near which the numbers lie well enough: where they are a share f of all, the square of its
 * distance from the mean of all is at most (1 − f) / f of the variance. Exact where nothing varies.
 */
const shiftOf = (matrix: Matrix, count: number): Float64Array =>
  Float64Array.from({ length: matrix.columns }, (_, j) => {
    const column = columnOf(matrix, j);
    const first = column[0] ?? 0;
    let sum = 0;
    for (let i = 0; i < count; i += 1) sum += column[i]! - first;
    return first + sum / (count || 1);
  });

/**
 * Means and covariance in one pass, from sums about a shift close to the mean. Any number of threads gives the same
 * bytes. Null where the machine has not the memory. O(rows × columns²) time; memory for a few thousand rows.
 * @throws AppError `cancelled`
 */
export const centredProducts = (machine: Machine, matrix: Matrix, progress: Progress): CentredProducts | null => {
  const { rows, columns } = matrix;
  const { width, pieceRows, most, step } = shapeOf(matrix);
  const sizes = [step * width, width, pieces * width, pieces * width * width];
  return withArena(machine, arenaBytes(...sizes.map((size) => size * 8)), (arena) => {
    const [points, shift, sums, products] = sizes.map((size) => {
      const placed = arena.f64(size);
      placed.view.fill(0);
      return placed;
    });
    const about = shiftOf(matrix, Math.min(rows, most));
    shift!.view.set(about);
    for (let from = 0; from < rows; from += most) {
      const count = Math.min(most, rows - from);
      copyRows(matrix, [from, from + count], step, points!.view, about);
      const numbers = [pieceRows, count + (count % 2), points!.at, width, step, shift!.at, sums!.at, products!.at];
      machine.run('productsPiece', arena.memory, Math.ceil(count / pieceRows), numbers, progress);
      progress.report((from + count) / rows);
    }
    const all = (of: Float64Array, at: number, size: number): number => {
      let sum = 0;
      for (let piece = 0; piece < pieces; piece += 1) sum += of[piece * size + at]!;
      return sum / (rows || 1);
    };
    const offsets = about.map((_, j) => all(sums!.view, j, width));
    const covariance = new Float64Array(columns * columns);
    for (let p = 0; p < columns; p += 1)
      for (let q = p; q < columns; q += 1) {
        const raw = all(products!.view, p * width + q, width * width) - offsets[p]! * offsets[q]!;
        covariance[p * columns + q] = p === q ? Math.max(0, raw) : raw;
        covariance[q * columns + p] = covariance[p * columns + q]!;
      }
    return { means: about.map((value, j) => value + offsets[j]!), covariance };
  });
};

/**
 * Where each row stands along one or two vectors through the means. Null where the machine has not the memory.
 * O(rows × columns) time.
 * @throws AppError `cancelled`
 */
export const projectRows = (
  machine: Machine,
  matrix: Matrix,
  means: Float64Array,
  vectors: readonly (readonly number[])[],
  progress: Progress,
): Matrix | null => {
  const { rows, columns } = matrix;
  const { pieceRows, most, step } = shapeOf(matrix);
  const sizes = [step * columns, columns, columns * directions, step * directions];
  return withArena(machine, arenaBytes(...sizes.map((size) => size * 8)), (arena) => {
    const [points, mean, weights, out] = sizes.map((size) => arena.f64(size));
    mean!.view.set(means);
    weights!.view.fill(0);
    vectors.forEach((vector, axis) => {
      vector.forEach((weight, j) => {
        weights!.view[j * directions + axis] = weight;
      });
    });
    const axes = createMatrix(rows, vectors.length);
    const numbers = [points!.at, columns, step, mean!.at, weights!.at, out!.at];
    for (let from = 0; from < rows; from += most) {
      const count = Math.min(most, rows - from);
      copyRows(matrix, [from, from + count], step, points!.view, null);
      const all = [pieceRows, count, ...numbers];
      machine.run('projectPiece', arena.memory, Math.ceil(count / pieceRows), all, progress);
      vectors.forEach((_, axis) => {
        columnOf(axes, axis).set(out!.view.subarray(axis * step, axis * step + count), from);
      });
      progress.report((from + count) / rows);
    }
    return axes;
  });
};
