import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { goTo, keepPicture, type OpenApp, openApp, openSample, showView, untilDrawn } from './open-app.ts';

let app: OpenApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

/** Everybody of the sample shop, by everything that names them. */
const people = readFileSync(join(import.meta.dirname, '../../assets/sample-customers.csv'), 'utf8')
  .split(/\r?\n/)
  .slice(1)
  .flatMap((line) => line.split(',').slice(0, 3))
  .filter((text) => text.length > 3);
const named = new Set(people);

/** Every text of the page that anybody could see, hover or be read out, and what stands in its fields. */
const textsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const texts: string[] = [document.title];
    const walk = (node: Element): void => {
      for (const { value } of node.attributes) texts.push(value);
      if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) texts.push(node.value);
      for (const child of node.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) texts.push(child.textContent ?? '');
        else if (child instanceof Element) walk(child);
      }
    };
    walk(document.documentElement);
    return texts;
  });

/** Names, e-mail addresses and ids of the shop that stand anywhere in these texts. */
const namedIn = (texts: readonly string[]): string[] => {
  const found: string[] = [];
  for (const text of texts) {
    const ids = text.match(/M-\d{5}|[\w.]+@example\.com/g) ?? [];
    found.push(...ids.filter((one) => named.has(one)));
    const words = text.match(/\p{L}[\p{L}'-]*/gu) ?? [];
    for (let i = 0; i + 1 < words.length; i += 1)
      if (named.has(`${words[i]} ${words[i + 1]}`)) found.push(`${words[i]} ${words[i + 1]}`);
  }
  return found;
};
const expectNobodyNamed = async (page: Page, where: string): Promise<void> => {
  expect(namedIn(await textsOf(page)).slice(0, 5), `people named on ${where}`).toEqual([]);
};

const walkScreens = async (page: Page, look: (where: string) => Promise<void>): Promise<void> => {
  await goTo(page, 'Segments');
  await page.locator('[data-tour="segments"] [role="button"], [data-tour="segments"] button').first().click();
  await page.waitForTimeout(500);
  await look('segments');
  await goTo(page, 'Map');
  await untilDrawn(page);
  const map = (await page.locator('[data-drawn]').first().boundingBox())!;
  for (const [x, y] of [
    [0.5, 0.5],
    [0.4, 0.55],
    [0.6, 0.45],
    [0.45, 0.4],
  ] as const) {
    await page.mouse.move(map.x + map.width * x, map.y + map.height * y);
    await page.waitForTimeout(250);
  }
  await look('map');
  await goTo(page, 'Customers');
  await page.getByRole('row').nth(2).waitFor();
  await page.waitForTimeout(500);
  await look('customers');
  await page.getByRole('row').nth(2).click();
  await page.waitForTimeout(700);
  await look('customer');
  await goTo(page, 'Data');
  await page.getByRole('row').nth(2).waitFor();
  await page.waitForTimeout(600);
  await look('data');
};

describe('while somebody presents', () => {
  it('names are found by this very search where nobody presents', { timeout: 240_000 }, async () => {
    app = await openApp();
    const { page } = app;
    await openSample(page);
    const seen: Record<string, number> = {};
    await walkScreens(page, async (where) => {
      seen[where] = namedIn(await textsOf(page)).length;
    });
    expect(seen).toMatchObject({
      customers: expect.any(Number),
      customer: expect.any(Number),
      data: expect.any(Number),
    });
    expect(Math.min(...['segments', 'customers', 'customer', 'data'].map((where) => seen[where]!))).toBeGreaterThan(0);
  });

  it.each([
    ['light', { width: 1440, height: 900 }],
    ['dark', { width: 1024, height: 700 }],
  ] as const)('no screen names anybody (%s, %o)', { timeout: 240_000 }, async (colorScheme, viewport) => {
    app = await openApp({ colorScheme, viewport });
    const { page } = app;
    await openSample(page);
    await goTo(page, 'Customers');
    await page.getByRole('row').nth(2).waitFor();
    await page.keyboard.press('Shift+P');
    await page.getByText('Names are replaced by numbers').waitFor();
    await page.getByRole('row').nth(2).waitFor();
    await expectNobodyNamed(page, 'the screen it began on');
    await walkScreens(page, async (where) => {
      await keepPicture(page, `present-${where}-${viewport.width}-${colorScheme}`);
      await expectNobodyNamed(page, where);
    });
    await goTo(page, 'Segments');
    for (const view of ['Table', 'Differences', 'Spread', 'Revenue', 'How many']) {
      await showView(page, view);
      await page.waitForTimeout(400);
      await keepPicture(page, `present-${view}-${viewport.width}-${colorScheme}`);
      await expectNobodyNamed(page, view);
    }
    for (const screen of ['Tree', 'Report', 'Customer facts', 'Compare']) {
      await goTo(page, screen);
      await page.waitForTimeout(900);
      await keepPicture(page, `present-${screen}-${viewport.width}-${colorScheme}`);
      await expectNobodyNamed(page, screen);
    }
    expect(app.complaints).toEqual([]);
  });
});
