import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { preparedColumn } from '../../../../src/main/services/prepared-column.ts';
import { columnOf, matrixFromRows } from '../../../../src/shared/engine/matrix.ts';
import { prepareRow } from '../../../../src/shared/engine/prepare/apply-preparation.ts';
import { prepare } from '../../../../src/shared/engine/prepare/prepare.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';
import { type PrepareChoice, preparationSchema } from '../../../../src/shared/model/preparation.ts';

const missing = Number.NaN;
const column = (...values: number[]) => matrixFromRows(values.map((value) => [value]));
const prepareOne = (values: number[], options: PrepareChoice = {}) => {
  const { matrix, preparation, keptRows } = prepare({ matrix: column(...values), features: ['x'], options }, silent);
  return { matrix, record: preparation[0]!, keptRows };
};
const prepareRows = (rows: number[][], features: string[], options: PrepareChoice) =>
  prepare({ matrix: matrixFromRows(rows), features, options }, silent);
/** Doubles: skewed to the right, even once logged. */
const doubling = Array.from({ length: 12 }, (_, i) => 2 ** i);
/** Skewed to the left; a power straightens it. */
const leaning = doubling.map((value) => 5 - Math.log2(value + 1) ** 2 / 20 - value / 500);

describe('prepare', () => {
  it('makes z-scores by the population deviation', () => {
    const { matrix, record } = prepareOne([1, 2, 3, 4]);
    expect(record).toMatchObject({ transform: 'none', mean: 2.5, used: true, imputed: 0, median: 2.5, leftOut: null });
    expect(record).toMatchObject({ center: record.mean, spread: record.deviation, scale: 'zscore', weight: 1 });
    expect(record.deviation).toBeCloseTo(Math.sqrt(1.25), 14);
    expect([...matrix.data]).toEqual([1, 2, 3, 4].map((value) => (value - 2.5) / record.deviation));
    expect(matrix.data.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  it('takes logs where that straightens a skewed column', () => {
    const { record } = prepareOne(doubling);
    expect(record).toMatchObject({ transform: 'log1p', suggested: 'log1p', lambda: null });
    expect(record.skewBefore).toBeGreaterThan(1);
    expect(Math.abs(record.skewAfter)).toBeLessThan(0.3);
    expect(prepareOne(doubling, { transform: 'none' }).record).toMatchObject({ transform: 'none', suggested: 'log1p' });
  });

  it('takes none of negative numbers, of even ones, of yes and no', () => {
    expect(prepareOne([-1, ...doubling]).record.transform).toBe('none');
    expect(prepareOne([1, 2, 3, 4, 5]).record).toMatchObject({ transform: 'none', suggested: 'none' });
    const rare = [...Array<number>(50).fill(0), 1];
    expect(prepareOne(rare, { transform: 'suggested' }).record).toMatchObject({ transform: 'none', used: true });
    expect(prepareOne(rare.map((value) => 1 - value)).record.suggested).toBe('none');
  });

  it('suggests Yeo-Johnson where a log cannot serve, and takes it where it is told to', () => {
    const negative = doubling.map((value) => value - 3);
    for (const values of [negative, leaning]) {
      expect(prepareOne(values).record).toMatchObject({ transform: 'none', suggested: 'yeoJohnson', lambda: null });
      const { record } = prepareOne(values, { transform: 'suggested' });
      expect(record).toMatchObject({ transform: 'yeoJohnson', suggested: 'yeoJohnson' });
      expect(record.lambda).toBeTypeOf('number');
      expect(Math.abs(record.skewBefore)).toBeGreaterThan(1);
      expect(Math.abs(record.skewAfter)).toBeLessThan(0.5);
    }
    expect(prepareOne(doubling, { transform: 'suggested' }).record.transform).toBe('log1p');
    expect(prepareOne([1, 2, 3, 5], { transform: 'yeoJohnson' }).record.transform).toBe('yeoJohnson');
    expect(prepareOne([1, 2, 3, 5], { transform: 'log1p' }).record.transform).toBe('log1p');
    expect(prepareOne([-1, 2, 3, 5], { transform: 'log1p' }).record.transform).toBe('none');
  });

  it('takes numbers whose squares are beyond a float64 like any others, and the smallest', () => {
    const plain = [3, -1, 4, 1, -5, 9, 2, 6];
    for (const size of [1e200, 1e-200]) {
      const { matrix, record } = prepareOne(plain.map((value) => value * size));
      const usual = prepareOne(plain);
      expect(record.deviation / size).toBeCloseTo(usual.record.deviation, 12);
      expect(record.skewBefore).toBeCloseTo(usual.record.skewBefore, 12);
      usual.matrix.data.forEach((value, i) => {
        expect(matrix.data[i]).toBeCloseTo(value, 12);
      });
    }
  });

  it('leaves out what says nothing, and still says so in numbers', () => {
    const rows = [0.1, 0.1 + 1e-17, 0.1].map((value, i) => [value, missing, i, i]);
    const { matrix, preparation } = prepareRows(rows, ['constant', 'missing', 'used', 'light'], {
      features: { light: { weight: 0 } },
    });
    expect(matrix.columns).toBe(1);
    expect(preparation.map(({ leftOut }) => leftOut)).toEqual(['constant', 'constant', null, 'weightless']);
    expect(preparation.map(({ used }) => used)).toEqual([false, false, true, false]);
    expect(preparation[1]).toMatchObject({ imputed: 3, median: 0, mean: 0, deviation: 0, skewBefore: 0 });
    for (const record of preparation)
      expect(preparationSchema.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
  });

  it('scales by median and quartiles, by least and greatest, or not at all', () => {
    const values = [1, 2, 4, 8, 20];
    const scaled = (scale: 'robust' | 'minmax' | 'none') => {
      const { matrix, record } = prepareOne(values, { transform: 'none', scale });
      return [...matrix.data, record.center, record.spread];
    };
    expect(scaled('robust')).toEqual([-3 / 6, -2 / 6, 0, 4 / 6, 16 / 6, 4, 6]);
    expect(scaled('minmax')).toEqual([0, 1 / 19, 3 / 19, 7 / 19, 1, 1, 19]);
    expect(scaled('none')).toEqual([...values, 0, 1]);
    // More than half are the same: the quartiles say nothing of how far the rest is.
    const flat = prepareOne([1, 1, 1, 1, 1, 9], { transform: 'none', scale: 'robust' }).record;
    expect(flat.spread).toBe(flat.deviation);
  });

  it('caps at limits, counted, and never so that nothing varies any more', () => {
    const values = [-50, ...Array.from({ length: 98 }, (_, i) => i), 900];
    const plain = { transform: 'none', scale: 'none' } as const;
    const byQuantile = prepareOne(values, { ...plain, cap: { by: 'quantile', low: 0.01, high: 0.99 } });
    expect(byQuantile.record).toMatchObject({ cappedLow: 1, cappedHigh: 1 });
    const { low, high } = byQuantile.record.cap!;
    expect([Math.min(...byQuantile.matrix.data), Math.max(...byQuantile.matrix.data)]).toEqual([low, high]);
    const byQuartile = prepareOne(values, { ...plain, cap: { by: 'iqr', times: 1.5 } });
    expect(byQuartile.record).toMatchObject({ cappedLow: 0, cappedHigh: 1, cap: { ownHigh: 147.5 } });
    const byDeviation = prepareOne(values, { ...plain, cap: { by: 'mad', times: 3 } });
    expect(byDeviation.record).toMatchObject({ cappedLow: 0, cappedHigh: 1 });
    expect(byDeviation.record.cap!.high).toBeCloseTo(48.5 + 3 * 1.4826022185056018 * 25, 10);
    const alike = prepareOne([...Array<number>(99).fill(1), 7], { ...plain, cap: { by: 'iqr', times: 1.5 } });
    expect(alike.record).toMatchObject({ cap: null, cappedHigh: 0, used: true });
  });

  it('measures limits on what is there, after the transform, and says them in the feature’s own unit', () => {
    const values = [...doubling, missing, missing, 2 ** 40];
    const { record } = prepareOne(values, { cap: { by: 'mad', times: 2 }, missing: 'zero' });
    expect(record).toMatchObject({ transform: 'log1p', cappedHigh: 1, imputed: 2, fill: 0 });
    expect(Math.log1p(record.cap!.ownHigh!)).toBeCloseTo(record.cap!.high, 10);
    const of = prepareOne([...doubling, 2 ** 40], { cap: { by: 'mad', times: 2 } }).record;
    expect(record.cap).toEqual(of.cap);
  });

  it('fills in what is missing as asked, counted', () => {
    const values = [1, missing, 3, 8, missing];
    const filled = (policy: 'median' | 'mean' | 'zero') =>
      prepareOne(values, { transform: 'none', scale: 'none', missing: policy });
    expect(filled('median').record).toMatchObject({ imputed: 2, median: 3, fill: 3, missing: 'median' });
    expect([...filled('median').matrix.data]).toEqual([1, 3, 3, 8, 3]);
    expect([...filled('mean').matrix.data]).toEqual([1, 4, 3, 8, 4]);
    expect(filled('mean').record.median).toBe(3);
    expect([...filled('zero').matrix.data]).toEqual([1, 0, 3, 8, 0]);
  });

  it('drops rows that lack what must be there, and says which are left', () => {
    const rows = [
      [1, missing],
      [missing, 2],
      [3, 5],
      [4, 9],
    ];
    const options = { scale: 'none', transform: 'none', features: { a: { missing: 'dropRows' } } } as const;
    const { matrix, preparation, keptRows } = prepareRows(rows, ['a', 'b'], options);
    expect([...keptRows!]).toEqual([0, 2, 3]);
    expect([...matrix.data]).toEqual([1, 3, 4, 7, 5, 9]);
    expect(preparation.map(({ imputed }) => imputed)).toEqual([0, 1]);
    expect(prepareOne([1, 2, 3], { missing: 'dropRows' }).keptRows).toBeNull();
  });

  it('adds a column for what was missing behind all the others', () => {
    const rows = [
      [1, 5, missing],
      [missing, 6, missing],
      [3, 8, missing],
    ];
    const { matrix, preparation } = prepareRows(rows, ['a', 'b', 'c'], {
      missing: 'indicator',
      features: { a: { weight: 4 } },
    });
    // “c” is missing everywhere: that, too, is the same for everybody.
    expect(preparation.map(({ indicator }) => indicator)).toEqual([true, false, false]);
    expect(matrix.columns).toBe(3);
    expect([...columnOf(matrix, 2)]).toEqual([0, 2, 0]);
  });

  it('counts squared distances as often as the weight says', () => {
    const rows = [
      [1, 4],
      [2, 3],
      [7, 1],
    ];
    const distance = (options: PrepareChoice, j: number) => {
      const data = columnOf(prepareRows(rows, ['a', 'b'], options).matrix, j);
      return (data[0]! - data[2]!) ** 2;
    };
    const options: PrepareChoice = { features: { b: { weight: 2.5 } } };
    expect(distance(options, 0)).toBe(distance({}, 0));
    expect(distance(options, 1)).toBeCloseTo(2.5 * distance({}, 1), 12);
  });

  it('leaves out the later of two that say the same, and names the earlier', () => {
    const random = createRandom(5);
    const rows = Array.from({ length: 200 }, () => {
      const [a, b] = [random(), random()];
      return [a, b, 3 - 2 * a, a + b / 20, b + a / 100];
    });
    const features = ['a', 'b', 'minus a', 'nearly a', 'nearly b'];
    const { matrix, preparation } = prepareRows(rows, features, { correlatedAtLeast: 0.95 });
    expect(preparation.map(({ correlated }) => correlated?.with ?? null)).toEqual([null, null, 'a', 'a', 'b']);
    expect(preparation.map(({ leftOut }) => leftOut)).toEqual([null, null, ...Array(3).fill('correlated')]);
    expect(preparation[2]!.correlated!.r).toBeCloseTo(-1, 12);
    expect(matrix.columns).toBe(2);
    expect([...matrix.data]).toEqual([...prepareRows(rows, features, {}).matrix.data.subarray(0, 400)]);
  });

  it('says what is nearly constant, and leaves it out where told to', () => {
    const column99 = (others: number) => Array.from({ length: 1000 }, (_, i) => [i < others ? i + 2 : 1, i]);
    const flags = (rows: number[][]) =>
      prepareRows(rows, ['x', 'y'], { transform: 'none' }).preparation.map(({ nearConstant }) => nearConstant);
    expect(flags(column99(10))).toEqual([true, false]);
    expect(flags(column99(11))).toEqual([false, false]);
    expect(flags(column99(10).reverse())).toEqual([true, false]);
    expect(flags([5, 5.000001, 4.999999].map((value, i) => [value, i]))).toEqual([true, false]);
    const { preparation, matrix } = prepareRows(column99(10), ['x', 'y'], { nearConstant: 'leaveOut' });
    expect(preparation.map(({ leftOut }) => leftOut)).toEqual(['nearConstant', null]);
    expect(matrix.columns).toBe(1);
  });

  it('stops where nobody waits any more, also amid a fit', () => {
    let polls = 0;
    const progress = { report: () => {}, cancelled: () => polls++ > 3 };
    const input = { matrix: column(...leaning), features: ['x'], options: { transform: 'suggested' } as const };
    expect(() => prepare(input, progress)).toThrow(expect.objectContaining({ code: 'cancelled' }));
  });
});

const anyValue = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }) },
  { weight: 4, arbitrary: fc.nat(9) },
  { weight: 1, arbitrary: fc.constant(missing) },
);
const anyOptions = fc.record({
  transform: fc.constantFrom('auto', 'suggested', 'none', 'log1p', 'yeoJohnson'),
  scale: fc.constantFrom('zscore', 'robust', 'minmax', 'none'),
  cap: fc.constantFrom(
    { by: 'none' },
    { by: 'quantile', low: 0.1, high: 0.9 },
    { by: 'iqr', times: 1.5 },
    { by: 'mad', times: 2 },
  ),
  missing: fc.constantFrom('median', 'mean', 'zero', 'dropRows', 'indicator'),
  weight: fc.constantFrom(0, 0.3, 1, 4),
  correlatedAtLeast: fc.constantFrom(null, 0.5, 0.95),
  nearConstant: fc.constantFrom('keep', 'leaveOut'),
  features: fc.constantFrom({}, { a: { scale: 'minmax', weight: 2 } }, { b: { missing: 'zero', transform: 'auto' } }),
}) as fc.Arbitrary<PrepareChoice>;

describe('a record', () => {
  it('is enough to prepare a row again, bit for bit, whatever was asked for', () => {
    const rows = fc.array(fc.tuple(anyValue, anyValue, anyValue), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(rows, anyOptions, (raw, options) => {
        const { matrix, preparation, keptRows } = prepareRows(raw, ['a', 'b', 'c'], options);
        const stored = preparation.map((one) => preparationSchema.parse(JSON.parse(JSON.stringify(one))));
        const kept = keptRows === null ? raw : Array.from(keptRows, (row) => raw[row]!);
        expect(matrix.rows).toBe(kept.length);
        kept.forEach((row, i) => {
          const again = prepareRow(stored, row);
          expect(again).toHaveLength(matrix.columns);
          again.forEach((value, j) => {
            expect(value).not.toBeNaN();
            expect(value === columnOf(matrix, j)[i]).toBe(true);
          });
        });
      }),
      { numRuns: 400 },
    );
  });

  it('makes numbers of values that were never seen', () => {
    const options = { transform: 'suggested', cap: { by: 'quantile', low: 0.01, high: 0.99 } } as const;
    for (const values of [doubling, leaning]) {
      const { record } = prepareOne(values, options);
      const found = [-1e9, -1, 0, 3, 1e9].map((value) => prepareRow([record], [value])[0]!);
      for (const value of found) expect(Number.isFinite(value)).toBe(true);
      expect(found).toEqual(found.toSorted((a, b) => a - b));
    }
  });

  it('of an old project is read as what was done then', () => {
    const old = { feature: 'x', transform: 'log1p', skewBefore: 3, skewAfter: 0.1, mean: 2, deviation: 0.5 };
    const record = preparationSchema.parse({ ...old, imputed: 1, median: 7, used: true });
    expect(record).toMatchObject({ center: 2, spread: 0.5, fill: 7, weight: 1, cap: null, scale: 'zscore' });
    const values = Float64Array.of(0, 3, missing);
    expect([...preparedColumn(values, record)]).toEqual([0, 3, 7].map((value) => (Math.log1p(value) - 2) / 0.5));
    const constant = preparationSchema.parse({ ...old, imputed: 0, median: 7, used: false });
    expect(constant.leftOut).toBe('constant');
    expect([...preparedColumn(values, constant)]).toEqual([0, 0, 0]);
  });
});
