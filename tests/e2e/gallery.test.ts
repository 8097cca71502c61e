import AxeBuilder from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildGallery, serveGallery } from '../gallery/serve-gallery.ts';
import { launchBrowser } from '../support/browser.ts';
import { accessibilityFaults, putOn } from './looks.ts';

let browser: Browser;
let gallery: Awaited<ReturnType<typeof serveGallery>>;
beforeAll(async () => {
  await buildGallery();
  gallery = await serveGallery();
  browser = await launchBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await gallery?.stop();
});

it('every chart and component, at its edges too, can be used by everybody, light and dark', {
  timeout: 900_000,
}, async () => {
  const context = await browser.newContext({
    ...{ colorScheme: 'light', locale: 'en-GB', reducedMotion: 'reduce' },
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  await page.goto(gallery.url);
  await page.getByRole('heading', { level: 1, name: 'Gallery' }).waitFor();
  await page.waitForLoadState('networkidle');
  // The same part stands there once for each shop, under one name, and with headings of its own: no screen of the app does
  // that, and each of them is held to these two rules as well.
  const { violations } = await new AxeBuilder({ page }).disableRules(['landmark-unique', 'heading-order']).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).slice(0, 4)}`),
  ).toEqual([]);
  await putOn(page, 'dark');
  expect(await accessibilityFaults(page, ['color-contrast'])).toEqual([]);
  await context.close();
});
