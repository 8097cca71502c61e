import type { Progress } from '../progress.ts';
import { informationAt, inverseOf } from './curvature.ts';
import { maximise, type Objective } from './maximise.ts';

/** What can be fitted: a likelihood of positive parameters. */
export interface Fittable<Data> {
  readonly parameterNames: readonly string[];
  readonly starts: readonly (readonly number[])[];
  logLikelihood(parameters: Float64Array, data: Data, gradient: Float64Array, progress: Progress): number;
}

export interface ModelFit {
  readonly parameters: Float64Array;
  /** Of each parameter; NaN where the data do not bound it. */
  readonly standardErrors: Float64Array;
  /** Of the parameters' logarithms, row-major: what uncertainty is drawn from. Null where the data do not bound them. */
  readonly covarianceOfLogs: Float64Array | null;
  readonly logLikelihood: number;
  readonly converged: boolean;
  readonly hasPrior: boolean;
}

interface FitOptions {
  /**
   * Holds the parameters' logarithms to a normal distribution around the first start with this standard deviation: for
   * shops so small that their own customers do not settle them.
   */
  readonly priorSpread?: number | undefined;
  /** The inverse of the curvature at the only start, by the parameters' logarithms, where it is about known. */
  readonly inverse?: Float64Array | undefined;
}

/** So many starts are climbed from, of those that are tried. */
const climbed = 2;

/**
 * Fits by maximum likelihood over the logarithms of the parameters: the likeliest of the given starts are climbed from,
 * the highest place counts. Standard errors from the curvature there. O(starts + climbs × steps) likelihoods.
 * Deterministic.
 * @throws AppError cancelled
 */
export const fitModel = <Data>(
  model: Fittable<Data>,
  data: Data,
  progress: Progress,
  { priorSpread, inverse }: FitOptions = {},
): ModelFit => {
  const d = model.parameterNames.length;
  const center = model.starts[0]!.map(Math.log);
  const natural = new Float64Array(d);
  const objective: Objective = (point, gradient) => {
    for (let i = 0; i < d; i += 1) natural[i] = Math.exp(point[i]!);
    let value = model.logLikelihood(natural, data, gradient, progress);
    for (let i = 0; i < d; i += 1) {
      gradient[i]! *= natural[i]!;
      if (priorSpread === undefined) continue;
      const away = (point[i]! - center[i]!) / priorSpread;
      value -= (away * away) / 2;
      gradient[i]! -= away / priorSpread;
    }
    return value;
  };
  const tried = model.starts
    .map((start) => {
      const point = Float64Array.from(start, Math.log);
      return { point, value: objective(point, new Float64Array(d)) };
    })
    .filter(({ value }) => Number.isFinite(value))
    .sort((a, b) => b.value - a.value);
  const climbs = tried.slice(0, climbed).map(({ point }) => maximise(objective, point, { inverse }));
  const best = climbs.reduce((top, one) => (one.value > top.value ? one : top));
  const parameters = best.point.map(Math.exp);
  const covariance = inverseOf(informationAt(objective, best.point), d);
  return {
    parameters,
    standardErrors: parameters.map((value, i) =>
      covariance === null ? Number.NaN : value * Math.sqrt(covariance[i * d + i]!),
    ),
    covarianceOfLogs: covariance,
    logLikelihood: model.logLikelihood(parameters, data, new Float64Array(d), progress),
    converged: best.converged,
    hasPrior: priorSpread !== undefined,
  };
};
