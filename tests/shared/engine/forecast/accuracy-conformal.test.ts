import { describe, expect, it } from 'vitest';
import { scaledError, symmetricError } from '../../../../src/shared/engine/forecast/accuracy.ts';
import { conformalWidths } from '../../../../src/shared/engine/forecast/conformal.ts';
import { settleForecaster } from '../../../../src/shared/engine/forecast/forecaster.ts';
import { rollingErrors } from '../../../../src/shared/engine/forecast/rolling-errors.ts';
import { ukGas } from '../../../support/known-series.ts';

describe('how far forecasts were off', () => {
  it('in percent of forecast and value together, and relative to the year before', () => {
    const [forecast, came] = [Float64Array.of(110, 0, 50), Float64Array.of(90, 0, 150)];
    // 200 × 20 / 200, nothing, 200 × 100 / 200
    expect(symmetricError(forecast, came)).toBeCloseTo((20 + 0 + 100) / 3, 12);
    const known = Float64Array.of(1, 2, 3, 5, 4, 8);
    // A year of 2 before: off by 2, 3, 1, 3 in the known part.
    expect(scaledError(forecast, came, known, 2)).toBeCloseTo(40 / 2.25, 12);
    expect(scaledError(forecast, came, Float64Array.of(1, 2, 1, 2), 2)).toBeNull();
    expect(scaledError(forecast, came, Float64Array.of(1, 2), 2)).toBeNull();
  });
});

describe('intervals', () => {
  const asked = { level: 0.8, deviation: 10, normalQuantile: 1.28 };

  it('are the model’s own where no earlier day could be tried', () => {
    expect([...conformalWidths([], Float64Array.of(1, 2), asked)]).toEqual([12.8, 25.6]);
  });

  it('are as wide as errors were, in multiples of what is expected at their step', () => {
    // Nine scores, 1 … 9; the eighth is the ⌈10 × 0.8⌉-th. Three earlier days weigh 3 of 5.
    const rolling = [Float64Array.of(1, -4, 9), Float64Array.of(-2, 10, -18), Float64Array.of(6, 16, 24)].map(
      (errors, i) => ({ known: 20 + i, errors }),
    );
    const spread = Float64Array.of(1, 2, 3);
    const [first, second] = conformalWidths(rolling, spread, asked);
    const scores = rolling.flatMap(({ errors }) => [...errors].map((error, h) => Math.abs(error) / spread[h]!));
    expect(scores.sort((a, b) => a - b)[7]).toBe(8);
    expect(first).toBeCloseTo(0.6 * 8 + 0.4 * 12.8, 12);
    expect(second).toBeCloseTo(2 * first!, 12);
  });

  it('come from earlier days that knew nothing of what came after', () => {
    const options = { horizon: 8, origins: 6, least: 9 };
    const forecaster = settleForecaster(ukGas, 4, 'theta');
    const found = rollingErrors(ukGas, forecaster, options);
    expect(found.map(({ known }) => known)).toEqual([92, 94, 97, 100, 102, 105]);
    const altered = ukGas.map((value, t) => (t < 97 ? value : value * 3));
    const other = rollingErrors(altered, forecaster, options);
    for (const [i, { known, errors }] of found.entries()) {
      expect(errors).toHaveLength(Math.min(8, ukGas.length - known));
      for (const [h, error] of errors.entries()) {
        // The forecast from there is the value less its error; up to the 97th value nothing differs.
        const [one, two] = [ukGas[known + h]! - error, altered[known + h]! - other[i]!.errors[h]!];
        if (known <= 97) expect(two).toBeCloseTo(one, 9);
      }
    }
  });
});
