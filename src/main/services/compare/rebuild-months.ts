import { ruleSegments } from '../../../shared/engine/explain/rule-segments.ts';
import { nameId } from '../../../shared/engine/explain/unique-names.ts';
import { AppError, isAppError, isCancelled } from '../../../shared/errors.ts';
import type { Months } from '../../../shared/model/comparison.ts';
import { activeSegmentationOf } from '../../store/repositories/meta.ts';
import { type PastMonth, setPastMonth } from '../../store/repositories/past-months.ts';
import { givenNamesOf, type StoredSegmentation, segmentationById } from '../../store/repositories/segmentations.ts';
import { inTransaction, type Sqlite } from '../../store/sqlite.ts';
import type { Compute } from '../compute.ts';
import { definitionsOf } from '../features/catalogue.ts';
import { computeFeatures } from '../features/compute-features.ts';
import { resolveFeature } from '../features/own.ts';
import { orderColumns } from '../order-columns.ts';
import { type PreparedRun, prepareRun } from '../prepare-run.ts';
import { samePreparation } from '../recipes/bring-up-to-date.ts';
import { divideAgain } from '../recipes/divide-again.ts';
import { formerDivision } from '../recipes/former-centers.ts';
import type { JobContext, WriterServices } from '../services.ts';
import { breathe, partOf, type Session } from '../session.ts';
import { monthsView, rebuildableEnds } from './months-view.ts';

/** The facts of a run that are known of an earlier day too, and money, by which segments are weighed. */
const featuresOf = (db: Sqlite, run: StoredSegmentation): { readonly used: string[]; readonly read: string[] } => {
  const entries = definitionsOf(db, { asOf: null, isChosen: false, breaks: {} });
  const isThere = (key: string) => resolveFeature(entries, key) !== null;
  const used = run.preparation.filter((one) => one.used && isThere(one.feature)).map(({ feature }) => feature);
  const read = ['daysSinceLastOrder', 'orders', 'totalSpent'].filter(isThere);
  return { used, read: [...new Set([...used, ...read])] };
};

const labelsByRules = (db: Sqlite, run: StoredSegmentation, past: PreparedRun): Int32Array | null => {
  const columns = orderColumns(db, past.snapshot.id);
  if (columns === null) return null;
  const { labels, segments } = ruleSegments(columns);
  const labelOf = new Map([...givenNamesOf(db, run.id)].map(([label, name]) => [nameId(name), label]));
  const own = segments.map(({ name }) => labelOf.get(nameId(name)) ?? -1);
  return labels.map((label) => own[label] ?? -1);
};

interface RebuiltMonth {
  readonly past: PastMonth;
  readonly labels: Int32Array;
}

/**
 * The segments of a run as of an earlier day, from nothing later: every customer of that day goes where the nearest
 * middle of the run is, each fact prepared as it was for the run and scaled anew, as when a next month comes in; plain
 * rules are found anew.
 * @returns null where too few customers were there, or they were all alike
 * @throws AppError `cancelled`
 */
const rebuildMonth = async (
  db: Sqlite,
  compute: Compute,
  run: StoredSegmentation,
  asOf: string,
  job: JobContext,
): Promise<RebuiltMonth | null> => {
  const { used, read } = featuresOf(db, run);
  const snapshot = await computeFeatures(db, { asOf, features: read }, job);
  if (snapshot.customers < Math.max(8, run.k)) return null;
  try {
    const prepared = await prepareRun(db, compute, snapshot, used, samePreparation(run), job.signal);
    const byRules = run.method === 'rules' && run.edit === undefined;
    const division = byRules ? null : formerDivision(db, run, prepared);
    const labels = byRules
      ? labelsByRules(db, run, prepared)
      : division === null
        ? null
        : await divideAgain(prepared.prepared, division, null, job);
    if (labels === null) return null;
    return { past: { asOf, snapshotId: snapshot.id, preparation: prepared.preparation }, labels };
  } catch (error) {
    if (!isAppError(error) || isCancelled(error) || error.code !== 'allAlike') throw error;
    return null;
  }
};

/** A job that rebuilds the latest month ends that are not there yet, and keeps them beside the run in use. */
export const createRebuild =
  ({
    session,
    compute,
  }: {
    readonly session: Session;
    readonly compute: Compute;
  }): WriterServices['compare']['rebuild'] =>
  ({ months }, job): Promise<Months> =>
    session.exclusive('compare.rebuild', async () => {
      const { db } = session;
      const active = activeSegmentationOf(db);
      const run = active === null ? null : segmentationById(db, active);
      if (run === null) throw new AppError('notFound', { what: 'segmentation', id: active });
      const ends = rebuildableEnds(db).slice(-months);
      const found: RebuiltMonth[] = [];
      for (const [at, asOf] of [...ends].reverse().entries()) {
        const part = partOf(job, (0.97 * at) / ends.length, (0.97 * (at + 1)) / ends.length);
        const month = await rebuildMonth(db, compute, run, asOf, part);
        if (month !== null) found.push(month);
        job.progress('features', (0.97 * (at + 1)) / ends.length);
      }
      await breathe(job);
      job.progress('finishing', 0.98);
      inTransaction(db, () => {
        for (const { past, labels } of found) setPastMonth(db, run.id, past, labels);
      });
      job.progress('finishing', 1);
      return monthsView(db);
    });
