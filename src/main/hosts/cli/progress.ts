import type { JobStream, ResultOf } from '../../../shared/api/job-stream.ts';
import type { JobEvent } from '../../../shared/model/job.ts';
import type { ContractClient } from '../core/start-core.ts';

const words: Record<JobEvent['stage'], string> = {
  starting: 'Getting ready',
  reading: 'Reading',
  storing: 'Storing',
  finishing: 'Finishing',
  features: 'Customer facts',
  checking: 'Looking through the tables',
  comparing: 'Comparing customers',
  choosing: 'Choosing how many segments',
  clustering: 'Finding segments',
  tree: 'Growing the tree',
  explaining: 'Explaining',
  trusting: 'Checking how repeatable the segments are',
  mapping: 'Drawing the map of neighbours',
  predicting: 'Looking ahead',
  writing: 'Writing',
};

/** Shows a job on stderr: one line that moves on a terminal, one line a stage elsewhere. */
export const showProgress = (): ((event: JobEvent) => void) & { end(): void } => {
  const moving = process.stderr.isTTY;
  let stage = '';
  const show = (event: JobEvent) => {
    if (event.stage === 'starting') return;
    if (moving) process.stderr.write(`\r\u001b[K${words[event.stage]} ${Math.round(event.fraction * 100)} %`);
    else if (event.stage !== stage) process.stderr.write(`${words[event.stage]}\n`);
    stage = event.stage;
  };
  return Object.assign(show, {
    end: () => {
      if (moving && stage !== '') process.stderr.write('\r\u001b[K');
    },
  });
};

/**
 * Follows a job to its result. Ctrl-C asks the job to stop and waits for its own word: one that was past stopping is
 * done, and nobody is told “cancelled” about it.
 */
export const follow = async <Stream extends JobStream>(
  client: ContractClient,
  call: Promise<Stream>,
  signal: AbortSignal,
  show: (event: JobEvent) => void = () => {},
): Promise<ResultOf<Stream>> => {
  const stream = await call;
  let jobId: string | null = null;
  const cancel = () => {
    if (jobId !== null) client.jobs.cancel({ jobId }).catch(() => undefined);
  };
  signal.addEventListener('abort', cancel);
  try {
    for (;;) {
      const step = await stream.next();
      if (step.done) return step.value as ResultOf<Stream>;
      const isFirst = jobId === null;
      jobId = step.value.jobId;
      if (isFirst && signal.aborted) cancel();
      show(step.value);
    }
  } finally {
    signal.removeEventListener('abort', cancel);
  }
};
