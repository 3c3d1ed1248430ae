import { demandNode, install, run } from './install.mjs';

demandNode();
await install();
process.exit(await run(process.execPath, ['--import', 'tsx', 'scripts/import.ts', ...process.argv.slice(2)]));
