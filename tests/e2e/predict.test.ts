import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { goTo, type OpenApp, openApp, openSample, openSpreadsheet } from './open-app.ts';

let app: OpenApp;
afterEach(() => app.close());

const headline = () => app.page.getByRole('heading', { level: 1 });
const group = (name: string) => app.page.getByRole('button', { name: new RegExp(`^${name}`) });

/** Orders of so few customers that nothing can be said of the days to come. */
const writeSmallShop = (path: string, customers: number): void => {
  const lines = ['Invoice,Customer,Date,Amount'];
  const day = (n: number) => new Date(Date.UTC(2024, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
  for (let customer = 1; customer <= customers; customer += 1)
    for (let i = 0; i < 1 + (customer % 4); i += 1)
      lines.push(`I${lines.length},C${customer},${day((customer * 7 + i * 41) % 360)},${20 + ((customer * 13) % 90)}`);
  writeFileSync(path, `${lines.join('\n')}\n`);
};

it('looks ahead: who is in a group is named, selected everywhere, and stays chosen', { timeout: 120_000 }, async () => {
  app = await openApp();
  const { page } = app;
  await openSample(page);
  await goTo(page, 'Predict');
  await page.locator('[data-picture="tracking"]').waitFor();
  expect(await headline().innerText()).toMatch(
    /^Within 12 months your customers will place about [\d,]+ orders, worth [\d,]+$/,
  );
  const size = Number((await group('About to order').innerText()).match(/[\d,]+/)![0].replace(',', ''));
  await group('About to order').click();
  await page.getByRole('heading', { name: 'Start with these' }).waitFor();
  const people = page.getByRole('complementary').getByRole('listitem');
  expect(await people.count()).toBe(12);
  expect(await people.first().innerText()).toMatch(/\d+ days? silent, else every \d+/);
  await page.getByRole('button', { name: 'Show them in the table' }).click();
  await page.getByRole('grid', { name: 'Customers' }).waitFor();
  await page.getByRole('heading', { level: 1, name: new RegExp(`^${size} `) }).waitFor();
  // Said of a group of others, and let go of by a second click.
  await goTo(page, 'Predict');
  await group('Came once so far').click();
  await page
    .getByText(/came once, \d+ days? ago/)
    .first()
    .waitFor();
  await group('Came once so far').click();
  await page.getByText('Choose a group').waitFor();
  expect(app.complaints).toEqual([]);
});

it('looks another way by keys: half a margin, half the money, the same orders', { timeout: 120_000 }, async () => {
  app = await openApp();
  const { page } = app;
  await openSample(page);
  await goTo(page, 'Predict');
  await page.locator('[data-picture="tracking"]').waitFor();
  const numbers = async () =>
    (await headline().innerText()).match(/[\d,]{3,}/g)!.map((one) => Number(one.replaceAll(',', '')));
  const [orders, worth] = (await numbers()) as [number, number];
  await page.getByRole('slider', { name: 'What you keep of a sale' }).focus();
  for (let i = 0; i < 10; i += 1) await page.keyboard.press('ArrowLeft');
  await page.getByText('50 %: profit is shown').waitFor();
  await page.getByRole('heading', { level: 1, name: /will bring you/ }).waitFor();
  await expect.poll(numbers, { timeout: 20_000 }).toEqual([orders, Math.round(worth / 2)]);
  await page.getByRole('columnheader', { name: 'Profit to come' }).waitFor();
  // A shorter time, kept for the next visit.
  await page.getByRole('slider', { name: 'How far ahead' }).focus();
  await page.keyboard.press('Home');
  await page.getByRole('heading', { level: 1, name: /^Within 30 days/ }).waitFor();
  await goTo(page, 'Map');
  await goTo(page, 'Predict');
  await page.getByRole('heading', { level: 1, name: /^Within 30 days about [\d,]+ orders will bring you/ }).waitFor();
  expect(app.complaints).toEqual([]);
});

it('tells a shop of 80 customers in plain words why it is too early', { timeout: 120_000 }, async () => {
  app = await openApp();
  const { page } = app;
  const path = join(mkdtempSync(join(tmpdir(), 'tessera-')), 'small.csv');
  writeSmallShop(path, 80);
  await openSpreadsheet(page, path);
  await page.getByRole('button', { name: 'Looks right' }).click();
  await page.getByRole('table', { name: 'Segments', exact: true }).waitFor();
  await goTo(page, 'Predict');
  await page.getByRole('heading', { name: 'It is too early to look ahead' }).waitFor();
  await page.getByText(/^There are 80 customers.*at least 100 customers, 20 of whom came again/).waitFor();
  await page.getByRole('button', { name: 'Add a spreadsheet' }).waitFor();
  expect(app.complaints).toEqual([]);
});
