import { describe, expect, it } from 'vitest';
import { forecastSeries } from '../../../../src/shared/engine/forecast/forecast-series.ts';
import { croston, isIntermittent, tsb } from '../../../../src/shared/engine/forecast/intermittent.ts';

/** Six pieces every third week. */
const regular = Float64Array.from({ length: 60 }, (_, t) => (t % 3 === 2 ? 6 : 0));

describe('demand now and then', () => {
  it('is told from demand in every period', () => {
    expect(isIntermittent(regular)).toBe(true);
    expect(isIntermittent(regular.map((value) => value + 1))).toBe(false);
    expect(isIntermittent(Float64Array.of(1, 2, 3, 0, 2, 1, 4, 5))).toBe(false);
    expect(forecastSeries({ values: regular, period: 12, horizon: 3, model: 'auto' }).model).toBe('tsb');
  });

  it('by Croston is size over gap, corrected', () => {
    const [rate] = croston(regular, 12, 1);
    // Half of a smoothing parameter between 0.02 and 0.3 is taken off 6 / 3.
    const factor = rate! / 2;
    expect([0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3].some((alpha) => Math.abs(factor - (1 - alpha / 2)) < 1e-9)).toBe(
      true,
    );
  });

  it('fades away by TSB where nothing sells any more, and does not by Croston', () => {
    const over = Float64Array.from([...regular, ...new Float64Array(40)]);
    expect(tsb(over, 12, 1)[0]!).toBeLessThan(0.5);
    expect(croston(over, 12, 1)[0]!).toBeGreaterThan(1.6);
  });
});
