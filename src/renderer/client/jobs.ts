import { create } from 'zustand';
import type { JobStream, ResultOf } from '../../shared/api/job-stream.ts';
import type { JobEvent, JobStage } from '../../shared/model/job.ts';
import { runJob } from './run-job.ts';

/** The job under way, as the status bar shows it. The host does one at a time. */
export interface RunningJob {
  readonly title: string;
  readonly stage: JobStage | null;
  readonly fraction: number;
  readonly cancelling: boolean;
  cancel(): void;
}

interface Jobs {
  /** The one that is shown: the last that was started. */
  readonly running: RunningJob | null;
  /** Those that were under way before it, and are shown again once it has ended. */
  readonly others: readonly RunningJob[];
}

export const useJobs = create<Jobs>(() => ({ running: null, others: [] }));

interface ShownJob {
  update(change: Partial<Omit<RunningJob, 'cancel'>>): void;
  end(): void;
}

/** Shows something under way in the status bar, with a button that cancels it, until it has ended. */
export const showJob = (title: string, cancel: () => void): ShownJob => {
  const isMine = (job: RunningJob): boolean => job.cancel === cancel;
  const put = (jobs: readonly RunningJob[]) =>
    useJobs.setState({ running: jobs.at(-1) ?? null, others: jobs.slice(0, -1) });
  const all = (): readonly RunningJob[] => {
    const { running, others } = useJobs.getState();
    return running === null ? others : [...others, running];
  };
  put([...all(), { title, stage: null, fraction: 0, cancelling: false, cancel }]);
  return {
    update: (change) => put(all().map((job) => (isMine(job) ? { ...job, ...change } : job))),
    end: () => put(all().filter((job) => !isMine(job))),
  };
};

/**
 * Runs a job and shows it in the status bar, with a button that cancels it; `signal` is another way to cancel it.
 * @throws AppError, `cancelled` included: the caller says what follows
 */
export const startJob = async <Stream extends JobStream>(
  title: string,
  call: () => Promise<Stream>,
  signal?: AbortSignal,
): Promise<ResultOf<Stream>> => {
  const stop = new AbortController();
  const cancel = () => {
    stop.abort();
    shown.update({ cancelling: true });
  };
  const shown = showJob(title, cancel);
  if (signal?.aborted) cancel();
  signal?.addEventListener('abort', cancel);
  try {
    return await runJob(call, {
      signal: stop.signal,
      onProgress: ({ stage, fraction }) => shown.update({ stage, fraction }),
    });
  } finally {
    signal?.removeEventListener('abort', cancel);
    shown.end();
  }
};

/** What a screen needs to show a job by itself: how far it is, and a way to cancel it. */
interface OnScreen {
  readonly signal: AbortSignal;
  readonly onProgress: (event: JobEvent) => void;
}

/**
 * Runs a job that a screen shows by itself, with a button of its own that cancels it.
 * @throws AppError, `cancelled` included
 */
export const runOnScreen = <Stream extends JobStream>(
  call: () => Promise<Stream>,
  onScreen: OnScreen,
): Promise<ResultOf<Stream>> => runJob(call, onScreen);
