import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { message } from '../../src/shared/model/message.ts';
import { say } from '../../src/shared/words/say.ts';
import { launchBrowser } from '../support/browser.ts';
import { fixedDay, type RunningHost, startHost, startHostIn } from '../support/browser-host.ts';

export interface OpenApp {
  readonly page: Page;
  readonly host: RunningHost;
  /** What the page complained about; a good journey leaves it empty. */
  readonly complaints: string[];
  close(): Promise<void>;
}

interface OpenAppOptions extends BrowserContextOptions {
  /** The calendar stands still (see support/fixed-day.mjs), so that pictures of the app can be compared. */
  readonly still?: boolean;
}

/** A person at the browser host: the built app in a real browser, in a home of its own or one that stays. */
export const openApp = async ({ still = false, ...options }: OpenAppOptions = {}, home?: string): Promise<OpenApp> => {
  const words = still ? [`--import=${pathToFileURL(fixedDay)}`] : [];
  const host = await (home === undefined ? startHost(...words) : startHostIn(home, ...words));
  let browser: Browser | null = null;
  const close = async () => {
    await browser?.close();
    await host.stop();
  };
  try {
    // Letters as wide as the font says, in every build of the browser: lines break at the same words.
    browser = await launchBrowser(still ? ['--font-render-hinting=none'] : []);
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'en-GB',
      reducedMotion: 'reduce',
      acceptDownloads: true,
      ...(still ? { timezoneId: 'UTC' } : {}),
      ...options,
    });
    if (still) await context.addInitScript({ path: fixedDay });
    // A slow machine is no fault of the app's; what must be fast is measured.
    context.setDefaultTimeout(60_000);
    const page = await context.newPage();
    // Files are asked for by the test from now on: begun with each wait, the browser at times asks before that is known.
    page.on('filechooser', () => undefined);
    const complaints: string[] = [];
    page.on('console', (line) => {
      if (line.type() === 'error' || /Content Security Policy/i.test(line.text()))
        complaints.push(`${line.text()} ${line.location().url}`);
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(host.url);
    await page.getByRole('button', { name: say(message('start.sample'), options.locale) }).waitFor();
    return { page, host, complaints, close };
  } catch (error) {
    await close();
    throw error;
  }
};

/** Gives a file to the start screen or the open project as a person would. */
export const openSpreadsheet = async (page: Page, ...files: string[]): Promise<void> => {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a spreadsheet' }).first().click();
  await (await chooser).setFiles(files);
};

export const openSample = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Try the sample shop' }).click();
  await page.getByRole('table', { name: 'Segments', exact: true }).waitFor({ timeout: 60_000 });
};

export const goTo = async (page: Page, screen: string): Promise<void> => {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: screen, exact: true }).click();
};

/** One of the ways of looking at segments on their screen. */
export const showView = async (page: Page, view: string): Promise<void> => {
  await page.getByRole('tablist', { name: 'How to look at them' }).getByRole('tab', { name: view }).click();
};

/** Every dot of the map drawn, every picture still. */
export const untilDrawn = async (page: Page): Promise<void> => {
  await page.locator('.js-plotly-plot .main-svg, [data-picture], [data-drawn]').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(700);
};

/** Keeps a picture where TESSERA_PICTURES names a folder, for looking at. */
export const keepPicture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.TESSERA_PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
};
