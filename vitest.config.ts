import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

const require = createRequire(import.meta.url);
// One copy of graphql for CommonJS packages and our modules alike, or schemas come "from another module or realm".
const alias = [{ find: /^graphql$/, replacement: require.resolve('graphql/index.js', { paths: ['./subgraphs/kit'] }) }];
/** `npm run test:full` runs every law a thousand times. */
const testTimeout = Number(process.env.UCP_TEST_TIMEOUT ?? 30_000);
const setup = {
  globalSetup: ['./subgraphs/kit/src/testing/global-setup.ts'],
  testTimeout,
  hookTimeout: 120_000,
  // Files share the modules they import: a gateway takes three seconds to load, and no module keeps state of a test.
  isolate: false,
  // What follows by itself, a fold or an import, may take its time on a machine that does other things too.
  expect: { poll: { timeout: 15_000 } },
};

export default defineConfig({
  resolve: { alias },
  test: {
    maxWorkers: 4,
    projects: [
      {
        resolve: { alias },
        test: {
          ...setup,
          name: 'unit',
          include: ['subgraphs/*/src/**/*.test.ts', 'gateway/src/**/*.test.ts', 'scripts/**/*.test.ts'],
        },
      },
      {
        resolve: { alias },
        test: { ...setup, name: 'system', include: ['tests/{federation,budget,resilience,security}/**/*.test.ts'] },
      },
      {
        resolve: { alias },
        test: {
          ...setup,
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: Math.max(testTimeout, 120_000),
        },
      },
    ],
  },
});
