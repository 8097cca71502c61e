import { expect, it } from 'vitest';
import { ticksOf } from '../../../src/shared/report/cards/ticks-of.ts';

it('marks no parts of what is counted', () => {
  expect(ticksOf(0, 1, { wide: false, whole: true })).toEqual([0, 1]);
  expect(ticksOf(0, 9, { wide: false, whole: true })).toEqual([0, 2, 4, 6, 8]);
  expect(ticksOf(0, 1, { wide: false, whole: false }).length).toBeGreaterThan(3);
});
