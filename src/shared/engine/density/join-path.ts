import type { Progress } from '../progress.ts';
import { sortByValue } from './sort-by-value.ts';
import type { SpanningPath } from './spanning-path.ts';

/** Merges from the lowest on. A side below `rows` is a row, else `rows` + the merge it is. */
export interface Joins {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly heights: Float64Array;
  readonly sizes: Int32Array;
}

/**
 * The single-linkage merges of a spanning path; at equal heights in the path's order. O(rows log rows).
 * @throws AppError `cancelled`
 */
export const joinPath = ({ path, weights }: SpanningPath, progress: Progress): Joins => {
  const rows = path.length;
  const merges = Math.max(0, rows - 1);
  const byWeight = sortByValue(weights, 1, progress);
  const left = new Int32Array(merges);
  const right = new Int32Array(merges);
  const sizes = new Int32Array(merges);
  // What is joined so far is a run of the path: its first place knows its last, its last its first, and both the node.
  const otherEnd = Int32Array.from({ length: rows }, (_, place) => place);
  const nodeAt = path.slice();
  const sizeOf = (node: number): number => (node < rows ? 1 : sizes[node - rows]!);
  byWeight.forEach((place, merge) => {
    left[merge] = nodeAt[place]!;
    right[merge] = nodeAt[place - 1]!;
    sizes[merge] = sizeOf(left[merge]!) + sizeOf(right[merge]!);
    const first = otherEnd[place - 1]!;
    const last = otherEnd[place]!;
    otherEnd[first] = last;
    otherEnd[last] = first;
    nodeAt[first] = rows + merge;
    nodeAt[last] = rows + merge;
  });
  return { left, right, sizes, heights: Float64Array.from(byWeight, (place) => weights[place]!) };
};
