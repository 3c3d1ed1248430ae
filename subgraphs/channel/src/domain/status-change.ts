import { heldBy, type StatedStatus } from './address-status.ts';
import type { AddressHistory } from './facts.ts';
import { parkedBy, untouchable } from './parking.ts';
import { isUnsubscribed, standingOf } from './standing.ts';

/** What a status may be changed to by hand. */
export type TargetStatus = 'NORMAL' | 'EXPIRED' | 'HELD';

export type StatusChange =
  /** Entries to append; none when the address is as asked already. */
  | { readonly entries: readonly StatedStatus[] }
  | { readonly refused: { readonly code: 'CONSENT_REQUIRED' | 'SUPPRESSED'; readonly message: string } };

const refusal = (code: 'CONSENT_REQUIRED' | 'SUPPRESSED', message: string): StatusChange => ({
  refused: { code, message },
});

/**
 * What must be written so that an address has a status. Unsubscribed and unconfirmed addresses come back by new evidence of
 * consent only, suppressed ones by the end of what suppresses them; a bulk change touches only what is normal or parked.
 */
export function changeTo(
  target: TargetStatus,
  bulk: boolean,
  address: AddressHistory,
  heldAfter: number | null,
  at: Date,
): StatusChange {
  const standing = standingOf(address, at);
  const { subscribed, refused, asked } = standing;
  const blocked = isUnsubscribed(standing);
  const held = heldBy(address, heldAfter, at) !== null;
  const parked = parkedBy(address, heldAfter, at) !== null;
  const left = bulk ? untouchable(address, heldAfter, parked, at) : null;
  if (left !== null) {
    return refusal(
      'SUPPRESSED',
      `A bulk change touches addresses that are normal or expired only, this one is ${left}`,
    );
  }
  if (target === 'EXPIRED') return { entries: parked ? [] : ['EXPIRED'] };
  if (target === 'HELD') return { entries: held ? [] : ['HELD'] };
  if (blocked && refused)
    return refusal(
      'CONSENT_REQUIRED',
      'An unsubscribed address is normal again with new evidence of consent only: record it',
    );
  if (blocked)
    return refusal('SUPPRESSED', 'The address is suppressed: it is normal again when what suppresses it ends');
  if (asked && !subscribed && !held && !parked)
    return refusal('CONSENT_REQUIRED', 'An unconfirmed address is normal once the person has confirmed');
  return { entries: [...(held ? (['UNHELD'] as const) : []), ...(parked ? (['NORMAL'] as const) : [])] };
}
