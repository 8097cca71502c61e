import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { keepPicture, type OpenApp, openApp } from './open-app.ts';

let app: OpenApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

/** A till's export as it comes: a title, a remark, headings that say nothing, days both ways, gaps and a total below. */
const till = (): string =>
  [
    'Kasse 3 – Auszug;;;;;',
    'alle Beträge in EUR;;;;;',
    '',
    'A;B;C;D;E;F',
    ...Array.from({ length: 480 }, (_, i) => {
      const who = i % 40 === 3 ? '' : `K-${String((i * 7) % 97).padStart(4, '0')}`;
      const day = `${String((i % 12) + 1).padStart(2, '0')}/${String((i % 11) + 1).padStart(2, '0')}/2024`;
      return `${5000 + i};${who};${day};Ware ${i % 23};${(i % 4) + 1};${(i % 60) + 2},90 €`;
    }),
    '',
    'Summe;;;;;18.432,10 €',
  ].join('\r\n');

/** Presses Tab until the question has the focus, then picks an answer with the arrows. */
const answer = async (page: Page, question: RegExp, wanted: string): Promise<void> => {
  const named = () =>
    page.evaluate(() => {
      const { activeElement } = document;
      if (!(activeElement instanceof HTMLInputElement)) return '';
      return activeElement.labels?.[0]?.textContent ?? activeElement.getAttribute('aria-label') ?? '';
    });
  for (let i = 0; !question.test(await named()); i += 1) {
    if (i > 80) throw new Error(`Tab does not lead to ${question}`);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('ArrowDown');
  const option = page.locator('[role="option"]:visible');
  await option.first().waitFor();
  const selected = page.locator('[role="option"][data-combobox-selected="true"]:visible');
  // Below a column's name stand some of its cells.
  const isThere = async () => (await selected.count()) > 0 && (await selected.innerText()).split('\n')[0] === wanted;
  for (let i = 0; !(await isThere()); i += 1) {
    if (i > 30) throw new Error(`no answer “${wanted}”`);
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await page.waitForTimeout(300);
};

it('a messy file is explained and made into segments by keyboard alone', { timeout: 240_000 }, async () => {
  app = await openApp();
  const { page, host, complaints } = app;
  const file = join(host.home, 'kasse.csv');
  writeFileSync(file, till());
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a spreadsheet' }).press('Enter');
  await (await chooser).setFiles(file);
  const go = page.getByRole('button', { name: /^(Looks right|Make segments)$/ });
  await go.waitFor({ timeout: 60_000 });
  await keepPicture(page, 'mapping-before');
  const questions = page.getByRole('combobox', { name: 'Which column says who bought?' });
  if (!(await questions.isVisible())) {
    await page.getByRole('button', { name: 'Change something' }).press('Enter');
    await questions.waitFor();
  }
  await answer(page, /one row of this file/, 'One thing sold (an order may take several rows)');
  await answer(page, /who bought/, 'B');
  await answer(page, /says when/, 'C');
  await answer(page, /How are dates written/, '12/01/2024 is 12 Jan 2024');
  await answer(page, /order or receipt number/, 'A');
  await answer(page, /how many were bought/, 'E');
  await answer(page, /price of one/, 'F');
  await answer(page, /what was bought/, 'D');
  await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toMatch(/^97 customers, \d+ orders/);
  await keepPicture(page, 'mapping-after');
  for (let i = 0; i < 40; i += 1) {
    const here = await page.evaluate(() => document.activeElement?.textContent ?? '');
    if (/^(Looks right|Make segments)$/.test(here)) break;
    await page.keyboard.press('Shift+Tab');
  }
  await page.keyboard.press('Enter');
  await page.getByRole('table', { name: 'Segments', exact: true }).waitFor({ timeout: 60_000 });
  expect(complaints).toEqual([]);
});
