import { AppError } from '../../shared/errors.ts';
import type { JobStage } from '../../shared/model/job.ts';
import type { Segmentation } from '../../shared/model/segmentation.ts';
import { type StoredSegmentation, segmentationById } from '../store/repositories/segmentations.ts';
import type { Sqlite } from '../store/sqlite.ts';
import type { Compute } from './compute.ts';
import { inTurn } from './in-turn.ts';
import { segmentationView } from './segmentation-view.ts';
import type { JobContext } from './services.ts';
import { breathe, type Session } from './session.ts';

/** Something about a run that is found out after it is there, at most once. */
export interface FindingOut<Found> {
  /** The job's name in the contract. */
  readonly name: string;
  readonly stage: JobStage;
  isKnown(run: StoredSegmentation): boolean;
  find(db: Sqlite, compute: Compute, run: StoredSegmentation, job: JobContext): Promise<Found>;
  store(db: Sqlite, id: number, found: Found): void;
}

/**
 * A job that finds something out about a run. The computing is not exclusive: people go on working meanwhile; only the
 * moment of storing is, and waits for its turn.
 */
export const findingOut =
  <Found>(
    { session, compute }: { readonly session: Session; readonly compute: Compute },
    { name, stage, isKnown, find, store }: FindingOut<Found>,
  ) =>
  async ({ id }: { readonly id: number }, job: JobContext): Promise<Segmentation> => {
    const { db } = session;
    const isOpen = () => session.project?.db === db;
    const run = segmentationById(db, id);
    if (run === null) throw new AppError('notFound', { what: 'segmentation', id });
    if (isKnown(run)) return segmentationView(db, id);
    job.progress(stage, 0.02);
    const found = await find(db, compute, run, job).catch((error: unknown) => {
      // A connection that was closed meanwhile is no bug.
      throw isOpen() ? error : new AppError('cancelled', {}, error);
    });
    await breathe(job);
    return inTurn(session, name, job, () => {
      // Another project may be open by now, or the run undone.
      if (!isOpen() || segmentationById(db, id) === null) throw new AppError('cancelled');
      store(db, id, found);
      job.progress(stage, 1);
      return segmentationView(db, id);
    });
  };
