import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawCounts, jaccardOfParts } from '../../../../src/shared/engine/validate/bootstrap.ts';

const once = (rows: number) => new Float64Array(rows).fill(1);
const labels = (...values: number[]) => Int32Array.from(values);

describe('drawing with replacement', () => {
  it('draws as many rows as there are, the same for the same seed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 2 ** 31 }), (rows, seed) => {
        const counts = drawCounts(rows, seed);
        expect(counts).toHaveLength(rows);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows);
        expect(drawCounts(rows, seed)).toEqual(counts);
      }),
    );
  });

  it('leaves out about a share of 1/e', () => {
    const counts = drawCounts(20_000, 3);
    expect(counts.filter((count) => count === 0).length / 20_000).toBeCloseTo(Math.exp(-1), 2);
  });
});

describe('the greatest Jaccard similarity of each part', () => {
  it('is as worked out by hand', () => {
    // {0,1,2} and {3,4,5} against {0,1}, {2,3} and {4,5}.
    const found = jaccardOfParts(labels(0, 0, 0, 1, 1, 1), 2, labels(0, 0, 1, 1, 2, 2), 3, once(6));
    expect([...found]).toEqual([2 / 3, 2 / 3]);
    // {0,1,2,3} against {0,1,2,3,4} and {5}; {4,5} shares one of five and one of two.
    const other = jaccardOfParts(labels(0, 0, 0, 0, 1, 1), 2, labels(0, 0, 0, 0, 0, 1), 2, once(6));
    expect([...other]).toEqual([4 / 5, 1 / 2]);
  });

  it('looks at rows that were drawn only, however often', () => {
    const counts = Float64Array.from([3, 0, 1, 0, 2, 0]);
    // Of {0,2} and {4} against {0} and {2,4}: rows 1, 3 and 5 do not count, row 0 counts once.
    const found = jaccardOfParts(labels(0, 0, 0, 1, 1, 1), 2, labels(0, 1, 1, 0, 1, 1), 2, counts);
    expect([...found]).toEqual([1 / 2, 1 / 2]);
  });

  it('is not a number for a part of which nobody was drawn, and knows rows in no part', () => {
    const found = jaccardOfParts(
      labels(0, 0, 1, -1, -1),
      2,
      labels(0, 0, 0, 0, -1),
      1,
      Float64Array.from([1, 1, 0, 1, 1]),
    );
    // Row 3 is in the other part only.
    expect([...found]).toEqual([2 / 3, Number.NaN]);
  });

  it('is 1 for the same division under other labels', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 60 }), (values) => {
        const own = Int32Array.from([0, 1, 2, 3, ...values]);
        const other = own.map((label) => 3 - label);
        expect([...jaccardOfParts(own, 4, other, 4, once(own.length))]).toEqual([1, 1, 1, 1]);
      }),
    );
  });
});
