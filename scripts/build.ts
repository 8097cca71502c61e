/**
 * Builds everything into out/: kernels/ (WebAssembly), main/ (hosts and threads, ESM), preload/ (CommonJS, as a
 * sandboxed preload must be) and renderer/ (the React app). Only better-sqlite3 and electron stay outside the bundles.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build as bundle } from 'esbuild';
import { build as buildRenderer } from 'vite';
import { buildKernels } from './build-kernels.ts';

const root = join(import.meta.dirname, '..');
const common: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node22',
  external: ['better-sqlite3', 'electron'],
  legalComments: 'none',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"' },
};

/** CommonJS libraries inside an ES module still ask for these. */
const commonJsNames = [
  "import { createRequire as createRequireForBundle } from 'node:module';",
  "import { fileURLToPath as pathForBundle } from 'node:url';",
  "import { dirname as dirnameForBundle } from 'node:path';",
  'const require = createRequireForBundle(import.meta.url);',
  'const __filename = pathForBundle(import.meta.url);',
  'const __dirname = dirnameForBundle(__filename);',
].join('');

/**
 * Hosts and threads. What only a report or a workbook needs is a part of its own, which is read when it is asked for;
 * spaces and comments are left out, names stay, so that a thread starts quickly and its log can be read.
 */
const mainParts = (entryPoints: Readonly<Record<string, string>>, parts: string) =>
  bundle({
    ...common,
    entryPoints,
    outdir: 'out/main',
    format: 'esm',
    splitting: true,
    chunkNames: `${parts}-[hash]`,
    minifyWhitespace: true,
    minifySyntax: true,
    banner: { js: commonJsNames },
  });

const main = async () => {
  await mainParts({ desktop: 'src/main/hosts/desktop/main.ts' }, 'desktop');
  await mainParts({ browser: 'src/main/hosts/browser/main.ts', cli: 'src/main/hosts/cli/main.ts' }, 'cli');
  // Beside the archive in a packed app, all that is theirs.
  await mainParts(
    {
      writer: 'src/main/workers/writer.ts',
      reader: 'src/main/workers/reader.ts',
      import: 'src/main/workers/import.ts',
      xls: 'src/main/import/readers/xls-thread.ts',
      compute: 'src/main/workers/compute.ts',
      crew: 'src/main/workers/crew.ts',
    },
    'thread',
  );
};

const preload = () =>
  bundle({
    ...common,
    entryPoints: ['src/main/hosts/desktop/preload.ts'],
    outfile: 'out/preload/preload.cjs',
    format: 'cjs',
  });

const renderer = () => buildRenderer({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });

const parts = { kernels: buildKernels, main, preload, renderer };
const asked = process.argv.slice(2) as (keyof typeof parts)[];
const began = Date.now();
for (const name of asked.length > 0 ? asked : (Object.keys(parts) as (keyof typeof parts)[])) {
  const run = parts[name];
  if (!run) throw new Error(`There is no part “${name}”; choose from ${Object.keys(parts).join(', ')}.`);
  if (name !== 'kernels') rmSync(join(root, 'out', name), { recursive: true, force: true });
  await run();
}
console.log(`Built in ${((Date.now() - began) / 1000).toFixed(1)} s`);
