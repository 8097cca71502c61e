import { parentPort, workerData } from 'node:worker_threads';
import { workOn } from '../../shared/engine/kernels/machine.ts';
import type { Progress } from '../../shared/engine/progress.ts';
import { measureBytesSent } from './bytes-sent.ts';
import type { ComputeAnswer, ComputeQuestion, ComputeStart } from './compute-messages.ts';
import { createMachine } from './create-machine.ts';
import { largeBuffersOf } from './large-buffers.ts';
import { toWire } from './wire-error.ts';

/** Milliseconds between two reports of progress. */
const reportEveryMs = 33;

/** Makes this thread run the given tasks, one at a time; the shared flag tells a task that it is cancelled. */
export const serveTasks = (tasks: Readonly<Record<string, (input: never, progress: Progress) => unknown>>): void => {
  const { cancelFlag, sent, modules, crew } = workerData as ComputeStart;
  const flag = new Int32Array(cancelFlag);
  const port = parentPort;
  if (!port) throw new Error('This is a thread entry.');
  if (sent) measureBytesSent(sent);
  const machine = modules && createMachine({ modules, threads: crew, cancelFlag, sent });
  workOn(machine);
  const answer = (message: ComputeAnswer) => port.postMessage(message, [...largeBuffersOf(message.result)]);

  port.on('message', ({ id, name, input }: ComputeQuestion) => {
    let reported = 0;
    const progress: Progress = {
      cancelled: () => Atomics.load(flag, 0) === 1,
      report: (fraction) => {
        const now = performance.now();
        if (now - reported < reportEveryMs) return;
        reported = now;
        answer({ id, fraction });
      },
    };
    try {
      const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
      if (!task) throw new Error(`There is no engine task ${name}`);
      answer({ id, result: task(input as never, progress) });
    } catch (error) {
      // Also where the result cannot cross threads.
      answer({ id, error: toWire(error) });
    }
    machine?.tidy();
  });
  answer({ id: -1, ready: true });
};
