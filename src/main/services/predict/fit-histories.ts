import { checkEnough } from '../../../shared/engine/predict/check-enough.ts';
import type { ModelFit } from '../../../shared/engine/predict/fit-model.ts';
import type { RepeatSpending } from '../../../shared/engine/predict/gamma-gamma.ts';
import type { PurchaseHistories } from '../../../shared/engine/predict/purchase-histories.ts';
import type { BuyingModelName } from '../../../shared/model/prediction.ts';
import type { Compute } from '../compute.ts';

/**
 * Fits a model of repeat buying on a compute thread.
 * @throws AppError tooFewToPredict with what would be enough, cancelled
 */
export const fitHistories = async (
  compute: Compute,
  model: BuyingModelName,
  histories: PurchaseHistories,
  signal?: AbortSignal,
): Promise<ModelFit> => {
  checkEnough(histories.frequency);
  return compute.run('fitBuying', { model, histories }, { signal });
};

/** Fits the value of an order to the customers who came again; who never did says nothing of it. */
export const fitOrderValues = async (
  compute: Compute,
  spending: RepeatSpending,
  signal?: AbortSignal,
): Promise<ModelFit & { readonly customers: number }> => {
  checkEnough(spending.frequency);
  return compute.run('fitGammaGamma', spending, { signal });
};
