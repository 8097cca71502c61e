import { withArena } from '../kernels/arena.ts';
import { type Machine, machineInUse } from '../kernels/machine.ts';
import type { Matrix } from '../matrix.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';
import { scaleFor } from './scale.ts';
import { layOutWard, wardBytes } from './ward-layout.ts';
import { wardAssignRows } from './ward-piece.ts';

/** Rows that are in kernel memory at a time. */
const blockRows = 32_768;

/** Centres by id as kernels have them: row-major, an odd row padded by a zero, brought near 1. */
const fillCentres = (centres: Matrix, scale: number, stride: number, into: Float64Array): void => {
  into.fill(0);
  for (let j = 0; j < centres.columns; j += 1)
    for (let id = 0; id < centres.rows; id += 1) into[id * stride + j] = centres.data[j * centres.rows + id]! * scale;
};

const assignByKernels = (
  machine: Machine,
  matrix: Matrix,
  centres: Matrix,
  scale: number,
  labels: Int32Array,
  progress: Progress,
): true | null => {
  const { rows, columns, data } = matrix;
  const pieces = blockRows / wardAssignRows;
  const shape = { count: centres.rows, columns, reach: 1, visitors: pieces, pieces };
  const bytes = wardBytes(shape) + blockRows * (columns * 8 + 4) + 128;
  return withArena(machine, bytes, (arena) => {
    const { memory } = arena;
    const layout = layOutWard(arena, shape);
    const block = arena.f64(blockRows * columns);
    const found = arena.i32(blockRows);
    fillCentres(centres, scale, layout.state.stride, layout.state.centres);
    layout.state.weights.fill(1);
    const lows = new Float64Array(columns);
    const highs = new Float64Array(columns);
    for (let j = 0; j < columns; j += 1) {
      throwIfCancelled(progress);
      let low = Number.POSITIVE_INFINITY;
      let high = Number.NEGATIVE_INFINITY;
      for (const { rows: count, data: numbers } of [matrix, centres])
        for (let i = j * count; i < (j + 1) * count; i += 1) {
          low = Math.min(low, numbers[i]!);
          high = Math.max(high, numbers[i]!);
        }
      lows[j] = low * scale;
      highs[j] = high * scale;
    }
    layout.setRange(lows, highs);
    for (let id = 0; id < centres.rows; id += 1) layout.idOf.view[id] = id;
    layout.setSlots(centres.rows);
    machine.kernels('ward-boxes', memory).build!(layout.plan, centres.rows);
    for (let from = 0; from < rows; from += blockRows) {
      const count = Math.min(blockRows, rows - from);
      for (let j = 0; j < columns; j += 1)
        block.view.set(data.subarray(j * rows + from, j * rows + from + count), j * count);
      const numbers = [layout.plan, block.at, count, scale, centres.rows, layout.scratch, layout.scratchSize, found.at];
      machine.run('wardAssignPiece', memory, Math.ceil(count / wardAssignRows), numbers, progress);
      labels.set(found.view.subarray(0, count), from);
      progress.report((from + count) / rows);
    }
    return true;
  });
};

/** The same in TypeScript: a look at every centre, left off as soon as it is farther than the nearest so far. */
const assignPlainly = (
  matrix: Matrix,
  centres: Matrix,
  scale: number,
  labels: Int32Array,
  progress: Progress,
): void => {
  const { rows, columns, data } = matrix;
  const stride = columns + (columns % 2);
  const flat = new Float64Array(centres.rows * stride);
  fillCentres(centres, scale, stride, flat);
  const point = new Float64Array(stride);
  let near = 0;
  const squareTo = (id: number, most: number): number => {
    let even = 0;
    let odd = 0;
    for (let j = 0, at = id * stride; j < stride; j += 2, at += 2) {
      const first = point[j]! - flat[at]!;
      const second = point[j + 1]! - flat[at + 1]!;
      even += first * first;
      odd += second * second;
      if (even + odd > most) return Number.POSITIVE_INFINITY;
    }
    return even + odd;
  };
  for (let row = 0; row < rows; row += 1) {
    for (let j = 0; j < columns; j += 1) point[j] = data[j * rows + row]! * scale;
    let least = squareTo(near, Number.POSITIVE_INFINITY);
    for (let id = 0; id < centres.rows; id += 1) {
      const square = squareTo(id, least);
      if (square > least || (square === least && id >= near)) continue;
      least = square;
      near = id;
    }
    labels[row] = near;
    if (row % 64 === 0) {
      throwIfCancelled(progress);
      progress.report(row / rows);
    }
  }
  progress.report(1);
};

/**
 * The nearest of some centres to each row, of equally near ones the first. Through a tree of boxes where there are
 * kernels, by looking at all else; the same labels either way. O(rows × centres × columns) at worst.
 * @throws AppError `cancelled`
 */
export const assignNearest = (matrix: Matrix, centres: Matrix, progress: Progress): Int32Array => {
  const labels = new Int32Array(matrix.rows);
  const scale = scaleFor(matrix.data);
  const machine = machineInUse();
  const done = machine && assignByKernels(machine, matrix, centres, scale, labels, progress);
  if (!done) assignPlainly(matrix, centres, scale, labels, progress);
  return labels;
};
