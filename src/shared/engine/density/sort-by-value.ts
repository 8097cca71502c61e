import { type Progress, throwIfCancelled } from '../progress.ts';

/** Values merged between two looks at the cancel flag. */
const mergesPerLook = 65_536;

/**
 * The indices from `first` on in rising order of their values, equal ones in their order: merge sort from the bottom
 * (von Neumann 1945), which unlike the built-in sort can be stopped. O(n log n).
 * @throws AppError `cancelled`
 */
export const sortByValue = (values: Float64Array, first: number, progress: Progress): Int32Array => {
  const count = Math.max(0, values.length - first);
  let from = Int32Array.from({ length: count }, (_, i) => first + i);
  let to = new Int32Array(count);
  let merged = 0;
  for (let width = 1; width < count; width *= 2) {
    for (let start = 0; start < count; start += 2 * width) {
      const middle = Math.min(count, start + width);
      const end = Math.min(count, start + 2 * width);
      for (let i = start, j = middle, at = start; at < end; at += 1) {
        const takesLeft = j >= end || (i < middle && values[from[i]!]! <= values[from[j]!]!);
        to[at] = takesLeft ? from[i]! : from[j]!;
        if (takesLeft) i += 1;
        else j += 1;
        merged += 1;
        if (merged % mergesPerLook === 0) throwIfCancelled(progress);
      }
    }
    [from, to] = [to, from];
  }
  return from;
};
