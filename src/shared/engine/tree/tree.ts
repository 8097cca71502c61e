/**
 * A grown tree in scipy's convention: ids below `rows` are leaves, id `rows + i` is merge i. Merges rise in height, a
 * merge stands after both of its children, and `left[i] < right[i]`. The four arrays have `rows − 1` entries. A leaf is
 * a row, or where `leafSizes` is given that many rows.
 */
export interface Tree {
  readonly rows: number;
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** The dissimilarity at which the two children join; scipy's `ward` heights for Ward. */
  readonly heights: Float64Array;
  /** Rows below the merge. */
  readonly sizes: Int32Array;
  /** Rows of each leaf, where it is not one. */
  readonly leafSizes?: Int32Array;
}

/** Rows below a node. */
export const sizeOf = ({ rows, sizes, leafSizes }: Tree, node: number): number =>
  node < rows ? (leafSizes?.[node] ?? 1) : sizes[node - rows]!;

/** The two children of merge i as they are drawn: the larger branch first; of equal ones the lower id. */
export const drawnChildren = (tree: Tree, merge: number): readonly [number, number] => {
  const left = tree.left[merge]!;
  const right = tree.right[merge]!;
  return sizeOf(tree, right) > sizeOf(tree, left) ? [right, left] : [left, right];
};

/** How many parts the tree can be cut into so that no two parts hold the same point: its different rows. O(rows). */
export const differentRows = (tree: Tree): number => {
  let positive = 0;
  for (const height of tree.heights) if (height > 0) positive += 1;
  return positive + 1;
};
