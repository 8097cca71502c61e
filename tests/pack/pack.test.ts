import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, globSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kernelNames } from '../../src/shared/engine/kernels/machine.ts';
import { removeHome, startDesktop } from '../desktop/start-desktop.ts';
import { temporaryFolder } from '../support/tessera.ts';
import { type PackedFile, readAsar } from './read-asar.ts';

const root = join(import.meta.dirname, '../..');
const built = join(root, 'out/main/desktop.js');
/** What several threads share, and what one of them reads only when it is asked for; named by what is in it. */
const threadParts = globSync('out/main/thread-*.js', { cwd: root }).sort();
const kernels = kernelNames.map((name) => `out/kernels/${name}.wasm`).sort();
/** What @electron/fuses looks for in a binary; then the version and the number of fuses, then one digit each. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const wire = `${sentinel}\u0001\u0008`;
/** A fuse that is off and one that is on. */
const [off, on] = ['0', '1'];

let folder: ReturnType<typeof temporaryFolder>;
let resources: string;
let packed: readonly PackedFile[];

/** A folder as Electron's distribution is, as far as packing looks at it. */
const writeStubDistribution = (path: string, version: string): void => {
  mkdirSync(join(path, 'resources'), { recursive: true });
  writeFileSync(join(path, 'version'), version);
  writeFileSync(join(path, 'electron'), `stub ${wire}${on.repeat(4)}${off.repeat(4)} end`, 'latin1');
  chmodSync(join(path, 'electron'), 0o755);
};

const pathsBelow = (path: string): string[] =>
  (readdirSync(path, { recursive: true, withFileTypes: true }) as import('node:fs').Dirent[])
    .filter((one) => one.isFile())
    .map((one) =>
      join(one.parentPath, one.name)
        .slice(path.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();

describe.skipIf(process.platform !== 'linux')('the packed app', () => {
  beforeAll(() => {
    if (!existsSync(built)) throw new Error('Tessera is not built: npm run build.');
    folder = temporaryFolder();
    const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')) as {
      version: string;
    };
    writeStubDistribution(folder.file('electron'), version);
    const run = spawnSync(
      process.execPath,
      [
        ...[join(root, 'node_modules/electron-builder/cli.js'), '--linux', '--dir', '--publish', 'never'],
        ...[`-c.electronDist=${folder.file('electron')}`, `-c.directories.output=${folder.file('dist')}`],
      ],
      { cwd: root, encoding: 'utf8', timeout: 100_000 },
    );
    if (run.status !== 0) throw new Error(`${run.stdout}${run.stderr}`);
    const unpacked = readdirSync(folder.file('dist')).find((name) => name.startsWith('linux'))!;
    resources = join(folder.file('dist'), unpacked, 'resources');
    packed = readAsar(join(resources, 'app.asar'));
  });
  afterAll(() => folder?.remove());

  it('holds the build, the sample shop, one native module, and nothing else', () => {
    const rendered = globSync('out/renderer/**/*', { cwd: root, withFileTypes: true })
      .filter((one) => one.isFile() && !one.name.endsWith('.map'))
      .map((one) => join(one.parentPath, one.name).slice(root.length + 1));
    const others = packed.map(({ path }) => path).filter((path) => !path.startsWith('node_modules/'));
    expect(others.sort()).toEqual(
      [
        'assets/fonts/Inter-Regular.ttf',
        'assets/fonts/Inter-SemiBold.ttf',
        'assets/fonts/OFL.txt',
        'assets/icon.png',
        'assets/sample-customers.csv',
        'assets/sample-shop.csv.gz',
        ...kernels,
        'out/main/compute.js',
        'out/main/crew.js',
        'out/main/desktop.js',
        'out/main/import.js',
        'out/main/reader.js',
        ...threadParts,
        'out/main/writer.js',
        'out/main/xls.js',
        'out/preload/preload.cjs',
        'package.json',
        ...rendered,
      ].sort(),
    );
    const modules = packed.map(({ path }) => path).filter((path) => path.startsWith('node_modules/'));
    expect(
      modules.filter((path) => !/^node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/[\w/-]+\.js)$/.test(path)),
    ).toEqual([`node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`]);
  });

  it('says nothing of how it was made', () => {
    const own = JSON.parse(readFileSync(join(resources, 'app.asar.unpacked/package.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    expect(own).toMatchObject({ name: 'tessera', main: 'out/main/desktop.js', type: 'module' });
    expect(Object.keys(own)).not.toContain('devDependencies');
    expect(Object.keys(own)).not.toContain('scripts');
    for (const { path, bytes } of packed) expect(bytes.includes(root), path).toBe(false);
  });

  it('keeps beside the archive what a thread must find as real files, and only that', () => {
    const beside = packed
      .filter(({ unpacked }) => unpacked)
      .map(({ path }) => path)
      .sort();
    expect(pathsBelow(join(resources, 'app.asar.unpacked'))).toEqual(beside);
    expect(beside.filter((path) => !path.startsWith('node_modules/better-sqlite3/'))).toEqual([
      'assets/fonts/Inter-Regular.ttf',
      'assets/fonts/Inter-SemiBold.ttf',
      'assets/fonts/OFL.txt',
      'assets/sample-customers.csv',
      'assets/sample-shop.csv.gz',
      ...kernels,
      'out/main/compute.js',
      'out/main/crew.js',
      'out/main/import.js',
      'out/main/reader.js',
      ...threadParts,
      'out/main/writer.js',
      'out/main/xls.js',
      'package.json',
    ]);
  });

  it('carries the hash of every file, for Electron to check', () => {
    for (const { path, hash, bytes, unpacked } of packed)
      if (!unpacked) expect(hash, path).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('has the fuses set: no Node, no inspector, only from the archive, whose integrity is checked', () => {
    const binary = readFileSync(join(dirname(resources), 'tessera'), 'latin1');
    const at = binary.indexOf(wire) + wire.length;
    // In the order of @electron/fuses: RunAsNode, EnableCookieEncryption, EnableNodeOptionsEnvironmentVariable,
    // EnableNodeCliInspectArguments, EnableEmbeddedAsarIntegrityValidation, OnlyLoadAppFromAsar,
    // LoadBrowserProcessSpecificV8Snapshot, GrantFileProtocolExtraPrivileges.
    expect(binary.slice(at, at + 8)).toBe([off, on, off, off, on, on, off, off].join(''));
  });

  it('runs from there: the archive’s entry, the threads and the native module from beside it', {
    timeout: 100_000,
  }, async () => {
    // Plain Node reads no archive, so it is laid out as a folder of the same name; what stands beside it stays there.
    const app = folder.file('installed/resources/app.asar');
    for (const { path, bytes, unpacked } of packed) {
      const to = unpacked && path !== 'package.json' ? join(`${app}.unpacked`, path) : join(app, path);
      mkdirSync(dirname(to), { recursive: true });
      writeFileSync(to, unpacked ? readFileSync(join(resources, 'app.asar.unpacked', path)) : bytes);
    }
    writeFileSync(
      join(`${app}.unpacked`, 'package.json'),
      readFileSync(join(resources, 'app.asar.unpacked/package.json')),
    );
    const desktop = await startDesktop({ folder: app });
    try {
      const page = await desktop.page();
      await page.getByRole('button', { name: 'Try the sample shop' }).click();
      await page
        .getByRole('table', { name: 'Segments', exact: true })
        .locator('tbody tr')
        .first()
        .waitFor({ timeout: 60_000 });
      const { windows } = await desktop.do('state');
      expect(windows[0]?.webPreferences).toMatchObject({ devTools: false });
      // The menu follows the page, a moment later.
      await expect
        .poll(async () => (await desktop.do('state')).menu.map(({ id }) => id), { timeout: 20_000 })
        .toContain('recent-0');
      expect(await desktop.quit()).toBe(0);
      expect(desktop.errors()).toBe('');
    } finally {
      await desktop.quit();
      removeHome(desktop.home);
    }
  });
});
