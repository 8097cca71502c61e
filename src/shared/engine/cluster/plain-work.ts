import { checkSums } from '../check-numbers.ts';
import type { Progress } from '../progress.ts';
import { throwIfCancelled } from '../progress.ts';
import { rowMajor } from '../rows.ts';
import { pieceRowsOf } from './kmeans-plan.ts';
import type { KmeansWork } from './kmeans-work.ts';
import { type Points, squaredDistance } from './points.ts';
import { checkedScale, meanVarianceOf, screenOf } from './screen.ts';

/** Numbers looked at between two looks at the cancel flag: a few milliseconds. */
const numbersPerPoll = 2_000_000;
const block = 64;

const screenRows = ({ rows, columns }: Points, flat: Float64Array, centers: Float64Array, scale: number) => {
  const screen = new Float32Array(rows * columns);
  const moments = new Float64Array(3 * columns);
  for (let i = 0; i < rows; i += 1)
    for (let j = 0; j < columns; j += 1) {
      const x = flat[i * columns + j]!;
      const off = x - centers[j]!;
      screen[i * columns + j] = off * scale;
      moments[j]! += off;
      moments[columns + j]! += off * off;
      moments[2 * columns + j] = Math.max(moments[2 * columns + j]!, Math.abs(x));
    }
  return { screen, moments };
};

/** Adds to a sum that is kept as two doubles (Knuth's two-sum): as good as exact, so that the order hardly matters. */
const addTo = (high: Float64Array, low: Float64Array, at: number, value: number): void => {
  const before = high[at]!;
  const sum = before + value;
  const part = sum - before;
  high[at] = sum;
  low[at]! += before - (sum - part) + (value - part);
};

/**
 * k-means' passes in plain TypeScript: what is computed where there are no kernels, and what they are tested against.
 * Every pass looks at every row and centroid, in doubles; only starts are drawn on the screen, as kernels do.
 */
export const plainWork = (points: Points, progress: Progress): KmeansWork => {
  const { rows, columns, matrix, weights } = points;
  const flat = rowMajor(matrix);
  throwIfCancelled(progress);
  const { centers, scale } = screenOf(matrix);
  const first = screenRows(points, flat, centers, scale);
  checkSums(matrix, first.moments.subarray(0, 2 * columns), first.moments.subarray(2 * columns), 'Clustering');
  const better = checkedScale(rows, columns, first.moments, scale);
  const { screen, moments } = better === scale ? first : screenRows(points, flat, centers, better);
  throwIfCancelled(progress);
  const screenWeights = points.screenWeights();
  const nearest = new Float32Array(rows);
  const blockSums = new Float64Array(Math.ceil(rows / block));
  const labels = new Uint16Array(rows);
  const pieceRows = pieceRowsOf(rows);
  const { fround } = Math;
  let sincePoll = 0;
  let k = 0;
  let fresh = true;

  const poll = (numbers: number): void => {
    sincePoll += numbers;
    if (sincePoll < numbersPerPoll) return;
    sincePoll = 0;
    throwIfCancelled(progress);
  };
  const screenDistance = (a: number, b: number): number => {
    let sum = 0;
    for (let j = 0; j < columns; j += 1) {
      const off = fround(screen[a * columns + j]! - screen[b * columns + j]!);
      sum = fround(sum + fround(off * off));
    }
    return sum;
  };
  /** The sum over a block as four lanes make it. */
  const lanes = new Float32Array(4);
  const blockSum = (start: number, before: number, costOf: (row: number) => number): number => {
    lanes.fill(0);
    const end = Math.min(start + block, rows);
    for (let row = start; row < end; row += 1) {
      const cost = costOf(row);
      lanes[row & 3]! += screenWeights === null ? cost : fround(cost * screenWeights[row]!);
    }
    poll(columns * block);
    return before + lanes[0]! + lanes[1]! + lanes[2]! + lanes[3]!;
  };
  /** A sum over all rows, piece by piece. */
  const overPieces = (sumOf: (from: number, to: number) => number): number => {
    let total = 0;
    for (let from = 0; from < rows; from += pieceRows) total += sumOf(from, Math.min(from + pieceRows, rows));
    return total;
  };

  return {
    rows,
    columns,
    readRow: (row, into) => into.set(flat.subarray(row * columns, (row + 1) * columns)),
    weights,
    meanVariance: meanVarianceOf(rows, columns, moments),
    nearest,
    screenWeights,
    blockSums,
    labels,
    takeStart: (start, isFirst) => {
      for (let at = 0; at < blockSums.length; at += 1)
        blockSums[at] = blockSum(at * block, 0, (row) => {
          const distance = screenDistance(row, start);
          nearest[row] = isFirst ? distance : Math.min(nearest[row]!, distance);
          return nearest[row]!;
        });
    },
    costsOf: (candidates) =>
      candidates.map((start) =>
        overPieces((from, to) => {
          let sum = 0;
          for (let at = from; at < to; at += block)
            sum = blockSum(at, sum, (row) => Math.min(nearest[row]!, screenDistance(row, start)));
          return sum;
        }),
      ),
    begin: (next) => {
      k = next;
      fresh = true;
    },
    assign: (centroids) => {
      let changed = 0;
      for (let row = 0; row < rows; row += 1) {
        let best = 0;
        let least = Number.POSITIVE_INFINITY;
        for (let c = 0; c < k; c += 1) {
          const square = squaredDistance(flat, row * columns, centroids, c * columns, columns);
          if (square < least) {
            least = square;
            best = c;
          }
        }
        if (fresh || labels[row] !== best) changed += 1;
        labels[row] = best;
        poll(k * columns);
      }
      fresh = false;
      return changed;
    },
    sums: () => {
      const width = columns + 1;
      const high = new Float64Array(k * width);
      const low = new Float64Array(k * width);
      for (let row = 0; row < rows; row += 1) {
        const at = labels[row]! * width;
        const weight = weights === null ? 1 : weights[row]!;
        for (let j = 0; j < columns; j += 1) addTo(high, low, at + j, flat[row * columns + j]! * weight);
        addTo(high, low, at + columns, weight);
        poll(columns);
      }
      return high.map((value, i) => value + low[i]!);
    },
    inertia: (centroids) =>
      overPieces((from, to) => {
        let sum = 0;
        for (let row = from; row < to; row += 1) {
          const square = squaredDistance(flat, row * columns, centroids, labels[row]! * columns, columns);
          sum += weights === null ? square : square * weights[row]!;
          poll(columns);
        }
        return sum;
      }),
  };
};
