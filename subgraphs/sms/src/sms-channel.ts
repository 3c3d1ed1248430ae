import type { ChannelKind } from '@ucp/channel/channel-kind';
import { normaliseMobile } from '@ucp/kit/addresses';
import { reactToSms } from './domain/reactions.ts';
import { summariseSms } from './domain/summary.ts';

/** Providers write E.164; a number typed by staff without a country code is read as one of this region. */
const region = 'US';

export const smsChannel: ChannelKind = {
  name: 'SMS',
  identifierKind: 'MOBILE',
  normalise: (text) => normaliseMobile(text, region),
  kinds: ['SEND', 'DELIVERED', 'FAILED', 'CLICK', 'REPLY', 'UNSUBSCRIBE', 'READ'],
  engaged: ['CLICK', 'REPLY', 'READ'],
  reactsTo: ['REPLY', 'FAILED'],
  react: reactToSms,
  summarise: summariseSms,
  heldAfter: null,
  clicks: null,
  assignsByMessage: true,
};
