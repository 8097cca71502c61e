import { parentPort, workerData } from 'node:worker_threads';
import { createImporter } from '../import/create-importer.ts';
import type { PackedColumn, ReadOptions, TypedBatch } from '../import/types.ts';
import { measureBytesSent } from './bytes-sent.ts';
import { collectGarbage } from './collect-garbage.ts';
import { batchesAhead, type ImportAnswer, type ImportQuestion, type ImportStart } from './import-messages.ts';
import { toWire } from './wire-error.ts';

/** Milliseconds between two reports of progress. */
const reportEveryMs = 33;

/** Thread entry: reads files, so that the thread with the project only stores what was read. */
const { sent } = workerData as ImportStart;
if (!parentPort) throw new Error('This is a thread entry.');
const port = parentPort;
if (sent) measureBytesSent(sent);

const importer = createImporter();

interface Call {
  readonly controller: AbortController;
  /** Batches that may be sent now. */
  credit: number;
  wake(): void;
}
const calls = new Map<number, Call>();

const buffersOf = (column: PackedColumn): ArrayBufferLike[] =>
  column instanceof Float64Array ? [column.buffer] : [column.starts.buffer, column.ends.buffer];

const sendBatch = (id: number, batch: TypedBatch): void => {
  const { rowNumbers, columns, aside, customer, order, day, amount } = batch;
  const buffers = [rowNumbers, aside, customer, order, amount].map(({ buffer }) => buffer);
  const transfer = [...buffers, ...columns.flatMap(buffersOf), ...buffersOf(day)] as ArrayBuffer[];
  port.postMessage({ id, batch } satisfies ImportAnswer, transfer);
};

const readInTurn = async (id: number, call: Call, batches: AsyncIterable<TypedBatch>): Promise<void> => {
  for await (const batch of batches) {
    while (call.credit === 0 && !call.controller.signal.aborted) {
      await new Promise<void>((resolve) => {
        call.wake = resolve;
      });
    }
    call.credit -= 1;
    sendBatch(id, batch);
  }
};

const answer = async (question: Exclude<ImportQuestion, { cancel: true } | { more: true }>): Promise<void> => {
  const { id } = question;
  const call: Call = { controller: new AbortController(), credit: batchesAhead, wake: () => {} };
  calls.set(id, call);
  let reported = 0;
  const options: ReadOptions = {
    signal: call.controller.signal,
    onProgress: (fraction) => {
      const now = performance.now();
      if (now - reported < reportEveryMs && fraction < 1) return;
      reported = now;
      port.postMessage({ id, fraction } satisfies ImportAnswer);
    },
  };
  try {
    let result: unknown = null;
    if ('look' in question) {
      const { look, wholeBytes } = question;
      result = await importer.look(look, { wholeBytes, ...options });
    } else if ('plan' in question)
      result = await importer.plan(question.plan, {
        mapping: question.mapping,
        isBeside: question.isBeside,
        ...options,
      });
    else if ('preview' in question) {
      const { preview, mapping, isBeside, keep } = question;
      result = await importer.preview(preview, { mapping, isBeside, keep, ...options });
    } else await readInTurn(id, call, importer.read(question.read, options));
    port.postMessage({ id, result } satisfies ImportAnswer);
  } catch (error) {
    port.postMessage({ id, error: toWire(error) } satisfies ImportAnswer);
  } finally {
    calls.delete(id);
    // What told customers and orders apart is no longer needed, and a thread that waits collects nothing.
    if ('read' in question) collectGarbage();
  }
};

port.on('message', (question: ImportQuestion) => {
  if (!('cancel' in question) && !('more' in question)) {
    void answer(question);
    return;
  }
  const call = calls.get(question.id);
  if (!call) return;
  if ('cancel' in question) call.controller.abort();
  else call.credit += 1;
  call.wake();
});
