import { channelSubgraph } from '@ucp/channel/channel-subgraph';
import { twilio } from './ingest/twilio-provider.ts';
import { resolvers } from './resolvers.ts';
import { smsChannel } from './sms-channel.ts';

/** The SMS subgraph: numbers, consent, activity, key words and the provider's events of SMS. */
export const createSms = channelSubgraph(smsChannel, new URL('../', import.meta.url), resolvers, [twilio]);
