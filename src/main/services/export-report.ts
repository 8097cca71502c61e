import { writeFile } from 'node:fs/promises';
import { foldTree } from '../../shared/engine/tree/fold.ts';
import { AppError } from '../../shared/errors.ts';
import type { Segmentation } from '../../shared/model/segmentation.ts';
import type { SetAsideReason } from '../../shared/model/source.ts';
import type { ReportCustomers, ReportInput, ReportTree } from '../../shared/report/report-input.ts';
import { renderReport } from '../../shared/report/report-page.ts';
import { labelsOf, mapAxisOf } from '../store/repositories/segmentations.ts';
import { listSources, setAsideOf } from '../store/repositories/sources.ts';
import { mergesOf } from '../store/repositories/trees.ts';
import type { Sqlite } from '../store/sqlite.ts';
import type { CustomerTable } from './customer-table.ts';
import { orderCustomers } from './order-customers.ts';
import { preparedColumn } from './prepared-column.ts';
import { projectName } from './project-info.ts';
import { segmentedCustomers } from './segmented-customers.ts';
import { readState, stateOf } from './state.ts';

interface ReportOptions {
  /** The active one where none is given. */
  readonly segmentationId?: number | undefined;
  readonly withCustomers: boolean;
  /** The moment that the report is dated with, on this computer's calendar. */
  readonly at: Date;
}

/** More customers than this in all are not listed one by one; then so many of each segment are. */
const mostListed = 5000;
const mostOfSegment = 200;
const locale = 'en-GB';
/** Twigs drawn of a tree; a segmentation has at most 30 parts. */
const mostLeaves = 48;

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
const treeOf = (db: Sqlite, { treeId, k }: Segmentation, labels: Int32Array): ReportTree | null => {
  const tree = treeId === null ? null : mergesOf(db, treeId);
  if (tree === null) return null;
  const { merges, leafOfRow, leafSizes } = foldTree(tree, Math.max(mostLeaves, k));
  const leafLabels = new Int32Array(leafSizes.length);
  leafOfRow.forEach((leaf, row) => {
    leafLabels[leaf] = labels[row]!;
  });
  return { merges, leaves: Array.from(leafSizes, (size, leaf) => ({ size, label: leafLabels[leaf]! })) };
};

/** Every segment's customers, largest spenders first where spending is known. */
const customersOf = (table: CustomerTable, { segments, features }: Segmentation): ReportCustomers => {
  const spent = features.some(({ key }) => key === 'totalSpent');
  const most = table.ids.length > mostListed ? mostOfSegment : null;
  const lists = segments.map(({ id }) => {
    const query = { segmentIds: [id] };
    const rows = orderCustomers(table, spent ? { ...query, sort: { by: 'totalSpent', descending: true } } : query);
    return { segmentId: id, customers: Array.from(most === null ? rows : rows.subarray(0, most), table.rowOf) };
  });
  return { lists, order: spent ? 'bySpend' : 'byFile', most };
};

/** A day as the calendar on the wall has it, not as Greenwich does. */
const calendarDay = (at: Date): string =>
  `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;

/**
 * Gathers what a report tells of one segmentation. Customers are read one by one only where they are to be named.
 * @throws AppError `notFound` where nothing was segmented yet
 */
const reportInput = (db: Sqlite, { segmentationId, withCustomers, at }: ReportOptions): ReportInput => {
  const { segmentation, table } = segmentedCustomers(db, segmentationId);
  const { snapshot, columns } = table;
  const labels = labelsOf(db, segmentation.id);
  const axes = [mapAxisOf(db, segmentation.id, 0), mapAxisOf(db, segmentation.id, 1)] as const;
  if (labels === null || axes[0] === null || axes[1] === null)
    throw new AppError('notFound', { what: 'segmentation', id: segmentation.id });
  const state = stateOfSnapshot(db, snapshot.id);
  const sources = listSources(db);
  const stands = state?.sources.length === sources.length && sources.every(({ id }) => state.sources.includes(id));
  return {
    project: projectName(db.path),
    day: calendarDay(at),
    locale,
    sources: sources
      .filter(({ id }) => state === null || state.sources.includes(id))
      .map(({ file, sheet, kind, rows }) => ({ file, sheet, kind, rows })),
    totals: snapshot.totals,
    setAside: stands ? setAsideOf(db, state.kept) : null,
    segmentation,
    labels,
    map: [axes[0], axes[1]],
    prepared: segmentation.preparation.flatMap((one) => {
      const raw = columns[snapshot.features.findIndex(({ key }) => key === one.feature)];
      return raw === undefined || !one.used ? [] : [{ feature: one.feature, values: preparedColumn(raw, one) }];
    }),
    tree: treeOf(db, segmentation, labels),
    customers: withCustomers ? customersOf(table, segmentation) : null,
  };
};

/** Writes the report of one segmentation; see `renderReport`. */
export const writeReport = async (db: Sqlite, options: ReportOptions, path: string): Promise<void> =>
  writeFile(path, renderReport(reportInput(db, options)));
