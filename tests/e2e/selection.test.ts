import AxeBuilder from '@axe-core/playwright';
import { afterEach, expect, it } from 'vitest';
import { goTo, keepPicture, type OpenApp, openApp, openSample } from './open-app.ts';

let app: OpenApp;
afterEach(() => app.close());

const bar = () => app.page.getByRole('region', { name: 'What to do with the selected customers' });
const own = () => app.page.getByRole('table', { name: 'Your own segments' });
const press = async (...keys: string[]) => {
  for (const key of keys) await app.page.keyboard.press(key);
};
const find = async (text: string) => {
  await press('Control+k');
  await app.page.getByRole('textbox', { name: 'Find or do anything' }).waitFor();
  await app.page.waitForTimeout(200);
  await app.page.keyboard.type(text);
  await app.page.waitForTimeout(300);
  await press('Enter');
  await app.page.waitForTimeout(300);
};

it('a selection is kept, exported, excluded and brought back by keyboard alone, and nothing moves', {
  timeout: 90_000,
}, async () => {
  app = await openApp();
  const { page } = app;
  await openSample(page);
  const place = async () => (await page.getByRole('heading', { level: 1 }).boundingBox())!;
  const main = async () => (await page.locator('main').boundingBox())!;
  const [heading, frame] = [await place(), await main()];

  // The finder knows every segment by its name.
  await find('Best customers');
  await bar().waitFor();
  expect(await place()).toEqual(heading);
  expect(await main()).toEqual(frame);
  expect(await bar().innerText()).toMatch(/Best customers: 465 customers, 29\s% of revenue/);
  await keepPicture(page, 'selection-bar');

  await press('Shift+S');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Keep as a segment');
  await press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.waitForTimeout(200);
  await page.keyboard.type('Invited to the party');
  await keepPicture(page, 'selection-save');
  await press('Enter');
  await own().getByText('Invited to the party').waitFor();
  await page.getByText('“Invited to the party” holds 465 customers from now on.').waitFor();
  expect(await own().getByRole('row').innerText()).toMatch(/465 customers\s+16\s% of customers\s+29\s% of revenue/);
  await expect.poll(() => bar().innerText()).toMatch(/Invited to the party: 465 customers/);
  await keepPicture(page, 'own-segments');

  // It is exported as it is: its customers and nobody else.
  const download = page.waitForEvent('download');
  await bar().getByRole('button', { name: 'Export these' }).focus();
  await press('Enter');
  await page.getByRole('menuitem', { name: 'These customers with their facts, as CSV' }).focus();
  await keepPicture(page, 'selection-export');
  await press('Enter');
  const chunks: Buffer[] = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString().trim().split('\r\n')).toHaveLength(466);

  await press('Escape');
  expect(await bar().count()).toBe(0);
  await find('Invited to the party');
  await expect.poll(() => bar().innerText()).toMatch(/Invited to the party: 465 customers/);
  await find('Show only the 465 selected');
  await page.getByRole('heading', { level: 1, name: '465 of 3,000 customers' }).waitFor();

  // Two of them are tests: they are taken out of everything.
  await page.getByRole('row').nth(1).click();
  await find('Rare big spenders');
  await find('Exclude the 275 selected');
  await page.getByRole('heading', { name: 'Exclude 275 customers?' }).waitFor();
  await page.waitForTimeout(200);
  await keepPicture(page, 'selection-exclude');
  await press('Enter');
  await page.getByText(/275 customers are excluded\./).waitFor({ timeout: 60_000 });
  await expect.poll(() => page.locator('footer').innerText()).toMatch(/2,725 customers/);
  await goTo(page, 'Data');
  await page.getByText('Excluded customers').waitFor();
  await keepPicture(page, 'data-excluded');
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('button', { name: 'Bring all back' }).focus();
  await press('Enter');
  await page.getByText(/275 customers count again\./).waitFor({ timeout: 60_000 });
  await expect.poll(() => page.locator('footer').innerText()).toMatch(/3,000 customers/);
  await expect.poll(() => page.getByText('Excluded customers').count()).toBe(0);
  expect(app.complaints).toEqual([]);
});
