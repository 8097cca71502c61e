import { fitMixture } from '../mixture/fit-mixture.ts';
import { type Progress, part } from '../progress.ts';
import { inertiaOf } from '../validate/score-parts.ts';
import { startedK } from './by-kmeans.ts';
import { type KnownInput, type MethodFit, plainFit } from './method-fit.ts';

/** A Gaussian mixture for every number of components, compared by BIC. */
export const byMixture = (input: KnownInput, progress: Progress): MethodFit[] => {
  const { matrix, ks, seed, covariance = 'full', restarts, tolerance, init } = input;
  if (init) startedK('Gaussian mixture', input);
  return ks.map((k, i) => {
    const { labels, iterations, logLikelihood, bic } = fitMixture(
      {
        ...{ matrix, k, covariance, seed },
        ...(restarts === undefined ? {} : { restarts }),
        ...(tolerance === undefined ? {} : { tolerance }),
        ...(init ? { init: { means: init } } : {}),
      },
      part(progress, i / ks.length, (i + 1) / ks.length),
    );
    const inertia = inertiaOf(matrix, labels, k);
    return { ...plainFit, k, labels, inertia, iterations, logLikelihood, criterion: bic };
  });
};
