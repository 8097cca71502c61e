/**
 * `npm start`: the desktop app; where Electron's runtime is missing and cannot be had, one sentence and the browser
 * host. Builds first when something is newer than the build.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
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
const runtime = (): string | null => {
  const name = join(electronFolder, 'path.txt');
  const path = existsSync(name) ? join(electronFolder, 'dist', readFileSync(name, 'utf8').trim()) : null;
  return path && existsSync(path) ? path : null;
};

/** Electron fetches its runtime on first use; a machine that cannot is not an error. */
const fetchRuntime = (): string | null => {
  const install = join(electronFolder, 'install.js');
  if (existsSync(install))
    spawnSync(process.execPath, [install], { cwd: electronFolder, stdio: 'ignore', timeout: 120_000 });
  return runtime();
};

const electron = runtime() ?? fetchRuntime();
if (!electron)
  console.log(
    'The desktop window needs Electron’s runtime, which cannot be had on this machine, so Tessera opens in your browser instead.',
  );
const [command, given] = electron ? [electron, [root]] : [process.execPath, [join(root, 'out/main/cli.js'), 'serve']];
const child = spawn(command, [...given, ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 0));
