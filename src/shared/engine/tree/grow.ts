import type { Matrix } from '../matrix.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';
import { orderMerges } from './order-merges.ts';
import type { Tree } from './tree.ts';
import { wardMerges } from './ward.ts';

export type { Tree } from './tree.ts';

export interface GrowTreeInput {
  /** Finite numbers, at least one row. */
  readonly matrix: Matrix;
  readonly linkage: 'ward';
}

/**
 * The tree of merges of every row with the next. Same input, same tree.
 * @throws AppError `cancelled`
 */
export const growTree = ({ matrix }: GrowTreeInput, progress: Progress): Tree => {
  throwIfCancelled(progress);
  return orderMerges(matrix.rows, wardMerges({ matrix }, progress));
};
