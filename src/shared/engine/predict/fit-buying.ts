import type { Progress } from '../progress.ts';
import type { BuyingModel } from './buying-model.ts';
import { fitModel, type ModelFit } from './fit-model.ts';
import { type CountedHistories, countHistories, type PurchaseHistories } from './purchase-histories.ts';

/** Below so many customers a weak prior holds what the data leave open. */
const settled = 500;
const weak = 1.5;
/** The longest observation, in the unit in which is fitted. */
const span = 10;

/**
 * Fits a model of repeat buying. Time is measured so that the longest observation is 10, which makes starts and steps fit
 * any unit; parameters, errors and likelihood come back in the histories' own.
 * O(different histories) a step, some 60 steps.
 * @throws AppError cancelled. Histories without any repeat order give a fit that is not bounded (standard errors NaN).
 */
export const fitBuying = (model: BuyingModel, histories: PurchaseHistories, progress: Progress): ModelFit => {
  const counted = countHistories(histories);
  const longest = counted.observed.reduce((most, time) => Math.max(most, time), 0);
  const unit = longest > 0 ? longest / span : 1;
  const scaled: CountedHistories = {
    ...counted,
    recency: counted.recency.map((time) => time / unit),
    observed: counted.observed.map((time) => time / unit),
  };
  const fit = fitModel(model, scaled, progress, counted.total < settled ? { priorSpread: weak } : {});
  const inUnits = (values: Float64Array) =>
    values.map((value, i) => (model.timeParameters.includes(i) ? value * unit : value));
  const parameters = inUnits(fit.parameters);
  return {
    ...fit,
    parameters,
    standardErrors: inUnits(fit.standardErrors),
    logLikelihood: model.logLikelihood(parameters, counted, new Float64Array(parameters.length), progress),
  };
};
