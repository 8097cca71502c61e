import { AppError } from '../../errors.ts';
import { renumber } from '../labels.ts';
import { differentRows, type Tree } from './tree.ts';

export interface CutTreeInput {
  readonly tree: Tree;
  readonly k: number;
}

/**
 * The k branches that are left when the k − 1 topmost merges are undone, as one label a row; 0 is the largest, of
 * equal ones that with the first row. O(rows).
 * @throws AppError `tooManySegments` where k parts would part equal rows
 */
export const cutTree = ({ tree, k }: CutTreeInput): Int32Array => {
  const { rows } = tree;
  const different = differentRows(tree);
  if (k > different) throw new AppError('tooManySegments', { k, customers: different });
  const firstUndone = rows - k;
  const labelOf = new Int32Array(2 * rows - 1);
  let next = 0;
  for (let node = 2 * rows - 2; node >= 0; node -= 1) {
    const merge = node - rows;
    if (merge >= firstUndone) {
      // Undone: each child is a branch of its own unless it is undone too.
      for (const child of [tree.left[merge]!, tree.right[merge]!])
        if (child < rows + firstUndone) {
          labelOf[child] = next;
          next += 1;
        }
    } else if (merge >= 0) {
      labelOf[tree.left[merge]!] = labelOf[node]!;
      labelOf[tree.right[merge]!] = labelOf[node]!;
    }
  }
  return renumber(labelOf.slice(0, rows), k);
};
