import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { writeNastyShop } from './nasty-shop.ts';
import { keepPicture, type OpenApp, openApp, openSpreadsheet } from './open-app.ts';

/** A machine that does other things too needs a while to look through the tables again. */
const soon = { timeout: 60_000 };

let app: OpenApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

/** Presses Tab until what is meant has the focus, as somebody without a mouse does. */
const tabTo = async (page: Page, name: RegExp, most = 120): Promise<void> => {
  const seen: string[] = [];
  for (let i = 0; i < most; i += 1) {
    const said = await page.evaluate(() => {
      const { activeElement } = document;
      return activeElement === null || activeElement === document.body
        ? ''
        : (activeElement.getAttribute('aria-label') ?? activeElement.textContent ?? '');
    });
    if (name.test(said)) return;
    seen.push(said.slice(0, 30));
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${name}: ${seen.slice(0, 60).join(' | ')}`);
};

const findings = (page: Page) => page.getByRole('list', { name: 'What was found' });

const openNasty = async (): Promise<Page> => {
  app = await openApp();
  const { page } = app;
  const files = writeNastyShop(app.host.home);
  await openSpreadsheet(page, files.orders, files.customers);
  const go = page.getByRole('button', { name: /^(Looks right|Make segments)$/ });
  await go.waitFor();
  await go.press('Enter');
  await page.getByRole('table', { name: 'Segments', exact: true }).waitFor({ timeout: 60_000 });
  return page;
};

describe('the quality screen', () => {
  it('is walked by keyboard alone: a finding read, mended and taken back, a rule looked at and switched', async () => {
    const page = await openNasty();
    await page.keyboard.press('1');
    await tabTo(page, /^Quality$/);
    await page.keyboard.press('Enter');
    await findings(page).waitFor({ timeout: 60_000 });
    await keepPicture(page, 'quality-nasty');

    await tabTo(page, /over 110 years old/);
    await page.keyboard.press('Enter');
    const table = page.getByRole('grid', { name: 'The rows that it is about' });
    await expect.poll(() => table.getByText('1893', { exact: false }).count(), soon).toBe(5);
    await page.getByText('customer list.csv · 5 rows').waitFor();
    await page.getByText('5 cells count as empty from then on').waitFor();

    await tabTo(page, /^Count 5 cells in “Birthday” as empty$/);
    await page.keyboard.press('Enter');
    await page.getByText('Done: 5 places were mended.').waitFor();
    await expect.poll(() => findings(page).getByText('over 110 years old').count(), soon).toBe(0);
    await page.keyboard.press('Control+Z');
    await findings(page).getByText('over 110 years old').waitFor();

    await page.getByRole('radio', { name: 'What need not count' }).focus();
    await page.keyboard.press('Space');
    await tabTo(page, /^What would it do: One-off bulk buyers$/);
    await page.keyboard.press('Enter');
    const figures = page.getByRole('row', { name: /^Sales/ });
    await figures.waitFor();
    const [, then = ''] = (await figures.getByRole('cell').allInnerTexts()).map((text) => text.replace(/\D/g, ''));
    expect((await figures.getByRole('cell').allInnerTexts())[2]).toBe('−27,000');
    const customers = await page
      .getByRole('row', { name: /^Customers/ })
      .getByRole('cell')
      .allInnerTexts();
    await keepPicture(page, 'quality-rule');

    await tabTo(page, /^Set aside: One-off bulk buyers$/);
    await page.keyboard.press('Space');
    await page.getByText('“One-off bulk buyers” no longer count.').waitFor();
    // What the preview said is what counts now.
    await page.getByText(`${customers[1]} customers ·`).waitFor();
    await expect
      .poll(async () => (await figures.getByRole('cell').first().innerText()).replace(/\D/g, ''), soon)
      .toBe(then);
    await page.getByRole('button', { name: 'Count them again' }).waitFor();
    await page.keyboard.press('Control+Z');
    await page.getByText(`${customers[0]} customers ·`).waitFor();
    expect(app!.complaints).toEqual([]);
  });

  it('takes a fix back by the button of its notice, and shows one table at a time', async () => {
    const page = await openNasty();
    await page.goto(`${page.url().split('#')[0]}#/quality`);
    await findings(page).waitFor({ timeout: 60_000 });
    await findings(page)
      .getByRole('button', { name: /“COD” and “Cash on Delivery”/ })
      .click();
    await page.getByText('“COD” becomes “Cash on Delivery”').waitFor();
    await page.getByRole('button', { name: /^Write “Cash on Delivery” in 5 cells/ }).click();
    await expect.poll(() => findings(page).getByText('“COD” and').count(), soon).toBe(0);
    await page.locator('[data-beside]').getByRole('button', { name: 'Undo' }).click();
    await findings(page).getByText('“COD” and').waitFor();

    await page.getByRole('combobox', { name: 'Table' }).click();
    await page.getByRole('option', { name: 'orders of the shop' }).click();
    expect(await findings(page).getByText('“Birthday”').count()).toBe(0);
    await findings(page).getByText('in the future').waitFor();
    await page.getByRole('button', { name: /^Up to date:/ }).click();
    expect(await findings(page).getByRole('button').count()).toBe(1);
    expect(app!.complaints).toEqual([]);
  });
});

describe('the customer facts', () => {
  it('are walked by keyboard alone: read, chosen for segments, one written, tried, kept, saved and undone', async () => {
    const page = await openNasty();
    await page.keyboard.press('1');
    await tabTo(page, /^Customer facts/);
    await page.keyboard.press('Enter');
    const money = page.getByRole('region', { name: 'How much they spend' });
    await money.waitFor({ timeout: 60_000 });
    await tabTo(page, /^Mean order value/);
    await page.keyboard.press('Enter');
    await page.getByText('Total spent divided by the number of orders.').waitFor();
    await page.getByText('Customers without it').waitFor();
    await keepPicture(page, 'facts-nasty');

    await tabTo(page, /^A fact of your own$/);
    await page.keyboard.press('Enter');
    await page.getByLabel('What it is called').waitFor();
    await page.keyboard.type('Goods per order');
    await page.keyboard.press('Tab');
    await page.keyboard.type('distinctProducts / ordrs');
    await page.getByText('“ordrs” is no fact of this project').waitFor();
    for (let i = 0; i < 5; i += 1) await page.keyboard.press('Backspace');
    await page.keyboard.type('orders');
    await page.getByText('What it gives for the first customers').waitFor();
    await tabTo(page, /^Keep it$/);
    await page.keyboard.press('Enter');
    await page.getByText('“Goods per order” is a fact of your customers now.').waitFor();
    const own = page.getByRole('region', { name: 'Your own' });
    await own.getByRole('checkbox', { name: 'Make segments from: Goods per order' }).press('Space');
    await page.getByText('5 facts chosen for segments').waitFor();

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the facts' }).press('Enter');
    await page.getByRole('menuitem', { name: 'As CSV' }).press('Enter');
    const path = join(app!.host.home, 'facts.csv');
    await (await download).saveAs(path);
    const [header = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\r\n');
    expect(header).toContain('own:Goods per order');
    expect(lines).toHaveLength(367);

    await page.getByRole('button', { name: 'Make segments from these' }).press('Enter');
    await page.getByRole('table', { name: 'Segments', exact: true }).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Way of finding them' }).press('Enter');
    await page.getByText('From the 5 facts that you chose under Customer facts.').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Z');
    await page.keyboard.press('Control+Z');
    // What is undone is gone before anybody asks for its columns.
    await page.getByRole('button', { name: /^Redo.*Goods per order/ }).waitFor();
    await page.goto(`${page.url().split('#')[0]}#/facts`);
    await money.waitFor();
    await expect.poll(() => own.count(), soon).toBe(0);
    expect(app!.complaints).toEqual([]);
  });
});
