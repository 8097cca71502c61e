import { machineInUse } from '../kernels/machine.ts';
import type { Matrix } from '../matrix.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';
import { rowMajor } from '../rows.ts';
import type { LooseMerges } from './order-merges.ts';
import { singleByKernels } from './single-by-kernels.ts';

/**
 * Merges by single linkage of euclidean distances: the edges of the least spanning tree (Gower & Ross 1969), grown from
 * the first row by always taking the nearest row outside (Prim 1957); of equally near ones the lowest, and by the row
 * that was reached first. Any number of threads gives the same bytes. O(rows² × columns) time, O(rows × columns) memory.
 * @throws AppError `cancelled`
 */
export const mergesBySingle = (matrix: Matrix, progress: Progress): LooseMerges => {
  const machine = machineInUse();
  return (machine && singleByKernels(machine, matrix, progress)) ?? singlePlain(matrix, progress);
};

/** `mergesBySingle` in plain TypeScript. */
const singlePlain = (matrix: Matrix, progress: Progress): LooseMerges => {
  const { rows, columns } = matrix;
  const points = rowMajor(matrix);
  const nearest = new Float64Array(rows).fill(Number.POSITIVE_INFINITY);
  const neighbour = new Int32Array(rows);
  const isIn = new Uint8Array(rows);
  const one = new Int32Array(rows - 1);
  const other = new Int32Array(rows - 1);
  const heights = new Float64Array(rows - 1);
  let joined = 0;
  for (let edge = 0; edge < rows - 1; edge += 1) {
    throwIfCancelled(progress);
    isIn[joined] = 1;
    let next = -1;
    for (let row = 0; row < rows; row += 1) {
      if (isIn[row] === 1) continue;
      let square = 0;
      for (let j = 0; j < columns; j += 1) {
        const difference = points[row * columns + j]! - points[joined * columns + j]!;
        square += difference * difference;
      }
      if (square < nearest[row]!) {
        nearest[row] = square;
        neighbour[row] = joined;
      }
      if (next < 0 || nearest[row]! < nearest[next]!) next = row;
    }
    one[edge] = Math.min(next, neighbour[next]!);
    other[edge] = Math.max(next, neighbour[next]!);
    heights[edge] = Math.sqrt(nearest[next]!);
    joined = next;
    progress.report((edge + 1) / rows);
  }
  return { one, other, heights };
};
