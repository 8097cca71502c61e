/**
 * Measures the screens of the built app in a real Chromium: `node scripts/bench-screens.ts [part …] [--json file]`, after
 * `node scripts/build.ts`. Parts: `start`, `open`, `select`, `draw`, `memory` (`--journeys 300`,
 * most of an hour); all of them unless told otherwise. The tree has a benchmark of its own (`bench-tree.ts`). The machine,
 * the browser and its GL renderer are named, for a machine without a graphics card draws by software.
 */
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../tests/support/browser.ts';
import { type Figure, figureLine } from './bench-screens/figures.ts';
import { measureMemory } from './bench-screens/journeys.ts';
import { measureDrawing, measureSelecting } from './bench-screens/map.ts';
import { measureOpening, measureStart } from './bench-screens/start.ts';
import { glRenderer } from './bench-screens/visit.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, journeys: { type: 'string', default: '300' } },
});

const parts: Readonly<Record<string, (browser: Browser) => Promise<Figure[]>>> = {
  start: measureStart,
  open: (browser) => measureOpening(browser, 500_000),
  select: (browser) => measureSelecting(browser, 100_000),
  draw: (browser) => measureDrawing(browser, 1_000_000),
  memory: (browser) => measureMemory(browser, Number(values.journeys)),
};
const asked = positionals.length > 0 ? positionals : Object.keys(parts);
const unknown = asked.find((name) => parts[name] === undefined);
if (unknown !== undefined)
  throw new Error(`There is no part “${unknown}”; choose from ${Object.keys(parts).join(', ')}.`);

const browser = await launchBrowser();
try {
  const page = await browser.newPage();
  const machine = {
    processor: cpus()[0]!.model,
    cores: cpus().length,
    node: process.version,
    chromium: browser.version(),
    gl: await glRenderer(page),
    load: loadavg()[0]!,
  };
  await page.close();
  console.log(
    `${machine.cores} cores of ${machine.processor}, ${machine.load.toFixed(1)} waiting for one; Chromium ${machine.chromium}, ${machine.gl}`,
  );
  const figures: Figure[] = [];
  for (const name of asked) {
    const found = await parts[name]!(browser);
    for (const figure of found) console.log(`  ${figureLine(figure)}`);
    figures.push(...found);
  }
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ machine, figures }, null, 2)}\n`);
} finally {
  await browser.close();
}
