/**
 * `npm test`: everything that must hold before a change lands: types, lint and format, layers, unused code, the build,
 * then unit, contract, reference and browser tests. Closes with one line that counts them.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countTests, type TestCount } from './count-tests.ts';

const root = join(import.meta.dirname, '..');
const work = mkdtempSync(join(tmpdir(), 'tessera-test-'));
const npx = (...words: string[]) => ['npm', ['exec', '--', ...words]] as const;
const script = (name: string, ...words: string[]) =>
  [process.execPath, [join(root, 'scripts', name), ...words]] as const;

interface Step {
  readonly name: string;
  readonly command: readonly [string, readonly string[]];
  /** Where vitest leaves its count. */
  readonly report?: string;
}

const vitest = (project: string): Step => {
  const report = join(work, `${project}.json`);
  return {
    name: `${project} tests`,
    command: npx(
      'vitest',
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ),
    report,
  };
};

const steps: Step[] = [
  ...['src/shared', 'src/shared/engine/kernels/assembly', 'src/main', 'src/renderer', 'tests'].map((folder) => ({
    name: `types of ${folder}`,
    command: npx('tsc', '-p', folder),
  })),
  { name: 'lint and format', command: npx('biome', 'check', '.') },
  { name: 'layers', command: script('check-layers.ts') },
  { name: 'unused code', command: npx('knip') },
  { name: 'build', command: script('build.ts') },
  vitest('unit'),
  vitest('e2e'),
  vitest('hosts'),
];

const count = { passed: 0, failed: 0, skipped: 0 };
const problems: string[] = [];
/** What took longest is said at the end, so that the whole stays short. */
const times: string[] = [];
const files: TestCount['files'][number][] = [];
const slowest = 12;
/** Where the real data is at hand only the tests that need Electron's runtime may be passed over. */
const allowsSkips = !existsSync(join(root, '../shared/data'));

const read = (report: string): void => {
  const { passed, failed, skipped, problems: found, files: timed } = countTests(report, root, allowsSkips);
  files.push(...timed);
  count.passed += passed;
  count.failed += failed;
  count.skipped += skipped;
  problems.push(...found);
};

try {
  for (const { name, command, report } of steps) {
    const began = Date.now();
    const run = spawnSync(command[0], command[1], { cwd: root, stdio: 'inherit' });
    if (report) read(report);
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    console.log(`${run.status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
    times.push(`${name} ${seconds} s`);
    if (run.status !== 0) problems.push(`${name} failed`);
    if (run.status !== 0 && name === 'build') break;
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
console.log(`Time: ${times.join(', ')}`);
const longest = files.sort((a, b) => b.seconds - a.seconds).slice(0, slowest);
console.log(`Longest: ${longest.map(({ name, seconds }) => `${name} ${seconds.toFixed(0)} s`).join(', ')}`);
for (const problem of problems) console.error(problem);
console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
process.exit(problems.length > 0 || count.failed > 0 ? 1 : 0);
