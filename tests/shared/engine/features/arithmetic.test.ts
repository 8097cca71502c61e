import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evennessOf } from '../../../../src/shared/engine/features/evenness.ts';
import { groupRows } from '../../../../src/shared/engine/features/group-rows.ts';
import { interpurchaseGaps } from '../../../../src/shared/engine/features/interpurchase-gaps.ts';
import { quintilesOf, scoreColumn } from '../../../../src/shared/engine/features/score-column.ts';
import { spendTrend } from '../../../../src/shared/engine/features/spend-trend.ts';
import { topLevels } from '../../../../src/shared/engine/features/top-levels.ts';
import { usualMinute } from '../../../../src/shared/engine/features/usual-minute.ts';
import { usualPrice } from '../../../../src/shared/engine/features/usual-price.ts';

describe('rows by group', () => {
  it('are the rows of each group in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1, max: 5 })), (groups) => {
        const { offsets, rows } = groupRows(Int32Array.from(groups), 6);
        for (let group = 0; group < 6; group += 1)
          expect([...rows.subarray(offsets[group]!, offsets[group + 1]!)]).toEqual(
            groups.flatMap((own, row) => (own === group ? [row] : [])),
          );
      }),
    );
  });
});

describe('what is counted of a customer', () => {
  it('how evenly: Pielou’s index', () => {
    expect(evennessOf([])).toBeNaN();
    expect(evennessOf([3])).toBe(0);
    expect(evennessOf([2, 2, 2])).toBeCloseTo(1, 12);
    // −(0.75 ln 0.75 + 0.25 ln 0.25) / ln 2
    expect(evennessOf([3, 1, 0])).toBeCloseTo(0.811278124459133, 12);
  });

  it('how days lie apart, two orders of a day counted as one day', () => {
    expect(interpurchaseGaps(Int32Array.of(20, 0, 10, 10, 30))).toEqual({ mean: 10, variation: 0 });
    const { mean, variation } = interpurchaseGaps(Int32Array.of(0, 10, 40));
    expect(mean).toBe(20);
    // The standard deviation of 10 and 30 is √200.
    expect(variation).toBeCloseTo(Math.sqrt(200) / 20, 12);
    expect(interpurchaseGaps(Int32Array.of(5, 5))).toEqual({ mean: Number.NaN, variation: Number.NaN });
    expect(interpurchaseGaps(Int32Array.of(5, 8))).toEqual({ mean: 3, variation: Number.NaN });
  });

  it('the usual time of day, around midnight', () => {
    expect(usualMinute([23 * 60, 60])).toBeCloseTo(0, 6);
    expect(usualMinute([600, 660])).toBeCloseTo(630, 6);
    expect(usualMinute([360, 1080])).toBeNaN();
    expect(usualMinute([Number.NaN])).toBeNaN();
  });

  it('whether spending grows', () => {
    expect(spendTrend(Int32Array.of(0, 90), Float64Array.of(1, 3), 100)).toBe(0.5);
    expect(spendTrend(Int32Array.of(0, 50), Float64Array.of(1, 3), 100)).toBe(-1);
    expect(spendTrend(Int32Array.of(100), Float64Array.of(1), 100)).toBeNaN();
  });

  it('scores by fifths and by limits', () => {
    const values = Float64Array.from({ length: 10 }, (_, i) => i + 1);
    expect([...scoreColumn(values, quintilesOf(values), false)]).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
    expect([...scoreColumn(values, quintilesOf(values), true)]).toEqual([5, 5, 4, 4, 3, 3, 2, 2, 1, 1]);
    expect([...scoreColumn(Float64Array.of(1, 2, Number.NaN), [1, 2, 3, 4], false)]).toEqual([1, 2, Number.NaN]);
  });

  it('the main levels, whichever came first', () => {
    const { codes, hasRest, place } = topLevels(['c', 'b', 'a', 'd', 'e'], Float64Array.of(5, 2, 2, 1, 0), 2);
    expect({ codes, hasRest, place: [...place] }).toEqual({ codes: [0, 2], hasRest: true, place: [0, 2, 1, 2, 2] });
    expect(topLevels(['a', 'b', 'c'], Float64Array.of(3, 2, 1), 2).codes).toEqual([0, 1, 2]);
  });

  it('the usual price', () => {
    expect(usualPrice(Float64Array.of(1, 9, Number.NaN, 3), Int32Array.of(0, 1, 2, 3))).toBe(3);
    expect(usualPrice(Float64Array.of(Number.NaN), Int32Array.of(0))).toBeNaN();
  });
});
