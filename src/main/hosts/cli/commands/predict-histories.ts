import { basename } from 'node:path';
import { buyingModels } from '../../../../shared/engine/predict/buying-models.ts';
import type { ModelFit } from '../../../../shared/engine/predict/fit-model.ts';
import { gammaGamma } from '../../../../shared/engine/predict/gamma-gamma.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { BuyingModelName } from '../../../../shared/model/prediction.ts';
import { readHistories } from '../../../import/read-histories.ts';
import { fitHistories, fitOrderValues } from '../../../services/predict/fit-histories.ts';
import { fitView } from '../../../services/predict/fit-view.ts';
import { createComputePool } from '../../../workers/pool.ts';

export type HistoryModel = BuyingModelName | 'gammagamma';

const fitJson = (model: HistoryModel, names: readonly string[], fit: ModelFit, customers: number) => {
  const { hasPrior, ...view } = fitView(names, fit);
  return { model, ...view, customers, prior: hasPrior };
};

/** Fits one model to a plain table of purchase histories, without a project: the analyst's way in. */
export const predictHistories = async (path: string, model: HistoryModel, signal: AbortSignal) => {
  const { histories, meanValue } = await readHistories(path);
  const compute = createComputePool({ threads: 1, crew: 1 });
  try {
    if (model === 'gammagamma') {
      if (meanValue === null)
        throw new AppError('wrongUsage', { problem: `“${basename(path)}” has no column zbar or monetary_value.` });
      const fit = await fitOrderValues(compute, { frequency: histories.frequency, meanValue }, signal);
      return fitJson(model, gammaGamma.parameterNames, fit, fit.customers);
    }
    const fit = await fitHistories(compute, model, histories, signal);
    return fitJson(model, buyingModels[model].parameterNames, fit, histories.frequency.length);
  } finally {
    await compute.close();
  }
};
