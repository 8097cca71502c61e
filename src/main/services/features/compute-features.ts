import { AppError } from '../../../shared/errors.ts';
import type { Feature, ScoreBreaks } from '../../../shared/model/feature.ts';
import { listOwnFeatures } from '../../store/repositories/own-features.ts';
import { keptReasons } from '../../store/repositories/rules.ts';
import {
  addSnapshot,
  type NewSnapshot,
  type StoredSnapshot,
  snapshotById,
  snapshotOfState,
} from '../../store/repositories/snapshots.ts';
import { listSources } from '../../store/repositories/sources.ts';
import { inTransaction, type Sqlite } from '../../store/sqlite.ts';
import { epochDay, isoDay } from '../aggregate-orders.ts';
import { countNaN, ensureSnapshot, hashOf } from '../features.ts';
import { joinPaths, stateOfPaths } from '../joins/join-paths.ts';
import { askedAhead } from '../predict/asked-ahead.ts';
import type { JobContext } from '../services.ts';
import { breathe, spanOf } from '../session.ts';
import { stateOf } from '../state.ts';
import { definitionsOf } from './catalogue.ts';
import { columnsAtHand } from './columns-at-hand.ts';
import type { FeatureColumn, FeatureDefinition } from './definition.ts';
import { resolveFeature } from './own.ts';
import { readData } from './read-data.ts';

export interface FeatureRequest {
  /** ISO day: nothing later counts. The last order's where absent. */
  readonly asOf?: string | undefined;
  /** Keys of entries, or of one column of an entry; the whole catalogue where absent. */
  readonly features?: readonly string[] | undefined;
  readonly breaks?: ScoreBreaks | undefined;
}

/** The sources and rules that stand, and everything else that the numbers depend on. */
const stateOfRequest = (db: Sqlite, { asOf, features, breaks }: FeatureRequest): string => {
  const own = listOwnFeatures(db).map(({ name, formula, unit }) => [name, formula, unit]);
  const joins = stateOfPaths(joinPaths(db));
  const ahead = askedAhead(db);
  return JSON.stringify({
    ...JSON.parse(stateOf(db)),
    of: { asOf, features, breaks, own, joins, ...(ahead === null ? {} : { ahead }) },
  });
};

/** Entries and all that they are made from, in the catalogue's order. */
const withInputs = (
  entries: readonly FeatureDefinition[],
  chosen: readonly FeatureDefinition[],
): FeatureDefinition[] => {
  const wanted = new Set<string>();
  const want = ({ key, after }: FeatureDefinition): void => {
    if (wanted.has(key)) return;
    wanted.add(key);
    for (const entry of entries) if (after.includes(entry.key)) want(entry);
  };
  for (const entry of chosen) want(entry);
  return entries.filter(({ key }) => wanted.has(key));
};

const chosenFrom = (entries: readonly FeatureDefinition[], keys: readonly string[] | undefined) =>
  [...new Set(keys ?? entries.map(({ key }) => key))].map((key) => {
    const found = resolveFeature(entries, key);
    if (found === null) throw new AppError('notFound', { what: 'feature', id: key });
    return found;
  });

/**
 * Counts features from the rows of the files, and keeps nothing.
 * @throws AppError `notFound`, `cancelled`
 */
export const countFeatures = async (
  db: Sqlite,
  { asOf, features, breaks = {} }: FeatureRequest,
  job: Pick<JobContext, 'signal'>,
  onProgress: (fraction: number) => void,
): Promise<NewSnapshot> => {
  const choice = { asOf: asOf ?? null, isChosen: asOf !== undefined, breaks };
  const planned = definitionsOf(db, choice);
  const chosen = chosenFrom(planned, features);
  const needed = withInputs(
    planned,
    chosen.map(({ entry }) => entry),
  );
  const made = new Map<string, FeatureColumn>();
  const columns = new Map<string, Float64Array>();
  const { data, totals } = await readData(
    db,
    columnsAtHand(listSources(db), keptReasons(db), joinPaths(db)),
    {
      needs: [...new Set(needed.flatMap(({ needs }) => needs))],
      until: asOf === undefined ? null : epochDay(asOf),
      breaks,
    },
    columns,
    job,
    (fraction) => onProgress(0.7 * fraction),
  );
  const day = asOf ?? (data.asOf === null ? null : isoDay(data.asOf));
  // Again, now that the day is known: sentences tell it.
  const known = definitionsOf(db, { ...choice, asOf: day }).filter(({ key }) => needed.some((one) => one.key === key));
  const columnsOf = new Map<string, FeatureColumn[]>();
  for (const [i, entry] of known.entries()) {
    const own = await entry.compute(data);
    columnsOf.set(entry.key, own);
    for (const column of own) {
      made.set(column.key, column);
      columns.set(column.key, column.values);
    }
    onProgress(0.7 + (0.3 * (i + 1)) / known.length);
  }
  const asked = chosen.flatMap(({ entry, column }) => {
    if (column === entry.key) return columnsOf.get(entry.key)!;
    const one = made.get(column);
    if (one === undefined) throw new AppError('notFound', { what: 'feature', id: column });
    return [one];
  });
  const computed: { feature: Feature; values: Float64Array }[] = [];
  for (const { values, ...feature } of new Set(asked)) {
    computed.push({ feature: { ...feature, missing: countNaN(values) }, values });
    await breathe(job);
  }
  return {
    asOf: day,
    customers: data.customerIds.length,
    features: computed.map(({ feature }) => feature),
    totals,
    hash: hashOf(day, computed, data.customerIds),
    customerIds: data.customerIds,
    columns: computed.map(({ values }) => values),
  };
};

/**
 * Customers with their usual facts and these: what segments are made from. Also inside the caller's transaction.
 * @throws AppError `notFound` for a fact that the columns at hand do not allow, `cancelled`
 */
export const snapshotWith = async (
  db: Sqlite,
  keys: readonly string[] | undefined,
  job: Pick<JobContext, 'signal'>,
  onProgress: (fraction: number) => void,
): Promise<StoredSnapshot> => {
  const base = await ensureSnapshot(db, job, onProgress);
  const usual = base.features.map(({ key }) => key);
  const further = keys?.filter((key) => !usual.includes(key)) ?? [];
  if (further.length === 0) return base;
  const request = { features: [...usual, ...further] };
  const state = stateOfRequest(db, request);
  const known = snapshotOfState(db, state);
  if (known !== null) return known;
  const made = await countFeatures(db, request, job, onProgress);
  await breathe(job);
  return snapshotById(
    db,
    db.inTransaction ? addSnapshot(db, state, made) : inTransaction(db, () => addSnapshot(db, state, made)),
  )!;
};

/**
 * Customers × these features as of a day, as a snapshot of its own beside those of segmentations. Found again where it
 * was computed before.
 * @throws AppError `notFound` for a feature that the columns at hand do not allow, `noCustomers` before the first import,
 * `cancelled`
 */
export const computeFeatures = async (
  db: Sqlite,
  request: FeatureRequest,
  job: JobContext,
): Promise<StoredSnapshot> => {
  if (listSources(db).length === 0) throw new AppError('noCustomers');
  // Marks which lines count, where that is not known yet.
  await ensureSnapshot(db, job);
  const state = stateOfRequest(db, request);
  const known = snapshotOfState(db, state);
  if (known !== null) return known;
  const made = await countFeatures(db, request, job, spanOf(job, 'features', 0, 0.9));
  await breathe(job);
  job.progress('finishing', 0.9);
  return snapshotById(
    db,
    inTransaction(db, () => addSnapshot(db, state, made)),
  )!;
};
