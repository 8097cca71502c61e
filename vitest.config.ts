import { defineConfig } from 'vitest/config';

/** `unit` runs from source; `e2e` runs the built app in a real browser (see tests/e2e). */
export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: ['tests/e2e/**', 'tests/cli/**', 'tests/desktop/**', 'tests/pack/**', 'tests/security/no-network.test.ts'],
          environment: 'node',
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts', 'tests/cli/**/*.test.ts', 'tests/desktop/**/*.test.ts', 'tests/pack/**/*.test.ts', 'tests/security/no-network.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
