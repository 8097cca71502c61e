import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { goTo, keepPicture, type OpenApp, openApp, openSample, untilDrawn } from './open-app.ts';

let app: OpenApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

const stage = (page: Page) => page.locator('[data-view]');
const selected = (page: Page) => page.locator('footer').getByRole('status').innerText();
const view = async (page: Page) =>
  JSON.parse((await stage(page).getAttribute('data-view'))!) as { x0: number; x1: number; y0: number; y1: number };

/** Draws a loop, corners as shares of the picture. */
const drag = async (page: Page, corners: readonly (readonly [number, number])[]): Promise<void> => {
  const box = (await stage(page).boundingBox())!;
  const at = ([x, y]: readonly [number, number]) => [box.x + box.width * x, box.y + box.height * y] as const;
  await page.mouse.move(...at(corners[0]!));
  await page.mouse.down();
  for (const corner of corners.slice(1)) await page.mouse.move(...at(corner), { steps: 5 });
  await page.mouse.up();
};
const number = (text: string): number => Number(text.match(/([\d,]+) customers?/)![1]!.replaceAll(',', ''));

/** How many pixels of the dots' canvas have any colour. */
const painted = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const canvas = document.querySelector<HTMLCanvasElement>('[data-view] canvas')!;
    // What was drawn is there to be read in the frame in which it is drawn only.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const copy = document.createElement('canvas');
    [copy.width, copy.height] = [canvas.width, canvas.height];
    const plain = copy.getContext('2d')!;
    plain.drawImage(canvas, 0, 0);
    return plain.getImageData(0, 0, copy.width, copy.height).data.filter((value, i) => i % 4 === 3 && value > 0).length;
  });

const openMap = async (page: Page): Promise<void> => {
  await openSample(page);
  await goTo(page, 'Map');
  await untilDrawn(page);
  await stage(page).waitFor();
};

describe('the map', () => {
  it('selects by click, box and loop, adds with Shift, and comes closer and back', async () => {
    app = await openApp();
    const { page } = app;
    await openMap(page);
    expect(await page.locator('[data-drawn]').getAttribute('data-drawn')).toBe('webgl');

    // A name is its segment.
    const name = page.locator('[data-view] text', { hasText: 'Best customers' });
    const place = (await name.boundingBox())!;
    await page.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
    await expect.poll(() => selected(page)).toMatch(/^Best customers: 465 customers/);
    await keepPicture(page, 'map-selected');
    await page.keyboard.press('Escape');

    await page.getByText('Select a box').locator('..').click();
    await drag(page, [
      [0.02, 0.02],
      [0.98, 0.98],
    ]);
    await expect.poll(() => selected(page)).toMatch(/^3,000 customers/);
    await drag(page, [
      [0, 0.3],
      [0.33, 0.75],
    ]);
    await expect.poll(() => selected(page)).toMatch(/customers/);
    const left = number(await selected(page));
    expect(left).toBeGreaterThan(500);
    expect(left).toBeLessThan(3000);
    await page.getByText('Select freehand').locator('..').click();
    await page.keyboard.down('Shift');
    await drag(page, [
      [0.3, 0],
      [0.6, 0],
      [0.6, 0.3],
      [0.3, 0.3],
    ]);
    await page.keyboard.up('Shift');
    await expect.poll(async () => number(await selected(page))).toBeGreaterThan(left + 100);
    await keepPicture(page, 'map-loop');

    const home = await view(page);
    const box = (await stage(page).boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.wheel(0, -400);
    await expect.poll(async () => (await view(page)).x1).toBeLessThan(home.x1);
    const near = await view(page);
    await page.getByText('Move', { exact: true }).locator('..').click();
    await drag(page, [
      [0.5, 0.5],
      [0.7, 0.6],
    ]);
    await expect.poll(async () => (await view(page)).x0).toBeLessThan(near.x0);
    await keepPicture(page, 'map-near');
    await page.mouse.dblclick(box.x + 4, box.y + 4);
    await expect.poll(() => view(page)).toEqual(home);
    expect(app.complaints).toEqual([]);
  });

  it('is walked by keys alone', async () => {
    app = await openApp();
    const { page } = app;
    await openMap(page);
    await stage(page).focus();
    const said = page.locator('output');
    await page.keyboard.press('ArrowRight');
    const first = await said.innerText();
    expect(first).toMatch(/, \d+ customers$/);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => said.innerText()).not.toBe(first);
    const [reached] = (await said.innerText()).split(',');
    await page.keyboard.press('Enter');
    await expect.poll(() => selected(page)).toContain(`${reached}: `);
    await page.keyboard.press('Control+ArrowUp');
    await expect.poll(() => said.innerText()).toMatch(/^A customer of /);
    await page.keyboard.press('Control+ArrowUp');
    await page.getByText(/ in all$/).waitFor();
    await keepPicture(page, 'map-keys');
    await page.keyboard.press('Enter');
    await expect.poll(() => selected(page)).toMatch(/^1 customer/);
    const home = await view(page);
    await page.keyboard.press('+');
    await expect.poll(async () => (await view(page)).x1).toBeLessThan(home.x1);
    await page.keyboard.press('0');
    await expect.poll(() => view(page)).toEqual(home);
    expect(app.complaints).toEqual([]);
  });

  it('shows outlines, arrows and small maps, remembers them, and goes into files', async () => {
    app = await openApp();
    const { page } = app;
    await openMap(page);
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByLabel('Outlines').check();
    await page.getByLabel('Which facts pull where').check();
    await page.keyboard.press('Escape');
    await page.locator('[data-view] text', { hasText: 'Total spent' }).waitFor();
    await keepPicture(page, 'map-arrows');
    const save = async (format: string): Promise<Buffer> => {
      await page.getByRole('button', { name: /^Copy or save/ }).click();
      const download = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: format }).click();
      return readFileSync(await (await download).path());
    };
    const svg = (await save('SVG')).toString();
    expect(svg.match(/<circle/g)!.length).toBeGreaterThan(3000);
    expect(svg).toContain('>Best customers</text>');
    expect(svg).toContain('Bought once stand furthest from the rest');
    const png = await save('PNG');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBeGreaterThan(2200);

    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByLabel('A small map for each segment').check();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Valuable but gone: 360 customers' }).click();
    await expect.poll(() => selected(page)).toMatch(/^Valuable but gone: 360 customers/);
    await keepPicture(page, 'map-small-selected');
    await page.reload();
    await page.getByRole('button', { name: 'Valuable but gone: 360 customers' }).waitFor();
    expect(app.complaints).toEqual([]);
  });

  it('comes back when its graphics context is lost, and does without one', async () => {
    app = await openApp();
    const { page } = app;
    await openMap(page);
    await page.getByRole('button', { name: 'Closer' }).click();
    await page.evaluate(async () => {
      const gl = document.querySelector<HTMLCanvasElement>('[data-view] canvas')!.getContext('webgl2')!;
      const extension = gl.getExtension('WEBGL_lose_context')!;
      extension.loseContext();
      await new Promise((resolve) => setTimeout(resolve, 300));
      extension.restoreContext();
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    await keepPicture(page, 'map-restored');
    const lost = await page.evaluate(() =>
      document.querySelector<HTMLCanvasElement>('[data-view] canvas')!.getContext('webgl2')!.isContextLost(),
    );
    expect(lost).toBe(false);

    // A computer whose browser has no WebGL 2 draws on a plain canvas.
    await page.addInitScript(() => {
      const real = HTMLCanvasElement.prototype.getContext as (kind: string, ...more: unknown[]) => unknown;
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...more: unknown[]) {
        return kind === 'webgl2' ? null : real.call(this, kind, ...more);
      } as never;
    });
    await page.reload();
    await page.locator('[data-drawn="canvas"]').waitFor();
    await expect.poll(() => painted(page)).toBeGreaterThan(5000);
    await keepPicture(page, 'map-canvas');
    expect(app.complaints).toEqual([]);
  });
});
