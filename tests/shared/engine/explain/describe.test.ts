import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeSegments } from '../../../../src/shared/engine/explain/describe.ts';
import { levelOf } from '../../../../src/shared/engine/explain/profile.ts';
import { matrixFromRows } from '../../../../src/shared/engine/matrix.ts';
import { completePreparation } from '../../../../src/shared/model/preparation.ts';
import { segmentSchema } from '../../../../src/shared/model/segmentation.ts';
import { say } from '../../../../src/shared/words/say.ts';
import { describeRows, featureOf, namesOf, orderKeys } from './planted.ts';

const jargon =
  /NaN|undefined|null|Infinity|segment\.|\bcluster|k-means|\bward\b|centroid|silhouette|inertia|z-score|\bRFM\b|dendrogram|median|\bSD\b/i;

const anyNumber = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 40 }) },
  { weight: 2, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
);
const anyHeader = fc.constantFrom(
  'Age',
  'Year_Birth',
  'MntWines',
  'MntFish',
  'MntGold',
  'Income',
  'Income (k$)',
  'is member',
  'Recency',
  '',
  '(x)',
  'NumOrders',
);

/** Any table in any segments: order facts, other columns, or both. */
const anySegments = fc
  .record({
    orders: fc.subarray([...orderKeys]),
    headers: fc.uniqueArray(anyHeader, { maxLength: 6 }),
    k: fc.integer({ min: 1, max: 30 }),
    size: fc.integer({ min: 1, max: 60 }),
  })
  .map(({ orders, headers, ...rest }) => ({
    keys: [...orders, ...headers.map((header) => `column:${header}`)],
    ...rest,
  }))
  .filter(({ keys }) => keys.length > 0)
  .chain(({ keys, k, size }) =>
    fc.record({
      keys: fc.constant(keys),
      k: fc.constant(k),
      rows: fc.array(fc.array(anyNumber, { minLength: keys.length, maxLength: keys.length }), {
        minLength: size,
        maxLength: size,
      }),
      labels: fc.array(fc.integer({ min: 0, max: k - 1 }), { minLength: size, maxLength: size }),
    }),
  );

describe('describeSegments', () => {
  it('names any segments differently, in whole sentences without jargon, and the same way twice', () => {
    fc.assert(
      fc.property(anySegments, ({ keys, rows, labels, k }) => {
        const described = describeRows(keys, rows, labels, k);
        const names = namesOf(described).map((name) => name.toLowerCase());
        expect(new Set(names).size).toBe(k);
        for (const { name, why, action, ...figures } of described) {
          const text = `${say(name)} ${say(why)} ${say(action)}`;
          expect(text).not.toMatch(jargon);
          expect(say(name).length).toBeGreaterThan(3);
          expect(say(why)).toMatch(/^[“\p{Lu}].*[^.]\.$/u);
          expect(say(action)).toMatch(/^\p{Lu}.*[^.]\.$/u);
          segmentSchema.parse({ id: 1, label: 0, color: 0, frozen: false, name, why, action, ...figures });
        }
        expect(described.reduce((sum, { size }) => sum + size, 0)).toBe(rows.length);
        expect(JSON.stringify(describeRows(keys, rows, labels, k))).toBe(JSON.stringify(described));
      }),
      { numRuns: 1000, seed: 77 },
    );
  });

  it('puts figures in the order of labels', () => {
    const rows = [
      [1, 1, 100],
      [2, 3, 300],
      [3, 1, 50],
      [4, 1, 50],
    ];
    const described = describeRows(orderKeys, rows, [1, 0, 2, 2], 3);
    expect(described.map(({ size, share, revenue, revenueShare }) => [size, share, revenue, revenueShare])).toEqual([
      [1, 0.25, 300, 0.6],
      [1, 0.25, 100, 0.2],
      [2, 0.5, 100, 0.2],
    ]);
    expect(described[2]!.profile.map(({ feature, mean, median }) => [feature, mean, median])).toEqual([
      ['daysSinceLastOrder', 3.5, 3.5],
      ['orders', 1, 1],
      ['totalSpent', 50, 50],
    ]);
  });

  it('measures effects on the prepared scale, in standard deviations of everybody', () => {
    // Prepared values −1, −1, 1, 1 have mean 0 and deviation 1.
    const described = describeSegments({
      raw: matrixFromRows([
        [10, 7],
        [10, 7],
        [1000, 7],
        [1000, 7],
      ]),
      prepared: matrixFromRows([[-1], [-1], [1], [1]]),
      features: ['column:A', 'column:Same'].map(featureOf),
      preparation: [
        { feature: 'column:A', used: true },
        { feature: 'column:Same', used: false },
      ].map((one) =>
        completePreparation({
          ...one,
          transform: 'none',
          skewBefore: 0,
          skewAfter: 0,
          mean: 0,
          deviation: 1,
          imputed: 0,
          median: 0,
        }),
      ),
      labels: Int32Array.from([0, 0, 1, 1]),
      k: 2,
      revenue: null,
      asOf: null,
      silhouettes: Float64Array.from([0.2, 0.4, 0.5, 0.7]),
    });
    expect(described[0]!.profile.map(({ effect, level }) => [effect, level])).toEqual([
      [-1, 'muchLower'],
      [0, 'same'],
    ]);
    expect(described[1]!.profile[0]).toMatchObject({ effect: 1, level: 'muchHigher' });
    expect(described[0]!.silhouette).toBeCloseTo(0.3, 12);
    expect(described[1]!.silhouette).toBeCloseTo(0.6, 12);
  });

  it('has a word for every effect', () => {
    expect([-1.2, -1, -0.5, -0.3, -0.29, 0, 0.29, 0.3, 0.99, 1].map(levelOf)).toEqual([
      'muchLower',
      'muchLower',
      'lower',
      'lower',
      'same',
      'same',
      'same',
      'higher',
      'higher',
      'muchHigher',
    ]);
  });

  it('leaves customers without a segment out', () => {
    const described = describeRows(
      orderKeys,
      [
        [1, 1, 10],
        [2, 2, 20],
        [3, 3, 30],
      ],
      [0, -1, 1],
      2,
    );
    expect(described.map(({ size }) => size)).toEqual([1, 1]);
  });
});
