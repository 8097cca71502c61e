import type { Matrix } from '../matrix.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';
import { rowMajor } from '../rows.ts';
import type { Neighbours } from './neighbours.ts';

/** The same by looking at all pairs. O(rows² × (columns + k)). */
export const nearestByScan = (matrix: Matrix, k: number, progress: Progress): Neighbours => {
  const { rows, columns } = matrix;
  const points = rowMajor(matrix);
  const result = {
    k,
    rows: new Int32Array(rows * k),
    distances: new Float64Array(rows * k).fill(Number.POSITIVE_INFINITY),
  };
  for (let row = 0; row < rows; row += 1) {
    if (row % 64 === 0) throwIfCancelled(progress);
    const start = row * k;
    for (let other = 0; other < rows; other += 1) {
      if (other === row) continue;
      let square = 0;
      for (let j = 0; j < columns; j += 1) square += (points[row * columns + j]! - points[other * columns + j]!) ** 2;
      const distance = Math.sqrt(square);
      // Others come in rising order, so that an equally near one stands behind.
      let at = k;
      while (at > 0 && result.distances[start + at - 1]! > distance) at -= 1;
      if (at === k) continue;
      result.distances.copyWithin(start + at + 1, start + at, start + k - 1);
      result.rows.copyWithin(start + at + 1, start + at, start + k - 1);
      result.distances[start + at] = distance;
      result.rows[start + at] = other;
    }
    progress.report((row + 1) / rows);
  }
  return result;
};
