import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, keepPicture, type OpenApp, openApp, openSample } from './open-app.ts';

let app: OpenApp;
let page: Page;
beforeAll(async () => {
  app = await openApp();
  page = app.page;
  await openSample(page);
  await goTo(page, 'Customer facts');
  await page.getByRole('region', { name: 'How much they spend' }).waitFor({ timeout: 60_000 });
}, 240_000);
afterAll(async () => {
  await app.close();
});

const violations = async () =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`);
const choose = async (view: string) => {
  await page.getByRole('radio', { name: view }).focus();
  await page.keyboard.press('Space');
};

describe('pictures of customer facts', () => {
  it('show how one is spread; a bar selects its customers by keyboard, everywhere', async () => {
    const bars = page.getByRole('group', { name: /: select customers by their bar$/ });
    await bars.getByRole('button').first().waitFor();
    await bars.getByRole('button').first().focus();
    await page.keyboard.press('ArrowRight');
    const label = (await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))) ?? '';
    const customers = /: ([\d,]+) customers?$/.exec(label)![1]!;
    await page.keyboard.press('Enter');
    await page
      .getByRole('contentinfo')
      .getByText(new RegExp(`^${customers} customers?\\b`))
      .first()
      .waitFor();
    await page.waitForTimeout(400);
    await keepPicture(page, 'facts-selected');
    expect(await violations()).toEqual([]);
  });

  it('show it as the segments use it', async () => {
    await page.getByRole('region', { name: 'As it goes into the segments' }).first().waitFor();
  });

  it('show how every two go together, cell by cell', async () => {
    await choose('How they go together');
    const grid = page.getByRole('application', { name: /^How every two facts go together/ });
    await grid.waitFor({ timeout: 60_000 });
    await page.waitForTimeout(500);
    await keepPicture(page, 'facts-together');
    const before = await grid.getAttribute('aria-label');
    await grid.focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowLeft');
    expect(await grid.getAttribute('aria-label')).not.toBe(before);
    await page.getByText('All facts', { exact: true }).click();
    await grid.waitFor();
    await page.waitForTimeout(1_000);
    await keepPicture(page, 'facts-together-all');
    expect(await violations()).toEqual([]);
  });

  it('show every fact before and after it is made ready', async () => {
    await choose('Before and after');
    const table = page.getByRole('table', { name: /straightened before segments were made$|taken as it is/ });
    await table.waitFor({ timeout: 60_000 });
    const rows = table.getByRole('row');
    // One with its two pictures, and how lopsided it was and is.
    const spent = rows.filter({ hasText: 'Total spent' });
    await expect.poll(() => spent.getByRole('img').count()).toBe(2);
    const cells = await spent.getByRole('cell').allInnerTexts();
    expect(Math.abs(Number(cells[1]!.replace('−', '-')))).toBeGreaterThan(
      Math.abs(Number(cells[4]!.replace('−', '-'))),
    );
    await page.waitForTimeout(400);
    await keepPicture(page, 'facts-before-after');
    await table.getByRole('button', { name: 'Total spent' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('complementary').getByRole('heading', { name: 'Total spent', exact: true }).waitFor();
    expect(await violations()).toEqual([]);
  });

  it('say what is missing for whom', async () => {
    await choose('What is missing');
    await page.getByRole('table', { name: 'What is missing together' }).waitFor({ timeout: 60_000 });
    await page.waitForTimeout(500);
    await keepPicture(page, 'facts-missing');
    expect(await violations()).toEqual([]);
    expect(app.complaints).toEqual([]);
  });
});
