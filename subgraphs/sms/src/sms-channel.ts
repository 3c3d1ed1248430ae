import type { ChannelKind } from '@ucp/channel/channel-kind';
import { presets } from '@ucp/channel/domain/settings';
import { normaliseMobile } from '@ucp/kit/addresses';
import { placeOfNumber } from './domain/place.ts';
import { reactToSms } from './domain/reactions.ts';
import { summariseSms } from './domain/summary.ts';

export const smsChannel: ChannelKind = {
  name: 'SMS',
  title: 'Text messages (SMS)',
  identifierKind: 'MOBILE',
  normalise: normaliseMobile,
  kinds: ['SEND', 'DELIVERED', 'FAILED', 'CLICK', 'REPLY', 'UNSUBSCRIBE', 'READ', 'QUEUED', 'SKIPPED', 'REFUSED'],
  engaged: ['CLICK', 'REPLY', 'READ'],
  answers: ['REPLY'],
  reactsTo: ['REPLY', 'FAILED'],
  react: reactToSms,
  summarise: summariseSms,
  // 08:00 to 21:00 of the recipient's local time (47 CFR 64.1200(c)(1)).
  presets: { ...presets, sendingHours: { from: 8 * 60, until: 21 * 60 } },
  placeOf: placeOfNumber,
  clicks: null,
  assignsByMessage: true,
};
