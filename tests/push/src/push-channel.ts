import { type ChannelKind, nowhere } from '@ucp/channel/channel-kind';
import { presets } from '@ucp/channel/domain/settings';
import { noReaction } from '@ucp/channel/event';

/** A fifth channel, as somebody outside would write it: devices that get messages, and taps on them. */
export const pushChannel: ChannelKind = {
  name: 'PUSH',
  title: 'Push messages',
  identifierKind: 'PUSH',
  normalise: (text) =>
    /^[\w-]{8,200}$/.test(text.trim())
      ? { value: text.trim(), given: text.trim() }
      : { refused: 'A device token has 8 to 200 letters and digits' },
  kinds: ['SEND', 'TAP'],
  engaged: ['TAP'],
  reactsTo: [],
  react: () => noReaction,
  summarise: (kind) => (kind === 'TAP' ? 'Tapped a push message' : 'Sent'),
  presets,
  placeOf: () => nowhere,
  clicks: null,
  assignsByMessage: false,
};
