import { expect, it } from 'vitest';
import { pickColors } from '../../../src/main/services/pick-colors.ts';

it('new segments get the lowest colours that nobody has or has had', () => {
  expect(pickColors(3, [], [], [])).toEqual([0, 1, 2]);
  expect(pickColors(3, [0, 2, 5], [1, 3], [6])).toEqual([4, 7, 8]);
});

it('where every plain colour is taken or was, those of the longest gone serve first, then patterns', () => {
  const plain = Array.from({ length: 12 }, (_, i) => i);
  expect(pickColors(3, plain.slice(0, 10), [10], [11])).toEqual([11, 10, 12]);
  expect(pickColors(30, [], plain, [])).toEqual(Array.from({ length: 30 }, (_, i) => i));
});
