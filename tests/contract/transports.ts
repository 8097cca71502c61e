import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCHandler as PortHandler } from '@orpc/server/message-port';
import { startBrowserHost } from '../../src/main/hosts/browser/start-browser-host.ts';
import { type ContractClient, type Core, startCore } from '../../src/main/hosts/core/start-core.ts';
import { createWebHandler } from '../../src/main/hosts/core/web-handler.ts';
import type { ServicePaths } from '../../src/main/services/services.ts';
import { type ColumnSpec, columnPath } from '../../src/shared/api/routes.ts';

export interface Shop {
  readonly folder: string;
  readonly client: ContractClient;
  column(spec: ColumnSpec): Promise<Uint8Array>;
  /** The binary routes; null for transports that carry the contract only. */
  readonly web: ((path: string, init?: RequestInit) => Promise<Response>) | null;
  close(): Promise<void>;
}

const createFolders = (): { folder: string; paths: ServicePaths } => {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-contract-'));
  const at = (name: string) => {
    mkdirSync(join(folder, name));
    return join(folder, name);
  };
  const assets = join(import.meta.dirname, '../../assets');
  return {
    folder,
    paths: { userData: at('user-data'), documents: at('documents'), temporary: at('temporary'), assets },
  };
};

const overCore = async (
  connect: (core: Core) => Pick<Shop, 'client' | 'web'> & { disconnect?: () => void },
): Promise<Shop> => {
  const { folder, paths } = createFolders();
  const core = await startCore({ kind: 'cli', paths, computeThreads: 1 });
  const { client, web, disconnect } = connect(core);
  return {
    folder,
    client,
    web,
    column: async (spec) => (web ? (await web(columnPath(spec))).bytes() : new Uint8Array(await core.column(spec))),
    close: async () => {
      disconnect?.();
      await core.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const inProcess = () => overCore((core) => ({ client: core.client, web: null }));

const messagePort = () =>
  overCore((core) => {
    const { port1, port2 } = new MessageChannel();
    new PortHandler(core.router).upgrade(port1);
    port1.start();
    const client: ContractClient = createORPCClient(new PortLink({ port: port2 }));
    port2.start();
    return { client, web: null, disconnect: () => port1.close() };
  });

/** As Electron's protocol.handle calls it: a Request in, a Response out. */
const webHandler = () =>
  overCore((core) => {
    const handle = createWebHandler({ core, rendererFolder: join(core.paths.userData, 'renderer') });
    const link = new FetchLink({
      url: 'tessera://app/rpc',
      fetch: (request, init) => handle(new Request(request, init)),
    });
    return { client: createORPCClient(link), web: (path, init) => handle(new Request(`tessera://app${path}`, init)) };
  });

const browserHost = async (): Promise<Shop> => {
  const { folder, paths } = createFolders();
  const host = await startBrowserHost({ paths, computeThreads: 1, rendererFolder: join(folder, 'renderer') });
  const { origin } = new URL(host.url);
  const welcome = await fetch(host.url, { redirect: 'manual' });
  const cookie = welcome.headers.get('set-cookie')?.split(';')[0] ?? '';
  const headers = { cookie, origin };
  const web = (path: string, init: RequestInit = {}) => fetch(`${origin}${path}`, { ...init, headers });
  return {
    folder,
    client: createORPCClient(new FetchLink({ url: `${origin}/rpc`, headers })),
    web,
    column: async (spec) => (await web(columnPath(spec))).bytes(),
    close: async () => {
      await host.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export const transports: Readonly<Record<string, () => Promise<Shop>>> = {
  'in process': inProcess,
  'over a message port': messagePort,
  'through the web handler': webHandler,
  'over HTTP': browserHost,
};
