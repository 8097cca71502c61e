import type { Browser, Page } from 'playwright-core';
import { goTo } from '../../tests/e2e/open-app.ts';
import { type Figure, figureOf } from './figures.ts';
import { makeProject } from './made-up.ts';
import { makeHome, removeHome, seenAt, visit } from './visit.ts';

const runs = 5;

/** Every dot on the screen: read back from the canvas, so that nothing is queued. */
const readBack = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const gl = document.querySelector<HTMLCanvasElement>('[data-view] canvas')!.getContext('webgl2')!;
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
  });

const drawMap = async (page: Page): Promise<number> => {
  await seenAt(page, 'table[aria-label="Segments"], table:has(caption)');
  const began = performance.now();
  await goTo(page, 'Map');
  await page.locator('[data-view] [data-drawn]').waitFor();
  await readBack(page);
  return performance.now() - began;
};

/** From the click on Map until every customer is on the screen, in a page just opened. */
export const measureDrawing = async (browser: Browser, customers: number): Promise<Figure[]> => {
  const home = makeHome();
  try {
    const project = await makeProject(home, 'customers', customers);
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const { page, close } = await visit(browser, home, project);
      times.push(await drawMap(page));
      await close();
    }
    return [figureOf(`${customers.toLocaleString('en')} points drawn`, times, 4_000)];
  } finally {
    removeHome(home);
  }
};

/** Draws a loop around all left of `edge` and stops before letting go. */
const draw = async (page: Page, edge: number): Promise<void> => {
  const box = (await page.locator('[data-view]').boundingBox())!;
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
  await page.mouse.move(...at(0.1, 0.1));
  await page.mouse.down();
  for (const [x, y] of [
    [edge, 0.1],
    [edge, 0.9],
    [0.1, 0.9],
    [0.1, 0.12],
  ] as const)
    await page.mouse.move(...at(x, y), { steps: 12 });
};

/** From letting go until the status bar and the column beside say it and the map, read back, shows it. */
const letGo = async (page: Page): Promise<number> => {
  await page.evaluate(() => {
    const state = globalThis as unknown as { selectedIn: Promise<number> };
    const words = () =>
      `${document.querySelector('footer')!.textContent} ${document.querySelector('aside')!.textContent}`;
    state.selectedIn = new Promise((resolve) => {
      const onUp = () => {
        const start = performance.now();
        const before = words();
        const look = () => {
          if (words() === before) {
            requestAnimationFrame(look);
            return;
          }
          requestAnimationFrame(() =>
            setTimeout(() => {
              const gl = document.querySelector<HTMLCanvasElement>('[data-view] canvas')!.getContext('webgl2')!;
              gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
              resolve(performance.now() - start);
            }),
          );
        };
        look();
      };
      window.addEventListener('pointerup', onUp, { capture: true, once: true });
    });
  });
  await page.mouse.up();
  return page.evaluate(() => (globalThis as unknown as { selectedIn: Promise<number> }).selectedIn);
};

export const measureSelecting = async (browser: Browser, customers: number): Promise<Figure[]> => {
  const home = makeHome();
  try {
    const project = await makeProject(home, 'customers', customers);
    const { page, close } = await visit(browser, home, project);
    await drawMap(page);
    await page.getByText('Select freehand').locator('..').click();
    const times: number[] = [];
    // The first loop warms up what every further one uses.
    for (let run = 0; run <= runs; run += 1) {
      await draw(page, 0.42 + 0.08 * run);
      const time = await letGo(page);
      if (run > 0) times.push(time);
    }
    await close();
    return [figureOf(`selecting by lasso among ${customers.toLocaleString('en')}, every view`, times, 100)];
  } finally {
    removeHome(home);
  }
};
