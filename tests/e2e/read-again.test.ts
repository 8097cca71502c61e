import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { goTo, keepPicture, type OpenApp, openApp, openSpreadsheet } from './open-app.ts';

let app: OpenApp | null = null;
afterEach(async () => {
  await app?.close();
});

/** Days that can be read both ways. */
const orders = (): string =>
  [
    'Order,Customer,Date,Amount',
    ...Array.from({ length: 120 }, (_, i) => {
      const day = `${String((i % 9) + 1).padStart(2, '0')}/${String((i % 7) + 1).padStart(2, '0')}/2024`;
      return `A${i},C${i % 40},${day},${(i % 50) + 1}.50`;
    }),
  ].join('\n');

it('a column is read as something else by keyboard alone, and undo takes it back', { timeout: 240_000 }, async () => {
  app = await openApp();
  const { page, host, complaints } = app;
  const file = join(host.home, 'both ways.csv');
  writeFileSync(file, orders());
  await openSpreadsheet(page, file);
  await page.getByRole('button', { name: 'Make segments' }).click({ timeout: 60_000 });
  await page.getByRole('table', { name: 'Segments', exact: true }).waitFor({ timeout: 60_000 });
  await goTo(page, 'Data');
  const status = page.getByRole('contentinfo');
  await expect.poll(() => status.innerText()).toContain('1 Jan 2024 – 9 Jul 2024');

  await page.getByRole('button', { name: 'Read “Date” as something else' }).focus();
  await page.keyboard.press('Enter');
  const written = page.getByRole('combobox', { name: 'How it is written' });
  await written.waitFor();
  await keepPicture(page, 'read-again');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Read it again');
  await page.keyboard.press('Enter');
  await page.getByText('“Date” is read again, and every cell fits.').waitFor({ timeout: 60_000 });
  await expect.poll(() => status.innerText()).toContain('7 Sept 2024');
  // The table's new rows are there: what is asked of a table that undo takes away is refused.
  await page.getByRole('grid').getByText('2024-08-01').first().waitFor();
  await page.waitForTimeout(500);
  await page.keyboard.press('Control+z');
  await expect.poll(() => status.innerText()).toContain('1 Jan 2024 – 9 Jul 2024');
  expect(complaints).toEqual([]);
});
