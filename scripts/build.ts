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

const main = () =>
  bundle({
    ...common,
    entryPoints: {
      desktop: 'src/main/hosts/desktop/main.ts',
      browser: 'src/main/hosts/browser/main.ts',
      cli: 'src/main/hosts/cli/main.ts',
      writer: 'src/main/workers/writer.ts',
      reader: 'src/main/workers/reader.ts',
      import: 'src/main/workers/import.ts',
      xls: 'src/main/import/readers/xls-thread.ts',
      compute: 'src/main/workers/compute.ts',
      crew: 'src/main/workers/crew.ts',
    },
    outdir: 'out/main',
    format: 'esm',
    banner: { js: commonJsNames },
  });

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
