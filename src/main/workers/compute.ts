import { parentPort, workerData } from 'node:worker_threads';
import { engineTasks } from '../../shared/engine/tasks.ts';
import type { Progress } from '../../shared/engine/progress.ts';
import type { ComputeAnswer, ComputeQuestion, ComputeStart } from './compute-messages.ts';
import { toWire } from './wire-error.ts';

/** Thread entry: runs one engine task at a time; polls the shared flag for a cancel. */
const { cancelFlag } = workerData as ComputeStart;
const flag = new Int32Array(cancelFlag);
const port = parentPort;
if (!port) throw new Error('This is a thread entry.');

/** Milliseconds between two reports of progress. */
const reportEvery = 33;

port.on('message', ({ id, name, input }: ComputeQuestion) => {
  let reported = 0;
  const progress: Progress = {
    cancelled: () => Atomics.load(flag, 0) === 1,
    report: (fraction) => {
      const now = performance.now();
      if (now - reported < reportEvery) return;
      reported = now;
      port.postMessage({ id, fraction } satisfies ComputeAnswer);
    },
  };
  try {
    const task = engineTasks[name as keyof typeof engineTasks] as (input: unknown, progress: Progress) => unknown;
    if (!task) throw new Error(`There is no engine task ${name}`);
    port.postMessage({ id, result: task(input, progress) } satisfies ComputeAnswer);
  } catch (error) {
    port.postMessage({ id, error: toWire(error) } satisfies ComputeAnswer);
  }
});
port.postMessage({ id: -1, ready: true } satisfies ComputeAnswer);
