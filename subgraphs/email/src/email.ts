import { channelSubgraph, type MakeSending } from '@ucp/channel/channel-subgraph';
import type { CreateSubgraph } from '@ucp/kit/subgraph';
import { emailChannel } from './email-channel.ts';
import { mailgun } from './ingest/mailgun-provider.ts';
import { postmark } from './ingest/postmark-provider.ts';
import { sendGrid } from './ingest/sendgrid-provider.ts';
import { createSes } from './ingest/ses-provider.ts';
import { createSnsRequests } from './ingest/sns-requests.ts';
import { resolvers } from './resolvers.ts';
import { emailSending } from './sending/sending.ts';
import { trackingDoors } from './sending/tracking-doors.ts';

/**
 * The email subgraph: addresses, consent, activity and the providers' events of email.
 * @param request how SNS is asked for what it refers to; default: the network
 * @param sends how emails are written, and the providers they leave by beside `OUTBOX`
 */
export const createEmailWith = (
  request: typeof fetch = fetch,
  sends: MakeSending = ({ secret, allowPrivateSenders }) => emailSending(secret, allowPrivateSenders),
): CreateSubgraph =>
  channelSubgraph(
    emailChannel,
    new URL('../', import.meta.url),
    resolvers,
    [sendGrid, createSes(createSnsRequests(request)), postmark, mailgun],
    sends,
    (channel, { secret, record }) => trackingDoors(channel, secret, record),
  );

export const createEmail: CreateSubgraph = createEmailWith();
