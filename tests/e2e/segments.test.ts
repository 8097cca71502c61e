import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { afterEach, expect, it } from 'vitest';
import { keepPicture, type OpenApp, openApp, openSample, showView, untilDrawn } from './open-app.ts';

let app: OpenApp;
afterEach(() => app.close());

const cards = () => app.page.getByRole('table', { name: 'Segments', exact: true });
const chosen = () => cards().locator('[data-segment-name][aria-pressed="true"]').allInnerTexts();
const expectAccessible = async () => {
  const { violations } = await new AxeBuilder({ page: app.page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);
};

it('segments on cards are walked and renamed by keyboard alone', { timeout: 240_000 }, async () => {
  app = await openApp();
  const { page } = app;
  await openSample(page);
  const names = await cards().locator('[data-segment-name]').allInnerTexts();
  await cards().locator('[data-segment-name]').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(chosen).toEqual([names[1]]);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Control+Enter');
  await expect.poll(chosen).toEqual([names[0], names[1]]);
  await page.locator('aside').getByRole('heading', { name: 'Two segments' }).waitFor();
  await page.locator('aside').getByText('Where they differ from each other').waitFor();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: /^New name/ }).fill('Passers-by');
  await page.keyboard.press('Enter');
  await cards().getByRole('button', { name: 'Select Passers-by' }).waitFor();
  await untilDrawn(page);
  await keepPicture(page, 'segments-cards');
  await expectAccessible();

  // The choice of how to look is remembered.
  await page.getByRole('tab', { name: 'Cards' }).focus();
  await page.keyboard.press('ArrowRight');
  await cards().getByRole('columnheader', { name: 'Share of customers' }).waitFor();
  // Written at once, but not within the very moment.
  await page.waitForTimeout(500);
  await page.reload();
  await cards().waitFor();
  expect(await page.getByRole('tab', { name: 'Table' }).getAttribute('aria-selected')).toBe('true');
  expect(app.complaints).toEqual([]);
});

it('every picture of segments selects, is walked by arrow keys and becomes a file', { timeout: 240_000 }, async () => {
  app = await openApp();
  const { page } = app;
  await openSample(page);
  const pressed = () => page.getByRole('tabpanel').locator('[data-segment-button][aria-pressed="true"]');

  await showView(page, 'Revenue');
  const tiles = page.getByRole('tabpanel').locator('[data-segment-button]');
  await tiles.nth(1).click();
  const id = await pressed().getAttribute('data-segment-button');
  expect(await pressed().getAttribute('aria-label')).toMatch(/% of revenue, \d+\s% of customers$/);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+Enter');
  await expect.poll(() => pressed().count()).toBe(2);
  await page.keyboard.press('Enter');
  await expect.poll(() => pressed().count()).toBe(1);

  // What is selected in one picture is selected in the next.
  await showView(page, 'Differences');
  await page.getByRole('tabpanel').locator(`[data-segment-button="${id}"]`).click();
  await page.getByLabel('Order of the facts').selectOption('By the selected segment');
  await expectAccessible();
  await showView(page, 'Spread');
  await page.locator('[data-picture="spread"]').first().waitFor();
  expect(await pressed().first().getAttribute('data-segment-button')).toBe(id);
  // As many as are chosen, once the last of them is drawn.
  const choose = page.getByRole('button', { name: /^\d of 5 facts$/ });
  const before = Number.parseInt(await choose.innerText(), 10);
  await expect.poll(() => page.locator('[data-picture="spread"]').count()).toBe(before);
  await choose.click();
  await page.getByRole('dialog', { name: 'Facts to show' }).getByRole('checkbox').last().check();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('[data-picture="spread"]').count(), { timeout: 60_000 }).toBe(before + 1);
  await expectAccessible();

  const saved = async (format: string): Promise<Buffer> => {
    const waiting = page.waitForEvent('download');
    await page
      .getByRole('tabpanel')
      .getByRole('button', { name: /^Copy or save: / })
      .first()
      .click();
    await page.getByRole('menuitem', { name: format }).click();
    return readFileSync(await (await waiting).path());
  };
  expect((await saved('SVG, for print')).toString()).toMatch(/<svg[\s\S]*Everybody[\s\S]*<\/svg>\s*$/);
  const png = await saved('PNG, for slides');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBeGreaterThan(1_000);
  expect(app.complaints).toEqual([]);
});

it('another number of segments is looked at, chosen by keyboard and used', { timeout: 240_000 }, async () => {
  app = await openApp();
  const { page } = app;
  await openSample(page);
  const before = await cards().locator('tbody tr').count();
  await page.locator('aside').getByRole('button', { name: 'Compare other numbers' }).click();
  const numbers = page.getByRole('radiogroup', { name: 'Number of segments to look at' });
  await numbers.getByRole('radio', { checked: true }).focus();
  await page.keyboard.press('ArrowLeft');
  const verdict = await numbers.getByRole('radio', { checked: true }).getAttribute('aria-label');
  expect(verdict).toMatch(/^\w+ segments: .+ The largest holds \d+\s% of your customers, the smallest \d+\s%\.$/);
  await page.getByText(verdict!, { exact: true }).waitFor();
  await expectAccessible();
  await page.getByRole('button', { name: /^Use \w+ segments$/ }).press('Enter');
  await page.getByRole('heading', { level: 1, name: /^Five segments/ }).waitFor({ timeout: 60_000 });
  // What was tried stays at hand, and says which number is in use now.
  await page.getByText('These are your segments now.').waitFor();
  await expect.poll(() => numbers.getByRole('radio').count(), { timeout: 60_000 }).toBe(11);
  await keepPicture(page, 'segments-number-used');
  await showView(page, 'Cards');
  expect(await cards().locator('tbody tr').count()).toBe(before - 1);
  expect(app.complaints).toEqual([]);
});
