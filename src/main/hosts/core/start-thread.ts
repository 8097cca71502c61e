import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { createORPCClient, mapEventIterator } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../../shared/api/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { type Ask, createAsk } from '../../workers/ask.ts';
import { createLocalLog } from '../../workers/local-log.ts';
import type { ThreadData } from '../../workers/thread-data.ts';
import { threadEntry } from '../../workers/thread-entry.ts';
import { toAppError, toRpcError } from '../../workers/wire-error.ts';
import { youngMb } from '../../workers/young-mb.ts';

export type ContractClient = ContractRouterClient<Contract>;

export interface ServiceThread {
  /** The contract; errors are coded, also those of a running job. */
  readonly client: ContractClient;
  readonly ask: Ask;
  /** Ends the thread whatever it is doing. */
  end(): Promise<unknown>;
}

export const isAsyncIterator = (value: unknown): value is AsyncIterator<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

/** Starts a thread that speaks the contract over a port of its own and answers asks over the other. */
export const startThread = async (
  name: 'writer' | 'reader',
  data: Omit<ThreadData, 'rpcPort'>,
): Promise<ServiceThread> => {
  const { port1, port2 }: { port1: MessagePort; port2: MessagePort } = new MessageChannel();
  const worker = new Worker(threadEntry(name), {
    name: `tessera-${name}`,
    resourceLimits: { maxYoungGenerationSizeMb: youngMb },
    workerData: { ...data, rpcPort: port2 } satisfies ThreadData,
    transferList: [port2, data.followPort],
  });
  let lost: AppError | null = null;
  const lose = (error: unknown) => {
    lost ??= new AppError('internal', { reference: name }, error);
  };
  worker.on('error', (error) => {
    lost = new AppError('internal', { reference: createLocalLog(data.paths.userData, name)(error, 'thread') }, error);
  });
  worker.on('exit', (code) => lose(new Error(`The ${name} ended with ${code}.`)));
  // Its port closes a moment before it is said to be gone, and before the RPC library gives up on it.
  port1.on('close', () => lose(new Error(`The ${name} is gone.`)));
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('exit', () => reject(lost));
  });

  /** A call that breaks off because the thread died was not cancelled by anybody. */
  const coded = (error: unknown, path: readonly string[]) => toRpcError(lost ?? toAppError(error, path.join('.')));
  const link = new RPCLink({
    port: port1,
    interceptors: [
      async ({ next, path }) => {
        if (lost) throw coded(lost, path);
        try {
          const result = await next();
          if (!isAsyncIterator(result)) return result;
          return mapEventIterator(result, {
            value: async (value: unknown) => value,
            error: async (error: unknown) => coded(error, path),
          });
        } catch (error) {
          throw coded(error, path);
        }
      },
    ],
  });
  port1.start();
  return { client: createORPCClient(link), ask: createAsk(worker), end: () => worker.terminate() };
};
