import type { Matrix } from '../matrix.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';
import { rowMajor } from '../rows.ts';
import { type MatrixLinkage, shareOf } from './linkage-share.ts';
import type { LooseMerges } from './order-merges.ts';

/** Where the distance of two rows stands in the triangle. */
const placeOf = (one: number, other: number): number =>
  one > other ? (one * (one - 1)) / 2 + other : (other * (other - 1)) / 2 + one;

const distancesOf = (matrix: Matrix, progress: Progress): Float64Array => {
  const { rows, columns } = matrix;
  const points = rowMajor(matrix);
  const triangle = new Float64Array((rows * (rows - 1)) / 2);
  let at = 0;
  for (let i = 1; i < rows; i += 1) {
    throwIfCancelled(progress);
    for (let j = 0; j < i; j += 1, at += 1) {
      let square = 0;
      for (let k = 0; k < columns; k += 1) {
        const difference = points[i * columns + k]! - points[j * columns + k]!;
        square += difference * difference;
      }
      triangle[at] = Math.sqrt(square);
    }
  }
  return triangle;
};

/** `mergesByLinkage` in plain TypeScript, without a thought for speed: what the kernels are held to; row i stands for `counts[i]`. */
export const linkagePlain = (
  matrix: Matrix,
  linkage: MatrixLinkage,
  counts: Float64Array,
  progress: Progress,
): LooseMerges => {
  const { rows } = matrix;
  const triangle = distancesOf(matrix, progress);
  const sizes = counts.slice();
  const lowestRow = Int32Array.from({ length: rows }, (_, row) => row);
  const one = new Int32Array(rows - 1);
  const other = new Int32Array(rows - 1);
  const heights = new Float64Array(rows - 1);
  const chain: number[] = [];
  const nearest = (slot: number) => {
    let least = Number.POSITIVE_INFINITY;
    let which = -1;
    for (let z = 0; z < rows; z += 1) {
      if (z === slot || sizes[z] === 0) continue;
      const distance = triangle[placeOf(slot, z)]!;
      if (distance < least) {
        least = distance;
        which = z;
      }
    }
    return { which, least };
  };
  const join = (low: number, high: number): void => {
    const share = shareOf(linkage, sizes[low]!, sizes[high]!);
    for (let z = 0; z < rows; z += 1) {
      if (z === low || z === high || sizes[z] === 0) continue;
      const a = triangle[placeOf(z, low)]!;
      const b = triangle[placeOf(z, high)]!;
      // A mean lies between the two, whatever rounding makes of it: or branches could come together below their parts.
      triangle[placeOf(z, high)] = share > 1 ? Math.max(a, b) : Math.max(a + (b - a) * share, Math.min(a, b));
    }
    sizes[high]! += sizes[low]!;
    sizes[low] = 0;
    lowestRow[high] = Math.min(lowestRow[low]!, lowestRow[high]!);
  };
  for (let merges = 0; merges < rows - 1; ) {
    throwIfCancelled(progress);
    if (chain.length === 0) chain.push(sizes.findIndex((size) => size > 0));
    const tip = chain.at(-1)!;
    const previous = chain.at(-2);
    const { which, least } = nearest(tip);
    const back = previous === undefined ? Number.POSITIVE_INFINITY : triangle[placeOf(tip, previous)]!;
    if (least < back) {
      chain.push(which);
      continue;
    }
    chain.length -= 2;
    one[merges] = Math.min(lowestRow[tip]!, lowestRow[previous!]!);
    other[merges] = Math.max(lowestRow[tip]!, lowestRow[previous!]!);
    heights[merges] = back;
    join(Math.min(tip, previous!), Math.max(tip, previous!));
    merges += 1;
    progress.report(1 - ((rows - merges) / rows) ** 2);
  }
  return { one, other, heights };
};
