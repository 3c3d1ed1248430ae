import { earliest } from '@ucp/kit/moments';
import type { AddressHistory, ContactFacts } from './facts.ts';

/**
 * The moment until which what follows from the facts stands by itself, sending hours and caps aside: the first one of theirs that is
 * still to come, as rules compare the moment asked with nothing else. Null: for good.
 */
export function standsUntil({ now, addresses, restrictedSince, objectionSince, erasedAt }: ContactFacts): Date | null {
  const all = [...addresses.flatMap(momentsOf), restrictedSince, objectionSince, erasedAt];
  return earliest(all.filter((moment) => moment !== null && moment > now));
}

/** The moments that rules about an address compare the moment asked with. From each of them on, it included, they may say otherwise. */
export const momentsOf = ({ consents, suppressions, outcomes, statuses }: AddressHistory): (Date | null)[] => [
  ...consents.flatMap(({ occurredAt, validUntil, grantUntil, retractedAt }) => [
    occurredAt,
    validUntil,
    grantUntil,
    retractedAt,
  ]),
  ...suppressions.flatMap(({ occurredAt, retractedAt }) => [occurredAt, retractedAt]),
  ...outcomes.map(({ at }) => at),
  ...statuses.map(({ occurredAt }) => occurredAt),
];
