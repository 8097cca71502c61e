import { randomUUID } from 'node:crypto';
import { AppError } from '../../shared/errors.ts';
import type { JobEvent } from '../../shared/model/job.ts';
import type { JobContext } from '../services/services.ts';

/** At most this many events a second reach whoever watches. */
const eventsPerSecond = 25;

export interface Jobs {
  /** Runs `work` as a job: yields its progress, returns its result. Ends with `cancelled` when told to or when nobody listens. */
  run<Result>(work: (job: JobContext) => Promise<Result>, signal?: AbortSignal): AsyncGenerator<JobEvent, Result, void>;
  cancel(jobId: string): boolean;
}

export const createJobs = (): Jobs => {
  const running = new Map<string, AbortController>();
  return {
    cancel: (jobId) => {
      const job = running.get(jobId);
      job?.abort();
      return job !== undefined;
    },
    async *run(work, signal) {
      const jobId = randomUUID();
      const controller = new AbortController();
      const stop = () => controller.abort();
      if (signal?.aborted) stop();
      signal?.addEventListener('abort', stop);
      running.set(jobId, controller);

      let latest: JobEvent | null = null;
      let shown = 0;
      let wake: () => void = () => {};
      const progress: JobContext['progress'] = (stage, fraction) => {
        const bounded = Math.min(1, Math.max(0, fraction));
        latest = { jobId, stage, fraction: Math.max(latest?.fraction ?? shown, bounded) };
        wake();
      };
      const outcome = { done: false };
      const finished = (async () => work({ signal: controller.signal, progress }))().finally(() => {
        outcome.done = true;
        wake();
      });
      // It is awaited at the end; until then a failure is not an unhandled one.
      finished.catch(() => undefined);
      try {
        yield { jobId, stage: 'starting', fraction: 0 };
        while (!outcome.done) {
          if (latest === null) {
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
            wake = () => {};
          }
          const event: JobEvent | null = latest;
          latest = null;
          if (event !== null && !outcome.done) {
            shown = (event as JobEvent).fraction;
            yield event;
            await Promise.race([
              new Promise((resolve) => setTimeout(resolve, 1000 / eventsPerSecond)),
              finished.catch(() => undefined),
            ]);
          }
        }
        return await finished;
      } catch (error) {
        throw controller.signal.aborted ? new AppError('cancelled', {}, error) : error;
      } finally {
        // Reached without an outcome when nobody listens any more.
        if (!outcome.done) controller.abort();
        signal?.removeEventListener('abort', stop);
        running.delete(jobId);
      }
    },
  };
};
