import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { type OpenApp, openApp } from './open-app.ts';

let app: OpenApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

const paste = (page: Page, given: Readonly<Record<string, string>>): Promise<void> =>
  page.evaluate((kinds) => {
    const data = new DataTransfer();
    for (const [kind, text] of Object.entries(kinds)) data.setData(kind, text);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, given);

const orders = Array.from({ length: 300 }, (_, i) => [
  `O${i}`,
  `C${i % 40}`,
  `2024-0${1 + (i % 9)}-1${i % 9}`,
  `${(i % 17) + 0.5}`,
]);
const rows = [['Order', 'Customer', 'Date', 'Amount'], ...orders];

it('a table copied in a spreadsheet program is pasted and read', { timeout: 240_000 }, async () => {
  app = await openApp();
  const { page, complaints } = app;
  await paste(page, { 'text/plain': 'just a sentence' });
  await page.getByRole('button', { name: 'Try the sample shop' }).waitFor();
  await paste(page, { 'text/plain': rows.map((cells) => cells.join('\t')).join('\r\n') });
  await page.getByRole('button', { name: 'Looks right' }).waitFor();
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/^40 customers, 300 orders, .* Right\?$/);
  await page.getByText('Pasted table').first().waitFor();
  // A second one does not sweep away the question.
  await paste(page, { 'text/plain': 'a\tb\n1\t2' });
  await page.getByRole('button', { name: 'Looks right' }).click();
  await page.getByRole('table', { name: 'Segments', exact: true }).waitFor();
  expect(complaints).toEqual([]);
});

it('a table of a web page is pasted and read', { timeout: 240_000 }, async () => {
  app = await openApp();
  const { page } = app;
  const cell = (text: string) => `<td><b>${text}</b></td>`;
  const html = `<p>Orders</p><table>${rows.map((cells) => `<tr>${cells.map(cell).join('')}</tr>`).join('')}</table>`;
  await paste(page, { 'text/plain': rows.map((cells) => cells.join(' ')).join('\n'), 'text/html': html });
  await page.getByRole('heading', { level: 1, name: /^40 customers, 300 orders/ }).waitFor();
});
