import { availableParallelism } from 'node:os';
import { MessageChannel, Worker } from 'node:worker_threads';
import { createORPCClient, mapEventIterator } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import type { Contract } from '../../../shared/api/contract.ts';
import type { ColumnSpec } from '../../../shared/api/routes.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ServicePaths } from '../../services/services.ts';
import { createAsk } from '../../workers/ask.ts';
import { measureBytesSent } from '../../workers/bytes-sent.ts';
import type { ThreadData } from '../../workers/thread-data.ts';
import { threadEntry } from '../../workers/thread-entry.ts';
import { toAppError } from '../../workers/wire-error.ts';
import { createHostRouter } from './host-router.ts';
import { version } from './version.ts';

export type ContractClient = ContractRouterClient<Contract>;

export interface CoreOptions {
  readonly kind: 'desktop' | 'browser' | 'cli';
  readonly paths: ServicePaths;
  readonly computeThreads?: number;
  /** What the host itself measures beside Node's sockets, and how it says so; Electron counts what it refused. */
  readonly measured?: { bytesSent(): number; by: string };
}

export interface Core {
  /** The contract in process; errors are AppErrors, also those of a running job. */
  readonly client: ContractClient;
  /** The same as a router, for a transport to serve. */
  readonly router: ReturnType<typeof createHostRouter>;
  readonly paths: ServicePaths;
  column(spec: ColumnSpec): Promise<ArrayBuffer>;
  file(id: string): Promise<{ path: string; name: string; mime: string } | null>;
  close(): Promise<void>;
}

/** A thread that speaks the contract over one port and answers asks over the other. */
const startThread = async (name: 'writer' | 'reader', data: Omit<ThreadData, 'rpcPort'>) => {
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(threadEntry(name), {
    name: `tessera-${name}`,
    workerData: { ...data, rpcPort: port2 } satisfies ThreadData,
    transferList: [port2, data.followPort],
  });
  const ask = createAsk(worker);
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
  });
  const gone = (error: Error) => {
    ask.fail(error);
    port1.close();
  };
  worker.on('error', (error) => gone(error as Error));
  worker.on('exit', () => gone(new AppError('internal', { reference: name })));
  const client: ContractClient = createORPCClient(new RPCLink({ port: port1 }));
  port1.start();
  return { worker, ask, client };
};

/** Starts the writer and the reader and routes between them. One core a process. */
export const startCore = async ({ kind, paths, computeThreads, measured }: CoreOptions): Promise<Core> => {
  const ownBytes = measureBytesSent();
  const follow = new MessageChannel();
  const threads = { paths, computeThreads: computeThreads ?? Math.max(1, Math.min(8, availableParallelism())) };
  const [writer, reader] = await Promise.all([
    startThread('writer', { ...threads, followPort: follow.port1 }),
    startThread('reader', { ...threads, followPort: follow.port2 }),
  ]);
  const bytesSent = async (): Promise<number> => {
    const inside = await Promise.all([writer.ask<number>('bytesSent'), reader.ask<number>('bytesSent')]);
    return inside.reduce((sum, bytes) => sum + bytes, ownBytes() + (measured?.bytesSent() ?? 0));
  };
  const router = createHostRouter({
    writer: writer.client,
    reader: reader.client,
    info: async () => ({ version, kind, bytesSent: await bytesSent(), measuredBy: measured?.by ?? `measured.${kind}` }),
  });
  const client = createRouterClient(router, {
    interceptors: [
      async ({ next, path }) => {
        const method = path.join('.');
        const coded = async (error: unknown) => toAppError(error, method);
        try {
          const result = await next();
          return isAsyncIterator(result) ? mapEventIterator(result, { value: async (value: unknown) => value, error: coded }) : result;
        } catch (error) {
          throw await coded(error);
        }
      },
    ],
  }) as ContractClient;
  return {
    client,
    router,
    paths,
    column: (spec) => reader.ask<ArrayBuffer>('column', spec),
    file: (id) => writer.ask('file', id),
    close: async () => {
      await writer.ask('dispose');
      await reader.ask('dispose');
      await Promise.all([writer.worker.terminate(), reader.worker.terminate()]);
    },
  };
};

const isAsyncIterator = (value: unknown): value is AsyncIterator<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
