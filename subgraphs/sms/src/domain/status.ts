import { currentConsents, isGranted } from '@ucp/channel/domain/consent';
import type { AddressFacts } from '@ucp/channel/domain/facts';
import { activeSuppressions } from '@ucp/channel/domain/suppression';

export type SmsStatus = 'SUBSCRIBED' | 'UNSUBSCRIBED' | 'PENDING' | 'NEVER_SUBSCRIBED' | 'UNDELIVERABLE';

/** State of a number as shown, the strongest first. */
export function smsStatus({ consents, suppressions }: AddressFacts, now: Date): SmsStatus {
  const suppressed = activeSuppressions(suppressions, consents, 0, now).map(({ reason }) => reason);
  const current = [...currentConsents(consents, now).values()];
  const channel = current.find(({ topicNo }) => topicNo === 0);
  if (suppressed.some((reason) => reason !== 'INVALID')) return 'UNSUBSCRIBED';
  if (channel?.state === 'WITHDRAWN' || channel?.state === 'DENIED') return 'UNSUBSCRIBED';
  if (suppressed.includes('INVALID')) return 'UNDELIVERABLE';
  if (current.some((entry) => isGranted(entry, now))) return 'SUBSCRIBED';
  return current.some(({ state }) => state === 'PENDING') ? 'PENDING' : 'NEVER_SUBSCRIBED';
}
