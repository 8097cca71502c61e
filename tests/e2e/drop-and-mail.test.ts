import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { writeOrders } from '../contract/shop-files.ts';
import { type OpenApp, openApp, openSample } from './open-app.ts';

let app: OpenApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

/** Lets files go over the window, as a file manager does. */
const drop = async (page: Page, ...paths: string[]): Promise<void> => {
  const files = paths.map((path) => ({ name: basename(path), letters: readFileSync(path, 'latin1') }));
  const transfer = await page.evaluateHandle((given) => {
    const held = new DataTransfer();
    for (const { name, letters } of given) {
      const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
      held.items.add(new File([bytes], name, { type: 'text/csv' }));
    }
    return held;
  }, files);
  const heading = page.getByRole('heading', { level: 1 });
  await heading.dispatchEvent('dragenter', { dataTransfer: transfer });
  const target = page.getByText('Let go to read it');
  await target.waitFor();
  await target.dispatchEvent('dragover', { dataTransfer: transfer });
  await target.dispatchEvent('drop', { dataTransfer: transfer });
};

it('a dropped spreadsheet becomes one sentence and one button, then segments', { timeout: 240_000 }, async () => {
  app = await openApp();
  const { page, host, complaints } = app;
  await drop(page, writeOrders(host.home, { lines: 3_000, customers: 200 }));
  await page.getByRole('button', { name: 'Looks right' }).waitFor();
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(
    /^200 customers, 3,000 orders, .* Right\?$/,
  );
  await page.getByRole('button', { name: 'Looks right' }).click();
  await page.getByRole('table', { name: 'Segments', exact: true }).waitFor();
  expect(complaints).toEqual([]);
});

it('a file can be dropped on every screen', { timeout: 240_000 }, async () => {
  app = await openApp();
  const { page, host, complaints } = app;
  const path = writeOrders(host.home, { lines: 300, customers: 40 });
  await openSample(page);
  const screens =
    'start import data quality joins identity segments map tree customers customers/1 report facts compare';
  for (const screen of screens.split(' ')) {
    await page.evaluate((to) => {
      window.location.hash = `#/${to}`;
    }, screen);
    await expect.poll(() => page.evaluate(() => window.location.hash)).toBe(`#/${screen}`);
    if (screen === 'customers/1') await page.locator('[data-customer-page]').waitFor();
    await drop(page, path);
    await page.getByRole('button', { name: 'Not this file' }).click();
    await page.getByRole('button', { name: 'Not this file' }).waitFor({ state: 'hidden' });
  }
  expect(complaints).toEqual([]);
});

it('a dropped picture gets a sentence, and the way back', { timeout: 240_000 }, async () => {
  app = await openApp();
  const { page, host } = app;
  const path = join(host.home, 'holiday.csv');
  writeFileSync(path, '\u0089PNG\r\n\u001a\n', 'latin1');
  await drop(page, path);
  await page.getByText(/“holiday\.csv” is called \.csv but holds/).waitFor();
  await page.getByRole('button', { name: 'Choose another file' }).waitFor();
});

it('a segment’s mailing list has the file’s own name and e-mail columns', { timeout: 240_000 }, async () => {
  app = await openApp();
  const { page } = app;
  await openSample(page);
  const row = page.getByRole('table', { name: 'Segments', exact: true }).locator('tbody tr').last();
  const size = Number((await row.locator('td').nth(2).innerText()).replace(/\D/g, ''));
  await row.getByRole('rowheader').click();
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Mailing list \(/ }).click();
  const lines = readFileSync(await (await waiting).path(), 'utf8')
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  expect(lines[0]).toBe('Name,E-mail');
  expect(lines.length - 1).toBeGreaterThan(10);
  expect(lines.length - 1).toBeLessThanOrEqual(size);
  // Somebody without an address stays on the list by name.
  for (const line of lines.slice(1)) expect(line).toMatch(/^[^,]+,(\S+@example\.com)?$/);
  expect(lines.filter((line) => line.includes('@')).length).toBeGreaterThan(lines.length / 2);
});
