import type { Locator, Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { goTo, keepPicture, type OpenApp, openApp, openSample } from './open-app.ts';

let app: OpenApp;
afterEach(() => app.close());

const cardOf = (page: Page) => page.getByRole('dialog');

/** Opens a number by keyboard: its card has that name and says the same, counted again; then it is left. */
const opens = async (page: Page, number: Locator, name: string | RegExp, picture: string): Promise<void> => {
  const card = cardOf(page);
  await number.press('Enter');
  await card.getByRole('heading', { level: 2, name }).waitFor();
  const again = card.getByRole('button', { name: 'Count it again' });
  const same = card.getByText(/^Counted again .*: the same\.$/);
  await same.or(again).first().waitFor();
  if (await again.isVisible()) await again.press('Enter');
  await same.waitFor();
  await keepPicture(page, picture);
  await page.keyboard.press('Escape');
  await card.waitFor({ state: 'detached' });
};

it('opens the days of the data, and figures of those who are selected: segments, rows, a segment of one’s own', {
  timeout: 120_000,
}, async () => {
  app = await openApp();
  const { page, complaints } = app;
  await openSample(page);
  const footer = page.locator('footer');
  const days = footer.getByRole('button', { name: /^\d+ \w+ 20\d\d$/ });
  await opens(page, days.first(), 'First order', 'number-first-day');
  await opens(page, days.last(), 'Last order', 'number-last-day');

  const bar = page.getByRole('region', { name: 'What to do with the selected customers' });
  const [count, share] = [/^[\d,]+$/, /^\d+\s%$/].map((name) => bar.getByRole('button', { name }));
  await page.getByRole('button', { name: 'Select Slipping away' }).first().press('Enter');
  await page
    .getByRole('button', { name: 'Select Best customers' })
    .first()
    .click({ modifiers: ['Control'] });
  await expect.poll(() => bar.innerText()).toMatch(/^[\d,]+ customers/);
  await opens(page, count!, 'Customers in 2 segments', 'number-two-segments');
  await opens(page, share!, 'Share of all revenue of customers in 2 segments', 'number-two-segments-share');
  const together = page.locator('aside p', { hasText: /^Together / });
  await opens(page, together.getByRole('button').last(), /^Share of all revenue of customers in 2/, 'number-together');
  await page.keyboard.press('Shift+S');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.waitForTimeout(200);
  await page.keyboard.type('For the letter');
  await page.keyboard.press('Enter');
  await expect.poll(() => bar.innerText()).toMatch(/For the letter/);
  await opens(page, count!, 'Customers in For the letter', 'number-own-bar');
  const own = page.getByRole('table', { name: 'Your own segments' });
  await opens(page, own.getByRole('button', { name: /^\d+\s%$/ }).first(), /^Share of all customers/, 'number-own');

  await goTo(page, 'Customers');
  await page.getByRole('grid', { name: 'Customers' }).locator('tbody input').nth(2).click();
  await expect.poll(() => count!.count()).toBe(1);
  const marked = await count!.innerText();
  await opens(page, count!, 'Customers who are selected', 'number-rows');
  await count!.press('Enter');
  await cardOf(page)
    .getByRole('button', { name: `Show these ${marked} customers` })
    .press('Enter');
  await expect.poll(() => bar.innerText()).toMatch(new RegExp(`^${marked} customers`));
  expect(complaints).toEqual([]);
});

it('opens an order of a customer, and leads to its rows in their file', async () => {
  app = await openApp({ viewport: { width: 1024, height: 700 }, colorScheme: 'dark' });
  const { page, complaints } = app;
  await openSample(page);
  await goTo(page, 'Customers');
  await page.getByRole('grid', { name: 'Customers' }).locator('tbody a').first().click();
  const order = page.locator('[data-customer-page] li', { hasText: /\d rows?/ }).first();
  const rows = Number(/(\d+) rows?/.exec(await order.innerText())![1]);
  const [lines, amount] = [/rows?$/, /\d\.\d\d$|^\D*[\d,]+$/].map((name) => order.getByRole('button', { name }));
  await order.scrollIntoViewIfNeeded();
  await opens(page, lines!, /^Rows of order .* of \d+ \w+ 20\d\d$/, 'number-order-lines');
  await opens(page, amount!, /^Money of order /, 'number-order');
  await lines!.press('Enter');
  await cardOf(page).getByRole('button', { name: 'Show the rows' }).press('Enter');
  const grid = page.getByRole('grid');
  await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe(String(rows + 1));
  await keepPicture(page, 'number-order-rows');
  expect(complaints).toEqual([]);
});

it('opens sizes and money of months, who came and left', {
  timeout: 180_000,
}, async () => {
  app = await openApp();
  const { page, complaints } = app;
  await openSample(page);
  await goTo(page, 'Compare');
  const view = (name: string) =>
    page.getByRole('radiogroup', { name: 'What to compare' }).getByText(name, { exact: true }).click();
  await view('Month by month');
  await page.getByRole('button', { name: /^Rebuild \d+ months$/ }).click();
  await page.getByText(/^All months but the last are a reconstruction/).waitFor({ timeout: 60_000 });
  const line = page.getByRole('main').locator('li', { hasText: 'Slipping away' }).first();
  const ends = line.getByRole('button', { name: /^[\d,]+$/ });
  await ends.first().scrollIntoViewIfNeeded();
  expect(await ends.count()).toBe(2);
  await opens(page, ends.first(), /^Customers in Slipping away on \d+ \w+ 20\d\d$/, 'number-month-first');
  await opens(page, ends.last(), /^Customers in Slipping away on /, 'number-month-last');
  const news = page.getByRole('main').locator('li', { hasText: 'Came for the first time' });
  await opens(page, news.getByRole('button').last(), 'Customers in the second only', 'number-month-new');

  // The same in the table behind the picture; of the first month nobody came.
  await page.getByRole('button', { name: 'Show as table' }).last().click();
  const table = page.getByRole('table', { name: 'Customers in each segment' }).last();
  const first = table.locator('tbody tr').first();
  await first.getByRole('button').first().waitFor();
  expect(await first.getByText('0', { exact: true }).count()).toBe(2);
  const money = table.locator('tbody tr').nth(1).getByRole('button').last();
  await opens(page, money, /^Revenue of customers on /, 'number-month-table');
  await opens(page, first.getByRole('button').last(), /^Revenue of customers on /, 'number-month-table-first');
  expect(complaints).toEqual([]);
});

it('opens figures in the report: in sentences, lists, tables and bars', { timeout: 120_000 }, async () => {
  app = await openApp();
  const { page, complaints } = app;
  await openSample(page);
  await goTo(page, 'Report');
  const report = page.getByRole('list', { name: 'The report' });
  const card = (kind: string) => report.locator(`> li[data-card="${kind}"]`);
  await card('segments').waitFor();
  const summary = card('summary');
  await opens(page, summary.getByRole('button', { name: /^29 \w+ 2025$/ }).first(), 'Last order', 'number-report-day');
  await opens(page, summary.getByRole('button', { name: '54,021' }), /^Rows of /, 'number-report-rows');
  const why = card('segments').locator('p', { hasText: /^They typically ordered 13 times/ });
  await opens(page, why.getByRole('button', { name: '13' }), /^Orders, typical in /, 'number-report-why');
  const bar = card('revenue').locator('li').first().getByRole('button').first();
  await opens(page, bar, /^Share of all customers in /, 'number-report-bar');
  const aside = card('setAside').getByRole('row', { name: /^Cancelled orders/ });
  await opens(page, aside.getByRole('button').first(), 'Cancelled orders', 'number-report-aside');
  expect(complaints).toEqual([]);
});
