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

const lines = 2400;
const cities = ['Zürich', 'Aarau', 'Ärzen', 'Bern', 'Zug'];

/** Order lines of a shop; some without a customer, one weight that is none, some cities missing. */
const shop = (): string =>
  [
    'Invoice,Client,When,Article,City,Qty,Unit price,Weight',
    ...Array.from({ length: lines }, (_, i) => {
      const day = new Date(Date.UTC(2025, 0, 1) + Math.floor(i / 8) * 86_400_000).toISOString().slice(0, 10);
      const client = i % 40 === 7 ? '' : `Client ${(i * 37) % 90}`;
      const weight = i === 1234 ? 'about two' : `${((i * 13) % 500) / 100}`;
      return `${5000 + Math.floor(i / 2)},${client},${day},Mug ${i % 12},${i % 9 === 4 ? '' : cities[i % 5]},${(i % 4) + 1},${((i * 7) % 300) / 10 + 1},${weight}`;
    }),
  ].join('\n');

const openRows = async (options: BrowserContextOptions = {}): Promise<Page> => {
  app = await openApp(options);
  const { page, host } = app;
  const file = join(host.home, 'mugs.csv');
  writeFileSync(file, shop());
  await openSpreadsheet(page, file);
  await page.getByRole('button', { name: /^(Looks right|Make segments)$/ }).click();
  await page.getByRole('table', { name: 'Segments', exact: true }).waitFor({ timeout: 60_000 });
  await goTo(page, 'Data');
  await grid(page).waitFor();
  await settled(page);
  return page;
};

const grid = (page: Page) => page.getByRole('grid', { name: 'Rows of mugs' });
const settled = (page: Page) => expect.poll(() => grid(page).getAttribute('aria-busy')).toBe('false');
/** Cells of the column in the rows that stand at the top. */
const column = async (page: Page, name: string, count = 5): Promise<string[]> => {
  await settled(page);
  const headings = await page.getByRole('columnheader').allInnerTexts();
  const at = headings.findIndex((heading) => heading.trim() === name);
  const rows = page.locator('tbody tr');
  return Promise.all(
    Array.from({ length: count }, async (_, i) => (await rows.nth(i).locator('td').nth(at).innerText()).trim()),
  );
};
const count = (page: Page) => page.getByText(/^[\d,]+ (?:of [\d,]+ )?rows$/).innerText();
/** What has the focus, by its name. */
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
const tabTo = async (page: Page, name: string): Promise<void> => {
  for (let i = 0; i < 120; i += 1) {
    if ((await focused(page)) === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Nothing called “${name}” is reached by Tab.`);
};

it('rows are sorted, chosen and found by keyboard alone', { timeout: 240_000 }, async () => {
  const page = await openRows();
  expect(await column(page, 'Row')).toEqual(['2', '3', '4', '5', '6']);
  expect(await count(page)).toBe('2,400 rows');

  await page.getByRole('heading', { level: 1 }).click();
  await tabTo(page, 'Weight');
  await page.keyboard.press('Enter');
  expect(await column(page, 'Weight', 2)).toEqual(['4.99', '4.99']);
  await page.keyboard.press('Enter');
  expect(await column(page, 'Weight', 2)).toEqual(['0', '0']);
  expect(await page.getByRole('columnheader', { name: 'Weight' }).getAttribute('aria-sort')).toBe('ascending');

  // The one that is no weight stands after all that are, said to be none.
  await tabTo(page, 'Rows of mugs');
  await page.keyboard.press('End');
  await settled(page);
  const last = page.locator('tbody tr').last();
  await expect.poll(() => last.innerText()).toContain('about two');
  expect(await last.innerText()).toContain('Expected a number; kept as it was written.');
  await page.keyboard.press('Home');

  await page.getByRole('heading', { level: 1 }).click();
  await tabTo(page, 'City');
  await page.keyboard.press('Enter');
  expect(await column(page, 'City', 3)).toEqual(['Aarau', 'Aarau', 'Aarau']);
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Choose rows by City');
  await page.keyboard.press('Enter');
  const text = page.getByRole('textbox', { name: 'Text' });
  await text.waitFor();
  await expect.poll(() => text.evaluate((node) => node === document.activeElement)).toBe(true);
  await page.keyboard.type('zür');
  await page.keyboard.press('Enter');
  await expect.poll(() => count(page)).toMatch(/^\d+ of 2,400 rows$/);
  expect(new Set(await column(page, 'City'))).toEqual(new Set(['Zürich']));
  // Escape leaves everything as it is, and the focus where it was; also before the focus has come into the window.
  await expect.poll(() => focused(page)).toBe('Choose rows by City');
  await page.keyboard.press('Enter');
  await text.waitFor();
  await page.keyboard.press('Escape');
  await text.waitFor({ state: 'hidden' });
  await expect.poll(() => focused(page)).toBe('Choose rows by City');
  await page.evaluate(() => {
    const button = document.activeElement as HTMLElement;
    const open = new MutationObserver(() => {
      if (button.getAttribute('aria-expanded') !== 'true') return;
      open.disconnect();
      button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
    });
    open.observe(button, { attributes: true });
    button.click();
  });
  await expect.poll(() => focused(page)).toBe('Choose rows by City');
  await text.waitFor({ state: 'hidden' });

  await page.getByRole('heading', { level: 1 }).click();
  await tabTo(page, 'Remove: City contains “zür”');
  await page.keyboard.press('Enter');
  await expect.poll(() => count(page)).toBe('2,400 rows');

  await page.getByRole('heading', { level: 1 }).click();
  await tabTo(page, 'Go to row');
  await page.keyboard.type('9999');
  await page.keyboard.press('Enter');
  await page.getByText('Row 9,999 is not among those shown.').waitFor();
  await tabTo(page, 'Row');
  await page.keyboard.press('Enter');
  expect(await column(page, 'Row', 2)).toEqual(['2', '3']);
  await page.getByRole('heading', { level: 1 }).click();
  await tabTo(page, 'Go to row');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('1236');
  await page.keyboard.press('Enter');
  await page.locator('tr[data-cursor="true"]').waitFor();
  await settled(page);
  expect((await page.locator('tr[data-cursor="true"] td').first().innerText()).trim()).toBe('1,236');
  expect(app!.complaints).toEqual([]);
});

it('rows that do not count are said to be set aside, and why', { timeout: 240_000 }, async () => {
  const page = await openRows();
  const which = page.getByRole('combobox', { name: 'Rows', exact: true });
  await which.click();
  await page.getByRole('option', { name: 'Rows set aside' }).click();
  await expect.poll(() => count(page)).toBe('60 of 2,400 rows');
  expect(new Set(await column(page, 'Set aside'))).toEqual(new Set(['No customer']));
  await which.click();
  await page.getByRole('option', { name: 'Rows that count' }).click();
  await expect.poll(() => count(page)).toBe('2,340 of 2,400 rows');
  // A rule that is switched off: the rows count again, and the table says so by itself.
  await page.getByRole('switch', { name: 'Count: Rows without a customer' }).click({ force: true });
  await expect.poll(() => count(page)).toBe('2,400 of 2,400 rows');
  // Nothing left: a way back.
  await page.getByRole('button', { name: 'Choose rows by Article' }).click();
  await page.getByRole('textbox', { name: 'Text' }).fill('teapot');
  await page.keyboard.press('Enter');
  await page.getByText('No row is like that').waitFor();
  await page.getByRole('button', { name: 'Show all rows' }).click();
  await expect.poll(() => count(page)).toBe('2,400 rows');
  expect(app!.complaints).toEqual([]);
});

const sizes = [
  ['light', { width: 1440, height: 900 }],
  ['dark', { width: 1024, height: 700 }],
] as const;

it.each(sizes)(
  '%s at %o the rows fit and can be used by everybody',
  { timeout: 240_000 },
  async (colorScheme, viewport) => {
    const page = await openRows({ colorScheme, viewport });
    const look = async (name: string) => {
      await settled(page);
      await page.waitForTimeout(250);
      await keepPicture(page, `rows-${name}-${viewport.width}-${colorScheme}`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`),
      ).toEqual([]);
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wider).toBeLessThanOrEqual(0);
    };
    await look('all');
    await page.getByRole('columnheader', { name: 'City' }).getByRole('button').first().click();
    await page.getByRole('button', { name: 'Choose rows by City' }).click();
    await page.getByRole('textbox', { name: 'Text' }).fill('a');
    await look('filter');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Choose rows by Qty' }).click();
    await page.getByRole('spinbutton', { name: 'From' }).fill('2');
    await look('range');
    await page.keyboard.press('Enter');
    await look('chosen');
    await page.getByRole('button', { name: 'Remove: City contains “a”' }).click();
    await page.getByRole('button', { name: 'Remove: Qty from 2' }).click();
    await page.getByRole('button', { name: 'Choose rows by Weight' }).click();
    await page.getByRole('combobox', { name: 'Show rows where Weight' }).click();
    await page.getByRole('option', { name: 'is not as expected' }).click();
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await look('odd');
  },
);
