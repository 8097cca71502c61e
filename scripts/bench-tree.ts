/**
 * How fast the tree is while its cut is dragged, in a real browser over the built app: `node scripts/bench-tree.ts
 * [customers] [leaves]`. Makes a shop, grows its tree, drags the line up and down, and prints how long a frame of the tree
 * takes, and how long the map beside it takes to follow.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createRandom } from '../src/shared/engine/random.ts';
import { launchBrowser } from '../tests/support/browser.ts';
import { startHost } from '../tests/support/browser-host.ts';

const customers = Number(process.argv[2] ?? 100_000);
const leaves = Number(process.argv[3] ?? 4_000);

/** Order lines of so many customers of seven kinds: how often they come, how much they spend, since when they are gone. */
const shopFile = (folder: string): string => {
  const random = createRandom(5);
  const kinds = [
    [1, 20, 650],
    [1, 400, 500],
    [3, 35, 200],
    [4, 120, 120],
    [6, 60, 40],
    [8, 25, 20],
    [12, 180, 15],
  ] as const;
  const lines = ['Customer,Order,Date,Amount'];
  let order = 0;
  for (let customer = 1; customer <= customers; customer += 1) {
    const [orders, spend, gone] = kinds[Math.floor(random() ** 1.5 * kinds.length)]!;
    const count = Math.max(1, Math.round(orders * (0.5 + random())));
    for (let i = 0; i < count; i += 1) {
      order += 1;
      const daysAgo = Math.floor(gone * (0.3 + random()) + i * 30 * random());
      const day = new Date(Date.UTC(2025, 10, 30) - daysAgo * 86_400_000).toISOString().slice(0, 10);
      lines.push(`C${customer},O${order},${day},${(spend * (0.4 + 1.2 * random())).toFixed(2)}`);
    }
  }
  const path = join(folder, 'shop.csv');
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
};

const openTree = async (page: Page, file: string): Promise<number> => {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a spreadsheet' }).first().click();
  await (await chooser).setFiles(file);
  await page.getByRole('button', { name: 'Looks right' }).click({ timeout: 120_000 });
  const screens = page.getByRole('navigation', { name: 'Screens' });
  await page.getByRole('heading', { level: 1, name: /segments;/ }).waitFor({ timeout: 120_000 });
  await screens.getByRole('button', { name: 'Tree' }).click();
  const grow = page.getByRole('button', { name: 'Grow the tree' });
  await grow.waitFor({ timeout: 120_000 });
  const began = performance.now();
  await grow.click();
  await page.getByRole('slider', { name: 'Where the tree is cut' }).waitFor({ timeout: 180_000 });
  return performance.now() - began;
};

const seen = (page: Page) =>
  page.evaluate(() => {
    const gl = document.createElement('canvas').getContext('webgl2');
    const names = gl?.getExtension('WEBGL_debug_renderer_info');
    return names ? String(gl!.getParameter(names.UNMASKED_RENDERER_WEBGL)) : 'no WebGL';
  });

interface Dragged {
  /** Milliseconds that the page is busy with another number of segments: what the pointer's move sets off, and its frame. */
  readonly frames: number[];
  /** Milliseconds from another number of segments to the map that shows it. */
  readonly follows: number[];
  /** From letting go to the map that shows the final cut. */
  readonly final: number;
}

/** Drags the line up and down by the page's own events, a step a frame, so that nothing but the page is measured. */
const drag = (page: Page): Promise<Dragged> =>
  page.evaluate(async () => {
    const line = document.querySelector<HTMLElement>('[role="slider"]')!;
    const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-segments]')!;
    const map = document.querySelector<HTMLElement>('aside [data-segments]')!;
    const box = line.parentElement!.getBoundingClientRect();
    const start = line.getBoundingClientRect().top;
    line.setPointerCapture = () => undefined;
    const fire = (type: string, clientY: number) =>
      line.dispatchEvent(
        new PointerEvent(type, { bubbles: true, cancelable: true, clientX: box.left, clientY, button: 0 }),
      );
    const frames: number[] = [];
    const follows: number[] = [];
    /** The cut that the map has not shown yet, and since when there is another one than it shows; none where `k` is empty. */
    const waiting = { k: '', since: 0 };
    new MutationObserver(() => {
      if (map.dataset.segments !== waiting.k) return;
      follows.push(performance.now() - waiting.since);
      waiting.k = '';
    }).observe(map, { attributes: true, attributeFilter: ['data-segments'] });
    /** From a frame's first callback to the end of its layout and painting. */
    const frame = () =>
      new Promise<number>((resolve) => {
        requestAnimationFrame(() => {
          const began = performance.now();
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolve(performance.now() - began);
          channel.port2.postMessage(null);
        });
      });
    fire('pointerdown', start);
    const reach = box.height * 0.55;
    for (let step = 0; step < 360; step += 1) {
      const before = canvas.dataset.segments;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await new Promise((resolve) => setTimeout(resolve, 0));
      const painted = frame();
      const since = performance.now();
      fire('pointermove', box.top + 40 + (reach * (1 - Math.cos((step / 60) * Math.PI))) / 2);
      // React renders right after the event, before whoever waits from here on.
      await Promise.resolve();
      const handled = performance.now() - since;
      const drawn = await painted;
      const after = canvas.dataset.segments!;
      if (after === before) continue;
      frames.push(handled + drawn);
      if (waiting.k === '') waiting.since = since;
      waiting.k = after;
    }
    const letGo = performance.now();
    fire('pointerup', 0);
    while (map.dataset.segments !== canvas.dataset.segments && performance.now() - letGo < 5_000)
      await new Promise((resolve) => setTimeout(resolve, 2));
    return { frames, follows, final: performance.now() - letGo };
  });

/** What a step costs the page's main thread in processor time, whatever else the machine does, the map's share included. */
const processorTime = async (page: Page): Promise<number[]> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
  };
  const line = page.getByRole('slider', { name: 'Where the tree is cut' });
  await line.focus();
  await page.keyboard.press('End');
  await page.waitForTimeout(300);
  const costs: number[] = [];
  for (const key of ['ArrowDown', 'ArrowUp'])
    for (let i = 0; i < 15; i += 1) {
      const before = await busy();
      await page.keyboard.press(key);
      await page.waitForTimeout(250);
      costs.push((await busy()) - before);
    }
  return costs;
};

const figures = (values: readonly number[]): string => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(1);
  return `best ${at(0)} ms, median ${at(0.5)} ms, 95 % ${at(0.95)} ms, worst ${at(1)} ms (${values.length})`;
};

const folder = mkdtempSync(join(tmpdir(), 'tessera-bench-'));
const host = await startHost();
const browser = await launchBrowser();
try {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })).newPage();
  await page.goto(host.url);
  const grown = await openTree(page, shopFile(folder));
  await page.getByRole('combobox', { name: 'How finely the tree is drawn' }).click();
  const drawn = performance.now();
  await page.getByRole('option', { name: `${leaves.toLocaleString('en-GB')} twigs` }).click();
  await page.waitForFunction(() => document.querySelector('canvas[data-segments]') !== null);
  await page.waitForTimeout(1_500);
  if (process.env.TESSERA_PICTURES)
    await page.screenshot({ path: join(process.env.TESSERA_PICTURES, 'bench-tree.png') });
  process.stdout.write(`GL renderer: ${await seen(page)}\n`);
  process.stdout.write(
    `load of the machine: ${loadavg()
      .map((one) => one.toFixed(1))
      .join(' ')}\n`,
  );
  process.stdout.write(
    `grown and shown, ${customers} customers: ${(grown / 1000).toFixed(2)} s; redrawn within ${(performance.now() - drawn).toFixed(0)} ms with its wait of 1.5 s\n`,
  );
  for (const round of ['warming up', 'measured']) {
    const { frames, follows, final } = await drag(page);
    process.stdout.write(
      `${round}, ${leaves} leaves\n  tree: ${figures(frames)}\n  map follows: ${figures(follows)}\n`,
    );
    process.stdout.write(`  final ${final.toFixed(0)} ms after letting go\n`);
  }
  process.stdout.write(`processor time of a step, map and figures included: ${figures(await processorTime(page))}\n`);
  process.stdout.write(
    `load of the machine: ${loadavg()
      .map((one) => one.toFixed(1))
      .join(' ')}\n`,
  );
} finally {
  await browser.close();
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
}
