import { demandNode, install, run } from './install.mjs';

demandNode();
await install();
// Installed only now.
const { programOf, programOptions } = await import('./program.mjs');
process.exit(
  await run(process.execPath, [...programOptions, await programOf('scripts/serve.ts'), ...process.argv.slice(2)]),
);
