import { runSubgraph } from '@ucp/kit/run-subgraph';
import { createSms } from './sms.ts';

await runSubgraph('sms', createSms);
