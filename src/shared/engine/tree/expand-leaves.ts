import type { LeafTree } from './cut.ts';
import type { Tree } from './tree.ts';

/**
 * A tree over leaves of several rows as a tree over the rows: those of one leaf join at height 0, one after the other, and
 * the leaves as before. What cuts no equal rows apart then cuts no leaf apart either, and everything that reads a tree of
 * rows reads this one. O(rows).
 */
export const expandLeaves = ({ tree, leafOf }: LeafTree): Tree => {
  const rows = leafOf.length;
  const left = new Int32Array(Math.max(0, rows - 1));
  const right = new Int32Array(left.length);
  const heights = new Float64Array(left.length);
  const sizes = new Int32Array(left.length);
  /** The node in the new tree that holds all of a leaf, or of a merge, so far; −1 where no row was seen. */
  const nodeOf = new Int32Array(2 * tree.rows - 1).fill(-1);
  const sizeOf = (node: number): number => (node < rows ? 1 : sizes[node - rows]!);
  let merges = 0;
  const join = (one: number, other: number, height: number): number => {
    left[merges] = Math.min(one, other);
    right[merges] = Math.max(one, other);
    heights[merges] = height;
    sizes[merges] = sizeOf(one) + sizeOf(other);
    merges += 1;
    return rows + merges - 1;
  };
  for (let row = 0; row < rows; row += 1) {
    const leaf = leafOf[row]!;
    nodeOf[leaf] = nodeOf[leaf] === -1 ? row : join(nodeOf[leaf]!, row, 0);
  }
  for (let merge = 0; merge < tree.rows - 1; merge += 1)
    nodeOf[tree.rows + merge] = join(nodeOf[tree.left[merge]!]!, nodeOf[tree.right[merge]!]!, tree.heights[merge]!);
  return { rows, left, right, heights, sizes };
};
