import { checkNumbers } from '../check-numbers.ts';
import type { Matrix } from '../matrix.ts';
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

/** 2 to 12, as far as there are different rows; 1 where all are alike. */
const sweptKs = (matrix: Matrix): number[] => {
  const most = Math.min(sweep.to, matrix.rows - 1, countDifferentRows(matrix, sweep.to));
  return most < sweep.from ? [1] : Array.from({ length: most - sweep.from + 1 }, (_, i) => sweep.from + i);
};

/**
 * Puts the rows into parts by any method, for every number of parts asked for. Same input, same result, for any number
 * of threads. Complexity is the method's.
 * @throws AppError `tooManySegments` where fewer rows differ than parts are asked for, `tooManyCustomers` where a method
 * cannot take so many rows, `badInput` where a value is no number (with its row and column), too large to square, or the
 * starts do not fit; `cancelled`
 */
export const fitMethod = (asked: MethodInput, progress: Progress): MethodFit[] => {
  // k-means looks at its numbers itself, while it takes them in.
  if (asked.method !== 'kmeans') checkNumbers(asked.matrix, 'Clustering');
  const input: KnownInput = { ...asked, ks: asked.ks === 'sweep' ? sweptKs(asked.matrix) : asked.ks };
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
