import type { Trust } from '../../shared/model/trust.ts';
import { labelsOf, type StoredSegmentation } from '../store/repositories/segmentations.ts';
import { snapshotById } from '../store/repositories/snapshots.ts';
import { setTrust } from '../store/repositories/trust.ts';
import type { Sqlite } from '../store/sqlite.ts';
import type { Compute } from './compute.ts';
import { findingOut } from './found-out.ts';
import { prepareRun } from './prepare-run.ts';
import type { JobContext, WriterServices } from './services.ts';
import { type Session, spanOf } from './session.ts';

const findOut = async (db: Sqlite, compute: Compute, run: StoredSegmentation, job: JobContext): Promise<Trust> => {
  const { k, method, seed } = run;
  // Plain rules give the same parts for whoever is drawn, and one part is always found again.
  if (method === 'rules' || k < 2) return { parts: [], bootstraps: 0, rows: 0, secondOpinion: null };
  const snapshot = snapshotById(db, run.snapshotId)!;
  const labels = labelsOf(db, run.id)!;
  const keys = run.preparation.map(({ feature }) => feature);
  const { prepared: matrix } = await prepareRun(db, compute, snapshot, keys, run.prepareOptions, job.signal);
  const found = await compute.run(
    'stabilityOf',
    { matrix, method, k, labels, seed },
    { signal: job.signal, onProgress: spanOf(job, 'trusting', 0.05, 0.9) },
  );
  const second = await compute.run('secondOpinion', { matrix, method, k, labels, seed }, { signal: job.signal });
  return { ...found, secondOpinion: second };
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
