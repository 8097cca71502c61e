import { create } from 'zustand';
import type { JobStream, ResultOf } from '../../shared/api/job-stream.ts';
import type { AppError } from '../../shared/errors.ts';
import type { JobEvent, JobStage } from '../../shared/model/job.ts';
import { runJob } from './run-job.ts';
import { toAppError } from './to-app-error.ts';

/** The job under way, as the status bar shows it. The host does one at a time. */
export interface RunningJob {
  readonly title: string;
  readonly stage: JobStage | null;
  readonly fraction: number;
  readonly cancelling: boolean;
  cancel(): void;
}

export const useJobs = create<{ readonly running: RunningJob | null }>(() => ({ running: null }));

/**
 * Runs a job and shows it in the status bar, with a button that cancels it.
 * @throws AppError, `cancelled` included: the caller says what follows
 */
export const startJob = async <Stream extends JobStream>(
  title: string,
  call: () => Promise<Stream>,
  onProgress?: (event: JobEvent) => void,
): Promise<ResultOf<Stream>> => {
  const stop = new AbortController();
  const update = (change: Partial<RunningJob>) =>
    useJobs.setState(({ running }) => (running?.cancel === cancel ? { running: { ...running, ...change } } : {}));
  const cancel = () => {
    stop.abort();
    update({ cancelling: true });
  };
  useJobs.setState({ running: { title, stage: null, fraction: 0, cancelling: false, cancel } });
  try {
    return await runJob(call, {
      signal: stop.signal,
      onProgress: (event) => {
        update({ stage: event.stage, fraction: event.fraction });
        onProgress?.(event);
      },
    });
  } catch (error) {
    const known: AppError = toAppError(error);
    throw known;
  } finally {
    useJobs.setState(({ running }) => (running?.cancel === cancel ? { running: null } : {}));
  }
};
