import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { createRandom } from '../../src/shared/engine/random.ts';
import {
  goTo,
  keepPicture,
  type OpenApp,
  openApp,
  openSample,
  openSpreadsheet,
  showView,
  untilDrawn,
} from './open-app.ts';

let app: OpenApp;
afterEach(() => app.close());

const segments = () => app.page.getByRole('table', { name: 'Segments', exact: true });
const untilChecked = async () => {
  await segments().getByText(/found/).first().waitFor({ timeout: 60_000 });
};

/** Orders of customers who differ by degrees only. */
const writeBlob = (path: string): void => {
  const random = createRandom(4);
  const bell = () => random() + random() + random() - 1.5;
  const lines = ['Invoice,Customer,Date,Amount'];
  const day = (n: number) => new Date(Date.UTC(2024, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
  for (let customer = 1; customer <= 500; customer += 1) {
    const orders = Math.max(1, Math.round(Math.exp(1.6 + bell())));
    const last = 360 - Math.min(300, Math.round(Math.exp(4.2 + 0.9 * bell())));
    for (let i = 0; i < orders; i += 1)
      lines.push(
        `I${lines.length},C${customer},${day(Math.max(0, last - 20 * i))},${Math.exp(3.5 + 0.8 * bell()).toFixed(2)}`,
      );
  }
  writeFileSync(path, `${lines.join('\n')}\n`);
};

it('a shop with groups: the verdict, how repeatable, why so many, who stands next to whom', {
  timeout: 120_000,
}, async () => {
  app = await openApp();
  const { page } = app;
  await openSample(page);
  await page.getByText('Your customers fall into groups that stand apart from each other.').waitFor();
  await untilChecked();
  const rows = await segments().locator('tbody tr').count();
  expect(
    await segments()
      .getByText(/found again (every time|nearly always|mostly)/)
      .count(),
  ).toBe(rows);
  // Nobody was made to wait for it.
  expect(await page.getByRole('button', { name: 'Cancel' }).count()).toBe(0);
  expect(await page.locator('aside').innerText()).toMatch(/How many, and why\s+\w+ segments: /);
  expect(await page.getByRole('heading', { name: 'By plain rules instead' }).count()).toBe(0);

  await segments().getByRole('row').nth(1).getByRole('rowheader').click();
  await page.getByText(/Your customers were drawn by lot 50 times and divided anew/).waitFor();
  await page.locator('aside').getByText('Method details').click();
  expect(await page.locator('aside').innerText()).toMatch(/ml-kmeans on 1,000 rows: adjusted Rand index 0\.9/);
  await showView(page, 'How many');
  await page.locator('main').getByText('Method details').first().click();
  await page.getByRole('cell', { name: /±/ }).first().waitFor();
  await keepPicture(page, 'trust-sweep');

  await goTo(page, 'Map');
  await untilDrawn(page);
  await page.getByText('Neighbours', { exact: true }).click();
  await page.getByRole('heading', { name: 'Customers who are most alike stand side by side' }).waitFor();
  await page.locator('[data-drawn]').first().waitFor({ timeout: 60_000 });
  await keepPicture(page, 'trust-neighbours');

  // It was kept: nothing is worked out again.
  await page.reload();
  await goTo(page, 'Segments');
  await showView(page, 'Cards');
  await untilChecked();
  expect(app.complaints).toEqual([]);
});

it('a shop without groups: it says so, and its customers can be divided by plain rules', {
  timeout: 120_000,
}, async () => {
  app = await openApp();
  const { page } = app;
  const file = join(app.host.home, 'one kind.csv');
  writeBlob(file);
  await openSpreadsheet(page, file);
  await page.getByRole('button', { name: 'Looks right' }).click({ timeout: 60_000 });
  await page
    .getByText('Your customers blend into each other. These segments are a useful division, not natural groups.')
    .waitFor({ timeout: 60_000 });
  await untilChecked();
  const rules = page.getByRole('region', { name: 'By plain rules instead' });
  const offered = await rules.locator('tbody th').allInnerTexts();
  expect(offered.length).toBeGreaterThanOrEqual(4);
  await keepPicture(page, 'trust-none');
  await rules.getByRole('button', { name: 'Use these' }).click();
  await rules.waitFor({ state: 'detached', timeout: 60_000 });
  await page.locator('header').getByText('by plain rules').waitFor();
  const used = async () => (await segments().locator('tbody th').allInnerTexts()).map((name) => name.trim()).sort();
  await expect.poll(used, { timeout: 60_000 }).toEqual([...offered].sort());
  await keepPicture(page, 'trust-rules');

  expect(app.complaints).toEqual([]);
});

/** Two crowds, and customers who are like nobody. */
const writeCrowds = (path: string): void => {
  const random = createRandom(5);
  const lines = ['Customer,Height,Weight,Steps'];
  const add = (count: number, middle: number, spread: number) => {
    const value = () => (middle + spread * (random() + random() + random() - 1.5)).toFixed(2);
    for (let i = 0; i < count; i += 1) lines.push(`C${lines.length},${value()},${value()},${value()}`);
  };
  add(60, 20, 1);
  add(60, 60, 1);
  add(25, 40, 60);
  writeFileSync(path, `${lines.join('\n')}\n`);
};

it('customers in no segment are told of calmly, wherever they are', { timeout: 240_000 }, async () => {
  app = await openApp();
  const { page } = app;
  const file = join(app.host.home, 'crowds.csv');
  writeCrowds(file);
  await openSpreadsheet(page, file);
  await page.getByRole('button', { name: 'Looks right' }).click({ timeout: 60_000 });
  await segments().waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Way of finding them' }).click();
  await page.getByRole('button', { name: 'More ways' }).click();
  await page.getByText('Where customers crowd').click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Find segments again' }).click();
  await page.getByRole('button', { name: 'In no segment' }).click({ timeout: 60_000 });
  await page.getByText(/^\d+ customers are in no segment \(\d+\s%\): like nobody else here\.$/).waitFor();
  await goTo(page, 'Map');
  await untilDrawn(page);
  expect(await page.getByRole('button', { name: /^In no segment/ }).getAttribute('aria-pressed')).toBe('true');
  await goTo(page, 'Customers');
  await page.getByRole('button', { name: 'Show only these' }).click();
  await page.getByText('In no segment', { exact: true }).last().waitFor();
  await page.getByRole('row').nth(2).click();
  await page.getByText('This customer is like nobody else here.').waitFor();
  expect(app.complaints).toEqual([]);
});
