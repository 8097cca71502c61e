import type { Matrix } from '../matrix.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';
import { mergesByLinkage } from './linkage.ts';
import type { MatrixLinkage } from './linkage-share.ts';
import { orderMerges } from './order-merges.ts';
import { mergesBySingle } from './single.ts';
import type { Tree } from './tree.ts';
import { wardMerges } from './ward.ts';
import { withinReach } from './within-reach.ts';

export type { Tree } from './tree.ts';

/** Which distance of two branches counts: see `mergesByLinkage`, `mergesBySingle`, `wardMerges`. */
export type Linkage = 'ward' | 'single' | MatrixLinkage;

export interface GrowTreeInput {
  /** Finite numbers, at least one row. */
  readonly matrix: Matrix;
  readonly linkage: Linkage;
}

/**
 * The tree of merges of every row with the next. Same input, same tree.
 * @throws AppError `tooManyCustomers` (average, complete and weighted linkage), `cancelled`
 */
export const growTree = ({ matrix, linkage }: GrowTreeInput, progress: Progress): Tree => {
  throwIfCancelled(progress);
  if (linkage !== 'ward') {
    const grow = (near: Matrix) =>
      linkage === 'single' ? mergesBySingle(near, progress) : mergesByLinkage(near, linkage, progress);
    return orderMerges(matrix.rows, withinReach(matrix, grow), undefined, progress);
  }
  return orderMerges(matrix.rows, wardMerges({ matrix }, progress), undefined, progress);
};
