import type { StatusEntry } from './address-status.ts';
import type { ConsentEntry } from './consent.ts';
import type { DeliveryOutcome } from './deliverability.ts';
import type { ChannelSettings } from './settings.ts';
import type { SuppressionEntry } from './suppression.ts';

export interface TopicFact {
  readonly topicNo: number;
  readonly key: string;
  readonly name: string;
}

/** What happened to one address that decides what it may be used for. */
export interface AddressHistory {
  readonly consents: readonly ConsentEntry[];
  readonly suppressions: readonly SuppressionEntry[];
  /** Empty for an address that never bounced. */
  readonly outcomes: readonly DeliveryOutcome[];
  /** What staff or an import stated of it. */
  readonly statuses: readonly StatusEntry[];
}

/** Everything the channel knows of one address but its activity. */
export interface AddressFacts extends AddressHistory {
  readonly addressNo: number;
  readonly value: string;
  readonly given: string;
  /**
   * IANA names of every zone the person may be in: set by hand, else told by the address, else the account's. Never empty. Of use
   * where the settings have sending hours.
   */
  readonly timeZones: readonly string[];
  /** IANA name, set by hand. */
  readonly setTimeZone: string | null;
  /** Regions the address belongs to, ISO 3166: a country and, where known, its part. */
  readonly regions: readonly string[];
}

/** Everything the channel knows of a contact but its activity. */
export interface ContactFacts {
  /** The contact it is shown as. */
  readonly rootNo: number;
  /** Moment of the answer. */
  readonly now: Date;
  /** Primary first. Never empty: a contact without an address has no facts. */
  readonly addresses: readonly [AddressFacts, ...AddressFacts[]];
  readonly restrictedSince: Date | null;
  readonly objectionSince: Date | null;
  readonly erasedAt: Date | null;
  /** The account's topics, by key. */
  readonly topics: readonly TopicFact[];
  /** What the account has set on the channel. */
  readonly settings: ChannelSettings;
  /** Sends to any of the addresses within the longest window of the frequency caps before the moment asked; no order. */
  readonly sends: readonly Date[];
}
