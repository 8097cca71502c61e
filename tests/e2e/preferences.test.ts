import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { keepPicture, type OpenApp, openApp, openSample } from './open-app.ts';

const soon = { timeout: 60_000 };
const schemeOf = (page: Page) => page.evaluate(() => document.documentElement.dataset.mantineColorScheme);
const contrastOf = (page: Page) => page.evaluate(() => document.documentElement.dataset.contrast);
const edgeOf = (page: Page) => page.getByRole('separator', { name: 'Width of the details' });

describe('how a person likes the app', () => {
  const home = mkdtempSync(join(tmpdir(), 'tessera-liked-'));
  let app: OpenApp | null = null;
  afterEach(async () => {
    await app?.close();
    app = null;
  });

  it('is chosen by keyboard, keeps every word readable, and is the same after a new start', async () => {
    try {
      app = await openApp({}, home);
      const { page } = app;
      await openSample(page);
      const look = page.getByRole('button', { name: 'Colours and language' });
      await look.press('Enter');
      await page.getByRole('menuitemradio', { name: 'Dark' }).press('Enter');
      await expect.poll(() => schemeOf(page), soon).toBe('dark');
      await look.press('Enter');
      await page.getByRole('menuitemradio', { name: 'Strong' }).press('Enter');
      await expect.poll(() => contrastOf(page), soon).toBe('more');
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await keepPicture(page, 'contrast-dark');

      const inspector = page.getByRole('complementary', { name: 'Details of what is selected' });
      const before = (await inspector.boundingBox())!.width;
      for (let i = 0; i < 4; i += 1) await edgeOf(page).press('ArrowLeft');
      const wider = before + 64;
      await expect.poll(async () => (await inspector.boundingBox())!.width, soon).toBe(wider);
      // What is remembered is written when it has come to rest.
      await page.waitForTimeout(800);
      expect(app.complaints).toEqual([]);
      await app.close();

      app = await openApp({}, home);
      const again = app.page;
      expect(await schemeOf(again)).toBe('dark');
      expect(await contrastOf(again)).toBe('more');
      await openSample(again);
      const same = again.getByRole('complementary', { name: 'Details of what is selected' });
      expect((await same.boundingBox())!.width).toBe(wider);
      const edge = (await edgeOf(again).boundingBox())!;
      await again.mouse.move(edge.x + 5, 400);
      await again.mouse.down();
      await again.mouse.move(edge.x - 45, 400, { steps: 4 });
      await again.mouse.up();
      await expect.poll(async () => (await same.boundingBox())!.width, soon).toBeCloseTo(wider + 50, -1);
      await edgeOf(again).press('Enter');
      await expect.poll(async () => (await same.boundingBox())!.width, soon).toBe(before);
      await again.getByRole('button', { name: 'Colours and language' }).press('Enter');
      await again.getByRole('menuitemradio', { name: 'Light' }).press('Enter');
      await expect.poll(() => schemeOf(again), soon).toBe('light');
      expect((await new AxeBuilder({ page: again }).analyze()).violations).toEqual([]);
      await keepPicture(again, 'contrast-light');
      expect(app.complaints).toEqual([]);
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });
});
