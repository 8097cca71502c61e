import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** What vitest's JSON reporter leaves, as far as it is read here. */
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly startTime?: number;
    readonly endTime?: number;
    /** Why the file could not be run. */
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

/** Lines of a failure that tell what was expected and where; the rest is the runner's own stack. */
const linesShown = 12;

const firstLines = (message: string): string =>
  stripVTControlCharacters(message)
    .split('\n')
    .slice(0, linesShown)
    .map((line) => `\n    ${line.slice(0, 300)}`)
    .join('');

export interface TestCount {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** One for each that must not be: a line, and below it what was expected. */
  readonly problems: readonly string[];
  /** How long each file took. */
  readonly files: readonly { readonly name: string; readonly seconds: number }[];
}

/**
 * Counts one run's tests. A file that could not even be loaded counts as a failed test.
 * @param report the file that vitest was told to write; where it is missing that is a problem
 * @param allowsSkips false where everything can run: then only tests that need Electron's runtime may be passed over
 */
export const countTests = (report: string, root: string, allowsSkips: boolean): TestCount => {
  if (!existsSync(report)) return { passed: 0, failed: 0, skipped: 0, problems: ['no tests were counted'], files: [] };
  const count = { passed: 0, failed: 0, skipped: 0 };
  const problems: string[] = [];
  const files: { name: string; seconds: number }[] = [];
  for (const file of (JSON.parse(readFileSync(report, 'utf8')) as Report).testResults) {
    const { startTime = 0, endTime = startTime } = file;
    files.push({ name: relative(root, file.name), seconds: (endTime - startTime) / 1000 });
    if (file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed')) {
      count.failed++;
      problems.push(`failed to run: ${relative(root, file.name)}${file.message ? firstLines(file.message) : ''}`);
    }
    for (const { status, fullName, failureMessages = [] } of file.assertionResults) {
      if (status === 'passed') count.passed++;
      else if (status === 'failed') {
        count.failed++;
        problems.push(`failed: ${relative(root, file.name)} › ${fullName}${failureMessages.map(firstLines).join('')}`);
      } else {
        count.skipped++;
        if (!allowsSkips && !fullName.includes('_electron')) problems.push(`skipped: ${fullName}`);
      }
    }
  }
  return { ...count, problems, files };
};
