import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { orderLinesCsv } from '../main/services/test-shop.ts';
import { goTo, keepPicture, type OpenApp, openApp, openSpreadsheet, untilDrawn } from './open-app.ts';

const folder = mkdtempSync(join(tmpdir(), 'tessera-month-'));
let app: OpenApp | null = null;
afterEach(async () => {
  await app?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A shop's lines until the end of October, and those of November. */
const files = (): [string, string] => {
  const [head, ...lines] = orderLinesCsv(300).trimEnd().split('\n');
  const dayOf = (line: string) => /,(2023-\d\d-\d\d),/.exec(line)![1]!;
  const write = (name: string, chosen: string[]) => {
    writeFileSync(join(folder, name), `${[head, ...chosen].join('\n')}\n`);
    return join(folder, name);
  };
  return [
    write(
      'until october.csv',
      lines.filter((line) => dayOf(line) < '2023-11-01'),
    ),
    write(
      'november.csv',
      lines.filter((line) => dayOf(line) >= '2023-11-01' && dayOf(line) < '2023-12-01'),
    ),
  ];
};

it('next month’s file keeps the segments and says who moved', { timeout: 360_000 }, async () => {
  const [untilOctober, november] = files();
  app = await openApp();
  const { page, complaints } = app;
  const looksRight = page.getByRole('button', { name: 'Looks right' });
  const table = page.getByRole('table', { name: 'Segments', exact: true });
  const rows = async () =>
    Object.fromEntries(
      await table.locator('tbody tr').evaluateAll((all) =>
        all.map((row) => {
          const tile = row.querySelector<HTMLElement>('td span')!;
          // Its name; how repeatable it is stands below.
          return [row.querySelector('th')!.innerText.split('\n')[0]!, tile.style.backgroundColor];
        }),
      ),
    );
  await openSpreadsheet(page, untilOctober);
  await looksRight.click({ timeout: 60_000 });
  await table.waitFor({ timeout: 60_000 });
  await table
    .getByRole('button', { name: /^Rename/ })
    .first()
    .click();
  await page.getByRole('textbox', { name: /^New name/ }).fill('My people');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Select My people' }).waitFor();
  const first = await rows();
  expect(await page.getByText('Since last time').count()).toBe(0);

  await goTo(page, 'Data');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add a file' }).click();
  await (await chooser).setFiles([november]);
  await page.getByRole('heading', { name: 'The next file of a kind you know' }).waitFor({ timeout: 60_000 });
  await keepPicture(page, 'next-month-preview');
  await page.getByRole('button', { name: 'Bring everything up to date' }).click();
  const news = page.getByRole('complementary').locator('section', { hasText: 'Since last time, 31 Oct 2023' });
  await news.waitFor({ timeout: 60_000 });
  await untilDrawn(page);
  await keepPicture(page, 'next-month');
  const next = await rows();
  expect(Object.keys(next)).toContain('My people');
  const kept = Object.keys(next).filter((name) => name in first);
  expect(kept.length).toBeGreaterThan(1);
  for (const name of kept) expect([name, next[name]]).toEqual([name, first[name]]);
  const lines = await news.getByRole('listitem').allInnerTexts();
  expect(lines.join('\n')).toMatch(/\d+ (customers? (went from|is new|are new)|of your .* (is|are) now)/);

  // One segment tells its own.
  await page.getByRole('button', { name: 'Select My people' }).click();
  await expect.poll(() => news.innerText()).toMatch(/\d+ of the \d+ who were in it still are/);
  expect(complaints).toEqual([]);
});
