import { AppError } from '../../errors.ts';
import { renumber } from '../labels.ts';
import { differentRows, type Tree } from './tree.ts';

/** Labels of the branches that are left when some merges are undone; each undone merge's parent must be undone too. */
const labelsWhere = (tree: Tree, undone: (merge: number) => boolean, k: number): Int32Array => {
  const { rows, left, right } = tree;
  const labelOf = new Int32Array(2 * rows - 1);
  let next = 0;
  for (let node = 2 * rows - 2; node >= 0; node -= 1) {
    const merge = node - rows;
    if (merge < 0) continue;
    if (undone(merge)) {
      // Each child is a branch of its own unless it is undone too.
      for (const child of [left[merge]!, right[merge]!])
        if (child < rows || !undone(child - rows)) {
          labelOf[child] = next;
          next += 1;
        }
    } else {
      labelOf[left[merge]!] = labelOf[node]!;
      labelOf[right[merge]!] = labelOf[node]!;
    }
  }
  return renumber(labelOf.slice(0, rows), k);
};

export interface CutTreeInput {
  readonly tree: Tree;
  readonly k: number;
}

/**
 * The k branches that are left when the k − 1 topmost merges are undone, as one label a leaf; 0 is the one with most
 * leaves, of equal ones that with the first leaf. O(leaves).
 * @throws AppError `tooManySegments` where k parts would part equal rows
 */
export const cutTree = ({ tree, k }: CutTreeInput): Int32Array => {
  const different = differentRows(tree);
  if (k > different) throw new AppError('tooManySegments', { k, customers: different });
  return labelsWhere(tree, (merge) => merge >= tree.rows - k, k);
};

/** How many branches hang below a line at a height: what was merged at most there stays. O(leaves). */
export const partsAt = (tree: Tree, height: number): number => {
  let above = 0;
  for (const merged of tree.heights) if (merged > height) above += 1;
  return above + 1;
};

/**
 * The branches below a line at a height from 0 on, labelled as by `cutTree`; scipy's `fcluster` by distance. Never parts
 * equal rows. O(leaves).
 */
export const cutAtHeight = (tree: Tree, height: number): Int32Array => {
  const k = partsAt(tree, height);
  return labelsWhere(tree, (merge) => merge >= tree.rows - k, k);
};

export interface CutBranches {
  /** One a leaf, as by `cutTree`. */
  readonly labels: Int32Array;
  /** The node of each label. */
  readonly nodes: Int32Array;
}

/**
 * The branches that are left when chosen merges are undone, by their ids in the tree (`rows` and up), and with each of
 * them all merges above it. O(leaves).
 * @throws AppError `tooManySegments` where that would part equal rows
 * @throws RangeError for an id that is no merge's
 */
export const cutBranches = (tree: Tree, undone: Iterable<number>): CutBranches => {
  const { rows, left, right, heights } = tree;
  const isUndone = new Uint8Array(rows - 1);
  for (const node of undone) {
    if (!Number.isInteger(node) || node < rows || node > 2 * rows - 2)
      throw new RangeError(`${node} is not a merge of a tree of ${rows}.`);
    isUndone[node - rows] = 1;
  }
  let k = 1;
  let height = Number.POSITIVE_INFINITY;
  // A parent stands after its children.
  for (let merge = 0; merge < rows - 1; merge += 1) {
    for (const child of [left[merge]!, right[merge]!])
      if (child >= rows && isUndone[child - rows] === 1) isUndone[merge] = 1;
    if (isUndone[merge] === 0) continue;
    k += 1;
    height = Math.min(height, heights[merge]!);
  }
  if (height === 0) throw new AppError('tooManySegments', { k, customers: differentRows(tree) });
  const labels = labelsWhere(tree, (merge) => isUndone[merge] === 1, k);
  const nodes = new Int32Array(k);
  const highest = Int32Array.from({ length: 2 * rows - 1 }, (_, node) => node);
  for (let node = 2 * rows - 2; node >= rows; node -= 1)
    if (isUndone[node - rows] === 0) {
      highest[left[node - rows]!] = highest[node]!;
      highest[right[node - rows]!] = highest[node]!;
    }
  for (let leaf = 0; leaf < rows; leaf += 1) nodes[labels[leaf]!] = highest[leaf]!;
  return { labels, nodes };
};

export interface LeafTree {
  readonly tree: Tree;
  /** Row → leaf. */
  readonly leafOf: Int32Array;
}

/** Labels of leaves as labels of rows; 0 is the part with most rows, of equal ones that with the first row. O(rows). */
export const labelRows = ({ tree, leafOf }: LeafTree, leafLabels: Int32Array): Int32Array => {
  let k = 0;
  for (let leaf = 0; leaf < tree.rows; leaf += 1) k = Math.max(k, leafLabels[leaf]! + 1);
  return renumber(
    leafOf.map((leaf) => leafLabels[leaf]!),
    k,
  );
};
