import { checkSums } from '../check-numbers.ts';
import type { Arena } from '../kernels/arena.ts';
import type { Machine } from '../kernels/machine.ts';
import type { Progress } from '../progress.ts';
import { byCrew, byItself, type RunPass } from './kernel-work.ts';
import { piecesOf, word } from './kmeans-plan.ts';
import type { Points } from './points.ts';
import { checkedScale, meanVarianceOf, screenOf } from './screen.ts';

/** How passes over so many rows are best done: alone where there is one piece only. */
export const passesOver = (machine: Machine, arena: Arena, rows: number, progress: Progress): RunPass => {
  const { memory } = arena;
  const pieces = piecesOf(rows);
  return pieces > 1
    ? byCrew(machine, memory, pieces, progress)
    : byItself({ memory, kernels: (name) => machine.kernels(name, memory), copy: machine.copy }, pieces, progress);
};

const sharedCopy = (data: Float64Array): SharedArrayBuffer => {
  const copy = new SharedArrayBuffer(data.byteLength);
  new Float64Array(copy).set(data);
  return copy;
};

/**
 * Fills the rows, their screen and the weights of a plan; returns the mean of the columns' variances.
 * O(rows × columns), by the whole crew.
 * @throws AppError `badInput` where a value is no number, or too large to square; `cancelled`
 */
export const preparePoints = (
  { rows, columns, matrix, weights, screenWeights }: Points,
  plan: Int32Array<SharedArrayBuffer>,
  run: RunPass,
): number => {
  const { buffer, byteOffset } = plan;
  const { data } = matrix;
  if (weights !== null) {
    new Float64Array(buffer, plan[word.weights]!, rows).set(weights);
    const shown = new Float32Array(buffer, plan[word.screenWeights]!, Math.ceil(rows / 64) * 64);
    shown.fill(0);
    shown.set(screenWeights()!);
  }
  const { centers, scale } = screenOf(matrix);
  new Float64Array(buffer, plan[word.centers]!, columns).set(centers);
  const all = piecesOf(rows);
  const moments = new Float64Array(3 * columns);
  const prepare = (by: number, shared: SharedArrayBuffer): void => {
    moments.fill(0);
    new Float64Array(buffer, byteOffset + word.scale * 4, 1)[0] = by;
    run('kmeansPreparePiece', [byteOffset, by, shared === data.buffer ? data.byteOffset : 0], undefined, shared);
    const parts = new Float64Array(buffer, plan[word.moments]!, all * columns * 3);
    for (let piece = 0; piece < all; piece += 1)
      for (let j = 0; j < 3 * columns; j += 1) {
        const one = parts[piece * columns * 3 + j]!;
        moments[j] = j < 2 * columns ? moments[j]! + one : Math.max(moments[j]!, one);
      }
  };
  // Of plain memory the crew would be sent a copy.
  const shared = data.buffer instanceof SharedArrayBuffer ? data.buffer : sharedCopy(data);
  prepare(scale, shared);
  checkSums(matrix, moments.subarray(0, 2 * columns), moments.subarray(2 * columns), 'Clustering');
  const better = checkedScale(rows, columns, moments, scale);
  if (better !== scale) prepare(better, shared);
  return meanVarianceOf(rows, columns, moments);
};
