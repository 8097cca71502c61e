import { afterEach, expect, it } from 'vitest';
import { goTo, keepPicture, type OpenApp, openApp, openSample, showView } from './open-app.ts';

let app: OpenApp;
afterEach(() => app.close());

it('opens numbers on every screen, and leads to the customers or rows under them', async () => {
  app = await openApp();
  const { page, complaints } = app;
  await openSample(page);
  const card = page.getByRole('dialog');
  const same = card.getByText(/^Counted again .*: the same\.$/);
  const close = async () => {
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
  };

  // A card of a segment: its share with this case's numbers put in, and how repeatable it is.
  await goTo(page, 'Segments');
  const first = page.getByRole('main').getByRole('row').nth(1);
  const share = first.getByRole('button', { name: /^\d+\s%$/ }).first();
  await share.press('Enter');
  await card.getByText(/^[\d,]+ of [\d,]+ customers: \d+\s%$/).waitFor();
  await same.waitFor();
  await keepPicture(page, 'number-share');
  await close();
  expect(await share.evaluate((one) => one === document.activeElement)).toBe(true);
  await first
    .getByRole('button', { name: /^\d+\s%$/ })
    .first()
    .press('Enter');
  await card.getByRole('button', { name: /^Show these [\d,]+ customers$/ }).click();
  await page
    .getByRole('heading', { level: 1 })
    .getByText(/customers/i)
    .waitFor();

  // A cell of the differences, pressed twice, and in the table behind the picture.
  await goTo(page, 'Segments');
  await showView(page, 'Differences');
  const cell = page.locator('svg[data-picture="profile"] g[cursor="pointer"]').first();
  await cell.dblclick();
  await card.getByText('How it is made').waitFor();
  await same.waitFor();
  await keepPicture(page, 'number-cell');
  await close();

  // Why this many.
  await showView(page, 'How many');
  const smallest = page
    .getByRole('main')
    .getByRole('button', { name: /^\d+\s%$/ })
    .first();
  await smallest.click();
  await same
    .or(card.getByRole('button', { name: 'Count it again' }))
    .first()
    .waitFor();
  await keepPicture(page, 'number-sweep');
  await close();

  // Rows that are set aside, and the rows themselves.
  await goTo(page, 'Data');
  const lines = page
    .locator('aside')
    .getByRole('button', { name: /^[\d,]+$/ })
    .first();
  await lines.click();
  await same
    .or(card.getByRole('button', { name: 'Count it again' }))
    .first()
    .waitFor();
  await keepPicture(page, 'number-aside');
  const said = await lines.innerText();
  await card.getByRole('button', { name: 'Show the rows' }).click();
  await page
    .getByRole('status')
    .getByText(new RegExp(`^${said} of `))
    .waitFor();

  // A fact: its quarter, and how lopsided it is.
  await goTo(page, 'Customer facts');
  const lopsided = page.locator('dt', { hasText: 'Lopsided by' }).locator('xpath=..').getByRole('button');
  await lopsided.click();
  await same.waitFor();
  await keepPicture(page, 'number-fact');
  await close();
  expect(complaints).toEqual([]);
});
