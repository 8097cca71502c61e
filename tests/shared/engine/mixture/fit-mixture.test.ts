import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizesOf } from '../../../../src/shared/engine/labels.ts';
import { type Matrix, matrixFromRows, rowsOf } from '../../../../src/shared/engine/matrix.ts';
import type { Covariance } from '../../../../src/shared/engine/mixture/covariance.ts';
import { fitMixture } from '../../../../src/shared/engine/mixture/fit-mixture.ts';
import { exponential } from '../../../../src/shared/engine/mixture/mixture-block.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { countDifferentRows } from '../../../../src/shared/engine/rows.ts';
import { adjustedRandIndex } from '../../../../src/shared/engine/validate/adjusted-rand-index.ts';
import { pointMatrix, points } from '../../../reference/points.ts';
import { onThreads } from '../../../support/machine.ts';

const kinds = ['full', 'tied', 'diag', 'spherical'] as const satisfies Covariance[];

/** Small whole numbers: ties and equal rows abound. */
const coarse = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 40 }))
  .chain(([columns, rows]) =>
    fc.array(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
  .map(matrixFromRows);

/** A density as the textbook writes it, by Gaussian elimination; to check the log-likelihood against. */
const logDensity = (difference: number[], covariance: number[][]): number => {
  const d = difference.length;
  const rows = covariance.map((row, i) => [...row, difference[i]!]);
  let logDeterminant = 0;
  for (let p = 0; p < d; p += 1) {
    logDeterminant += Math.log(rows[p]![p]!);
    for (let i = p + 1; i < d; i += 1) {
      const share = rows[i]![p]! / rows[p]![p]!;
      for (let j = p; j <= d; j += 1) rows[i]![j]! -= share * rows[p]![j]!;
    }
  }
  const solved = Array<number>(d).fill(0);
  for (let i = d - 1; i >= 0; i -= 1) {
    let sum = rows[i]![d]!;
    for (let j = i + 1; j < d; j += 1) sum -= rows[i]![j]! * solved[j]!;
    solved[i] = sum / rows[i]![i]!;
  }
  const square = solved.reduce((sum, value, i) => sum + value * difference[i]!, 0);
  return -0.5 * (square + logDeterminant + d * Math.log(2 * Math.PI));
};

describe('fitMixture', () => {
  it.each(kinds)('gives each row shares that add up to 1 and the density they come from: %s', (covariance) => {
    const matrix = pointMatrix(120, 3, 4);
    const k = 3;
    const found = fitMixture({ matrix, k, covariance, seed: 3 }, silent);
    const means = rowsOf(found.means);
    const spread = (c: number): number[][] =>
      Array.from({ length: 3 }, (_, a) =>
        Array.from({ length: 3 }, (_, b) => {
          if (covariance === 'full') return found.covariances[c * 9 + a * 3 + b]!;
          if (covariance === 'tied') return found.covariances[a * 3 + b]!;
          if (a !== b) return 0;
          return found.covariances[covariance === 'diag' ? c * 3 + a : c]!;
        }),
      );
    let total = 0;
    rowsOf(matrix).forEach((row, i) => {
      const densities = means.map(
        (mean, c) =>
          found.weights[c]! *
          Math.exp(
            logDensity(
              row.map((value, j) => value - mean[j]!),
              spread(c),
            ),
          ),
      );
      const sum = densities.reduce((all, one) => all + one, 0);
      total += Math.log(sum);
      densities.forEach((density, c) => {
        expect(found.responsibilities.data[c * 120 + i]).toBeCloseTo(density / sum, 9);
      });
      expect(densities.indexOf(Math.max(...densities))).toBe(found.labels[i]);
    });
    expect(found.logLikelihood).toBeCloseTo(total, 7);
    expect(found.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    const sizes = [...sizesOf(found.labels, k)];
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });

  it('finds the clouds, and their number by BIC', () => {
    const found = fitMixture({ matrix: pointMatrix(240, 2, 6), k: 'auto', covariance: 'spherical', seed: 1 }, silent);
    expect(found.k).toBe(3);
    expect(
      adjustedRandIndex(
        found.labels,
        Array.from({ length: 240 }, (_, i) => i % 3),
      ),
    ).toBe(1);
    expect(found.scores.map(({ k }) => k)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(Math.min(...found.scores.map(({ bic }) => bic))).toBe(found.bic);
    // Well apart, the labels are no surprise.
    expect(found.icl).toBeCloseTo(found.bic, 6);
  });

  it('sees what k-means cannot: long clouds side by side', () => {
    const long = points(400, 2, 8).map(([a, b], i) => [a! * 8, (i % 2) * 1.2 + (b! % 1) * 0.9]);
    const found = fitMixture(
      { matrix: matrixFromRows(long), k: 2, covariance: 'full', seed: 1, restarts: 4, tolerance: 1e-6 },
      silent,
    );
    expect(found.logLikelihood).toBeGreaterThan(
      fitMixture({ matrix: matrixFromRows(long), k: 2, covariance: 'spherical', seed: 1 }, silent).logLikelihood,
    );
  });

  it.each(kinds)('never loses likelihood by a restart or an iteration more: %s', (covariance) => {
    fc.assert(
      fc.property(coarse, fc.nat(), (matrix, seed) => {
        const k = Math.min(3, countDifferentRows(matrix, 3));
        const base = { matrix, k, covariance, seed, tolerance: 0 } as const;
        let before = Number.NEGATIVE_INFINITY;
        for (const maxIterations of [0, 1, 2, 4, 8]) {
          const { logLikelihood, labels, responsibilities } = fitMixture({ ...base, maxIterations }, silent);
          // What regularisation adds is no likelihood; it may cost a little.
          expect(logLikelihood).toBeGreaterThan(before - 1e-3 * matrix.rows);
          before = logLikelihood;
          expect(labels.every((label) => label >= 0 && label < k)).toBe(true);
          expect(responsibilities.data.every((share) => share >= 0 && share <= 1)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('depends on the rows, not on their order', () => {
    const rows = points(150, 3, 12);
    const one = fitMixture({ matrix: matrixFromRows(rows), k: 3, covariance: 'full', seed: 5 }, silent);
    const turned = fitMixture(
      { matrix: matrixFromRows([...rows].reverse()), k: 3, covariance: 'full', seed: 5 },
      silent,
    );
    expect(turned.logLikelihood).toBeCloseTo(one.logLikelihood, 7);
    expect(adjustedRandIndex([...turned.labels].reverse(), one.labels)).toBe(1);
  });

  it.each([
    [1e-3, 1],
    [1, 1],
    [1e12, 1],
    [1, 1e6],
  ])('takes numbers of size %d, away from 0 by %d times as much', (size, away) => {
    const rows = points(90, 2, 3).map((row) => row.map((value) => (value + away) * size));
    const regularisation = 1e-6 * size * size;
    const found = fitMixture(
      { matrix: matrixFromRows(rows), k: 3, covariance: 'full', seed: 1, regularisation },
      silent,
    );
    const plain = fitMixture({ matrix: pointMatrix(90, 2, 3), k: 3, covariance: 'full', seed: 1 }, silent);
    expect(adjustedRandIndex(found.labels, plain.labels)).toBe(1);
    expect(found.logLikelihood + 180 * Math.log(size)).toBeCloseTo(plain.logLikelihood, 3);
  });

  it.each(kinds)('takes one part, a part for each row, one column, and a constant column: %s', (covariance) => {
    const mix = (rows: number[][], k: number) =>
      fitMixture({ matrix: matrixFromRows(rows), k, covariance, seed: 1 }, silent);
    expect([...sizesOf(mix(points(20, 2, 1), 1).labels, 1)]).toEqual([20]);
    const each = mix([[0], [10], [20], [30]], 4);
    expect([...each.labels].sort()).toEqual([0, 1, 2, 3]);
    const constant = mix(
      points(60, 2, 3).map((row) => [...row, 7]),
      3,
    );
    expect(
      adjustedRandIndex(
        constant.labels,
        Array.from({ length: 60 }, (_, i) => i % 3),
      ),
    ).toBe(1);
  });

  const refused = (code: string) => expect.objectContaining({ code }) as Error;
  const twoDifferent = matrixFromRows([[1], [1], [2]]);

  it('says why where it cannot', () => {
    const base = { covariance: 'full', seed: 1 } as const;
    expect(() => fitMixture({ ...base, matrix: twoDifferent, k: 3 }, silent)).toThrowError(refused('tooManySegments'));
    expect(() => fitMixture({ ...base, matrix: matrixFromRows([[1], [1]]), k: 'auto' }, silent)).toThrowError(
      refused('allAlike'),
    );
    expect(() => fitMixture({ ...base, matrix: twoDifferent, k: 2, regularisation: 0 }, silent)).toThrowError(
      refused('badInput'),
    );
    const huge = matrixFromRows([[1e200], [2e200], [5e200]]);
    expect(() => fitMixture({ ...base, matrix: huge, k: 2 }, silent)).toThrowError(refused('badInput'));
    const matrix = pointMatrix(30, 2, 1);
    for (const init of [
      { means: pointMatrix(2, 2, 1) },
      { means: pointMatrix(3, 3, 1) },
      { labels: new Int32Array(29) },
      { labels: new Int32Array(30).fill(3) },
    ])
      expect(() => fitMixture({ ...base, matrix, k: 3, init }, silent)).toThrowError(refused('badInput'));
    expect(() => fitMixture({ ...base, matrix, k: 3 }, { report: () => {}, cancelled: () => true })).toThrowError(
      refused('cancelled'),
    );
  });

  it('refuses what is no number, with its row and column', () => {
    const matrix = matrixFromRows([
      [1, 2],
      [3, Number.NaN],
      [5, 6],
    ]);
    expect(() => fitMixture({ matrix, k: 2, covariance: 'diag', seed: 1 }, silent)).toThrowError(
      expect.objectContaining({ code: 'badInput', details: expect.objectContaining({ row: 2, column: 2 }) }) as Error,
    );
  });

  it('goes on from given components', () => {
    const matrix = pointMatrix(300, 4, 21);
    const first = fitMixture({ matrix, k: 5, covariance: 'full', seed: 1, maxIterations: 2 }, silent);
    const { weights, means, covariances } = first;
    const rest = fitMixture(
      { matrix, k: 5, covariance: 'full', seed: 1, maxIterations: 98, init: { weights, means, covariances } },
      silent,
    );
    const whole = fitMixture({ matrix, k: 5, covariance: 'full', seed: 1 }, silent);
    expect(rest.logLikelihood).toBeCloseTo(whole.logLikelihood, 6);
    expect(rest.iterations + 2).toBe(whole.iterations);
  });

  it('tells how far it is', () => {
    const reports: number[] = [];
    fitMixture(
      { matrix: pointMatrix(300, 4, 21), k: 'auto', covariance: 'diag', seed: 1, restarts: 2 },
      { report: (fraction) => reports.push(fraction), cancelled: () => false },
    );
    expect(reports).toEqual([...reports].sort((a, b) => a - b));
    expect(reports.at(-1)).toBeCloseTo(1, 9);
  });
});

describe('kernels and threads', () => {
  const fitted = (matrix: Matrix, covariance: Covariance) =>
    fitMixture({ matrix, k: 4, covariance, seed: 2, maxIterations: 10 }, silent);

  it.each(kinds)('give the bytes of plain TypeScript: %s', async (covariance) => {
    for (const [rows, columns] of [
      [63, 5],
      [1500, 7],
      [4001, 4],
    ] as const) {
      const matrix = pointMatrix(rows, columns, 31);
      const plain = await onThreads(0, () => fitted(matrix, covariance));
      for (const threads of [1, 2, 3])
        expect(await onThreads(threads, () => fitted(matrix, covariance))).toEqual(plain);
    }
  });

  it('take e to any power below 0', () => {
    for (let x = 0; x > -760; x -= 0.37) {
      const exact = Math.exp(x);
      expect(Math.abs(exponential(x) - exact)).toBeLessThanOrEqual(x < -64 ? 1e-27 : exact * 4e-16);
    }
    expect(exponential(Number.NEGATIVE_INFINITY)).toBe(0);
  });
});
