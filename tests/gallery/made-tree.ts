import type { TreeColumns } from '../../src/renderer/charts/tree/tree-shape.ts';
import type { MadeShop } from './made-shop.ts';

const made = new Map<number, TreeColumns>();

/** The tree of a made-up shop: always the two neighbours on the map's first axis that are most alike, by Ward. O(n²). */
export const madeTree = ({ segmentation, map }: MadeShop): TreeColumns => {
  const known = made.get(segmentation.id);
  if (known !== undefined) return known;
  const values = map[0];
  const n = values.length;
  const parts = Array.from(values.keys())
    .sort((a, b) => values[a]! - values[b]!)
    .map((row) => ({ node: row, size: 1, mean: values[row]! }));
  const columns = {
    left: new Int32Array(Math.max(0, n - 1)),
    right: new Int32Array(Math.max(0, n - 1)),
    heights: new Float64Array(Math.max(0, n - 1)),
  };
  let highest = 0;
  for (let merge = 0; merge < n - 1; merge += 1) {
    let [best, least] = [0, Number.POSITIVE_INFINITY];
    for (let i = 0; i + 1 < parts.length; i += 1) {
      const [a, b] = [parts[i]!, parts[i + 1]!];
      const cost = ((a.size * b.size) / (a.size + b.size)) * (a.mean - b.mean) ** 2;
      if (cost < least) [best, least] = [i, cost];
    }
    const [a, b] = [parts[best]!, parts[best + 1]!];
    highest = Math.max(highest, Math.sqrt(2 * least));
    columns.left[merge] = a.node;
    columns.right[merge] = b.node;
    columns.heights[merge] = highest;
    const size = a.size + b.size;
    parts.splice(best, 2, { node: n + merge, size, mean: (a.mean * a.size + b.mean * b.size) / size });
  }
  made.set(segmentation.id, columns);
  return columns;
};
