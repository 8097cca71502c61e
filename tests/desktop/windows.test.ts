import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { writeOrders } from '../contract/shop-files.ts';
import { eventually } from './eventually.ts';
import { type RunningDesktop, removeHome, startAgain, startDesktop } from './start-desktop.ts';

let desktop: RunningDesktop | null = null;
const start = async (...given: Parameters<typeof startDesktop>): Promise<RunningDesktop> => {
  desktop = await startDesktop(...given);
  return desktop;
};
afterEach(async () => {
  await desktop?.quit();
  if (desktop) removeHome(desktop.home);
  desktop = null;
});

/** The contract as the page uses it. */
const ask = async (page: Awaited<ReturnType<RunningDesktop['page']>>, method: string, input: unknown = undefined) =>
  page.evaluate(
    async ([path, json]) => {
      const answer = await fetch(`/rpc/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ json }),
      });
      return ((await answer.json()) as { json: { path?: string; name?: string } | null }).json;
    },
    [method, input] as const,
  );

describe('the desktop’s windows', () => {
  it('opens the file that it was started with, and the one that a second start hands over', async () => {
    const { home } = await start();
    const csv = writeOrders(join(home, 'shop'), { lines: 500, customers: 60 }, 'handed over.csv');
    const page = await desktop!.page();
    await page.getByRole('button', { name: 'Try the sample shop' }).waitFor();
    expect(await startAgain(home, [csv])).toBe(0);
    await page.getByText(/60 customers, .*Right\?/).waitFor({ timeout: 60_000 });
    expect((await desktop!.do('state')).windows).toHaveLength(1);
    const project = await ask(page, 'project/create', { name: 'Kept' });
    expect(await desktop!.quit()).toBe(0);

    desktop = await startDesktop({ home, files: [project!.path!] });
    const again = await desktop.page();
    await eventually(async () => expect(await ask(again, 'project/info')).toMatchObject({ name: 'Kept' }));
  });

  it('opens what the system asks for (a double click on a Mac)', async () => {
    const { home } = await start();
    const page = await desktop!.page();
    await page.getByRole('button', { name: 'Try the sample shop' }).waitFor();
    const first = await ask(page, 'project/create', { name: 'First', path: join(home, 'first.tessera') });
    await ask(page, 'project/create', { name: 'Second', path: join(home, 'second.tessera') });
    await desktop!.do('openFile', first!.path!);
    await eventually(async () => expect(await ask(page, 'project/info')).toMatchObject({ path: first!.path }));
  });

  it('shares one project between two windows of one process', async () => {
    const { home } = await start();
    const page = await desktop!.page();
    await page.getByRole('button', { name: 'Try the sample shop' }).waitFor();
    await ask(page, 'project/create', { name: 'Shared', path: join(home, 'shared.tessera') });
    await desktop!.do('chooseItem', 'new-window');
    const second = await desktop!.page(1);
    await second.getByRole('button', { name: 'Open a spreadsheet' }).first().waitFor();
    expect(await ask(second, 'project/info')).toMatchObject({ path: join(home, 'shared.tessera') });
    await desktop!.do('closeWindow', 1);
    await eventually(async () => expect((await desktop!.do('state')).windows).toHaveLength(1));
    // The page itself can ask for one as well.
    await page.evaluate(() =>
      (globalThis as unknown as { tessera: { newWindow(): Promise<void> } }).tessera.newWindow(),
    );
    await eventually(async () => expect((await desktop!.do('state')).windows).toHaveLength(2));
    await desktop!.do('closeWindow', 1);
    expect(await ask(page, 'project/info')).toMatchObject({ path: join(home, 'shared.tessera') });
  });

  it('ends with its last window', async () => {
    await start();
    await desktop!.page();
    await desktop!.do('closeWindow', 0);
    expect(await desktop!.exited).toBe(0);
  });

  it('comes back where it was left, unless that is off the screen', async () => {
    const { home } = await start();
    await desktop!.page();
    await desktop!.do('moveWindow', 0, 200, 100, 1000, 700);
    await desktop!.quit();
    expect(JSON.parse(readFileSync(join(home, '.config/tessera/window.json'), 'utf8'))).toMatchObject({
      x: 200,
      maximized: false,
    });
    desktop = await startDesktop({ home });
    await desktop.page();
    expect((await desktop.do('state')).windows[0]?.bounds).toEqual({ x: 200, y: 100, width: 1000, height: 700 });
    await desktop.do('moveWindow', 0, 4000, 100, 1000, 700);
    await desktop.quit();
    desktop = await startDesktop({ home });
    await desktop.page();
    expect((await desktop.do('state')).windows[0]?.bounds.x).toBeLessThan(1440);
  });

  it('starts its page again when that crashes, with the project still open', async () => {
    const { home } = await start();
    mkdirSync(join(home, 'projects'));
    const page = await desktop!.page();
    await page.getByRole('button', { name: 'Try the sample shop' }).waitFor();
    await ask(page, 'project/create', { name: 'Safe', path: join(home, 'projects', 'safe.tessera') });
    await desktop!.do('crash', 0);
    await eventually(async () => expect((await desktop!.do('state')).windows[0]?.contents.reloads).toBe(1));
    const revived = await desktop!.freshPage();
    await revived.getByRole('button', { name: 'Open a spreadsheet' }).first().waitFor();
    expect(await ask(revived, 'project/info')).toMatchObject({ name: 'safe' });
  });
});
