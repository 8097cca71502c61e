import type { Matrix } from '../../shared/engine/matrix.ts';
import type { Tree } from '../../shared/engine/tree/grow.ts';
import type { ScoredCut } from '../../shared/engine/tree/score-cuts.ts';
import type { Compute } from './compute.ts';

/** Cuts the tree into k and says how that did. */
export const cutAndScore = async (
  compute: Compute,
  tree: Tree,
  matrix: Matrix,
  k: number,
  seed: number,
  signal: AbortSignal,
): Promise<ScoredCut> => {
  const [cut] = await compute.run('scoreCuts', { tree, matrix, ks: [k], seed }, { signal });
  return cut!;
};
