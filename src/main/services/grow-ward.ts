import type { Tree } from '../../shared/engine/tree/grow.ts';
import { sweptCuts } from '../../shared/engine/tree/score-cuts.ts';
import { chooseK } from '../../shared/engine/validate/choose-k.ts';
import { AppError } from '../../shared/errors.ts';
import type { CutChoice } from '../store/repositories/trees.ts';
import type { Compute } from './compute.ts';
import { isOrderData, type PreparedRun } from './prepare-run.ts';

/** Beyond this an exact tree takes too long. */
const treeAtMost = 100_000;

/** @throws AppError `tooManyCustomers` */
export const checkExactTree = (customers: number): void => {
  if (customers > treeAtMost) throw new AppError('tooManyCustomers', { customers, limit: treeAtMost, method: 'ward' });
};

/** An exact tree, or for very many customers one over micro-clusters, which are its leaves. */
const growAny = async (
  compute: Compute,
  { snapshot, prepared }: PreparedRun,
  seed: number,
  options: { readonly signal: AbortSignal; readonly onProgress: (fraction: number) => void },
): Promise<{ tree: Tree; microLeaves?: number }> => {
  if (snapshot.customers <= treeAtMost)
    return { tree: await compute.run('growTree', { matrix: prepared, linkage: 'ward' }, options) };
  const { tree, leaves } = await compute.run('growLargeTree', { matrix: prepared, seed }, options);
  return { tree, microLeaves: leaves };
};

/**
 * Grows the tree and finds the cut that serves: among 4 to 7 branches for order data, else the one that stands apart
 * best among 2 to 12.
 * @throws AppError `cancelled`
 */
export const growWard = async (
  compute: Compute,
  run: PreparedRun,
  seed: number,
  signal: AbortSignal,
  onProgress: (fraction: number) => void,
): Promise<{ tree: Tree; choice: CutChoice }> => {
  const { tree, ...grown } = await growAny(compute, run, seed, {
    signal,
    onProgress: (fraction) => onProgress(fraction * 0.7),
  });
  const cuts = await compute.run(
    'scoreCuts',
    { tree, matrix: run.prepared, ks: sweptCuts(tree), seed },
    { signal, onProgress: (fraction) => onProgress(0.7 + fraction * 0.3) },
  );
  const scores = cuts.map(({ score }) => score);
  return {
    tree,
    choice: { ...chooseK(scores, isOrderData(run.snapshot) ? 'serves' : 'silhouette'), scores, ...grown },
  };
};
