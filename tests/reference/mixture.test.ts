import { describe, expect, it } from 'vitest';
import { sizesOf } from '../../src/shared/engine/labels.ts';
import { type Matrix, matrixFromRows, rowsOf } from '../../src/shared/engine/matrix.ts';
import type { Covariance } from '../../src/shared/engine/mixture/covariance.ts';
import { fitMixture, type MixtureInput } from '../../src/shared/engine/mixture/fit-mixture.ts';
import { standardise } from '../../src/shared/engine/prepare/standardise.ts';
import { silent } from '../../src/shared/engine/progress.ts';
import { benchPoints } from '../support/bench-data.ts';
import { onThreads } from '../support/machine.ts';
import { describeRealData } from '../support/real-data.ts';
import reference from './mixture.json' with { type: 'json' };
import { pointMatrix } from './points.ts';

const made = pointMatrix(300, 4, 21);

/** Each row's nearest of k rows that stand evenly in the data, as in mixture.py. */
const nearestStart = (matrix: Matrix, k: number): number[] => {
  const rows = rowsOf(matrix);
  const starts = Array.from({ length: k }, (_, i) => rows[Math.floor((i * rows.length) / k)]!);
  return rows.map((row) => {
    const squares = starts.map((start) => start.reduce((sum, value, j) => sum + (row[j]! - value) ** 2, 0));
    return squares.indexOf(Math.min(...squares));
  });
};

type Case = (typeof reference.made)[number];

const expectSame = (matrix: Matrix, wanted: Case, options: Partial<MixtureInput> = {}): void => {
  const { k } = wanted;
  const init = { labels: Int32Array.from(nearestStart(matrix, k)) };
  const covariance = wanted.covariance as Covariance;
  const found = fitMixture({ matrix, k, covariance, seed: 1, init, ...options }, silent);
  const close = (one: number, other: number): void => expect(Math.abs(one / other - 1)).toBeLessThan(1e-8);
  close(found.logLikelihood, wanted.logLikelihood);
  close(found.meanLogLikelihood, wanted.logLikelihood / matrix.rows);
  close(found.bic, wanted.bic);
  close(found.aic, wanted.aic);
  expect(found.iterations).toBe(wanted.iterations);
  expect(found.converged).toBe(wanted.converged);
  expect([...sizesOf(found.labels, k)].sort((a, b) => a - b)).toEqual(wanted.sizes);
  const weights = [...found.weights].sort((a, b) => a - b);
  for (const [i, weight] of weights.entries()) close(weight, wanted.weights[i]!);
};

describe('a Gaussian mixture is scikit-learn’s from the same start', () => {
  it.each(reference.made)('$covariance, k = $k', (wanted) => expectSame(made, wanted));

  it.each(reference.strict)('to a tolerance of 1e-6 with more regularisation: $covariance', (wanted) =>
    expectSame(made, wanted, { tolerance: 1e-6, maxIterations: 30, regularisation: 1e-4 }),
  );

  it.each(reference.means)('from given means: $covariance', (wanted) => {
    const rows = rowsOf(made);
    const means = matrixFromRows([0, 100, 200].map((row) => rows[row]!.map((value) => value + 0.1)));
    expectSame(made, wanted, { init: { means } });
  });
});

describeRealData('on real data too', () => {
  const wine = standardise(benchPoints('wine'));
  const s1 = standardise(benchPoints('s1'));
  it.each(reference.wine)('wine, $covariance', (wanted) => expectSame(wine, wanted));
  it.each(reference.s1)('s1, $covariance, with kernels on two threads', (wanted) =>
    onThreads(2, () => expectSame(s1, wanted)),
  );
});
