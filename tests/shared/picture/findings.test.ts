import { expect, it } from 'vitest';
import type { Segmentation } from '../../../src/shared/model/segmentation.ts';
import { segmentsFinding } from '../../../src/shared/picture/findings.ts';
import { say } from '../../../src/shared/words/say.ts';

/** Segments of these sizes and revenues among so many customers who spent so much. */
const found = (customers: number, all: number | null, parts: readonly (readonly [string, number, number | null])[]) =>
  say(
    segmentsFinding(
      {
        k: parts.length,
        customers,
        revenue: all,
        segments: parts.map(([name, size, revenue]) => ({
          name: { key: 'segment.custom', values: { name } },
          size,
          share: size / customers,
          revenue,
          revenueShare: revenue === null || all === null ? null : revenue / all,
        })),
      } as unknown as Segmentation,
      say,
    ),
  ).replaceAll('\u00a0', ' ');

it('says who brings the money, who is the largest, or that most are in no segment', () => {
  const [best, rest] = ['Best customers', 'Low income, spend little'];
  expect(
    found(100, 1000, [
      [rest, 70, 300],
      [best, 30, 700],
    ]),
  ).toBe('Two segments; Best customers bring 70 % of the revenue');
  expect(
    found(100, null, [
      [rest, 70, null],
      [best, 30, null],
    ]),
  ).toBe('Two segments; the largest is “Low income, spend little”, 70 % of all');
  expect(
    found(100, 1000, [
      [rest, 50, 100],
      [best, 20, 200],
    ]),
  ).toBe('Two segments; customers in none bring 70 % of the revenue');
  expect(
    found(100, null, [
      [rest, 19, null],
      [best, 2, null],
    ]),
  ).toBe('Two segments; 79 % of the customers are in none');
  expect(
    found(100, 1000, [
      [rest, 50, 100],
      [best, 40, 800],
    ]),
  ).toBe('Two segments; Best customers bring 80 % of the revenue');
  expect(found(10, null, [[best, 10, null]])).toBe('One segment: everybody together');
});
