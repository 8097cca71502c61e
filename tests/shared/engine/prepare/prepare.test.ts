import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { preparedColumn } from '../../../../src/main/services/prepared-column.ts';
import { columnOf, matrixFromRows } from '../../../../src/shared/engine/matrix.ts';
import { prepare } from '../../../../src/shared/engine/prepare/prepare.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { preparationSchema } from '../../../../src/shared/model/segmentation.ts';

const column = (...values: number[]) => matrixFromRows(values.map((value) => [value]));
const prepareOne = (values: number[], logs: 'auto' | 'none' = 'auto', scale: 'zscore' | 'none' = 'zscore') => {
  const { matrix, preparation } = prepare({ matrix: column(...values), features: ['x'], logs, scale }, silent);
  return { matrix, record: preparation[0]! };
};
/** Doubles: skewed to the right, even once logged. */
const doubling = Array.from({ length: 12 }, (_, i) => 2 ** i);

describe('prepare', () => {
  it('makes z-scores by the population deviation', () => {
    const { matrix, record } = prepareOne([1, 2, 3, 4]);
    expect(record).toMatchObject({ transform: 'none', mean: 2.5, used: true, imputed: 0, median: 2.5 });
    expect(record.deviation).toBeCloseTo(Math.sqrt(1.25), 14);
    expect([...matrix.data]).toEqual([1, 2, 3, 4].map((value) => (value - 2.5) / record.deviation));
    expect(matrix.data.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  it('takes logs where that straightens a skewed column', () => {
    const { record } = prepareOne(doubling);
    expect(record.transform).toBe('log1p');
    expect(record.skewBefore).toBeGreaterThan(1);
    expect(Math.abs(record.skewAfter)).toBeLessThan(0.3);
    expect(prepareOne(doubling, 'none').record.transform).toBe('none');
  });

  it('takes none of negative numbers, of even ones, of yes and no', () => {
    expect(prepareOne([-1, ...doubling]).record.transform).toBe('none');
    expect(prepareOne([1, 2, 3, 4, 5]).record.transform).toBe('none');
    expect(prepareOne([...Array<number>(50).fill(0), 1]).record).toMatchObject({ transform: 'none', used: true });
  });

  it('takes numbers whose squares are beyond a float64 like any others', () => {
    const plain = [3, -1, 4, 1, -5, 9, 2, 6];
    const { matrix, record } = prepareOne(plain.map((value) => value * 1e200));
    expect(record.deviation / 1e200).toBeCloseTo(prepareOne(plain).record.deviation, 12);
    prepareOne(plain).matrix.data.forEach((value, i) => {
      expect(matrix.data[i]).toBeCloseTo(value, 12);
    });
  });

  it('fills in the median, counted', () => {
    const { matrix, record } = prepareOne([1, Number.NaN, 3, 8, Number.NaN]);
    expect(record).toMatchObject({ imputed: 2, median: 3 });
    expect(matrix.data[1]).toBe(matrix.data[2]);
  });

  it('leaves out what says nothing, and still says so in numbers', () => {
    const rows = [0.1, 0.1 + 1e-17, 0.1].map((value, i) => [value, Number.NaN, i]);
    const { matrix, preparation } = prepare(
      { matrix: matrixFromRows(rows), features: ['constant', 'missing', 'used'], logs: 'auto', scale: 'zscore' },
      silent,
    );
    expect(matrix.columns).toBe(1);
    expect(preparation.map(({ used }) => used)).toEqual([false, false, true]);
    expect(preparation[1]).toMatchObject({ imputed: 3, median: 0, mean: 0, deviation: 0, skewBefore: 0 });
    for (const record of preparation)
      expect(preparationSchema.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
  });

  it('leaves values in their units where no scale is asked for', () => {
    const { matrix, record } = prepareOne([1, 2, 4], 'none', 'none');
    expect([...matrix.data]).toEqual([1, 2, 4]);
    expect(record).toMatchObject({ mean: 0, deviation: 1 });
  });

  it('can be done again, bit for bit, from what it noted', () => {
    const value = fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.nat(9), fc.constant(Number.NaN));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), (values) => {
        const raw = column(...values);
        const { matrix, record } = prepareOne(values);
        const again = preparedColumn(columnOf(raw, 0), record);
        expect([...again]).toEqual(record.used ? [...columnOf(matrix, 0)] : values.map(() => 0));
        for (const one of again) expect(one).not.toBeNaN();
      }),
    );
  });
});
