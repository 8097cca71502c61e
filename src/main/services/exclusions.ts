import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/model/message.ts';
import { addExclusion, excludedCustomers } from '../store/repositories/exclusions.ts';
import { identitiesReader } from '../store/repositories/identity.ts';
import { dropRedo, noteChange } from './changes.ts';
import { chosenCustomers } from './chosen-customers.ts';
import type { Compute } from './compute.ts';
import { ensureSnapshot } from './features.ts';
import { projectInfo } from './project-info.ts';
import { bringUpToDate } from './recipes/bring-up-to-date.ts';
import type { JobContext, WriterServices } from './services.ts';
import { breathe, partOf, type Session } from './session.ts';

export interface ExclusionDependencies {
  readonly session: Session;
  readonly compute: Compute;
  readonly now: () => Date;
}

/**
 * Takes customers out of what counts, or brings them back, with the figures that follow and the segmentation in use
 * brought up to date: all of it or nothing, and one change.
 * @throws AppError `badInput` where nobody would be left, `cancelled`
 */
const change = async (
  { session: { db }, compute, now }: ExclusionDependencies,
  ids: Int32Array,
  excludes: boolean,
  job: JobContext,
) => {
  db.exec('BEGIN IMMEDIATE');
  try {
    dropRedo(db);
    const id = addExclusion(db, now().toISOString(), excludes, ids);
    const snapshot = await ensureSnapshot(db, job, (fraction) => job.progress('features', 0.3 * fraction));
    if (snapshot.customers === 0)
      throw new AppError('badInput', { method: 'customers.exclude', problem: 'nobody would be left' });
    const updated = await bringUpToDate(db, compute, now(), partOf(job, 0.3, 0.95));
    await breathe(job);
    const what = message(excludes ? 'journal.exclude' : 'journal.include', { customers: ids.length });
    noteChange(db, now(), what, [{ kind: 'exclusion', id }, ...updated.changes]);
    job.progress('finishing', 0.97);
    db.exec('COMMIT');
    job.progress('finishing', 1);
    const { segmentationId, moved, problem } = updated;
    return { customers: ids.length, segmentationId, moved, problem, project: projectInfo(db) };
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
};

export const createExclusionServices = (dependencies: ExclusionDependencies): WriterServices['customers'] => {
  const { session } = dependencies;
  return {
    exclude: (who, job) =>
      session.exclusive('customers.exclude', () => {
        const { db } = session;
        const out = excludedCustomers(db);
        const ids = chosenCustomers(db, who).filter((id) => !out.has(id));
        if (ids.length === 0) throw new AppError('noCustomers', {});
        return change(dependencies, ids, true, job);
      }),
    include: ({ ids }, job) =>
      session.exclusive('customers.include', () => {
        const { db } = session;
        const out = excludedCustomers(db);
        const stranger = ids?.find((id) => !out.has(id));
        if (stranger !== undefined) throw new AppError('notFound', { what: 'customer', id: stranger });
        // Whoever was put together with one of them is brought back with it.
        const identities = identitiesReader(db);
        const all = Int32Array.from([...(ids ?? out)].flatMap(identities)).sort();
        if (all.length === 0) throw new AppError('noCustomers', {});
        return change(dependencies, all, false, job);
      }),
  };
};
