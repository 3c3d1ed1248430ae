import { runSubgraph } from '@ucp/kit/run-subgraph';
import { createAutomation } from './automation.ts';

await runSubgraph('automation', createAutomation);
