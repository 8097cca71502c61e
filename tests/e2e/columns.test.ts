import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { goTo, keepPicture, type OpenApp, openApp, openSpreadsheet } from './open-app.ts';

let app: OpenApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

const lines = 1200;
const cities = ['Zürich', 'Aarau', 'Zürich', 'Bern', 'Zürich'];
const cityOf = (i: number): string => (i % 9 === 4 ? '' : cities[i % 5]!);
const weightOf = (i: number): string => (i === 600 ? 'about two' : `${((i * 13) % 500) / 100}`);

/** Order lines of a shop; some cities missing, one weight that is none. */
const shop = (): string =>
  [
    'Invoice,Client,When,Article,City,Qty,Unit price,Weight',
    ...Array.from({ length: lines }, (_, i) => {
      const day = new Date(Date.UTC(2025, 0, 1) + Math.floor(i / 4) * 86_400_000).toISOString().slice(0, 10);
      return `${5000 + Math.floor(i / 2)},Client ${(i * 37) % 90},${day},Mug ${i % 12},${cityOf(i)},${(i % 4) + 1},${((i * 7) % 300) / 10 + 1},${weightOf(i)}`;
    }),
  ].join('\n');

const openData = async (options = {}): Promise<Page> => {
  app = await openApp(options);
  const { page, host } = app;
  const file = join(host.home, 'mugs.csv');
  writeFileSync(file, shop());
  await openSpreadsheet(page, file);
  await page.getByRole('button', { name: /^(Looks right|Make segments)$/ }).click();
  await page.getByRole('table', { name: 'Segments', exact: true }).waitFor({ timeout: 60_000 });
  await goTo(page, 'Data');
  await page.getByRole('grid', { name: 'Rows of mugs' }).waitFor();
  return page;
};
const count = (page: Page) => page.getByText(/^[\d,]+ (?:of [\d,]+ )?rows$/).innerText();
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
const tabTo = async (page: Page, name: RegExp): Promise<string> => {
  for (let i = 0; i < 120; i += 1) {
    const now = await focused(page);
    if (name.test(now)) return now;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Nothing called ${name} is reached by Tab.`);
};

it('columns say what stands in them, and show its rows, by keyboard alone', { timeout: 240_000 }, async () => {
  const page = await openData();
  const filled = lines - Array.from({ length: lines }, (_, i) => cityOf(i)).filter((city) => city === '').length;
  await page.getByText(/^“City” lacks most: 11.% of its cells are empty/).waitFor();

  // A value: as many rows as it says.
  await page.getByRole('heading', { level: 1 }).click();
  const zurich = Array.from({ length: lines }, (_, i) => cityOf(i)).filter((city) => city === 'Zürich').length;
  await tabTo(page, /^All about City$/);
  await page.getByRole('button', { name: /^Zürich: / }).waitFor();
  const value = await tabTo(page, /^Zürich: /);
  expect(value).toBe(`Zürich: ${zurich} rows`);
  await page.keyboard.press('Enter');
  await expect.poll(() => count(page)).toBe(`${zurich} of 1,200 rows`);
  // Every other column shows which of its rows these are.
  const bars = page.getByRole('group', { name: 'Qty: show rows by their bar' }).getByRole('button');
  await expect.poll(() => bars.first().getAttribute('aria-label')).toMatch(/^1: 300 rows, \d+ of them shown$/);
  const labels = await bars.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
  const shown = labels.map((label) => Number(/, ([\d,]+) of them/.exec(label)![1]!.replace(',', '')));
  expect(shown.reduce((sum, one) => sum + one, 0)).toBe(zurich);
  expect(await page.getByRole('button', { name: /^Zürich: / }).getAttribute('aria-pressed')).toBe('true');
  await page.keyboard.press('Enter');
  await expect.poll(() => count(page)).toBe('1,200 rows');

  // A column's own page, a bar of it, and the way back.
  await tabTo(page, /^All about Weight$/);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Weight');
  await page.getByText('about two').waitFor();
  const bar = await tabTo(page, /^0 to .*: \d+ rows$/);
  await page.keyboard.press('ArrowRight');
  const second = await focused(page);
  expect(second).not.toBe(bar);
  await page.keyboard.press('Enter');
  await expect.poll(() => count(page)).toBe(`${/: (\d+) rows/.exec(second)![1]} of 1,200 rows`);
  await page.getByRole('button', { name: 'Show these rows' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => count(page)).toBe('1 of 1,200 rows');
  await page.keyboard.press('Enter');
  await expect.poll(() => count(page)).toBe('1,200 rows');
  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toBe('All about Weight');
  expect(filled).toBeGreaterThan(1000);
  expect(app!.complaints).toEqual([]);
});

const sizes = [
  ['light', { width: 1440, height: 900 }],
  ['dark', { width: 1024, height: 700 }],
] as const;

it.each(sizes)(
  '%s at %o columns fit and can be read by everybody',
  { timeout: 240_000 },
  async (colorScheme, viewport) => {
    const page = await openData({ colorScheme, viewport });
    const look = async (name: string, isChecked = true) => {
      await page.waitForTimeout(400);
      await keepPicture(page, `columns-${name}-${viewport.width}-${colorScheme}`);
      if (!isChecked) return;
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    };
    await page.getByRole('button', { name: 'All about City' }).scrollIntoViewIfNeeded();
    await page.getByRole('button', { name: /^Zürich: / }).waitFor();
    await look('list');
    await page.getByRole('button', { name: /^Zürich: / }).click();
    await look('chosen');
    for (const column of ['When', 'Unit price', 'City', 'Weight']) {
      await page.getByRole('button', { name: `All about ${column}` }).click();
      await page.getByRole('heading', { name: 'In figures' }).waitFor();
      await look(`page-${column.replace(' ', '-').toLowerCase()}`, column === 'Weight');
      await page.getByRole('button', { name: 'All columns' }).click();
    }
  },
);
