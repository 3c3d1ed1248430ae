import { channelSubgraph } from '@ucp/channel/channel-subgraph';
import type { ChannelSending } from '@ucp/channel/outgoing';
import type { CreateSubgraph } from '@ucp/kit/subgraph';
import { emailChannel } from './email-channel.ts';
import { mailgun } from './ingest/mailgun-provider.ts';
import { postmark } from './ingest/postmark-provider.ts';
import { sendGrid } from './ingest/sendgrid-provider.ts';
import { createSes } from './ingest/ses-provider.ts';
import { createSnsRequests } from './ingest/sns-requests.ts';
import { resolvers } from './resolvers.ts';

/**
 * The email subgraph: addresses, consent, activity and the providers' events of email.
 * @param request how SNS is asked for what it refers to; default: the network
 * @param sends how emails are written, and the providers they leave by beside `OUTBOX`
 */
export const createEmailWith = (request: typeof fetch = fetch, sends: ChannelSending | null = null): CreateSubgraph =>
  channelSubgraph(
    emailChannel,
    new URL('../', import.meta.url),
    resolvers,
    [sendGrid, createSes(createSnsRequests(request)), postmark, mailgun],
    sends,
  );

export const createEmail: CreateSubgraph = createEmailWith();
