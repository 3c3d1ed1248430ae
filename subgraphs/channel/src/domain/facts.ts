import type { ConsentEntry } from './consent.ts';
import type { DeliveryOutcome } from './deliverability.ts';
import type { SuppressionEntry } from './suppression.ts';

export interface TopicFact {
  readonly topicNo: number;
  readonly key: string;
  readonly name: string;
}

/** Everything the channel knows of one address but its activity. */
export interface AddressFacts {
  readonly addressNo: number;
  readonly value: string;
  readonly given: string;
  readonly consents: readonly ConsentEntry[];
  readonly suppressions: readonly SuppressionEntry[];
  /** Empty for an address that never bounced. */
  readonly outcomes: readonly DeliveryOutcome[];
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
}
