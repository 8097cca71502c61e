import { type Progress, silent, throwIfCancelled } from '../progress.ts';
import { ascending } from './ascending.ts';
import type { Tree } from './tree.ts';

/** Merges in any order that has children before parents; each child stands for the branch that holds that row. */
export interface LooseMerges {
  readonly one: Int32Array;
  readonly other: Int32Array;
  /** Not below 0. */
  readonly heights: Float64Array;
}

/** Merges between two looks at the cancel flag. */
const mergesPerLook = 16_384;

/**
 * Puts merges in order of height (equal ones in the order given) and numbers their branches as scipy does (Müllner
 * 2011, section 2.3); `leafSizes` where leaves stand for more than one row. O(rows), but for finding the branch that holds a row.
 * @throws AppError `cancelled`
 */
export const orderMerges = (
  rows: number,
  { one, other, heights }: LooseMerges,
  leafSizes?: Int32Array,
  progress: Progress = silent,
): Tree => {
  throwIfCancelled(progress);
  const order = ascending(heights);
  const parent = Int32Array.from({ length: 2 * rows - 1 }, (_, node) => node);
  const top = (row: number): number => {
    let node = row;
    while (parent[node] !== node) {
      parent[node] = parent[parent[node]!]!;
      node = parent[node]!;
    }
    return node;
  };
  const left = new Int32Array(rows - 1);
  const right = new Int32Array(rows - 1);
  const sizes = new Int32Array(rows - 1);
  const ordered = new Float64Array(rows - 1);
  const sizeOf = (node: number): number => (node < rows ? (leafSizes?.[node] ?? 1) : sizes[node - rows]!);
  for (let i = 0; i < rows - 1; i += 1) {
    if (i % mergesPerLook === 0) throwIfCancelled(progress);
    const merge = order[i]!;
    const a = top(one[merge]!);
    const b = top(other[merge]!);
    left[i] = Math.min(a, b);
    right[i] = Math.max(a, b);
    sizes[i] = sizeOf(a) + sizeOf(b);
    ordered[i] = heights[merge]!;
    parent[a] = rows + i;
    parent[b] = rows + i;
  }
  const tree = { rows, left, right, heights: ordered, sizes };
  return leafSizes ? { ...tree, leafSizes } : tree;
};
