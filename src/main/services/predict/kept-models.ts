import type { ModelFit } from '../../../shared/engine/predict/fit-model.ts';
import type { FittedModels, HoldOut } from '../../../shared/engine/predict/predict-customers.ts';
import { buyingModelNames } from '../../../shared/model/prediction.ts';

/** Numbers of a fit as JSON has them, where NaN is null. */
type Numbers = readonly (number | null)[];
const toNumbers = (values: Float64Array): Numbers => [...values].map((value) => (Number.isNaN(value) ? null : value));
const fromNumbers = (values: Numbers): Float64Array => Float64Array.from(values, (value) => value ?? Number.NaN);

interface KeptFit {
  readonly parameters: Numbers;
  readonly standardErrors: Numbers;
  readonly covarianceOfLogs: Numbers | null;
  readonly logLikelihood: number;
  readonly converged: boolean;
  readonly hasPrior: boolean;
}

const keptFit = (fit: ModelFit): KeptFit => ({
  ...fit,
  parameters: toNumbers(fit.parameters),
  standardErrors: toNumbers(fit.standardErrors),
  covarianceOfLogs: fit.covarianceOfLogs && toNumbers(fit.covarianceOfLogs),
});
const fitOf = (kept: KeptFit): ModelFit => ({
  ...kept,
  parameters: fromNumbers(kept.parameters),
  standardErrors: fromNumbers(kept.standardErrors),
  covarianceOfLogs: kept.covarianceOfLogs && fromNumbers(kept.covarianceOfLogs),
});

/** Fitted models as text. */
export const modelsText = ({ model, fit, valueFit, holdOut }: FittedModels): string =>
  JSON.stringify({ model, fit: keptFit(fit), valueFit: valueFit && keptFit(valueFit), holdOut });

/** And back, the same to the last bit. */
export const modelsOfText = (text: string): FittedModels | null => {
  const kept = JSON.parse(text) as { model: string; fit: KeptFit; valueFit: KeptFit | null; holdOut: HoldOut };
  const model = buyingModelNames.find((name) => name === kept.model);
  if (model === undefined) return null;
  return { model, fit: fitOf(kept.fit), valueFit: kept.valueFit && fitOf(kept.valueFit), holdOut: kept.holdOut };
};
