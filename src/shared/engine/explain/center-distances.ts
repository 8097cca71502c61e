import { columnOf, type Matrix } from '../matrix.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';

export interface CenterDistances {
  /** Euclidean distance of each row to the centre of its own segment; NaN for a row in none. */
  readonly own: Float64Array;
  /** The segment with the next nearest centre; −1 where there is none. */
  readonly runnerUp: Int32Array;
  /** Distance to that; infinite where there is none. */
  readonly other: Float64Array;
}

/** Rows measured between two polls. */
const block = 4096;

/**
 * How far each row is from its own segment's centre and from the nearest other one. Ties go to the lower label.
 * O(rows × k × columns), a number a row and centre of one block at a time.
 * @param centers empty for a label without rows
 * @throws AppError `cancelled`
 */
export const centerDistances = (
  matrix: Matrix,
  labels: Int32Array,
  centers: readonly (readonly number[])[],
  progress: Progress,
): CenterDistances => {
  const { rows, columns } = matrix;
  const own = new Float64Array(rows).fill(Number.NaN);
  const other = new Float64Array(rows).fill(Number.POSITIVE_INFINITY);
  const runnerUp = new Int32Array(rows).fill(-1);
  const squares = new Float64Array(block);
  for (let from = 0; from < rows; from += block) {
    throwIfCancelled(progress);
    progress.report(from / rows);
    const count = Math.min(block, rows - from);
    centers.forEach((center, label) => {
      if (center.length === 0 && columns > 0) return;
      squares.fill(0);
      for (let j = 0; j < columns; j += 1) {
        const column = columnOf(matrix, j);
        const middle = center[j]!;
        for (let i = 0; i < count; i += 1) {
          const difference = column[from + i]! - middle;
          squares[i]! += difference * difference;
        }
      }
      for (let i = 0; i < count; i += 1) {
        const row = from + i;
        if (labels[row] === label) own[row] = Math.sqrt(squares[i]!);
        else if (Math.sqrt(squares[i]!) < other[row]!) {
          other[row] = Math.sqrt(squares[i]!);
          runnerUp[row] = label;
        }
      }
    });
  }
  return { own, runnerUp, other };
};
