import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/longest-first.ts';

/** Tests of the built app in a browser: each with a host of its own, so that two files run side by side. */
const browser = ['tests/e2e/**/*.test.ts'];

/** Tests of the built hosts, which measure, fill a disk or pack: one file after the other. */
const hosts = [
  'tests/cli/**/*.test.ts',
  'tests/desktop/**/*.test.ts',
  'tests/pack/**/*.test.ts',
  'tests/robustness/**/*.test.ts',
  'tests/security/no-network.test.ts',
  'tests/speed/**/*.test.ts',
];

/** `unit` runs from source; `e2e` runs the built app in a real browser (see tests/e2e), `hosts` the command line and the desktop. */
export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // What a page or a host is to show comes within a second, but not on every machine.
    expect: { poll: { timeout: 30_000 } },
    sequence: { sequencer: LongestFirst },
    globalSetup: ['tests/support/build-kernels.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: [...browser, ...hosts],
          environment: 'node',
          // One for each core of the smallest machine; what is timed there gets a second try.
          maxWorkers: 2,
          retry: 1,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: browser,
          environment: 'node',
          testTimeout: 240_000,
          maxWorkers: 2,
          // A browser that shares two cores with another is late at times; a fault fails twice.
          retry: 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'hosts',
          include: hosts,
          environment: 'node',
          testTimeout: 240_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
