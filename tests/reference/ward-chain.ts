import type { Matrix } from '../../src/shared/engine/matrix.ts';
import { type Progress, throwIfCancelled } from '../../src/shared/engine/progress.ts';
import { rowMajor } from '../../src/shared/engine/rows.ts';
import type { LooseMerges } from '../../src/shared/engine/tree/order-merges.ts';

/** Branches that are still apart, in the order of the lowest row each holds; merged ones stay as gaps for a while. */
interface Branches {
  /** Row-major; infinite in a gap, so that nothing is ever near it. */
  centres: Float64Array;
  weights: Float64Array;
  lowestRow: Int32Array;
  count: number;
}

/** Twice the increase of the sum of squares when two branches join is this times their centres' squared distance. */
const factor = (one: number, other: number): number => (2 * one * other) / (one + other);

/** The nearest branch to `from`; of equally near ones `previous`, which ends the chain, else the lowest. */
const nearest = (branches: Branches, columns: number, from: number, previous: number) => {
  const { centres, weights, count } = branches;
  const weight = weights[from]!;
  const start = from * columns;
  // No join with `from` weighs less than that with a single row: most branches are passed over without a division.
  const least = factor(weight, 1);
  let best = -1;
  let bestHeight = Number.POSITIVE_INFINITY;
  const look = (first: number, end: number): void => {
    for (let to = first, at = first * columns; to < end; to += 1, at += columns) {
      let square = 0;
      for (let j = 0; j < columns; j += 1) {
        const difference = centres[start + j]! - centres[at + j]!;
        square += difference * difference;
      }
      if (!(square * least < bestHeight)) continue;
      const height = square * factor(weight, weights[to]!);
      if (height < bestHeight) {
        bestHeight = height;
        best = to;
      }
    }
  };
  if (previous >= 0) look(previous, previous + 1);
  look(0, from);
  look(from + 1, count);
  return { best, height: bestHeight };
};

/** Joins two branches into the slot of the lower and leaves a gap at the other. */
const join = ({ centres, weights }: Branches, columns: number, low: number, high: number): void => {
  const sum = weights[low]! + weights[high]!;
  const share = weights[high]! / sum;
  for (let j = 0; j < columns; j += 1) {
    const at = low * columns + j;
    // As a step from one centre, so that equal centres stay exactly equal.
    centres[at] = centres[at]! + (centres[high * columns + j]! - centres[at]!) * share;
    centres[high * columns + j] = Number.POSITIVE_INFINITY;
  }
  weights[low] = sum;
  weights[high] = 0;
};

/** Closes the gaps and moves the chain along. */
const close = (branches: Branches, columns: number, chain: Int32Array, length: number): void => {
  const { centres, weights, lowestRow, count } = branches;
  const movedTo = new Int32Array(count);
  let kept = 0;
  for (let slot = 0; slot < count; slot += 1) {
    if (weights[slot] === 0) continue;
    movedTo[slot] = kept;
    centres.copyWithin(kept * columns, slot * columns, (slot + 1) * columns);
    weights[kept] = weights[slot]!;
    lowestRow[kept] = lowestRow[slot]!;
    kept += 1;
  }
  for (let i = 0; i < length; i += 1) chain[i] = movedTo[chain[i]!]!;
  branches.count = kept;
};

/**
 * Ward's merges by the nearest-neighbour chain (Murtagh 1983; Müllner 2011), exact, from centres and weights only.
 * Heights are scipy's: the square root of 2·w₁·w₂/(w₁ + w₂) times the squared distance of the centres. Equally near
 * branches: the one that holds the lowest row. O(rows² × columns) time, O(rows × columns) memory.
 * @throws AppError `cancelled`
 */
export const wardByChain = (matrix: Matrix, progress: Progress): LooseMerges => {
  const { rows, columns } = matrix;
  const branches: Branches = {
    centres: rowMajor(matrix),
    weights: new Float64Array(rows).fill(1),
    lowestRow: Int32Array.from({ length: rows }, (_, row) => row),
    count: rows,
  };
  const one = new Int32Array(rows - 1);
  const other = new Int32Array(rows - 1);
  const heights = new Float64Array(rows - 1);
  const chain = new Int32Array(rows);
  let length = 0;
  let gaps = 0;
  let merges = 0;
  while (merges < rows - 1) {
    throwIfCancelled(progress);
    if (length === 0) {
      chain[0] = branches.weights.findIndex((weight) => weight > 0);
      length = 1;
    }
    const tip = chain[length - 1]!;
    const previous = length > 1 ? chain[length - 2]! : -1;
    const { best, height } = nearest(branches, columns, tip, previous);
    if (best !== previous) {
      chain[length] = best;
      length += 1;
      continue;
    }
    length -= 2;
    const low = Math.min(tip, best);
    const high = Math.max(tip, best);
    one[merges] = branches.lowestRow[low]!;
    other[merges] = branches.lowestRow[high]!;
    heights[merges] = Math.sqrt(height);
    join(branches, columns, low, high);
    merges += 1;
    gaps += 1;
    if (gaps * 8 > branches.count) {
      close(branches, columns, chain, length);
      gaps = 0;
    }
    progress.report(1 - ((rows - merges) / rows) ** 2);
  }
  return { one, other, heights };
};
