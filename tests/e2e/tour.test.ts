import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { keepPicture, type OpenApp, openApp, openSample } from './open-app.ts';

let app: OpenApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

const trySample = (page: Page) => page.getByRole('button', { name: 'Try the sample shop' }).click();
const card = (page: Page) => page.getByRole('dialog', { name: 'Guided tour' });
const soon = { timeout: 60_000 };
const boxes = (page: Page) =>
  page.evaluate(() => {
    const of = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().toJSON() ?? null;
    return { card: of('[data-tour-card]'), ring: of('[data-tour-ring]'), width: innerWidth, height: innerHeight };
  }) as Promise<{ card: DOMRect; ring: DOMRect | null; width: number; height: number }>;
/** Where card and ring are as soon as there is a ring and neither has moved for half a second. */
const atRest = async (page: Page) => {
  let before: Awaited<ReturnType<typeof boxes>> | null = null;
  const isAtRest = async (): Promise<boolean> => {
    const now = await boxes(page);
    const isStill = now.ring !== null && JSON.stringify(now) === JSON.stringify(before);
    before = now;
    return isStill;
  };
  await expect.poll(isAtRest, { ...soon, interval: 500 }).toBe(true);
  return before!;
};
const overlap = (a: DOMRect, b: DOMRect): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

const titles = [
  'What was found in the file',
  'Your customers in segments',
  'Whatever you select is explained here',
  'Everybody on a map',
  'How alike, as a tree',
  'Two divisions side by side',
  'Take it home',
  'Nothing can go wrong',
];

describe('the guided tour', () => {
  const home = mkdtempSync(join(tmpdir(), 'tessera-newcomer-'));
  const newcomer = () => {
    const folder = join(home, 'config', 'tessera');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'preferences.json'), '{}');
  };

  it.each([
    ['light', { width: 1440, height: 900 }],
    ['dark', { width: 1024, height: 700 }],
  ] as const)('points at the real parts, by keyboard (%s, %o)', { timeout: 240_000 }, async (colorScheme, viewport) => {
    newcomer();
    app = await openApp({ colorScheme, viewport }, home);
    const { page } = app;
    await trySample(page);
    for (const [at, title] of titles.entries()) {
      await card(page).getByRole('heading', { name: title }).waitFor({ timeout: 60_000 });
      // The ring is round something real, and the card beside it, both within the window, once they have come to rest.
      const { card: own, ring, width, height } = await atRest(page);
      await keepPicture(page, `tour-${at + 1}-${viewport.width}-${colorScheme}`);
      expect(Math.min(own.left, own.top, width - own.right, height - own.bottom), title).toBeGreaterThanOrEqual(0);
      expect(ring!.width * ring!.height, title).toBeGreaterThan(400);
      const covered = overlap(own, ring!) / (ring!.width * ring!.height);
      expect(covered, `${title}: the card covers what it speaks of`).toBeLessThan(0.25);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(at < 7 ? 'Next' : 'Done');
      if (at === 1) expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
      await page.keyboard.press(at % 2 === 0 ? 'ArrowRight' : 'Enter');
    }
    await card(page).waitFor({ state: 'detached' });
    expect(app.complaints).toEqual([]);
  });

  it('blocks nothing, is left by Escape, is not offered again, and begins again where it is asked for', {
    timeout: 240_000,
  }, async () => {
    newcomer();
    app = await openApp({}, home);
    let { page } = app;
    await trySample(page);
    await card(page).waitFor({ timeout: 60_000 });
    await page.keyboard.press('ArrowRight');
    await card(page).getByRole('heading', { name: titles[1]! }).waitFor();
    // Somebody who would rather look round does so: the card stays beside.
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Customers' }).click();
    await page.getByRole('row').nth(2).click();
    await page.getByRole('heading', { name: 'Why here' }).first().waitFor(soon);
    await card(page).getByRole('button', { name: 'Next' }).focus();
    await page.keyboard.press('Escape');
    await card(page).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.getByRole('textbox', { name: 'Find or do anything' }).fill('guide');
    await page.waitForTimeout(300);
    await page.keyboard.press('Enter');
    await card(page).getByRole('heading', { name: titles[0]! }).waitFor();
    await card(page).getByRole('button', { name: 'Leave the tour' }).first().click();
    await page.waitForTimeout(500);
    await app.close();

    app = await openApp({}, home);
    page = app.page;
    await openSample(page);
    await page.waitForTimeout(800);
    expect(await card(page).count()).toBe(0);
    await page.getByRole('button', { name: 'Close the project and go to the start' }).click();
    await page.getByRole('button', { name: 'Show me round the sample shop' }).click();
    await card(page).getByRole('heading', { name: titles[0]! }).waitFor({ timeout: 60_000 });
    expect(app.complaints).toEqual([]);
    rmSync(home, { recursive: true, force: true });
  });
});
