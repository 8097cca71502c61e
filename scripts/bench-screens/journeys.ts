import { createServer } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { goTo, showView } from '../../tests/e2e/open-app.ts';
import { type Figure, figureOf } from './figures.ts';
import { makeProject } from './made-up.ts';
import { hearNoRequests, type Memory, memoryReader } from './memory.ts';
import { makeHome, removeHome, visit } from './visit.ts';

/** So many journeys warm up, and after every so many the memory is read. */
const apart = 30;

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port')),
      );
    });
  });

const openRecent = async (page: Page, name: string): Promise<void> => {
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Find or do anything' }).fill('Open another project');
  await page.waitForTimeout(300);
  await page.keyboard.press('Enter');
  await page
    .getByRole('button', { name: new RegExp(name) })
    .first()
    .click();
  // The view is the one that was left.
  await showView(page, 'Cards');
  await page.getByRole('table', { name: 'Segments', exact: true }).waitFor();
};

const lookAtSegments = async (page: Page): Promise<void> => {
  await page
    .getByRole('table', { name: 'Segments', exact: true })
    .getByRole('row')
    .nth(1)
    .getByRole('rowheader')
    .click();
  await page.getByRole('heading', { name: 'What to do' }).waitFor();
  await showView(page, 'Table');
  await showView(page, 'Differences');
  await page.locator('[data-picture], .js-plotly-plot').first().waitFor();
  await showView(page, 'Spread');
  await page.locator('[data-picture="spread"]').first().waitFor();
  await showView(page, 'Lines');
  await page.locator('[data-picture="lines"] canvas[data-lines]').waitFor();
  await showView(page, 'How many');
};

/** Draws a loop around the middle of the map. */
const lasso = async (page: Page): Promise<void> => {
  await goTo(page, 'Map');
  await page.locator('[data-view] [data-drawn]').waitFor();
  await page.getByText('Select freehand').locator('..').click();
  const box = (await page.locator('[data-view]').boundingBox())!;
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
  await page.mouse.move(...at(0.3, 0.3));
  await page.mouse.down();
  for (const [x, y] of [
    [0.7, 0.3],
    [0.7, 0.7],
    [0.3, 0.7],
    [0.3, 0.32],
  ] as const)
    await page.mouse.move(...at(x, y), { steps: 6 });
  await page.mouse.up();
  await page.getByText('Two facts', { exact: true }).click();
  await page.locator('[data-view] [data-drawn]').waitFor();
};

const cutTheTree = async (page: Page): Promise<void> => {
  await goTo(page, 'Tree');
  const cut = page.getByRole('slider', { name: 'Where the tree is cut' });
  const grow = page.getByRole('button', { name: 'Grow the tree' });
  await cut.or(grow).first().waitFor();
  if (await grow.isVisible()) await grow.click();
  await cut.waitFor();
  const place = (await cut.boundingBox())!;
  await page.mouse.move(place.x + 80, place.y);
  await page.mouse.down();
  await page.mouse.move(place.x + 80, place.y - 60, { steps: 8 });
  await page.mouse.move(place.x + 80, place.y, { steps: 8 });
  await page.mouse.up();
};

const lookUpACustomer = async (page: Page, turn: number): Promise<void> => {
  await goTo(page, 'Customers');
  const grid = page.getByRole('grid', { name: 'Customers' });
  await grid.getByRole('row').nth(2).waitFor();
  const search = page.getByRole('textbox', { name: 'Find by number, name or e-mail' });
  await search.fill(String(turn % 10));
  await grid.getByRole('link').first().click();
  await page.getByRole('heading', { name: 'What is unusual' }).waitFor();
};

/** One round through every screen of a project that is opened for it. */
const journey = async (page: Page, project: string, turn: number): Promise<void> => {
  await openRecent(page, project);
  await lookAtSegments(page);
  await lasso(page);
  await cutTheTree(page);
  await lookUpACustomer(page, turn);
  await goTo(page, 'Customer facts');
  await page.getByRole('main').getByRole('region').first().waitFor();
  await goTo(page, 'Data');
  await page.getByRole('main').getByRole('heading').first().waitFor();
  await goTo(page, 'Report');
  await page.getByRole('list', { name: 'The report' }).getByRole('img').first().waitFor();
};

/**
 * The memory of page and host after so many journeys against after the first of them, both collected. Two projects take
 * turns, so that each journey closes one and opens the other in the same page and host.
 * @param journeys how many are counted, after as many to warm up as lie between two readings; a few are enough to try it
 */
export const measureMemory = async (browser: Browser, journeys: number): Promise<Figure[]> => {
  const warming = Math.min(apart, journeys);
  const home = makeHome();
  try {
    const projects = [await makeProject(home, 'orders', 2_000), await makeProject(home, 'orders', 500)];
    const names = ['orders-2000', 'orders-500'];
    // Each is opened once by its path, so that both stand among the recent ones.
    for (const project of projects) await (await visit(browser, home, project)).close();
    const port = await freePort();
    const { page, host, complaints, close } = await visit(browser, home, `--inspect=127.0.0.1:${port}`, projects[1]!);
    page.setDefaultTimeout(60_000);
    await hearNoRequests(page);
    await page.getByRole('table', { name: 'Segments', exact: true }).waitFor();
    const reader = await memoryReader(browser, page, { pid: host.process.pid!, inspectorPort: port });
    const readings: Memory[] = [];
    for (let turn = 0; turn <= warming + journeys; turn += 1) {
      if (turn >= warming && (turn - warming) % warming === 0) readings.push(await reader.read());
      if (turn < warming + journeys) await journey(page, names[turn % 2]!, turn);
    }
    await reader.close();
    await close();
    if (complaints.length > 0) throw new Error(`The page complained: ${complaints.join('; ')}`);
    const first = readings[0]!;
    return Object.keys(first).map((key) => {
      const name = key as keyof Memory;
      const grown = readings.slice(1).map((reading) => 100 * (reading[name] / first[name] - 1));
      const megabytes = readings.map((reading) => reading[name].toFixed(0)).join(', ');
      // What counts is where it ends; the way there stands beside it.
      return figureOf(`${name} after ${journeys} journeys (${megabytes} MB)`, [grown.at(-1)!], 20, '%');
    });
  } finally {
    removeHome(home);
  }
};
