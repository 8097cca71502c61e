import { expect, it } from 'vitest';
import { transformColumn } from '../../../../src/shared/engine/prepare/transform-column.ts';
import { undoYeoJohnson, yeoJohnson } from '../../../../src/shared/engine/prepare/yeo-johnson.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';

/** 200,000 values, skewed to the left. */
const many = () => {
  const random = createRandom(8);
  return Float64Array.from({ length: 200_000 }, () => 4 + Math.log(1 - random()));
};
const transformed = (values: Float64Array, asked: Parameters<typeof transformColumn>[2]) =>
  transformColumn(values, new Float64Array(values.length), asked, silent);

it('sees from a part of many rows what would straighten them, and fits to all where it does', () => {
  const values = many();
  const before = values.slice();
  const left = transformed(values, 'auto').chosen;
  expect(left).toMatchObject({ transform: 'none', suggested: 'yeoJohnson' });
  expect(values).toEqual(before);

  const { chosen, moments } = transformed(values, 'suggested');
  expect(chosen).toMatchObject({ transform: 'yeoJohnson', suggested: 'yeoJohnson', skewBefore: left.skewBefore });
  expect(Math.abs(moments.skewness)).toBeLessThan(0.5);
  expect(chosen.lambda).toBe(transformed(many(), 'yeoJohnson').chosen.lambda);
  for (const row of [0, 1, 99_999, 199_999]) expect(values[row]).toBe(yeoJohnson(before[row]!, chosen.lambda!));
});

it.each([-3, -0.5, 0, 1, 1.7, 2, 4])('is taken back to the value, λ %d', (lambda) => {
  for (const value of [-40, -1, -0.01, 0, 0.3, 2, 70]) {
    const bent = yeoJohnson(value, lambda);
    expect(undoYeoJohnson(bent, lambda)).toBeCloseTo(value, 6);
  }
});
