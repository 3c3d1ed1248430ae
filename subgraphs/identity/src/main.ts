import { runSubgraph } from '@ucp/kit/run-subgraph';
import { createIdentity } from './identity.ts';

await runSubgraph('identity', createIdentity);
