import { rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { ServicePaths } from '../../services/services.ts';
import { plainAnswer } from '../core/answers.ts';
import { appFile } from '../core/app-file.ts';
import { defaultPaths } from '../core/default-paths.ts';
import { secured } from '../core/headers.ts';
import { startCore } from '../core/start-core.ts';
import { createWebHandler } from '../core/web-handler.ts';
import { createGuard } from './guard.ts';
import { sendResponse, toRequest } from './http-bridge.ts';
import { openInBrowser } from './open-in-browser.ts';
import { untilEnded } from './until-ended.ts';

export interface BrowserHostOptions {
  /** 0 for any free one. */
  readonly port?: number;
  /** Shows the address in the person's browser. */
  readonly open?: boolean;
  readonly project?: string;
  readonly paths?: ServicePaths;
  readonly rendererFolder?: string;
  readonly computeThreads?: number;
}

export interface BrowserHost {
  /** With the token that works once. */
  readonly url: string;
  close(): Promise<void>;
  /** Settles when the host has closed, by whatever reason. */
  readonly closed: Promise<void>;
}

const listen = (server: ReturnType<typeof createServer>, port: number): Promise<number> =>
  new Promise((listening, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => listening((server.address() as AddressInfo).port));
  });

/** The app for this computer's browser: loopback only, one session, gone with the terminal it was started from. */
export const startBrowserHost = async (options: BrowserHostOptions = {}): Promise<BrowserHost> => {
  const paths = options.paths ?? defaultPaths();
  const { computeThreads } = options;
  const core = await startCore({ kind: 'browser', paths, ...(computeThreads ? { computeThreads } : {}) });
  const handle = createWebHandler({ core, rendererFolder: options.rendererFolder ?? appFile('out', 'renderer') });
  const guard = createGuard();

  const answer = (incoming: IncomingMessage, outgoing: ServerResponse): Promise<Response> | Response => {
    const verdict = guard.check(incoming);
    if ('refuse' in verdict) return secured(plainAnswer(403, verdict.refuse));
    if ('welcome' in verdict)
      return secured(new Response(null, { status: 303, headers: { location: '/', 'set-cookie': verdict.welcome } }));
    return handle(toRequest(incoming, outgoing));
  };
  const server = createServer(async (incoming, outgoing) => {
    try {
      sendResponse(await answer(incoming, outgoing), incoming, outgoing);
    } catch {
      // A request that no web request can be made of.
      if (!outgoing.headersSent) outgoing.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' });
      outgoing.end('This request is not written right.');
    }
  });
  // A large file may take its time.
  server.requestTimeout = 0;

  let done: () => void = () => {};
  const closed = new Promise<void>((settle) => {
    done = settle;
  });
  let stopListening: () => void = () => {};
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => {
    closing ??= (async () => {
      server.close();
      server.closeAllConnections();
      await core.close();
      rmSync(paths.temporary, { recursive: true, force: true });
      stopListening();
      done();
    })();
    return closing;
  };
  try {
    if (options.project) await core.client.project.open({ path: resolve(options.project) });
    guard.address.port = await listen(server, options.port ?? 0);
  } catch (error) {
    await close();
    throw error;
  }
  stopListening = untilEnded(() => void close());
  const url = `http://127.0.0.1:${guard.address.port}/?token=${guard.token}`;
  if (options.open) openInBrowser(url);
  return { url, close, closed };
};
