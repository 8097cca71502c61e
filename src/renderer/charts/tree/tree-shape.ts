/**
 * The whole similar-customers tree as it is drawn. Nodes below `customers` are snapshot rows, node `customers + i` is
 * merge i; merges rise in height. Every node holds the customers at the places `start` to `start + size` of `order`, so
 * that a branch is an interval and whatever is asked of it takes no walk.
 */
export interface TreeShape {
  readonly customers: number;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly heights: Float64Array;
  /** By node; the root's is −1. */
  readonly parent: Int32Array;
  readonly start: Int32Array;
  readonly size: Int32Array;
  /** Snapshot rows from left to right. */
  readonly order: Int32Array;
}

export interface TreeColumns {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly heights: Float64Array;
}

/** O(customers) time and memory. */
export const treeShape = (customers: number, { left, right, heights }: TreeColumns): TreeShape => {
  const nodes = Math.max(1, 2 * customers - 1);
  const parent = new Int32Array(nodes).fill(-1);
  const start = new Int32Array(nodes);
  const size = new Int32Array(nodes);
  const order = new Int32Array(customers);
  size.fill(1, 0, customers);
  // A merge stands after its two children, so going up finds sizes and going down finds places.
  for (let merge = 0; merge < customers - 1; merge += 1) {
    const node = customers + merge;
    size[node] = size[left[merge]!]! + size[right[merge]!]!;
    parent[left[merge]!] = node;
    parent[right[merge]!] = node;
  }
  for (let merge = customers - 2; merge >= 0; merge -= 1) {
    const at = start[customers + merge]!;
    start[left[merge]!] = at;
    start[right[merge]!] = at + size[left[merge]!]!;
  }
  for (let row = 0; row < customers; row += 1) order[start[row]!] = row;
  return { customers, left, right, heights, parent, start, size, order };
};

export const rootOf = ({ customers }: TreeShape): number => Math.max(0, 2 * customers - 2);
export const isMerge = ({ customers }: TreeShape, node: number): boolean => node >= customers;
/** 0 for a single customer. */
export const heightOf = ({ customers, heights }: TreeShape, node: number): number =>
  node < customers ? 0 : heights[node - customers]!;
export const childrenOf = ({ customers, left, right }: TreeShape, node: number): readonly [number, number] => [
  left[node - customers]!,
  right[node - customers]!,
];
export const endOf = ({ start, size }: TreeShape, node: number): number => start[node]! + size[node]!;
/** Whether `inner` is `outer` or hangs below it. */
export const isWithin = (shape: TreeShape, inner: number, outer: number): boolean =>
  shape.start[inner]! >= shape.start[outer]! && endOf(shape, inner) <= endOf(shape, outer);

/** Whether a branch can be divided: customers that are the same in everything are never parted. */
export const canDivide = (shape: TreeShape, node: number): boolean => heightOf(shape, node) > 0;

/**
 * The highest merges of a branch, highest first and its own among them: those that part different customers, at most so
 * many. O(merges looked at).
 */
export const topMerges = (shape: TreeShape, branch: number, most: number): number[] => {
  const found: number[] = [];
  const from = shape.start[branch]!;
  const to = endOf(shape, branch);
  for (let node = branch; node >= shape.customers && found.length < most; node -= 1) {
    if (shape.heights[node - shape.customers] === 0) break;
    if (shape.start[node]! >= from && shape.start[node]! < to) found.push(node);
  }
  return found;
};

/** Sums of a value from the left end of the tree: the sum over a branch is the difference at its two ends. O(customers). */
export const sumsAlong = ({ order }: TreeShape, values: ArrayLike<number>): Float64Array => {
  const sums = new Float64Array(order.length + 1);
  for (let place = 0; place < order.length; place += 1) sums[place + 1] = sums[place]! + (values[order[place]!]! || 0);
  return sums;
};
