import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, keepPicture, type OpenApp, openApp, openSample, showView } from './open-app.ts';

let app: OpenApp;
let page: Page;
let customers = 0;
/** Selects the customers of one bar of a fact, by keyboard. */
beforeAll(async () => {
  app = await openApp();
  page = app.page;
  await openSample(page);
  await goTo(page, 'Customer facts');
  const bars = page.getByRole('group', { name: /: select customers by their bar$/ }).getByRole('button');
  await bars.first().waitFor({ timeout: 60_000 });
  await bars.first().focus();
  await page.keyboard.press('ArrowRight');
  const label = (await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))) ?? '';
  customers = Number(/: ([\d,]+) customers?$/.exec(label)![1]!.replace(',', ''));
  await page.keyboard.press('Enter');
}, 240_000);
afterAll(async () => {
  await app.close();
});

describe('customers selected in a fact', () => {
  it('are shown in how two facts go together', async () => {
    await page.getByRole('radio', { name: 'How they go together' }).focus();
    await page.keyboard.press('Space');
    const pair = page.locator('[data-picture="pair"]');
    await pair.waitFor({ timeout: 60_000 });
    await page.waitForTimeout(500);
    await keepPicture(page, 'linked-pair');
    const faint = await pair.locator('[opacity="0.1"], [opacity="0.12"]').count();
    expect(faint).toBeGreaterThan(10);
  });

  it('stay selected with facts of another day', async () => {
    await page.getByRole('radio', { name: 'One by one' }).focus();
    await page.keyboard.press('Space');
    const day = page.getByLabel('As of').or(page.locator('input[type="date"]')).first();
    const last = await day.inputValue();
    const earlier = new Date(Date.parse(last) - 90 * 86_400_000).toISOString().slice(0, 10);
    await day.fill(earlier);
    await page
      .getByRole('button', { name: /^The last day|last/i })
      .first()
      .waitFor({ timeout: 60_000 });
    const bars = page.getByRole('group', { name: /: select customers by their bar$/ }).getByRole('button');
    await bars.first().waitFor();
    await expect
      .poll(() => page.locator('[data-picture="histogram"]').first().locator('rect').count(), { timeout: 60_000 })
      .toBeGreaterThan(await bars.count());
    await page.waitForTimeout(500);
    await keepPicture(page, 'linked-facts-earlier');
  });

  it('are shown in every picture of segments', async () => {
    await goTo(page, 'Segments');
    await page.waitForTimeout(600);
    await keepPicture(page, 'linked-cards');
    await showView(page, 'Differences');
    await page.locator('[data-picture="profile"]').waitFor();
    await page.waitForTimeout(400);
    await keepPicture(page, 'linked-differences');
    await showView(page, 'Spread');
    await page.locator('[data-part="selected"]').first().waitFor();
    await page
      .getByText(new RegExp(`Dark in the first row: the ${customers.toLocaleString('en-GB')} selected customers`))
      .first()
      .waitFor();
    await page.waitForTimeout(400);
    await keepPicture(page, 'linked-spread');
    await showView(page, 'Revenue');
    await page.locator('[data-picture="treemap"]').waitFor();
    await page.waitForTimeout(400);
    await keepPicture(page, 'linked-revenue');
    expect(await page.locator('[data-picture="treemap"] rect[opacity="0.28"]').count()).toBeGreaterThan(0);
    expect(app.complaints).toEqual([]);
  });
});
