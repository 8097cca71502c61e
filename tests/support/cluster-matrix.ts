import type { Matrix } from '../../src/shared/engine/matrix.ts';
import { chooseFit } from '../../src/shared/engine/methods/choose-fit.ts';
import { fitMethod } from '../../src/shared/engine/methods/fit-method.ts';
import type { MethodFit, MethodInput } from '../../src/shared/engine/methods/method-fit.ts';
import { scaleMatrix } from '../../src/shared/engine/prepare/standardise.ts';
import type { Progress } from '../../src/shared/engine/progress.ts';
import { scoreFits } from '../../src/shared/engine/validate/score-fits.ts';

interface Asked extends Omit<MethodInput, 'ks'> {
  readonly k: number | 'auto';
  readonly scale: 'none' | 'zscore';
}

/** What the command line does with a matrix, without threads: scaled, divided, and of several numbers the best. */
export const clusterMatrix = (
  { k, scale, ...input }: Asked,
  progress: Progress,
): MethodFit & { readonly scaled: Matrix } => {
  const scaled = scaleMatrix(input.matrix, scale);
  const fits = fitMethod({ ...input, matrix: scaled, ks: k === 'auto' ? 'sweep' : [k] }, progress);
  const scores =
    k === 'auto' ? scoreFits({ matrix: scaled, fits, seed: input.seed }, progress).map(({ score }) => score) : [];
  const { at } = chooseFit({ method: input.method, asked: k, rule: 'silhouette' }, fits, scores);
  return { ...fits[at]!, scaled };
};
