import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, keepPicture, type OpenApp, openApp, openSample, showView, untilDrawn } from './open-app.ts';

let app: OpenApp;
let page: Page;
beforeAll(async () => {
  app = await openApp({ permissions: ['clipboard-read', 'clipboard-write'] });
  page = app.page;
  await openSample(page);
}, 240_000);
afterAll(async () => {
  await app.close();
});

const clipboard = (type: string) =>
  page.evaluate(async (wanted) => {
    const [item] = await navigator.clipboard.read();
    const bytes = new Uint8Array(await (await item!.getType(wanted)).arrayBuffer());
    return [...bytes];
  }, type);
const textOf = (bytes: readonly number[]) => new TextDecoder().decode(Uint8Array.from(bytes));

const saved = async (work: () => Promise<void>) => {
  const coming = page.waitForEvent('download', { timeout: 60_000 });
  await work();
  const download = await coming.catch(async (error) => {
    const texts = await page.locator('#overlays').innerText();
    throw new Error(`Nothing was saved; the messages say: ${texts} | ${await page.locator('footer').innerText()}`, {
      cause: error,
    });
  });
  const name = download.suggestedFilename();
  const bytes = readFileSync((await download.path())!);
  if (process.env.TESSERA_PICTURES) writeFileSync(join(process.env.TESSERA_PICTURES, `file ${name}`), bytes);
  return { name, bytes };
};
/** Opens a menu and takes an entry of it, by keyboard alone. */
const byKeyboard = async (menu: RegExp, item: string) => {
  await page.getByRole('button', { name: menu }).first().focus();
  await page.keyboard.press('Enter');
  const entry = page.getByRole('menuitem', { name: item, exact: true });
  // A menu that was closed just before gives the focus back late.
  await expect
    .poll(async () => {
      await entry.focus();
      await page.waitForTimeout(60);
      return entry.evaluate((one) => one === document.activeElement);
    })
    .toBe(true);
  await page.keyboard.press('Enter');
  await page.getByRole('menu').waitFor({ state: 'hidden' });
};

describe('taking pictures and tables along', () => {
  it('copies a picture as PNG and says so', async () => {
    await goTo(page, 'Segments');
    await showView(page, 'Differences');
    await untilDrawn(page);
    await byKeyboard(/^Copy or save: /, 'Copy picture');
    await page.getByText('The picture is on the clipboard.').first().waitFor();
    const png = await clipboard('image/png');
    expect(png.slice(0, 4)).toEqual([0x89, 0x50, 0x4e, 0x47]);
    if (process.env.TESSERA_PICTURES)
      writeFileSync(join(process.env.TESSERA_PICTURES, 'copied.png'), Uint8Array.from(png));
    // Width: big-endian at byte 16; twice as fine as what is seen.
    expect(png[16]! * 2 ** 24 + png[17]! * 65_536 + png[18]! * 256 + png[19]!).toBeGreaterThan(1_400);
  });

  it('copies the figures behind it as a table', async () => {
    await byKeyboard(/^Copy or save: /, 'Copy table');
    await page
      .getByText(/^The table is on the clipboard: /)
      .first()
      .waitFor();
    const lines = textOf(await clipboard('text/plain')).split('\r\n');
    expect(lines[0]!.split('\t')[0]).toBe('Segment');
    expect(lines.length).toBeGreaterThan(3);
  });

  it('saves it with its figures under a name that says what and when, on white or dark', async () => {
    const svg = await saved(() => byKeyboard(/^Copy or save: /, 'SVG, for print'));
    expect(svg.name).toMatch(/^Sample shop .+ \d{4}-\d\d-\d\d\.svg$/);
    const text = svg.bytes.toString();
    expect(text).toContain('fill="#FFFFFF"');
    expect(text.match(/<text/g)!.length).toBeGreaterThan(10);
    const csv = await saved(() => byKeyboard(/^Copy or save: /, 'CSV'));
    expect(csv.bytes.toString()).toMatch(/^\uFEFFSegment,/);
    const xlsx = await saved(() => byKeyboard(/^Copy or save: /, 'Excel'));
    expect([xlsx.bytes.subarray(0, 2).toString(), xlsx.name.endsWith('.xlsx')]).toEqual(['PK', true]);
    await page
      .getByRole('button', { name: /^Copy or save: / })
      .first()
      .click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await keepPicture(page, 'picture-menu');
    const dark = await saved(() => page.getByRole('menuitem', { name: 'PNG, for slides' }).click());
    expect(dark.name).toMatch(/\.png$/);
  });

  it('is found by name', async () => {
    await page.keyboard.press('Control+K');
    await page.getByRole('textbox', { name: /Find/ }).fill('copy picture');
    await page.keyboard.press('Enter');
    await page.getByText('The picture is on the clipboard.').last().waitFor();
  });

  it('takes every row of a table, not only those that were seen', async () => {
    await goTo(page, 'Customers');
    await page.getByRole('row').nth(2).waitFor();
    const rowsNow = async () => Number(await page.getByRole('grid').getAttribute('aria-rowcount'));
    await expect.poll(rowsNow, { timeout: 60_000 }).toBeGreaterThan(1);
    const all = await rowsNow();
    const csv = await saved(() => byKeyboard(/^Copy or save the table: /, 'CSV'));
    expect(csv.bytes.toString().trim().split('\r\n')).toHaveLength(all);
    await keepPicture(page, 'table-tools');
    expect(app.complaints).toEqual([]);
  });
});
