import fc from 'fast-check';
import { matrixFromRows } from '../../../../src/shared/engine/matrix.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { growTree } from '../../../../src/shared/engine/tree/grow.ts';

/** Rows of whole numbers, many of them equal. */
export const coarseRows = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })), {
  minLength: 1,
  maxLength: 40,
});

export const treeOf = (rows: readonly (readonly number[])[]) =>
  growTree({ matrix: matrixFromRows(rows), linkage: 'ward' }, silent);
