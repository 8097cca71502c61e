import { columnOf, type Matrix } from '../../../shared/engine/matrix.ts';
import type { JobContext } from '../services.ts';
import { breathe } from '../session.ts';

/** Rows between two breaths. */
const rowsAtOnce = 20_000;

/**
 * The nearest center of each row, by Euclidean distance; the first of equally near ones. O(rows × centers × columns).
 * @throws AppError `cancelled`
 */
export const assignNearest = async (
  matrix: Matrix,
  centers: Matrix,
  job: Pick<JobContext, 'signal'>,
): Promise<Int32Array> => {
  const labels = new Int32Array(matrix.rows);
  const columns = Array.from({ length: matrix.columns }, (_, at) => columnOf(matrix, at));
  const middles = columns.map((_, at) => columnOf(centers, at));
  for (let from = 0; from < matrix.rows; from += rowsAtOnce) {
    const to = Math.min(matrix.rows, from + rowsAtOnce);
    for (let row = from; row < to; row += 1) {
      let best = 0;
      let least = Number.POSITIVE_INFINITY;
      for (let center = 0; center < centers.rows; center += 1) {
        let square = 0;
        for (let at = 0; at < columns.length; at += 1) square += (columns[at]![row]! - middles[at]![center]!) ** 2;
        if (square < least) {
          least = square;
          best = center;
        }
      }
      labels[row] = best;
    }
    await breathe(job);
  }
  return labels;
};
