import { asAsked } from '../../shared/engine/validate/choose-k.ts';
import { AppError } from '../../shared/errors.ts';
import { type Message, message } from '../../shared/model/message.ts';
import { maxK, type Segment, type SegmentEdit } from '../../shared/model/segmentation.ts';
import { activeSegmentationOf } from '../store/repositories/meta.ts';
import { labelsOf, type StoredSegmentation, segmentationById } from '../store/repositories/segmentations.ts';
import { snapshotById } from '../store/repositories/snapshots.ts';
import type { Sqlite } from '../store/sqlite.ts';
import { describeRun } from './describe-run.ts';
import { fitRun } from './fit-run.ts';
import type { SureLabels } from './match-run.ts';
import { type PreparedRun, prepareRun, someOf } from './prepare-run.ts';
import { formerSide, runsBefore } from './returned-segments.ts';
import { labelsInCommon, sideOf } from './run-side.ts';
import { segmentationView } from './segmentation-view.ts';
import { type SegmentationDependencies, storeSegmentation } from './segmentations.ts';
import type { JobContext, WriterServices } from './services.ts';
import { breathe, partOf } from './session.ts';

/** The run in use, its customers made ready as they were then, and the segments that somebody wants to change. */
interface Editing {
  readonly run: StoredSegmentation;
  readonly prepared: PreparedRun;
  readonly labels: Int32Array;
  readonly segments: readonly Segment[];
}

/** How the run in use is to be changed. */
interface Edit extends Pick<SegmentEdit, 'kind' | 'relabel' | 'parts' | 'seed'> {
  readonly labels: Int32Array;
  readonly k: number;
  readonly sure: SureLabels;
  readonly reason: Message;
  readonly what: Message;
}

/** @throws AppError `notFound` */
const segmentsToEdit = (db: Sqlite, ids: readonly number[]): Pick<Editing, 'run' | 'segments'> => {
  const active = activeSegmentationOf(db);
  const run = active === null ? null : segmentationById(db, active);
  if (run === null) throw new AppError('notFound', { what: 'segmentation', id: null });
  const segments = [...new Set(ids)].map((id) => {
    const segment = run.segments.find((one) => one.id === id);
    if (segment === undefined) throw new AppError('notFound', { what: 'segment', id });
    return segment;
  });
  return { run, segments };
};

const labelsUpTo = ({ segments }: StoredSegmentation): number => Math.max(0, ...segments.map(({ label }) => label + 1));

/** Every segment that nobody touched goes on under its name. */
const untouched = (run: StoredSegmentation, touched: readonly Segment[], relabel: readonly number[]): SureLabels =>
  new Map(
    run.segments
      .filter((segment) => !touched.includes(segment))
      .map(({ id, label }) => [relabel[label]!, { segmentId: id, keepsName: true }]),
  );

/**
 * The largest takes the others in, and stays who it is; it is called as before only as long as that is true of all of them,
 * or a person called it so.
 */
const mergeOf = ({ run, labels, segments }: Editing): Edit => {
  const into = segments.reduce((best, one) => (one.size > best.size ? one : best));
  const merged = segments.map(({ label }) => label);
  const staying = run.segments
    .map(({ label }) => label)
    .filter((label) => label === into.label || !merged.includes(label));
  const places = new Map(staying.sort((a, b) => a - b).map((label, at) => [label, at]));
  const relabel = Array.from(
    Array(labelsUpTo(run)).keys(),
    (label) => places.get(merged.includes(label) ? into.label : label) ?? -1,
  );
  const part = relabel[into.label]!;
  const k = staying.length;
  return {
    kind: 'merge',
    relabel,
    parts: [part],
    seed: null,
    labels: labels.map((label) => (label < 0 ? label : relabel[label]!)),
    k,
    sure: new Map([...untouched(run, segments, relabel), [part, { segmentId: into.id, keepsName: false }]]),
    reason: message('segmentation.reason.merge', { k, before: run.k, count: segments.length }),
    what: message('journal.merge', { count: segments.length }),
  };
};

/** The part that holds whom the segment held in an earlier run, as before others were put together with it. */
const partAsBefore = (
  db: Sqlite,
  run: StoredSegmentation,
  { id }: Segment,
  labels: Int32Array,
  parts: readonly number[],
): number | null => {
  const now = sideOf(db, run.snapshotId, labels, Math.max(...parts) + 1);
  for (const before of runsBefore(db, run)) {
    const label = before.segments.find((one) => one.id === id)?.label;
    if (label === undefined) continue;
    const { earlier, later } = labelsInCommon(formerSide(db, before).side, now);
    const found = parts.find((part) => {
      let [both, either] = [0, 0];
      later.forEach((one, i) => {
        if (one === part || earlier[i] === label) either += 1;
        if (one === part && earlier[i] === label) both += 1;
      });
      return both > either / 2;
    });
    if (found !== undefined) return found;
  }
  return null;
};

/**
 * Divides the customers of one segment by k-means, in the columns of the run as they were prepared among everybody.
 * @throws AppError `tooManySegments`, `badInput` where they are all alike, `cancelled`
 */
const splitOf = async (
  { session: { db }, compute }: SegmentationDependencies,
  { run, prepared, labels, segments }: Editing,
  { parts: count, seed }: { readonly parts: number; readonly seed: number },
  job: JobContext,
): Promise<Edit> => {
  const [segment] = segments as [Segment];
  if (run.k + count - 1 > maxK)
    throw new AppError('badInput', { method: 'segment.split', problem: `there would be more than ${maxK} segments` });
  if (segment.size < count) throw new AppError('tooManySegments', { k: count, customers: segment.size });
  const rows = Int32Array.from(labels.keys()).filter((row) => labels[row] === segment.label);
  const divided = await fitRun(compute, someOf(prepared, rows), 'kmeans', count, seed, partOf(job, 0.05, 0.7));
  if (new Set(divided.labels).size < count)
    throw new AppError('badInput', {
      method: 'segment.split',
      problem: 'its customers are too much alike to be divided into that many parts',
    });
  const width = labelsUpTo(run);
  const parts = Array.from(Array(count).keys(), (part) => (part === 0 ? segment.label : width + part - 1));
  const after = labels.slice();
  const sizes = new Int32Array(count);
  rows.forEach((row, at) => {
    const part = divided.labels[at]!;
    after[row] = parts[part]!;
    sizes[part]! += 1;
  });
  const relabel = Array.from(Array(width).keys());
  const own = partAsBefore(db, run, segment, after, parts) ?? parts[sizes.indexOf(Math.max(...sizes))]!;
  const k = run.k + count - 1;
  return {
    kind: 'split',
    relabel,
    parts,
    seed,
    labels: after,
    k,
    sure: new Map([...untouched(run, segments, relabel), [own, { segmentId: segment.id, keepsName: false }]]),
    reason: message('segmentation.reason.split', { k, before: run.k, parts: count }),
    what: message('journal.split', { parts: count }),
  };
};

/** Stores what came of an edit as a new run of the same customers, in use from now on. */
const storeEdit = async (
  { session, compute, now }: SegmentationDependencies,
  { run, prepared, segments }: Editing,
  { kind, relabel, parts, seed, labels, k, sure, reason, what }: Edit,
  job: JobContext,
) => {
  const { db } = session;
  job.progress('explaining', 0.72);
  const fit = { matrix: prepared.prepared, fits: [{ k, labels }], seed: run.seed };
  const [scored] = await compute.run('scoreFits', fit, { signal: job.signal });
  const { score, silhouettes } = scored!;
  const { method } = run;
  const edit: SegmentEdit = {
    kind,
    fromId: run.id,
    segments: segments.map(({ id, label, name, size }) => ({ id, label, name, size })),
    ...{ relabel: [...relabel], parts: [...parts], seed },
  };
  const made = await describeRun(
    db,
    compute,
    prepared,
    {
      ...asAsked(k),
      ...{ reason, method, asked: k, seed: run.seed, treeId: null, labels, inertia: score.inertia, iterations: 0 },
      ...{ scores: [score], silhouette: score.silhouette, silhouettes },
    },
    now(),
    job.signal,
    { kind: 'edited', edit, from: run.inputHash },
    sure,
  );
  await breathe(job);
  job.progress('finishing', 0.97);
  const id = storeSegmentation(db, now(), made, what);
  job.progress('finishing', 1);
  return segmentationView(db, id);
};

/** Segments put together and divided by hand: each a new segmentation of the same customers, and one change. */
export const createSegmentEdits = (
  dependencies: SegmentationDependencies,
): Pick<WriterServices['segment'], 'merge' | 'split'> => {
  const { session, compute } = dependencies;
  const begin = async (ids: readonly number[], job: JobContext): Promise<Editing> => {
    const { db } = session;
    const { run, segments } = segmentsToEdit(db, ids);
    const keys = run.preparation.map(({ feature }) => feature);
    const snapshot = snapshotById(db, run.snapshotId)!;
    const prepared = await prepareRun(db, compute, snapshot, keys, run.prepareOptions, job.signal);
    job.progress('features', 0.05);
    return { run, prepared, labels: labelsOf(db, run.id)!, segments };
  };
  return {
    merge: ({ ids }, job) =>
      session.exclusive('segment.merge', async () => {
        const editing = await begin(ids, job);
        if (editing.segments.length < 2)
          throw new AppError('badInput', { method: 'segment.merge', problem: 'it takes two segments or more' });
        return storeEdit(dependencies, editing, mergeOf(editing), job);
      }),
    split: ({ id, parts, seed = 1 }, job) =>
      session.exclusive('segment.split', async () => {
        const editing = await begin([id], job);
        return storeEdit(dependencies, editing, await splitOf(dependencies, editing, { parts, seed }, job), job);
      }),
  };
};
