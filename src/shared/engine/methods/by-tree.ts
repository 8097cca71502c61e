import { checkNumbers } from '../check-numbers.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';
import { cutTree, labelRows } from '../tree/cut.ts';
import { growTree, type Linkage } from '../tree/grow.ts';
import { growMicroTree } from '../tree/micro-tree.ts';
import type { Tree } from '../tree/tree.ts';
import { inertiaOf } from '../validate/score-parts.ts';
import { type KnownInput, type MethodFit, plainFit } from './method-fit.ts';

const topHeights = 10;

const topOf = ({ heights }: Tree): number[] => [...heights.subarray(-topHeights)].reverse();

/** A tree over micro-clusters, cut into every number of parts; its heights are those of the exact tree on top. */
export const byMicroTree = ({ matrix, ks, seed }: KnownInput, progress: Progress): MethodFit[] => {
  checkNumbers(matrix, 'Clustering', progress);
  const micro = growMicroTree({ matrix, seed }, progress);
  return ks.map((k) => {
    throwIfCancelled(progress);
    const labels = labelRows(micro, cutTree({ tree: micro.tree, k }));
    return { ...plainFit, k, labels, inertia: inertiaOf(matrix, labels, k, progress), heights: topOf(micro.tree) };
  });
};

/** One tree, cut into every number of parts. */
export const byTree = ({ matrix, ks }: KnownInput, linkage: Linkage, progress: Progress): MethodFit[] => {
  checkNumbers(matrix, 'Clustering', progress);
  const tree = growTree({ matrix, linkage }, progress);
  const heights = topOf(tree);
  return ks.map((k) => {
    throwIfCancelled(progress);
    const labels = cutTree({ tree, k });
    return { ...plainFit, k, labels, inertia: inertiaOf(matrix, labels, k, progress), heights };
  });
};
