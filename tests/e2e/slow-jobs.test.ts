import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { writeOrders } from '../contract/shop-files.ts';
import { writeMessyShop } from '../main/services/identity/identity-shop.ts';
import { goTo, keepPicture, type OpenApp, openApp, openSample, openSpreadsheet, showView } from './open-app.ts';

let app: OpenApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

/** Orders of which some say nobody's name: those are set aside by a rule that can be switched. */
const withNobody = (): string =>
  [
    'Order,Customer,Date,Quantity,Price',
    ...Array.from({ length: 300 }, (_, i) => {
      const day = new Date(Date.UTC(2025, 0, 1 + i)).toISOString().slice(0, 10);
      return `${5_000 + i},${i % 17 === 0 ? '' : `C-${i % 60}`},${day},${(i % 4) + 1},${(i % 30) + 2}.50`;
    }),
  ].join('\n');

interface HeldUp {
  /** Once it is asked for. */
  readonly reached: Promise<void>;
  readonly letGo: () => Promise<void>;
}

/** Keeps a method from beginning until it is let go. */
const holdUp = async (page: Page, method: string): Promise<HeldUp> => {
  const [asked, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const address = new RegExp(`/rpc/${method}`);
  await page.route(address, async (route) => {
    asked.resolve();
    await held.promise;
    await route.continue().catch(() => undefined);
  });
  const letGo = async () => {
    held.resolve();
    await page.unroute(address);
  };
  return { reached: asked.promise, letGo };
};

/**
 * Holds a job up, sees how far it is and its button in their place, cancels it there and sees that the host is told as
 * soon as it knows the job. What is quicker than a blink shows nothing.
 */
const expectShown = async (
  page: Page,
  method: string,
  begin: () => Promise<unknown>,
  place: Locator,
  name: RegExp,
): Promise<void> => {
  const { reached, letGo } = await holdUp(page, method);
  await begin();
  await reached;
  // Of a job that has not begun the bar is empty.
  const bar = place.getByRole('progressbar', { name });
  await bar.waitFor({ state: 'attached' });
  const cancel = place.getByRole('button', { name: 'Cancel', exact: true });
  await keepPicture(page, `slow-${method.replace('/', '-')}`);
  const told = page.waitForRequest(/\/rpc\/jobs\/cancel/);
  await cancel.click();
  await letGo();
  await told;
  await bar.waitFor({ state: 'detached' });
};

it('a table that is slow to save as a workbook is shown and cancelled in the status bar', async () => {
  app = await openApp();
  const { page } = app;
  await openSample(page);
  await showView(page, 'Differences');
  const save = async () => {
    await page
      .getByRole('tabpanel')
      .getByRole('button', { name: /^Copy or save: / })
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Excel', exact: true }).click();
  };
  await expectShown(page, 'export/workbook', save, page.getByRole('contentinfo'), /^Writing /);
  expect(app.complaints).toEqual([]);
});

it('tables that are slow to be tried together are shown and cancelled where they are chosen', async () => {
  app = await openApp();
  const { page, host } = app;
  const products = join(host.home, 'products.csv');
  writeFileSync(products, 'Number,Title\n1,Mug\n2,Cup\n3,Plate\n');
  await openSpreadsheet(page, writeOrders(host.home, { lines: 400, customers: 60 }), products);
  await page.getByRole('button', { name: /^(Looks right|Make segments)$/ }).click();
  await page.getByRole('table', { name: 'Segments', exact: true }).waitFor();
  await goTo(page, 'Data');
  await page.getByRole('button', { name: 'What belongs together' }).click();
  await page.getByRole('button', { name: 'Add a connection' }).click();
  const choose = async (label: string, nth: number, option: number) => {
    await page.getByRole('combobox', { name: label }).nth(nth).click();
    await page.locator('[role="option"]:visible').nth(option).click();
  };
  await choose('One table', 0, 0);
  await choose('Its column', 0, 0);
  await choose('The other table', 0, 0);
  const dialog = page.getByRole('dialog');
  await expectShown(page, 'joins/try', () => choose('Its column', 1, 0), dialog, /^Counting/);
  // It was not counted, or had been when the host was told; either can be seen.
  const again = dialog.getByRole('button', { name: 'Count again' });
  await again
    .or(dialog.getByText(/in common|found/))
    .first()
    .waitFor();
  expect(app.complaints).toEqual([]);
});

it('an answer that is slow to be written is shown and cancelled in the status bar', async () => {
  app = await openApp();
  const { page, host } = app;
  await openSpreadsheet(page, ...writeMessyShop(host.home, { count: 400, seed: 11 }).files);
  await page.getByRole('button', { name: /^(Looks right|Make segments)$/ }).click();
  await page.getByRole('table', { name: 'Segments', exact: true }).waitFor();
  await goTo(page, 'Data');
  await page.getByRole('button', { name: 'Same customer?' }).click();
  await page.getByRole('button', { name: 'Look for them' }).click();
  await page.getByText(/^To look at \(/).click();
  const answer = page.getByRole('button', { name: /^Same customer S/ });
  await answer.waitFor();
  const bar = page.getByRole('contentinfo');
  await expectShown(page, 'identity/decide', () => answer.click(), bar, /^Write down your answer/);
  expect(app.complaints).toEqual([]);
});

it('a file that is slow to be read, read with other answers and brought in can be cancelled each time', async () => {
  app = await openApp();
  const { page, host } = app;
  const orders = join(host.home, 'orders.csv');
  writeFileSync(orders, withNobody());
  const main = page.getByRole('main');
  await expectShown(page, 'source/preview', () => openSpreadsheet(page, orders), main, /orders|Read/);
  await page.getByRole('button', { name: 'Try the sample shop' }).waitFor();

  await openSpreadsheet(page, orders);
  const yes = page.getByRole('button', { name: /^(Looks right|Make segments)$/ });
  await yes.waitFor();
  const rule = main.getByRole('switch').first();
  const before = await rule.isChecked();
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  // The switch itself is hidden under what is drawn for it.
  const switchIt = () => rule.click({ force: true });
  await expectShown(page, 'source/preview', switchIt, main, /^Reading again/);
  await expect.poll(() => yes.isEnabled()).toBe(true);
  expect(await rule.isChecked()).toBe(before);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(title);

  await expectShown(page, 'source/import', () => yes.click(), main, /./);
  // Nothing was brought in, and what was asked is asked again; or all of it was, before the host knew.
  await yes.or(page.getByRole('navigation', { name: 'Parts of the data' })).waitFor();
  expect(app.complaints).toEqual([]);
});
