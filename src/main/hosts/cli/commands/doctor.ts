import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { sqliteVersion } from '../../../store/sqlite-version.ts';

const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'firefox'];

const findBrowser = (): string | null => {
  const folders = (process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':');
  const found = browsers
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
  if (found) return found;
  const fixed = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ];
  return fixed.find((path) => existsSync(path)) ?? null;
};

/** Where Electron's runtime stands, without asking it to download itself. */
export const electronRuntime = (): string | null => {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
    const name =
      { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform as string] ??
      'electron';
    const path = join(folder, 'dist', name);
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
};

const versionOf = (browser: string | null): string | null => {
  if (!browser || process.platform === 'win32') return browser;
  try {
    return execFileSync(browser, ['--version'], {
      encoding: 'utf8',
      timeout: 10_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return browser;
  }
};

/** What runs here. */
export const doctor = () => {
  const electron = electronRuntime();
  return {
    node: process.version,
    sqlite: sqliteVersion(),
    browser: versionOf(findBrowser()),
    electron: electron === null ? null : electron,
    cores: availableParallelism(),
    memoryMb: Math.round(totalmem() / 1_048_576),
    platform: `${process.platform}-${process.arch}`,
    hosts: { desktop: electron !== null, browser: true, cli: true },
  };
};
