import { ensureChromium } from './chromium.mjs';
import { demandNode, install, run } from './install.mjs';

demandNode();
await install();
const full = process.argv.includes('--full');
const rest = process.argv.slice(2).filter((argument) => argument !== '--full');
// Whoever asks for some tests only is not made to install a browser that they do not need.
if (rest.length === 0 && !(await ensureChromium())) process.exit(1);
/** How often and how much, where an issue names a number. */
const counts = {
  UCP_PROPERTY_RUNS: '1000',
  UCP_MUTATION_RUNS: '5000',
  UCP_EXPORT_CONTACTS: '20000',
  UCP_IMPORT_ROWS: '200000',
  UCP_CAMPAIGN_CONTACTS: '10000',
  UCP_SEND_KILLS: '200',
  UCP_WORKFLOW_KILLS: '200',
  UCP_STOP_SENDS: '1000',
  UCP_OUTAGE_SECONDS: '30',
  UCP_SPLITS: '2',
  UCP_DIFFERENTIAL_RUNS: '10000',
  UCP_TEST_TIMEOUT: '1800000',
};
process.exit(
  await run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...rest], {
    environment: full ? counts : {},
  }),
);
