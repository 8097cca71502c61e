import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeOrders } from '../contract/shop-files.ts';
import { eventually } from './eventually.ts';
import { type RunningDesktop, removeHome, startDesktop } from './start-desktop.ts';

let desktop: RunningDesktop;
let page: Page;
let taken: string[];

const segmentRows = () => page.getByRole('table', { name: 'Segments', exact: true }).locator('tbody tr');
const nameOf = (row: number) => segmentRows().nth(row).getByRole('rowheader').getByRole('button').first();

const rename = async (row: number, name: string) => {
  await segmentRows().nth(row).getByRole('rowheader').getByRole('button').nth(1).click();
  const field = page.getByRole('textbox', { name: /name/i });
  await field.fill(name);
  return field;
};

/** As the system drops a file onto the window. */
const drop = async (path: string) => {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 500, y: 400, data });
  await session.detach();
};

describe('the desktop app (its real entry, preload, page and services; Electron stood in for)', () => {
  beforeAll(async () => {
    desktop = await startDesktop();
    page = await desktop.page();
    taken = [];
    page.on('request', (request) => request.method() === 'PUT' && taken.push(request.url()));
  });
  afterAll(async () => {
    await desktop.quit();
    removeHome(desktop.home);
  });

  it('opens the sample shop with one click', async () => {
    await page.getByRole('button', { name: 'Try the sample shop' }).click();
    await segmentRows().first().waitFor({ timeout: 60_000 });
    expect(await segmentRows().count()).toBeGreaterThanOrEqual(4);
    expect(await page.getByText('Sent to the internet: 0 bytes').count()).toBe(1);
  });

  it('tells the menu and the system’s recent documents', async () => {
    const path = join(desktop.home, 'Documents/Tessera/Sample shop.tessera');
    await eventually(async () => {
      const { menu, recentDocuments } = await desktop.do('state');
      expect(recentDocuments).toEqual([path]);
      expect(menu).toContainEqual({ id: 'recent-0', label: 'Sample shop', enabled: true });
      expect(menu).toContainEqual({ id: 'report', label: 'Report …', enabled: true });
    });
  });

  it('undoes by the menu: the project, or the text field that is being edited', async () => {
    const before = await nameOf(0).innerText();
    await (await rename(0, 'Friends of the house')).press('Enter');
    await eventually(async () => expect(await nameOf(0).innerText()).toBe('Friends of the house'));
    await eventually(async () => {
      const undo = (await desktop.do('state')).menu.find(({ id }) => id === 'undo');
      expect(undo?.label).toMatch(/^Undo: .*Friends of the house/);
    });

    await segmentRows().nth(1).getByRole('rowheader').getByRole('button').nth(1).click();
    const field = page.getByRole('textbox', { name: /name/i });
    const asItWas = await field.inputValue();
    await field.pressSequentially('x');
    await desktop.do('chooseItem', 'undo');
    await eventually(async () => expect(await field.inputValue()).toBe(asItWas));
    await field.press('Escape');
    expect(await nameOf(0).innerText()).toBe('Friends of the house');

    await desktop.do('chooseItem', 'undo');
    await eventually(async () => expect(await nameOf(0).innerText()).toBe(before));
    await desktop.do('chooseItem', 'redo');
    await eventually(async () => expect(await nameOf(0).innerText()).toBe('Friends of the house'));
  });

  it('writes an export where the save dialog says, and nothing where it is closed', async () => {
    const path = join(desktop.home, 'out', 'who.csv');
    mkdirSync(join(desktop.home, 'out'));
    await desktop.do('answerSave', null);
    await desktop.do('answerSave', path);
    for (const count of [1, 2]) {
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Who is in which segment, as CSV' }).click();
      await eventually(async () => expect((await desktop.do('state')).dialogs).toHaveLength(count));
    }
    await page.getByText('is ready.').waitFor();
    expect(readdirSync(join(desktop.home, 'out'))).toEqual(['who.csv']);
    const lines = readFileSync(path, 'utf8').trim().split('\n');
    const text = await page.locator('footer').innerText();
    expect(lines.length - 1).toBe(Number(/([\d,]+) customers/.exec(text)?.[1]?.replaceAll(',', '')));
    expect(lines.join('\n')).toContain('Friends of the house');
    const [dialog] = (await desktop.do('state')).dialogs;
    expect(dialog?.options).toMatchObject({ defaultPath: join(desktop.home, 'Documents', 'Sample shop segments.csv') });
  });

  it('says in a sentence that a place cannot be written to', async () => {
    await desktop.do('answerSave', join(desktop.home, 'no-such-folder', 'who.csv'));
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Who is in which segment, as CSV' }).click();
    const told = page.getByRole('alert').filter({ hasText: /went wrong|who\.csv/ });
    await told.waitFor();
    await told.getByRole('button').click();
  });

  it('imports what the open dialog chose, from where it stands', async () => {
    const csv = writeOrders(join(desktop.home, 'shop'), { lines: 3_000, customers: 400 }, 'orders of may.csv');
    await desktop.do('answerOpen', [csv]);
    await desktop.do('chooseItem', 'open');
    await page.getByText(/400 customers, .*Right\?/).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Looks right' }).click();
    await segmentRows().first().waitFor({ timeout: 60_000 });
    await eventually(async () =>
      expect((await desktop.do('state')).menu).toContainEqual({
        id: 'recent-0',
        label: 'orders of may',
        enabled: true,
      }),
    );
    expect(existsSync(join(desktop.home, 'Documents/Tessera/orders of may.tessera'))).toBe(true);
    expect(taken).toEqual([]);
  });

  it('reads a dropped file from where it stands', async () => {
    const csv = writeOrders(join(desktop.home, 'shop'), { lines: 900, customers: 77 }, 'dropped.csv');
    await desktop.do('know', [{ name: basename(csv), size: statSync(csv).size, path: csv }]);
    await drop(csv);
    await page.getByText(/77 customers, .*Right\?/).waitFor({ timeout: 60_000 });
    expect(taken).toEqual([]);
    await page.getByRole('button', { name: 'Not this file' }).click();
  });

  it('opens a recent project from the menu, and closes it', async () => {
    await desktop.do('chooseItem', 'recent-1');
    await eventually(async () => expect(await nameOf(0).innerText()).toBe('Friends of the house'));
    await desktop.do('chooseItem', 'close-project');
    await page.getByRole('button', { name: 'Try the sample shop' }).waitFor();
    await eventually(async () =>
      expect((await desktop.do('state')).menu).toContainEqual({
        id: 'close-project',
        label: 'Close project',
        enabled: false,
      }),
    );
  });

  it('leaves one file a project and nothing else when it is quit', async () => {
    await desktop.do('chooseItem', 'recent-0');
    await segmentRows().first().waitFor();
    expect(await desktop.quit()).toBe(0);
    expect(desktop.errors()).toBe('');
    expect(readdirSync(join(desktop.home, 'Documents/Tessera')).sort()).toEqual([
      'Sample shop.tessera',
      'orders of may.tessera',
    ]);
    expect(readdirSync(join(desktop.home, 'tmp')).filter((name) => /^tessera-\d/.test(name))).toEqual([]);
  });
});
