import { describe, expect, it } from 'vitest';
import { matrixFromRows } from '../../src/shared/engine/matrix.ts';
import { findCorrelated } from '../../src/shared/engine/prepare/find-correlated.ts';
import { limitsOf } from '../../src/shared/engine/prepare/limits-of.ts';
import { momentsOf } from '../../src/shared/engine/prepare/moments.ts';
import { prepare } from '../../src/shared/engine/prepare/prepare.ts';
import { quantileOf } from '../../src/shared/engine/prepare/quantile.ts';
import { fitYeoJohnson, yeoJohnson } from '../../src/shared/engine/prepare/yeo-johnson.ts';
import { silent } from '../../src/shared/engine/progress.ts';
import type { PrepareChoice } from '../../src/shared/model/preparation.ts';
import reference from './preparation.json' with { type: 'json' };
import { preparedColumns } from './prepared-columns.ts';

const columns = preparedColumns(400);
const wanted = Object.entries(reference.columns);

const expectClose = (found: readonly number[], values: readonly number[], within: number): void => {
  expect(found).toHaveLength(values.length);
  values.forEach((value, i) => {
    expect(Math.abs(found[i]! - value) / Math.max(1, Math.abs(value)), `${i}: ${found[i]} for ${value}`).toBeLessThan(
      within,
    );
  });
};

const prepared = (values: Float64Array, options: PrepareChoice) =>
  prepare({ matrix: matrixFromRows(Array.from(values, (value) => [value])), features: ['x'], options }, silent);

describe.each(wanted)('the column %s', (key, facts) => {
  const values = columns[key]!;

  it('has the skewness and the quantiles that SciPy and NumPy give', () => {
    expectClose([momentsOf(values).skewness], [facts.skewness], 1e-12);
    const shares = [0.01, 0.25, 0.5, 0.9, 0.99];
    const found = shares.map((share) => quantileOf(values.slice(), share));
    found.forEach((value, i) => {
      const quantile = facts.quantiles[i]!;
      expect(Math.abs(value - quantile)).toBeLessThanOrEqual(Math.abs(quantile) * 1e-14);
    });
  });

  it.each(Object.entries(facts.fixed))('is transformed by Yeo-Johnson with λ %s as by SciPy', (lambda, bent) => {
    expectClose(
      bent.map((_, i) => yeoJohnson(values[i]!, Number(lambda))),
      bent,
      1e-13,
    );
  });

  it('has the λ of SciPy and scikit-learn, and their values', () => {
    const lambda = fitYeoJohnson(values, new Float64Array(values.length), silent);
    // The likelihood of small numbers is so flat that the two of them differ by more themselves.
    const within = key === 'small' ? 1e-5 : 1e-6;
    expectClose([lambda, lambda], [facts.lambda, facts.lambdaByScikit], within);
    const { matrix, preparation } = prepared(values, { transform: 'yeoJohnson' });
    expect(preparation[0]).toMatchObject({ transform: 'yeoJohnson', lambda });
    expectClose([...matrix.data.subarray(0, 5)], facts.power, 1e-6);
  });

  it.each(['zscore', 'robust', 'minmax'] as const)('is scaled (%s) as by scikit-learn', (scale) => {
    const { matrix } = prepared(values, { transform: 'none', scale });
    expectClose([...matrix.data.subarray(0, 5)], facts[scale], 1e-12);
  });

  it('has the limits that its quantiles, quartiles and median absolute deviation give', () => {
    const [first, quarter, median, , last] = facts.quantiles as [number, number, number, number, number];
    const third = quantileOf(values.slice(), 0.75);
    const limits = (cap: Parameters<typeof limitsOf>[1]) => {
      const { low, high } = limitsOf(values.slice(), cap)!;
      return [low, high];
    };
    expectClose(limits({ by: 'quantile', low: 0.01, high: 0.99 }), [first, last], 1e-14);
    expectClose(limits({ by: 'mad', times: 3 }), [median - 3 * facts.mad, median + 3 * facts.mad], 1e-13);
    expectClose(
      limits({ by: 'iqr', times: 1.5 }),
      [quarter - 1.5 * (third - quarter), third + 1.5 * (third - quarter)],
      1e-14,
    );
  });
});

it('correlates columns as SciPy does', () => {
  const rows = Array.from(columns.right!, (value, i) => [value, value + columns.even![i]!]);
  expectClose([findCorrelated(matrixFromRows(rows), 0.5, silent)[1]!.r], [reference.correlation], 1e-13);
});
