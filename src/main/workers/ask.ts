import type { Transferable } from 'node:worker_threads';
import { fromWire, toWire, type WireError } from './wire-error.ts';

/** Ports that both `parentPort`, a `Worker` and one end of a channel satisfy. */
export interface AskPort {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  on(event: string, listener: (message: unknown) => void): unknown;
}
type Handlers = Readonly<Record<string, (...given: never[]) => unknown>>;

interface Question {
  readonly ask: string;
  readonly id: number;
  readonly given: readonly unknown[];
}
interface Answer {
  readonly answered: number;
  readonly result?: unknown;
  readonly error?: WireError;
}

const isQuestion = (message: unknown): message is Question => typeof message === 'object' && message !== null && 'ask' in message;
const isAnswer = (message: unknown): message is Answer => typeof message === 'object' && message !== null && 'answered' in message;

/** Marks buffers that are handed over, not copied. */
export interface Handover<Value> {
  readonly value: Value;
  readonly transfer: Transferable[];
}
const handovers = new WeakSet<object>();
export const handOver = <Value>(value: Value, transfer: Transferable[]): Handover<Value> => {
  const marked = { value, transfer };
  handovers.add(marked);
  return marked;
};
const isHandover = (value: unknown): value is Handover<unknown> => typeof value === 'object' && value !== null && handovers.has(value);

/**
 * The few things that threads tell each other beside the contract (which project is open, one column's bytes): answers
 * each question with its handler's result.
 */
export const answerAsks = (port: AskPort, handlers: Handlers): void => {
  port.on('message', async (message) => {
    if (!isQuestion(message)) return;
    const { ask, id, given } = message;
    try {
      const handler = handlers[ask] as ((...given: readonly unknown[]) => unknown) | undefined;
      if (!handler) throw new Error(`Nobody answers ${ask}`);
      const result = await handler(...given);
      if (isHandover(result)) port.postMessage({ answered: id, result: result.value } satisfies Answer, result.transfer);
      else port.postMessage({ answered: id, result } satisfies Answer);
    } catch (error) {
      port.postMessage({ answered: id, error: toWire(error) } satisfies Answer);
    }
  });
};

export type Ask = <Result>(ask: string, ...given: readonly unknown[]) => Promise<Result>;

/** The asking side. `fail` rejects whatever is still open, when the other side is gone. */
export const createAsk = (port: AskPort): Ask & { fail(error: Error): void } => {
  const open = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let next = 0;
  port.on('message', (message) => {
    if (!isAnswer(message)) return;
    const waiting = open.get(message.answered);
    if (!waiting) return;
    open.delete(message.answered);
    if (message.error) waiting.reject(fromWire(message.error));
    else waiting.resolve(message.result);
  });
  const ask = <Result>(name: string, ...given: readonly unknown[]) =>
    new Promise<Result>((resolve, reject) => {
      const id = next++;
      open.set(id, { resolve: resolve as (value: unknown) => void, reject });
      port.postMessage({ ask: name, id, given } satisfies Question);
    });
  return Object.assign(ask, {
    fail: (error: Error) => {
      for (const { reject } of open.values()) reject(error);
      open.clear();
    },
  });
};
