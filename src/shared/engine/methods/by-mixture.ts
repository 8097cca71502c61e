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
 * Makes sure that what is added to each variance is not more than the variance of every column, which no value farther
 * from the first than its root allows: such rows would be one heap to any mixture. O(rows × columns) at worst.
 * @throws AppError `badInput`
 */
const checkSpread = (matrix: Matrix): void => {
  let farthest = 0;
  for (let j = 0; j < matrix.columns; j += 1) {
    const column = columnOf(matrix, j);
    for (let row = 1; row < column.length; row += 1) {
      const apart = Math.abs(column[row]! - column[0]!);
      // What is no number is refused in its own words later.
      if (!(apart < Math.sqrt(regularisation))) return;
      if (apart > farthest) farthest = apart;
    }
  }
  if (farthest === 0) return;
  const problem = `the numbers are no farther than ${farthest} from the first of their column, too near to tell densities apart; multiply the columns first, or take z-scores`;
  throw new AppError('badInput', { method: 'Gaussian mixture', problem });
};

/**
 * A Gaussian mixture for every number of components, compared by BIC; of several, those that cannot be fitted are left out.
 * @throws AppError `badInput` where the numbers hardly differ, or a start does not fit; `tooManySegments`, `cancelled`
 */
export const byMixture = (input: KnownInput, progress: Progress): MethodFit[] => {
  const { matrix, ks, seed, covariance = 'full', restarts, tolerance, init } = input;
  if (init) startedK('Gaussian mixture', input);
  if (Math.max(...ks) > 1) checkSpread(matrix);
  const fits: MethodFit[] = [];
  let failure: unknown;
  ks.forEach((k, i) => {
    try {
      const { labels, iterations, logLikelihood, bic } = fitMixture(
        {
          ...{ matrix, k, covariance, seed, regularisation },
          ...(restarts === undefined ? {} : { restarts }),
          ...(tolerance === undefined ? {} : { tolerance }),
          ...(init ? { init: { means: init } } : {}),
        },
        part(progress, i / ks.length, (i + 1) / ks.length),
      );
      const inertia = inertiaOf(matrix, labels, k, progress);
      fits.push({ ...plainFit, k, labels, inertia, iterations, logLikelihood, criterion: bic });
    } catch (error) {
      // A k too many for the rows is out of the question; of several others may do.
      if (!(error instanceof AppError && error.code === 'badInput')) throw error;
      failure = error;
    }
  });
  if (fits.length === 0) throw failure;
  return fits;
};
