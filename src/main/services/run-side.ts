import { snapshotColumn, snapshotCustomers } from '../store/repositories/snapshots.ts';
import type { Sqlite } from '../store/sqlite.ts';

/** One side of a comparison of runs: who its customers are, ascending, the label of each, and what each has spent. */
export interface RunSide {
  readonly ids: Int32Array;
  readonly labels: Int32Array;
  /** Read when it is asked for. */
  spent(): Float64Array | null;
  /** Labels are below. */
  readonly k: number;
}

/** Calls back for each customer of either side once, with the row in each, −1 where the customer is not there. */
export const walkBoth = (
  earlier: Int32Array,
  later: Int32Array,
  visit: (before: number, after: number) => void,
): void => {
  let before = 0;
  let after = 0;
  while (before < earlier.length || after < later.length) {
    const one = before < earlier.length ? earlier[before]! : Number.POSITIVE_INFINITY;
    const other = after < later.length ? later[after]! : Number.POSITIVE_INFINITY;
    visit(one <= other ? before : -1, other <= one ? after : -1);
    if (one <= other) before += 1;
    if (other <= one) after += 1;
  }
};

/** Labels of the customers that both runs know, in the same order. */
export const labelsInCommon = (earlier: RunSide, later: RunSide): { earlier: Int32Array; later: Int32Array } => {
  const pairs = { earlier: new Int32Array(later.ids.length), later: new Int32Array(later.ids.length) };
  let count = 0;
  walkBoth(earlier.ids, later.ids, (before, after) => {
    if (before < 0 || after < 0) return;
    pairs.earlier[count] = earlier.labels[before]!;
    pairs.later[count] = later.labels[after]!;
    count += 1;
  });
  return { earlier: pairs.earlier.subarray(0, count), later: pairs.later.subarray(0, count) };
};

export const sideOf = (db: Sqlite, snapshotId: number, labels: Int32Array, k: number): RunSide => ({
  ids: snapshotCustomers(db, snapshotId),
  labels,
  spent: () => snapshotColumn(db, snapshotId, 'totalSpent'),
  k,
});
