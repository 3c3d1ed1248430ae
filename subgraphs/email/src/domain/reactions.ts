import { type ChannelEvent, noReaction, type Reaction } from '@ucp/channel/event';

/** What follows from an email event: unsubscribes and complaints end consent in the commit that records them. */
export function reactToEmail({ kind, details }: ChannelEvent): Reaction {
  const actor = `provider:${typeof details.provider === 'string' ? details.provider : 'unknown'}`;
  const withdrawn = { state: 'WITHDRAWN', method: 'API', statedText: null, actor } as const;
  // The provider's list tells of a complaint too, that of a hard bounce is told by the bounce.
  const complained = kind === 'SUPPRESSED' && details.reason === 'SpamComplaint';
  if (kind === 'COMPLAINT' || complained) {
    return {
      ...noReaction,
      consents: [{ ...withdrawn, topic: null }],
      suppressions: [{ reason: 'COMPLAINT', detail: null }],
    };
  }
  if (kind === 'SUPPRESSED' && details.reason === 'ManualSuppression') {
    return { ...noReaction, suppressions: [{ reason: 'MANUAL', detail: `by staff, at ${details.provider}` }] };
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
