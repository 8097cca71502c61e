import { expect, it } from 'vitest';
import { forecastSeries } from '../../../../src/shared/engine/forecast/forecast-series.ts';
import { forecastTogether } from '../../../../src/shared/engine/forecast/forecast-together.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';

const random = createRandom(21);
const months = 48;
const steady = Float64Array.from({ length: months }, (_, t) => 100 + 20 * Math.sin((t * Math.PI) / 6) + random());
const growing = Float64Array.from({ length: months }, (_, t) => 30 + t + 4 * random());
const rare = Float64Array.from({ length: months }, () => (random() < 0.15 ? 3 : 0));
const whole = steady.map((value, t) => value + growing[t]! + rare[t]!);
const asked = { period: 12, horizon: 6, model: 'auto' } as const;
const input = {
  ...asked,
  hierarchy: { parts: 3, sums: [[0, 1, 2], [0], [1], [2]] },
  series: [whole, steady, growing, rare],
};

it('a whole and its parts add up in every period to come, near to what each is by itself', () => {
  const [all, ...parts] = forecastTogether(input, silent);
  const apart = input.series.map((values) => forecastSeries({ ...asked, values }));
  let difference = 0;
  for (let h = 0; h < 6; h += 1) {
    const sum = (of: readonly { readonly forecast: Float64Array }[]) =>
      of.reduce((total, { forecast }) => total + forecast[h]!, 0);
    expect(sum(parts)).toBeCloseTo(all!.forecast[h]!, 6);
    difference = Math.max(difference, Math.abs(sum(apart.slice(1)) - apart[0]!.forecast[h]!));
    for (const [i, { forecast, low, high }] of [all!, ...parts].entries()) {
      expect(Math.abs(forecast[h]! - apart[i]!.forecast[h]!)).toBeLessThan(10);
      expect(low[h]!).toBeGreaterThanOrEqual(0);
      expect(low[h]! <= forecast[h]! && forecast[h]! <= high[h]!).toBe(true);
    }
  }
  // Apart they did not add up.
  expect(difference).toBeGreaterThan(0.01);
});

it('each says how far off it was from earlier days, and the year before beside it', () => {
  const [, seasons, trend] = forecastTogether(input, silent);
  expect(seasons!.backtest!.origins).toBe(6);
  // What grows is not as it was a year before: twelve less.
  expect(trend!.backtest!.naive).toBeGreaterThan(9);
  expect(trend!.backtest!.meanAbsolute).toBeLessThan(trend!.backtest!.naive / 2);
  expect(forecastSeries({ ...asked, values: steady.subarray(0, 20) }).backtest).toBeNull();
});

it('stops where somebody asks it to', () => {
  expect(() => forecastTogether(input, { report: () => {}, cancelled: () => true })).toThrow('cancelled');
});
