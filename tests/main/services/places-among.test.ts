import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placesAmong } from '../../../src/main/services/chosen-customers.ts';

const ids = fc.uniqueArray(fc.nat(60)).map((list) => Int32Array.from(list).sort());

it('finds each customer among others, or nowhere', () => {
  fc.assert(
    fc.property(ids, ids, (one, other) => {
      expect([...placesAmong(one, other)]).toEqual([...one].map((id) => other.indexOf(id)));
    }),
  );
});
