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

it('opens a number of one customer in the table, by keys and by a right click, and leaves rows as they are', async () => {
  app = await openApp({ colorScheme: 'dark', viewport: { width: 1024, height: 700 } });
  const { page, complaints } = app;
  await openSample(page);
  await goTo(page, 'Customers');
  const grid = page.getByRole('grid', { name: 'Customers' });
  const card = page.getByRole('dialog');
  const hasKeys = () => grid.evaluate((one) => one === document.activeElement);
  await expect.poll(() => grid.getAttribute('aria-busy')).toBe('false');
  await grid.focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight'])
    await page.keyboard.press(key);
  const active = page.locator(`[id="${await grid.getAttribute('aria-activedescendant')}"]`);
  const shown = await active.innerText();
  expect(await active.evaluate((one) => one.tagName)).toBe('TD');
  await keepPicture(page, 'number-table-focus-1024-dark');
  await page.keyboard.press('Enter');
  await card.getByText(/^Counted again .*: the same\.$/).waitFor();
  expect(await card.locator('p').first().innerText()).toContain(shown.replace(/ .*/, ''));
  await keepPicture(page, 'number-table-1024-dark');
  await page.keyboard.press('Escape');
  await card.waitFor({ state: 'detached' });
  expect(await hasKeys()).toBe(true);

  // Up and down stay in the column; to the left of the first number the row is whole again and opens as one.
  await page.keyboard.press('ArrowDown');
  expect(await grid.getAttribute('aria-activedescendant')).toMatch(/-2-/);
  for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowLeft');
  expect(await grid.getAttribute('aria-activedescendant')).toMatch(/-2$/);

  // A right click opens and chooses nobody; a click chooses and opens nothing.
  const row = grid.locator('tbody tr').nth(4);
  const cell = row.locator('td[data-numeric="true"]').first();
  // Whoever points at a number is told how it opens; a name says nothing of the kind.
  await cell.hover();
  expect(await cell.getAttribute('title')).toBe('Right-click to see where it comes from');
  await keepPicture(page, 'number-table-pointed-1024-dark');
  await row.locator('td').nth(1).hover();
  expect(await grid.locator('[title^="Right-click"]').count()).toBe(0);
  await cell.click({ button: 'right' });
  await card.getByText('How it is made').waitFor();
  expect(await row.getAttribute('data-chosen')).toBe('false');
  await page.keyboard.press('Escape');
  await card.waitFor({ state: 'detached' });
  await cell.click();
  await expect.poll(() => row.getAttribute('data-chosen')).toBe('true');
  expect(await card.count()).toBe(0);
  expect(complaints).toEqual([]);
});

it('opens the figures of the segment that is selected, in the bar below', async () => {
  app = await openApp({ viewport: { width: 1440, height: 900 } });
  const { page, complaints } = app;
  await openSample(page);
  await goTo(page, 'Segments');
  const card = page.getByRole('dialog');
  const bar = page.getByRole('region', { name: 'What to do with the selected customers' });
  await page.getByRole('button', { name: 'Select Slipping away' }).first().press('Enter');
  const said = await bar.getByRole('status').innerText();
  const [size, share] = [/: ([\d,]+) customers/.exec(said)![1]!, /, (\d+\s%) of revenue/.exec(said)![1]!];
  for (const [shown, name] of [
    [size, 'Customers in “Slipping away”'],
    [share, 'Share of all revenue of “Slipping away”'],
  ] as const) {
    await bar.getByRole('button', { name: shown, exact: true }).press('Enter');
    await card.getByRole('heading', { name: new RegExp(name.replaceAll(/[“”]/g, '.?')) }).waitFor();
    await card.getByText(/^Counted again .*: the same\.$/).waitFor();
    await keepPicture(page, `number-bar-${name.split(' ')[0]!.toLowerCase()}`);
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
  }
  expect(complaints).toEqual([]);
});
