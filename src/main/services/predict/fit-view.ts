import type { ModelFit } from '../../../shared/engine/predict/fit-model.ts';

/** A fit in numbers by the names of the literature; null where the data do not bound one. */
export const fitView = (names: readonly string[], fit: ModelFit) => {
  const named = (values: Float64Array) =>
    Object.fromEntries(names.map((name, i) => [name, Number.isFinite(values[i]!) ? values[i]! : null]));
  return {
    parameters: named(fit.parameters),
    standardErrors: named(fit.standardErrors),
    logLikelihood: fit.logLikelihood,
    converged: fit.converged,
    hasPrior: fit.hasPrior,
  };
};
