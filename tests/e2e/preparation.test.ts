import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { keepPicture, type OpenApp, openApp, openSample } from './open-app.ts';

let app: OpenApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

const openChoice = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Way of finding them' }).click();
  const dialog = page.getByRole('dialog', { name: 'Way of finding them' });
  await dialog.getByText('Method details').click();
};

const methodDetails = async (page: Page): Promise<string> => {
  const details = page.locator('aside [data-method-details]').last();
  if ((await details.getAttribute('open')) === null) await details.locator('summary').first().click();
  return details.innerText();
};

it('the facts are prepared as an analyst chooses, and Method details say so', async () => {
  app = await openApp();
  const { page, complaints } = app;
  await openSample(page);
  expect(await methodDetails(page)).not.toContain('median and IQR');

  await openChoice(page);
  const dialog = page.getByRole('dialog', { name: 'Way of finding them' });
  await dialog.getByLabel('Scale').selectOption('robust');
  await dialog.getByLabel('Outliers').selectOption('quantile');
  await dialog.getByLabel('Weight of Orders').fill('2');
  await keepPicture(page, 'preparation-choice');
  const box = (await dialog.boundingBox())!;
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.y + box.height).toBeLessThanOrEqual(900);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Find segments again' }).click();

  await expect
    .poll(async () => (await methodDetails(page)).includes('median and IQR'), { timeout: 60_000, interval: 500 })
    .toBe(true);
  const said = await methodDetails(page);
  expect(said).toMatch(/log\(1 \+ x\), median and IQR, weight 2/);
  expect(said).toMatch(/Capped: \d+ below .*, \d+ above/);
  expect(said).toMatch(/Less [\d.,]+, divided by [\d.,]+/);
  await keepPicture(page, 'preparation-said');

  // What was chosen stays chosen, and the usual is one click away.
  await openChoice(page);
  expect(await dialog.getByLabel('Scale').inputValue()).toBe('robust');
  await dialog.getByRole('button', { name: 'As usual' }).click();
  expect(await dialog.getByLabel('Weight of Orders').inputValue()).toBe('1');
  expect(await dialog.getByRole('button', { name: 'As usual' }).count()).toBe(0);
  expect(complaints).toEqual([]);
});
