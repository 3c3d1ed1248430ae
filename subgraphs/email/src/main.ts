import { runSubgraph } from '@ucp/kit/run-subgraph';
import { createEmail } from './email.ts';

await runSubgraph('email', createEmail);
