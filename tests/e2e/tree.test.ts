import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, keepPicture, type OpenApp, openApp, openSample, untilDrawn } from './open-app.ts';

let app: OpenApp;
beforeAll(async () => {
  app = await openApp();
  await openSample(app.page);
  await goTo(app.page, 'Tree');
  await app.page.getByRole('button', { name: 'Grow the tree' }).click();
  await line(app.page).waitFor({ timeout: 60_000 });
  await untilDrawn(app.page);
}, 240_000);
afterAll(() => app.close());

/** A machine may have other things to do. */
const wait = { timeout: 60_000 };
const line = (page: Page) => page.getByRole('slider', { name: 'Where the tree is cut' });
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Details of what is selected' });
const given = (page: Page) => page.getByRole('group', { name: 'What this cut would give' });
const tool = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const segmentsDrawn = (page: Page) => page.locator('canvas[data-segments]').getAttribute('data-segments');
const segmentsOnMap = (page: Page) => page.locator('aside [data-segments]').getAttribute('data-segments');

/** Customers of every segment that the cut would give, as the list says. */
const sizesGiven = async (page: Page): Promise<number[]> =>
  (await given(page).getByRole('button').allInnerTexts()).map((text) =>
    Number(/\n([\d,]+)(\n|$)/.exec(text)![1]!.replaceAll(',', '')),
  );

describe('the tree', () => {
  it('says what a cut would give while the line is dragged, and rests where it is let go of', async () => {
    const { page } = app;
    const before = await line(page).getAttribute('aria-valuetext');
    expect(await segmentsDrawn(page)).toBe(before!.split(' ')[0]);
    const place = (await line(page).boundingBox())!;
    await page.mouse.move(place.x + 80, place.y);
    await page.mouse.down();
    await page.mouse.move(place.x + 80, place.y - 150, { steps: 12 });
    const during = (await line(page).getAttribute('aria-valuetext'))!.split(' ')[0]!;
    expect(Number(during)).toBeLessThan(Number.parseInt(before!, 10));
    await expect.poll(() => segmentsDrawn(page), wait).toBe(during);
    await expect.poll(() => segmentsOnMap(page), wait).toBe(during);
    await expect.poll(async () => (await sizesGiven(page)).length, wait).toBe(Number(during));
    const sizes = await sizesGiven(page);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(3000);
    await page.mouse.up();
    expect((await line(page).getAttribute('aria-valuetext'))!.split(' ')[0]).toBe(during);
    // It rests in the middle of the heights that cut into as many, where keys bring it too.
    const resting = (await line(page).boundingBox())!.y;
    await line(page).focus();
    await page.keyboard.press('ArrowUp');
    expect((await line(page).boundingBox())!.y).toBeLessThan(resting - 5);
    await page.keyboard.press('ArrowDown');
    expect((await line(page).boundingBox())!.y).toBeCloseTo(resting, 1);
  });

  it('is cut by keys alone, from one segment to as many as there can be', async () => {
    const { page } = app;
    await line(page).focus();
    const said = () => line(page).getAttribute('aria-valuetext');
    await page.keyboard.press('End');
    expect(await said()).toBe('1 segment');
    await page.keyboard.press('ArrowUp');
    expect(await said()).toBe('1 segment');
    await page.keyboard.press('PageDown');
    expect(await said()).toBe('6 segments');
    await page.keyboard.press('Home');
    expect(await said()).toBe('30 segments');
    await expect.poll(() => segmentsDrawn(page), wait).toBe('30');
    await page.waitForTimeout(300);
    await keepPicture(page, 'tree-thirty');
    const labels = await page.locator('button[aria-label$="customers"] > span:last-child').evaluateAll((spans) =>
      spans.map((span) => {
        const { left, right, top, bottom } = span.getBoundingClientRect();
        return { left, right, top, bottom };
      }),
    );
    for (const [i, one] of labels.entries())
      for (const other of labels.slice(i + 1))
        expect(
          one.right <= other.left + 1 ||
            other.right <= one.left + 1 ||
            one.bottom <= other.top ||
            other.bottom <= one.top,
        ).toBe(true);
    await page.keyboard.press('End');
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowDown');
    expect(await said()).toBe('4 segments');
  });

  it('is divided and joined branch by branch, and used as segments, which an undo takes back', async () => {
    const { page } = app;
    const bars = page.locator('button[aria-label$="customers"][aria-pressed]');
    // Tab leads to the first branch, arrows to the others, Enter chooses one: its customers are selected everywhere.
    await bars.first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const chosen = await page.locator(':focus').getAttribute('aria-label');
    const customers = /: ([\d,]+) customers/.exec(chosen!)![1]!;
    await page
      .getByText(new RegExp(`^${customers} customers`))
      .first()
      .waitFor();
    await tool(page, 'Divide').click();
    await page.getByRole('heading', { level: 1, name: '5 segments, cut branch by branch' }).waitFor();
    await tool(page, 'Join').click();
    await page.getByRole('heading', { level: 1, name: 'Where to cut: four groups of similar customers' }).waitFor();
    await tool(page, 'Divide').click();
    await expect.poll(() => segmentsOnMap(page), wait).toBe('5');
    await expect.poll(async () => (await sizesGiven(page)).length, wait).toBe(5);
    const sizes = await sizesGiven(page);
    await keepPicture(page, 'tree-divided');
    await page.getByRole('button', { name: 'Use these five' }).click();
    await page.getByText('These are your segments now.').waitFor({ timeout: 60_000 });
    expect(await sizesGiven(page)).toEqual(sizes);
    await goTo(page, 'Segments');
    await page.getByRole('heading', { level: 1, name: /^Five segments/ }).waitFor();
    await goTo(page, 'Tree');
    await page.getByRole('heading', { level: 1, name: '5 segments, cut branch by branch' }).waitFor();
    await page.getByRole('button', { name: /^Undo/ }).first().click();
    await page.getByRole('heading', { level: 2, name: 'What this cut would give' }).waitFor();
    await page.getByRole('button', { name: /^Redo/ }).first().click();
    await page.getByText('These are your segments now.').waitFor();
    await tool(page, 'Straighten').click();
    await page.getByRole('heading', { level: 1, name: 'Where to cut: five groups of similar customers' }).waitFor();
  });

  it('looks into a branch, cuts it there, and comes back', async () => {
    const { page } = app;
    await page.keyboard.press('Escape');
    await given(page).getByRole('button').first().click();
    await tool(page, 'Zoom in').click();
    const way = page.getByRole('navigation', { name: 'The branch that is shown' });
    await way.waitFor();
    expect(await line(page).getAttribute('aria-valuetext')).toBe('1 segment in this branch, 5 in all');
    await line(page).focus();
    await page.keyboard.press('ArrowDown');
    expect(await line(page).getAttribute('aria-valuetext')).toBe('2 segments in this branch, 6 in all');
    await keepPicture(page, 'tree-zoomed');
    await way.getByRole('button', { name: 'All 3,000 customers' }).click();
    await expect.poll(() => way.count()).toBe(0);
    // A double click looks into the branch under the pointer.
    const box = (await page.locator('[data-picture]').boundingBox())!;
    await page.mouse.dblclick(box.x + 260, box.y + box.height * 0.62);
    await way.waitFor();
    await way.getByRole('button').first().click();
  });

  it('is drawn as finely as wanted, and marks who is selected elsewhere', async () => {
    const { page } = app;
    await page.getByRole('combobox', { name: 'How finely the tree is drawn' }).click();
    await page.getByRole('option', { name: '4,000 twigs' }).click();
    await page.waitForTimeout(400);
    await goTo(page, 'Segments');
    await page.keyboard.press('Escape');
    await goTo(page, 'Tree');
    await line(page).waitFor();
    await untilDrawn(page);
    // It is as it was left.
    expect(await page.getByRole('combobox', { name: 'How finely the tree is drawn' }).inputValue()).toBe('4,000 twigs');
    const pixels = () =>
      page.locator('canvas[data-segments]').evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
    const plain = await pixels();
    await given(page).getByRole('button').nth(1).click();
    await expect.poll(pixels, wait).not.toBe(plain);
    await keepPicture(page, 'tree-selected');
    await page.keyboard.press('Escape');
    await expect.poll(pixels, wait).toBe(plain);
  });

  it('goes into a file, as the picture and as its figures', async () => {
    const { page } = app;
    for (const [item, ending] of [
      ['PNG', '.png'],
      ['SVG', '.svg'],
    ] as const) {
      await page
        .getByRole('button', { name: /^Copy or save/ })
        .first()
        .click();
      const waiting = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: new RegExp(item) }).click();
      expect((await waiting).suggestedFilename()).toMatch(new RegExp(`\\${ending}$`));
    }
    await page.getByRole('button', { name: 'Show as table' }).click();
    const rows = page.getByRole('table').first().getByRole('row');
    expect(await rows.count()).toBe(1 + (await given(page).getByRole('button').count()));
    await page.getByRole('button', { name: 'Show as picture' }).click();
  });

  it('is without complaints, for axe too', async () => {
    const { page, complaints } = app;
    await inspector(page).waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
