import { heldBy, type StatusEntry } from './address-status.ts';
import type { AddressHistory } from './facts.ts';
import { isUnsubscribed, standingOf } from './standing.ts';

/**
 * Why a change to many must leave an address alone at a moment; null: it is normal or parked.
 * @param parked whether it was parked when the change came
 */
export function untouchable(
  address: AddressHistory,
  heldAfter: number | null,
  parked: boolean,
  at: Date,
): 'unsubscribed' | 'held' | 'unconfirmed' | null {
  const standing = standingOf(address, at);
  if (isUnsubscribed(standing)) return 'unsubscribed';
  if (heldBy(address, heldAfter, at) !== null) return 'held';
  return standing.asked && !standing.subscribed && !parked ? 'unconfirmed' : null;
}

/**
 * The entry that parked the address, while it is parked. An entry of a change to many counts only if at its time the address
 * could be touched, by all that is known now: so the order in which things become known decides nothing. At equal times the
 * parking counts last and so holds.
 */
export function parkedBy(address: AddressHistory, heldAfter: number | null, at: Date): StatusEntry | null {
  const own = address.statuses
    .filter(({ status, occurredAt }) => (status === 'EXPIRED' || status === 'NORMAL') && occurredAt <= at)
    .sort(
      (a, b) =>
        a.occurredAt.getTime() - b.occurredAt.getTime() ||
        Number(b.status === 'NORMAL') - Number(a.status === 'NORMAL'),
    );
  let parked: StatusEntry | null = null;
  for (const entry of own) {
    if (entry.bulk && untouchable(address, heldAfter, parked !== null, entry.occurredAt) !== null) continue;
    parked = entry.status === 'EXPIRED' ? entry : null;
  }
  return parked;
}
