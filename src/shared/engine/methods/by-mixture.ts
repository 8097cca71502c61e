import { AppError } from '../../errors.ts';
import { columnOf, type Matrix } from '../matrix.ts';
import { fitMixture } from '../mixture/fit-mixture.ts';
import { type Progress, part } from '../progress.ts';
import { inertiaOf } from '../validate/score-parts.ts';
import { startedK } from './by-kmeans.ts';
import { type KnownInput, type MethodFit, plainFit } from './method-fit.ts';

/** Added to each variance: scikit-learn's. */
const regularisation = 1e-6;

/**
 * Makes sure that what is added to each variance is not more than the variance of every column, a quarter of its
 * squared range at most: such rows would be one heap to any mixture.
 * @throws AppError `badInput`
 */
const checkSpread = (matrix: Matrix): void => {
  let widest = 0;
  for (let j = 0; j < matrix.columns; j += 1) {
    let least = Number.POSITIVE_INFINITY;
    let greatest = Number.NEGATIVE_INFINITY;
    for (const value of columnOf(matrix, j)) {
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    widest = Math.max(widest, greatest - least);
  }
  if (widest === 0 || widest >= 2 * Math.sqrt(regularisation)) return;
  const problem = `the numbers differ by ${widest} at most, too little to tell densities apart; multiply the columns first, or take z-scores`;
  throw new AppError('badInput', { method: 'Gaussian mixture', problem });
};

/**
 * A Gaussian mixture for every number of components, compared by BIC.
 * @throws AppError `badInput` where the numbers hardly differ, or a start does not fit; `tooManySegments`, `cancelled`
 */
export const byMixture = (input: KnownInput, progress: Progress): MethodFit[] => {
  const { matrix, ks, seed, covariance = 'full', restarts, tolerance, init } = input;
  if (init) startedK('Gaussian mixture', input);
  if (Math.max(...ks) > 1) checkSpread(matrix);
  return ks.map((k, i) => {
    const { labels, iterations, logLikelihood, bic } = fitMixture(
      {
        ...{ matrix, k, covariance, seed, regularisation },
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
