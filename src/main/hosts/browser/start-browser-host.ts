import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { ServicePaths } from '../../services/services.ts';
import { appFile } from '../core/app-file.ts';
import { defaultPaths } from '../core/default-paths.ts';
import { startCore } from '../core/start-core.ts';
import { createWebHandler } from '../core/web-handler.ts';
import { createGuard } from './guard.ts';
import { sendResponse, toRequest } from './http-bridge.ts';
import { openInBrowser } from './open-in-browser.ts';

export interface BrowserHostOptions {
  /** 0 for any free one. */
  readonly port?: number;
  /** Shows the address in the person's browser. */
  readonly open?: boolean;
  readonly project?: string;
  readonly paths?: ServicePaths;
  readonly rendererFolder?: string;
}

export interface BrowserHost {
  /** With the token that works once. */
  readonly url: string;
  close(): Promise<void>;
  /** Settles when the host has closed, by whatever reason. */
  readonly closed: Promise<void>;
}

/** The app for this computer's browser: loopback only, one session, gone with the terminal it was started from. */
export const startBrowserHost = async (options: BrowserHostOptions = {}): Promise<BrowserHost> => {
  const paths = options.paths ?? defaultPaths();
  const core = await startCore({ kind: 'browser', paths });
  if (options.project) await core.client.project.open({ path: resolve(options.project) });
  const handle = createWebHandler({ core, rendererFolder: options.rendererFolder ?? appFile('out', 'renderer') });
  const guard = createGuard();

  const server = createServer(async (incoming, outgoing) => {
    const verdict = guard.check(incoming);
    if ('refuse' in verdict) {
      outgoing.writeHead(403, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }).end(verdict.refuse);
      return;
    }
    if ('welcome' in verdict) {
      outgoing.writeHead(303, { location: '/', 'set-cookie': verdict.welcome, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }).end();
      return;
    }
    try {
      await sendResponse(await handle(toRequest(incoming, outgoing)), outgoing);
    } catch {
      if (!outgoing.headersSent) outgoing.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      outgoing.end('Something went wrong inside Tessera. Nothing was changed.');
    }
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(options.port ?? 0, '127.0.0.1', listening);
  });
  guard.address.port = (server.address() as AddressInfo).port;
  const url = `http://127.0.0.1:${guard.address.port}/?token=${guard.token}`;

  let done: () => void = () => {};
  const closed = new Promise<void>((settle) => {
    done = settle;
  });
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => {
    closing ??= (async () => {
      server.close();
      server.closeAllConnections();
      await core.close();
      rmSync(paths.temporary, { recursive: true, force: true });
      done();
    })();
    return closing;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void close());
  // A terminal that is closed ends its input.
  if (process.stdin.isTTY) process.stdin.once('end', () => void close()).resume();
  if (options.open) openInBrowser(url);
  return { url, close, closed };
};
