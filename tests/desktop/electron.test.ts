import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { electronRuntime } from '../../src/main/hosts/cli/commands/doctor.ts';

const root = join(import.meta.dirname, '../..');
const runtime = electronRuntime();

/** The same in Electron itself, wherever its runtime is there. */
describe.skipIf(runtime === null)('the desktop app in Electron’s own runtime (_electron)', () => {
  let home: string;
  let app: ElectronApplication;
  let page: Page;

  beforeAll(async () => {
    if (!existsSync(join(root, 'out/main/desktop.js'))) throw new Error('The desktop is not built: npm run build.');
    home = mkdtempSync(join(tmpdir(), 'tessera-electron-'));
    const env = {
      ...(process.env as Record<string, string>),
      HOME: home,
      USERPROFILE: home,
      XDG_CONFIG_HOME: join(home, '.config'),
    };
    app = await _electron.launch({
      executablePath: runtime!,
      args: [root, `--user-data-dir=${join(home, 'user-data')}`],
      env,
    });
    await app.evaluate(join(home, 'Documents'));
    page = await app.firstWindow();
  });
  afterAll(async () => {
    await app?.close();
    if (home) rmSync(home, { recursive: true, force: true });
  });

  it('shows its page from its own scheme, and offers it the bridge only', async () => {
    await page.getByRole('button', { name: 'Try the sample shop' }).waitFor();
    expect(page.url()).toMatch(/^tessera:\/\/app\//);
    const seen = await page.evaluate(() =>
      ['tessera', 'require', 'process', 'Buffer'].filter((name) => name in globalThis),
    );
    expect(seen).toEqual(['tessera']);
  });

  it('opens the sample shop, with its progress streamed, and sends nothing', async () => {
    await page.getByRole('button', { name: 'Try the sample shop' }).click();
    await page
      .getByRole('table', { name: 'Segments', exact: true })
      .locator('tbody tr')
      .first()
      .waitFor({ timeout: 60_000 });
    await page.getByText('Sent to the internet: 0 bytes').waitFor();
  });

  it('refuses to go elsewhere, to open a window and to ask anybody', async () => {
    const address = page.url();
    await page.evaluate(() => {
      setTimeout(() => window.location.assign('https://example.com/'));
    });
    expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true);
    const asked = await page.evaluate(() =>
      fetch('https://example.com/').then(
        () => 'answered',
        () => 'refused',
      ),
    );
    expect(asked).toBe('refused');
    expect(page.url()).toBe(address);
    expect(app.windows()).toHaveLength(1);
    const states = await page.evaluate(async () => (await navigator.permissions.query({ name: 'geolocation' })).state);
    expect(states).not.toBe('granted');
  });

  it('writes an export where the save dialog says', async () => {
    const path = join(home, 'who.csv');
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, path);
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Who is in which segment, as CSV' }).click();
    await page.getByText('is ready.').waitFor();
    expect(existsSync(path)).toBe(true);
  });

  it('leaves no half-written project when it is closed', async () => {
    const folder = await app.evaluate(({ app: electron }) => electron.getPath('documents'));
    await app.close();
    const names = existsSync(join(folder, 'Tessera')) ? readdirSync(join(folder, 'Tessera')) : [];
    expect(names.filter((name) => !name.endsWith('.tessera'))).toEqual([]);
  });
});
