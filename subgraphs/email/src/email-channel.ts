import { type ChannelKind, nowhere } from '@ucp/channel/channel-kind';
import { isSuspectAgent } from '@ucp/channel/domain/machine-agents';
import { presets } from '@ucp/channel/domain/settings';
import { normaliseEmail } from '@ucp/kit/addresses';
import { reactToEmail } from './domain/reactions.ts';
import { summariseEmail } from './domain/summary.ts';

export const emailChannel: ChannelKind = {
  name: 'EMAIL',
  title: 'Email',
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
    'SUPPRESSED',
    'REACTIVATED',
    'QUEUED',
    'SKIPPED',
    'REFUSED',
  ],
  engaged: ['OPEN', 'CLICK'],
  reactsTo: ['COMPLAINT', 'UNSUBSCRIBE', 'SUPPRESSED'],
  react: reactToEmail,
  summarise: summariseEmail,
  presets: { ...presets, heldAfter: 3 },
  placeOf: () => nowhere,
  clicks: { clicked: 'CLICK', delivered: 'DELIVERED', isSuspect: isSuspectAgent },
  assignsByMessage: false,
};
