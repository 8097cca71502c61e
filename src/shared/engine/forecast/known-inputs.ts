import { forecastSeries, type SeriesForecast, type SeriesInput } from './forecast-series.ts';
import { solvePositive } from './solve-positive.ts';

/** What is known beforehand of every period, those to come included: a holiday in it, days of a promotion, days open. */
export interface KnownInput {
  readonly known: Float64Array;
  readonly ahead: Float64Array;
}

/** An effect counts from so many standard errors on. */
const leastSure = 2;

/** Changes from a year before, in which trend and season fall out; from the period before, where no second year is known. */
const changes = (values: Float64Array, lag: number): Float64Array =>
  values.subarray(lag).map((value, t) => value - values[t]!);

interface Effects {
  readonly effects: Float64Array;
  readonly errors: Float64Array;
}

const regress = (response: Float64Array, inputs: readonly Float64Array[]): Effects | null => {
  const d = inputs.length;
  const n = response.length;
  if (n < d + 3) return null;
  const matrix = new Float64Array(d * d);
  const right = new Float64Array(d);
  for (let t = 0; t < n; t += 1)
    for (let i = 0; i < d; i += 1) {
      right[i]! += inputs[i]![t]! * response[t]!;
      for (let j = 0; j < d; j += 1) matrix[i * d + j]! += inputs[i]![t]! * inputs[j]![t]!;
    }
  const effects = solvePositive(matrix, right);
  if (effects === null) return null;
  let squares = 0;
  for (let t = 0; t < n; t += 1) {
    let off = response[t]!;
    for (let i = 0; i < d; i += 1) off -= effects[i]! * inputs[i]![t]!;
    squares += off * off;
  }
  const errors = effects.map((_, i) => {
    const unit = new Float64Array(d);
    unit[i] = 1;
    return Math.sqrt(((solvePositive(matrix, unit)?.[i] ?? Number.POSITIVE_INFINITY) * squares) / (n - d));
  });
  return { effects, errors };
};

/** Effects that stand out from chance; 0 for the others, and for inputs that never change. O(n × inputs²). */
const effectsOf = (values: Float64Array, period: number, inputs: readonly Float64Array[]): Float64Array => {
  const lag = values.length >= 2 * period + inputs.length + 3 ? period : 1;
  const response = changes(values, lag);
  const differences = inputs.map((input) => changes(input, lag));
  let used = [...inputs.keys()].filter((i) => differences[i]!.some((change) => change !== 0));
  const effects = new Float64Array(inputs.length);
  while (used.length > 0) {
    const found = regress(
      response,
      used.map((i) => differences[i]!),
    );
    if (found === null) break;
    const sureness = [...found.effects].map((effect, k) =>
      effect === 0 ? 0 : Math.abs(effect) / Math.max(found.errors[k]!, Number.MIN_VALUE),
    );
    const least = Math.min(...sureness);
    if (least >= leastSure) {
      for (const [k, i] of used.entries()) effects[i] = found.effects[k]!;
      break;
    }
    used = used.filter((_, k) => k !== sureness.indexOf(least));
  }
  return effects;
};

/**
 * Looks ahead with what is known beforehand: effects are found in changes from a year before (as shares where every value
 * is above zero), taken out, the rest is forecast, and the effects of what is to come are put back. Inputs whose effect
 * could be chance are left out one by one. O(n × inputs³ + one forecast).
 * Source: Hyndman & Athanasopoulos, Forecasting: Principles and Practice (2021), section 10.1.
 */
export const forecastWithInputs = (
  input: SeriesInput,
  inputs: readonly KnownInput[],
): SeriesForecast & { readonly effects: Float64Array } => {
  const isLog = input.values.every((value) => value > 0);
  const scaled = isLog ? input.values.map(Math.log) : input.values;
  const effects = effectsOf(
    scaled,
    input.period,
    inputs.map(({ known }) => known),
  );
  const effectAt = (side: keyof KnownInput, t: number): number =>
    inputs.reduce((sum, one, i) => sum + effects[i]! * one[side][t]!, 0);
  const plain = scaled.map((value, t) => value - effectAt('known', t));
  const found = forecastSeries({ ...input, values: isLog ? plain.map(Math.exp) : plain });
  const put = (values: Float64Array): Float64Array =>
    values.map((value, h) => {
      const effect = effectAt('ahead', h);
      return isLog ? value * Math.exp(effect) : value + effect;
    });
  return { ...found, forecast: put(found.forecast), low: put(found.low), high: put(found.high), effects };
};
