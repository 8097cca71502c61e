import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/errors.ts';
import type { FirstLook } from '../../shared/model/first-look.ts';
import type { SheetPreview } from '../../shared/model/source.ts';
import type { Importer, PlannedSheet, ReadOptions, TypedBatch } from '../import/types.ts';
import type { ImportAnswer, ImportQuestion, ImportStart } from './import-messages.ts';
import { threadEntry } from './thread-entry.ts';
import { fromWire } from './wire-error.ts';
import { youngMb } from './young-mb.ts';

/** How long a cancelled call may go on before its thread is ended: foreign code hears nothing while it parses. */
const graceMs = 80;

export interface ImportThread extends Importer {
  close(): Promise<void>;
}

interface Call {
  take(answer: ImportAnswer): void;
  lose(error: Error): void;
}

/**
 * The importer in a thread of its own, started with the first call. Rows come over in batches, a few ahead of whoever
 * takes them. A thread that dies fails the calls that were open; the next call starts another.
 */
export const createImportThread = (sent: SharedArrayBuffer | null): ImportThread => {
  const calls = new Map<number, Call>();
  let worker: Worker | null = null;
  let next = 0;

  const start = (): Worker => {
    const made = new Worker(threadEntry('import'), {
      name: 'tessera-import',
      workerData: { sent } satisfies ImportStart,
      resourceLimits: { maxYoungGenerationSizeMb: youngMb },
    });
    const lose = (error: unknown): void => {
      if (worker !== made) return;
      worker = null;
      for (const call of [...calls.values()])
        call.lose(error instanceof AppError ? error : new AppError('internal', { reference: 'import' }, error));
    };
    made.on('message', (answer: ImportAnswer) => {
      if (worker === made) calls.get(answer.id)?.take(answer);
    });
    made.on('messageerror', lose);
    made.on('error', lose);
    made.on('exit', (code) => lose(new Error(`The import thread ended with ${code}.`)));
    made.unref();
    worker = made;
    return made;
  };

  /** Opens a call; `close` must follow, whatever happens. */
  const open = (question: (id: number) => ImportQuestion, call: Call, signal: AbortSignal | undefined) => {
    if (signal?.aborted) throw new AppError('cancelled');
    next += 1;
    const id = next;
    const thread = worker ?? start();
    let ending: NodeJS.Timeout | undefined;
    const cancel = () => {
      thread.postMessage({ id, cancel: true } satisfies ImportQuestion);
      ending = setTimeout(() => {
        if (worker !== thread) return;
        call.lose(new AppError('cancelled'));
        // Others must not lose their thread over it; then it goes on until it hears.
        if (calls.size > 1) return;
        worker = null;
        void thread.terminate();
      }, graceMs);
    };
    signal?.addEventListener('abort', cancel, { once: true });
    calls.set(id, call);
    thread.ref();
    thread.postMessage(question(id));
    return {
      more: () => thread.postMessage({ id, more: true } satisfies ImportQuestion),
      close: (isOver: boolean) => {
        clearTimeout(ending);
        signal?.removeEventListener('abort', cancel);
        calls.delete(id);
        if (calls.size === 0) thread.unref();
        if (!isOver && worker === thread) thread.postMessage({ id, cancel: true } satisfies ImportQuestion);
      },
    };
  };

  const ask = async <Result>(question: (id: number) => ImportQuestion, options: ReadOptions): Promise<Result> => {
    let settle: { resolve(result: Result): void; reject(error: Error): void };
    const settled = new Promise<Result>((resolve, reject) => {
      settle = { resolve, reject };
    });
    const call = open(
      question,
      {
        take: ({ fraction, error, result }) => {
          if (fraction !== undefined) options.onProgress?.(fraction);
          else if (error) settle.reject(fromWire(error));
          else settle.resolve(result as Result);
        },
        lose: (error) => settle.reject(error),
      },
      options.signal,
    );
    try {
      return await settled;
    } finally {
      call.close(true);
    }
  };

  return {
    look: (paths, { wholeBytes, ...options }) =>
      ask<FirstLook | null>((id) => ({ id, look: paths, wholeBytes }), options),
    plan: (paths, { mapping, isBeside, ...options }) =>
      ask<PlannedSheet[]>((id) => ({ id, plan: paths, mapping, isBeside }), options),
    preview: (paths, { mapping, isBeside, keep, ...options }) =>
      ask<SheetPreview[]>((id) => ({ id, preview: paths, mapping, isBeside, keep }), options),
    async *read(sheets, options) {
      const arrived: TypedBatch[] = [];
      let isOver = false;
      let failed: Error | null = null;
      let wake = () => {};
      const call = open(
        (id) => ({ id, read: sheets }),
        {
          take: ({ fraction, batch, error }) => {
            if (fraction !== undefined) {
              options.onProgress?.(fraction);
              return;
            }
            if (batch) arrived.push(batch as TypedBatch);
            else {
              isOver = true;
              if (error) failed = fromWire(error);
            }
            wake();
          },
          lose: (error) => {
            isOver = true;
            failed = error;
            wake();
          },
        },
        options.signal,
      );
      try {
        for (;;) {
          const batch = arrived.shift();
          if (batch) {
            yield batch;
            call.more();
          } else if (isOver) break;
          else
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
          if (options.signal?.aborted) throw new AppError('cancelled');
        }
        if (failed) throw failed;
      } finally {
        call.close(isOver);
      }
    },
    close: async () => {
      const former = worker;
      worker = null;
      for (const call of [...calls.values()]) call.lose(new AppError('cancelled'));
      await former?.terminate();
    },
  };
};
