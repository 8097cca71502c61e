import { expect, it } from 'vitest';
import { sharesOf } from '../../../src/renderer/charts/selected-shares.ts';
import type { Segmentation } from '../../../src/shared/model/segmentation.ts';
import { partOfRows, spreadOf } from '../../../src/shared/picture/spread.ts';

const segments = [
  { id: 11, label: 1 },
  { id: 10, label: 0 },
] as unknown as Segmentation['segments'];
const labels = Int32Array.of(0, 0, 1, 1, 1, -1, 0, 1);
const spent = Float64Array.of(10, 30, 5, 5, 10, 100, 60, Number.NaN);

it('says how much of each segment is selected, in customers and in money', () => {
  const { customers, revenue } = sharesOf({ segments }, Uint32Array.of(1, 2, 7, 5), labels, spent);
  expect([...customers].sort(([a], [b]) => a - b)).toEqual([
    [-1, 1],
    [10, 1 / 3],
    [11, 2 / 4],
  ]);
  expect(revenue!.get(10)).toBeCloseTo(0.3, 12);
  expect(revenue!.get(11)).toBeCloseTo(0.25, 12);
  expect(sharesOf({ segments }, Uint32Array.of(0), labels, null)).toEqual({
    customers: new Map([[10, 1 / 3]]),
    revenue: null,
  });
});

it('puts selected customers on the axis of all', () => {
  const values = Float64Array.from({ length: 100 }, (_, i) => (i === 40 ? Number.NaN : i));
  const spread = spreadOf(values, new Int32Array(100), 1);
  const part = partOfRows(spread, values, Uint32Array.of(10, 20, 30, 40));
  expect(part.count).toBe(3);
  expect(part.quantiles![2]).toBe(20);
  const most = part.density.indexOf(Math.max(...part.density));
  expect(most / part.density.length).toBeGreaterThan(0.08);
  expect(most / part.density.length).toBeLessThan(0.33);
  expect(partOfRows(spread, values, Uint32Array.from(values.keys()))).toEqual(spread.everybody);
});
