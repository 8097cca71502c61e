import { columnOf, type Matrix } from '../../../shared/engine/matrix.ts';
import { AppError } from '../../../shared/errors.ts';
import type { NumberRef } from '../../../shared/model/number-origin.ts';
import { activeSegmentationOf } from '../../store/repositories/meta.ts';
import { keptReasons } from '../../store/repositories/rules.ts';
import { labelsOf, type StoredSegmentation, segmentationById } from '../../store/repositories/segmentations.ts';
import { type StoredSnapshot, snapshotById, snapshotCustomers } from '../../store/repositories/snapshots.ts';
import { listSources } from '../../store/repositories/sources.ts';
import { mergesOf, treeById } from '../../store/repositories/trees.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { aggregateOrders, fromMicros } from '../aggregate-orders.ts';
import type { Compute } from '../compute.ts';
import { countFeatures } from '../features/compute-features.ts';
import { isOrderData, prepareRun } from '../prepare-run.ts';
import type { JobContext, WriterServices } from '../services.ts';
import { breathe, type Session, spanOf } from '../session.ts';
import { createIsCurrent, currentSnapshot } from '../state.ts';
import { cutAndScore } from '../ward-run.ts';
import { countByReasons, figureOfCounts, sourcesOfRef } from './data-answers.ts';
import type { RefOf } from './setting.ts';

interface Recount {
  readonly value: number | null;
  /** The two may differ by this much and still be the same: what is measured on samples, or rounded on the way. */
  readonly tolerance: number;
}

const nothing: Recount = { value: null, tolerance: 0 };
/** Sums of the same numbers in another order differ in their last digits. */
const rounding = 1e-9;
/** Roots of long sums of squares differ a little more. */
const roots = 1e-6;

const totalAnew = async (
  db: Sqlite,
  snapshot: StoredSnapshot,
  { figure }: RefOf<'total'>,
  job: JobContext,
): Promise<Recount> => {
  const sources = listSources(db).filter(({ kind }) => kind === 'orderLines' || kind === 'orders');
  if (sources.length === 0)
    return figure === 'customers' ? { value: snapshotCustomers(db, snapshot.id).length, tolerance: 0 } : nothing;
  const { customerIds, totals } = await aggregateOrders(
    db,
    sources,
    keptReasons(db),
    job,
    spanOf(job, 'features', 0, 0.95),
  );
  const counted = {
    customers: customerIds.length,
    orders: totals.orders,
    orderLines: totals.lines,
    revenue: snapshot.totals.revenue === null ? null : fromMicros(totals.micros),
    firstDay: totals.firstDay,
    lastDay: totals.lastDay,
  };
  return { value: counted[figure], tolerance: 0 };
};

const customerAnew = async (
  db: Sqlite,
  snapshot: StoredSnapshot,
  { row, feature }: RefOf<'customer'>,
  job: JobContext,
): Promise<Recount> => {
  const customer = snapshotCustomers(db, snapshot.id)[row];
  const anew = await countFeatures(db, { features: [feature] }, job, spanOf(job, 'features', 0, 0.95));
  const value = anew.columns[0]?.[anew.customerIds.indexOf(customer ?? -1)];
  return { value: value === undefined || Number.isNaN(value) ? null : value, tolerance: rounding };
};

/** The customers of a run as they were made ready for it, and how that is done again. */
const preparedAgain = async (db: Sqlite, compute: Compute, run: StoredSegmentation, job: JobContext) => {
  const snapshot = snapshotById(db, run.snapshotId)!;
  const keys = run.preparation.map(({ feature }) => feature);
  return prepareRun(db, compute, snapshot, keys, run.prepareOptions, job.signal);
};

const scoreAnew = async (
  compute: Compute,
  run: StoredSegmentation,
  matrix: Matrix,
  labels: Int32Array,
  label: number | null,
  job: JobContext,
): Promise<Recount> => {
  const [scored] = await compute.run(
    'scoreFits',
    { matrix, fits: [{ k: run.k, labels }], seed: run.seed },
    { signal: job.signal, onProgress: spanOf(job, 'checking', 0.05, 0.98) },
  );
  const error = run.scores.find(({ k }) => k === run.k)?.silhouetteError ?? null;
  // Of many customers samples are looked at: another draw of them may give three standard errors more or less.
  if (label === null) return { value: scored!.score.silhouette, tolerance: error === null ? roots : 6 * error };
  const own = scored!.silhouettes?.filter((_, row) => labels[row] === label) ?? new Float64Array(0);
  return {
    value: own.length === 0 ? null : own.reduce((sum, value) => sum + value, 0) / own.length,
    tolerance: roots,
  };
};

const stabilityAnew = async (
  compute: Compute,
  { k, method, seed }: StoredSegmentation,
  matrix: Matrix,
  labels: Int32Array,
  label: number,
  job: JobContext,
): Promise<Recount> => {
  if (method === 'rules' || k < 2) return nothing;
  const found = await compute.run(
    'stabilityOf',
    { matrix, method, k, labels, seed },
    { signal: job.signal, onProgress: spanOf(job, 'trusting', 0.05, 0.98) },
  );
  return { value: found.parts[label]?.jaccard ?? null, tolerance: rounding };
};

/** Asks the method for that many segments once more. */
const sweepAnew = async (
  db: Sqlite,
  compute: Compute,
  run: StoredSegmentation,
  matrix: Matrix,
  { k, figure }: RefOf<'sweep'>,
  job: JobContext,
): Promise<Recount> => {
  const { method, seed } = run;
  if (run.kept !== undefined || method === 'rules' || method === 'hdbscan') return nothing;
  const tree = run.treeId === null ? null : mergesOf(db, run.treeId);
  const snapshot = snapshotById(db, run.snapshotId)!;
  const score =
    tree !== null
      ? (await cutAndScore(compute, tree, matrix, k, seed, job.signal)).score
      : method === 'ward' || method === 'microward'
        ? null
        : (
            await compute.run(
              'runMethod',
              { matrix, method, k, rule: isOrderData(snapshot) ? 'serves' : 'silhouette', seed },
              { signal: job.signal, onProgress: spanOf(job, 'clustering', 0.05, 0.98) },
            )
          ).scores[0]!;
  const error = run.scores.find((one) => one.k === k)?.silhouetteError ?? null;
  return { value: score?.[figure] ?? null, tolerance: error === null || figure !== 'silhouette' ? roots : 6 * error };
};

const runAnew = async (
  db: Sqlite,
  compute: Compute,
  run: StoredSegmentation,
  ref: RefOf<'run' | 'sweep' | 'segment'>,
  job: JobContext,
): Promise<Recount> => {
  const label = ref.of === 'segment' ? run.segments.find(({ id }) => id === ref.segmentId)?.label : null;
  if (label === undefined) throw new AppError('notFound', { what: 'segment', id: (ref as RefOf<'segment'>).segmentId });
  const { prepared: matrix } = await preparedAgain(db, compute, run, job);
  const labels = labelsOf(db, run.id)!;
  const { figure } = ref;
  if (ref.of === 'sweep' && (ref.k !== run.k || figure !== 'silhouette'))
    return sweepAnew(db, compute, run, matrix, ref, job);
  switch (figure) {
    case 'silhouette':
      return scoreAnew(compute, run, matrix, labels, label, job);
    case 'stability':
      return stabilityAnew(compute, run, matrix, labels, label!, job);
    case 'structure': {
      const options = { signal: job.signal, onProgress: spanOf(job, 'checking', 0.05, 0.98) };
      const { pValue } = await compute.run('structureOf', { matrix, seed: run.seed }, options);
      return { value: pValue, tolerance: rounding };
    }
    case 'across':
    case 'up': {
      const { explained } = await compute.run('principalAxes', { matrix }, { signal: job.signal });
      return { value: explained[figure === 'across' ? 0 : 1] ?? null, tolerance: roots };
    }
    default:
      return nothing;
  }
};

/**
 * The height of one merge from the customers themselves: the root of twice the product of both sizes over their sum,
 * times the distance of their middles.
 */
const cutAnew = async (
  db: Sqlite,
  compute: Compute,
  { treeId, k }: RefOf<'cut'>,
  job: JobContext,
): Promise<Recount> => {
  const [stored, tree] = [treeById(db, treeId), mergesOf(db, treeId)];
  if (stored === null || tree === null) throw new AppError('notFound', { what: 'tree', id: treeId });
  const snapshot = snapshotById(db, stored.snapshotId)!;
  const { prepared } = await prepareRun(db, compute, snapshot, stored.features, stored.options, job.signal);
  const merge = tree.rows - k;
  if (merge < 0 || tree.leafSizes !== undefined || prepared.rows !== tree.rows) return nothing;
  /** The node that each customer hangs below, once both sides of the merge are reached. */
  const side = new Int8Array(2 * tree.rows - 1);
  side[tree.left[merge]!] = 1;
  side[tree.right[merge]!] = 2;
  for (let node = merge - 1; node >= 0; node -= 1) {
    const own = side[tree.rows + node]!;
    if (own === 0) continue;
    side[tree.left[node]!] = own;
    side[tree.right[node]!] = own;
  }
  const sizes = [0, 0, 0];
  for (let row = 0; row < tree.rows; row += 1) sizes[side[row]!]! += 1;
  let squared = 0;
  for (let column = 0; column < prepared.columns; column += 1) {
    await breathe(job);
    const values = columnOf(prepared, column);
    const sums = [0, 0, 0];
    for (let row = 0; row < tree.rows; row += 1) sums[side[row]!]! += values[row]!;
    squared += (sums[1]! / sizes[1]! - sums[2]! / sizes[2]!) ** 2;
  }
  const [, one, other] = sizes as [number, number, number];
  return { value: Math.sqrt(((2 * one * other) / (one + other)) * squared), tolerance: roots };
};

const rowsAnew = async (db: Sqlite, ref: RefOf<'rows' | 'aside'>, job: JobContext): Promise<Recount> => {
  const steps = countByReasons(db, sourcesOfRef(db, ref));
  const report = spanOf(job, 'features', 0, 0.98);
  for (;;) {
    await breathe(job);
    const step = steps.next();
    if (step.done) return { value: figureOfCounts(db, ref, step.value), tolerance: rounding };
    report(step.value);
  }
};

const recount = async (db: Sqlite, compute: Compute, ref: NumberRef, job: JobContext): Promise<Recount> => {
  if (ref.of === 'rows' || ref.of === 'aside') return rowsAnew(db, ref, job);
  if (ref.of === 'cut') return cutAnew(db, compute, ref, job);
  const named = 'segmentationId' in ref ? ref.segmentationId : undefined;
  const runId = named ?? (ref.of === 'total' ? null : activeSegmentationOf(db));
  const run = runId === null ? null : segmentationById(db, runId);
  const snapshot = run === null ? currentSnapshot(db) : snapshotById(db, run.snapshotId);
  if (snapshot === null) throw new AppError('noCustomers');
  const isCurrent = createIsCurrent(db)(snapshot.id);
  switch (ref.of) {
    // The rows of before cannot be counted any more.
    case 'total':
      return isCurrent ? totalAnew(db, snapshot, ref, job) : nothing;
    case 'customer':
      return isCurrent ? customerAnew(db, snapshot, ref, job) : nothing;
    case 'run':
    case 'sweep':
    case 'segment':
      if (run === null) throw new AppError('notFound', { what: 'segmentation', id: runId });
      return runAnew(db, compute, run, ref, job);
    default:
      return nothing;
  }
};

/** Counts anew what takes a while: from the rows of the files, or by the method itself. Changes nothing. */
export const createExplainServices = ({
  session,
  compute,
}: {
  readonly session: Session;
  readonly compute: Compute;
}): WriterServices['explain'] => ({
  recount: async ({ of }, job) => {
    const { db } = session;
    try {
      return await recount(db, compute, of, job);
    } catch (error) {
      // A connection that was closed meanwhile is no bug.
      throw session.project?.db === db ? error : new AppError('cancelled', {}, error);
    }
  },
});
