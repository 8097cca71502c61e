import { afterEach, expect, it } from 'vitest';
import { goTo, type OpenApp, openApp, openSample } from './open-app.ts';

/** Where other tests run beside it. */
const soon = { timeout: 60_000 };

let app: OpenApp;
afterEach(() => app.close());

it('a second window shows what the first one selects and changes, and the other way round', {
  timeout: 240_000,
}, async () => {
  app = await openApp();
  const { page } = app;
  await openSample(page);
  const opened = page.context().waitForEvent('page');
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Find or do anything' }).fill('New window');
  await page.waitForTimeout(300);
  await page.keyboard.press('Enter');
  const second = await opened;
  await goTo(second, 'Customers');
  const bar = second.locator('[data-selection-bar] [role="status"]');
  const cards = page.getByRole('table', { name: 'Segments', exact: true });

  const name = await cards.locator('[data-segment-name]').nth(1).innerText();
  await cards.locator('[data-segment-name]').nth(1).click();
  await expect.poll(() => bar.allInnerTexts(), soon).toEqual([expect.stringContaining(name)]);
  await second.bringToFront();
  await second.getByRole('heading', { level: 1 }).click();
  await second.keyboard.press('Escape');
  await expect.poll(() => cards.locator('[data-segment-name][aria-pressed="true"]').count(), soon).toBe(0);

  // A change is seen at once, without anybody turning to the other window. Its segments show every name; its table of
  // customers has only those of the first rows.
  await goTo(second, 'Segments');
  const others = second.getByRole('table', { name: 'Segments', exact: true });
  await others.getByText(name, { exact: true }).first().waitFor();
  await page.bringToFront();
  await cards.locator('[data-segment-name]').nth(1).focus();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: /^New name/ }).fill('Passers-by');
  await page.keyboard.press('Enter');
  await others.getByText('Passers-by', { exact: true }).first().waitFor();
  await second.getByRole('button', { name: /^Undo/ }).click();
  await cards.getByText(name, { exact: true }).first().waitFor();
  expect(app.complaints).toEqual([]);
});
