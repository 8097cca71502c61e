import { defineConfig } from 'vitest/config';

/** Tests of the built app: they need `npm run build`, a browser, or the machine to themselves. */
const built = [
  'tests/e2e/**/*.test.ts',
  'tests/cli/**/*.test.ts',
  'tests/desktop/**/*.test.ts',
  'tests/pack/**/*.test.ts',
  'tests/robustness/**/*.test.ts',
  'tests/security/no-network.test.ts',
];

/** `unit` runs from source; `e2e` runs the built app in a real browser (see tests/e2e). */
export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: ['tests/support/build-kernels.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: built,
          environment: 'node',
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: built,
          environment: 'node',
          testTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
