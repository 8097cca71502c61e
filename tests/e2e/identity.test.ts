import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { writeOrders } from '../contract/shop-files.ts';
import { writeMessyShop } from '../main/services/identity/identity-shop.ts';
import { expectAccessible, expectLegible, putOn } from './looks.ts';
import { keepPicture, type OpenApp, openApp, openSpreadsheet } from './open-app.ts';

const soon = { timeout: 60_000 };
let app: OpenApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

/** A shop whose customers stand several times, from its files to its segments, and then the screen. */
const openMessy = async ({ page, host }: OpenApp): Promise<void> => {
  const { files } = writeMessyShop(host.home, { count: 400, seed: 11 });
  await openSpreadsheet(page, ...files);
  await page.getByRole('button', { name: /^(Looks right|Make segments)$/ }).click();
  await page.getByRole('table', { name: 'Segments', exact: true }).waitFor({ timeout: 60_000 });
};

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const countIn = async (page: Page, label: string): Promise<number> =>
  Number(/\((\d+)\)/.exec(await page.getByText(new RegExp(`^${label} \\(`)).innerText())![1]);

/** Presses Tab until what has the focus is called that. */
const tabTo = async (page: Page, name: RegExp): Promise<void> => {
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const one = document.activeElement as HTMLElement | null;
      const label = one instanceof HTMLInputElement ? one.labels?.[0]?.innerText : null;
      return one?.getAttribute('aria-label') ?? label ?? one?.innerText ?? '';
    });
    if (name.test(focused.trim())) return;
  }
  throw new Error(`no Tab leads to ${name}`);
};

/** Four settings by two ways through: at every stop the other colours are put on for a moment. */
const sizes = [
  ['light', { width: 1440, height: 900 }],
  ['dark', { width: 1024, height: 700 }],
] as const;

describe('who stands there twice', () => {
  it.each(sizes)('%s at %o fits and can be read by everybody', { timeout: 240_000 }, async (colorScheme, viewport) => {
    app = await openApp({ colorScheme, viewport });
    const { page } = app;
    const other = colorScheme === 'light' ? 'dark' : 'light';
    const look = async (name: string) => {
      await keepPicture(page, `identity-${name}-${viewport.width}-${colorScheme}`);
      await expectAccessible(page, name);
      const wider = await page.evaluate(
        () =>
          [...document.querySelectorAll('html, main, header, table')].filter(
            (one) => one.scrollWidth > one.clientWidth + 1,
          ).length,
      );
      expect(wider, `${name} is wider than its place`).toBe(0);
      await putOn(page, other);
      await keepPicture(page, `identity-${name}-${viewport.width}-${other}`);
      await expectLegible(page, `${name} ${other}`);
      await putOn(page, colorScheme);
    };
    await openMessy(app);
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Data' }).click();
    await page.getByRole('button', { name: 'Same customer?' }).click();
    await page.getByRole('button', { name: 'Look for them' }).waitFor();
    await look('before');
    await page.getByRole('button', { name: 'Look for them' }).click();
    await page.getByRole('heading', { level: 1, name: /to look at/ }).waitFor();
    await page.waitForTimeout(400);
    await look('sure');
    await page.locator('summary').first().click();
    await page.locator('summary').nth(1).click();
    await page.waitForTimeout(300);
    await look('sure-open');
    await page.getByText(/^To look at/).click();
    await page.getByRole('button', { name: /^Same customer S/ }).waitFor();
    await look('queue');
    await page.getByText('Method details').click();
    await page.getByText(/^Probabilistic record linkage/).scrollIntoViewIfNeeded();
    await look('method');
    await page.getByText(/^Sure/).click();
    await page.getByRole('button', { name: /^Merge the/ }).click();
    await page.getByText(/as part of another customer now/).waitFor();
    await page.getByText(/^Put together \(/).click();
    await page.locator('summary').nth(1).click();
    await page.waitForTimeout(300);
    await look('merged');
    expect(app.complaints).toEqual([]);
  });

  it('says what to export where nothing tells who anybody is', { timeout: 240_000 }, async () => {
    app = await openApp();
    const { page, host } = app;
    await openSpreadsheet(page, writeOrders(host.home, { lines: 400, customers: 60 }));
    await page.getByRole('button', { name: /^(Looks right|Make segments)$/ }).click();
    await page.getByRole('table', { name: 'Segments', exact: true }).waitFor({ timeout: 60_000 });
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Data' }).click();
    await page.getByRole('button', { name: 'Same customer?' }).click();
    await page.getByText(/^To find people who stand there twice, Tessera needs e-mail addresses/).waitFor();
    await page.getByRole('button', { name: 'Add a file' }).waitFor();
    await keepPicture(page, 'identity-missing');
    expect(app.complaints).toEqual([]);
  });

  it('is settled to the end by keyboard alone', { timeout: 240_000 }, async () => {
    app = await openApp();
    const { page } = app;
    const press = (key: string) => page.keyboard.press(key);
    await openMessy(app);
    await press('1');
    await tabTo(page, /^Same customer\?$/);
    await press('Enter');
    await page.getByRole('button', { name: 'Look for them' }).waitFor();
    await tabTo(page, /^Look for them$/);
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: /to look at/ }).waitFor();
    const [sure, doubtful] = [await countIn(page, 'Sure'), await countIn(page, 'To look at')];
    expect(sure).toBeGreaterThan(40);
    expect(doubtful).toBeGreaterThan(3);

    await tabTo(page, /^Merge the \d+ sure ones$/);
    await press('Enter');
    await page.getByText(/as part of another customer now/).waitFor();
    // What is doubtful comes next by itself.
    const place = page.getByText(new RegExp(`^1 of ${doubtful} left$`));
    await place.waitFor();
    const card = page.getByRole('table').first();
    const first = await card.innerText();
    await press('ArrowRight');
    await page.getByText(new RegExp(`^2 of ${doubtful} left$`)).waitFor();
    const second = await card.innerText();
    expect(second).not.toBe(first);
    await press('ArrowLeft');
    await place.waitFor();

    // An answer counts at once and is taken back at once.
    await press('s');
    await page.getByText(/: put together\.$/).waitFor();
    expect(await card.innerText()).toBe(second);
    const undo = page.getByRole('button', { name: 'Undo the last answer' });
    await expect.poll(() => undo.isEnabled(), soon).toBe(true);
    await press('Control+z');
    await expect.poll(() => card.innerText(), soon).toBe(first);
    await press('d');
    await page.getByText(/: kept apart\.$/).waitFor();
    await expect.poll(() => undo.isEnabled(), soon).toBe(true);
    await tabTo(page, /^Undo the last answer$/);
    await press('Enter');
    await page.getByText('Your last answer was taken back.').waitFor();
    await expect.poll(() => card.innerText(), soon).toBe(first);

    // What is put off comes last.
    await press('l');
    await expect.poll(() => card.innerText(), soon).toBe(second);
    for (let i = 0; i < 3 * doubtful && (await page.getByText('That was the last one').count()) === 0; i += 1) {
      const left = await page.getByText(/^\d+ of \d+ left$/).innerText();
      if (left.endsWith('of 1 left')) expect(await card.innerText()).toBe(first);
      await press(i % 2 === 0 ? 's' : 'd');
      await expect.poll(() => page.getByText(left, { exact: true }).count(), soon).toBe(0);
    }
    await page.getByText('That was the last one').waitFor();
    await expect
      .poll(() => heading(page).innerText(), soon)
      .toMatch(/^Nothing left to decide; \d+ customers were put together$/);
    await keepPicture(page, 'identity-done');

    // And one is split again.
    const merged = await countIn(page, 'Put together');
    await tabTo(page, /^To look at/);
    await press('ArrowRight');
    await page.getByText(/^What belongs to whom is remembered/).waitFor();
    await tabTo(page, /2 records$/);
    await press('Enter');
    await tabTo(page, /^Split again$/);
    await press('Enter');
    await page.getByText('They are separate customers again and stay so.').waitFor();
    await expect.poll(() => countIn(page, 'Put together'), soon).toBe(merged - 1);
    expect(app.complaints).toEqual([]);
  });
});
