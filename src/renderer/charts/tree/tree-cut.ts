import { canDivide, childrenOf, endOf, heightOf, isWithin, rootOf, type TreeShape, topMerges } from './tree-shape.ts';

/** The branches that become segments, left to right: together they hold every customer once. */
export type Cut = readonly number[];

const inOrder = (shape: TreeShape, nodes: Iterable<number>): Cut =>
  [...nodes].sort((a, b) => shape.start[a]! - shape.start[b]!);

/** Undoes the highest merges below a branch, as many as it takes for k parts; fewer where it has no more. */
const parts = (shape: TreeShape, branch: number, k: number): number[] => {
  const undone = topMerges(shape, branch, k - 1);
  const lost = new Set(undone);
  const left = undone.flatMap((node) => childrenOf(shape, node).filter((child) => !lost.has(child)));
  return undone.length === 0 ? [branch] : left;
};

/** A straight cut of the whole tree. */
export const straightCut = (shape: TreeShape, k: number): Cut => inOrder(shape, parts(shape, rootOf(shape), k));

/** What hangs beside the way from `above` down to `branch`. */
const besideWay = (shape: TreeShape, above: number, branch: number): number[] => {
  const beside: number[] = [];
  for (let node = branch; node !== above; node = shape.parent[node]!) {
    const [left, right] = childrenOf(shape, shape.parent[node]!);
    beside.push(left === node ? right : left);
  }
  return beside;
};

/** Cuts one branch straight into k and leaves all others as they are. Into one: whatever holds it stays whole. */
export const cutWithin = (shape: TreeShape, cut: Cut, branch: number, k: number): Cut => {
  const holder = cut.find((node) => node !== branch && isWithin(shape, branch, node));
  const others = cut.filter((node) => node !== holder && !isWithin(shape, node, branch));
  if (holder === undefined) return inOrder(shape, [...others, ...parts(shape, branch, k)]);
  if (k <= 1) return cut;
  return inOrder(shape, [...others, ...besideWay(shape, holder, branch), ...parts(shape, branch, k)]);
};

/** How many segments a branch is cut into: one where it lies within one. */
export const partsWithin = (shape: TreeShape, cut: Cut, branch: number): number =>
  Math.max(1, cut.filter((node) => isWithin(shape, node, branch)).length);

/** One of the cut's branches as its two parts. */
export const divideBranch = (shape: TreeShape, cut: Cut, node: number): Cut =>
  canDivide(shape, node) ? cut.flatMap((one) => (one === node ? childrenOf(shape, one) : [one])) : cut;

/** All that hangs below a merge as one segment. */
export const joinBranch = (shape: TreeShape, cut: Cut, node: number): Cut =>
  inOrder(shape, [...cut.filter((one) => !isWithin(shape, one, node)), node]);

/** The merges that a cut undoes, by their ids: all above its branches. */
export const undoneBy = (shape: TreeShape, cut: Cut): number[] => {
  const undone = new Set<number>();
  for (const node of cut)
    for (let above = shape.parent[node]!; above !== -1 && !undone.has(above); above = shape.parent[above]!)
      undone.add(above);
  return [...undone].sort((a, b) => b - a);
};

/** Whether a straight line makes this cut, within a branch or through the whole tree. */
export const isStraight = (shape: TreeShape, cut: Cut, branch = rootOf(shape)): boolean => {
  const within = cut.filter((node) => isWithin(shape, node, branch));
  return within.length <= 1 || sameCut(inOrder(shape, parts(shape, branch, within.length)), within);
};

export const sameCut = (a: Cut, b: Cut): boolean => a.length === b.length && a.every((node, i) => node === b[i]);

/** The heights between which a line through a branch cuts it into exactly k. `top`: how far the line can be lifted. */
export const bandOf = (
  shape: TreeShape,
  branch: number,
  k: number,
  top: number,
): { readonly low: number; readonly high: number } => {
  const merges = topMerges(shape, branch, k);
  const height = (i: number) => (merges[i] === undefined ? 0 : heightOf(shape, merges[i]!));
  return { low: height(k - 1), high: k <= 1 ? top : height(k - 2) };
};

/** How many parts of a branch hang below a line at this height, `most` at most. O(most). */
export const partsBelow = (shape: TreeShape, branch: number, height: number, most: number): number =>
  1 + topMerges(shape, branch, most - 1).filter((node) => heightOf(shape, node) > height).length;

/**
 * The cut that a segmentation's labels are, by row; null where they are none of this tree (a label in two places, a
 * branch of two labels). O(customers).
 */
export const cutOfLabels = (shape: TreeShape, labels: ArrayLike<number>): Cut | null => {
  const { customers, order, parent } = shape;
  if (labels.length !== customers) return null;
  const found: number[] = [];
  const seen = new Set<number>();
  for (let place = 0; place < customers; ) {
    const label = labels[order[place]!]!;
    if (label < 0 || seen.has(label)) return null;
    seen.add(label);
    let end = place + 1;
    while (end < customers && labels[order[end]!] === label) end += 1;
    // The smallest branch that reaches over these customers must hold no others.
    let node = order[place]!;
    while (endOf(shape, node) < end && parent[node] !== -1) node = parent[node]!;
    if (shape.start[node] !== place || endOf(shape, node) !== end) return null;
    found.push(node);
    place = end;
  }
  return found;
};
