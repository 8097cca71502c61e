import { AppError } from '../../errors.ts';
import { createMatrix, type Matrix } from '../matrix.ts';
import type { Progress } from '../progress.ts';
import { countDifferentRows } from '../rows.ts';
import { sweep } from '../validate/choose-k.ts';
import { byDensity } from './by-density.ts';
import { byKmeans } from './by-kmeans.ts';
import { byMedoids } from './by-medoids.ts';
import { byMixture } from './by-mixture.ts';
import { byPrototypes } from './by-prototypes.ts';
import { byMicroTree, byTree } from './by-tree.ts';
import type { KnownInput, MethodFit, MethodInput } from './method-fit.ts';

/** The matrix with the numbers of categories as columns beside its own. */
const withCategories = (matrix: Matrix, categories: readonly Int32Array[]): Matrix => {
  const { rows, columns, data } = matrix;
  const whole = createMatrix(rows, columns + categories.length);
  whole.data.set(data);
  categories.forEach((codes, i) => {
    whole.data.set(codes.subarray(0, rows), (columns + i) * rows);
  });
  return whole;
};

/** 2 to 12, as far as there are different rows; 1 where all are alike. */
const sweptKs = ({ matrix, method, categories = [] }: MethodInput): number[] => {
  const whole = method === 'kprototypes' ? withCategories(matrix, categories) : matrix;
  const most = Math.min(sweep.to, matrix.rows - 1, countDifferentRows(whole, sweep.to));
  return most < sweep.from ? [1] : Array.from({ length: most - sweep.from + 1 }, (_, i) => sweep.from + i);
};

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
 * cannot take so many rows, `tooFewCustomers` where there are none, `badInput` where a value is no number (with its row and column), too large to square, or the
 * starts do not fit; `cancelled`
 */
export const fitMethod = (asked: MethodInput, progress: Progress): MethodFit[] => {
  const input: KnownInput = { ...asked, ks: asked.ks === 'sweep' ? sweptKs(asked) : asked.ks };
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
