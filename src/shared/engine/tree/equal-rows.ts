import type { Matrix } from '../matrix.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';

const bits = new Float64Array(1);
const words = new Uint32Array(bits.buffer);

const hashOf = ({ rows, columns, data }: Matrix, row: number): number => {
  let hash = 0;
  for (let j = 0; j < columns; j += 1) {
    // + 0 makes one zero of the two.
    bits[0] = data[j * rows + row]! + 0;
    hash = Math.imul(hash ^ words[0]!, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15) ^ words[1]!, 0xc2b2ae35);
    hash ^= hash >>> 13;
  }
  return hash >>> 0;
};

/**
 * The first row that is equal to each row: itself where there is none before. O(rows × columns) expected.
 * @throws AppError `cancelled`
 */
export const firstEqualRows = (matrix: Matrix, progress: Progress): Int32Array => {
  const { rows, columns, data } = matrix;
  const same = (a: number, b: number): boolean => {
    for (let j = 0; j < columns; j += 1) if (data[j * rows + a] !== data[j * rows + b]) return false;
    return true;
  };
  let size = 16;
  while (size < rows * 2) size *= 2;
  const table = new Int32Array(size).fill(-1);
  const first = new Int32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    if (row % 8192 === 0) throwIfCancelled(progress);
    let place = hashOf(matrix, row) & (size - 1);
    while (table[place]! >= 0 && !same(table[place]!, row)) place = (place + 1) & (size - 1);
    if (table[place]! < 0) table[place] = row;
    first[row] = table[place]!;
  }
  return first;
};
