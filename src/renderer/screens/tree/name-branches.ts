import type { Segmentation } from '../../../shared/model/segmentation.ts';
import type { TreeView } from '../../../shared/model/tree.ts';
import { segmentColor } from '../../../shared/picture/segment-colors.ts';
import { branchEffects, cutBranches, ranksBySize } from '../../charts/tree-geometry.ts';
import type { NamedBranch } from '../../charts/tree-picture.ts';
import { format, tell } from '../../client/words.ts';

/** Whether these segments are this tree cut into k. */
export const isCutOf = (segmentation: Segmentation, tree: TreeView, k: number): boolean =>
  segmentation.treeId === tree.id && segmentation.k === k;

/**
 * The branches below the cut with their colours: of the segments they became where the cut is in use, by size else, as
 * the segments would get them. A branch and its segment have the same customers: the same number of them and the same
 * means; where two are of one size the nearer means decide.
 */
export const nameBranches = (tree: TreeView, k: number, segmentation: Segmentation): NamedBranch[] => {
  const branches = cutBranches(tree, k);
  const ranks = ranksBySize(branches);
  const free = isCutOf(segmentation, tree, k) ? [...segmentation.segments] : [];
  return branches.map((branch, i) => {
    const effects = branchEffects(tree, branch);
    const distance = (segment: Segmentation['segments'][number]): number =>
      tree.features.reduce((sum, key, f) => {
        const effect = segment.profile.find(({ feature }) => feature === key)?.effect ?? 0;
        return sum + (effect - effects[f]!) ** 2;
      }, 0);
    const [segment] = free.filter(({ size }) => size === branch.size).sort((a, b) => distance(a) - distance(b));
    if (segment !== undefined) free.splice(free.indexOf(segment), 1);
    return {
      ...branch,
      color: segmentColor(segment?.color ?? ranks[i]!),
      name: segment === undefined ? null : tell(segment.name),
      count: format.number(branch.size),
    };
  });
};
