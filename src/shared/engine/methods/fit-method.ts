import { AppError } from '../../errors.ts';
import { withCategories } from '../mixed/with-categories.ts';
import type { Progress } from '../progress.ts';
import { sweptKs } from '../validate/swept-ks.ts';
import { byDensity } from './by-density.ts';
import { byKmeans } from './by-kmeans.ts';
import { byMedoids } from './by-medoids.ts';
import { byMixture } from './by-mixture.ts';
import { byPrototypes } from './by-prototypes.ts';
import { byMicroTree, byTree } from './by-tree.ts';
import type { KnownInput, MethodFit, MethodInput } from './method-fit.ts';

const triedKs = ({ matrix, categories = [] }: MethodInput): number[] => sweptKs(withCategories(matrix, categories));

/** @throws AppError `tooFewCustomers` without a row, `badInput` where a number of parts is none */
const checkAsked = ({ matrix, method, ks }: KnownInput): void => {
  if (matrix.rows === 0) throw new AppError('tooFewCustomers', { customers: 0, needed: 1 });
  for (const k of ks)
    if (!(Number.isInteger(k) && k >= 1))
      throw new AppError('badInput', { method, problem: `${k} parts are no whole number of 1 or more` });
};

/**
 * Puts the rows into parts by any method, for every number of parts asked for. Same input, same result, for any number
 * of threads. Complexity is the method's.
 * @throws AppError `tooManySegments` where fewer rows differ than parts are asked for, `tooManyCustomers` where a method
 * cannot take so many rows, `tooFewCustomers` where there are none, `badInput` where a value is no number (with its row
 * and column), too large to square, or the starts do not fit; `cancelled`
 */
export const fitMethod = (asked: MethodInput, progress: Progress): MethodFit[] => {
  const input: KnownInput = { ...asked, ks: asked.ks === 'sweep' ? triedKs(asked) : asked.ks };
  checkAsked(input);
  switch (input.method) {
    case 'kmeans':
      return byKmeans(input, progress);
    case 'gmm':
      return byMixture(input, progress);
    case 'hdbscan':
      return byDensity(input, progress);
    case 'kmedoids':
      return byMedoids(input, progress);
    case 'kprototypes':
      return byPrototypes(input, progress);
    case 'microward':
      return byMicroTree(input, progress);
    default:
      return byTree(input, input.method, progress);
  }
};
