import { sampleRows } from '../../../shared/engine/sample.ts';
import { foldTree } from '../../../shared/engine/tree/fold.ts';
import { AppError } from '../../../shared/errors.ts';
import type {
  CustomersMaterial,
  ExcludedMaterial,
  ReportMaterial,
  TreeMaterial,
} from '../../../shared/model/report-material.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import type { SetAsideReason } from '../../../shared/model/source.ts';
import { makeMaterial } from '../../../shared/report/make-material.ts';
import type { ReportInput } from '../../../shared/report/report-input.ts';
import { excludedSince } from '../../store/repositories/exclusions.ts';
import { labelsOf, mapAxisOf } from '../../store/repositories/segmentations.ts';
import { snapshotById, snapshotColumn } from '../../store/repositories/snapshots.ts';
import { listSources, setAsideOf } from '../../store/repositories/sources.ts';
import { mergesOf } from '../../store/repositories/trees.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { type CustomerTable, readCustomerTable } from '../customer-table.ts';
import { excludedPage } from '../excluded-page.ts';
import { flowsView } from '../flows-view.ts';
import { orderCustomers } from '../order-customers.ts';
import { preparedColumn } from '../prepared-column.ts';
import { projectName } from '../project-info.ts';
import { chosenSegmentation } from '../segmentation-view.ts';
import { readState, stateOf } from '../state.ts';
import { qualityMaterial } from './quality-material.ts';

export interface MaterialOptions {
  /** The active one where none is given. */
  readonly segmentationId?: number | undefined;
  /** How many of each segment's customers are named: none, the first few, or as many as a report lists. */
  readonly named: 'nobody' | 'few' | 'all';
}

/** More customers than this in all are not listed one by one; then so many of each segment are. */
const mostListed = 5000;
const mostOfSegment = 200;
const few = 5;
/** And so many of those who were taken out. */
const mostExcluded = 200;
/** Twigs drawn of a tree; a segmentation has at most 30 parts. */
const mostLeaves = 48;
/** Pictures of more customers are drawn from this many, by lot. */
const mostRows = 20_000;

interface State {
  readonly sources: readonly number[];
  readonly kept: readonly SetAsideReason[];
}

/** The sources and rules that the snapshot's figures come from: today's where they still lead to it. */
const stateOfSnapshot = (db: Sqlite, snapshotId: number): State | null => {
  const states = db
    .prepare<{ state: string }>('SELECT state FROM snapshot_state WHERE snapshot_id = ? ORDER BY state')
    .all(snapshotId)
    .map(({ state }) => state);
  const today = stateOf(db);
  const state = states.includes(today) ? today : states[0];
  return state === undefined ? null : readState(state);
};

/** The tree folded until every branch lies within one segment, as all do that a cut into k leaves below it. */
const treeOf = (db: Sqlite, { treeId, k }: Segmentation, labels: Int32Array): TreeMaterial | null => {
  const tree = treeId === null ? null : mergesOf(db, treeId);
  if (tree === null) return null;
  const { merges, leafOfRow, leafSizes } = foldTree(tree, Math.max(mostLeaves, k));
  const leafLabels = new Int32Array(leafSizes.length);
  leafOfRow.forEach((leaf, row) => {
    leafLabels[leaf] = labels[row]!;
  });
  return {
    merges: Array.from(merges, ({ left, right, height }) => ({ left, right, height })),
    leaves: Array.from(leafSizes, (size, leaf) => ({ size, label: leafLabels[leaf]! })),
  };
};

/** Every segment's customers, largest spenders first where spending is known. */
const customersOf = (
  table: CustomerTable,
  { segments, features }: Segmentation,
  named: 'few' | 'all',
): CustomersMaterial => {
  const spent = features.some(({ key }) => key === 'totalSpent');
  const most = named === 'few' ? few : table.ids.length > mostListed ? mostOfSegment : null;
  const places = features.map(({ key }) => table.snapshot.features.findIndex((one) => one.key === key));
  const lists = segments.map(({ id }) => {
    const query = { segmentIds: [id] };
    const rows = orderCustomers(table, spent ? { ...query, sort: { by: 'totalSpent', descending: true } } : query);
    const customers = Array.from(most === null ? rows : rows.subarray(0, most), (row) => {
      const { key, name, email, values } = table.rowOf(row);
      return { key, name, email, values: places.map((place) => values[place] ?? null) };
    });
    return { segmentId: id, customers };
  });
  return { lists, order: spent ? 'bySpend' : 'byFile', most };
};

/** Who was taken out by hand, and what would count of theirs. */
const excludedOf = (db: Sqlite, named: boolean): ExcludedMaterial | null => {
  if (excludedSince(db).size === 0) return null;
  const { total, lines, money, customers } = excludedPage(db, { offset: 0, limit: named ? mostExcluded : 0 });
  const listed = customers.map(({ key, name, since }) => ({ key, name, since: since.slice(0, 10) }));
  return { customers: total, lines, money, named: named ? listed : null };
};

const pickedNumbers = (values: Float64Array, rows: Int32Array | null): Float64Array =>
  rows === null ? values : Float64Array.from(rows, (row) => values[row]!);
const pickedLabels = (labels: Int32Array, rows: Int32Array | null): Int32Array =>
  rows === null ? labels : rows.map((row) => labels[row]!);

/** Gathers what a report tells of one segmentation. @throws AppError `notFound` where nothing was segmented yet */
const reportInput = (db: Sqlite, { segmentationId, named }: MaterialOptions): ReportInput => {
  const segmentation = chosenSegmentation(db, segmentationId);
  if (segmentation === null) throw new AppError('notFound', { what: 'segmentation', id: segmentationId ?? null });
  const snapshot = snapshotById(db, segmentation.snapshotId)!;
  const labels = labelsOf(db, segmentation.id);
  const axes = [mapAxisOf(db, segmentation.id, 0), mapAxisOf(db, segmentation.id, 1)] as const;
  if (labels === null || axes[0] === null || axes[1] === null)
    throw new AppError('notFound', { what: 'segmentation', id: segmentation.id });
  const rows = labels.length <= mostRows ? null : sampleRows(labels.length, mostRows, 1);
  const state = stateOfSnapshot(db, snapshot.id);
  const sources = listSources(db);
  const stands = state?.sources.length === sources.length && sources.every(({ id }) => state.sources.includes(id));
  return {
    project: projectName(db.path),
    sources: sources
      .filter(({ id }) => state === null || state.sources.includes(id))
      .map(({ id, file, sheet, kind, rows: count }) => ({ id, file, sheet, kind, rows: count })),
    totals: snapshot.totals,
    setAside: stands ? setAsideOf(db, state.kept) : null,
    excluded: stands ? excludedOf(db, named !== 'nobody') : null,
    segmentation,
    labels: pickedLabels(labels, rows),
    map: [pickedNumbers(axes[0], rows), pickedNumbers(axes[1], rows)],
    columns: segmentation.preparation.flatMap((one) => {
      const whole = one.used ? snapshotColumn(db, snapshot.id, one.feature) : null;
      if (whole === null) return [];
      const raw = pickedNumbers(whole, rows);
      return [{ feature: one.feature, raw, prepared: preparedColumn(raw, one) }];
    }),
    tree: treeOf(db, segmentation, labels),
    flows: flowsView(db, segmentation.id),
    quality: qualityMaterial(db),
    customers:
      named === 'nobody' ? null : customersOf(readCustomerTable(db, snapshot, segmentation), segmentation, named),
  };
};

/**
 * Everything that reports of one segmentation tell of. Customers are read one by one only where they are to be named;
 * pictures of very many are drawn from some of them, figures never.
 */
export const reportMaterial = (db: Sqlite, options: MaterialOptions): ReportMaterial =>
  makeMaterial(reportInput(db, options));
