/**
 * Runs the layer rules and proves that they bite: a planted violation of every kind must fail, and a run that cruised
 * no modules is a failure too (under a TypeScript without a JS compiler API the tool checks nothing and says all is well).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');

const cruise = () => {
  const run = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'json',
      'src',
    ],
    { cwd: root, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  if (run.stdout.trim() === '') throw new Error(`The layer check did not run: ${run.stderr}`);
  return (
    JSON.parse(run.stdout) as {
      summary: { totalCruised: number; violations: { rule: { name: string }; from: string; to: string }[] };
    }
  ).summary;
};

/** [rule that must fire, file to plant, its import] */
const planted: [string, string, string][] = [
  ['no-circles', 'src/shared/planted-itself.ts', "import type {} from './planted-itself.ts';"],
  ['nothing-missing', 'src/shared/planted-lost.ts', "import './nowhere.ts';"],
  ['shared-alone', 'src/shared/planted.ts', "import '../main/import/types.ts';"],
  ['engine-down', 'src/shared/engine/planted.ts', "import '../words/say.ts';"],
  ['model-alone', 'src/shared/model/planted.ts', "import '../words/say.ts';"],
  ['renderer-to-shared', 'src/renderer/planted.ts', "import '../main/import/types.ts';"],
  ['renderer-without-engine', 'src/renderer/planted-engine.ts', "import '../shared/engine/tasks.ts';"],
  ['screens-apart', 'src/renderer/screens/start/planted.ts', "import '../data/DataScreen.tsx';"],
  ['import-down', 'src/main/import/planted.ts', "import '../services/services.ts';"],
  ['store-down', 'src/main/store/planted.ts', "import '../import/types.ts';"],
  ['services-down', 'src/main/services/planted.ts', "import '../workers/pool.ts';"],
  ['workers-down', 'src/main/workers/planted.ts', "import '../hosts/cli/main.ts';"],
  ['one-sqlite', 'src/main/services/planted-sqlite.ts', "import 'better-sqlite3';"],
  ['no-node-in-shared', 'src/shared/planted-node.ts', "import 'node:fs';"],
  ['electron-in-desktop', 'src/main/services/planted-electron.ts', "import 'electron';"],
];

const clean = cruise();
for (const { rule, from, to } of clean.violations) console.error(`${rule.name}: ${from} → ${to}`);
if (clean.totalCruised < 50) throw new Error(`Only ${clean.totalCruised} modules were looked at; the check is blind.`);
if (clean.violations.length > 0) process.exit(1);

const files = planted.map(([, file]) => join(root, file));
try {
  planted.forEach(([, file, text]) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), `${text}\n`);
  });
  const fired = cruise().violations;
  const silent = planted.filter(([rule, file]) => !fired.some((one) => one.rule.name === rule && one.from === file));
  if (silent.length > 0) throw new Error(`Planted violations went unseen: ${silent.map(([rule]) => rule).join(', ')}`);
} finally {
  for (const file of files) rmSync(file, { force: true });
}
console.log(`Layers hold: ${clean.totalCruised} modules, and each of ${planted.length} planted violations was caught.`);
