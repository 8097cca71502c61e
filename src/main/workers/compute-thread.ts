import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/errors.ts';
import type { ComputeAnswer, ComputeQuestion, ComputeStart } from './compute-messages.ts';
import { fromWire } from './wire-error.ts';

/** How long a cancelled task may go on polling before its thread is ended: foreign code never looks at the flag. */
const graceMs = 60;

export interface ComputeTask {
  readonly name: string;
  readonly input: unknown;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: ((fraction: number) => void) | undefined;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

export interface ComputeThread {
  readonly busy: boolean;
  run(task: ComputeTask): void;
  end(): Promise<unknown>;
}

interface ThreadEvents {
  /** The task is over; the thread can take another. */
  free(thread: ComputeThread): void;
  /** Gone for good. `started` is false where it never got as far as taking a task; then `error` says why. */
  gone(thread: ComputeThread, started: boolean, error: Error): void;
}

/** One thread with at most one task. Whatever happens to the thread, the task settles. */
export const startComputeThread = (
  entry: URL,
  shared: Omit<ComputeStart, 'cancelFlag'>,
  events: ThreadEvents,
): ComputeThread => {
  const cancelFlag = new SharedArrayBuffer(4);
  const flag = new Int32Array(cancelFlag);
  const worker = new Worker(entry, {
    workerData: { ...shared, cancelFlag } satisfies ComputeStart,
    name: 'tessera-compute',
  });
  let started = false;
  let alive = true;
  let taskId = 0;
  let current: { readonly task: ComputeTask; dispose(): void } | null = null;

  /** Ends the task before anybody hears of it, so that what they do next meets a free thread. */
  const settle = (how: (task: ComputeTask) => void): void => {
    const ended = current;
    if (!ended) return;
    current = null;
    ended.dispose();
    if (ended.task.signal?.aborted) ended.task.reject(new AppError('cancelled'));
    else how(ended.task);
  };
  const lose = (error: Error): void => {
    if (!alive) return;
    alive = false;
    settle((task) => task.reject(error));
    events.gone(thread, started, error);
  };

  worker.on('message', (answer: ComputeAnswer) => {
    if (answer.ready) started = true;
    if (answer.id !== taskId || !current) return;
    if (answer.fraction !== undefined) {
      current.task.onProgress?.(answer.fraction);
      return;
    }
    const { error } = answer;
    settle((task) => {
      if (error) task.reject(fromWire(error));
      else {
        task.onProgress?.(1);
        task.resolve(answer.result);
      }
    });
    events.free(thread);
  });
  worker.on('messageerror', lose);
  worker.on('error', (error) => lose(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', (code) => lose(new Error(`A compute thread ended with ${code}.`)));
  worker.unref();

  const thread: ComputeThread = {
    get busy() {
      return current !== null;
    },
    run: (task) => {
      taskId += 1;
      Atomics.store(flag, 0, 0);
      let ending: NodeJS.Timeout | undefined;
      const cancel = () => {
        Atomics.store(flag, 0, 1);
        // Settled at once when the time is up: nobody waits for the thread to be gone.
        ending = setTimeout(() => {
          lose(new AppError('cancelled'));
          void worker.terminate();
        }, graceMs);
      };
      task.signal?.addEventListener('abort', cancel, { once: true });
      current = {
        task,
        dispose: () => {
          clearTimeout(ending);
          task.signal?.removeEventListener('abort', cancel);
          worker.unref();
        },
      };
      worker.ref();
      try {
        worker.postMessage({ id: taskId, name: task.name, input: task.input } satisfies ComputeQuestion);
      } catch (error) {
        settle(() => task.reject(error as Error));
        events.free(thread);
      }
    },
    end: () => {
      lose(new AppError('cancelled'));
      return worker.terminate();
    },
  };
  return thread;
};
