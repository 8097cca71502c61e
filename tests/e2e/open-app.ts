import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { type RunningHost, startHost } from '../support/browser-host.ts';

export interface OpenApp {
  readonly page: Page;
  readonly host: RunningHost;
  /** What the page complained about; a good journey leaves it empty. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** A person at the browser host: the built app in a real browser, in a home of its own. */
export const openApp = async (options: BrowserContextOptions = {}): Promise<OpenApp> => {
  const host = await startHost();
  let browser: Browser | null = null;
  const close = async () => {
    await browser?.close();
    await host.stop();
  };
  try {
    browser = await launchBrowser(['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']);
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'en-GB',
      reducedMotion: 'reduce',
      acceptDownloads: true,
      ...options,
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (line) => {
      if (line.type() === 'error' || /Content Security Policy/i.test(line.text())) complaints.push(line.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(host.url);
    await page.getByRole('button', { name: 'Try the sample shop' }).waitFor();
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
  await page.getByRole('table', { name: 'Segments', exact: true }).waitFor({ timeout: 30_000 });
};

export const goTo = async (page: Page, screen: string): Promise<void> => {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: screen }).click();
};

/** Every dot of the map drawn, every picture still. */
export const untilDrawn = async (page: Page): Promise<void> => {
  await page.locator('.js-plotly-plot .main-svg').first().waitFor();
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
