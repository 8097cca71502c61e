import { type Progress, throwIfCancelled } from '../progress.ts';
import { type Fittable, fitModel, type ModelFit } from './fit-model.ts';
import { digamma, logGamma } from './log-gamma.ts';

/** Of customers with at least one repeat order: how many, and what they spent on each in the mean. */
export interface RepeatSpending {
  readonly frequency: Float64Array;
  /** Above 0. */
  readonly meanValue: Float64Array;
}

/**
 * What an order is worth: single orders vary by a gamma distribution of shape p around the customer's own mean, and the
 * means differ by an inverse gamma distribution (q, v).
 * Source: Fader & Hardie (2013), The Gamma-Gamma Model of Monetary Value, equation 1a.
 */
export const gammaGamma: Fittable<RepeatSpending> = {
  parameterNames: ['p', 'q', 'v'],
  starts: [
    [6, 4, 0.5],
    [2, 3, 1],
    [20, 2, 0.1],
    [1, 10, 5],
  ],
  logLikelihood(parameters, { frequency, meanValue }, gradient, progress) {
    const [p, q, v] = parameters as unknown as [number, number, number];
    const [fromQ, psiQ, logV] = [logGamma(q), digamma(q), Math.log(v)];
    let [sum, sumP, sumQ, sumV] = [0, 0, 0, 0];
    for (let i = 0; i < frequency.length; i += 1) {
      if ((i & 4095) === 0) throwIfCancelled(progress);
      const [x, mean] = [frequency[i]!, meanValue[i]!];
      const [shape, whole] = [p * x, v + x * mean];
      const [logMean, logX, logWhole] = [Math.log(mean), Math.log(x), Math.log(whole)];
      const psi = digamma(shape + q);
      sum +=
        logGamma(shape + q) -
        logGamma(shape) -
        fromQ +
        q * logV +
        (shape - 1) * logMean +
        shape * logX -
        (shape + q) * logWhole;
      sumP += x * (psi - digamma(shape) + logMean + logX - logWhole);
      sumQ += psi - psiQ + logV - logWhole;
      sumV += q / v - (shape + q) / whole;
    }
    gradient.set([sumP, sumQ, sumV]);
    return sum;
  },
};

/** Fits the model in units of the mean order, so that starts fit any currency. Customers without a repeat order are left out. */
export const fitGammaGamma = (
  spending: RepeatSpending,
  progress: Progress,
): ModelFit & { readonly customers: number } => {
  const rows = [...spending.frequency.keys()].filter((i) => spending.frequency[i]! > 0 && spending.meanValue[i]! > 0);
  const frequency = Float64Array.from(rows, (i) => spending.frequency[i]!);
  const values = Float64Array.from(rows, (i) => spending.meanValue[i]!);
  const unit = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const fit = fitModel(gammaGamma, { frequency, meanValue: values.map((value) => value / unit) }, progress);
  const inUnits = (numbers: Float64Array) => numbers.map((value, i) => (i === 2 ? value * unit : value));
  const parameters = inUnits(fit.parameters);
  return {
    ...fit,
    parameters,
    standardErrors: inUnits(fit.standardErrors),
    logLikelihood: gammaGamma.logLikelihood(
      parameters,
      { frequency, meanValue: values },
      new Float64Array(3),
      progress,
    ),
    customers: rows.length,
  };
};

/**
 * The mean value of an order to come: the customer's own mean, drawn towards everybody's the less orders there are.
 * Infinite where the fit says that means have no bound (p x + q ≤ 1).
 */
export const expectedOrderValue = (parameters: Float64Array, frequency: number, meanValue: number): number => {
  const [p, q, v] = parameters as unknown as [number, number, number];
  const rest = p * frequency + q - 1;
  return rest > 0 ? ((v + frequency * meanValue) * p) / rest : Infinity;
};
