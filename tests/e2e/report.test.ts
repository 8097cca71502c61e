import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageOf, reportInput, shopKinds } from '../shared/report/report-fixture.ts';
import { launchBrowser } from '../support/browser.ts';

const input = reportInput();
const small = reportInput(shopKinds.map((kind) => ({ ...kind, size: 20 })));
const reports = {
  anonymous: pageOf(input),
  withCustomers: pageOf({
    ...small,
    customers: {
      order: 'bySpend',
      most: null,
      lists: small.segmentation.segments.map(({ id }) => ({
        segmentId: id,
        customers: [{ key: `C${id}`, name: 'Ada Example', email: `ada${id}@example.com`, values: [3, 4, 1200] }],
      })),
    },
  }),
};

let folder: string;
const browsers: Browser[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-report-'));
  for (const [name, markup] of Object.entries(reports)) writeFileSync(join(folder, `${name}.html`), markup);
});
afterAll(async () => {
  for (const browser of browsers) await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a report as a file, and notes everything that it asks for or complains of. */
const open = async (name: keyof typeof reports, options: BrowserContextOptions) => {
  // One each: the packaged browser is one process, which ends with its first page.
  const browser = await launchBrowser();
  browsers.push(browser);
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const asked: string[] = [];
  const said: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => said.push(message.text()));
  const address = pathToFileURL(join(folder, `${name}.html`)).href;
  await page.goto(address);
  return { page, asked, said, address, close: () => browser.close() };
};

const violations = async (page: Page): Promise<string[]> =>
  (await new AxeBuilder({ page }).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
  );

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each(Object.keys(reports) as (keyof typeof reports)[])('the report (%s) in a browser', (name) => {
  it.each([
    ['light', 1200],
    ['dark', 1200],
    ['light', 380],
    ['dark', 380],
  ] as const)('is accessible and fits, %s and %d wide', async (colorScheme, width) => {
    const { page, asked, said, address, close } = await open(name, { colorScheme, viewport: { width, height: 900 } });
    await page.getByText('Method details').click();
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(asked).toEqual([address]);
    expect(said).toEqual([]);
    await close();
  });
});

describe('the printed report', () => {
  it('is light and shows the method, whatever the screen showed', async () => {
    const { page, close } = await open('anonymous', { colorScheme: 'dark' });
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await ground()).toBe('rgb(20, 22, 26)');
    const method = page.locator('details dl');
    expect(await method.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await ground()).toBe('rgb(255, 255, 255)');
    expect(await method.isVisible()).toBe(true);
    await close();
  });

  it('takes few pages', async () => {
    const { page, close } = await open('anonymous', {});
    const file = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const pages = file.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThanOrEqual(2);
    expect(pages).toBeLessThanOrEqual(16);
    await close();
  });
});
