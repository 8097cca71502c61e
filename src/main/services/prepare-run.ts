import { columnOf, createMatrix, type Matrix } from '../../shared/engine/matrix.ts';
import { AppError } from '../../shared/errors.ts';
import type { Feature } from '../../shared/model/feature.ts';
import {
  optionsOf,
  type Preparation,
  type PrepareChoice,
  type PrepareOptions,
  prepareOptionsSchema,
} from '../../shared/model/preparation.ts';
import { type StoredSnapshot, snapshotColumn } from '../store/repositories/snapshots.ts';
import { listSources } from '../store/repositories/sources.ts';
import type { Sqlite } from '../store/sqlite.ts';
import type { Compute } from './compute.ts';
import { pickRows } from './pick-rows.ts';

/** Fewer say nothing about groups. */
export const fewestCustomers = 8;

/** A snapshot's customers made ready for distances. */
export interface PreparedRun {
  readonly snapshot: StoredSnapshot;
  /** The features asked for, in the snapshot's order; `raw` has these columns in their own units. */
  readonly features: readonly Feature[];
  readonly raw: Matrix;
  /** Columns that are used only. */
  readonly prepared: Matrix;
  readonly preparation: readonly Preparation[];
  /** How they were asked to be prepared. */
  readonly options: PrepareOptions;
  /** Which rows of the snapshot these are; all of them where absent. */
  readonly rows?: Int32Array;
}

/** Some of its customers, prepared as they are among all of them. */
export const someOf = (run: PreparedRun, rows: Int32Array): PreparedRun => ({
  ...run,
  snapshot: { ...run.snapshot, customers: rows.length },
  raw: pickRows(run.raw, rows),
  prepared: pickRows(run.prepared, rows),
  rows,
});

const chosenFeatures = (snapshot: StoredSnapshot, keys: readonly string[] | undefined): Feature[] => {
  const missing = keys?.find((key) => !snapshot.features.some((feature) => feature.key === key));
  if (missing !== undefined) throw new AppError('notFound', { what: 'column', id: missing });
  return keys === undefined ? snapshot.features : snapshot.features.filter((feature) => keys.includes(feature.key));
};

/** @throws AppError `noCustomers`, `noNumbers`, `tooFewCustomers`, `tooManySegments` */
export const checkCustomers = (db: Sqlite, snapshot: StoredSnapshot, k: number | 'auto'): void => {
  const file = listSources(db)[0]?.file;
  const { customers } = snapshot;
  if (customers === 0) throw new AppError('noCustomers', file === undefined ? {} : { file });
  if (snapshot.features.length === 0) throw new AppError('noNumbers', { file: file ?? '' });
  if (customers < fewestCustomers) throw new AppError('tooFewCustomers', { customers, needed: fewestCustomers });
  if (k !== 'auto' && k > customers) throw new AppError('tooManySegments', { k, customers });
};

/**
 * Choices for features that are not among these say nothing here. Every customer gets a segment, so none may be dropped.
 * @throws AppError `badInput`
 */
const checkedOptions = (choice: PrepareChoice, features: readonly Feature[]): PrepareOptions => {
  const options = prepareOptionsSchema.parse(choice);
  const own = Object.entries(options.features).filter(([key]) => features.some((feature) => feature.key === key));
  const checked = { ...options, features: Object.fromEntries(own) };
  if (features.some(({ key }) => optionsOf(checked, key).missing === 'dropRows'))
    throw new AppError('badInput', {
      method: 'A segmentation',
      problem: 'dropping customers with missing values would leave them without a segment; fill in the values instead',
    });
  return checked;
};

/**
 * @throws AppError `notFound` for a feature that is not there, `allAlike` where every one is constant, `badInput` where
 * customers would be dropped, `cancelled`
 */
export const prepareRun = async (
  db: Sqlite,
  compute: Compute,
  snapshot: StoredSnapshot,
  keys: readonly string[] | undefined,
  choice: PrepareChoice | undefined,
  signal: AbortSignal,
): Promise<PreparedRun> => {
  const features = chosenFeatures(snapshot, keys);
  const options = checkedOptions(choice ?? {}, features);
  const raw = createMatrix(snapshot.customers, features.length);
  features.forEach((feature, i) => {
    columnOf(raw, i).set(snapshotColumn(db, snapshot.id, feature.key)!);
  });
  const input = { matrix: raw, features: features.map(({ key }) => key), options };
  const { matrix: prepared, preparation } = await compute.run('prepare', input, { signal });
  if (prepared.columns === 0) throw new AppError('allAlike', { customers: snapshot.customers });
  return { snapshot, features, raw, prepared, preparation, options };
};

/** Order data says what a customer spent; a customer table does not. */
export const isOrderData = (snapshot: StoredSnapshot): boolean => snapshot.totals.orders !== null;
