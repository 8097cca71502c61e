import { agnes, type Cluster } from 'ml-hclust';
import { type Matrix, rowsOf } from '../matrix.ts';
import type { LooseMerges } from './order-merges.ts';

/**
 * Ward's merges by ml-hclust, which does not listen to a cancel. `ward2` on euclidean distances gives scipy's heights.
 * O(rows³) time, O(rows²) memory.
 */
export const wardByLibrary = (matrix: Matrix): LooseMerges => {
  const joins: Cluster[] = [];
  const waiting = [agnes(rowsOf(matrix), { method: 'ward2' })];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.isLeaf) continue;
    joins.push(next);
    waiting.push(...next.children);
  }
  joins.reverse();
  const lowest = new Map<Cluster, number>();
  const lowestOf = (cluster: Cluster): number => (cluster.isLeaf ? cluster.index : lowest.get(cluster)!);
  const one = new Int32Array(joins.length);
  const other = new Int32Array(joins.length);
  joins.forEach((cluster, i) => {
    const [a, b] = cluster.children.map(lowestOf) as [number, number];
    one[i] = Math.min(a, b);
    other[i] = Math.max(a, b);
    lowest.set(cluster, one[i]!);
  });
  return { one, other, heights: Float64Array.from(joins, ({ height }) => height) };
};
