import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Download, Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { describeRealData, realData } from '../support/real-data.ts';
import { goTo, keepPicture, type OpenApp, openApp, openSpreadsheet, showView, untilDrawn } from './open-app.ts';

let app: OpenApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

const segmentRows = (page: Page) => page.getByRole('table', { name: 'Segments', exact: true }).locator('tbody tr');
const selectionText = (page: Page) => page.locator('footer').getByRole('status').first().innerText();

const save = async (page: Page, act: () => Promise<void>): Promise<{ download: Download; path: string }> => {
  const waiting = page.waitForEvent('download');
  await act();
  const download = await waiting;
  return { download, path: (await download.path())! };
};

const exportAs = (page: Page, what: string, format: string) =>
  save(page, async () => {
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('menuitem', { name: `${what}, as ${format}` }).click();
  });

describeRealData('the journey of Online Retail', () => {
  it('from a file to segments, map, tree and things to take home', { timeout: 480_000 }, async () => {
    app = await openApp();
    const { page } = app;
    await openSpreadsheet(page, realData('online_retail/online_retail.csv.gz'));
    const question = page.getByRole('heading', { level: 1 });
    await page.getByRole('button', { name: 'Looks right' }).waitFor({ timeout: 60_000 });
    expect(await question.innerText()).toBe('4,338 customers, 18,532 orders, 1 Dec 2022 to 9 Dec 2023. Right?');
    for (const count of ['135,080', '8,905', '40']) expect(await page.locator('main').innerText()).toContain(count);
    await keepPicture(page, 'retail-import');
    await page.getByRole('button', { name: 'Looks right' }).click();
    await segmentRows(page).first().waitFor({ timeout: 60_000 });
    await untilDrawn(page);
    const found = await segmentRows(page).count();
    expect(found).toBeGreaterThanOrEqual(4);
    expect(found).toBeLessThanOrEqual(7);
    await keepPicture(page, 'retail-segments');

    // A click selects the segment everywhere.
    await segmentRows(page).nth(1).getByRole('rowheader').click();
    const chosen = await selectionText(page);
    expect(chosen).toMatch(/: [\d,]+ customers, \d+\s% of revenue/);
    await keepPicture(page, 'retail-segments-selected');
    await goTo(page, 'Map');
    await untilDrawn(page);
    expect(await selectionText(page)).toBe(chosen);
    await keepPicture(page, 'retail-map-selected');
    await page.keyboard.press('Escape');

    // A loop around dots selects customers.
    await page.getByText('Select freehand').locator('..').click();
    const box = (await page.locator('[data-view]').boundingBox())!;
    const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
    await page.mouse.move(...at(0.3, 0.3));
    await page.mouse.down();
    for (const [x, y] of [
      [0.6, 0.3],
      [0.6, 0.7],
      [0.3, 0.7],
      [0.3, 0.32],
    ] as const)
      await page.mouse.move(...at(x, y), { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => selectionText(page)).toMatch(/^[\d,]+ customers/);
    await keepPicture(page, 'retail-map-lasso');
    const view = () => page.locator('[data-view]').getAttribute('data-view');
    const before = await view();
    await page.getByRole('button', { name: 'Closer' }).click();
    await expect.poll(view).not.toBe(before);

    // The tree over everybody, cut by dragging.
    await goTo(page, 'Tree');
    await page.getByRole('button', { name: 'Grow the tree' }).click();
    const line = page.getByRole('slider', { name: 'Where the tree is cut' });
    await line.waitFor({ timeout: 60_000 });
    await untilDrawn(page);
    await keepPicture(page, 'retail-tree');
    const first = await line.getAttribute('aria-valuetext');
    const place = (await line.boundingBox())!;
    await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2);
    await page.mouse.down();
    await page.mouse.move(place.x + place.width / 2, place.y - 60, { steps: 12 });
    await page.mouse.up();
    expect(await line.getAttribute('aria-valuetext')).not.toBe(first);
    await line.focus();
    await page.keyboard.press('End');
    for (let i = 0; i < 4; i += 1) await page.keyboard.press('ArrowDown');
    expect(await line.getAttribute('aria-valuetext')).toBe('5 segments');
    await page.getByRole('button', { name: 'Use these five' }).click();
    await page.getByText('These are your segments now.').waitFor({ timeout: 60_000 });
    await keepPicture(page, 'retail-tree-used');

    // Both are kept and can be switched between.
    await goTo(page, 'Segments');
    await expect.poll(() => segmentRows(page).count()).toBe(5);
    await keepPicture(page, 'retail-tree-segments');
    await page.getByRole('button', { name: /^Kept segmentations/ }).click();
    await page.getByRole('menuitem').last().click();
    await expect.poll(() => segmentRows(page).count()).toBe(found);
    await page.getByRole('button', { name: /^Undo: / }).click();
    await expect.poll(() => segmentRows(page).count()).toBe(5);

    // Things to take home.
    const csv = await exportAs(page, 'Who is in which segment', 'CSV');
    expect(readFileSync(csv.path, 'utf8').trim().split(/\r?\n/)).toHaveLength(4339);
    const xlsx = await exportAs(page, 'All customers with their facts', 'Excel');
    expect(xlsx.download.suggestedFilename()).toMatch(/\.xlsx$/);
    expect(statSync(xlsx.path).size).toBeGreaterThan(50_000);
    await showView(page, 'Differences');
    await untilDrawn(page);
    for (const [format, magic] of [
      ['PNG, for slides', '\u0089PNG'],
      ['SVG, for print', '<svg'],
    ] as const) {
      const picture = await save(page, async () => {
        await page
          .getByRole('button', { name: /^Copy or save: / })
          .first()
          .click();
        await page.getByRole('menuitem', { name: format }).click();
      });
      expect(readFileSync(picture.path, 'latin1').startsWith(magic)).toBe(true);
    }
    await goTo(page, 'Report');
    const report = await save(page, async () => {
      await page.getByRole('button', { name: 'Save as something else' }).click();
      await page.getByRole('menuitem', { name: 'Save as web page' }).click();
    });
    const kept = join(app.host.home, 'report.html');
    await report.download.saveAs(kept);
    const reader = await page
      .context()
      .browser()!
      .newContext({ offline: true, viewport: { width: 1440, height: 900 } });
    const paper = await reader.newPage();
    await paper.goto(pathToFileURL(kept).href);
    expect(await paper.getByRole('heading').count()).toBeGreaterThan(3);
    expect(await paper.content()).not.toMatch(/\b17850\b/);
    await keepPicture(paper, 'retail-report');
    await reader.close();
    expect(app.complaints).toEqual([]);
  });
});
