import { channelSubgraph } from '@ucp/channel/channel-subgraph';
import type { ChannelSending } from '@ucp/channel/outgoing';
import type { CreateSubgraph } from '@ucp/kit/subgraph';
import { twilio } from './ingest/twilio-provider.ts';
import { resolvers } from './resolvers.ts';
import { smsChannel } from './sms-channel.ts';

/**
 * The SMS subgraph: numbers, consent, activity, key words and the provider's events of SMS.
 * @param sends how texts are written, and the providers they leave by beside `OUTBOX`
 */
export const createSmsWith = (sends: ChannelSending | null): CreateSubgraph =>
  channelSubgraph(smsChannel, new URL('../', import.meta.url), resolvers, [twilio], sends);

export const createSms: CreateSubgraph = createSmsWith(null);
