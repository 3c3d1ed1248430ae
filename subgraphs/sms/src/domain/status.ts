import { heldBy } from '@ucp/channel/domain/address-status';
import type { AddressHistory } from '@ucp/channel/domain/facts';
import { parkedBy } from '@ucp/channel/domain/parking';
import { standingOf } from '@ucp/channel/domain/standing';

export type SmsStatus = 'SUBSCRIBED' | 'UNSUBSCRIBED' | 'PENDING' | 'NEVER_SUBSCRIBED' | 'UNDELIVERABLE';

/** State of a number as shown, the strongest first: unsubscribed, undeliverable or parked, subscribed, asked, else never asked. */
export function smsStatus(number: AddressHistory, now: Date): SmsStatus {
  const { subscribed, refused, left, suppressed, invalid, pending } = standingOf(number, now);
  if (!subscribed && (refused || suppressed)) return 'UNSUBSCRIBED';
  if (invalid || heldBy(number, null, now) !== null || parkedBy(number, null, now) !== null) return 'UNDELIVERABLE';
  if (subscribed) return 'SUBSCRIBED';
  if (pending) return 'PENDING';
  return left ? 'UNSUBSCRIBED' : 'NEVER_SUBSCRIBED';
}
