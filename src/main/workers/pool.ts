import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/errors.ts';
import type { Compute } from '../services/compute.ts';
import type { ComputeAnswer, ComputeQuestion, ComputeStart } from './compute-messages.ts';
import { threadEntry } from './thread-entry.ts';
import { fromWire } from './wire-error.ts';

export interface ComputePool extends Compute {
  close(): Promise<void>;
}

/** How long a cancelled task may go on polling before its thread is ended: foreign code never looks at the flag. */
const graceMs = 60;

interface Task {
  readonly name: string;
  readonly input: unknown;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: ((fraction: number) => void) | undefined;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

interface Thread {
  readonly worker: Worker;
  readonly flag: Int32Array;
  task: Task | null;
  dispose(): void;
}

/**
 * Compute threads behind one queue. A task runs on the next free thread; a cancel is heard within 200 ms, at the price
 * of the thread where the task does not listen. A thread that dies rejects its task and is replaced.
 */
export const createComputePool = ({ threads }: { readonly threads: number }): ComputePool => {
  const queue: Task[] = [];
  const all = new Set<Thread>();
  let closed = false;
  let nextId = 0;

  const start = (): void => {
    const cancelFlag = new SharedArrayBuffer(4);
    const worker = new Worker(threadEntry('compute'), { workerData: { cancelFlag } satisfies ComputeStart, name: 'tessera-compute' });
    const thread: Thread = { worker, flag: new Int32Array(cancelFlag), task: null, dispose: () => {} };
    all.add(thread);
    const lost = (error: Error) => {
      if (!all.delete(thread)) return;
      const { task } = thread;
      thread.task = null;
      thread.dispose();
      task?.reject(task.signal?.aborted ? new AppError('cancelled') : error);
      if (!closed) start();
      next();
    };
    worker.on('message', (answer: ComputeAnswer) => {
      const { task } = thread;
      if (!task || answer.ready) return;
      if (answer.fraction !== undefined) {
        task.onProgress?.(answer.fraction);
        return;
      }
      thread.task = null;
      thread.dispose();
      if (task.signal?.aborted) task.reject(new AppError('cancelled'));
      else if (answer.error) task.reject(fromWire(answer.error));
      else {
        task.onProgress?.(1);
        task.resolve(answer.result);
      }
      next();
    });
    worker.on('messageerror', (error) => lost(error));
    worker.on('error', (error) => lost(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', (code) => lost(new Error(`A compute thread ended with ${code}`)));
    worker.unref();
  };

  const give = (thread: Thread, task: Task): void => {
    thread.task = task;
    Atomics.store(thread.flag, 0, 0);
    let ending: NodeJS.Timeout | null = null;
    const cancel = () => {
      Atomics.store(thread.flag, 0, 1);
      ending = setTimeout(() => {
        // Rejected at once: nobody has to wait for the thread to be gone.
        if (thread.task === task) {
          thread.task = null;
          task.reject(new AppError('cancelled'));
          void thread.worker.terminate();
        }
      }, graceMs);
    };
    task.signal?.addEventListener('abort', cancel, { once: true });
    thread.dispose = () => {
      if (ending) clearTimeout(ending);
      task.signal?.removeEventListener('abort', cancel);
    };
    try {
      thread.worker.postMessage({ id: nextId++, name: task.name, input: task.input } satisfies ComputeQuestion);
      thread.worker.ref();
    } catch (error) {
      thread.task = null;
      thread.dispose();
      task.reject(error as Error);
    }
  };

  const next = (): void => {
    for (const thread of all) {
      if (thread.task) continue;
      const task = queue.shift();
      if (!task) {
        thread.worker.unref();
        continue;
      }
      if (task.signal?.aborted) task.reject(new AppError('cancelled'));
      else give(thread, task);
    }
  };

  for (let i = 0; i < threads; i++) start();
  return {
    run: (name, input, { signal, onProgress } = {}) =>
      new Promise((resolve, reject) => {
        if (closed) {
          reject(new AppError('cancelled'));
          return;
        }
        const task: Task = { name, input, signal, onProgress, resolve: resolve as (result: unknown) => void, reject };
        signal?.addEventListener('abort', () => {
          const waiting = queue.indexOf(task);
          if (waiting >= 0) {
            queue.splice(waiting, 1);
            reject(new AppError('cancelled'));
          }
        });
        queue.push(task);
        next();
      }),
    close: async () => {
      closed = true;
      for (const task of queue.splice(0)) task.reject(new AppError('cancelled'));
      await Promise.all([...all].map(({ worker }) => worker.terminate()));
    },
  };
};
