import { afterEach, expect, it } from 'vitest';
import { goTo, keepPicture, type OpenApp, openApp, openSample } from './open-app.ts';

let app: OpenApp;
afterEach(() => app.close());

it('opens any number by keyboard: how it is made, the same counted again, what went into it, and a paragraph', async () => {
  app = await openApp({ permissions: ['clipboard-read', 'clipboard-write'] });
  const { page, complaints } = app;
  await openSample(page);

  // The totals of the project are counted again from the rows of its files.
  const orders = page.locator('footer').getByRole('button', { name: '19,898 orders' });
  await orders.focus();
  await page.keyboard.press('Enter');
  const card = page.getByRole('dialog');
  await card.getByRole('heading', { name: 'Orders', exact: true }).waitFor();
  await card.getByText('How it is made').waitFor();
  const countAgain = card.getByRole('button', { name: 'Count it again' });
  const counted = card.getByText('Counted again from the rows just now: the same.');
  await countAgain.or(counted).first().waitFor();
  if (await countAgain.isVisible()) await countAgain.press('Enter');
  await counted.waitFor();
  await keepPicture(page, 'number-total');
  await page.keyboard.press('Escape');
  await card.waitFor({ state: 'detached' });
  expect(await orders.evaluate((one) => one === document.activeElement)).toBe(true);

  // A customer's fact, from its own rows; Escape lets go of the card, not of the customer.
  await goTo(page, 'Customers');
  await page.getByRole('row').nth(2).click();
  const spent = page.locator('aside dd').nth(2).getByRole('button');
  const shown = await spent.innerText();
  await spent.press('Enter');
  await card.getByText('Counted again from the rows just now: the same.').waitFor();
  await keepPicture(page, 'number-customer');
  await card.getByRole('button', { name: 'Copy as method paragraph' }).press('Enter');
  await card.getByRole('button', { name: 'Copied' }).waitFor();
  const paragraph = await page.evaluate(() => navigator.clipboard.readText());
  expect(paragraph).toMatch(new RegExp(`^Total spent of .*: ${shown.replace('.', '\\.')}\\. `));
  expect(paragraph).toContain('excluded');
  await page.keyboard.press('Escape');
  await card.waitFor({ state: 'detached' });
  expect(await spent.isVisible()).toBe(true);

  // Its orders on a line of time, one after the other by arrows.
  const line = page.getByRole('slider', { name: /^5 orders since .*, at most .* days without one$/ });
  await line.focus();
  await page.keyboard.press('Home');
  expect(await line.getAttribute('aria-valuenow')).toBe('1');
  await page.keyboard.press('ArrowRight');
  const told = (await line.getAttribute('aria-valuetext'))!;
  expect(told).toMatch(/ \d{4}: [\d.,]+, \d+ rows?$/);
  await line.getByText(told).waitFor();
  await keepPicture(page, 'customer-timeline');
  expect(complaints).toEqual([]);
});
