import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BrowserContext, chromium } from 'playwright-core';
import { sendResponse, toRequest } from '../../../src/main/hosts/browser/http-bridge.ts';
import { findBrowser } from '../../support/browser.ts';

type Handler = (request: Request) => Response | Promise<Response>;

/**
 * A browser cannot be taught a scheme from outside, so the app's origin is shown to it as a loopback address (a secure
 * context too) and everything is translated at the border: `tessera://app/x` inside, `http://127.0.0.1:port/x` outside.
 */
export const origins = { inner: '', outer: '' };
export const toOuter = (url: string): string =>
  origins.inner !== '' && `${url}/`.startsWith(`${origins.inner}/`)
    ? origins.outer + url.slice(origins.inner.length)
    : url;
export const toInner = (url: string): string =>
  `${url}/`.startsWith(`${origins.outer}/`) ? origins.inner + url.slice(origins.outer.length) : url;

/** Set by `protocol.handle`. */
export const handlers = new Map<string, Handler>();

/** Answers by the app's handler, streamed both ways as in Electron. */
const serve = async (): Promise<() => void> => {
  const server = createServer(async (incoming, outgoing) => {
    const given = toRequest(incoming, outgoing);
    const handler = handlers.get(new URL(origins.inner).protocol.slice(0, -1));
    if (incoming.headers.host !== new URL(origins.outer).host || !handler) return void outgoing.writeHead(403).end();
    const headers = new Headers(given.headers);
    for (const name of ['host', 'connection', 'cookie']) headers.delete(name);
    const origin = headers.get('origin');
    if (origin !== null) headers.set('origin', toInner(origin));
    const { method, body, signal } = given;
    const request = new Request(toInner(given.url), {
      method,
      headers,
      signal,
      ...(body ? { body, duplex: 'half' } : {}),
    });
    try {
      sendResponse(await handler(request), incoming, outgoing);
    } catch (error) {
      console.error(error);
      outgoing.destroy();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  origins.outer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return () => {
    server.close();
    server.closeAllConnections();
  };
};

export interface RunningChromium {
  readonly context: BrowserContext;
  /** Where a test connects to see the same pages. */
  readonly debugPort: number;
  close(): Promise<void>;
}

/** @param switches as the app gave them to `app.commandLine`; Chromium gets them for real */
export const startChromium = async (
  profile: string,
  switches: ReadonlyMap<string, string | undefined>,
): Promise<RunningChromium> => {
  const stopServing = await serve();
  const { executablePath, args } = await findBrowser();
  const given = [...switches].map(([name, value]) => {
    // The address that stands for the app's scheme is no name of the network.
    const rules = name === 'host-resolver-rules' ? `${value}, EXCLUDE 127.0.0.1` : value;
    return rules === undefined ? `--${name}` : `--${name}=${rules}`;
  });
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: [
      '--no-sandbox',
      '--remote-debugging-port=0',
      '--disable-component-update',
      '--no-first-run',
      ...args,
      ...given,
    ],
    acceptDownloads: true,
    // The app ends by its own rules.
    handleSIGTERM: false,
    handleSIGINT: false,
    handleSIGHUP: false,
    locale: 'en-GB',
  });
  const active = join(profile, 'DevToolsActivePort');
  for (let tries = 0; tries < 100 && !existsSync(active); tries += 1) await sleep(50);
  const debugPort = Number(readFileSync(active, 'utf8').split('\n')[0]);
  return {
    context,
    debugPort,
    close: async () => {
      stopServing();
      await context.close();
    },
  };
};
