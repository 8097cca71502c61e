import { AppError } from '../../shared/errors.ts';
import type { PrepareOptions } from '../../shared/model/preparation.ts';
import { type StoredSnapshot, snapshotById } from '../store/repositories/snapshots.ts';
import { treeById } from '../store/repositories/trees.ts';
import type { Sqlite } from '../store/sqlite.ts';
import { describeRun } from './describe-run.ts';
import { ensureSnapshot } from './features.ts';
import { keptSegments } from './kept-segments.ts';
import { checkCustomers, prepareRun } from './prepare-run.ts';
import { keepIn } from './run-with-kept.ts';
import { chosenSegmentation, segmentationView } from './segmentation-view.ts';
import {
  cutBranchesRun,
  cutRun,
  ensureTree,
  type SegmentationDependencies,
  storeSegmentation,
} from './segmentations.ts';
import type { JobContext, WriterServices } from './services.ts';
import { breathe, spanOf } from './session.ts';

/** The customers that the active segmentation is about, with its features and how they were prepared; all of today's where there is none. */
const customersInView = async (
  db: Sqlite,
  job: JobContext,
): Promise<{ snapshot: StoredSnapshot; keys: string[] | undefined; options: PrepareOptions | undefined }> => {
  const active = chosenSegmentation(db, undefined);
  if (active === null) return { snapshot: await ensureSnapshot(db, job), keys: undefined, options: undefined };
  const snapshot = snapshotById(db, active.snapshotId)!;
  const keys = active.preparation.map(({ feature }) => feature);
  return { snapshot, keys, options: active.prepareOptions };
};

const seed = 1;

export const createTreeServices = ({ session, compute, now }: SegmentationDependencies): WriterServices['tree'] => ({
  grow: (_input, job) =>
    session.exclusive('tree.grow', async () => {
      const { db } = session;
      const { snapshot, keys, options } = await customersInView(db, job);
      checkCustomers(db, snapshot, 'auto');
      const run = await prepareRun(db, compute, snapshot, keys, options, job.signal);
      const { stored } = await ensureTree(db, compute, run, seed, job, spanOf(job, 'tree', 0.02, 1));
      return { treeId: stored.id };
    }),
  cut: ({ treeId, k, undone }, job) =>
    session.exclusive('tree.cut', async () => {
      const { db } = session;
      const stored = treeById(db, treeId);
      if (stored === null) throw new AppError('notFound', { what: 'tree', id: treeId });
      const snapshot = snapshotById(db, stored.snapshotId)!;
      const run = await prepareRun(db, compute, snapshot, stored.features, stored.options, job.signal);
      const tree = await ensureTree(db, compute, run, seed, job, spanOf(job, 'tree', 0.05, 0.5));
      job.progress('clustering', 0.5);
      const kept = keptSegments(db, snapshot);
      const cut =
        undone === undefined
          ? await cutRun(compute, run, tree, k!, seed, job.signal)
          : await cutBranchesRun(compute, run, tree, undone, seed, job.signal);
      const finished = await keepIn(compute, run, kept, cut, job.signal);
      job.progress('explaining', 0.8);
      const made = await describeRun(db, compute, run, finished, now(), job.signal, { kind: 'free' }, new Map(), kept);
      await breathe(job);
      const id = storeSegmentation(db, now(), made);
      job.progress('finishing', 1);
      return segmentationView(db, id);
    }),
});
