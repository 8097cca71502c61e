import { arenaBytes, withArena } from '../kernels/arena.ts';
import { type Machine, machineInUse } from '../kernels/machine.ts';
import { columnOf, type Matrix } from '../matrix.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';
import { nearestByScan } from './nearest-by-scan.ts';
import type { Neighbours } from './neighbours.ts';
import { blocksInPiece } from './neighbours-piece.ts';
import { orderByPlace } from './order-by-place.ts';

const blockRows = 32;

/** What values are divided by, so that their squares fit a float32. */
const unitOf = (matrix: Matrix): number => {
  let greatest = 0;
  for (const value of matrix.data) greatest = Math.max(greatest, Math.abs(value));
  return greatest > 0 ? greatest : 1;
};

const distanceOf = (matrix: Matrix, one: number, other: number): number => {
  let sum = 0;
  for (let j = 0; j < matrix.columns; j += 1)
    sum += (matrix.data[j * matrix.rows + one]! - matrix.data[j * matrix.rows + other]!) ** 2;
  return Math.sqrt(sum);
};

const onMachine = (machine: Machine, matrix: Matrix, k: number, progress: Progress): Neighbours | null => {
  const { rows, columns } = matrix;
  const blocks = Math.ceil(rows / blockRows);
  const cells = blocks * blockRows * columns;
  const bytes = arenaBytes(cells * 4, blocks * columns * 4, blocks * columns * 4, rows * k * 4, rows * k * 4);
  return withArena(machine, bytes, ({ memory, f32, i32 }) => {
    const points = f32(cells);
    const low = f32(blocks * columns);
    const high = f32(blocks * columns);
    const squares = f32(rows * k);
    const found = i32(rows * k);
    const order = orderByPlace(matrix, blockRows, progress);
    throwIfCancelled(progress);
    const unit = unitOf(matrix);
    points.view.fill(Number.POSITIVE_INFINITY);
    low.view.fill(Number.POSITIVE_INFINITY);
    high.view.fill(Number.NEGATIVE_INFINITY);
    for (let j = 0; j < columns; j += 1) {
      throwIfCancelled(progress);
      const column = columnOf(matrix, j);
      for (let at = 0; at < rows; at += 1) {
        const block = Math.floor(at / blockRows);
        const value = Math.fround(column[order[at]!]! / unit);
        points.view[(block * columns + j) * blockRows + (at % blockRows)] = value;
        const box = block * columns + j;
        if (value < low.view[box]!) low.view[box] = value;
        if (value > high.view[box]!) high.view[box] = value;
      }
    }
    const numbers = [points.at, low.at, high.at, rows, columns, k, blocks, squares.at, found.at];
    machine.run('neighboursPiece', memory, Math.ceil(blocks / blocksInPiece), numbers, progress);
    const result = { k, rows: new Int32Array(rows * k), distances: new Float64Array(rows * k) };
    for (let at = 0; at < rows; at += 1) {
      if (at % 1024 === 0) throwIfCancelled(progress);
      const row = order[at]!;
      const start = row * k;
      for (let i = 0; i < k; i += 1) {
        const other = order[found.view[at * k + i]!]!;
        const distance = distanceOf(matrix, row, other);
        // In order already but for what a float32 cannot tell apart.
        let place = start + i;
        for (; place > start; place -= 1) {
          const before = result.distances[place - 1]!;
          if (before < distance || (before === distance && result.rows[place - 1]! < other)) break;
          result.distances[place] = before;
          result.rows[place] = result.rows[place - 1]!;
        }
        result.distances[place] = distance;
        result.rows[place] = other;
      }
    }
    return result;
  });
};

/**
 * The k nearest other rows of every row by euclidean distance, nearest first, of equally near ones the lowest. Exact but
 * for ties within a float32's rounding, which decides who is looked at. Needs more than k rows. O(rows² × columns) at
 * worst; rows in blocks far away are never looked at (bounding boxes over a k-d order).
 * @throws AppError `cancelled`
 */
export const nearestNeighbours = (matrix: Matrix, k: number, progress: Progress): Neighbours => {
  const machine = machineInUse();
  return (machine && onMachine(machine, matrix, k, progress)) ?? nearestByScan(matrix, k, progress);
};
