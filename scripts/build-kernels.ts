/**
 * Compiles each file of src/shared/engine/kernels/assembly to a WebAssembly module in out/kernels: SIMD, over shared
 * memory that is handed in. A module that is newer than every source is left alone.
 */
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import asc from 'assemblyscript/asc';

const root = join(import.meta.dirname, '..');
const source = 'src/shared/engine/kernels/assembly';
const target = 'out/kernels';

const flags = [
  ...['-O3', '--noAssert', '--converge', '--runtime', 'stub'],
  ...['--enable', 'simd', '--enable', 'threads', '--importMemory', '--sharedMemory'],
  ...['--initialMemory', '1', '--maximumMemory', '65536'],
];

const changedAt = (path: string): number => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Newest change of the sources and of this script. */
const sourcesChangedAt = (): number =>
  Math.max(
    changedAt('scripts/build-kernels.ts'),
    ...readdirSync(join(root, source), { recursive: true, encoding: 'utf8' }).map((file) =>
      changedAt(join(source, file)),
    ),
  );

export const buildKernels = async (): Promise<void> => {
  mkdirSync(join(root, target), { recursive: true });
  const names = readdirSync(join(root, source), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => basename(entry.name, '.ts'));
  for (const file of readdirSync(join(root, target)))
    if (!names.includes(basename(file, '.wasm'))) rmSync(join(root, target, file));
  const changed = sourcesChangedAt();
  for (const name of names) {
    const module = `${target}/${name}.wasm`;
    if (changedAt(module) > changed) continue;
    const { error, stderr } = await asc.main([
      `${source}/${name}.ts`,
      '--outFile',
      module,
      '--baseDir',
      root,
      ...flags,
    ]);
    if (error) throw new Error(`${name}: ${error.message}\n${stderr.toString()}`);
  }
};

if (import.meta.main) await buildKernels();
