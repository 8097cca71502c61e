import { type Progress, throwIfCancelled } from '../progress.ts';
import { cutTree } from '../tree/cut.ts';
import { growTree, type Linkage } from '../tree/grow.ts';
import { inertiaOf } from '../validate/score-parts.ts';
import { type KnownInput, type MethodFit, plainFit } from './method-fit.ts';

export const topHeights = 10;

/** One tree, cut into every number of parts. */
export const byTree = ({ matrix, ks }: KnownInput, linkage: Linkage, progress: Progress): MethodFit[] => {
  const tree = growTree({ matrix, linkage }, progress);
  const heights = [...tree.heights.subarray(-topHeights)].reverse();
  return ks.map((k) => {
    throwIfCancelled(progress);
    const labels = cutTree({ tree, k });
    return { ...plainFit, k, labels, inertia: inertiaOf(matrix, labels, k), heights };
  });
};
