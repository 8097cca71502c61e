import { availableParallelism } from 'node:os';
import { MessageChannel } from 'node:worker_threads';
import { mapEventIterator } from '@orpc/client';
import { createRouterClient } from '@orpc/server';
import type { ColumnSpec } from '../../../shared/api/routes.ts';
import type { ServicePaths } from '../../services/services.ts';
import { createBytesSent, measureBytesSent, readBytesSent } from '../../workers/bytes-sent.ts';
import { createLocalLog } from '../../workers/local-log.ts';
import { toAppError } from '../../workers/wire-error.ts';
import { createHostRouter } from './host-router.ts';
import { type ContractClient, isAsyncIterator, startThread } from './start-thread.ts';
import { version } from './version.ts';

export type { ContractClient } from './start-thread.ts';

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
  /** Raw little-endian bytes, moved here from the reader thread. */
  column(spec: ColumnSpec): Promise<ArrayBuffer>;
  /** Where a finished export stands. */
  file(id: string): Promise<{ path: string; name: string; mime: string } | null>;
  /** Closes the project in one file and ends the threads. */
  close(): Promise<void>;
}

/** Of this process: its threads add to it. */
const sent = createBytesSent();

/** How long a thread may take to let go before it is ended; the project file survives that. */
const closeWithinMs = 5_000;

/** The router as a client in this process, with AppErrors. */
const createCoreClient = (router: Core['router']): ContractClient =>
  createRouterClient(router, {
    interceptors: [
      async ({ next, path }) => {
        const method = path.join('.');
        const coded = async (error: unknown) => toAppError(error, method);
        try {
          const result = await next();
          if (!isAsyncIterator(result)) return result;
          return mapEventIterator(result, { value: async (value: unknown) => value, error: coded });
        } catch (error) {
          throw await coded(error);
        }
      },
    ],
  }) as ContractClient;

/** Starts the writer and the reader and routes between them. One core a process. */
export const startCore = async ({ kind, paths, computeThreads, measured }: CoreOptions): Promise<Core> => {
  measureBytesSent(sent);
  const follow = new MessageChannel();
  const data = {
    paths,
    sent,
    computeThreads: computeThreads ?? Math.max(1, Math.min(8, availableParallelism())),
    isInteractive: kind !== 'cli',
  };
  const starting = [
    startThread('writer', { ...data, followPort: follow.port1 }),
    startThread('reader', { ...data, followPort: follow.port2 }),
  ] as const;
  const [writer, reader] = await Promise.all(starting).catch(async (error: unknown) => {
    for (const one of await Promise.allSettled(starting)) if (one.status === 'fulfilled') await one.value.end();
    throw error;
  });
  const router = createHostRouter({
    writer: writer.client,
    reader: reader.client,
    reportBug: createLocalLog(paths.userData, 'host'),
    info: async () => ({
      version,
      kind,
      bytesSent: readBytesSent(sent) + (measured?.bytesSent() ?? 0),
      measuredBy: measured?.by ?? `measured.${kind}`,
    }),
  });
  let closing: Promise<void> | null = null;
  return {
    client: createCoreClient(router),
    router,
    paths,
    column: (spec) => reader.ask<ArrayBuffer>('column', spec),
    file: (id) => writer.ask('file', id),
    close: () => {
      closing ??= (async () => {
        const letGo = (async () => {
          await writer.ask('dispose');
          await reader.ask('dispose');
        })();
        let late: NodeJS.Timeout | undefined;
        await Promise.race([
          letGo.catch(() => undefined),
          new Promise((resolve) => {
            late = setTimeout(resolve, closeWithinMs);
          }),
        ]);
        clearTimeout(late);
        await Promise.all([writer.end(), reader.end()]);
      })();
      return closing;
    },
  };
};
