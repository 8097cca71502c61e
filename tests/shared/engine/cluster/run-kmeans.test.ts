import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runKmeans } from '../../../../src/shared/engine/cluster/run-kmeans.ts';
import { matrixFromRows } from '../../../../src/shared/engine/matrix.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';
import { countDifferentRows } from '../../../../src/shared/engine/rows.ts';
import { sampleRows } from '../../../../src/shared/engine/sample.ts';
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

describe('runKmeans', () => {
  it('fills every part, numbers them by size, and beats any random grouping', () => {
    fc.assert(
      fc.property(coarse, fc.nat(), fc.nat(), (matrix, pick, seed) => {
        const k = 1 + (pick % Math.min(6, countDifferentRows(matrix, 6)));
        const { labels, inertia, scores } = runKmeans({ matrix, k, rule: 'silhouette', seed }, silent);
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
    const found = runKmeans({ matrix, k: 'auto', rule: 'serves', seed: 9 }, silent);
    expect(runKmeans({ matrix, k: 'auto', rule: 'serves', seed: 9 }, silent)).toEqual(found);
    const asked = runKmeans({ matrix, k: found.k, rule: 'serves', seed: 9 }, silent);
    expect(asked.labels).toEqual(found.labels);
    expect(asked.inertia).toBe(found.inertia);
    expect(asked.silhouettes).toEqual(found.silhouettes);
    expect(asked.reason).toEqual({ key: 'segmentation.reason.asked', values: { k: found.k } });
    expect(found.statisticalK).toBe(3);
  });

  it('stops earlier with very many rows, at the price of next to nothing', { timeout: 60_000 }, () => {
    const random = createRandom(3);
    const rows = Array.from({ length: 50_001 }, () => [random() + random(), random() * random()]);
    const input = { matrix: matrixFromRows(rows), k: 4, rule: 'silhouette', seed: 1 } as const;
    const usual = runKmeans(input, silent);
    const exact = runKmeans({ ...input, tolerance: 0 }, silent);
    expect(usual.iterations).toBeLessThan(exact.iterations);
    expect(usual.inertia / exact.inertia).toBeLessThan(1.002);
  });

  it('looks at a sample of many rows and then has no value for each', () => {
    const { silhouette, silhouettes } = runKmeans(
      { matrix: pointMatrix(20_001, 2, 1), k: 3, rule: 'silhouette', seed: 1 },
      silent,
    );
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
    expect(() => runKmeans({ matrix, k: 3, rule: 'serves', seed: 1 }, silent)).toThrowError(
      expect.objectContaining({ code: 'tooManySegments', details: { k: 3, customers: 2 } }) as Error,
    );
    expect(runKmeans({ matrix, k: 'auto', rule: 'serves', seed: 1 }, silent)).toMatchObject({ k: 2, silhouette: 0.75 });
  });

  it('says so where everybody is alike', () => {
    const matrix = matrixFromRows(Array.from({ length: 10 }, () => [1, 2]));
    expect(runKmeans({ matrix, k: 'auto', rule: 'serves', seed: 1 }, silent)).toMatchObject({
      k: 1,
      statisticalK: 1,
      silhouette: null,
      silhouettes: null,
      reason: { key: 'segmentation.reason.alike' },
    });
  });
});

describe('sampleRows', () => {
  it('takes as many rows as asked for, in order, each once, every row about equally often', () => {
    const hits = new Int32Array(50);
    for (let seed = 0; seed < 2000; seed += 1) {
      const rows = sampleRows(50, 10, seed);
      expect([...new Set(rows)].sort((a, b) => a - b)).toEqual([...rows]);
      expect(rows).toHaveLength(10);
      for (const row of rows) hits[row]! += 1;
    }
    expect(Math.min(...hits)).toBeGreaterThan(320);
    expect(Math.max(...hits)).toBeLessThan(480);
  });
});
