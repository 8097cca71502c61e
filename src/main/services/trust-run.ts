import { setTimeout } from 'node:timers/promises';
import { AppError } from '../../shared/errors.ts';
import type { Trust } from '../../shared/model/trust.ts';
import { labelsOf, type StoredSegmentation, segmentationById } from '../store/repositories/segmentations.ts';
import { snapshotById } from '../store/repositories/snapshots.ts';
import { setTrust } from '../store/repositories/trust.ts';
import type { Sqlite } from '../store/sqlite.ts';
import type { Compute } from './compute.ts';
import { prepareRun } from './prepare-run.ts';
import { segmentationView } from './segmentation-view.ts';
import type { JobContext, WriterServices } from './services.ts';
import { breathe, type Session, spanOf } from './session.ts';

/** Between two looks whether somebody else's job is over. */
const lookEveryMs = 50;

const findOut = async (db: Sqlite, compute: Compute, run: StoredSegmentation, job: JobContext): Promise<Trust> => {
  const { k, method, seed } = run;
  // Plain rules give the same parts for whoever is drawn, and one part is always found again.
  if (method === 'rules' || k < 2) return { parts: [], bootstraps: 0, rows: 0, secondOpinion: null };
  const snapshot = snapshotById(db, run.snapshotId)!;
  const keys = run.preparation.map(({ feature }) => feature);
  const { prepared: matrix } = await prepareRun(db, compute, snapshot, keys, run.prepareOptions, job.signal);
  const labels = labelsOf(db, run.id)!;
  const found = await compute.run(
    'stabilityOf',
    { matrix, method, k, labels, seed },
    { signal: job.signal, onProgress: spanOf(job, 'trusting', 0.05, 0.9) },
  );
  return { ...found, secondOpinion: null };
};

/** Runs as soon as no other job writes. */
const inTurn = async <Result>(session: Session, job: JobContext, work: () => Result): Promise<Result> => {
  for (;;) {
    try {
      return await session.exclusive('segmentation.trust', work);
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'busy')) throw error;
    }
    await setTimeout(lookEveryMs);
    await breathe(job);
  }
};

/**
 * Finds out how repeatable a run's segments are and what independent code says of it. The computing is not exclusive:
 * people go on working meanwhile; only the moment of storing is, and waits for its turn.
 */
export const createTrust =
  ({
    session,
    compute,
  }: {
    readonly session: Session;
    readonly compute: Compute;
  }): WriterServices['segmentation']['trust'] =>
  async ({ id }, job) => {
    const { db } = session;
    const run = segmentationById(db, id);
    if (run === null) throw new AppError('notFound', { what: 'segmentation', id });
    if (run.trust !== null) return segmentationView(db, id);
    job.progress('trusting', 0.02);
    const trust = await findOut(db, compute, run, job);
    await breathe(job);
    return inTurn(session, job, () => {
      // Another project may be open by now, or the run undone.
      if (session.project?.db !== db || segmentationById(db, id) === null) throw new AppError('cancelled');
      setTrust(db, id, trust);
      job.progress('trusting', 1);
      return segmentationView(db, id);
    });
  };
