import { columnOf, type Matrix } from '../matrix.ts';
import { type Progress, silent, throwIfCancelled } from '../progress.ts';

/** Rearranges order[from..to) so that the one that belongs at `middle` by value, then row, stands there (Hoare 1961). */
const select = (order: Int32Array, values: Float64Array, from: number, to: number, middle: number): void => {
  const before = (a: number, b: number): boolean => values[a]! < values[b]! || (values[a] === values[b] && a < b);
  let low = from;
  let high = to - 1;
  while (low < high) {
    const pivot = order[(low + high) >> 1]!;
    let i = low;
    let j = high;
    while (i <= j) {
      while (before(order[i]!, pivot)) i += 1;
      while (before(pivot, order[j]!)) j -= 1;
      if (i > j) break;
      const swapped = order[i]!;
      order[i] = order[j]!;
      order[j] = swapped;
      i += 1;
      j -= 1;
    }
    if (middle <= j) high = j;
    else if (middle >= i) low = i;
    else return;
  }
};

const widest = (matrix: Matrix, order: Int32Array, from: number, to: number): number => {
  let best = 0;
  let most = -1;
  for (let j = 0; j < matrix.columns; j += 1) {
    const column = columnOf(matrix, j);
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let at = from; at < to; at += 1) {
      const value = column[order[at]!]!;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    if (high - low > most) {
      most = high - low;
      best = j;
    }
  }
  return best;
};

/**
 * The rows in an order in which blocks of `blockRows` hold rows that are near each other, and near blocks tend to stand
 * side by side: a k-d tree (Bentley 1975) that halves its widest column. O(rows × columns × log(rows / blockRows)).
 * @throws AppError `cancelled`
 */
export const orderByPlace = (matrix: Matrix, blockRows: number, progress: Progress = silent): Int32Array => {
  const order = Int32Array.from({ length: matrix.rows }, (_, row) => row);
  const waiting: [number, number][] = [[0, matrix.rows]];
  for (let range = waiting.pop(); range !== undefined; range = waiting.pop()) {
    const [from, to] = range;
    throwIfCancelled(progress);
    const blocks = Math.ceil((to - from) / blockRows);
    if (blocks < 2) continue;
    const middle = from + Math.ceil(blocks / 2) * blockRows;
    select(order, columnOf(matrix, widest(matrix, order, from, to)), from, to, middle);
    waiting.push([from, middle], [middle, to]);
  }
  return order;
};
