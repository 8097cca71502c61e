import type { Progress } from '../progress.ts';
import type { BuyingModel } from './buying-model.ts';
import { fitModel, type ModelFit } from './fit-model.ts';
import { countHistories, inUnit, type PurchaseHistories, thinHistories } from './purchase-histories.ts';

/** Below so many customers a weak prior holds what the data leave open. */
const settled = 500;
const weak = 1.5;
/** The longest observation, in the unit in which is fitted. */
const span = 10;
/** Of many histories so many show the way; all of them go the rest of it. */
const thinned = 4_000;

/**
 * Fits a model of repeat buying. Time is measured so that the longest observation is 10, which makes starts and steps fit
 * any unit; parameters, errors and likelihood come back in the histories' own.
 * O(different histories) a step, some 60 steps; a tenth of them where there are many histories.
 * @throws AppError cancelled. Histories without any repeat order give a fit that is not bounded (standard errors NaN).
 */
export const fitBuying = (model: BuyingModel, histories: PurchaseHistories, progress: Progress): ModelFit => {
  const counted = countHistories(histories);
  const longest = counted.observed.reduce((most, time) => Math.max(most, time), 0);
  const unit = longest > 0 ? longest / span : 1;
  const scaled = inUnit(counted, unit);
  const few = counted.frequency.length > 2 * thinned ? thinHistories(scaled, thinned) : null;
  const way = few === null ? null : fitModel(model, few, progress);
  const fit =
    way === null
      ? fitModel(model, scaled, progress, counted.total < settled ? { priorSpread: weak } : {})
      : fitModel({ ...model, starts: [[...way.parameters]] }, scaled, progress, {
          // More customers bend the likelihood as many times more.
          inverse: way.covarianceOfLogs?.map((value) => (value * few!.total) / counted.total),
        });
  const inOwnUnit = (values: Float64Array) =>
    values.map((value, i) => (model.timeParameters.includes(i) ? value * unit : value));
  const parameters = inOwnUnit(fit.parameters);
  return {
    ...fit,
    parameters,
    standardErrors: inOwnUnit(fit.standardErrors),
    logLikelihood: model.logLikelihood(parameters, counted, new Float64Array(parameters.length), progress),
  };
};
