import { heldBy, parkedBy } from '@ucp/channel/domain/address-status';
import type { AddressHistory } from '@ucp/channel/domain/facts';
import type { ChannelSettings } from '@ucp/channel/domain/settings';
import { standingOf } from '@ucp/channel/domain/standing';

export type EmailStatus = 'NORMAL' | 'UNSUBSCRIBED' | 'HELD' | 'EXPIRED' | 'UNCONFIRMED';

/** State of an address as shown, the strongest first: unsubscribed, held, parked, unconfirmed, else in use. */
export function emailStatus(address: AddressHistory, { heldAfter }: ChannelSettings, now: Date): EmailStatus {
  const { subscribed, refused, suppressed, invalid, asked } = standingOf(address, now);
  if (!subscribed && (refused || suppressed || invalid)) return 'UNSUBSCRIBED';
  if (heldBy(address, heldAfter, now) !== null) return 'HELD';
  if (parkedBy(address.statuses, now) !== null) return 'EXPIRED';
  return asked && !subscribed ? 'UNCONFIRMED' : 'NORMAL';
}
