import type { JobStream, ResultOf } from '../../shared/api/job-stream.ts';
import { isCancelled } from '../../shared/errors.ts';
import { startJob, useJobs } from './jobs.ts';
import { toAppError } from './to-app-error.ts';

const laterMs = 700;
const later = () => new Promise<void>((resolve) => setTimeout(resolve, laterMs));

/** The look under way; it gives way to whatever somebody does. */
let current: { gaveWay: boolean; readonly stop: AbortController; readonly work: Promise<unknown> } | null = null;

/**
 * Runs a job that only looks: it waits its turn, gives way to a change, and begins anew afterwards.
 * @throws AppError, `cancelled` where a person stopped it
 */
export const look = async <Stream extends JobStream>(
  title: string,
  call: () => Promise<Stream>,
  signal?: AbortSignal,
): Promise<ResultOf<Stream>> => {
  for (;;) {
    if (useJobs.getState().running === null) {
      const stop = new AbortController();
      const work = startJob(title, call, stop.signal);
      const own = { gaveWay: false, stop, work };
      current = own;
      try {
        return await work;
      } catch (error) {
        const known = toAppError(error);
        const isWaiting = known.code === 'busy' || (isCancelled(known) && own.gaveWay);
        if (!isWaiting || signal?.aborted) throw known;
      } finally {
        if (current === own) current = null;
      }
    }
    await later();
  }
};

/** Ends a look under way, so that a change need not wait for it. */
export const makeWay = async (): Promise<void> => {
  if (current === null) return;
  current.gaveWay = true;
  current.stop.abort();
  // Whoever looks hears how it ended.
  await current.work.catch(() => undefined);
};
