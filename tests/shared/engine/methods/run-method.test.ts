import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrixFromRows } from '../../../../src/shared/engine/matrix.ts';
import { fitMethod } from '../../../../src/shared/engine/methods/fit-method.ts';
import { type RunMethodInput, runMethod } from '../../../../src/shared/engine/methods/run-method.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';
import { countDifferentRows } from '../../../../src/shared/engine/rows.ts';
import { inertiaOf } from '../../../../src/shared/engine/validate/score-parts.ts';
import { pointMatrix } from '../../../reference/points.ts';

/** Small whole numbers: ties and equal rows abound. */
const coarse = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 40 }))
  .chain(([columns, rows]) =>
    fc.array(fc.array(fc.integer({ min: -4, max: 4 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
  .map(matrixFromRows);

const runKmeans = (input: Omit<RunMethodInput, 'method'>) => runMethod({ ...input, method: 'kmeans' }, silent);

describe('runMethod with k-means', () => {
  it('fills every part, numbers them by size, and beats any random grouping', () => {
    fc.assert(
      fc.property(coarse, fc.nat(), fc.nat(), (matrix, pick, seed) => {
        const k = 1 + (pick % Math.min(6, countDifferentRows(matrix, 6)));
        const { labels, inertia, scores } = runKmeans({ matrix, k, rule: 'silhouette', seed });
        const sizes = Array.from({ length: k }, (_, c) => labels.filter((label) => label === c).length);
        expect(Math.min(...sizes)).toBeGreaterThan(0);
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(matrix.rows);
        expect(scores[0]!.largestShare).toBe(sizes[0]! / matrix.rows);
        expect(inertia).toBeCloseTo(inertiaOf(matrix, labels, k), 8);
        const random = createRandom(seed);
        const other = labels.map(() => Math.floor(random() * k));
        expect(inertia).toBeLessThanOrEqual(inertiaOf(matrix, other, k) + 1e-9);
      }),
    );
  });

  it('gives the same for the same seed, and for a k found or asked for', () => {
    const matrix = pointMatrix(600, 3, 4);
    const found = runKmeans({ matrix, k: 'auto', rule: 'serves', seed: 9 });
    expect(runKmeans({ matrix, k: 'auto', rule: 'serves', seed: 9 })).toEqual(found);
    const asked = runKmeans({ matrix, k: found.k, rule: 'serves', seed: 9 });
    expect(asked.labels).toEqual(found.labels);
    expect(asked.inertia).toBe(found.inertia);
    expect(asked.silhouettes).toEqual(found.silhouettes);
    expect(asked.reason).toEqual({ key: 'segmentation.reason.asked', values: { k: found.k } });
    expect(found.statisticalK).toBe(3);
  });

  it('stops earlier with very many rows, at the price of next to nothing', { timeout: 60_000 }, () => {
    const random = createRandom(3);
    const rows = Array.from({ length: 50_001 }, () => [random() + random(), random() * random()]);
    const matrix = matrixFromRows(rows);
    const usual = runKmeans({ matrix, k: 4, rule: 'silhouette', seed: 1 });
    const [exact] = fitMethod({ matrix, method: 'kmeans', ks: [4], seed: 1, tolerance: 0 }, silent);
    expect(usual.iterations).toBeLessThan(exact!.iterations);
    expect(usual.inertia / exact!.inertia).toBeLessThan(1.002);
    const [few] = fitMethod(
      { matrix: pointMatrix(600, 3, 4), method: 'kmeans', ks: [7], seed: 1, tolerance: 0 },
      silent,
    );
    const all = runKmeans({ matrix: pointMatrix(600, 3, 4), k: 7, rule: 'silhouette', seed: 1 });
    expect(all.iterations).toBe(few!.iterations);
    expect(all.labels).toEqual(few!.labels);
  });

  it('looks at a sample of many rows and then has no value for each', () => {
    const { silhouette, silhouettes } = runKmeans({
      matrix: pointMatrix(20_001, 2, 1),
      k: 3,
      rule: 'silhouette',
      seed: 1,
    });
    expect(silhouettes).toBeNull();
    expect(silhouette).toBeGreaterThan(0.6);
  });

  it('refuses more segments than there are different rows, saying how many there are', () => {
    const matrix = matrixFromRows([
      [1, 1],
      [1, 1],
      [2, 2],
      [1, 1],
    ]);
    expect(() => runKmeans({ matrix, k: 3, rule: 'serves', seed: 1 })).toThrowError(
      expect.objectContaining({ code: 'tooManySegments', details: { k: 3, customers: 2 } }) as Error,
    );
    expect(runKmeans({ matrix, k: 'auto', rule: 'serves', seed: 1 })).toMatchObject({ k: 2, silhouette: 0.75 });
  });

  it('says so where everybody is alike', () => {
    const matrix = matrixFromRows(Array.from({ length: 10 }, () => [1, 2]));
    expect(runKmeans({ matrix, k: 'auto', rule: 'serves', seed: 1 })).toMatchObject({
      k: 1,
      statisticalK: 1,
      silhouette: null,
      silhouettes: null,
      reason: { key: 'segmentation.reason.alike' },
    });
  });
});

describe('runMethod with any method', () => {
  const three = pointMatrix(90, 2, 4);

  it.each(['kmeans', 'gmm', 'kmedoids', 'average', 'ward', 'microward'] as const)(
    'finds three clouds: %s',
    (method) => {
      const found = runMethod({ matrix: three, method, k: 'auto', rule: 'silhouette', seed: 1 }, silent);
      expect(found.k).toBe(3);
      expect(found.statisticalK).toBe(3);
      expect(found.scores.map(({ k }) => k)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
      const reason = `segmentation.reason.${method === 'gmm' ? 'likelihood' : 'silhouette'}`;
      expect(found.reason.key).toBe(reason);
      const asked = runMethod({ matrix: three, method, k: 3, rule: 'silhouette', seed: 1 }, silent);
      expect(asked.labels).toEqual(found.labels);
      expect(asked.reason.key).toBe('segmentation.reason.asked');
      expect(asked.scores).toHaveLength(1);
    },
  );

  it.each(['gmm', 'kmedoids', 'average'] as const)(
    'says that all are alike, not that one was asked for: %s',
    (method) => {
      const matrix = matrixFromRows(Array.from({ length: 10 }, () => [1, 2]));
      expect(runMethod({ matrix, method, k: 'auto', rule: 'silhouette', seed: 1 }, silent)).toMatchObject({
        k: 1,
        reason: { key: 'segmentation.reason.alike' },
      });
    },
  );

  it('takes the number that a density method finds, and one part where nobody crowds', () => {
    const found = runMethod({ matrix: three, method: 'hdbscan', k: 'auto', rule: 'silhouette', seed: 1 }, silent);
    expect(found.reason.key).toBe('segmentation.reason.itself');
    const nobody = { matrix: matrixFromRows([[1], [2], [4], [8], [16], [32]]), method: 'hdbscan' } as const;
    const alone = runMethod({ ...nobody, k: 'auto', rule: 'silhouette', seed: 1 }, silent);
    expect(alone).toMatchObject({ k: 1, statisticalK: 1, reason: { key: 'segmentation.reason.nowhere' } });
    expect([...new Set(alone.labels)]).toEqual([0]);
  });
});
