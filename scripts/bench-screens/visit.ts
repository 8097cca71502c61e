import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type RunningHost, startHostIn } from '../../tests/support/browser-host.ts';

/** A page of the app in a home of its own, measured from the start of its host. */
export interface Visit {
  readonly page: Page;
  readonly host: RunningHost;
  readonly home: string;
  /** The page's clock at the host's start, and what had passed when it listened, in ms. */
  readonly startedAt: number;
  readonly listeningMs: number;
  readonly complaints: string[];
  close(): Promise<void>;
}

const looks = { viewport: { width: 1440, height: 900 }, locale: 'en-GB' } as const;

export const makeHome = (): string => {
  const home = mkdtempSync(join(tmpdir(), 'tessera-bench-'));
  mkdirSync(join(home, 'data'), { recursive: true });
  return home;
};

/** Starts the host, opens its page and gives it back at once: whoever measures says what is waited for. */
export const visit = async (browser: Browser, home: string, ...words: string[]): Promise<Visit> => {
  const context = await browser.newContext(looks);
  const page = await context.newPage();
  page.setDefaultTimeout(300_000);
  const complaints: string[] = [];
  page.on('console', (line) => {
    if (line.type() === 'error') complaints.push(line.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  const startedAt = performance.timeOrigin + performance.now();
  const host = await startHostIn(home, ...words);
  const listeningMs = performance.timeOrigin + performance.now() - startedAt;
  await page.goto(host.url, { waitUntil: 'commit' });
  const close = async () => {
    await context.close();
    await host.stop();
  };
  return { page, host, home, startedAt, listeningMs, complaints, close };
};

export const removeHome = (home: string): void => rmSync(home, { recursive: true, force: true });

/** The page's clock, in ms since 1970, when a locator's element is there and painted. */
export const seenAt = async (page: Page, selector: string): Promise<number> => {
  await page.locator(selector).first().waitFor();
  return page.evaluate(
    () =>
      new Promise<number>((resolve) =>
        requestAnimationFrame(() => setTimeout(() => resolve(performance.timeOrigin + performance.now()))),
      ),
  );
};

/** What draws in this browser. */
export const glRenderer = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const gl = document.createElement('canvas').getContext('webgl2');
    const names = gl?.getExtension('WEBGL_debug_renderer_info');
    const name = names ? String(gl!.getParameter(names.UNMASKED_RENDERER_WEBGL)) : 'no WebGL';
    gl?.getExtension('WEBGL_lose_context')?.loseContext();
    return name;
  });
