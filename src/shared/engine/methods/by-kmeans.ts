import { AppError } from '../../errors.ts';
import { checkDifferentRows, fitFrom, sweepKmeans, usualTolerance } from '../cluster/fit-kmeans.ts';
import { pointsOf } from '../cluster/points.ts';
import type { Progress } from '../progress.ts';
import { type KnownInput, type MethodFit, plainFit } from './method-fit.ts';

/** The one k that goes with starting centroids. */
export const startedK = (method: string, { ks, init }: KnownInput): number => {
  const [k] = ks;
  if (ks.length === 1 && k === init!.rows) return k;
  throw new AppError('badInput', {
    method,
    problem: `there are ${init!.rows} starting centroids where ${ks.length === 1 ? `k is ${k}` : 'k is to be found'}`,
  });
};

export const byKmeans = (input: KnownInput, progress: Progress): MethodFit[] => {
  const { matrix, ks, seed, init, restarts, tolerance = usualTolerance } = input;
  checkDifferentRows(matrix, Math.max(...ks));
  const points = pointsOf(matrix, progress);
  const fits = init
    ? [startedK('k-means', input)].map(() => fitFrom(points, init, tolerance, progress))
    : sweepKmeans(points, ks, seed, tolerance, progress, restarts);
  return fits.map(({ labels, inertia, iterations }, i) => ({ ...plainFit, k: ks[i]!, labels, inertia, iterations }));
};
