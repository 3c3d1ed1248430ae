import { type ChannelEvent, noReaction, type Reaction } from '@ucp/channel/event';

/** What follows from an email event: unsubscribes and complaints end consent in the commit that records them. */
export function reactToEmail({ kind, details }: ChannelEvent): Reaction {
  const actor = `provider:${typeof details.provider === 'string' ? details.provider : 'unknown'}`;
  const withdrawn = { state: 'WITHDRAWN', method: 'API', statedText: null, actor } as const;
  if (kind === 'COMPLAINT') {
    return {
      ...noReaction,
      consents: [{ ...withdrawn, topic: null }],
      suppressions: [{ reason: 'COMPLAINT', detail: null }],
    };
  }
  if (kind !== 'UNSUBSCRIBE') return noReaction;
  // A group of the provider is one subject of several: the rest of the mail goes on.
  if (typeof details.topic === 'string') return { ...noReaction, consents: [{ ...withdrawn, topic: details.topic }] };
  return {
    ...noReaction,
    consents: [{ ...withdrawn, method: 'ONE_CLICK', topic: null }],
    suppressions: [{ reason: 'UNSUBSCRIBE', detail: null }],
  };
}
