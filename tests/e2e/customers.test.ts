import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { goTo, keepPicture, type OpenApp, openApp, openSample } from './open-app.ts';

let app: OpenApp;
/** The machine may be busy. */
const patient = { timeout: 60_000 };
afterEach(() => app.close());

const grid = (page: Page) => page.getByRole('grid', { name: 'Customers' });
const settled = (page: Page) => expect.poll(() => grid(page).getAttribute('aria-busy'), patient).toBe('false');
const title = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();
const bar = (page: Page) => page.getByRole('region', { name: 'What to do with the selected customers' });
const axe = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
/** What stands in a column, from the top. */
const column = async (page: Page, name: string, count = 6): Promise<string[]> => {
  await settled(page);
  const headings = await grid(page).getByRole('columnheader').allInnerTexts();
  const at = headings.findIndex((heading) => heading.trim() === name);
  const rows = grid(page).locator('tbody tr');
  return Promise.all(
    Array.from({ length: count }, async (_, i) => (await rows.nth(i).locator('td').nth(at).innerText()).trim()),
  );
};
const numbers = (texts: readonly string[]) => texts.map((text) => Number(text.replaceAll(/[^\d.-]/g, '')));

it('lists everybody, sorted, chosen and marked by mouse', { timeout: 240_000 }, async () => {
  app = await openApp();
  const { page, complaints } = app;
  await openSample(page);
  await goTo(page, 'Customers');
  await settled(page);
  expect(await title(page)).toBe('3,000 customers');
  await keepPicture(page, 'customers-table');

  await grid(page).getByRole('button', { name: 'Total spent', exact: true }).click();
  const spent = numbers(await column(page, 'Total spent'));
  expect(spent).toEqual([...spent].sort((a, b) => b - a));

  // By a fact and by segments.
  await grid(page).getByRole('button', { name: 'Choose customers by Orders' }).click();
  await page.getByLabel('From', { exact: true }).fill('5');
  await page.getByLabel('To', { exact: true }).fill('6');
  await keepPicture(page, 'customers-filter');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect.poll(() => title(page), patient).toMatch(/^[\d,]+ of 3,000 customers$/);
  expect(numbers(await column(page, 'Orders')).every((orders) => orders === 5 || orders === 6)).toBe(true);
  await page.getByText('Orders from 5 to 6').waitFor();
  await grid(page).getByRole('button', { name: 'Choose customers by Segment' }).click();
  await page.getByRole('checkbox', { name: 'Slipping away' }).check();
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.getByText('In Slipping away').waitFor();
  expect(new Set(await column(page, 'Segment'))).toEqual(new Set(['Slipping away']));
  const both = Number((await title(page)).split(' ')[0]!.replace(',', ''));

  // Boxes select them everywhere: one, a range, all that match.
  const boxes = grid(page).locator('tbody').getByRole('checkbox');
  await boxes.nth(1).click();
  await expect.poll(() => bar(page).innerText(), patient).toMatch(/^1 customer/);
  await boxes.nth(4).click({ modifiers: ['Shift'] });
  await expect.poll(() => bar(page).innerText(), patient).toMatch(/^4 customers/);
  await page.getByRole('checkbox', { name: 'Select everybody shown' }).click();
  await expect
    .poll(() => bar(page).innerText(), patient)
    .toMatch(new RegExp(`^${both.toLocaleString('en')} customers`));
  await keepPicture(page, 'customers-marked');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Remove: Orders from 5 to 6' }).click();
  await page.getByRole('button', { name: 'Remove: In Slipping away' }).click();
  await expect.poll(() => title(page), patient).toBe('3,000 customers');
  await bar(page).getByRole('button', { name: 'Show only these' }).click();
  await expect.poll(() => title(page), patient).toBe(`${both.toLocaleString('en')} of 3,000 customers`);

  // The columns are chosen, and the file is what is seen.
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'How sure' }).check();
  await page.getByRole('checkbox', { name: 'Days since last order' }).uncheck();
  await page.getByRole('button', { name: 'Move Total spent up' }).click();
  await keepPicture(page, 'customers-columns');
  await page.keyboard.press('Escape');
  await settled(page);
  const headings = (await grid(page).getByRole('columnheader').allInnerTexts())
    .map((text) => text.trim())
    .filter(Boolean);
  expect(headings).not.toContain('Days since last order');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Copy or save the table: Customers' }).click();
  await page.getByRole('menuitem', { name: 'CSV' }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
  const lines = Buffer.concat(chunks)
    .toString()
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n');
  expect(lines[0]!.split(',')).toEqual(headings);
  expect(lines).toHaveLength(both + 1);
  expect(lines[1]!.split(',')[0]).toBe((await column(page, headings[0]!, 1))[0]);
  expect(complaints).toEqual([]);
});

it('tells of one customer by keys alone: from the table, on to the next, and back to where one was', {
  timeout: 90_000,
}, async () => {
  app = await openApp({
    colorScheme: 'dark',
    viewport: { width: 1024, height: 700 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const { page, complaints } = app;
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await openSample(page);
  await goTo(page, 'Customers');
  await settled(page);
  const names = await column(page, 'Name', 4);

  // Space marks, Shift goes on marking, Enter opens.
  await grid(page).focus();
  await press('ArrowDown', ' ');
  await expect.poll(() => bar(page).innerText(), patient).toMatch(/^1 customer/);
  await press('Shift+ArrowDown', 'Shift+ArrowDown');
  await expect.poll(() => bar(page).innerText(), patient).toMatch(/^3 customers/);
  await press('ArrowUp', 'Enter');
  await page.getByRole('heading', { level: 1, name: names[1]! }).waitFor();
  await page.getByRole('heading', { name: 'What is unusual' }).waitFor();
  await page.getByText('2 of 3,000 in the table').waitFor();
  await keepPicture(page, 'customer-page-1024-dark');
  expect(await axe(page)).toEqual([]);

  await press('j');
  await page.getByRole('heading', { level: 1, name: names[2]! }).waitFor();
  // However quickly they are pressed none is lost.
  await press('j', 'j', 'j');
  await page.getByText('6 of 3,000 in the table').waitFor();
  await press('k', 'k', 'k');
  await page.getByText('3 of 3,000 in the table').waitFor();

  // An order opens to its rows, as many as it says, with their numbers in the file.
  const order = page.locator('[data-customer-page] li', { hasText: /rows?/ }).first();
  const said = Number(/(\d+) rows?/.exec(await order.innerText())![1]);
  await order.getByRole('button', { expanded: false }).first().focus();
  await press('Enter');
  const lines = page.getByRole('region', { name: /^Rows of order/ });
  await lines.waitFor();
  expect(await lines.locator('tbody tr').count()).toBe(said);
  await lines.scrollIntoViewIfNeeded();
  await keepPicture(page, 'customer-orders-1024-dark');

  await page.getByRole('button', { name: 'Copy as text' }).press('Enter');
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()), patient)
    .toMatch(new RegExp(`^${names[2]} · [^]*What to do: [^]*Total spent: `));

  // Back leads to the table, with the customer that one went on to, and the keys where they were.
  await page.locator('[data-customer-page]').focus();
  await press('Escape');
  await expect.poll(() => title(page), patient).toBe('3,000 customers');
  await expect.poll(() => grid(page).evaluate((one) => one === document.activeElement), patient).toBe(true);
  await press('Enter');
  await page.getByRole('heading', { level: 1, name: names[2]! }).waitFor();
  expect(await bar(page).innerText()).toMatch(/^3 customers/);

  // By its address, of somebody who is not there.
  await page.evaluate(() => window.location.replace('#/customers/999999'));
  await page.getByText('This customer is not here any more').waitFor();
  await page.getByRole('button', { name: 'To all customers' }).press('Enter');
  await expect.poll(() => title(page), patient).toBe('3,000 customers');
  // That nobody was found is said in the log of the browser, too.
  expect(complaints.filter((one) => !one.includes('/rpc/customers/story'))).toEqual([]);
});
