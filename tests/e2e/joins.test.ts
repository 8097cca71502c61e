import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { goTo, keepPicture, type OpenApp, openApp, openSpreadsheet } from './open-app.ts';

let app: OpenApp | null = null;
afterEach(async () => {
  await app?.close();
});

const products = Array.from({ length: 30 }, (_, i) => `${String(i).padStart(4, '0')}`);

/** Orders, what came back, products whose numbers lost their zeros, and a list of managers with a stray region. */
const files = {
  'orders.csv': [
    'Order ID,Customer,Order Date,Item No,Region,Sales',
    ...Array.from({ length: 600 }, (_, i) =>
      [
        `S-${1000 + Math.floor(i / 2)}`,
        `C${i % 83}`,
        new Date(Date.UTC(2024, 0, 1 + (i % 300))).toISOString().slice(0, 10),
        i % 50 === 7 ? '' : products[i % 30],
        ['North', 'South', 'East', 'West'][i % 4],
        `${(i % 40) + 3}.90`,
      ].join(','),
    ),
  ],
  'returns.csv': [
    'Order ID,Returned',
    ...Array.from({ length: 40 }, (_, i) => `${i < 37 ? `S-${1000 + i * 7}` : `X-${i}`},Yes`),
  ],
  'products.csv': [
    'Number,Title,Department',
    ...products.slice(0, 28).map((number, i) => `${Number(number)},Thing ${i},${['Toys', 'Books', 'Garden'][i % 3]}`),
  ],
};

it('what belongs together is seen, switched, undone and added by keyboard alone', { timeout: 360_000 }, async () => {
  app = await openApp();
  const { page, host, complaints } = app;
  const paths = Object.entries(files).map(([name, lines]) => {
    const path = join(host.home, name);
    writeFileSync(path, `${lines.join('\n')}\n`);
    return path;
  });
  await openSpreadsheet(page, ...paths);
  await page.getByRole('button', { name: /^(Looks right|Make segments)$/ }).click({ timeout: 60_000 });
  await page.getByRole('table', { name: 'Segments', exact: true }).waitFor({ timeout: 60_000 });
  await goTo(page, 'Data');
  await page.getByRole('button', { name: 'What belongs together' }).focus();
  await page.keyboard.press('Enter');
  const list = page.getByRole('list', { name: 'Connections' });
  await list.getByText('“orders” and “returns” by “Order ID”').waitFor({ timeout: 60_000 });
  await keepPicture(page, 'joins');
  expect(await list.innerText()).toContain('returns: 37 found, 3 not');
  // The list of products lost its leading zeros.
  await list.getByText('“orders” by “Item No” and “products” by “Number”').waitFor();
  expect(await list.innerText()).toContain('products: all 28 rows found');

  const returns = page.getByRole('switch', { name: 'Join “orders” and “returns” by “Order ID”' });
  await returns.focus();
  await page.keyboard.press('Space');
  await page.getByText('Not connected any more.').waitFor();
  await expect.poll(() => returns.isChecked()).toBe(false);
  await page.keyboard.press('Control+z');
  await expect.poll(() => returns.isChecked()).toBe(true);

  await list.getByRole('button', { name: /“orders” and “returns”/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('X-38').waitFor();
  await keepPicture(page, 'joins-unmatched');

  await page.getByRole('button', { name: 'Add a connection' }).focus();
  await page.keyboard.press('Enter');
  const choose = async (label: string, nth: number, value: string) => {
    const field = page.getByRole('combobox', { name: label }).nth(nth);
    await field.focus();
    await page.keyboard.press('ArrowDown');
    for (let i = 0; i < 12; i += 1) {
      const active = await page.locator('[role="option"][data-combobox-selected="true"]:visible').innerText();
      if (active === value) break;
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
  };
  await choose('One table', 0, 'orders');
  await choose('Its column', 0, 'Region');
  await choose('The other table', 0, 'products');
  await choose('Its column', 1, 'Department');
  await page.getByText('The two columns have no value in common.').waitFor({ timeout: 60_000 });
  await keepPicture(page, 'joins-add');
  await page.getByRole('button', { name: 'Connect them' }).focus();
  await page.keyboard.press('Enter');
  await list.getByText('“orders” by “Region” and “products” by “Department”').waitFor({ timeout: 60_000 });
  await keepPicture(page, 'joins-own');
  await page.keyboard.press('Control+z');
  await expect.poll(() => list.getByRole('listitem').count()).toBe(2);
  expect(complaints).toEqual([]);
});
