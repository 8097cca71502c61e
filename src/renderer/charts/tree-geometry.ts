import type { TreeView } from '../../shared/model/tree.ts';

/** A join of two branches as drawn: up from the left child, across, down to the right child. */
export interface DrawnMerge {
  readonly left: number;
  readonly right: number;
  readonly leftBottom: number;
  readonly rightBottom: number;
  readonly height: number;
}

/** One branch below the cut: leaves `first` to `last`, with its joins. */
export interface Branch {
  readonly first: number;
  readonly last: number;
  readonly size: number;
  readonly merges: readonly number[];
}

interface Node {
  readonly x: number;
  readonly first: number;
  readonly last: number;
  readonly size: number;
  readonly height: number;
}

const leafNodes = (tree: TreeView): Node[] =>
  tree.leaves.map(({ size }, i) => ({ x: i, first: i, last: i, size, height: 0 }));

/** Every node of the folded tree: leaf i under −1−i, merge i under i. O(leaves). */
const nodesOf = (tree: TreeView): ((child: number) => Node) => {
  const leaves = leafNodes(tree);
  const merged: Node[] = [];
  const at = (child: number): Node => (child < 0 ? leaves[-1 - child]! : merged[child]!);
  for (const { left, right, height, size } of tree.merges) {
    const [a, b] = [at(left), at(right)];
    merged.push({
      x: (a.x + b.x) / 2,
      first: Math.min(a.first, b.first),
      last: Math.max(a.last, b.last),
      size,
      height,
    });
  }
  return at;
};

/** Where each join stands: leaf i at x = i, a join midway over its two branches. */
export const drawMerges = (tree: TreeView): DrawnMerge[] => {
  const at = nodesOf(tree);
  return tree.merges.map(({ left, right, height }) => {
    const [a, b] = [at(left), at(right)].sort((one, other) => one.x - other.x) as [Node, Node];
    return { left: a.x, right: b.x, leftBottom: a.height, rightBottom: b.height, height };
  });
};

/** The most branches that this folded tree can be cut into: all of its drawn leaves, no more than the whole tree allows. */
export const mostBranches = (tree: TreeView): number =>
  Math.max(1, Math.min(tree.leaves.length, tree.cutHeights.length, 30));

/** Heights between which a line cuts exactly k branches; the band of one branch reaches a little above the top. */
export const bandOf = (tree: TreeView, k: number): { readonly low: number; readonly high: number } => {
  const { merges } = tree;
  const top = merges.at(-1)?.height ?? 1;
  return {
    low: merges[merges.length - k]?.height ?? 0,
    high: k <= 1 ? top * 1.08 : (merges[merges.length - k + 1]?.height ?? top),
  };
};

/** The height to rest the line at for k branches. */
export const restingHeight = (tree: TreeView, k: number): number => {
  const { low, high } = bandOf(tree, k);
  return (low + high) / 2;
};

/** How many branches hang below a line at this height, from 1 to what can be cut. O(leaves). */
export const branchesBelow = (tree: TreeView, height: number): number => {
  const above = tree.merges.reduce((count, merge) => (merge.height > height ? count + 1 : count), 0);
  return Math.min(mostBranches(tree), above + 1);
};

const mergesUnder = (tree: TreeView, child: number): number[] => {
  const found: number[] = [];
  const waiting = [child];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next < 0) continue;
    found.push(next);
    waiting.push(tree.merges[next]!.left, tree.merges[next]!.right);
  }
  return found;
};

/** The k branches below the cut, left to right. The k − 1 highest joins lie above it. O(leaves). */
export const cutBranches = (tree: TreeView, k: number): Branch[] => {
  const at = nodesOf(tree);
  const firstAbove = tree.merges.length - (k - 1);
  const tops =
    k <= 1
      ? [tree.merges.length === 0 ? -1 : tree.merges.length - 1]
      : tree.merges
          .slice(firstAbove)
          .flatMap(({ left, right }) => [left, right])
          .filter((child) => child < firstAbove);
  return tops
    .map((child) => {
      const { first, last, size } = at(child);
      return { first, last, size, merges: mergesUnder(tree, child) };
    })
    .sort((a, b) => a.first - b.first);
};

/** Rank of each branch by its customers: 0 is the largest. The largest segment takes the first colour. */
export const ranksBySize = (branches: readonly Branch[]): number[] => {
  const order = branches.map((_, i) => i).sort((a, b) => branches[b]!.size - branches[a]!.size || a - b);
  const ranks = Array<number>(branches.length).fill(0);
  order.forEach((branch, rank) => {
    ranks[branch] = rank;
  });
  return ranks;
};

/** Mean effect of a branch on every feature, weighted by its leaves' customers. */
export const branchEffects = (tree: TreeView, { first, last }: Branch): number[] => {
  const leaves = tree.leaves.slice(first, last + 1);
  const size = leaves.reduce((sum, leaf) => sum + leaf.size, 0);
  return tree.features.map(
    (_, f) => leaves.reduce((sum, leaf) => sum + leaf.size * (leaf.effects[f] ?? 0), 0) / (size || 1),
  );
};

/** At most so many features, those on which the twigs differ most, in their own order. O(leaves × features). */
export const tellingFeatures = (tree: TreeView, most: number): number[] => {
  const spread = tree.features.map((_, f) =>
    tree.leaves.reduce((sum, { size, effects }) => sum + size * (effects[f] ?? 0) ** 2, 0),
  );
  return spread
    .map((_, f) => f)
    .sort((a, b) => spread[b]! - spread[a]! || a - b)
    .slice(0, most)
    .sort((a, b) => a - b);
};
