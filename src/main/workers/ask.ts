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

const isQuestion = (message: unknown): message is Question =>
  typeof message === 'object' && message !== null && 'ask' in message;
const isAnswer = (message: unknown): message is Answer =>
  typeof message === 'object' && message !== null && 'answered' in message;

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
const isHandover = (value: unknown): value is Handover<unknown> =>
  typeof value === 'object' && value !== null && handovers.has(value);

/**
 * The few things that threads tell each other beside the contract (which project is open, one column's bytes): answers
 * each question with its handler's result.
 */
export const answerAsks = (port: AskPort, handlers: Handlers): void => {
  port.on('message', async (message) => {
    if (!isQuestion(message)) return;
    const { ask, id, given } = message;
    try {
      const handler = (Object.hasOwn(handlers, ask) ? handlers[ask] : undefined) as
        | ((...given: readonly unknown[]) => unknown)
        | undefined;
      if (!handler) throw new Error(`Nobody answers ${ask}`);
      const result = await handler(...given);
      if (isHandover(result))
        port.postMessage({ answered: id, result: result.value } satisfies Answer, result.transfer);
      else port.postMessage({ answered: id, result } satisfies Answer);
    } catch (error) {
      port.postMessage({ answered: id, error: toWire(error) } satisfies Answer);
    }
  });
};

export type Ask = <Result>(ask: string, ...given: readonly unknown[]) => Promise<Result>;

/** The asking side. Once the other side is gone, whatever is open and whatever is asked later fails. */
export const createAsk = (port: AskPort): Ask => {
  const open = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let next = 0;
  let lost: Error | null = null;
  const fail = () => {
    lost ??= new Error('The thread that was asked is gone.');
    for (const { reject } of open.values()) reject(lost);
    open.clear();
  };
  // A port closes, a worker exits.
  port.on('close', fail);
  port.on('exit', fail);
  port.on('message', (message) => {
    if (!isAnswer(message)) return;
    const waiting = open.get(message.answered);
    if (!waiting) return;
    open.delete(message.answered);
    if (message.error) waiting.reject(fromWire(message.error));
    else waiting.resolve(message.result);
  });
  return <Result>(name: string, ...given: readonly unknown[]) =>
    new Promise<Result>((resolve, reject) => {
      if (lost) {
        reject(lost);
        return;
      }
      const id = next++;
      open.set(id, { resolve: resolve as (value: unknown) => void, reject });
      port.postMessage({ ask: name, id, given } satisfies Question);
    });
};
