import { audienceBench } from './bench/audience.ts';
import { automationBench } from './bench/automation.ts';
import { gatewayBench } from './bench/gateway.ts';
import { identityBench } from './bench/identity.ts';
import { ingestBench } from './bench/ingest.ts';
import { report } from './bench/report.ts';
import { sendingBench } from './bench/sending.ts';

/** What can be measured, by name. */
const benches: Readonly<Record<string, () => Promise<void>>> = {
  audience: async () => {
    const figures = await audienceBench();
    if (figures.length > 0) report('audience', figures);
  },
  gateway: async () => report('gateway', await gatewayBench()),
  automation: async () => report('automation', await automationBench()),
  identity: async () => report('identity', await identityBench()),
  ingest: async () => report('ingest', await ingestBench()),
  sending: async () => report('sending', await sendingBench()),
};

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const unknown = asked.find((name) => !Object.hasOwn(benches, name));
if (unknown !== undefined) {
  console.error(`There is no bench "${unknown}"; there are ${Object.keys(benches).join(', ')}.`);
  process.exit(1);
}
for (const name of asked.length === 0 ? Object.keys(benches) : asked) await benches[name]?.();
process.exit(0);
