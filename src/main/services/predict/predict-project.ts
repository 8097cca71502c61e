import { buyingModels } from '../../../shared/engine/predict/buying-models.ts';
import { gammaGamma } from '../../../shared/engine/predict/gamma-gamma.ts';
import type { CustomerPrediction } from '../../../shared/engine/predict/predict-customers.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CustomerPredictionRequest, CustomerPredictionView } from '../../../shared/model/prediction.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { isoDay } from '../aggregate-orders.ts';
import type { Compute } from '../compute.ts';
import type { JobContext } from '../services.ts';
import { fitView } from './fit-view.ts';
import { type KnownOrders, readOrderDays } from './read-order-days.ts';

/** What each customer is worth within the horizon, in money; NaN without any. */
export const valuesOf = ({ discountedOrders, orderValue }: CustomerPrediction, margin: number): Float64Array =>
  discountedOrders.map((orders, i) => orders * orderValue[i]! * margin);

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

/** The days that are held back: as asked, else a third of what is known. */
const holdoutDaysOf = ({ orders, lastDay }: KnownOrders, asked: number | undefined): number => {
  const firstDay = orders.day.reduce((first, day) => Math.min(first, day), lastDay);
  const known = lastDay - firstDay;
  if (asked !== undefined && asked >= known)
    throw new AppError('badInput', {
      method: 'predict.customers',
      problem: `${asked} days were to be held back, but orders are known of ${known} days only`,
    });
  return asked ?? Math.max(1, Math.round(known / 3));
};

export interface ProjectPrediction {
  readonly view: Omit<CustomerPredictionView, 'file'>;
  readonly prediction: CustomerPrediction;
  /** By row of the prediction. */
  readonly customerIds: Int32Array;
}

/**
 * What the project's customers will do: tried on its last days, then fitted to everything, on a compute thread.
 * @throws AppError noOrders, tooFewToPredict, badInput, cancelled
 */
export const predictProject = async (
  db: Sqlite,
  compute: Compute,
  request: CustomerPredictionRequest,
  job: JobContext,
): Promise<ProjectPrediction> => {
  const { model, horizonDays, discountRate, margin, seed } = request;
  job.progress('predicting', 0);
  const known = await readOrderDays(db, job, (fraction) => job.progress('predicting', 0.3 * fraction));
  const holdoutDays = holdoutDaysOf(known, request.holdoutDays);
  const { orders, lastDay } = known;
  const prediction = await compute.run(
    'predictCustomers',
    { orders, lastDay, model, horizonDays, holdoutDays, discountRate, seed },
    { signal: job.signal, onProgress: (fraction) => job.progress('predicting', 0.3 + 0.65 * fraction) },
  );
  const { holdOut } = prediction;
  const best = holdOut.trials.find((trial) => trial.model === prediction.model)!;
  const view = {
    model: prediction.model,
    asOf: isoDay(lastDay),
    horizonDays,
    customers: prediction.customer.length,
    buying: fitView(buyingModels[prediction.model].parameterNames, prediction.fit),
    orderValue: prediction.valueFit === null ? null : fitView(gammaGamma.parameterNames, prediction.valueFit),
    alive: sum(prediction.alive),
    orders: { expected: prediction.total.orders, low: prediction.total.low, high: prediction.total.high },
    value: prediction.valueFit === null ? null : sum(valuesOf(prediction, margin)),
    holdOut: {
      ...holdOut,
      until: isoDay(holdOut.until),
      trials: [...holdOut.trials],
      beatsBaselines: Object.values(holdOut.baselines).every(({ meanAbsolute }) => best.meanAbsolute < meanAbsolute),
    },
  };
  return { view, prediction, customerIds: prediction.customer.map((row) => known.customerIds[row]!) };
};
