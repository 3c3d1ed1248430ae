import { demandNode, install, run } from './install.mjs';

demandNode();
await install();
const full = process.argv.includes('--full');
const rest = process.argv.slice(2).filter((argument) => argument !== '--full');
process.exit(
  await run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...rest], {
    environment: full ? { UCP_PROPERTY_RUNS: '1000', UCP_MUTATION_RUNS: '5000', UCP_TEST_TIMEOUT: '1800000' } : {},
  }),
);
