import fc from 'fast-check';
import { expect, it } from 'vitest';
import { medianOf } from '../../../../src/shared/engine/prepare/median.ts';
import { quantileOf } from '../../../../src/shared/engine/prepare/quantile.ts';
import { selectRank } from '../../../../src/shared/engine/prepare/select.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';

const anyNumbers = fc.array(
  fc.oneof(
    fc.nat(5),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  ),
  {
    minLength: 1,
    maxLength: 80,
  },
);

it('puts any rank in its place, lesser ones before it and greater ones behind', () => {
  fc.assert(
    fc.property(anyNumbers, fc.nat(), (numbers, any) => {
      const values = Float64Array.from(numbers);
      const rank = any % values.length;
      expect(selectRank(values, rank)).toBe(Float64Array.from(numbers).sort()[rank]);
      expect([...values].toSorted((a, b) => a - b)).toEqual(numbers.toSorted((a, b) => a - b));
      values.forEach((value, i) => {
        if (i < rank) expect(value).toBeLessThanOrEqual(values[rank]!);
        else expect(value).toBeGreaterThanOrEqual(values[rank]!);
      });
    }),
  );
});

const random = createRandom(11);
const n = 20_001;
it.each([
  ['random', Array.from({ length: n }, random)],
  ['rising', Array.from({ length: n }, (_, i) => i)],
  ['falling', Array.from({ length: n }, (_, i) => -i)],
  ['rising and falling', Array.from({ length: n }, (_, i) => Math.min(i, n - i))],
  ['mostly the same', Array.from({ length: n }, (_, i) => (i % 50 === 0 ? random() : 0.5))],
  ['a saw', Array.from({ length: n }, (_, i) => i % 7)],
])('finds every quantile of many numbers: %s', (_, numbers) => {
  const sorted = Float64Array.from(numbers).sort();
  for (const percent of [0, 1, 25, 50, 75, 99, 100])
    expect(quantileOf(Float64Array.from(numbers), percent / 100)).toBe(sorted[percent * 200]);
  expect(medianOf(Float64Array.from([...numbers, Number.NaN]))).toBe(sorted[10_000]);
});

it('takes the mean of the middle two, and 0 of nothing', () => {
  expect(medianOf(Float64Array.of(4, 1, Number.NaN, 3, 2))).toBe(2.5);
  expect(medianOf(Float64Array.of(Number.NaN))).toBe(0);
  expect(quantileOf(Float64Array.of(30, 10), 0.25)).toBe(15);
});
