import { AppError } from '../../shared/errors.ts';
import type { Compute } from '../services/compute.ts';
import { type ComputeTask, type ComputeThread, startComputeThread } from './compute-thread.ts';
import { compileKernels, type KernelModules } from './kernel-modules.ts';
import { threadEntry } from './thread-entry.ts';

export interface ComputePool extends Compute {
  /** Starts the threads before anybody needs them. */
  warm(): void;
  close(): Promise<void>;
}

export interface ComputePoolOptions {
  readonly threads: number;
  /** Another thread entry than the engine's. */
  readonly entry?: URL;
  /** The process's count of bytes sent, where it is kept. */
  readonly sent?: SharedArrayBuffer;
  /** Threads that may work on one task together; 1 where not given. */
  readonly crew?: number;
  /** The engine's kernels; compiled here where not given, null to compute in TypeScript. */
  readonly modules?: KernelModules | null;
}

/**
 * Compute threads behind one queue, started with the first task or by `warm`, and kept. A task runs on the next free thread; a cancel is heard
 * within 200 ms, at the price of the thread where the task does not listen. A thread that dies rejects its task and is
 * replaced; threads that cannot even start are tried again with the next task, not for ever.
 */
export const createComputePool = ({ threads, entry, sent, crew = 1, ...options }: ComputePoolOptions): ComputePool => {
  let modules = options.modules;
  const queue: ComputeTask[] = [];
  const all = new Set<ComputeThread>();
  let closed = false;

  const next = (): void => {
    for (const thread of all) {
      if (thread.busy) continue;
      const task = queue.shift();
      if (!task) return;
      thread.run(task);
    }
  };
  const start = (): void => {
    if (modules === undefined) modules = compileKernels();
    all.add(
      startComputeThread(
        entry ?? threadEntry('compute'),
        { sent: sent ?? null, modules, crew },
        {
          free: next,
          gone: (thread, started, error) => {
            all.delete(thread);
            if (closed) return;
            if (started) start();
            else if (all.size === 0) for (const task of queue.splice(0)) task.reject(error);
            next();
          },
        },
      ),
    );
  };
  const fill = (): void => {
    while (all.size < threads) start();
  };

  return {
    warm: () => {
      if (!closed) fill();
    },
    run: (name, input, { signal, onProgress } = {}) =>
      new Promise((resolve, reject) => {
        if (closed || signal?.aborted) {
          reject(new AppError('cancelled'));
          return;
        }
        const leave = () => {
          const waiting = queue.indexOf(task);
          if (waiting < 0) return;
          queue.splice(waiting, 1);
          task.reject(new AppError('cancelled'));
        };
        const task: ComputeTask = {
          name,
          input,
          signal,
          onProgress,
          resolve: (result) => {
            signal?.removeEventListener('abort', leave);
            resolve(result as Parameters<typeof resolve>[0]);
          },
          reject: (error) => {
            signal?.removeEventListener('abort', leave);
            reject(error);
          },
        };
        signal?.addEventListener('abort', leave, { once: true });
        queue.push(task);
        fill();
        next();
      }),
    close: async () => {
      closed = true;
      for (const task of queue.splice(0)) task.reject(new AppError('cancelled'));
      await Promise.all([...all].map((thread) => thread.end()));
    },
  };
};
