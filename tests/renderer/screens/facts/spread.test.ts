import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spreadOf } from '../../../../src/renderer/screens/facts/spread.ts';

it('gives every known value to one bar, whatever the numbers are', () => {
  const whole = fc.integer({ min: -3, max: 40 });
  const any = fc.oneof(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), fc.constant(Number.NaN), whole);
  fc.assert(
    fc.property(fc.oneof(fc.array(whole, { maxLength: 300 }), fc.array(any, { maxLength: 80 })), (values) => {
      const spread = spreadOf(Float64Array.from(values));
      const known = values.filter((value) => !Number.isNaN(value));
      if (known.length === 0) {
        expect(spread).toBeNull();
        return;
      }
      expect(spread!.known).toBe(known.length);
      expect(spread!.bars.reduce((sum, bar) => sum + bar, 0)).toBe(known.length);
      expect(spread!.bars.every(Number.isInteger)).toBe(true);
      expect([spread!.lowest, spread!.highest]).toEqual([Math.min(...known), Math.max(...known)]);
    }),
  );
});

it('gives whole numbers a bar each, and what is beyond nearly all to the last', () => {
  const values = [...Array.from({ length: 99 }, (_, i) => i % 4), 2, 90];
  expect(spreadOf(Float64Array.from(values))!.bars).toEqual([25, 25, 26, 25]);
});
