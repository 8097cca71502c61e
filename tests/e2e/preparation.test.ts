import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { goTo, keepPicture, type OpenApp, openApp, openSample } from './open-app.ts';

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

it('makes segments again from the facts that were chosen, after what counts has changed', {
  timeout: 120_000,
}, async () => {
  app = await openApp();
  const { page, complaints } = app;
  await openSample(page);
  await goTo(page, 'Customer facts');
  await page.getByRole('checkbox', { name: 'Make segments from: Orders', exact: true }).uncheck({ force: true });
  await goTo(page, 'Data');
  // What both rules take counts only without the two.
  for (const name of ['Cancelled orders', 'Quantity or price not above zero']) {
    const rule = page.getByRole('switch', { name: `Count: ${name}` });
    await rule.click({ force: true });
    await expect.poll(() => rule.isChecked()).toBe(true);
  }
  await page.getByRole('button', { name: 'Make segments again' }).click();
  await page.getByRole('table', { name: 'Segments', exact: true }).waitFor();
  await expect.poll(() => page.getByText('What counts has changed').count(), { timeout: 60_000 }).toBe(0);
  const said = await methodDetails(page);
  expect(said).toContain('Total spent');
  expect(said).not.toMatch(/^Orders\b/m);
  expect(complaints).toEqual([]);
});
