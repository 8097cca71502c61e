import { describe, expect, it } from 'vitest';
import { forecastSeries } from '../../../../src/shared/engine/forecast/forecast-series.ts';
import { forecastWithInputs } from '../../../../src/shared/engine/forecast/known-inputs.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';

const random = createRandom(12);
const length = 72;
const horizon = 12;
const promotion = Float64Array.from({ length: length + horizon }, () => (random() < 0.25 ? 1 : 0));
const chance = Float64Array.from({ length: length + horizon }, () => (random() < 0.5 ? 1 : 0));
const seasons = [1, 1.1, 1.3, 1.2, 0.9, 0.8, 0.7, 0.9, 1, 1.1, 1.2, 1.4];
const all = promotion.map((on, t) => (200 + t) * seasons[t % 12]! * (1 + 0.5 * on) * (0.98 + 0.04 * random()));
const input = { values: all.slice(0, length), period: 12, horizon, model: 'auto' } as const;
const split = (values: Float64Array) => ({ known: values.slice(0, length), ahead: values.slice(length) });
const offBy = (forecast: Float64Array): number =>
  forecast.reduce((sum, value, h) => sum + Math.abs(value / all[length + h]! - 1), 0) / horizon;

describe('what is known beforehand', () => {
  it('is used: a promotion that lifts sales by half is found and looked ahead with', () => {
    const found = forecastWithInputs(input, [split(promotion)]);
    expect(Math.abs(Math.exp(found.effects[0]!) - 1.5)).toBeLessThan(0.05);
    expect(offBy(found.forecast)).toBeLessThan(0.04);
    expect(offBy(found.forecast)).toBeLessThan(offBy(forecastSeries(input).forecast) / 2);
  });

  it('counts for nothing where it could be chance, or never changes', () => {
    const still = new Float64Array(length + horizon).fill(1);
    const found = forecastWithInputs(input, [split(promotion), split(chance), split(still)]);
    expect(found.effects[0]!).toBeGreaterThan(0.3);
    expect([...found.effects.subarray(1)]).toEqual([0, 0]);
  });

  it('alters nothing where there is none', () => {
    const found = forecastWithInputs(input, []);
    for (const [h, value] of forecastSeries(input).forecast.entries())
      expect(Math.abs(found.forecast[h]! / value - 1)).toBeLessThan(1e-4);
  });
});
