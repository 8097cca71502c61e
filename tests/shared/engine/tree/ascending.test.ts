import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ascending } from '../../../../src/shared/engine/tree/ascending.ts';

it('orders numbers of any size, equal ones in the order given', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.double({ min: 0, noNaN: true }), fc.integer({ min: 0, max: 3 }), fc.constant(-0)), {
        maxLength: 200,
      }),
      (values) => {
        const wanted = values
          .map((_, i) => i)
          .sort((a, b) => (values[a] === values[b] ? a - b : values[a]! - values[b]!));
        expect([...ascending(Float64Array.from(values))]).toEqual(wanted);
      },
    ),
  );
});
