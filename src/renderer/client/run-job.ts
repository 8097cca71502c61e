import type { JobStream, ResultOf } from '../../shared/api/job-stream.ts';
import { AppError } from '../../shared/errors.ts';
import type { JobEvent } from '../../shared/model/job.ts';
import { api } from './api.ts';
import { toAppError } from './to-app-error.ts';

export interface JobOptions {
  readonly onProgress?: (event: JobEvent) => void;
  /** Asks the job to stop. It ends with `cancelled`, or with its result where it was past stopping. */
  readonly signal?: AbortSignal;
  /** How a job is asked to stop; the contract’s way unless told otherwise. */
  readonly cancel?: (jobId: string) => Promise<unknown>;
}

const cancelByContract = (jobId: string) => api.jobs.cancel({ jobId });

/**
 * Follows a job to its result. Fractions that are handed on never fall.
 * Cancelling goes by the job’s id and then waits for the job’s own word, so that nobody is told “cancelled” about
 * something that was done after all.
 * @throws AppError what the job met, `cancelled` included
 */
export const runJob = async <Stream extends JobStream>(
  call: () => Promise<Stream>,
  { onProgress, signal, cancel = cancelByContract }: JobOptions = {},
): Promise<ResultOf<Stream>> => {
  if (signal?.aborted) throw new AppError('cancelled');
  let jobId: string | null = null;
  const ask = () => {
    if (jobId !== null) cancel(jobId).catch(() => undefined);
  };
  signal?.addEventListener('abort', ask);
  try {
    const events = await call();
    let highest = 0;
    for (;;) {
      const step = await events.next();
      if (step.done) return step.value as ResultOf<Stream>;
      const first = jobId === null;
      jobId = step.value.jobId;
      if (first && signal?.aborted) ask();
      highest = Math.max(highest, step.value.fraction);
      onProgress?.({ ...step.value, fraction: highest });
    }
  } catch (error) {
    throw toAppError(error);
  } finally {
    signal?.removeEventListener('abort', ask);
  }
};
