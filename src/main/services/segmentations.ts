import { cutBranches } from '../../shared/engine/tree/cut.ts';
import type { Tree } from '../../shared/engine/tree/grow.ts';
import { asAsked } from '../../shared/engine/validate/choose-k.ts';
import { AppError } from '../../shared/errors.ts';
import { type Message, message } from '../../shared/model/message.ts';
import { type KChoice, type Method, maxK } from '../../shared/model/segmentation.ts';
import { activeSegmentationOf, setActiveSegmentation } from '../store/repositories/meta.ts';
import {
  addSegmentation,
  type NewSegmentation,
  type StoredSegmentation,
  segmentationById,
} from '../store/repositories/segmentations.ts';
import { addTree, mergesOf, type StoredTree, treeFor } from '../store/repositories/trees.ts';
import { inTransaction, type Sqlite } from '../store/sqlite.ts';
import { dropRedo, makeChange, noteChange } from './changes.ts';
import type { Compute } from './compute.ts';
import { describeRun, type FinishedRun } from './describe-run.ts';
import { snapshotWith } from './features/compute-features.ts';
import { fitRun, rulesRun, scoreRun } from './fit-run.ts';
import { checkExactTree, growWard } from './grow-ward.ts';
import { type KeptSegments, keptSegments } from './kept-segments.ts';
import type { Lineage } from './match-run.ts';
import { createNeighbours } from './neighbours-run.ts';
import { checkCustomers, type PreparedRun, prepareRun } from './prepare-run.ts';
import { projectInfo } from './project-info.ts';
import { type FormerDivision, formerDivision } from './recipes/former-centers.ts';
import { pairAlike } from './recipes/pair-alike.ts';
import { divideBesideKept } from './run-with-kept.ts';
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

/**
 * Adds a run beside the earlier ones and makes it the active one, as one change.
 * @param what how the journal calls it, where it was not simply made
 */
export const storeSegmentation = (db: Sqlite, at: Date, made: NewSegmentation, what?: Message): number =>
  inTransaction(db, () => {
    dropRedo(db);
    const before = activeSegmentationOf(db);
    const id = addSegmentation(db, made);
    setActiveSegmentation(db, id);
    const { k, method } = made.result;
    noteChange(db, at, what ?? message('journal.segmentation', { k, method }), [
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
  const add = () => addTree(db, made, tree);
  const id = db.inTransaction ? add() : inTransaction(db, add);
  return { stored: { id, ...made }, tree };
};

/** A cut of a tree over micro-clusters says so. */
const treeMethod = ({ choice }: Pick<StoredTree, 'choice'>): Method =>
  choice.microLeaves === undefined ? 'ward' : 'microward';

/** Cuts a tree into k parts and finishes the run from there. */
export const cutRun = async (
  compute: Compute,
  run: PreparedRun,
  { stored, tree }: { stored: Pick<StoredTree, 'choice'> & { id: number | null }; tree: Tree },
  asked: KChoice,
  seed: number,
  signal: AbortSignal,
): Promise<FinishedRun> => {
  const k = asked === 'auto' ? stored.choice.k : asked;
  if (k > run.snapshot.customers) throw new AppError('tooManySegments', { k, customers: run.snapshot.customers });
  const { labels, score, silhouettes } = await cutAndScore(compute, tree, run.prepared, k, seed, signal);
  return {
    method: treeMethod(stored),
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

/**
 * Cuts a tree by undoing these merges and all above them, so that each branch has a height of its own.
 * @throws AppError `badInput`, `tooManySegments`, `cancelled`
 */
export const cutBranchesRun = async (
  compute: Compute,
  run: PreparedRun,
  { stored, tree }: { stored: StoredTree; tree: Tree },
  undone: readonly number[],
  seed: number,
  signal: AbortSignal,
): Promise<FinishedRun> => {
  const wrong = (problem: string) => new AppError('badInput', { method: 'Cutting the tree', problem });
  const stranger = undone.find((node) => node < tree.rows || node > 2 * tree.rows - 2);
  if (stranger !== undefined) throw wrong(`it has no branch number ${stranger}`);
  const { labels, nodes } = cutBranches(tree, undone);
  const k = nodes.length;
  if (k > maxK) throw wrong(`it can be cut into ${maxK} segments at most`);
  const [scored] = await compute.run('scoreFits', { matrix: run.prepared, fits: [{ k, labels }], seed }, { signal });
  const { score, silhouettes } = scored!;
  return {
    ...asAsked(k),
    reason: message('segmentation.reason.branches', { k }),
    ...{ method: treeMethod(stored), asked: k, seed, treeId: stored.id, labels, inertia: score.inertia, iterations: 0 },
    ...{ scores: [score], silhouette: score.silhouette, silhouettes },
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
  checkExactTree(run.snapshot.customers);
  const onProgress = spanOf(job, 'tree', 0.05, 0.8);
  // A tree that is kept is everybody's.
  const tree =
    run.rows === undefined
      ? await ensureTree(db, compute, run, seed, job, onProgress)
      : await growWard(compute, run, seed, job.signal, onProgress).then(({ tree, choice }) => ({
          stored: { id: null, choice },
          tree,
        }));
  return cutRun(compute, run, tree, k, seed, job.signal);
};

/** Frozen segments keep their customers; everybody else is divided. */
const runWithKept = (
  db: Sqlite,
  compute: Compute,
  run: PreparedRun,
  request: { readonly method: Method; readonly k: KChoice; readonly seed: number },
  kept: KeptSegments,
  job: JobContext,
): Promise<FinishedRun> =>
  divideBesideKept(compute, run, kept, request, job, (others, k) =>
    runMethod(db, compute, others, { ...request, k }, job),
  );

const lineageOf = (
  db: Sqlite,
  run: PreparedRun,
  { labels, k, named }: FinishedRun,
  earlier: StoredSegmentation | null,
  division: FormerDivision | null,
): Lineage => {
  if (earlier === null) return { kind: 'free' };
  if (division !== null) return { kind: 'same', division };
  if (named !== undefined) return { kind: 'named', names: named.map(({ name }) => name) };
  return { kind: 'alike', pair: (before, left, open) => pairAlike(db, before, left, run, labels, k, open) };
};

/**
 * A new run over the customers as they stand, not yet stored. Frozen segments of the run in use keep their customers.
 * @param earlier the run in use, where the new one brings it up to date: its segments go on, whoever their customers are
 * @throws AppError as `checkCustomers`, `prepareRun` and the method do; `cancelled`
 */
export const makeSegmentation = async (
  db: Sqlite,
  compute: Compute,
  at: Date,
  { method, k, seed = 1, features, preparation }: Parameters<WriterServices['segmentation']['run']>[0],
  job: JobContext,
  earlier: StoredSegmentation | null = null,
): Promise<NewSegmentation> => {
  const snapshot = await snapshotWith(db, features, job, spanOf(job, 'features', 0, 0.04));
  checkCustomers(db, snapshot, k);
  const run = await prepareRun(db, compute, snapshot, features, preparation, job.signal);
  job.progress('features', 0.05);
  const kept = keptSegments(db, snapshot);
  const division = method === 'kmeans' && k === earlier?.k ? formerDivision(db, earlier, run) : null;
  const scored = division === null ? null : await scoreRun(compute, run, method, division, kept, seed, job);
  const finished =
    scored ??
    (kept === null
      ? await runMethod(db, compute, run, { method, k, seed }, job)
      : await runWithKept(db, compute, run, { method, k, seed }, kept, job));
  job.progress('explaining', 0.86);
  const made = await describeRun(
    db,
    compute,
    run,
    finished,
    at,
    job.signal,
    lineageOf(db, run, finished, earlier, scored === null ? null : division),
    new Map(),
    kept,
  );
  await breathe(job);
  return made;
};

export const createSegmentationServices = ({
  session,
  compute,
  now,
}: SegmentationDependencies): WriterServices['segmentation'] => ({
  run: (request, job) =>
    session.exclusive('segmentation.run', async () => {
      const { db } = session;
      const made = await makeSegmentation(db, compute, now(), request, job);
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
