import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { keepPicture, type OpenApp, openApp, openSample, openSpreadsheet } from './open-app.ts';
import { stops } from './screens.ts';

/** Words of analysts; they stand in Method details, the choice of the way and the analyst's export only. */
const jargon =
  /\b(clusters?|clustering|k-?means|ward(['’]s)?|centroids?|silhouettes?|inertia|z-?scores?|RFM|dendrograms?|undefined|NaN|null)\b/i;

/** Everything a person can see or be read out, outside the places where analysts' words belong. */
const wordsOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const allowed = '[data-method-details], [data-algorithm-choice], script, style';
    const texts: string[] = [document.title];
    const walk = (node: Element): void => {
      if (node.matches(allowed)) return;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext', 'aria-description']) {
        const text = node.getAttribute(name);
        if (text) texts.push(text);
      }
      for (const child of node.childNodes) {
        if (child.nodeType === Node.TEXT_NODE && child.textContent?.trim()) texts.push(child.textContent);
        else if (child instanceof Element) walk(child);
      }
    };
    walk(document.body);
    return texts.join('\n');
  });

const expectNoJargon = async (page: Page, where: string): Promise<void> => {
  const lines = (await wordsOf(page)).split('\n').filter((line) => jargon.test(line));
  expect(lines, `analysts’ words on ${where}`).toEqual([]);
};

const expectAccessible = async (page: Page, where: string): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ target }) => target.join(' '))
        .slice(0, 4)
        .join(' | ')}`,
  );
  expect(found, `axe on ${where}`).toEqual([]);
};

/** Nothing may be wider than its window or cut off at its right edge. */
const expectNoOverflow = async (page: Page, where: string): Promise<void> => {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider, `${where} is wider than its window`).toBeLessThanOrEqual(0);
  const cut = await page.evaluate(
    () =>
      [...document.querySelectorAll('aside, header, footer')].filter((one) => one.scrollWidth > one.clientWidth + 1)
        .length,
  );
  expect(cut, `something is cut off at the side of ${where}`).toBe(0);
};

let app: OpenApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

const sizes = [
  ['light', { width: 1440, height: 900 }],
  ['dark', { width: 1440, height: 900 }],
  ['light', { width: 1024, height: 700 }],
  ['dark', { width: 1024, height: 700 }],
] as const;

describe('every screen', () => {
  it.each(sizes)(
    '%s at %o speaks plainly, fits and can be used by everybody',
    { timeout: 240_000 },
    async (colorScheme, viewport) => {
      app = await openApp({ colorScheme, viewport });
      const { page } = app;
      const look = async (name: string) => {
        await keepPicture(page, `${name}-${viewport.width}-${colorScheme}`);
        await expectNoJargon(page, name);
        await expectNoOverflow(page, name);
        await expectAccessible(page, name);
      };
      await look('start');
      const orders = join(app.host.home, 'my orders.csv');
      writeFileSync(orders, doubtful());
      await openSpreadsheet(page, orders);
      await page.getByRole('button', { name: /^(Looks right|Make segments)$/ }).waitFor();
      await look('import');
      const change = page.getByRole('button', { name: 'Change something' });
      if (await change.isVisible()) await change.click();
      await page.waitForTimeout(400);
      await look('import-questions');
      await page.getByRole('button', { name: 'Not this file' }).click();
      await openSample(page);
      for (const { name, arrive } of stops) {
        await arrive(page);
        await look(name);
      }
      expect(app.complaints).toEqual([]);
    },
  );
});

/** Orders with two ways to read the dates, rows without a customer and a short row. */
const doubtful = (): string =>
  [
    'Invoice;Client;E-mail;When;Article;Qty;Unit price',
    ...Array.from({ length: 400 }, (_, i) => {
      const who = i % 17 === 0 ? ';' : `Client ${i % 60};client${i % 60}@example.com`;
      const day = `${String((i % 12) + 1).padStart(2, '0')}/${String((i % 11) + 1).padStart(2, '0')}/2025`;
      return i === 200
        ? `${5000 + i};Client 3`
        : `${5000 + i};${who};${day};Mug ${i % 9};${(i % 4) + 1};${(i % 30) + 2},50`;
    }),
  ].join('\n');
