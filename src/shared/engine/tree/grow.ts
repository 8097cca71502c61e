import type { Matrix } from '../matrix.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';
import { orderMerges } from './order-merges.ts';
import type { Tree } from './tree.ts';
import { wardByLibrary } from './ward-by-library.ts';
import { wardByChain } from './ward-chain.ts';

export type { Tree } from './tree.ts';

export interface GrowTreeInput {
  /** Finite numbers, at least one row. */
  readonly matrix: Matrix;
  readonly linkage: 'ward';
}

/**
 * ml-hclust copies its distances at every merge: 0.1 s at 400 rows, 0.4 s at 700, 1.1 s at 1,000, 9 s at 2,000 on one
 * core, in which it hears no cancel. The chain takes 6 to 30 ms there and gives the same tree.
 */
const libraryAtMost = 500;

/**
 * The tree of merges of every row with the next. Same input, same tree.
 * @throws AppError `cancelled`
 */
export const growTree = ({ matrix }: GrowTreeInput, progress: Progress): Tree => {
  throwIfCancelled(progress);
  const merges = matrix.rows <= libraryAtMost ? wardByLibrary(matrix) : wardByChain(matrix, progress);
  return orderMerges(matrix.rows, merges);
};
