import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { de } from '../../src/shared/words/de/index.ts';
import { en } from '../../src/shared/words/en/index.ts';
import { formatOf } from '../../src/shared/words/say.ts';
import { readInGerman } from './in-german.ts';
import { keepPicture, type OpenApp, openApp, openSample } from './open-app.ts';
import { stops } from './screens.ts';
import { wordsOf } from './words-on-page.ts';

let app: OpenApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

/** Words of English alone: no German word reads so, nor any product or column of the sample. */
const english =
  /\b(the|of|and|with|without|you|your|are|is|it|its|have|has|had|were|can|which|that|this|these|they|them|their|who|what|when|where|why|how|from|for|to|by|into|than|then|more|less|most|least|every|everybody|customers?|orders?|rows?|columns?|files?|spent|revenue|days?|months?|show|save|close|cancel|undo|redo|select(ed)?|choose|remove|others?|same)\b/i;

/** Texts without values that German says otherwise. */
const plain = new Set(
  Object.entries(en).flatMap(([key, phrase]) => {
    try {
      const text = phrase({}, formatOf('en-GB'));
      const german = (de as Record<string, typeof phrase>)[key]?.({}, formatOf('de-DE'));
      return text === german || !/\p{L}{3}/u.test(text) ? [] : [text];
    } catch {
      return [];
    }
  }),
);
for (const same of Object.values(de)) {
  try {
    plain.delete(same!({}, formatOf('de-DE')));
  } catch {
    // It asks for a value, so it is no plain text.
  }
}

const assets = join(import.meta.dirname, '../../assets');
/** Headings and values of the sample: names of columns and what customers bought. */
const data = new Set(
  [
    gunzipSync(readFileSync(join(assets, 'sample-shop.csv.gz'))).toString(),
    readFileSync(join(assets, 'sample-customers.csv'), 'utf8'),
  ].flatMap((text) => text.split(/[,\r\n]+/)),
);

/** Names of files, what stands in quotes, and the example of a formula are as they are in every language. */
const withoutNames = (line: string): string =>
  line
    // Columns of the sample stand beside what is said of them.
    .replace(/^(Order|Customer): |\b(Alles über) (Order|Customer)$/g, '')
    .replace(/„[^“]*“/g, '')
    .replace(/\bsample-(shop|customers)\b/g, '')
    .replace(/\S+\.(csv|xlsx|gz|tessera|html|pdf)\b/gi, '')
    .replace('Invited to the party', '')
    .replace(/totalSpent \/ orders/g, '');

const leftOver = async (page: Page): Promise<string[]> =>
  (await wordsOf(page)).filter(
    (line) => !data.has(line.trim()) && (plain.has(line.trim()) || english.test(withoutNames(line))),
  );

/** Nothing is wider than its window, and no name of a thing to press or read is cut off. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found = [...document.querySelectorAll('aside, header, footer')]
      .filter((one) => one.scrollWidth > one.clientWidth + 1)
      .map((one) => `${one.tagName} is wider than it shows`);
    if (document.documentElement.scrollWidth > document.documentElement.clientWidth) found.push('the page is too wide');
    for (const one of document.querySelectorAll<HTMLElement>('button, button *, h1, h2, h3, label, [role="tab"] *')) {
      const { overflowX, display } = getComputedStyle(one);
      if (overflowX !== 'hidden' && overflowX !== 'clip') continue;
      if (display === 'inline' || one.clientWidth < 4 || one.childElementCount > 0 || !one.innerText?.trim()) continue;
      if (one.scrollWidth > one.clientWidth + 1) found.push(`“${one.innerText}” is cut off`);
    }
    return found;
  });

describe('every screen in German', () => {
  it('is German throughout, and has room for it at 1024×700', { timeout: 600_000 }, async () => {
    app = await openApp({ locale: 'de-DE', viewport: { width: 1024, height: 700 } });
    const { page } = app;
    const german = readInGerman(page);
    const found: string[] = [];
    const look = async (name: string) => {
      await keepPicture(page, `de-${name}`);
      for (const line of await leftOver(page)) found.push(`${name}: ${line}`);
      for (const line of await cutOff(page)) found.push(`${name}: ${line}`);
    };
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    await look('start');
    await openSample(german);
    for (const { name, arrive } of stops) {
      try {
        await arrive(german);
      } catch (error) {
        found.push(`${name}: ${String(error).slice(0, 300)}`);
      }
      await look(name);
    }
    expect(found).toEqual([]);
    expect(app.complaints).toEqual([]);
  });
});
