import type { Segmentation } from '../../shared/model/segmentation.ts';
import { noSegmentId } from '../../shared/model/segmentation.ts';
import { fetchColumn } from './api.ts';
import { selectRows, useSelection } from './selection.ts';

/** Rows that are selected, one by one; selected segments become their customers. O(customers) */
export const selectedRows = async (
  segmentation: Pick<Segmentation, 'id' | 'segments'> | null,
): Promise<Uint32Array> => {
  const { rows, segmentIds } = useSelection.getState();
  if (rows !== null) return rows;
  if (segmentation === null || segmentIds.length === 0) return new Uint32Array(0);
  const labels = await fetchColumn({ of: 'labels', segmentationId: segmentation.id });
  const wanted = new Set(segmentation.segments.flatMap(({ id, label }) => (segmentIds.includes(id) ? [label] : [])));
  const withNobodys = segmentIds.includes(noSegmentId);
  const found = new Uint32Array(labels.length);
  let count = 0;
  labels.forEach((label, row) => {
    if (wanted.has(label) || (label < 0 && withNobodys)) found[count++] = row;
  });
  return found.slice(0, count);
};

/** Two rising lists as one. O(n + m) */
export const withRows = (some: Uint32Array, others: Uint32Array): Uint32Array => {
  const all = new Uint32Array(some.length + others.length);
  let [i, j, count] = [0, 0, 0];
  while (i < some.length || j < others.length) {
    const one = some[i] ?? Number.POSITIVE_INFINITY;
    const other = others[j] ?? Number.POSITIVE_INFINITY;
    all[count++] = Math.min(one, other);
    if (one <= other) i += 1;
    if (other <= one) j += 1;
  }
  return all.slice(0, count);
};

/** A rising list without the rows of another. O(n + m) */
export const withoutRows = (some: Uint32Array, others: Uint32Array): Uint32Array => {
  let j = 0;
  return some.filter((row) => {
    while (j < others.length && others[j]! < row) j += 1;
    return others[j] !== row;
  });
};

/** Whether a row is in a rising list. O(log n) */
export const hasRow = (rows: Uint32Array, row: number): boolean => {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows[middle]! < row) low = middle + 1;
    else high = middle;
  }
  return rows[low] === row;
};

/** Selects rows and leaves the customer that is told of in its place. */
export const markRows = (rows: Uint32Array): void => {
  const { customerRow } = useSelection.getState();
  selectRows(rows);
  useSelection.setState({ customerRow });
};
