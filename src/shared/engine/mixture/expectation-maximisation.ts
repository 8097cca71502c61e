import { AppError } from '../../errors.ts';
import type { Matrix } from '../matrix.ts';
import { type Progress, part } from '../progress.ts';
import type { Components, Covariance } from './covariance.ts';
import { maximise } from './maximise.ts';
import { type Sweeper, withSweeper } from './sweep.ts';

/** Where a run begins: hard labels, whose means may be replaced (scikit-learn's `means_init`), or components. */
export type MixtureBegin =
  | { readonly labels: Int32Array /** components × columns, row-major. */; readonly means?: Float64Array }
  | { readonly components: Components };

export interface MixtureOptions {
  readonly covariance: Covariance;
  /** A run ends where the log-likelihood a row changes by less. */
  readonly tolerance: number;
  readonly maxIterations: number;
  /** Added to each variance. */
  readonly regularisation: number;
}

export interface MixtureRun {
  readonly components: Components;
  readonly responsibilities: Matrix;
  /** Total over the rows, under the components as they are. */
  readonly logLikelihood: number;
  /** A row's, one step earlier: what scikit-learn compares runs by. */
  readonly lowerBound: number;
  readonly iterations: number;
  readonly converged: boolean;
}

const beginOf = (
  sweeper: Sweeper,
  begin: MixtureBegin,
  { covariance, regularisation }: MixtureOptions,
  size: number,
  progress: Progress,
): Components => {
  if ('components' in begin) return begin.components;
  // Twice: sums about the parts' own means lose no digits.
  const zeros = new Float64Array(size);
  const rough = maximise(covariance, sweeper.byLabels(begin.labels, zeros, progress), zeros, regularisation);
  const sums = sweeper.byLabels(begin.labels, rough.means, progress);
  const components = maximise(covariance, sums, rough.means, regularisation);
  return begin.means === undefined ? components : { ...components, means: begin.means };
};

/**
 * One run of expectation and maximisation (Dempster, Laird & Rubin 1977), step by step as scikit-learn's
 * GaussianMixture. Each step is one pass over the rows: O(rows × components × columns²), of diagonal covariances
 * O(rows × components × columns).
 * @throws AppError `badInput` where a covariance cannot be inverted or the numbers are too large, `cancelled`
 */
export const expectAndMaximise = (
  matrix: Matrix,
  count: number,
  begin: MixtureBegin,
  options: MixtureOptions,
  progress: Progress,
): MixtureRun =>
  withSweeper(matrix, count, options.covariance, progress, (sweeper) => {
    const { covariance, tolerance, maxIterations, regularisation } = options;
    const steps = maxIterations + 3;
    const step = (index: number): Progress => part(progress, index / steps, (index + 1) / steps);
    let components = beginOf(sweeper, begin, options, count * matrix.columns, step(0));
    let lowerBound = Number.NEGATIVE_INFINITY;
    let iterations = 0;
    let converged = false;
    while (iterations < maxIterations && !converged) {
      iterations += 1;
      const { logLikelihood, sums } = sweeper.byModel(components, step(iterations));
      components = maximise(covariance, sums, components.means, regularisation);
      const bound = logLikelihood / matrix.rows;
      converged = Math.abs(bound - lowerBound) < tolerance;
      lowerBound = bound;
      progress.report((iterations + 1) / steps);
    }
    const { logLikelihood, responsibilities } = sweeper.finish(components, step(steps - 1));
    if (!Number.isFinite(logLikelihood))
      throw new AppError('badInput', {
        method: 'Gaussian mixture',
        problem: 'the numbers are so far apart that densities cannot be computed; scale the columns',
      });
    progress.report(1);
    return { components, responsibilities, logLikelihood, lowerBound, iterations, converged };
  });
