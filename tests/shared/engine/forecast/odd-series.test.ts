import { describe, expect, it } from 'vitest';
import { forecastSeries } from '../../../../src/shared/engine/forecast/forecast-series.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';
import { demandModelNames } from '../../../../src/shared/model/demand.ts';
import { airPassengers, ukGas } from '../../../support/known-series.ts';

const random = createRandom(8);
const many = (length: number, value: (t: number) => number): Float64Array =>
  Float64Array.from({ length }, (_, t) => value(t));

/** Series in which something is as it never is in a textbook. */
const odd: Readonly<Record<string, Float64Array>> = {
  'always the same': many(40, () => 7),
  'nothing ever': many(40, () => 0),
  'a straight line': many(40, (t) => 10 + 3 * t),
  'one value': many(1, () => 5),
  'two values': Float64Array.of(5, 9),
  'three values': Float64Array.of(5, 9, 1),
  'seven values': many(7, (t) => 3 + t * t),
  'a year and a half': many(18, () => 10 + random()),
  'zeros among them': many(50, (t) => (t % 7 === 0 ? 0 : 10 + random())),
  'sales now and then': many(60, () => (random() < 0.2 ? 1 + Math.floor(random() * 5) : 0)),
  'one sale at the end': many(30, (t) => (t === 29 ? 4 : 0)),
  'below zero': many(40, (t) => -100 + 10 * Math.sin(t) + random()),
  'around zero': many(40, () => random() - 0.5),
  huge: many(40, () => 1e15 * (1 + random())),
  tiny: many(40, () => 1e-12 * (1 + random())),
  'one far out': many(40, (t) => (t === 20 ? 1e9 : 10 + random())),
  'a jump': many(40, (t) => (t < 20 ? 10 : 1e6) + random()),
};
const cases = Object.keys(odd).flatMap((what) =>
  (['auto', ...demandModelNames] as const).map((model) => ({ what, model })),
);

describe('series that are in no textbook', () => {
  it.each(cases)('$what, $model: an answer in numbers, the interval around it', ({ what, model }) => {
    for (const period of [1, 4, 12]) {
      const values = odd[what]!;
      const { forecast, low, high } = forecastSeries({ values, period, horizon: 15, model });
      for (const [h, value] of forecast.entries()) {
        expect(Number.isFinite(value) && Number.isFinite(low[h]!) && Number.isFinite(high[h]!)).toBe(true);
        expect(low[h]! <= value && value <= high[h]!).toBe(true);
        if (values.every((one) => one >= 0)) expect(low[h]!).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it.each(demandModelNames)('%s goes on with what never changes', (model) => {
    const values = odd['always the same']!;
    // Croston's is corrected for its bias, which a series without gaps does not have.
    for (const value of forecastSeries({ values, period: 4, horizon: 8, model }).forecast)
      expect(Math.abs(value / 7 - 1)).toBeLessThan(model === 'croston' ? 0.151 : 1e-6);
  });
});

describe('below zero', () => {
  it.each(['snaive', 'ets', 'theta', 'combination'] as const)('%s stays where the series is', (model) => {
    const { forecast } = forecastSeries({ values: odd['below zero']!, period: 4, horizon: 8, model });
    for (const value of forecast) expect(Math.abs(value + 100)).toBeLessThan(25);
  });
});

describe('a forecast', () => {
  const series = [
    ['airline passengers', airPassengers, 12],
    ['gas', ukGas, 4],
    ['sales now and then', odd['sales now and then']!, 4],
  ] as const;
  const all = series.flatMap(([what, values, period]) =>
    demandModelNames.map((model) => ({ what, values, period, model })),
  );

  it.each(all)('of $what by $model is the same in another currency', ({ values, period, model }) => {
    const one = forecastSeries({ values, period, horizon: 8, model });
    for (const rate of [1024, 2 ** -40]) {
      const other = forecastSeries({ values: values.map((value) => value * rate), period, horizon: 8, model });
      for (const side of ['forecast', 'low', 'high'] as const)
        for (const [h, value] of other[side].entries())
          expect(Math.abs(value / rate - one[side][h]!)).toBeLessThan(1e-3 * Math.max(1e-9, one.forecast[h]!));
    }
  });

  it.each(all)('of $what by $model is the same twice', ({ values, period, model }) => {
    const asked = { values, period, horizon: 8, model };
    expect(forecastSeries(asked)).toEqual(forecastSeries(asked));
  });
});
