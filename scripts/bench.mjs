import { demandNode, install, run } from './install.mjs';

demandNode();
await install();
// Installed only now.
const { memoryOptions } = await import('./program.mjs');
process.exit(
  await run(process.execPath, [...memoryOptions, '--import', 'tsx', 'scripts/bench.ts', ...process.argv.slice(2)]),
);
