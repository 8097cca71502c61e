import type { TreeView } from '../../../shared/model/tree.ts';

/** At most so many features, those on which the twigs differ most, in their own order. O(leaves × features). */
export const tellingFacts = (tree: Pick<TreeView, 'features' | 'leaves'>, most: number): number[] => {
  const spread = tree.features.map((_, f) =>
    tree.leaves.reduce((sum, { size, effects }) => sum + size * (effects[f] ?? 0) ** 2, 0),
  );
  return spread
    .map((_, f) => f)
    .sort((a, b) => spread[b]! - spread[a]! || a - b)
    .slice(0, most)
    .sort((a, b) => a - b);
};
