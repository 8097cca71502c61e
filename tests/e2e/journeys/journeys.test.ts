import { readFileSync } from 'node:fs';
import type { BrowserContextOptions, Download, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { readInGerman } from '../in-german.ts';
import { keepPicture, type OpenApp, openApp } from '../open-app.ts';
import { byKeys, byMouse, type Hand } from './hand.ts';
import { writeSpring } from './shop.ts';

interface Way {
  readonly name: string;
  readonly options: BrowserContextOptions;
  readonly hand: (page: Page) => Hand;
  readonly country: 'en' | 'de';
}

const ways: readonly Way[] = [
  { name: 'by mouse', options: {}, hand: byMouse, country: 'en' },
  { name: 'by keyboard alone', options: {}, hand: byKeys, country: 'en' },
  { name: 'in German', options: { locale: 'de-DE' }, hand: byMouse, country: 'de' },
  { name: 'in the dark', options: { colorScheme: 'dark' }, hand: byMouse, country: 'en' },
  { name: 'in a small window', options: { viewport: { width: 1024, height: 700 } }, hand: byMouse, country: 'en' },
];

/** What each language says of this shop. */
const said = {
  en: {
    asked: '12/01/2025 is 12 Jan 2025',
    other: '12/01/2025 is 1 Dec 2025',
    period: '1 Jan 2025 to 12 Dec 2025',
    selected: /^.+: [\d,]+ customers, \d+\s% of revenue$/,
    words: 'We write to everybody who has not come since summer.',
    revenue: /\d,\d{3}/,
    nobody: 'Names no individual customer.',
    lang: 'en-GB',
  },
  de: {
    asked: '12/01/2025 ist der 12.01.2025',
    other: '12/01/2025 ist der 01.12.2025',
    period: '01.01.2025 bis 12.12.2025',
    selected: /^.+: [\d.]+ Kunden, \d+\s% vom Umsatz$/,
    words: 'Wir schreiben allen, die seit dem Sommer nicht da waren.',
    revenue: /\d\.\d{3}/,
    nobody: 'Nennt keine einzelnen Kunden.',
    lang: 'de-DE',
  },
} as const;

let app: OpenApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

/** A segment that is named on the map and is not that one. */
const anotherOnMap = async (page: Page, but: string): Promise<string> => {
  const names = await page.locator('[data-view] text').allTextContents();
  return names.find((name) => name !== but && /^\p{L}/u.test(name) && !name.includes('→'))!;
};

const contentOf = async (download: Download): Promise<Buffer> => readFileSync(await download.path());

describe('from a file to a finished report', () => {
  it.each(ways)('$name', { timeout: 240_000 }, async ({ name, options, hand: handOf, country }) => {
    app = await openApp(options);
    const { host, complaints } = app;
    const page = country === 'de' ? readInGerman(app.page) : app.page;
    const hand = handOf(page);
    const texts = said[country];
    const picture = (step: string) => keepPicture(app!.page, `journey-${name.replaceAll(' ', '-')}-${step}`);
    const fits = async (where: string) => {
      const wider = await app!.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wider, `${where} is wider than its window`).toBeLessThanOrEqual(0);
    };

    expect(await app.page.evaluate(() => document.documentElement.dataset.mantineColorScheme)).toBe(
      options.colorScheme ?? 'light',
    );

    // The file, and what only a person knows of it.
    await hand.bring(writeSpring(host.home, country));
    const dates = page.getByRole('combobox', { name: 'How are dates written?' });
    await dates.waitFor({ timeout: 60_000 });
    await hand.choose(dates, page.getByRole('option', { name: texts.other }));
    await hand.choose(dates, page.getByRole('option', { name: texts.asked }));
    const headline = page.getByRole('heading', { level: 1 });
    await expect.poll(() => headline.innerText()).toContain(texts.period);
    await fits('the import');
    await picture('import');
    await hand.press(page.getByRole('button', { name: 'Make segments' }));

    // Segments: the second is selected, in every picture.
    const segments = page.getByRole('table', { name: 'Segments', exact: true });
    await segments.waitFor({ timeout: 60_000 });
    const second = segments.locator('[data-segment-name]').nth(1);
    const segment = await second.innerText();
    await hand.press(second);
    const selection = page.locator('footer').getByRole('status').first();
    await expect.poll(() => selection.innerText()).toMatch(texts.selected);
    expect(await selection.innerText()).toContain(segment);
    await fits('the segments');
    await picture('segments');

    // The map selects another.
    await hand.goTo('Map');
    await page.locator('[data-view] text').first().waitFor();
    const chosen = await selection.innerText();
    await hand.pickOnMap(await anotherOnMap(page, segment));
    await expect.poll(() => selection.innerText()).toMatch(texts.selected);
    expect(await selection.innerText()).not.toBe(chosen);
    await fits('the map');
    await picture('map');

    // The tree is cut elsewhere, and that is used.
    await hand.goTo('Tree');
    await hand.press(page.getByRole('button', { name: 'Grow the tree' }));
    const line = page.getByRole('slider', { name: 'Where the tree is cut' });
    await line.waitFor({ timeout: 60_000 });
    const before = await line.getAttribute('aria-valuetext');
    await hand.cut(line);
    await expect.poll(() => line.getAttribute('aria-valuetext')).not.toBe(before);
    await hand.press(page.getByRole('button', { name: /^(Use these \p{L}+|Diese \p{L}+ nehmen)$/u }));
    await page.getByText('These are your segments now.').waitFor({ timeout: 60_000 });
    await fits('the tree');
    await picture('tree');

    // One customer is looked up.
    await hand.goTo('Customers');
    await hand.write(page.getByRole('textbox', { name: 'Find by number, name or e-mail' }), 'K1003');
    await hand.takeRow(page.getByRole('grid', { name: 'Customers' }), page.getByRole('row', { name: /K1003/ }));
    await page.getByRole('complementary').getByText('K1003').first().waitFor();
    await fits('the customers');
    await picture('customers');

    // A report is put together: one card less, one in the shop’s own words.
    await hand.goTo('Report');
    await hand.press(page.getByRole('button', { name: /^(Map, card|Karte, Baustein)/ }));
    await hand.press(page.getByRole('button', { name: 'Remove: Map' }));
    await expect.poll(() => page.locator('[data-card="map"]').count()).toBe(0);
    await hand.press(page.getByRole('button', { name: 'Add: Own text' }));
    await hand.write(page.getByRole('textbox', { name: 'Your own words' }), texts.words);
    await page.getByRole('list', { name: 'The report' }).getByText(texts.words).waitFor();
    await fits('the report');
    await picture('report');
    const waiting = app.page.waitForEvent('download');
    await hand.press(page.getByRole('button', { name: 'Save as something else' }));
    await hand.press(page.getByRole('menuitem', { name: 'Save as web page' }));
    const report = (await contentOf(await waiting)).toString('utf8');
    expect(report).toContain(`<html lang="${texts.lang}">`);
    for (const part of [texts.words, texts.nobody]) expect(report).toContain(part);
    expect(report).toMatch(texts.revenue);
    expect(report).not.toMatch(/\w@\w/);
    expect(complaints).toEqual([]);
  });
});
