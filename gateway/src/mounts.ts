// Written by the compose step: the subgraphs that run in the gateway's process.
import { createAutomation } from '@ucp/automation';
import { createEmail } from '@ucp/email';
import { createIdentity } from '@ucp/identity';
import type { CreateSubgraph } from '@ucp/kit/subgraph';
import { createSms } from '@ucp/sms';

export const mounts: Readonly<Record<string, CreateSubgraph>> = {
  automation: createAutomation,
  email: createEmail,
  identity: createIdentity,
  sms: createSms,
};
