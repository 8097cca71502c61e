import { medianOfSorted, pick, summarise } from '../../../shared/engine/explain/summarise.ts';
import { momentsOf } from '../../../shared/engine/prepare/moments.ts';
import { AppError } from '../../../shared/errors.ts';
import { noSegmentId, type Segment, type Segmentation } from '../../../shared/model/segmentation.ts';
import { inNoSegment } from '../../../shared/picture/in-no-segment.ts';
import type { CustomerTable } from '../customer-table.ts';
import { preparedColumn } from '../prepared-column.ts';

/** The figures of a segment as they are kept with its run; customers in none are a segment, too. */
export type SegmentFigures = Pick<Segment, 'size' | 'share' | 'revenue' | 'revenueShare'> &
  Partial<Pick<Segment, 'silhouette' | 'profile' | 'label' | 'name' | 'color'>>;

/** @throws AppError `notFound` */
export const segmentOf = (segmentation: Segmentation, id: number): SegmentFigures => {
  const found = id === noSegmentId ? inNoSegment(segmentation) : segmentation.segments.find((one) => one.id === id);
  if (found === undefined || found === null) throw new AppError('notFound', { what: 'segment', id });
  return found;
};

/** Snapshot rows of a segment, counted from the labels. O(customers). */
export const rowsOfSegment = ({ ids, segmentIdOf }: CustomerTable, id: number): Int32Array => {
  const wanted = id === noSegmentId ? null : id;
  return Int32Array.from(ids.keys()).filter((row) => segmentIdOf(row) === wanted);
};

/** A fact of everybody. @throws AppError `notFound` */
export const columnOfFeature = ({ snapshot, columns }: CustomerTable, key: string): Float64Array => {
  const column = columns[snapshot.features.findIndex((feature) => feature.key === key)];
  if (column === undefined) throw new AppError('notFound', { what: 'column', id: key });
  return column;
};

/** Missing values count as nothing. */
export const sumOf = (values: Float64Array): number =>
  values.reduce((sum, value) => (Number.isNaN(value) ? sum : sum + value), 0);

/** What a segment's customers spent in all; null where nobody's money is known. */
export const spentBy = (table: CustomerTable, rows: Int32Array): number | null => {
  if (table.snapshot.totals.revenue === null) return null;
  return sumOf(pick(columnOfFeature(table, 'totalSpent'), rows));
};

const countKnown = (values: Float64Array): number =>
  values.reduce((sum, value) => (Number.isNaN(value) ? sum : sum + 1), 0);

/** How far a segment's mean is from everybody's on the prepared scale, with what that is made from. O(customers). */
export const effectOf = (
  { preparation }: Segmentation,
  table: CustomerTable,
  rows: Int32Array,
  key: string,
): { effect: number; mean: number; everyonesMean: number; deviation: number } => {
  const done = preparation.find(({ feature }) => feature === key);
  if (done === undefined || !done.used) return { effect: 0, mean: 0, everyonesMean: 0, deviation: 0 };
  const values = preparedColumn(columnOfFeature(table, key), done);
  const { mean: everyonesMean, deviation } = momentsOf(values);
  const mean = rows.length === 0 ? 0 : rows.reduce((sum, row) => sum + values[row]!, 0) / rows.length;
  const effect =
    deviation === 0 || rows.length === 0
      ? 0
      : rows.reduce((sum, row) => sum + (values[row]! - everyonesMean) / deviation, 0) / rows.length;
  return { effect, mean, everyonesMean, deviation };
};

/** Mean and median of a fact over some customers, or over everybody. O(n log n). */
export const summaryOf = (table: CustomerTable, key: string, rows: Int32Array | null) => {
  const all = columnOfFeature(table, key);
  const values = rows === null ? all : pick(all, rows);
  return { ...summarise(values), known: countKnown(values) };
};

/** The same by another way, for checking: the mean as one sum, the middle by counting from the least. */
export const recountSummary = (table: CustomerTable, key: string, rows: Int32Array | null) => {
  const all = columnOfFeature(table, key);
  const known = (rows === null ? all : pick(all, rows)).filter((value) => !Number.isNaN(value));
  if (known.length === 0) return { sum: null, mean: null, median: null };
  const sum = known.reduce((all, value) => all + value, 0);
  return {
    sum,
    mean: sum / known.length,
    median: medianOfSorted(known.sort()),
  };
};
