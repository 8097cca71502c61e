import { create } from 'zustand';
import type { Cut } from '../../charts/tree/tree-cut.ts';

/** How the tree was left: whoever looks at another screen in between finds it so again. */
interface TreeLook {
  readonly leaves: number;
  /** Null before it was looked at. The cut is of that tree, and was made while those segments were in use. */
  readonly left: {
    readonly treeId: number;
    readonly segmentationId: number;
    readonly cut: Cut;
    readonly path: readonly number[];
  } | null;
}

const usualLeaves = 60;

export const useTreeLook = create<TreeLook>(() => ({ leaves: usualLeaves, left: null }));
