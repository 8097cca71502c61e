import type { JobStream, ResultOf } from '../../../shared/api/job-stream.ts';
import type { JobEvent } from '../../../shared/model/job.ts';

const words: Record<JobEvent['stage'], string> = {
  starting: 'Getting ready',
  reading: 'Reading',
  storing: 'Storing',
  finishing: 'Finishing',
  features: 'Customer facts',
  choosing: 'Choosing how many segments',
  clustering: 'Finding segments',
  tree: 'Growing the tree',
  explaining: 'Explaining',
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

/** Follows a job to its result. Ctrl-C cancels it through `signal`, which was given to the call. */
export const follow = async <Stream extends JobStream>(
  call: Promise<Stream>,
  show: (event: JobEvent) => void = () => {},
): Promise<ResultOf<Stream>> => {
  const stream = await call;
  for (;;) {
    const step = await stream.next();
    if (step.done) return step.value as ResultOf<Stream>;
    show(step.value);
  }
};
