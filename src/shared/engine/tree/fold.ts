import type { TreeView } from '../../model/tree.ts';
import { differentRows, drawnChildren, sizeOf, type Tree } from './tree.ts';

/** A tree's topmost branches; `merges`, sizes, heights and cut heights as `TreeView` wants them. */
export interface FoldedTree {
  /** The topmost merges, lowest first; child −1−i is folded leaf i, child ≥ 0 the merge at that index; drawing order. */
  readonly merges: TreeView['merges'];
  /** Row → the folded leaf that holds it, counted from left to right. */
  readonly leafOfRow: Int32Array;
  readonly leafSizes: Int32Array;
  /** The height at which a folded leaf came together; 0 for a single row. */
  readonly leafHeights: Float64Array;
  /**
   * cutHeights[k−1] = the height up to which k branches hang below a line, for k from 1 to as many as the folded tree
   * can be cut into without parting equal rows. One branch hangs below any line above the top: a tenth above it stands
   * for that, 1 where there is no height at all.
   */
  readonly cutHeights: number[];
}

const cutHeightsOf = (tree: Tree, leaves: number): number[] => {
  const { rows, heights } = tree;
  const most = Math.min(leaves, differentRows(tree));
  const top = heights[rows - 2] ?? 0;
  return Array.from({ length: most }, (_, i) => (i === 0 ? (top > 0 ? top * 1.1 : 1) : heights[rows - 1 - i]!));
};

/**
 * Folds a tree to `leaves` branches: its `leaves − 1` topmost merges stay, everything below is gathered into leaves.
 * Folded leaves stand from left to right in the order of `leafOrder`. O(rows) time and memory.
 */
export const foldTree = (tree: Tree, leaves: number): FoldedTree => {
  const { rows, heights, sizes } = tree;
  const count = Math.max(1, Math.min(leaves, rows));
  /** Merges from here on are drawn. */
  const first = rows - count;
  const leafOf = new Int32Array(2 * rows - 1);
  const leafSizes = new Int32Array(count);
  const leafHeights = new Float64Array(count);
  const waiting = [2 * rows - 2];
  let found = 0;
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const merge = node - rows;
    if (merge >= first && merge >= 0) {
      const [one, other] = drawnChildren(tree, merge);
      waiting.push(other, one);
    } else {
      leafOf[node] = found;
      leafSizes[found] = sizeOf(tree, node);
      leafHeights[found] = merge < 0 ? 0 : heights[merge]!;
      found += 1;
    }
  }
  for (let merge = first - 1; merge >= 0; merge -= 1) {
    const leaf = leafOf[rows + merge]!;
    leafOf[tree.left[merge]!] = leaf;
    leafOf[tree.right[merge]!] = leaf;
  }
  const child = (node: number): number => (node >= rows + first ? node - rows - first : -1 - leafOf[node]!);
  const merges = Array.from({ length: count - 1 }, (_, i) => {
    const [left, right] = drawnChildren(tree, first + i);
    return { left: child(left), right: child(right), height: heights[first + i]!, size: sizes[first + i]! };
  });
  return { merges, leafOfRow: leafOf.slice(0, rows), leafSizes, leafHeights, cutHeights: cutHeightsOf(tree, count) };
};
