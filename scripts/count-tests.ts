import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

/** What vitest's JSON reporter leaves, as far as it is read here. */
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

export interface TestCount {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** One line for each that must not be. */
  readonly problems: readonly string[];
}

/**
 * Counts one run's tests. A file that could not even be loaded counts as a failed test.
 * @param report the file that vitest was told to write; where it is missing that is a problem
 * @param allowsSkips false where everything can run: then only tests that need Electron's runtime may be passed over
 */
export const countTests = (report: string, root: string, allowsSkips: boolean): TestCount => {
  if (!existsSync(report)) return { passed: 0, failed: 0, skipped: 0, problems: ['no tests were counted'] };
  const count = { passed: 0, failed: 0, skipped: 0 };
  const problems: string[] = [];
  for (const file of (JSON.parse(readFileSync(report, 'utf8')) as Report).testResults) {
    if (file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed')) {
      count.failed++;
      problems.push(`failed to run: ${relative(root, file.name)}`);
    }
    for (const { status, fullName } of file.assertionResults) {
      if (status === 'passed') count.passed++;
      else if (status === 'failed') count.failed++;
      else {
        count.skipped++;
        if (!allowsSkips && !fullName.includes('_electron')) problems.push(`skipped: ${fullName}`);
      }
    }
  }
  return { ...count, problems };
};
