import fc from 'fast-check';
import { expect, it } from 'vitest';
import { groupChanges } from '../../../../src/shared/engine/identity/group-changes.ts';

const changes = (before: readonly number[], after: readonly number[]) =>
  groupChanges(Int32Array.from(before), Int32Array.from(after));

it('tells merges, splits and what is neither', () => {
  expect(changes([0, 1, 2], [0, 0, 1])).toEqual([{ kind: 'merge', before: [0, 1], after: [0] }]);
  expect(changes([0, 0, 1], [0, 1, 2])).toEqual([{ kind: 'split', before: [0], after: [0, 1] }]);
  expect(changes([0, 0, 1], [0, 1, 1])).toEqual([{ kind: 'regroup', before: [0, 1], after: [0, 1] }]);
  expect(changes([0, 1, 1, 2], [5, 7, 7, 3])).toEqual([]);
});

it('turned round takes back what it did', () => {
  const groups = fc.array(fc.nat(5), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(groups, groups, (one, other) => {
      const there = changes(one, other);
      const back = changes(other, one);
      const turned = { merge: 'split', split: 'merge', regroup: 'regroup' } as const;
      const sorted = (list: typeof there) => list.map((change) => JSON.stringify(change)).sort();
      expect(sorted(back)).toEqual(
        sorted(there.map(({ kind, before, after }) => ({ kind: turned[kind], before: after, after: before }))),
      );
    }),
  );
});
