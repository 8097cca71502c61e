import { buyingModels } from '../../../shared/engine/predict/buying-models.ts';
import type { FrequencyRecency } from '../../../shared/engine/predict/frequency-recency.ts';
import { gammaGamma } from '../../../shared/engine/predict/gamma-gamma.ts';
import type { CustomerPrediction, FittedModels } from '../../../shared/engine/predict/predict-customers.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CustomerPredictionRequest, CustomerPredictionView } from '../../../shared/model/prediction.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { isoDay } from '../aggregate-orders.ts';
import type { Compute } from '../compute.ts';
import type { JobContext } from '../services.ts';
import { fitView } from './fit-view.ts';
import { type KnownOrders, readOrderDays } from './read-order-days.ts';

/** A prediction of money spent as one of money earned. */
export const withMargin = <View extends Pick<CustomerPredictionView, 'value'>>(view: View, margin: number): View => {
  const { value } = view;
  if (value === null) return view;
  const { expected, low, high, shared } = value;
  return {
    ...view,
    value: { expected: expected * margin, low: low * margin, high: high * margin, shared: shared * margin ** 2 },
  };
};

const mutable = ({ observed, repeatOrders, daysSince, alive }: FrequencyRecency) => ({
  observed,
  repeatOrders: [...repeatOrders],
  daysSince: [...daysSince],
  alive: alive.map((row) => [...row]),
});

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
 * @param fitted models of an earlier prediction of the same orders, asked for in the same way
 * @throws AppError noOrders, tooFewToPredict, badInput, cancelled
 */
export const predictProject = async (
  db: Sqlite,
  compute: Compute,
  request: CustomerPredictionRequest,
  job: JobContext,
  fitted: FittedModels | null = null,
): Promise<ProjectPrediction> => {
  const { model, horizonDays, discountRate, seed } = request;
  job.progress('predicting', 0);
  const known = await readOrderDays(db, job, (fraction) => job.progress('predicting', 0.3 * fraction));
  const holdoutDays = holdoutDaysOf(known, request.holdoutDays);
  const { orders, lastDay } = known;
  const prediction = await compute.run(
    'predictCustomers',
    { orders, lastDay, model, horizonDays, holdoutDays, discountRate, seed, fitted: fitted ?? undefined },
    { signal: job.signal, onProgress: (fraction) => job.progress('predicting', 0.3 + 0.65 * fraction) },
  );
  const { fitted: models, soon, worth } = prediction;
  const { holdOut } = models;
  const best = holdOut.trials.find((trial) => trial.model === models.model)!;
  const view = {
    model: models.model,
    asOf: isoDay(lastDay),
    horizonDays,
    customers: prediction.customer.length,
    buying: fitView(buyingModels[models.model].parameterNames, models.fit),
    orderValue: models.valueFit === null ? null : fitView(gammaGamma.parameterNames, models.valueFit),
    alive: sum(prediction.alive),
    orders: { expected: prediction.total.orders, low: prediction.total.low, high: prediction.total.high },
    value: worth === null ? null : { ...worth.total, shared: worth.sharedVariance },
    soon: { expected: soon.total.orders, low: soon.total.low, high: soon.total.high },
    holdOut: {
      ...holdOut,
      until: isoDay(holdOut.until),
      trials: [...holdOut.trials],
      beatsBaselines: Object.values(holdOut.baselines).every(({ meanAbsolute }) => best.meanAbsolute < meanAbsolute),
      reliability: [...holdOut.reliability],
      byOrdersBefore: [...holdOut.byOrdersBefore],
      tracking: holdOut.tracking.map((week) => ({ ...week, day: isoDay(week.day) })),
    },
    frequencyRecency: mutable(prediction.frequencyRecency),
  };
  return { view, prediction, customerIds: prediction.customer.map((row) => known.customerIds[row]!) };
};
