import { createRequire } from 'node:module';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const require = createRequire(import.meta.url);

/**
 * What starts the product and browsers takes longest, then what starts the whole system: beginnings of paths, in the order in which they run.
 * Files that start parts as processes are not put together: many at once come up late.
 */
const order = ['tests/e2e/', 'tests/'];
/**
 * With the numbers of `npm run test:full` others take longest, a quarter of an hour down to two minutes each. Those that kill wait more than
 * they work, so both begin beside two that work.
 */
const fullOrder = [
  'tests/resilience/sending-killed',
  'tests/federation/order',
  'tests/resilience/automation-killed',
  'tests/federation/merging',
  'subgraphs/identity/src/resolution.property',
  'subgraphs/identity/src/import.property',
  'subgraphs/identity/src/dry-run',
  'tests/federation/executor',
  'subgraphs/identity/src/unmerging',
  'subgraphs/channel/src/audience-index/',
  'subgraphs/identity/src/audience-index.property',
];
const isFull = process.env.UCP_PROPERTY_RUNS !== undefined;
const begins = isFull ? [...fullOrder, ...order] : order;

const rankOf = ({ project, moduleId }: TestSpecification): number => {
  const file = path.relative(project.config.root, moduleId);
  const rank = begins.findIndex((place) => file.startsWith(place));
  return rank === -1 ? begins.length : rank;
};

/**
 * Long files begin first, so that none of them is left over when the others are through. Vitest by itself knows how long a file
 * takes only from an earlier run, and a fresh clone has had none.
 */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((one, other) => rankOf(one) - rankOf(other));
  }
}

export default defineConfig({
  // One copy of graphql for CommonJS packages and our modules alike, or schemas come "from another module or realm".
  resolve: {
    alias: [{ find: /^graphql$/, replacement: require.resolve('graphql/index.js', { paths: ['./subgraphs/kit'] }) }],
  },
  test: {
    include: ['subgraphs/*/src/**/*.test.ts', 'gateway/src/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/**/*.test.ts'],
    globalSetup: ['./subgraphs/kit/src/testing/global-setup.ts'],
    /** `npm run test:full` runs every law a thousand times. */
    testTimeout: Number(process.env.UCP_TEST_TIMEOUT ?? 30_000),
    hookTimeout: 120_000,
    maxWorkers: 4,
    // Files share the modules they import: a gateway takes three seconds to load, and no module keeps state of a test. Hence also
    // one project: no process is given files of two.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // What follows by itself, a fold or an import, may take its time on a machine that does other things too.
    expect: { poll: { timeout: 15_000 } },
  },
});
