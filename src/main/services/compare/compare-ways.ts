import { adjustedRandIndex } from '../../../shared/engine/validate/adjusted-rand-index.ts';
import { type AppError, isAppError, isCancelled } from '../../../shared/errors.ts';
import type { WayResult, Ways } from '../../../shared/model/comparison.ts';
import { message } from '../../../shared/model/message.ts';
import type { KChoice, Method } from '../../../shared/model/segmentation.ts';
import { activeSegmentationOf } from '../../store/repositories/meta.ts';
import {
  labelsOf,
  listSegmentations,
  type StoredSegmentation,
  segmentationById,
} from '../../store/repositories/segmentations.ts';
import { snapshotColumn } from '../../store/repositories/snapshots.ts';
import { mergesOf, treeFor } from '../../store/repositories/trees.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import type { Compute } from '../compute.ts';
import { calledAsBefore, type FinishedRun } from '../describe-run.ts';
import { explainRun } from '../explain-run.ts';
import { snapshotWith } from '../features/compute-features.ts';
import { fitRun, rulesRun } from '../fit-run.ts';
import { growWard } from '../grow-ward.ts';
import { type KeptSegments, keptSegments, sureOfKept } from '../kept-segments.ts';
import { matchNamesakes, matchRun } from '../match-run.ts';
import { nameSegments } from '../name-segments.ts';
import { pickColors } from '../pick-colors.ts';
import { checkCustomers, type PreparedRun, prepareRun } from '../prepare-run.ts';
import { divideBesideKept } from '../run-with-kept.ts';
import { cutRun } from '../segmentations.ts';
import type { JobContext, WriterServices } from '../services.ts';
import { breathe, partOf, type Session, spanOf } from '../session.ts';
import { servesBest } from './serves-best.ts';

const seed = 1;

const divideAll = async (
  db: Sqlite,
  compute: Compute,
  run: PreparedRun,
  { method, k }: { readonly method: Method; readonly k: KChoice },
  job: JobContext,
): Promise<FinishedRun> => {
  if (method === 'rules') return rulesRun(db, compute, run, seed, job.signal);
  if (method !== 'ward') return fitRun(compute, run, method, k, seed, job);
  const features = run.features.map(({ key }) => key);
  // A tree that is kept is everybody's.
  const known = run.rows === undefined ? treeFor(db, run.snapshot.id, features, run.options) : null;
  const grown =
    known === null
      ? await growWard(compute, run, seed, job.signal, spanOf(job, 'tree', 0, 0.8))
      : { tree: mergesOf(db, known.id)!, choice: known.choice };
  const { preparation, options } = run;
  // It is only looked at: a tree that nobody asked for is not kept.
  const stored = { id: 0, snapshotId: run.snapshot.id, features, options, preparation, choice: grown.choice };
  return cutRun(compute, run, { stored, tree: grown.tree }, k, seed, job.signal);
};

/** As the way would divide them were it used: frozen segments of the run in use keep their customers. */
const divide = (
  db: Sqlite,
  compute: Compute,
  run: PreparedRun,
  way: { readonly method: Method; readonly k: KChoice },
  kept: KeptSegments | null,
  job: JobContext,
): Promise<FinishedRun> =>
  kept === null
    ? divideAll(db, compute, run, way, job)
    : divideBesideKept(compute, run, kept, { ...way, seed }, job, (others, k) =>
        divideAll(db, compute, others, { ...way, k }, job),
      );

/** A kept run of that way with the very same division of the same customers. */
const sameRun = (db: Sqlite, snapshotId: number, method: Method, labels: Int32Array): StoredSegmentation | null =>
  listSegmentations(db).find((run) => {
    if (run.snapshotId !== snapshotId || run.method !== method) return false;
    const own = labelsOf(db, run.id)!;
    const places = new Map<number, number>();
    const taken = new Map<number, number>();
    return own.every((label, row) => {
      const other = labels[row]!;
      if (!places.has(label)) places.set(label, other);
      if (!taken.has(other)) taken.set(other, label);
      return places.get(label) === other && taken.get(other) === label;
    });
  }) ?? null;

const repeatableOf = (run: StoredSegmentation | null): number | null => {
  const parts = run?.trust?.parts ?? [];
  if (run === null || parts.length === 0) return null;
  const all = run.segments.reduce((sum, { size }) => sum + size, 0);
  return run.segments.reduce((sum, { label, size }) => sum + ((parts[label]?.jaccard ?? 0) * size) / all, 0);
};

const evennessOf = (sizes: readonly number[]): number => {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const there = sizes.filter((size) => size > 0);
  if (there.length < 2) return 0;
  return -there.reduce((sum, size) => sum + (size / all) * Math.log(size / all), 0) / Math.log(sizes.length);
};

interface Tried {
  readonly result: WayResult;
  readonly labels: Int32Array | null;
}

const tell = async (
  db: Sqlite,
  compute: Compute,
  run: PreparedRun,
  finished: FinishedRun,
  seconds: number,
  frozen: KeptSegments | null,
  job: JobContext,
): Promise<WayResult> => {
  const { raw, prepared, features, preparation, snapshot } = run;
  const { labels, k, silhouettes, silhouette, named, method, asked } = finished;
  const sure = new Map(frozen === null ? [] : sureOfKept(frozen, labels));
  const strict = await matchRun(db, snapshot, labels, k, job.signal, { kind: 'free' }, sure);
  const toldAnew = await nameSegments(
    compute,
    {
      ...{ raw, prepared, features: [...features], preparation: [...preparation], labels, k, silhouettes },
      revenue: snapshotColumn(db, snapshot.id, 'totalSpent'),
      asOf: snapshot.asOf,
    },
    strict,
    job.signal,
    named,
    sure,
  );
  const described = toldAnew.map((one, label) => (sure.has(label) ? calledAsBefore(one, strict, label) : one));
  const match =
    strict === null
      ? null
      : matchNamesakes(
          strict,
          described.map(({ name }) => name),
        );
  const goesOnAs = (label: number) => match?.goesOnAs[label]?.segment ?? null;
  const bySize = described.map((_, label) => label).sort((a, b) => described[b]!.size - described[a]!.size || a - b);
  const colors = pickColors(
    k,
    bySize.flatMap((label) => goesOnAs(label)?.color ?? []),
    match?.vanished.map(({ segment }) => segment.color) ?? [],
    match?.formerColors ?? [],
  );
  const { rules } = await explainRun(compute, run, finished, job.signal);
  const kept = sameRun(db, snapshot.id, method, labels);
  return {
    ...{ method, asked, problem: null, k, seconds, silhouette },
    evenness: evennessOf(described.map(({ size }) => size)),
    inNone: labels.reduce((sum, label) => (label < 0 ? sum + 1 : sum), 0),
    repeatable: repeatableOf(kept),
    ruled: method === 'rules' ? 1 : (rules?.heldOut.accuracy ?? null),
    runId: kept?.id ?? null,
    segments: bySize.map((label) => {
      const { name, size, share, revenueShare, profile } = described[label]!;
      const same = goesOnAs(label);
      const color = same?.color ?? colors.shift()!;
      return { ...{ label, name, color, size, share, revenueShare, profile }, segmentId: same?.id ?? null };
    }),
  };
};

const couldNot = (method: Method, asked: KChoice, error: AppError): WayResult => ({
  ...{ method, asked, k: 0, seconds: 0, silhouette: null, evenness: 0, inNone: 0, repeatable: null, ruled: null },
  ...{ runId: null, segments: [], problem: message(`error.${error.code}`, { ...error.details }) },
});

const tryWay = async (
  db: Sqlite,
  compute: Compute,
  run: PreparedRun,
  way: { readonly method: Method; readonly k: KChoice },
  kept: KeptSegments | null,
  job: JobContext,
): Promise<Tried> => {
  try {
    const began = performance.now();
    const finished = await divide(db, compute, run, way, kept, partOf(job, 0, 0.8));
    const seconds = (performance.now() - began) / 1000;
    job.progress('explaining', 0.82);
    return { result: await tell(db, compute, run, finished, seconds, kept, job), labels: finished.labels };
  } catch (error) {
    if (!isAppError(error) || isCancelled(error) || error.code === 'internal') throw error;
    return { result: couldNot(way.method, way.k, error), labels: null };
  }
};

/** A job that tries ways of finding segments on the customers as they stand. Nothing of it is kept. */
export const createWays =
  ({ session, compute }: { readonly session: Session; readonly compute: Compute }): WriterServices['compare']['ways'] =>
  ({ methods, k }, job): Promise<Ways> =>
    session.exclusive('compare.ways', async () => {
      const { db } = session;
      const active = activeSegmentationOf(db);
      const inUse = active === null ? null : segmentationById(db, active);
      const keys = inUse?.preparation.map(({ feature }) => feature);
      const snapshot = await snapshotWith(db, keys, job, spanOf(job, 'features', 0, 0.04));
      checkCustomers(db, snapshot, k);
      const run = await prepareRun(db, compute, snapshot, keys, inUse?.prepareOptions, job.signal);
      const kept = keptSegments(db, snapshot);
      const tried: Tried[] = [];
      for (const [at, method] of methods.entries()) {
        const part = partOf(job, 0.05 + (0.93 * at) / methods.length, 0.05 + (0.93 * (at + 1)) / methods.length);
        tried.push(await tryWay(db, compute, run, { method, k }, kept, part));
        await breathe(job);
      }
      const ways = tried.map(({ result }) => result);
      const agreement = tried.map((one, i) =>
        tried.map((other, j) => {
          if (one.labels === null || other.labels === null) return 0;
          return i === j ? 1 : adjustedRandIndex(one.labels, other.labels);
        }),
      );
      job.progress('finishing', 1);
      return {
        ...{ customers: snapshot.customers, asOf: snapshot.asOf, features: [...run.features], ways, agreement },
        best: servesBest(ways, agreement),
      };
    });
