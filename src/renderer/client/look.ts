import type { JobStream, ResultOf } from '../../shared/api/job-stream.ts';
import { AppError, isCancelled } from '../../shared/errors.ts';
import { startJob, useJobs } from './jobs.ts';
import { toAppError } from './to-app-error.ts';

const laterMs = 700;
const later = () => new Promise<void>((resolve) => setTimeout(resolve, laterMs));

/** The look under way; it gives way to whatever somebody does. */
let current: { gaveWay: boolean; readonly stop: AbortController; readonly work: Promise<unknown> } | null = null;

/**
 * Runs a job that only looks: it waits its turn, gives way to a change, and begins anew afterwards.
 * @param signal aborts when nobody wants the answer any more
 * @throws AppError, `cancelled` where a person stopped it or nobody wants it
 */
export const look = async <Stream extends JobStream>(
  title: string,
  call: () => Promise<Stream>,
  signal?: AbortSignal,
): Promise<ResultOf<Stream>> => {
  for (;;) {
    if (signal?.aborted) throw new AppError('cancelled');
    if (useJobs.getState().running === null) {
      const stop = new AbortController();
      // Who has left the screen looks no longer.
      const leave = () => stop.abort();
      signal?.addEventListener('abort', leave, { once: true });
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
        signal?.removeEventListener('abort', leave);
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
