import type { Machine } from '../kernels/machine.ts';
import type { Matrix } from '../matrix.ts';
import { type Progress, part } from '../progress.ts';
import { branchesFrom, linkByBounds } from './linkage-by-bounds.ts';
import { linkByMatrix } from './linkage-by-matrix.ts';
import type { MatrixLinkage } from './linkage-share.ts';
import { branchesOf } from './nearest-chain.ts';
import type { LooseMerges } from './order-merges.ts';

/**
 * `mergesByLinkage` on the machine's kernels and threads: the many merges of small branches by bounds, the rest over the
 * distances of all pairs of branches. Row i stands for `counts[i]`. Null where the machine has not the memory.
 * @throws AppError `cancelled`
 */
export const linkageByKernels = (
  machine: Machine,
  matrix: Matrix,
  linkage: MatrixLinkage,
  counts: Float64Array,
  progress: Progress,
): LooseMerges | null => {
  const branches = branchesOf(matrix.rows, counts);
  if (matrix.rows <= branchesFrom)
    return linkByMatrix(machine, matrix, linkage, branches, null, progress) ? branches : null;
  const members = linkByBounds(machine, matrix, linkage, branches, part(progress, 0, 0.6));
  if (members === null) return null;
  return linkByMatrix(machine, matrix, linkage, branches, members, part(progress, 0.6, 1)) ? branches : null;
};
