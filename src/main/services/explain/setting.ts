import { AppError } from '../../../shared/errors.ts';
import type { Feature } from '../../../shared/model/feature.ts';
import type { NumberInput, NumberOrigin, NumberRef, NumberUnit } from '../../../shared/model/number-origin.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { type StoredSnapshot, snapshotById } from '../../store/repositories/snapshots.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import type { CustomerTable } from '../customer-table.ts';

/** What one kind of number answers; the rest is the same for all. */
export type Answer = Pick<NumberOrigin, 'value' | 'unit' | 'recount' | 'recountedFrom' | 'customers' | 'under'> &
  Partial<
    Pick<
      NumberOrigin,
      'missing' | 'inputs' | 'segment' | 'feature' | 'customer' | 'told' | 'countable' | 'asOf' | 'firstDay'
    >
  >;

/** What a number is read from. */
export interface Setting {
  readonly db: Sqlite;
  /** What the number is made from; that of the table but for totals of a project that has changed since. */
  readonly snapshot: StoredSnapshot;
  readonly table: CustomerTable;
  readonly segmentation: Segmentation | null;
  /** The rows of the files say what they said when this was made. */
  readonly isCurrent: boolean;
}

/** References of one kind. */
export type RefOf<Kind extends NumberRef['of']> = Extract<NumberRef, { of: Kind }>;

export const input = (
  name: NumberInput['name'],
  value: NumberInput['value'],
  unit: NumberUnit,
  ref: NumberRef | null = null,
): NumberInput => ({ name, value, unit, ref });

/** @throws AppError `notFound` before the first run */
export const theRun = ({ segmentation }: Pick<Setting, 'segmentation'>): Segmentation => {
  if (segmentation === null) throw new AppError('notFound', { what: 'segmentation', id: null });
  return segmentation;
};

/** @throws AppError `notFound` */
export const featureOf = ({ features }: Pick<StoredSnapshot, 'features'>, key: string): Feature => {
  const feature = features.find((one) => one.key === key);
  if (feature === undefined) throw new AppError('notFound', { what: 'column', id: key });
  return feature;
};

/** Facts are counts, days, money …: their units are units of numbers. */
export const unitOf = ({ unit }: Feature): NumberUnit => unit;

/** The snapshot that a reference names. @throws AppError `notFound` */
export const namedSnapshot = (db: Sqlite, snapshotId: number): StoredSnapshot => {
  const snapshot = snapshotById(db, snapshotId);
  if (snapshot === null) throw new AppError('notFound', { what: 'snapshot', id: snapshotId });
  return snapshot;
};
