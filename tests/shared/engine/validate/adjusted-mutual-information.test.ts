import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustedMutualInformation } from '../../../../src/shared/engine/validate/adjusted-mutual-information.ts';

// The groupings and figures of scikit-learn's own tests of the index (metrics/cluster/tests/test_supervised.py).
const one = [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3];
const other = [1, 1, 1, 1, 2, 1, 2, 2, 2, 2, 3, 1, 3, 3, 3, 2, 2];
const times = (labels: readonly number[], count: number) => Array.from({ length: count }, () => labels).flat();

describe('adjustedMutualInformation', () => {
  it('is that of scikit-learn, for few rows and for many', () => {
    expect(adjustedMutualInformation(one, other)).toBeCloseTo(0.27821, 5);
    expect(adjustedMutualInformation(times(one, 110), times(other, 110))).toBeCloseTo(0.38, 2);
    expect(adjustedMutualInformation([0, 0, 1, 1], [1, 1, 0, 0])).toBe(1);
    expect(adjustedMutualInformation([0, 0, 0, 0], [0, 1, 2, 3])).toBeCloseTo(0, 12);
  });

  it('does not care what labels are called or which grouping comes first', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(4)), { minLength: 2, maxLength: 60 }), (pairs) => {
        const a = pairs.map(([label]) => label);
        const b = pairs.map(([, label]) => label);
        const index = adjustedMutualInformation(a, b);
        expect(index).toBeLessThanOrEqual(1 + 1e-9);
        expect(adjustedMutualInformation(b, a)).toBeCloseTo(index, 9);
        expect(
          adjustedMutualInformation(
            a.map((label) => 9 - label),
            b,
          ),
        ).toBeCloseTo(index, 9);
        expect(adjustedMutualInformation(a, a)).toBe(1);
      }),
    );
  });

  it('is about 0 where one says nothing of the other, and leaves out only what chance never gives', () => {
    const rows = Array.from({ length: 6_000 }, (_, row) => row);
    const index = adjustedMutualInformation(
      rows.map((row) => row % 3),
      rows.map((row) => Math.floor(row / 3) % 4),
    );
    // Every pair of parts shares exactly what chance gives on average: less than chance gives in fact.
    expect(index).toBeLessThan(0);
    expect(index).toBeGreaterThan(-0.002);
    expect(() => adjustedMutualInformation([0], [0, 1])).toThrow(RangeError);
  });
});
