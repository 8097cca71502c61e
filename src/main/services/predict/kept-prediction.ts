import { bandCustomers, valueBands } from '../../../shared/engine/predict/customer-groups.ts';
import type { FittedModels } from '../../../shared/engine/predict/predict-customers.ts';
import {
  type CustomerPredictionRequest,
  customerGroups,
  customerPredictionRequestSchema,
  customerPredictionSchema,
  type KeptPrediction,
} from '../../../shared/model/prediction.ts';
import {
  keepPrediction,
  predictedColumn,
  predictedCustomers,
  predictionOf,
} from '../../store/repositories/predictions.ts';
import { labelsOf } from '../../store/repositories/segmentations.ts';
import { snapshotCustomers } from '../../store/repositories/snapshots.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { placesAmong } from '../chosen-customers.ts';
import { chosenSegmentation } from '../segmentation-view.ts';
import { stateOf } from '../state.ts';
import { modelsOfText, modelsText } from './kept-models.ts';
import { groupsOf, outlooksOf } from './outlook.ts';
import type { ProjectPrediction } from './predict-project.ts';
import {
  type PredictionColumn,
  type PredictionColumns,
  predictionColumnNames,
  predictionColumns,
} from './prediction-columns.ts';

/** Changes when predictions are made in another way, so that an older one is not taken for one of today. */
const version = 1;
const askedSchema = customerPredictionRequestSchema.omit({ file: true });
const foundSchema = customerPredictionSchema.omit({ file: true });

/** What a prediction depends on. */
const predictionState = (db: Sqlite): string => JSON.stringify({ version, of: stateOf(db) });

/** Keeps what was found in the place of the prediction before. */
export const keepCustomers = (
  db: Sqlite,
  { file: _, ...asked }: CustomerPredictionRequest,
  { view, prediction, customerIds }: ProjectPrediction,
): void =>
  keepPrediction(
    db,
    'customers',
    {
      state: predictionState(db),
      asked: JSON.stringify(asked),
      found: JSON.stringify(view),
      models: modelsText(prediction.fitted),
    },
    customerIds,
    predictionColumns(prediction),
  );

/** What was fitted last, where it is of the same orders and was asked for in the same way; null where it is not. */
export const keptModels = (
  db: Sqlite,
  { model, holdoutDays, seed }: CustomerPredictionRequest,
): FittedModels | null => {
  const kept = predictionOf(db, 'customers');
  if (kept === null || kept.state !== predictionState(db)) return null;
  const asked = askedSchema.parse(JSON.parse(kept.asked));
  const isSame = asked.model === model && asked.holdoutDays === holdoutDays && asked.seed === seed;
  return isSame ? modelsOfText(kept.models) : null;
};

/** What is said of every customer of the kept prediction. */
export const keptColumns = (db: Sqlite): PredictionColumns =>
  new Map(
    predictionColumnNames.flatMap((name): [PredictionColumn, Float64Array][] => {
      const values = predictedColumn(db, 'customers', name);
      return values === null ? [] : [[name, values]];
    }),
  );

/** Above this chance the next order is due. */
const dueFrom = 0.5;

/** Of every predicted customer, by three ways to part them: its place, −1 where it is in none. */
export const partsOf = (columns: PredictionColumns) => ({
  groups: () => groupsOf(columns),
  bands: () => bandCustomers(columns.get('worth') ?? columns.get('orders')!),
  due: () => Int32Array.from(columns.get('soonAtAll')!, (chance) => (chance >= dueFrom ? 0 : -1)),
});

/** The last prediction by groups, bands and segments; null where there is none. O(customers log customers). */
export const lastPrediction = (db: Sqlite): KeptPrediction | null => {
  const kept = predictionOf(db, 'customers');
  const found = kept === null ? null : foundSchema.safeParse(JSON.parse(kept.found));
  if (kept === null || !found?.success) return null;
  const columns = keptColumns(db);
  const outlooks = (partOf: Int32Array, parts: number) => outlooksOf(columns, found.data, partOf, parts);
  const parts = partsOf(columns);
  const run = chosenSegmentation(db, undefined);
  const labels = run === null ? null : labelsOf(db, run.id);
  const ids = predictedCustomers(db, 'customers');
  // Customers in none of the segments stand last.
  const segments = run?.segments ?? [];
  const placeOf = new Map(segments.map(({ label }, place) => [label, place]));
  const places =
    run === null || labels === null
      ? null
      : placesAmong(ids, snapshotCustomers(db, run.snapshotId)).map(
          (row) => placeOf.get(labels[row] ?? -1) ?? segments.length,
        );
  return {
    current: kept.state === predictionState(db),
    asked: askedSchema.parse(JSON.parse(kept.asked)),
    found: found.data,
    groups: outlooks(parts.groups(), customerGroups.length).map((one, i) => ({ ...one, group: customerGroups[i]! })),
    bands: outlooks(parts.bands(), valueBands.length).map((one, i) => ({ ...one, upTo: valueBands[i]! })),
    segments:
      places === null
        ? []
        : outlooks(places, segments.length + 1)
            .map((one, i) => ({ ...one, segmentId: segments[i]?.id ?? null }))
            .filter(({ customers }) => customers > 0),
    due: outlooks(parts.due(), 1)[0]!,
  };
};
