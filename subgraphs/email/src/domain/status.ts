import { currentConsents, isGranted } from '@ucp/channel/domain/consent';
import { deliverabilityOf } from '@ucp/channel/domain/deliverability';
import type { AddressFacts } from '@ucp/channel/domain/facts';
import { activeSuppressions } from '@ucp/channel/domain/suppression';

export type EmailStatus = 'NORMAL' | 'UNSUBSCRIBED' | 'HELD' | 'UNCONFIRMED';

/** State of an address as shown, the strongest first: unsubscribed, held, unconfirmed, else in use. */
export function emailStatus(
  { consents, suppressions, outcomes }: AddressFacts,
  now: Date,
  heldAfter: number,
): EmailStatus {
  const current = [...currentConsents(consents, now).values()];
  const channel = current.find(({ topicNo }) => topicNo === 0);
  const refused = channel?.state === 'WITHDRAWN' || channel?.state === 'DENIED';
  if (refused || activeSuppressions(suppressions, consents, 0, now).length > 0) return 'UNSUBSCRIBED';
  if (deliverabilityOf(outcomes, heldAfter, now).heldSince !== null) return 'HELD';
  const pending = current.some(({ state }) => state === 'PENDING');
  return pending && !current.some((entry) => isGranted(entry, now)) ? 'UNCONFIRMED' : 'NORMAL';
}
