/**
 * `npm start`: the desktop app; where Electron's runtime cannot be had or does not run, one sentence and the browser host. Builds first when something is newer than the build.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const newest = (pattern: string) =>
  globSync(pattern, { cwd: root }).reduce((most, file) => Math.max(most, statSync(join(root, file)).mtimeMs), 0);

const built = join(root, 'out/main/browser.js');
const page = join(root, 'out/renderer/index.html');
const stale =
  !existsSync(built) ||
  !existsSync(page) ||
  newest('src/**/*.{ts,tsx,css,html}') > Math.min(statSync(built).mtimeMs, statSync(page).mtimeMs);
if (stale) {
  const build = spawnSync(process.execPath, [join(root, 'scripts/build.ts')], { cwd: root, stdio: 'inherit' });
  if (build.status !== 0) process.exit(build.status ?? 1);
}

const electronFolder = join(root, 'node_modules/electron');

/** Electron's own variable for a runtime that stands elsewhere. */
const { ELECTRON_OVERRIDE_DIST_PATH: elsewhere } = process.env;
const runtime = (): string | null => {
  const name = join(electronFolder, 'path.txt');
  const file = existsSync(name) ? readFileSync(name, 'utf8').trim() : 'electron';
  const path = elsewhere ? join(elsewhere, file) : join(electronFolder, 'dist', file);
  return existsSync(path) ? path : null;
};

const bytesIn = (folder: string): number =>
  globSync('**/*', { cwd: folder }).reduce(
    (sum, file) => sum + (statSync(join(folder, file), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );

/** A download of which nothing arrives for so long is given up. */
const patienceMs = 15_000;

/** Electron fetches its runtime on first use (about 100 MB); a machine that cannot is not an error. */
const fetchRuntime = async (): Promise<string | null> => {
  const install = join(electronFolder, 'install.js');
  if (elsewhere || !existsSync(install)) return null;
  console.log('Looking for Electron’s runtime (needed once, about 100 MB) …');
  const arriving = mkdtempSync(join(tmpdir(), 'tessera-electron-'));
  const env = { ...process.env, TMPDIR: arriving, TEMP: arriving, TMP: arriving };
  const child = spawn(process.execPath, [install], { cwd: electronFolder, stdio: 'ignore', env });
  let bytes = 0;
  let since = performance.now();
  const watch = setInterval(() => {
    const now = bytesIn(arriving) + bytesIn(join(electronFolder, 'dist'));
    if (now !== bytes) since = performance.now();
    else if (performance.now() - since > patienceMs) child.kill();
    bytes = now;
  }, 500);
  const removed = () => rmSync(arriving, { recursive: true, force: true });
  process.once('exit', removed);
  await new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
  clearInterval(watch);
  removed();
  return runtime();
};

/** Electron ends by itself this soon only where it cannot run: no screen, no sandbox, a library that is missing. */
const tooSoonMs = 10_000;

interface Ended {
  readonly code: number;
  /** Told to end, rather than ended by itself. */
  readonly told: boolean;
  readonly ms: number;
}

/** Runs to its end; what this process is told, the other is told. */
const run = (command: string, words: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const began = performance.now();
    let told = false;
    const child = spawn(command, words, { stdio: 'inherit' });
    const tell = (signal: NodeJS.Signals) => {
      told = true;
      child.kill(signal);
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    for (const signal of signals) process.on(signal, tell);
    const ended = (code: number) => {
      for (const signal of signals) process.off(signal, tell);
      resolve({ code, told, ms: performance.now() - began });
    };
    child.once('error', () => ended(1));
    child.once('exit', (code) => ended(code ?? (told ? 0 : 1)));
  });

const given = process.argv.slice(2);
const inBrowser = async (why: string): Promise<number> => {
  console.log(`The desktop window needs Electron’s runtime, which ${why}, so Tessera opens in your browser instead.`);
  return (await run(process.execPath, [join(root, 'out/main/cli.js'), 'serve', ...given])).code;
};

const electron = runtime() ?? (await fetchRuntime());
if (electron) {
  const { code, told, ms } = await run(electron, [root, ...given]);
  process.exit(code !== 0 && !told && ms < tooSoonMs ? await inBrowser('does not start on this machine') : code);
}
process.exit(await inBrowser('cannot be had on this machine'));
