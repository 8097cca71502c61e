import { childrenOf, endOf, heightOf, type TreeShape, topMerges } from './tree-shape.ts';

/** A join as drawn, in leaf widths: up from the left child, across, down to the right child. */
interface DrawnMerge {
  readonly node: number;
  readonly left: number;
  readonly right: number;
  readonly leftBottom: number;
  readonly rightBottom: number;
  readonly height: number;
}

/** A branch of the tree with its highest merges; below them customers are gathered into leaves of one width each. */
export interface DrawnTree {
  readonly branch: number;
  /** Nodes of the leaves, left to right. */
  readonly leaves: readonly number[];
  /** Lowest first. */
  readonly merges: readonly DrawnMerge[];
  readonly height: number;
  /** Places of the first customer and behind the last. */
  readonly start: number;
  readonly end: number;
}

/** Folds a branch to at most so many leaves. O(merges looked at + leaves log leaves). */
export const drawTree = (shape: TreeShape, branch: number, most: number): DrawnTree => {
  const kept = topMerges(shape, branch, most - 1);
  const inner = new Set(kept);
  const leaves =
    kept.length === 0
      ? [branch]
      : kept
          .flatMap((node) => childrenOf(shape, node).filter((child) => !inner.has(child)))
          .sort((a, b) => shape.start[a]! - shape.start[b]!);
  const middle = new Map<number, number>(leaves.map((node, i) => [node, i + 0.5]));
  const merges = kept.reverse().map((node): DrawnMerge => {
    const [one, other] = childrenOf(shape, node);
    const [left, right] = [middle.get(one)!, middle.get(other)!];
    middle.set(node, (left + right) / 2);
    const bottom = (child: number) => (inner.has(child) ? heightOf(shape, child) : 0);
    return { node, left, right, leftBottom: bottom(one), rightBottom: bottom(other), height: heightOf(shape, node) };
  });
  return {
    branch,
    leaves,
    merges,
    height: heightOf(shape, branch),
    start: shape.start[branch]!,
    end: endOf(shape, branch),
  };
};

/** The leaf that holds a place. O(log leaves). */
export const leafAt = (shape: TreeShape, { leaves }: DrawnTree, place: number): number => {
  let [low, high] = [0, leaves.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (shape.start[leaves[middle]!]! <= place) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** Where a place stands, in leaf widths; the end of the last leaf is as many as there are. */
export const leafWidthsTo = (shape: TreeShape, drawn: DrawnTree, place: number): number => {
  if (place <= drawn.start) return 0;
  if (place >= drawn.end) return drawn.leaves.length;
  const leaf = leafAt(shape, drawn, place);
  const node = drawn.leaves[leaf]!;
  return leaf + (place - shape.start[node]!) / shape.size[node]!;
};

/** The branch whose stem passes a height at so many leaf widths: what a line at that height would cut off there. */
export const branchAt = (shape: TreeShape, drawn: DrawnTree, widths: number, height: number): number => {
  let node = drawn.leaves[Math.max(0, Math.min(drawn.leaves.length - 1, Math.floor(widths)))]!;
  while (node !== drawn.branch && heightOf(shape, shape.parent[node]!) <= height) node = shape.parent[node]!;
  return node;
};
