import type { Objective } from '../predict/maximise.ts';
import { climb } from './climb.ts';
import { isAdmissible } from './ets-admissible.ts';
import { type EtsForm, etsForms, etsParameterCount } from './ets-form.ts';
import { etsCoordinates } from './ets-parameters.ts';
import { createEtsRecursion, type EtsParameters, type EtsSlopes, type EtsState } from './ets-recursion.ts';
import { etsStart } from './ets-start.ts';

export interface EtsFit {
  readonly form: EtsForm;
  readonly parameters: EtsParameters;
  readonly state: EtsState;
  readonly fitted: Float64Array;
  /** Of the errors as the form has them: relative ones where they multiply. */
  readonly variance: number;
  readonly logLikelihood: number;
  /** Akaike's information criterion, corrected for short series. */
  readonly aicc: number;
}

/** α, β ÷ α and γ ÷ (1 − α) to climb from. */
const starts: readonly (readonly [number, number, number])[] = [
  [0.1, 0.1, 0.05],
  [0.5, 0.1, 0.1],
];

/** How far values lie from their neighbours, in the mean: the unit in which levels are looked for. */
const unitOf = (values: Float64Array): number => {
  let sum = 0;
  for (let t = 1; t < values.length; t += 1) sum += Math.abs(values[t]! - values[t - 1]!);
  return sum / Math.max(1, values.length - 1);
};

/**
 * Fits one form by maximum likelihood, states included: exact slopes, from the likelier of two starts. Null where it does
 * not fit at all, or its forecasts would depend on the far past. Where `near` says about what comes out, as for a shorter
 * stretch of the same series, it is climbed from there, to about there. O(steps × n).
 */
export const fitEtsForm = (
  values: Float64Array,
  period: number,
  form: EtsForm,
  near: EtsParameters | null = null,
): EtsFit | null => {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + Math.abs(value), 0) / n;
  // Fitted in units of its own size, so that another currency gives the same forecasts.
  const size = mean > 0 ? mean : 1;
  const scaled = values.map((value) => value / size);
  const start =
    near === null
      ? etsStart(scaled, period, form)
      : {
          level: near.level / size,
          slope: near.slope / size,
          seasons: form.season === 'A' ? near.seasons.map((season) => season / size) : near.seasons,
        };
  const m = start.seasons.length;
  const recursion = createEtsRecursion(scaled, period, form);
  const coordinates = etsCoordinates(form, start, unitOf(scaled));
  const by: EtsSlopes = { alpha: 0, beta: 0, gamma: 0, phi: 0, level: 0, slope: 0, seasons: new Float64Array(m) };
  const objective: Objective = (point, gradient) => {
    const parameters = coordinates.parametersAt(point);
    const deviance = recursion.forward(parameters);
    if (deviance === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY;
    recursion.backward(parameters, by);
    coordinates.climbing(point, parameters, by, gradient);
    return -deviance;
  };
  const [likelier] = (
    near === null ? starts.map((shares) => coordinates.pointOf(...shares)) : [coordinates.pointNear(near)]
  )
    .map((point) => ({ point, value: objective(point, new Float64Array(point.length)) }))
    .filter(({ value }) => Number.isFinite(value))
    .sort((a, b) => b.value - a.value);
  if (likelier === undefined) return null;
  const point = climb(
    objective,
    likelier.point,
    near === null ? { steps: 100, gain: 1e-3 } : { steps: 30, gain: 0.02 },
  );
  const parameters = coordinates.parametersAt(point);
  if (!isAdmissible(form, parameters)) return null;
  const run = recursion.run(parameters);
  if (!Number.isFinite(run.deviance)) return null;
  const inSize = <State extends EtsState>(state: State): State => ({
    ...state,
    level: state.level * size,
    slope: state.slope * size,
    seasons: form.season === 'A' ? state.seasons.map((season) => season * size) : state.seasons.slice(),
  });
  const fitted = run.fitted.map((value) => value * size);
  let squares = 0;
  for (const [t, value] of values.entries())
    squares += (form.error === 'M' ? value / fitted[t]! - 1 : value - fitted[t]!) ** 2;
  const deviance = run.deviance + 2 * n * Math.log(size);
  const k = etsParameterCount(form, period);
  return {
    form,
    parameters: inSize(parameters),
    state: inSize(run.state),
    fitted,
    variance: squares / Math.max(1, n - k + 1),
    logLikelihood: -deviance / 2,
    aicc: deviance + 2 * k + (2 * k * (k + 1)) / Math.max(1, n - k - 1),
  };
};

/** Every form that the series can settle, the one with the least AICc first. Empty for a handful of values. */
export const fitEtsForms = (values: Float64Array, period: number): readonly EtsFit[] => {
  const isPositive = values.every((value) => value > 0);
  return etsForms(values.length, period, isPositive)
    .map((form) => fitEtsForm(values, period, form))
    .filter((fit) => fit !== null)
    .sort((a, b) => a.aicc - b.aicc);
};

/** The next values if no more errors came. O(horizon). */
export const etsForecast = ({ form, parameters: { phi }, state }: EtsFit, horizon: number): Float64Array => {
  let [level, slope] = [state.level, state.slope];
  return Float64Array.from({ length: horizon }, (_, h) => {
    slope *= phi;
    level += slope;
    const season = state.seasons[h % state.seasons.length]!;
    return form.season === 'M' ? level * season : level + season;
  });
};

/**
 * How much wider than one step ahead errors spread at each step, as a standard deviation. Exact where everything adds;
 * of forms that multiply it is the same by first order.
 * Source: Hyndman, Koehler, Ord & Snyder (2008), table 6.2.
 */
export const etsSpread = ({ form, parameters }: EtsFit, horizon: number): Float64Array => {
  const { alpha, beta, gamma, phi } = parameters;
  const m = parameters.seasons.length;
  let [sum, damped, power] = [1, 0, 1];
  return Float64Array.from({ length: horizon }, (_, h) => {
    if (h > 0) {
      power *= phi;
      damped += power;
      sum += (alpha + beta * damped + (form.season !== 'N' && h % m === 0 ? gamma : 0)) ** 2;
    }
    return Math.sqrt(sum);
  });
};
