import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { afterEach, expect, it } from 'vitest';
import { keepPicture, type OpenApp, openApp, openSpreadsheet } from './open-app.ts';

let app: OpenApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

const rows = 400_000;
/** Long enough that reading all of it takes a while; the last row alone is no order. */
const shop = (): string =>
  [
    'Invoice,Client,When,Article,Qty,Unit price',
    ...Array.from({ length: rows - 1 }, (_, i) => {
      const day = new Date(Date.UTC(2024, 0, 1) + (i % 700) * 86_400_000).toISOString().slice(0, 10);
      return `${50_000 + (i >> 1)},C${(i * 37) % 9000},${day},Mug ${i % 120},${(i % 4) + 1},${((i * 7) % 300) / 10 + 1}`;
    }),
    '1,C1,someday,Mug 1,1,1',
  ].join('\n');

it.each([
  ['light', { width: 1440, height: 900 }],
  ['dark', { width: 1024, height: 700 }],
] as const)(
  '%s at %o a long file shows how it begins before it is read through, and stays where it is',
  { timeout: 240_000 },
  async (colorScheme, viewport) => {
    app = await openApp({ colorScheme, viewport });
    const { page } = app;
    const file = join(app.host.home, 'long.csv');
    writeFileSync(file, shop());
    await openSpreadsheet(page, file);
    await page.getByRole('heading', { level: 1, name: /^long\.csv: about 4\d\d,\d\d\d rows$/ }).waitFor();
    await page.locator('main table').waitFor();
    expect(await page.getByRole('progressbar').count()).toBe(1);
    expect(await page.locator('main').innerText()).toContain('It looks like one row for each thing sold.');
    expect(await page.locator('main table thead').innerText()).toContain('who bought');
    await keepPicture(page, `look-${viewport.width}-${colorScheme}`);
    const place = () =>
      page.locator('main table').evaluate((node) => {
        const { top, left } = node.getBoundingClientRect();
        return [Math.round(top), Math.round(left)];
      });
    const before = await place();
    // The very same table: what was scrolled to stays.
    await page.locator('main table').evaluate((node) => {
      node.setAttribute('data-seen', 'yes');
    });
    expect(await page.getByRole('button', { name: 'Looks right' }).count()).toBe(0);
    await page.getByRole('heading', { level: 1, name: /Right\?$/ }).waitFor({ timeout: 60_000 });
    expect(await page.locator('main table').getAttribute('data-seen')).toBe('yes');
    expect(await place()).toEqual(before);
    expect(await page.locator('main').innerText()).toContain('Rows that cannot be read');
    await page.waitForTimeout(250);
    await keepPicture(page, `look-then-${viewport.width}-${colorScheme}`);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(app.complaints).toEqual([]);
  },
);

it('reading that is given up halfway leaves the first screen', { timeout: 240_000 }, async () => {
  app = await openApp();
  const { page } = app;
  const file = join(app.host.home, 'long.csv');
  writeFileSync(file, shop());
  await openSpreadsheet(page, file);
  await page.getByRole('heading', { level: 1, name: /^long\.csv: about/ }).waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Try the sample shop' }).waitFor();
  expect(app.complaints).toEqual([]);
});
