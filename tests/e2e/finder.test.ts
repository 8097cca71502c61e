import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { goTo, keepPicture, type OpenApp, openApp, openSample } from './open-app.ts';

let app: OpenApp;
beforeAll(async () => {
  app = await openApp();
  await openSample(app.page);
  someone = await firstOfTable(app.page);
});
afterAll(() => app.close());
beforeEach(async () => {
  const box = field(app.page);
  if (await box.isVisible()) await app.page.keyboard.press('Escape');
  await box.waitFor({ state: 'hidden' });
  await goTo(app.page, 'Segments');
});

interface Someone {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly address: string;
}
let someone: Someone;

const field = (page: Page) => page.getByRole('textbox', { name: 'Find or do anything' });
const finder = (page: Page) => page.getByRole('dialog', { name: 'Find or do anything' });
/** The customers among what was found: each tells its id and segment under its name. */
const found = (page: Page) => finder(page).locator('[data-action]').filter({ hasText: / · / });
const open = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.press('Control+k');
  await expect.poll(() => field(page).evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.type(text);
};
/** How customers are called while somebody presents. */
const chooseNames = async (page: Page, choice: string): Promise<void> => {
  await page.getByRole('button', { name: 'Colours and language', exact: true }).click();
  await page.getByRole('menuitemradio', { name: choice }).click();
  await page.keyboard.press('Escape');
};
const hash = (page: Page) => page.evaluate(() => window.location.hash);

/** Who stands second in the table, with everything that names them. */
const firstOfTable = async (page: Page): Promise<Someone> => {
  await goTo(page, 'Customers');
  const link = page.getByRole('grid', { name: 'Customers' }).getByRole('link').nth(1);
  const address = (await link.getAttribute('href'))!;
  await link.click();
  await page.locator('[data-customer-page]').waitFor();
  const name = await page.getByRole('heading', { level: 1 }).innerText();
  const [key, email] = (await page.getByText(/^M-\d+ · \S+@example\.com/).innerText()).split(' · ');
  return { key: key!, name, email: email!, address };
};

it.each(['key', 'name', 'email'] as const)('opens a customer by the %s, by keys alone', async (by) => {
  const { page } = app;
  await open(page, someone[by]);
  await expect.poll(() => found(page).count()).toBeGreaterThan(0);
  expect(await found(page).first().innerText()).toContain(someone.key);
  if (by === 'name') await keepPicture(page, 'finder-customers');
  const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
  expect(
    violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id} ${html} ${failureSummary}`)),
  ).toEqual([]);
  await page.keyboard.press('Enter');
  await expect.poll(() => hash(page)).toBe(someone.address);
  await page.getByRole('heading', { level: 1, name: someone.name }).waitFor();
});

it('opens a customer by a click, under a heading of their own, and shows five at most', async () => {
  const { page } = app;
  await open(page, 'example.com');
  await expect.poll(() => found(page).count()).toBe(5);
  // The heading of a group is drawn from its name.
  const heading = await found(page)
    .first()
    .locator('..')
    .evaluate((one) => getComputedStyle(one, '::before').content);
  expect(heading).toBe('"Customers"');
  const chosen = found(page).nth(2);
  const name = (await chosen.innerText()).split('\n')[0]!;
  await chosen.click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  expect(await hash(page)).toMatch(/^#\/customers\/\d+$/);
});

it('says where nothing is found, and finds screens as before', async () => {
  const { page } = app;
  await open(page, 'zzzzqqq');
  await page.getByText(/^Nothing of that name/).waitFor();
  await field(page).fill('Compare');
  await finder(page).locator('[data-action]').first().waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => hash(page)).toBe('#/compare');
});

it('never shows whom it found for what was typed before', async () => {
  const { page } = app;
  // The first answer is late: it comes when something else stands there.
  let late: Promise<void> = Promise.resolve();
  const asked: string[] = [];
  await page.route(/\/rpc\/customers\/page/, async (route) => {
    const body = `${route.request().postData() ?? ''}${decodeURIComponent(route.request().url())}`;
    asked.push(body);
    if (body.includes('@example')) {
      late = new Promise((resolve) => setTimeout(resolve, 1_500));
      await late;
    }
    await route.continue().catch(() => undefined);
  });
  await open(page, '@example');
  await expect.poll(() => asked.length).toBe(1);
  await field(page).fill('zzzzqqq');
  const seen: number[] = [];
  const until = Date.now() + 2_500;
  while (Date.now() < until) {
    seen.push(await found(page).count());
    await page.waitForTimeout(50);
  }
  await late;
  expect(Math.max(...seen)).toBe(0);
  await page.getByText(/^Nothing of that name/).waitFor();
  // What is typed in one go is asked for once.
  asked.length = 0;
  await field(page).fill('');
  await page.keyboard.type(someone.key.slice(0, -1), { delay: 20 });
  await expect.poll(() => found(page).count()).toBeGreaterThan(0);
  expect(asked).toHaveLength(1);
  await page.unroute(/\/rpc\/customers\/page/);
});

it.each([
  ['replaced by numbers', 'Customers as numbers'],
  ['hidden', 'Customers hidden'],
])('names nobody while somebody presents, names %s', async (names, choice) => {
  const { page } = app;
  await chooseNames(page, choice);
  await page.keyboard.press('Shift+P');
  await page.getByText(`Names are ${names}`).waitFor();
  for (const by of ['key', 'name', 'email'] as const) {
    await open(page, someone[by]);
    await expect.poll(() => found(page).count()).toBeGreaterThan(0);
    const texts = await finder(page).innerText();
    for (const text of [someone.key, someone.name, someone.email]) expect(texts).not.toContain(text);
    expect(texts).toMatch(names === 'hidden' ? /•••/ : /Customer \d+/);
    await keepPicture(page, `finder-${names.split(' ')[0]}-${by}`);
    await page.keyboard.press('Escape');
    await field(page).waitFor({ state: 'hidden' });
  }
  await open(page, someone.email);
  await expect.poll(() => found(page).count()).toBe(1);
  await page.keyboard.press('Enter');
  await expect.poll(() => hash(page)).toBe(someone.address);
  await goTo(page, 'Segments');
  await page.keyboard.press('Shift+P');
  await page.getByText(/^Names are/).waitFor({ state: 'hidden' });
  await chooseNames(page, 'Customers as numbers');
  expect(app.complaints).toEqual([]);
});

it.each([1, 6])('takes what is typed before its field is there, on a machine %d times as slow', async (rate) => {
  const { page } = app;
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  const press = (key: string, more = {}) => [
    session.send('Input.dispatchKeyEvent', { type: 'keyDown', key, ...more }),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', key, ...more }),
  ];
  const text = 'compare';
  // All at once: nothing waits for an answer, as hands do not.
  await Promise.all([
    ...press('k', { code: 'KeyK', modifiers: 2, windowsVirtualKeyCode: 75 }),
    ...[...text].flatMap((letter) => press(letter, { text: letter })),
    ...press('Enter', { code: 'Enter', windowsVirtualKeyCode: 13 }),
  ]);
  await expect.poll(() => field(page).evaluate((one) => one === document.activeElement)).toBe(true);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  expect(await field(page).inputValue()).toBe(text);
  await page.keyboard.type('!');
  expect(await field(page).inputValue()).toBe(`${text}!`);
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await expect.poll(() => hash(page)).toBe('#/compare');
  await session.detach();
});
