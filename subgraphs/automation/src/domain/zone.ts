/** What a channel knows of where a contact is. */
export interface KnownZones {
  /** IANA name, set by hand. */
  readonly set: string | null;
  /** All that the address allows; empty where it tells nothing. */
  readonly told: readonly string[];
}

/**
 * Time zone of a contact: set by hand on any channel, else by the number, else the account's. Of a number that may be in several zones
 * the account's is taken where it is one of them, else the first.
 * @param known by the channels that know the contact, in their order
 */
export function zoneOf(known: readonly KnownZones[], ofAccount: string): string {
  const set = known.find((each) => each.set !== null)?.set ?? null;
  if (set !== null) return set;
  const told = known.find((each) => each.told.length > 0)?.told ?? [];
  return told.includes(ofAccount) ? ofAccount : (told[0] ?? ofAccount);
}
