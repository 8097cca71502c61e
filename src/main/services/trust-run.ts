import type { Trust } from '../../shared/model/trust.ts';
import { flowOf, labelsOf, type StoredSegmentation, segmentationById } from '../store/repositories/segmentations.ts';
import { snapshotById } from '../store/repositories/snapshots.ts';
import { setTrust } from '../store/repositories/trust.ts';
import type { Sqlite } from '../store/sqlite.ts';
import type { Compute } from './compute.ts';
import { findingOut } from './found-out.ts';
import { pickRows } from './pick-rows.ts';
import { prepareRun } from './prepare-run.ts';
import { sameSegments } from './recipes/former-centers.ts';
import type { JobContext, WriterServices } from './services.ts';
import { type Session, spanOf } from './session.ts';

const unknown: Trust = { parts: [], bootstraps: 0, rows: 0, secondOpinion: null };

/** Whether its segments are those of a run that a person changed, brought up to date. */
const followsEdit = (db: Sqlite, run: StoredSegmentation): boolean => {
  if (run.edit !== undefined) return true;
  const flow = run.reason.key === sameSegments ? flowOf(db, run.id) : null;
  const before = flow === null ? null : segmentationById(db, flow.fromId);
  return before !== null && followsEdit(db, before);
};

/** A segment that nobody touched is as repeatable as it was; of one made by hand the method says nothing. */
const findEdited = async (db: Sqlite, compute: Compute, run: StoredSegmentation, job: JobContext): Promise<Trust> => {
  const { fromId, relabel, segments } = run.edit!;
  const before = segmentationById(db, fromId);
  if (before === null) return unknown;
  const known = before.trust ?? (await findOut(db, compute, before, job));
  if (known.parts.length === 0) return unknown;
  const touched = new Set(segments.map(({ label }) => label));
  const parts: Trust['parts'] = Array(Math.max(0, ...run.segments.map(({ label }) => label + 1))).fill(null);
  known.parts.forEach((part, label) => {
    if (!touched.has(label)) parts[relabel[label]!] = part;
  });
  return { ...known, parts, secondOpinion: null };
};

const findOut = async (db: Sqlite, compute: Compute, run: StoredSegmentation, job: JobContext): Promise<Trust> => {
  const { method, seed } = run;
  // Plain rules give the same parts for whoever is drawn, and one part is always found again.
  if (method === 'rules') return unknown;
  if (run.edit !== undefined) return findEdited(db, compute, run, job);
  const kept = new Set(run.kept?.map(({ label }) => label));
  const divided = run.segments.map(({ label }) => label).filter((label) => !kept.has(label));
  if (divided.length < 2 || followsEdit(db, run)) return unknown;
  divided.sort((a, b) => a - b);
  const snapshot = snapshotById(db, run.snapshotId)!;
  const keys = run.preparation.map(({ feature }) => feature);
  const prepared = await prepareRun(db, compute, snapshot, keys, run.prepareOptions, job.signal);
  const all = labelsOf(db, run.id)!;
  // A person keeps the customers of a frozen segment: the method divided the others only.
  const rows = Int32Array.from(all.keys()).filter((row) => !kept.has(all[row]!));
  const places = new Map(divided.map((label, place) => [label, place]));
  const matrix = kept.size === 0 ? prepared.prepared : pickRows(prepared.prepared, rows);
  const labels = kept.size === 0 ? all : Int32Array.from(rows, (row) => places.get(all[row]!) ?? -1);
  const k = kept.size === 0 ? run.k : divided.length;
  const found = await compute.run(
    'stabilityOf',
    { matrix, method, k, labels, seed },
    { signal: job.signal, onProgress: spanOf(job, 'trusting', 0.05, 0.9) },
  );
  const second = await compute.run('secondOpinion', { matrix, method, k, labels, seed }, { signal: job.signal });
  if (kept.size === 0) return { ...found, secondOpinion: second };
  const parts: Trust['parts'] = Array(Math.max(...run.segments.map(({ label }) => label + 1))).fill(null);
  divided.forEach((label, place) => {
    parts[label] = found.parts[place] ?? null;
  });
  return { ...found, parts, secondOpinion: second };
};

/** Finds out how repeatable a run's segments are and what independent code says of it. */
export const createTrust = (dependencies: {
  readonly session: Session;
  readonly compute: Compute;
}): WriterServices['segmentation']['trust'] =>
  findingOut<Trust>(dependencies, {
    name: 'segmentation.trust',
    stage: 'trusting',
    isKnown: ({ trust }) => trust !== null,
    find: findOut,
    store: setTrust,
  });
