import type { ChannelKind } from '@ucp/channel/channel-kind';
import { normaliseEmail } from '@ucp/kit/addresses';
import { reactToEmail } from './domain/reactions.ts';
import { summariseEmail } from './domain/summary.ts';

export const emailChannel: ChannelKind = {
  name: 'EMAIL',
  identifierKind: 'EMAIL',
  normalise: normaliseEmail,
  kinds: [
    'SEND',
    'DELIVERED',
    'OPEN',
    'CLICK',
    'HARD_BOUNCE',
    'SOFT_BOUNCE',
    'COMPLAINT',
    'UNSUBSCRIBE',
    'DEFERRED',
    'DROPPED',
  ],
  engaged: ['OPEN', 'CLICK'],
  reactsTo: ['COMPLAINT', 'UNSUBSCRIBE'],
  react: reactToEmail,
  summarise: summariseEmail,
  heldAfter: 3,
};
