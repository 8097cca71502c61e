import type { CondensedTree } from './condense.ts';

/**
 * GLOSH (Campello et al. 2015): 1 − the lowest height in the row's cluster and those below it, divided by the height at
 * which the row leaves. 0 within the densest part, near 1 far outside. O(rows + clusters).
 */
export const outlierScores = ({ parent, death, rowCluster, rowHeight }: CondensedTree): Float64Array => {
  const lowest = Float64Array.from(death);
  const isLeaf = new Uint8Array(parent.length).fill(1);
  for (let cluster = parent.length - 1; cluster > 0; cluster -= 1) {
    const from = parent[cluster]!;
    lowest[from] = isLeaf[from] === 1 ? lowest[cluster]! : Math.min(lowest[from]!, lowest[cluster]!);
    isLeaf[from] = 0;
  }
  return rowHeight.map((height, row) => (height > 0 ? 1 - lowest[rowCluster[row]!]! / height : 0));
};
