import type { ModelFit } from './fit-model.ts';

/** A small step of a parameter's logarithm. */
const step = 1e-3;

/**
 * The variance of something worked out from a fit, by what is not known of its parameters: slopes along their logarithms
 * against the curvature (delta method). 0 where the data do not bound the parameters. 2 d evaluations.
 */
export const deltaVariance = (
  { parameters, covarianceOfLogs }: ModelFit,
  of: (parameters: Float64Array) => number,
): number => {
  if (covarianceOfLogs === null) return 0;
  const d = parameters.length;
  const slopes = Array.from({ length: d }, (_, i) => {
    const at = (by: number) => of(parameters.map((value, j) => (i === j ? value * Math.exp(by) : value)));
    return (at(step) - at(-step)) / (2 * step);
  });
  let variance = 0;
  for (let i = 0; i < d; i += 1)
    for (let j = 0; j < d; j += 1) variance += slopes[i]! * covarianceOfLogs[i * d + j]! * slopes[j]!;
  return Math.max(0, variance);
};
