import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reconcile } from '../../../../src/shared/engine/forecast/reconcile.ts';

/** A whole, two halves, and two parts of each. */
const tree = { parts: 4, sums: [[0, 1, 2, 3], [0, 1], [2, 3], [0], [1], [2], [3]] };

describe('reconciliation', () => {
  it('leaves alone what adds up', () => {
    const sums = Float64Array.of(10, 3, 7, 1, 2, 3, 4);
    const found = reconcile(tree, sums, new Float64Array(7).fill(2), true);
    for (const [i, value] of found.entries()) expect(value).toBeCloseTo(sums[i]!, 9);
  });

  it('shares a difference equally where all are equally sure', () => {
    // Two parts and their sum: by ordinary least squares each takes a third of what is missing.
    const two = { parts: 2, sums: [[0, 1], [0], [1]] };
    const found = reconcile(two, Float64Array.of(13, 4, 6), new Float64Array(3).fill(1), false);
    expect([...found].map((value) => Math.round(value * 1e9) / 1e9)).toEqual([12, 5, 7]);
  });

  it('moves what is surer less', () => {
    const two = { parts: 2, sums: [[0, 1], [0], [1]] };
    const [whole, sure, unsure] = reconcile(two, Float64Array.of(13, 4, 6), Float64Array.of(1, 0.01, 100), false);
    expect(whole).toBeCloseTo(13, 1);
    expect(sure).toBeCloseTo(4, 1);
    expect(unsure).toBeCloseTo(9, 1);
  });

  it('adds up and stays above nought, whatever was forecast', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -100, max: 1000, noNaN: true }), { minLength: 7, maxLength: 7 }),
        fc.array(fc.double({ min: 0, max: 50, noNaN: true }), { minLength: 7, maxLength: 7 }),
        (forecasts, variances) => {
          const found = reconcile(tree, Float64Array.from(forecasts), Float64Array.from(variances), true);
          for (const [i, of] of tree.sums.entries()) {
            expect(found[i]!).toBeGreaterThanOrEqual(0);
            expect(Math.abs(of.reduce((sum, part) => sum + found[3 + part]!, 0) - found[i]!)).toBeLessThan(1e-6);
          }
        },
      ),
      { seed: 6, numRuns: 300 },
    );
  });
});
