import { type Arena, arenaBytes, withArena } from '../kernels/arena.ts';
import { fours } from '../kernels/fours.ts';
import type { KernelMemory, Machine } from '../kernels/machine.ts';
import { columnOf, createMatrix, type Matrix, sharedNumbers } from '../matrix.ts';
import type { Progress } from '../progress.ts';
import { numbersOf, type PieceNumbers, spareRows } from './principal-axes-pieces.ts';

/** Pieces of the rows, and of those one run of the crew, after which progress is reported. */
const mostPieces = 64;
const runs = 4;
/** Numbers of all pieces' products: some megabytes. */
const mostProducts = 1_000_000;
/** Numbers of a tile: some 200 KB, which stay in a core's cache while they are worked on. */
const tileNumbers = 24_576;
/** Numbers left free between columns: a power of two from one to the next, they would fight for the same cache lines. */
const apart = 40;
/** Directions the kernel finds at once. */
const directions = 2;
/** Rows of the look at where the columns lie. */
const lookedAt = 16_384;

/** What is found of a matrix in one pass over it. */
export interface CentredProducts {
  readonly means: Float64Array;
  /** Sums of the products of all pairs of centred columns over rows, columns × columns row-major. */
  readonly covariance: Float64Array;
}

const shapeOf = ({ rows, columns }: Matrix) => {
  const width = fours(columns);
  const pieces = Math.max(4, Math.min(mostPieces, Math.floor(mostProducts / width ** 2)));
  const tileRows = Math.min(2048, Math.max(16, Math.floor(tileNumbers / width / 4) * 4));
  const pieceRows = Math.max(tileRows, fours(Math.ceil(rows / pieces)));
  return { width, pieceRows, pieces: Math.ceil(rows / pieceRows), tileRows, step: tileRows + apart };
};
type Shape = ReturnType<typeof shapeOf>;

/** The sizes of what a crew needs for its tiles, in doubles; and laid out, as its jobs are told of it. */
const tileSizes = ({ width, step }: Shape, slots: number): readonly [number, number] => [slots, slots * step * width];

const placeTiles = (arena: Arena, matrix: Matrix, shape: Shape, slots: number, from: number) => {
  const [taken, tiles] = tileSizes(shape, slots).map((size) => arena.f64(size)) as [Doubles, Doubles];
  taken.view.fill(0);
  // Columns that make up fours stay 0.
  tiles.view.fill(0);
  const { rows, columns } = matrix;
  return { ...shape, from, rows, columns, slots, taken: taken.at, tiles: tiles.at };
};
type Doubles = ReturnType<Arena['f64']>;

/** Runs all pieces, some at a time. */
const runPieces = (
  machine: Machine,
  memory: KernelMemory,
  job: 'productsPiece' | 'projectPiece',
  shape: Shape,
  numbers: Omit<PieceNumbers, 'first'>,
  shared: SharedArrayBuffer,
  progress: Progress,
): void => {
  const step = Math.max(1, Math.ceil(shape.pieces / runs));
  for (let first = 0; first < shape.pieces; first += step) {
    const count = Math.min(step, shape.pieces - first);
    machine.run(job, memory, count, numbersOf({ ...numbers, first }), progress, shared);
    progress.report((first + count) / shape.pieces);
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
  const shape = shapeOf(matrix);
  const { width, pieces } = shape;
  const sizes = [width, pieces * width, pieces * width * width];
  const bytes = arenaBytes(...[...tileSizes(shape, machine.threads), ...sizes].map((size) => size * 8));
  return withArena(machine, bytes, (arena) => {
    const { shared, from } = sharedNumbers(matrix);
    const tiles = placeTiles(arena, matrix, shape, machine.threads, from);
    const [shift, sums, products] = sizes.map((size) => {
      const placed = arena.f64(size);
      placed.view.fill(0);
      return placed;
    }) as [Doubles, Doubles, Doubles];
    const about = shiftOf(matrix, Math.min(rows, lookedAt));
    shift.view.set(about);
    const numbers = { ...tiles, centers: shift.at, weightsOrSums: sums.at, out: products.at };
    runPieces(machine, arena.memory, 'productsPiece', shape, numbers, shared, progress);
    const all = (of: Float64Array, at: number, size: number): number => {
      let sum = 0;
      for (let piece = 0; piece < pieces; piece += 1) sum += of[piece * size + at]!;
      return sum / (rows || 1);
    };
    const offsets = about.map((_, j) => all(sums.view, j, width));
    const covariance = new Float64Array(columns * columns);
    for (let p = 0; p < columns; p += 1)
      for (let q = p; q < columns; q += 1) {
        const raw = all(products.view, p * width + q, width * width) - offsets[p]! * offsets[q]!;
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
  const shape = shapeOf(matrix);
  const sizes = [columns, columns * directions, (rows + spareRows) * directions];
  const bytes = arenaBytes(...[...tileSizes(shape, machine.threads), ...sizes].map((size) => size * 8));
  return withArena(machine, bytes, (arena) => {
    const { shared, from } = sharedNumbers(matrix);
    const tiles = placeTiles(arena, matrix, shape, machine.threads, from);
    const [mean, weights, out] = sizes.map((size) => arena.f64(size)) as [Doubles, Doubles, Doubles];
    mean.view.set(means);
    weights.view.fill(0);
    vectors.forEach((vector, axis) => {
      vector.forEach((weight, j) => {
        weights.view[j * directions + axis] = weight;
      });
    });
    const numbers = { ...tiles, centers: mean.at, weightsOrSums: weights.at, out: out.at };
    runPieces(machine, arena.memory, 'projectPiece', shape, numbers, shared, progress);
    const axes = createMatrix(rows, vectors.length);
    const target = sharedNumbers(axes).shared;
    vectors.forEach((_, axis) => {
      const start = out.at + axis * (rows + spareRows) * 8;
      machine.copy(target, axis * rows * 8, arena.memory.buffer, start, start + rows * 8);
    });
    return axes;
  });
};
