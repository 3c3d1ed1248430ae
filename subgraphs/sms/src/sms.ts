import { channelSubgraph } from '@ucp/channel/channel-subgraph';
import type { CreateSubgraph } from '@ucp/kit/subgraph';
import { twilio } from './ingest/twilio-provider.ts';
import { resolvers } from './resolvers.ts';
import { smsSending } from './sending/sending.ts';
import { shortLinkDoors } from './sending/short-link-doors.ts';
import { smsChannel } from './sms-channel.ts';

/** The SMS subgraph: numbers, consent, activity, key words, the provider's events of SMS, and how SMS are sent. */
export const createSms: CreateSubgraph = channelSubgraph(
  smsChannel,
  new URL('../', import.meta.url),
  resolvers,
  [twilio],
  ({ secret, publicUrl, allowPrivateSenders }) => smsSending(secret, publicUrl, allowPrivateSenders),
  (channel, { record }) => shortLinkDoors(channel, record),
);
