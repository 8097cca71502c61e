import { expect, it } from 'vitest';
import { niceTicks } from '../../../src/shared/picture/nice-ticks.ts';

it('finds round numbers within the ends', () => {
  expect(niceTicks(0, 42, 4)).toEqual([0, 20, 40]);
  expect(niceTicks(0, 0.54, 4)).toEqual([0, 0.2, 0.4]);
  expect(niceTicks(3, 97, 5)).toEqual([20, 40, 60, 80]);
  expect(niceTicks(-1, 1, 4)).toEqual([-1, -0.5, 0, 0.5, 1]);
  expect(niceTicks(7, 7, 4)).toEqual([7]);
});
