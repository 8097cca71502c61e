import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, expect, it } from 'vitest';
import { orderLinesCsv } from '../main/services/test-shop.ts';
import { goTo, keepPicture, type OpenApp, openApp, openSpreadsheet } from './open-app.ts';

const folder = mkdtempSync(join(tmpdir(), 'tessera-compare-'));
const orders = join(folder, 'orders.csv');
writeFileSync(orders, orderLinesCsv(300));
let app: OpenApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bands = (page: Page) => page.getByRole('listbox').filter({ has: page.getByRole('option') });
const view = (page: Page, name: string) =>
  page.getByRole('radiogroup', { name: 'What to compare' }).getByText(name, { exact: true }).click();

it('sets ways, segmentations and months side by side, by keyboard alone', { timeout: 240_000 }, async () => {
  app = await openApp();
  const { page, complaints } = app;
  await openSpreadsheet(page, orders);
  await page.getByRole('button', { name: 'Looks right' }).click({ timeout: 60_000 });
  await page.getByRole('table', { name: 'Segments', exact: true }).waitFor({ timeout: 60_000 });

  // Its digit leads there; with one segmentation there is nothing to compare yet.
  await page.keyboard.press('9');
  await page.getByRole('heading', { name: 'There is only one segmentation yet' }).waitFor();
  await page.getByRole('button', { name: 'See ways side by side' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Try them side by side' }).focus();
  await page.keyboard.press('Enter');
  const ways = page.getByRole('region', { name: 'Ways of finding segments side by side' });
  await ways.waitFor({ timeout: 60_000 });
  await keepPicture(page, 'compare-ways-small');
  expect(await ways.getByRole('columnheader').count()).toBe(6);
  expect(await page.getByText(/^Easiest to explain/).count()).toBe(1);
  // Nothing of it is kept until one is used.
  const use = ways.getByRole('button', { name: 'Use this one: Around typical customers' });
  await use.focus();
  await page.keyboard.press('Enter');
  await ways
    .getByRole('columnheader', { name: /Around typical customers/ })
    .getByText('In use')
    .waitFor({ timeout: 60_000 });

  await view(page, 'Two segmentations');
  const list = bands(page);
  await list.waitFor();
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  expect(title).toMatch(/^Both /);
  await list.focus();
  await page.keyboard.press('End');
  const active = await list.getAttribute('aria-activedescendant');
  expect(await page.locator(`[id="${active}"]`).getAttribute('aria-label')).toMatch(/customer/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Who they are' }).waitFor();
  await page
    .getByText(/those who stay together/)
    .first()
    .waitFor();
  const selected = page.getByRole('contentinfo').getByRole('status');
  await selected.waitFor();
  await keepPicture(page, 'compare-flow');
  // Who they are is the same under Customers.
  const count = /^([\d,]+) customer/.exec(await selected.innerText())![1];
  await page.getByRole('button', { name: 'See them under Customers' }).focus();
  await page.keyboard.press('Enter');
  await page.locator(`[role="grid"][aria-rowcount="${Number(count) + 1}"]`).waitFor();

  await goTo(page, 'Compare');
  await view(page, 'Month by month');
  await page.getByRole('button', { name: /^Rebuild \d+ months$/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByText(/^All months but the last are a reconstruction/).waitFor({ timeout: 60_000 });
  await bands(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Who they are' }).waitFor();
  await keepPicture(page, 'compare-months-small');
  expect(complaints).toEqual([]);
});
