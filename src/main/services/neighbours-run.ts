import { columnOf } from '../../shared/engine/matrix.ts';
import { AppError } from '../../shared/errors.ts';
import { neighbourMapAtMost } from '../../shared/model/segmentation.ts';
import { setNeighbourMap } from '../store/repositories/segmentations.ts';
import { snapshotById } from '../store/repositories/snapshots.ts';
import type { Compute } from './compute.ts';
import { findingOut } from './found-out.ts';
import { prepareRun } from './prepare-run.ts';
import type { WriterServices } from './services.ts';
import { type Session, spanOf } from './session.ts';

/**
 * Draws the map of a run on which neighbours stay near.
 * @throws AppError `tooManyCustomers`
 */
export const createNeighbours = (dependencies: {
  readonly session: Session;
  readonly compute: Compute;
}): WriterServices['segmentation']['neighbours'] =>
  findingOut<readonly [Float64Array, Float64Array]>(dependencies, {
    name: 'segmentation.neighbours',
    stage: 'mapping',
    isKnown: ({ hasNeighbours }) => hasNeighbours,
    find: async (db, compute, run, job) => {
      const { customers } = run;
      if (customers > neighbourMapAtMost)
        throw new AppError('tooManyCustomers', { customers, limit: neighbourMapAtMost, method: 'neighbours' });
      const snapshot = snapshotById(db, run.snapshotId)!;
      const keys = run.preparation.map(({ feature }) => feature);
      const { prepared: matrix } = await prepareRun(db, compute, snapshot, keys, run.prepareOptions, job.signal);
      const { axes } = await compute.run(
        'neighbourMap',
        { matrix },
        { signal: job.signal, onProgress: spanOf(job, 'mapping', 0.05, 0.97) },
      );
      return [columnOf(axes, 0), columnOf(axes, 1)];
    },
    store: setNeighbourMap,
  });
