import type { Joins } from './join-path.ts';

/** Clusters that are born where a larger one parts into two of at least the least size; 0 is everything. */
export interface CondensedTree {
  /** −1 for 0; always lower than the cluster itself. */
  readonly parent: Int32Array;
  /** Height at which it parted from its sibling. */
  readonly birth: Float64Array;
  /** Height at which it parts itself, or at which its last rows do. */
  readonly death: Float64Array;
  /** Rows at its birth. */
  readonly sizes: Int32Array;
  /** Sum over its rows of 1/height where they leave it − 1/birth. */
  readonly stability: Float64Array;
  /** The cluster that each row falls out of, and at which height. */
  readonly rowCluster: Int32Array;
  readonly rowHeight: Float64Array;
}

/**
 * Condenses single-linkage merges to clusters of at least that size (Campello, Moulavi & Sander 2013), from the top
 * down, with the heights that R's dbscan gives to rows: those of a branch too small leave where the branch itself falls
 * apart, at latest where their cluster parts. Rows at no mutual reachability never part; a height of 0 counts as the least above it.
 * O(rows).
 */
export const condense = ({ left, right, heights, sizes }: Joins, minClusterSize: number): CondensedTree => {
  const merges = heights.length;
  const rows = merges + 1;
  const clusterOf = new Int32Array(merges);
  const parent = [-1];
  const birth = [heights[merges - 1] ?? 0];
  const death = [Number.POSITIVE_INFINITY];
  const clusterSizes = [rows];
  const parted = [false];
  const rowCluster = new Int32Array(rows);
  const rowHeight = new Float64Array(rows);
  const sizeOf = (node: number): number => (node < rows ? 1 : sizes[node - rows]!);
  const bear = (node: number, from: number, height: number): void => {
    clusterOf[node - rows] = parent.length;
    parent.push(from);
    birth.push(height);
    death.push(heights[node - rows]!);
    clusterSizes.push(sizeOf(node));
    parted.push(false);
  };
  for (let merge = merges - 1; merge >= 0; merge -= 1) {
    const own = clusterOf[merge]!;
    const height = heights[merge]!;
    const sides = [left[merge]!, right[merge]!];
    if (height > 0 && sides.every((side) => side >= rows && sizeOf(side) >= minClusterSize)) {
      death[own] = height;
      parted[own] = true;
      for (const side of sides) bear(side, own, height);
      continue;
    }
    for (const side of sides) {
      if (side >= rows) {
        clusterOf[side - rows] = own;
        continue;
      }
      rowCluster[side] = own;
      rowHeight[side] = parted[own]! ? death[own]! : height;
    }
    if (!parted[own]! && sides.every((side) => side < rows)) death[own] = Math.min(death[own]!, height);
  }
  const least = heights.find((height) => height > 0) ?? 1;
  const density = (height: number): number => 1 / Math.max(height, least);
  const stability = new Float64Array(parent.length);
  rowHeight.forEach((height, row) => {
    const own = rowCluster[row]!;
    stability[own]! += density(height) - density(birth[own]!);
  });
  parent.forEach((from, cluster) => {
    if (from >= 0) stability[from]! += clusterSizes[cluster]! * (density(death[from]!) - density(birth[from]!));
  });
  return {
    parent: Int32Array.from(parent),
    birth: Float64Array.from(birth),
    death: Float64Array.from(death),
    sizes: Int32Array.from(clusterSizes),
    stability,
    rowCluster,
    rowHeight,
  };
};

/**
 * The clusters whose stabilities sum up to most, none within another, never everything (Campello, Moulavi, Zimek &
 * Sander 2015, FOSC): of each cluster the one it belongs to, −1 for none. Equally stable: the larger. O(clusters).
 */
export const selectStable = ({ parent, stability }: CondensedTree): Int32Array => {
  const clusters = parent.length;
  const below = new Float64Array(clusters);
  const chosen = new Uint8Array(clusters);
  const isLeaf = new Uint8Array(clusters).fill(1);
  for (let cluster = clusters - 1; cluster > 0; cluster -= 1) {
    chosen[cluster] = isLeaf[cluster] === 1 || !(stability[cluster]! < below[cluster]!) ? 1 : 0;
    isLeaf[parent[cluster]!] = 0;
    below[parent[cluster]!]! += chosen[cluster] === 1 ? stability[cluster]! : below[cluster]!;
  }
  const belongsTo = new Int32Array(clusters).fill(-1);
  for (let cluster = 1; cluster < clusters; cluster += 1) {
    const above = belongsTo[parent[cluster]!]!;
    if (above >= 0) belongsTo[cluster] = above;
    else if (chosen[cluster] === 1) belongsTo[cluster] = cluster;
  }
  return belongsTo;
};
