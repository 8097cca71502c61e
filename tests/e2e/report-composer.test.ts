import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, keepPicture, type OpenApp, openApp, openSample } from './open-app.ts';

let app: OpenApp;
let page: Page;
beforeAll(async () => {
  app = await openApp({ viewport: { width: 1440, height: 900 } });
  page = app.page;
  await openSample(page);
}, 240_000);
afterAll(() => app?.close());

const cards = () => page.getByRole('list', { name: 'The report' }).locator('> li');
const names = (): Promise<string[]> =>
  cards().evaluateAll((all) => all.map((one) => one.getAttribute('data-card') ?? ''));
const press = async (key: string): Promise<void> => page.keyboard.press(key);
const said = (text: string | RegExp) => page.getByRole('status').filter({ hasText: text });

const contentOf = async (download: Download): Promise<Buffer> => readFileSync(await download.path());

/** Saves as this kind of file, as a person would. */
const save = async (label: string): Promise<Download> => {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as something else' }).click();
  await page.getByRole('menuitem', { name: label }).click();
  return waiting;
};

describe('putting a report together', () => {
  it('shows the owner’s report as it will be, accessible', { timeout: 240_000 }, async () => {
    await goTo(page, 'Report');
    await cards().first().waitFor();
    await page.getByRole('heading', { name: /Six segments/, level: 3 }).waitFor();
    expect(await names()).toEqual(['title', 'summary', 'segments', 'revenue', 'map', 'changes', 'caveats', 'setAside']);
    await keepPicture(page, 'report-composer');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`),
    ).toEqual([]);
  });

  it('moves, removes and adds cards with the keys alone, and says so', { timeout: 240_000 }, async () => {
    await page.getByRole('button', { name: /^Map, card 5 of 8/ }).focus();
    await press('Alt+ArrowUp');
    await said('Map is card 4 of 8 now.').waitFor({ state: 'attached' });
    expect(await names()).toEqual(['title', 'summary', 'segments', 'map', 'revenue', 'changes', 'caveats', 'setAside']);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Map, card 4 of 8');
    await press('Alt+ArrowDown');
    await said('Map is card 5 of 8 now.').waitFor({ state: 'attached' });
    await press('Delete');
    await said('Map was removed.').waitFor({ state: 'attached' });
    expect(await names()).not.toContain('map');
    await page.getByRole('button', { name: 'Add: Own text' }).focus();
    await press('Enter');
    await said('Own text was added as card 8 of 8.').waitFor({ state: 'attached' });
    await page.getByRole('textbox', { name: 'Heading' }).fill('What we do next');
    await page.getByRole('textbox', { name: 'Your own words' }).fill('We write to everybody.\n\nThen we wait.');
    await page.getByRole('heading', { name: 'What we do next', level: 4 }).waitFor();
    await keepPicture(page, 'report-composer-text');
  });

  it('takes a card where the mouse lets it go', { timeout: 240_000 }, async () => {
    await page.getByRole('button', { name: 'Add: Map' }).dragTo(cards().first(), { targetPosition: { x: 40, y: 4 } });
    await expect
      .poll(names)
      .toEqual(['map', 'title', 'summary', 'segments', 'revenue', 'changes', 'caveats', 'setAside', 'text']);
  });

  it('is kept, and taken back step by step', { timeout: 240_000 }, async () => {
    await expect.poll(() => page.getByRole('button', { name: 'Undo' }).isEnabled()).toBe(true);
    await page.waitForTimeout(1_000);
    await page.reload();
    await page.getByRole('heading', { name: 'What we do next', level: 4 }).waitFor();
    expect((await names())[0]).toBe('map');
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await expect.poll(async () => (await names())[0]).toBe('title');
    await page.getByRole('button', { name: 'Redo' }).first().click();
    await expect.poll(async () => (await names())[0]).toBe('map');
  });

  it('is written as every kind of file, and names nobody', { timeout: 240_000 }, async () => {
    const files = [
      ['Save as PDF', '%PDF-1.7'],
      ['Save as web page', '<!doctype html>'],
      ['Save as Excel workbook', 'PK'],
      ['Save as PowerPoint slides', 'PK'],
    ] as const;
    for (const [label, beginning] of files) {
      const download = await save(label);
      const content = await contentOf(download);
      expect(content.subarray(0, beginning.length).toString('latin1')).toBe(beginning);
      if (label === 'Save as web page') {
        expect(content.toString('utf8')).toContain('What we do next');
        expect(content.toString('utf8')).not.toMatch(/\w@\w/);
      }
    }
  });

  it('names customers only once somebody ticks it', { timeout: 240_000 }, async () => {
    await page.getByRole('button', { name: 'Add: Customers by name' }).click();
    await page.getByText('Nobody is listed.').waitFor();
    expect((await contentOf(await save('Save as web page'))).toString('utf8')).toContain(
      'Names no individual customer.',
    );
    await page.getByRole('checkbox', { name: 'Name the customers' }).check();
    await page.getByText('The first few of each segment are shown here').waitFor();
    await keepPicture(page, 'report-composer-customers');
    expect((await contentOf(await save('Save as web page'))).toString('utf8')).toContain(
      'This report names individual customers.',
    );
  });

  it('begins anew from a template', { timeout: 240_000 }, async () => {
    await page.getByRole('button', { name: 'For the analyst' }).click();
    await page.getByRole('button', { name: /^Tree, card/ }).waitFor();
    await page.getByRole('button', { name: /A sheet for each segment, card/ }).click();
    await keepPicture(page, 'report-composer-analyst');
    expect(app.complaints).toEqual([]);
  });
});
