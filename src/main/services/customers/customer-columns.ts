import { AppError } from '../../../shared/errors.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { labelsOf } from '../../store/repositories/segmentations.ts';
import { type StoredSnapshot, snapshotColumn, snapshotCustomers } from '../../store/repositories/snapshots.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import type { RecentPieces } from '../rows/recent-pieces.ts';
import { type IdentityTexts, readIdentityTexts } from './read-identity-texts.ts';
import { surenessColumn } from './sureness-column.ts';

/** The customers of a snapshot, with the segments of one run where there is one. */
export interface OfCustomers {
  readonly snapshot: StoredSnapshot;
  readonly segmentation: Segmentation | null;
}

/** What stands in the columns of all customers, each read when it is first asked for. */
export interface CustomerColumns {
  readonly count: number;
  /** Rising. */
  readonly ids: Int32Array;
  /** Null where a customer is in no segment. */
  segmentIdOf(row: number): number | null;
  /** Where its segment stands, the largest first; NaN where it is in none. */
  segmentRanks(): Float64Array;
  texts(): Generator<number, IdentityTexts>;
  sureness(): Generator<number, Float64Array>;
  /** A fact, or `sureness`. @throws AppError `notFound` */
  numbers(column: string): Generator<number, Float64Array>;
}

interface KeptColumn {
  readonly bytes: number;
  readonly values: Float64Array;
}

/** @param pieces where what takes long to make is kept, for the next question */
export const customerColumns = (
  db: Sqlite,
  { snapshot, segmentation }: OfCustomers,
  pieces: RecentPieces,
): CustomerColumns => {
  const ids = snapshotCustomers(db, snapshot.id);
  let labels: Int32Array | null | undefined;
  const segments = segmentation?.segments ?? [];
  const rankOf = new Map(segments.map(({ label }, rank) => [label, rank]));
  const labelOf = (row: number): number => {
    labels ??= segmentation === null ? null : labelsOf(db, segmentation.id);
    return labels?.[row] ?? -1;
  };
  const columns: CustomerColumns = {
    count: ids.length,
    ids,
    segmentIdOf: (row) => segments[rankOf.get(labelOf(row)) ?? -1]?.id ?? null,
    segmentRanks: () => Float64Array.from(ids, (_, row) => rankOf.get(labelOf(row)) ?? Number.NaN),
    *texts() {
      const key = `texts ${snapshot.id}`;
      const known = pieces.get<IdentityTexts>(key);
      if (known !== undefined) return known;
      const texts = yield* readIdentityTexts(db, ids);
      pieces.put(key, texts);
      return texts;
    },
    *sureness() {
      if (segmentation === null) return new Float64Array(ids.length).fill(Number.NaN);
      const key = `sureness ${segmentation.id}`;
      const known = pieces.get<KeptColumn>(key);
      if (known !== undefined) return known.values;
      const values = yield* surenessColumn(db, segmentation);
      const kept: KeptColumn = { bytes: values.byteLength, values };
      pieces.put(key, kept);
      return values;
    },
    *numbers(column) {
      if (column === 'sureness') return yield* columns.sureness();
      const values = snapshotColumn(db, snapshot.id, column);
      if (values === null) throw new AppError('notFound', { what: 'column', id: column });
      return values;
    },
  };
  return columns;
};
