import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const fixed = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const installedBrowser = (): string | null => {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...fixed].find((path) => existsSync(path)) ?? null;
};

/** The package looks for its fonts in a fixed folder; without any font a browser dies at its first text field. */
const nameFonts = (folder: string): void => {
  const settings = join(folder, 'fontconfig');
  mkdirSync(settings);
  writeFileSync(
    join(settings, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`,
  );
  process.env.FONTCONFIG_PATH = settings;
};

/** The browser inside an npm package: Linux on x64 only, unpacked into a fresh temporary folder. */
const packagedBrowser = async (): Promise<{ executablePath: string; args: string[] } | null> => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x';
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'tessera-browser-'));
  const { default: packaged } = await import('@sparticuz/chromium');
  const executablePath = await packaged.executablePath();
  nameFonts(process.env.TMPDIR);
  // Of the package's own arguments none: they would switch off much of what is tested here.
  return { executablePath, args: [] };
};

/**
 * A real Chromium for tests: an installed one, else the packaged one. Throws where there is neither; a browser test is
 * never passed over in silence. TESSERA_TEST_BROWSER=packaged forces the packaged one.
 */
export const findBrowser = async (): Promise<{ executablePath: string; args: string[] }> => {
  const installed = process.env.TESSERA_TEST_BROWSER === 'packaged' ? null : installedBrowser();
  const found = installed ? { executablePath: installed, args: [] } : await packagedBrowser();
  if (!found) throw new Error('No browser was found. Install Chrome, Chromium or Edge; the tests need a real one.');
  return found;
};

/** Starts it without a window. Background chatter is off, so that nothing but the page speaks. */
export const launchBrowser = async (more: readonly string[] = []): Promise<Browser> => {
  const { executablePath, args } = await findBrowser();
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      ...args,
      ...more,
    ],
  });
};
