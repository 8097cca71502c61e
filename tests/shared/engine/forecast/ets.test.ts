import { describe, expect, it } from 'vitest';
import { isAdmissible } from '../../../../src/shared/engine/forecast/ets-admissible.ts';
import { type EtsForm, etsForms, etsName } from '../../../../src/shared/engine/forecast/ets-form.ts';
import { etsCoordinates } from '../../../../src/shared/engine/forecast/ets-parameters.ts';
import { createEtsRecursion, type EtsParameters } from '../../../../src/shared/engine/forecast/ets-recursion.ts';
import { etsStart } from '../../../../src/shared/engine/forecast/ets-start.ts';
import { etsForecast, fitEtsForm, fitEtsForms } from '../../../../src/shared/engine/forecast/fit-ets.ts';
import { airPassengers, nile, ukGas } from '../../../support/known-series.ts';

const none = { alpha: 0, beta: 0, gamma: 0, phi: 0, level: 0, slope: 0, seasons: Float64Array.of(0) };
const seasonsOf = (period: number, later: readonly number[]): Float64Array =>
  Float64Array.of(period - later.reduce((sum, season) => sum + season, 0), ...[...later].reverse());

/**
 * Parameters that `ets` of R's package forecast 8.20 finds, to the digits that it prints, and the log-likelihood that it
 * gives them. R tells seasons backwards and leaves out the one of the first value.
 */
const ofR: readonly (readonly [string, Float64Array, number, EtsForm, EtsParameters, number])[] = [
  [
    'ETS(A,N,N) of the Nile',
    nile,
    1,
    { error: 'A', trend: 'N', season: 'N' },
    { ...none, alpha: 0.245534, level: 1110.68686 },
    -726.39052,
  ],
  [
    'ETS(A,Ad,N) of the Nile',
    nile,
    1,
    { error: 'A', trend: 'Ad', season: 'N' },
    { ...none, alpha: 0.256169, beta: 1.00035e-4, phi: 0.800004, level: 1111.11, slope: 11.2497 },
    -726.502047,
  ],
  [
    'ETS(M,A,M) of airline passengers',
    airPassengers,
    12,
    { error: 'M', trend: 'A', season: 'M' },
    {
      ...{ alpha: 0.3949969, beta: 0.0107004, gamma: 0.3995392, phi: 1, level: 122.375426, slope: 1.1073666 },
      seasons: seasonsOf(
        12,
        [
          0.9000411, 0.7826691, 0.901368, 1.0476178, 1.1537068, 1.1830314, 1.0839951, 0.9786589, 1.0331616, 1.0807569,
          0.9522479,
        ],
      ),
    },
    -682.4036191,
  ],
  [
    'ETS(M,A,M) of gas',
    ukGas,
    4,
    { error: 'M', trend: 'A', season: 'M' },
    {
      ...{ alpha: 0.0305369, beta: 0.0305364, gamma: 0.6238386, phi: 1, level: 124.0899427, slope: 0.8654756 },
      seasons: seasonsOf(4, [0.9557861, 0.6539263, 1.0582302]),
    },
    -618.3607797,
  ],
];

describe('exponential smoothing', () => {
  it.each(ofR)('%s: the likelihood of the parameters that R finds is the one R gives', (...known) => {
    const [, values, period, form, parameters, logLikelihood] = known;
    const { deviance } = createEtsRecursion(values, period, form).run(parameters);
    expect(Math.abs(-deviance / 2 - logLikelihood)).toBeLessThan(2e-3);
  });

  it.each(ofR)('%s: finds parameters that are as likely or likelier', (...known) => {
    const [, values, period, form, , logLikelihood] = known;
    expect(fitEtsForm(values, period, form)!.logLikelihood).toBeGreaterThan(logLikelihood - 0.01);
  });

  it('forecasts the Nile as R does', () => {
    const fit = fitEtsForm(nile, 1, { error: 'A', trend: 'N', season: 'N' })!;
    expect(fit.parameters.alpha).toBeCloseTo(0.245534, 2);
    expect(Math.abs(etsForecast(fit, 1)[0]! - 805.38128)).toBeLessThan(0.2);
    expect(fit.aicc).toBeCloseTo(1459.03104, 2);
  });

  // The least AICc that R finds; for the passengers a likelier ETS(M,A,M) is found than R's, which takes ETS(M,Ad,M).
  it.each([
    ['airline passengers', airPassengers, 12, 1400.638],
    ['gas', ukGas, 4, 1256.558],
  ] as const)('chooses for %s a form with no worse AICc than R does', (_, values, period, aicc) => {
    const [best] = fitEtsForms(values, period);
    expect(etsName(best!.form)).toBe('ETS(M,A,M)');
    expect(best!.aicc).toBeLessThan(aicc + 0.01);
  });

  it.each(etsForms(airPassengers.length, 12, true).map((form) => [etsName(form), form] as const))(
    '%s: slopes are those of small steps',
    (_, form) => {
      const start = etsStart(airPassengers, 12, form);
      const recursion = createEtsRecursion(airPassengers, 12, form);
      const coordinates = etsCoordinates(form, start, 5);
      const point = coordinates.pointOf(0.3, 0.2, 0.2).map((value, i) => value + 0.01 * (i + 1));
      const parameters = coordinates.parametersAt(point);
      recursion.forward(parameters);
      const by = { ...none, seasons: new Float64Array(start.seasons.length) };
      recursion.backward(parameters, by);
      const gradient = new Float64Array(point.length);
      coordinates.climbing(point, parameters, by, gradient);
      const at = (i: number, step: number): number =>
        -recursion.forward(coordinates.parametersAt(point.map((value, j) => value + (i === j ? step : 0))));
      for (const [i, slope] of gradient.entries()) {
        const small = (at(i, 1e-5) - at(i, -1e-5)) / 2e-5;
        expect(Math.abs(slope - small)).toBeLessThan(1e-4 * Math.max(1, Math.abs(small)));
      }
    },
  );

  it('knows which parameters forget the far past', () => {
    const form: EtsForm = { error: 'A', trend: 'A', season: 'A' };
    const seasons = new Float64Array(4);
    const usual = { ...none, alpha: 0.4, beta: 0.1, gamma: 0.2, phi: 1, seasons };
    expect(isAdmissible(form, usual)).toBe(true);
    expect(isAdmissible({ ...form, trend: 'N' }, { ...usual, beta: 0, phi: 0 })).toBe(true);
    expect(isAdmissible(form, { ...usual, gamma: 1.9 })).toBe(false);
    expect(isAdmissible(form, { ...usual, alpha: 2.5 })).toBe(false);
  });
});
