import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { goTo, keepPicture, type OpenApp, openApp, openSpreadsheet } from './open-app.ts';

let app: OpenApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

const two = (n: number) => String(n).padStart(2, '0');

/** Twelve days of three months, or three days of twelve months: the file does not say. One row ends early. */
const orders = (): string =>
  [
    'Receipt,When,Sent,Client,Paid',
    ...Array.from({ length: 720 }, (_, i) => {
      const [first, second] = [two(12 - (i % 12)), two((Math.floor(i / 12) % 3) + 1)];
      const client = (i * i + (i % 7) * 13) % 83;
      return i === 500
        ? `${7000 + i},${first}/${second}/2025`
        : `${7000 + i},${first}/${second}/2025,${first}/${second}/2025,Client ${client},${((client * 37 + i) % 90) + 5}.50`;
    }),
  ].join('\n');

const openOrders = async (options: BrowserContextOptions = {}): Promise<Page> => {
  app = await openApp(options);
  const path = join(app.host.home, 'spring orders.csv');
  writeFileSync(path, orders());
  await openSpreadsheet(app.page, path);
  await question(app.page).waitFor();
  return app.page;
};

const question = (page: Page) => page.getByRole('combobox', { name: 'How are dates written?' });
const headline = (page: Page) => page.getByRole('heading', { level: 1 });
const doubt = 'Is 12/01/2025 in “When” 12 Jan 2025 or 1 Dec 2025?';
const choose = async (page: Page, answer: string) => {
  await question(page).click();
  await page.getByRole('option', { name: answer, exact: true }).click();
};

it('a person says how dates are written, and everything follows', { timeout: 240_000 }, async () => {
  const page = await openOrders();
  await expect.poll(() => headline(page).innerText()).toContain('1 Jan 2025 to 12 Mar 2025');
  const main = page.locator('main');
  expect(await main.innerText()).toContain(doubt);
  expect(await main.innerText()).toContain('read as 12 Jan 2025 until you choose');
  await question(page).click();
  expect(await page.getByRole('option').allInnerTexts()).toEqual([
    '12/01/2025 is 12 Jan 2025',
    '12/01/2025 is 1 Dec 2025',
  ]);
  await page.keyboard.press('Escape');

  await choose(page, '12/01/2025 is 1 Dec 2025');
  await expect.poll(() => headline(page).innerText()).toContain('1 Jan 2025 to 3 Dec 2025');
  expect(await main.innerText()).not.toContain(doubt);

  // What was taken anyway is an answer too.
  await choose(page, '12/01/2025 is 12 Jan 2025');
  await expect.poll(() => headline(page).innerText()).toContain('1 Jan 2025 to 12 Mar 2025');
  expect(await main.innerText()).not.toContain(doubt);

  await choose(page, '12/01/2025 is 1 Dec 2025');
  await expect.poll(() => headline(page).innerText()).toContain('1 Jan 2025 to 3 Dec 2025');
  await page.getByRole('button', { name: 'Make segments' }).click();
  const segments = page.getByRole('table', { name: 'Segments', exact: true }).locator('tbody tr');
  await segments.first().waitFor({ timeout: 60_000 });
  expect(await segments.count()).toBeGreaterThanOrEqual(2);

  await goTo(page, 'Data');
  const firstRow = page
    .getByRole('grid', { name: /^Rows of / })
    .getByRole('row')
    .nth(1);
  await firstRow.getByText('2025-12-01').first().waitFor();
  expect((await firstRow.innerText()).match(/2025-\d\d-\d\d/g)).toEqual(['2025-12-01', '2025-12-01']);
  expect(await main.innerText()).toContain('3 Dec 2025');
  expect(app!.complaints).toEqual([]);
});

it.each([
  ['light', { width: 1440, height: 900 }],
  ['dark', { width: 1440, height: 900 }],
  ['light', { width: 1024, height: 700 }],
  ['dark', { width: 1024, height: 700 }],
] as const)('is asked readably, %s %o', async (colorScheme, viewport) => {
  const page = await openOrders({ colorScheme, viewport });
  const look = async (name: string) => {
    await page.waitForTimeout(300);
    await keepPicture(page, `${name}-${viewport.width}-${colorScheme}`);
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  };
  await look('dates-asked');
  await question(page).click();
  await look('dates-choices');
  await page.getByRole('option', { name: '12/01/2025 is 1 Dec 2025' }).click();
  await page.getByText(doubt).waitFor({ state: 'detached' });
  await look('dates-answered');
  // What is chosen is read in full.
  const isCut = await question(page).evaluate((input) => input.scrollWidth > input.clientWidth);
  expect(isCut).toBe(false);
});
