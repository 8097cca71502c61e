import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustedRandIndex } from '../../../../src/shared/engine/validate/adjusted-rand-index.ts';

describe('adjustedRandIndex', () => {
  it('does not care what labels are called or which grouping comes first', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(4)), { minLength: 1, maxLength: 40 }), (pairs) => {
        const one = pairs.map(([a]) => a);
        const other = pairs.map(([, b]) => b);
        const index = adjustedRandIndex(one, other);
        expect(index).toBeLessThanOrEqual(1);
        expect(adjustedRandIndex(other, one)).toBeCloseTo(index, 12);
        expect(
          adjustedRandIndex(
            one.map((a) => 7 - a),
            other,
          ),
        ).toBeCloseTo(index, 12);
        expect(adjustedRandIndex(one, one)).toBe(1);
      }),
    );
  });

  it('is below 0 for worse than chance, and 0 for one part against many', () => {
    expect(adjustedRandIndex([0, 0, 1, 1], [0, 1, 0, 1])).toBeCloseTo(-0.5, 12);
    expect(adjustedRandIndex([0, 0, 0, 0], [0, 1, 2, 3])).toBe(0);
    expect(() => adjustedRandIndex([0], [0, 1])).toThrow(RangeError);
  });
});
