import {
  type BuyingModelName,
  customerPredictionRequestSchema,
  customerPredictionSchema,
} from '../../../shared/model/prediction.ts';
import { predictionOf } from '../../store/repositories/predictions.ts';
import type { Sqlite } from '../../store/sqlite.ts';

/** How somebody looked ahead last, and by which model. */
export interface AskedAhead {
  readonly model: BuyingModelName;
  readonly horizonDays: number;
  /** A year, continuous. */
  readonly discountRate: number;
}

const askedSchema = customerPredictionRequestSchema.omit({ file: true });
const foundSchema = customerPredictionSchema.pick({ model: true });

/** Null where nobody has looked ahead yet. */
export const askedAhead = (db: Sqlite): AskedAhead | null => {
  const kept = predictionOf(db, 'customers');
  if (kept === null) return null;
  const { horizonDays, discountRate } = askedSchema.parse(JSON.parse(kept.asked));
  const { model } = foundSchema.parse(JSON.parse(kept.found));
  return { model, horizonDays, discountRate };
};
