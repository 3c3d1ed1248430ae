import { heldBy } from '@ucp/channel/domain/address-status';
import type { AddressHistory } from '@ucp/channel/domain/facts';
import { parkedBy } from '@ucp/channel/domain/parking';
import type { ChannelSettings } from '@ucp/channel/domain/settings';
import { isUnsubscribed, standingOf } from '@ucp/channel/domain/standing';

export type EmailStatus = 'NORMAL' | 'UNSUBSCRIBED' | 'HELD' | 'EXPIRED' | 'UNCONFIRMED';

/** State of an address as shown, the strongest first: unsubscribed, held, parked, unconfirmed, else in use. */
export function emailStatus(address: AddressHistory, { heldAfter }: ChannelSettings, now: Date): EmailStatus {
  const standing = standingOf(address, now);
  if (isUnsubscribed(standing)) return 'UNSUBSCRIBED';
  if (heldBy(address, heldAfter, now) !== null) return 'HELD';
  if (parkedBy(address, heldAfter, now) !== null) return 'EXPIRED';
  return standing.asked && !standing.subscribed ? 'UNCONFIRMED' : 'NORMAL';
}
