import type { CustomerRow } from '../../shared/model/customer.ts';
import type { Segmentation } from '../../shared/model/segmentation.ts';
import { type CustomerIdentity, createIdentityReader, readAlsoKnownAs } from '../store/repositories/customers.ts';
import { revisionOf } from '../store/repositories/meta.ts';
import { labelsOf } from '../store/repositories/segmentations.ts';
import { type StoredSnapshot, snapshotColumn, snapshotCustomers } from '../store/repositories/snapshots.ts';
import type { Sqlite } from '../store/sqlite.ts';

/** The customers of a snapshot with the segments of one run, ready to be read in any order. */
export interface CustomerTable {
  readonly snapshot: StoredSnapshot;
  readonly ids: Int32Array;
  /** One column a feature, in the snapshot's order. */
  readonly columns: readonly Float64Array[];
  /** Segment of a row; null where it has none. */
  segmentIdOf(row: number): number | null;
  /** Where a row's segment stands, largest first; after all where it has none. */
  segmentRankOf(row: number): number;
  identityOf(row: number): CustomerIdentity;
  /** What those are called who were put together with the customer of a row. */
  alsoOf(row: number): readonly string[];
  rowOf(row: number): CustomerRow;
}

/** An array whose elements are made when they are first read: of many facts most are never looked at. */
const lazily = <Item>(make: readonly (() => Item)[]): readonly Item[] => {
  const items: Item[] = new Array(make.length);
  make.forEach((one, at) => {
    Object.defineProperty(items, at, {
      configurable: true,
      enumerable: true,
      get: () => {
        const value = one();
        Object.defineProperty(items, at, { value, enumerable: true });
        return value;
      },
    });
  });
  return items;
};

export const readCustomerTable = (
  db: Sqlite,
  snapshot: StoredSnapshot,
  segmentation: Segmentation | null,
): CustomerTable => {
  const ids = snapshotCustomers(db, snapshot.id);
  const columns = lazily(
    snapshot.features.map(
      ({ key }) =>
        () =>
          snapshotColumn(db, snapshot.id, key)!,
    ),
  );
  const labels = segmentation === null ? null : labelsOf(db, segmentation.id);
  const segments = segmentation?.segments ?? [];
  const rankByLabel = new Map(segments.map((segment, rank) => [segment.label, rank]));
  const identity = createIdentityReader(db);
  const segmentRankOf = (row: number) => rankByLabel.get(labels?.[row] ?? -1) ?? segments.length;
  const segmentIdOf = (row: number) => segments[segmentRankOf(row)]?.id ?? null;
  const identityOf = (row: number) => identity(ids[row]!);
  let also: ReadonlyMap<number, string[]> | null = null;
  return {
    snapshot,
    ids,
    columns,
    segmentRankOf,
    segmentIdOf,
    identityOf,
    alsoOf: (row) => {
      also ??= readAlsoKnownAs(db);
      return also.get(ids[row]!) ?? [];
    },
    rowOf: (row) => ({
      id: ids[row]!,
      row,
      ...identityOf(row),
      segmentId: segmentIdOf(row),
      values: columns.map((column) => (Number.isNaN(column[row]!) ? null : column[row]!)),
    }),
  };
};

/** Keeps the last table read, as long as the project does not change and no other one is opened. */
export const createTableCache = () => {
  let cached: { db: Sqlite; key: string; table: CustomerTable } | null = null;
  return (db: Sqlite, snapshot: StoredSnapshot, segmentation: Segmentation | null): CustomerTable => {
    const key = `${revisionOf(db)}:${snapshot.id}:${segmentation?.id ?? 0}`;
    if (cached?.db !== db || cached.key !== key)
      cached = { db, key, table: readCustomerTable(db, snapshot, segmentation) };
    return cached.table;
  };
};
