import type { BuyingModelName } from '../../../shared/engine/predict/buying-models.ts';
import type { ModelFit } from '../../../shared/engine/predict/fit-model.ts';
import type { RepeatSpending } from '../../../shared/engine/predict/gamma-gamma.ts';
import type { PurchaseHistories } from '../../../shared/engine/predict/purchase-histories.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Compute } from '../compute.ts';

/** With fewer, what is fitted says more of chance than of the shop. */
const leastCustomers = 100;
const leastRepeatBuyers = 20;

const checkEnough = (frequency: Float64Array): void => {
  const repeatBuyers = frequency.reduce((count, x) => count + (x > 0 ? 1 : 0), 0);
  if (frequency.length >= leastCustomers && repeatBuyers >= leastRepeatBuyers) return;
  throw new AppError('tooFewToPredict', {
    customers: frequency.length,
    neededCustomers: leastCustomers,
    repeatBuyers,
    neededRepeatBuyers: leastRepeatBuyers,
  });
};

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
