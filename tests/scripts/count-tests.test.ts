import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { countTests } from '../../scripts/count-tests.ts';

const folder = mkdtempSync(join(tmpdir(), 'tessera-count-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As vitest's JSON reporter writes it. */
const report = join(folder, 'unit.json');
writeFileSync(
  report,
  JSON.stringify({
    testResults: [
      {
        name: join(folder, 'tests/a.test.ts'),
        status: 'passed',
        startTime: 1_000,
        endTime: 2_500,
        assertionResults: [
          { status: 'passed', fullName: 'fine' },
          { status: 'skipped', fullName: 'planted skip' },
          { status: 'todo', fullName: 'planted todo' },
          { status: 'skipped', fullName: 'the desktop app in Electron’s own runtime (_electron) opens' },
        ],
      },
      { name: join(folder, 'tests/b.test.ts'), status: 'failed', assertionResults: [] },
      {
        name: join(folder, 'tests/c.test.ts'),
        status: 'failed',
        assertionResults: [
          { status: 'failed', fullName: 'wrong', failureMessages: ['\u001b[31mexpected 1 to be 2\u001b[39m\n at c'] },
        ],
      },
    ],
  }),
);

const wrong = 'failed: tests/c.test.ts › wrong\n    expected 1 to be 2\n     at c';

it('a planted skip is a problem where everything can run', () => {
  expect(countTests(report, folder, false)).toEqual({
    passed: 1,
    failed: 2,
    skipped: 3,
    problems: ['skipped: planted skip', 'skipped: planted todo', 'failed to run: tests/b.test.ts', wrong],
    files: [
      { name: 'tests/a.test.ts', seconds: 1.5 },
      { name: 'tests/b.test.ts', seconds: 0 },
      { name: 'tests/c.test.ts', seconds: 0 },
    ],
  });
});

it('skips are only counted where the real data is absent', () => {
  expect(countTests(report, folder, true).problems).toEqual(['failed to run: tests/b.test.ts', wrong]);
});

it('a run that left no count is a problem', () => {
  expect(countTests(join(folder, 'none.json'), folder, true).problems).toEqual(['no tests were counted']);
});
