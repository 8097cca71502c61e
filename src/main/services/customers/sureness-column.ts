import { centerDistances } from '../../../shared/engine/explain/center-distances.ts';
import { surenessOf } from '../../../shared/engine/explain/sureness.ts';
import { applyPreparation, indicatorOf } from '../../../shared/engine/prepare/apply-preparation.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { labelsOf } from '../../store/repositories/segmentations.ts';
import { snapshotColumn } from '../../store/repositories/snapshots.ts';
import type { Sqlite } from '../../store/sqlite.ts';

/** Rows at a time: a few milliseconds of work. */
const rowsAtOnce = 8_192;
const never = { report: () => undefined, cancelled: () => false };

/**
 * How sure it is of every customer that it belongs where it is, as `whyHere` says of one; NaN where it is in no segment,
 * there is no other, or the run does not say. O(rows × k × columns); yields how far it is, 0 to 1.
 */
export function* surenessColumn(db: Sqlite, segmentation: Segmentation): Generator<number, Float64Array> {
  const { explanation, preparation, snapshotId, customers } = segmentation;
  const sureness = new Float64Array(customers).fill(Number.NaN);
  const labels = labelsOf(db, segmentation.id);
  if (explanation === null || labels === null) return sureness;
  const centers: (readonly number[])[] = [];
  for (const { label, center } of explanation.segments) centers[label] = center;
  const columns = [
    ...preparation.flatMap((one) => (one.used ? [{ one, isIndicator: false }] : [])),
    ...preparation.flatMap((one) => (one.indicator ? [{ one, isIndicator: true }] : [])),
  ].map(({ one, isIndicator }) => {
    const raw = snapshotColumn(db, snapshotId, one.feature)!;
    return (row: number) => (isIndicator ? indicatorOf(raw[row]!, one.weight) : applyPreparation(one, raw[row]!));
  });
  for (let from = 0; from < customers; from += rowsAtOnce) {
    const rows = Math.min(rowsAtOnce, customers - from);
    const data = new Float64Array(rows * columns.length);
    columns.forEach((numberAt, j) => {
      for (let i = 0; i < rows; i += 1) data[j * rows + i] = numberAt(from + i);
    });
    const matrix = { rows, columns: columns.length, data };
    const { own, other, runnerUp } = centerDistances(matrix, labels.subarray(from, from + rows), centers, never);
    for (let i = 0; i < rows; i += 1)
      if (runnerUp[i]! >= 0 && !Number.isNaN(own[i]!)) sureness[from + i] = surenessOf(own[i]!, other[i]!);
    yield (from + rows) / customers;
  }
  return sureness;
}
