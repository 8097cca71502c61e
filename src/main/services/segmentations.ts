import type { Tree } from '../../shared/engine/tree/grow.ts';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/model/message.ts';
import type { KChoice, Method } from '../../shared/model/segmentation.ts';
import { activeSegmentationOf, setActiveSegmentation } from '../store/repositories/meta.ts';
import { addSegmentation, type NewSegmentation, segmentationById } from '../store/repositories/segmentations.ts';
import { addTree, mergesOf, type StoredTree, treeFor } from '../store/repositories/trees.ts';
import { inTransaction, type Sqlite } from '../store/sqlite.ts';
import { dropRedo, makeChange, noteChange } from './changes.ts';
import type { Compute } from './compute.ts';
import { describeRun, type FinishedRun } from './describe-run.ts';
import { ensureSnapshot } from './features.ts';
import { fitRun, rulesRun } from './fit-run.ts';
import { growWard } from './grow-ward.ts';
import { createNeighbours } from './neighbours-run.ts';
import { checkCustomers, type PreparedRun, prepareRun } from './prepare-run.ts';
import { projectInfo } from './project-info.ts';
import { segmentationView } from './segmentation-view.ts';
import type { JobContext, WriterServices } from './services.ts';
import { breathe, type Session, spanOf } from './session.ts';
import { createTrust } from './trust-run.ts';
import { cutAndScore } from './ward-run.ts';

export interface SegmentationDependencies {
  readonly session: Session;
  readonly compute: Compute;
  readonly now: () => Date;
}

/** Adds a run beside the earlier ones and makes it the active one, as one change. */
export const storeSegmentation = (db: Sqlite, at: Date, made: NewSegmentation): number =>
  inTransaction(db, () => {
    dropRedo(db);
    const before = activeSegmentationOf(db);
    const id = addSegmentation(db, made);
    setActiveSegmentation(db, id);
    const { k, method } = made.result;
    noteChange(db, at, message('journal.segmentation', { k, method }), [
      { kind: 'segmentation', id },
      { kind: 'activate', before, after: id },
    ]);
    return id;
  });

/** The tree of these customers and features, grown and stored where it is not there yet. */
export const ensureTree = async (
  db: Sqlite,
  compute: Compute,
  run: PreparedRun,
  seed: number,
  job: JobContext,
  onProgress: (fraction: number) => void,
): Promise<{ stored: StoredTree; tree: Tree }> => {
  const features = run.features.map(({ key }) => key);
  const known = treeFor(db, run.snapshot.id, features, run.options);
  if (known !== null) return { stored: known, tree: mergesOf(db, known.id)! };
  const { tree, choice } = await growWard(compute, run, seed, job.signal, onProgress);
  const { preparation, options } = run;
  const made = { snapshotId: run.snapshot.id, features, options, preparation, choice };
  const id = inTransaction(db, () => addTree(db, made, tree));
  return { stored: { id, ...made }, tree };
};

/** Cuts a tree into k parts and finishes the run from there. */
export const cutRun = async (
  compute: Compute,
  run: PreparedRun,
  { stored, tree }: { stored: StoredTree; tree: Tree },
  asked: KChoice,
  seed: number,
  signal: AbortSignal,
): Promise<FinishedRun> => {
  const k = asked === 'auto' ? stored.choice.k : asked;
  if (k > run.snapshot.customers) throw new AppError('tooManySegments', { k, customers: run.snapshot.customers });
  const { labels, score, silhouettes } = await cutAndScore(compute, tree, run.prepared, k, seed, signal);
  return {
    method: 'ward' satisfies Method,
    asked,
    seed,
    treeId: stored.id,
    k,
    labels,
    inertia: score.inertia,
    iterations: 0,
    scores: asked === 'auto' ? stored.choice.scores : [score],
    statisticalK: stored.choice.statisticalK,
    reason: asked === 'auto' ? stored.choice.reason : message('segmentation.reason.asked', { k }),
    statisticalReason: asked === 'auto' ? stored.choice.statisticalReason : null,
    indices: asked === 'auto' ? stored.choice.indices : [],
    silhouette: score.silhouette,
    silhouettes,
  };
};

const runMethod = async (
  db: Sqlite,
  compute: Compute,
  run: PreparedRun,
  { method, k, seed }: { readonly method: Method; readonly k: KChoice; readonly seed: number },
  job: JobContext,
): Promise<FinishedRun> => {
  if (method === 'rules') return rulesRun(db, compute, run, seed, job.signal);
  if (method !== 'ward') return fitRun(compute, run, method, k, seed, job);
  const tree = await ensureTree(db, compute, run, seed, job, spanOf(job, 'tree', 0.05, 0.8));
  return cutRun(compute, run, tree, k, seed, job.signal);
};

export const createSegmentationServices = ({
  session,
  compute,
  now,
}: SegmentationDependencies): WriterServices['segmentation'] => ({
  run: ({ method, k, seed = 1, features, preparation }, job) =>
    session.exclusive('segmentation.run', async () => {
      const { db } = session;
      const snapshot = await ensureSnapshot(db, job, spanOf(job, 'features', 0, 0.04));
      checkCustomers(db, snapshot, k);
      const run = await prepareRun(db, compute, snapshot, features, preparation, job.signal);
      job.progress('features', 0.05);
      const finished = await runMethod(db, compute, run, { method, k, seed }, job);
      job.progress('explaining', 0.86);
      const made = await describeRun(db, compute, run, finished, now(), job.signal);
      await breathe(job);
      job.progress('finishing', 0.97);
      const id = storeSegmentation(db, now(), made);
      job.progress('finishing', 1);
      return segmentationView(db, id);
    }),
  activate: ({ id }) =>
    session.exclusive('segmentation.activate', () => {
      const { db } = session;
      const chosen = segmentationById(db, id);
      if (chosen === null) throw new AppError('notFound', { what: 'segmentation', id });
      const before = activeSegmentationOf(db);
      if (before !== id) {
        makeChange(db, now(), message('journal.activate', { k: chosen.k, method: chosen.method }), [
          { kind: 'activate', before, after: id },
        ]);
      }
      return projectInfo(db);
    }),
  trust: createTrust({ session, compute }),
  neighbours: createNeighbours({ session, compute }),
});
