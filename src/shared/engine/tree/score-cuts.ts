import type { Matrix } from '../matrix.ts';
import type { Progress } from '../progress.ts';
import { sweep } from '../validate/choose-k.ts';
import { type ScoredParts, scoreParts } from '../validate/score-parts.ts';
import { cutTree } from './cut.ts';
import { differentRows, type Tree } from './tree.ts';

export interface ScoreCutsInput {
  readonly tree: Tree;
  /** What the tree was grown over. */
  readonly matrix: Matrix;
  /** The numbers of parts to cut into. */
  readonly ks: readonly number[];
  /** Of the sample that is looked at where there are many rows. */
  readonly seed: number;
}

export interface ScoredCut extends ScoredParts {
  readonly labels: Int32Array;
}

/** The numbers of parts from 2 to 12 that a tree can be cut into; none where no two rows differ. */
export const sweptCuts = (tree: Tree): number[] => {
  const most = Math.min(sweep.to, tree.rows - 1, differentRows(tree));
  return Array.from({ length: Math.max(0, most - sweep.from + 1) }, (_, i) => sweep.from + i);
};

/**
 * Cuts a tree in several ways and says how each did. O(rows² × (columns + ways)) up to 20,000 rows.
 * @throws AppError `tooManySegments` where a cut would part equal rows, `cancelled`
 */
export const scoreCuts = ({ tree, matrix, ks, seed }: ScoreCutsInput, progress: Progress): ScoredCut[] => {
  const parts = ks.map((k) => ({ k, labels: cutTree({ tree, k }) }));
  return scoreParts(matrix, parts, seed, progress).map((scored, i) => ({ ...scored, labels: parts[i]!.labels }));
};
