import type { Browser } from 'playwright-core';
import { openSample } from '../../tests/e2e/open-app.ts';
import { type Figure, figureOf } from './figures.ts';
import { makeProject } from './made-up.ts';
import { makeHome, removeHome, seenAt, visit } from './visit.ts';

const runs = 5;
const segments = 'table[aria-label="Segments"], table:has(caption)';

/** A project of the sample in this home, and its path. */
const sampleIn = async (browser: Browser, home: string): Promise<string> => {
  const { page, close } = await visit(browser, home);
  await openSample(page);
  const path = await page.evaluate(async () => {
    const answer = await fetch('/rpc/project/info', { method: 'POST', body: '{}' });
    return ((await answer.json()) as { json: { path: string } }).json.path;
  });
  await close();
  return path;
};

/** From the start of the host's process, the browser already there, to the segments of the sample on the screen. */
export const measureStart = async (browser: Browser): Promise<Figure[]> => {
  const home = makeHome();
  try {
    const project = await sampleIn(browser, home);
    const [usable, listening]: [number[], number[]] = [[], []];
    for (let run = 0; run < runs; run += 1) {
      const visited = await visit(browser, home, project);
      usable.push((await seenAt(visited.page, segments)) - visited.startedAt);
      listening.push(visited.listeningMs);
      await visited.close();
    }
    return [
      figureOf('start to usable on the sample', usable, 1_500),
      figureOf('  of that, until the host listens with the project open', listening),
    ];
  } finally {
    removeHome(home);
  }
};

/** From the click on a recent project of so many customers to its segments on the screen. */
export const measureOpening = async (browser: Browser, customers: number): Promise<Figure[]> => {
  const home = makeHome();
  try {
    const project = await makeProject(home, 'orders', customers);
    const first = await visit(browser, home, project);
    await seenAt(first.page, segments);
    await first.close();
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const { page, close } = await visit(browser, home);
      const recent = page.getByRole('button', { name: new RegExp(`orders-${customers}`) });
      await recent.waitFor();
      const began = await page.evaluate(() => performance.timeOrigin + performance.now());
      await recent.click();
      times.push((await seenAt(page, segments)) - began);
      await close();
    }
    return [figureOf(`opening ${customers.toLocaleString('en')} customers`, times, 2_000)];
  } finally {
    removeHome(home);
  }
};
