import type { ChannelSettings } from './domain/settings.ts';

export type ConsentState = 'GRANTED' | 'WITHDRAWN' | 'DENIED' | 'PENDING';
export type ConsentMethod = 'FORM' | 'KEYWORD' | 'IMPORT' | 'API' | 'PREFERENCE_CENTER' | 'ONE_CLICK' | 'AGENT';
export type SuppressionReason =
  | 'UNSUBSCRIBE'
  | 'KEYWORD_STOP'
  | 'COMPLAINT'
  | 'PROVIDER_OPT_OUT'
  | 'INVALID'
  | 'MANUAL'
  | 'ERASED';

/** Something that happened to an address, as a provider's event is translated. */
export interface ChannelEvent {
  /** The provider's dedupe key, unique within the source. */
  readonly key: string;
  /** Null where the provider gives no repeatable time: the first receipt's is kept under (account, source, key). */
  readonly at: Date | null;
  /** As the provider writes it. Null where it tells the message only: the event is the address's that the message went to. */
  readonly address: string | null;
  /** An activity kind of the channel. */
  readonly kind: string;
  /** Done by a scanner or proxy, not by the person. */
  readonly machine: boolean;
  readonly messageId: string | null;
  /** What else is known: url, reason, body, ip, userAgent, subject, campaign. */
  readonly details: Readonly<Record<string, unknown>>;
  /** What identity notes when the address makes a new contact. */
  readonly acquisition: { readonly kind: 'API' | 'KEYWORD'; readonly detail: string };
}

/** An opt-in that was asked for. */
export interface PendingOptIn {
  /** Null: the whole channel. */
  readonly topic: string | null;
  /** When the grant ends by itself once it is confirmed; null: never. */
  readonly grantUntil: Date | null;
}

/** What is known when an event comes whose consequences depend on its address. */
export interface AddressState {
  /** The person said no to the whole channel and has not taken that back. */
  readonly refused: boolean;
  /** Opt-ins that wait for their confirmation. */
  readonly pending: readonly PendingOptIn[];
  readonly suppressed: readonly SuppressionReason[];
  readonly settings: ChannelSettings;
  /** The account's topics. */
  readonly topics: readonly { readonly key: string; readonly name: string }[];
}

/** What follows from an event beside its record. */
export interface Reaction {
  readonly consents: readonly {
    readonly topic: string | null;
    readonly state: ConsentState;
    readonly method: ConsentMethod;
    readonly statedText: string | null;
    readonly actor: string;
    /** How long it holds, in milliseconds from the event on; absent: as `validUntil` says. */
    readonly validMs?: number;
    /** When it ends by itself; absent or null: never. */
    readonly validUntil?: Date | null;
  }[];
  readonly suppressions: readonly { readonly reason: SuppressionReason; readonly detail: string | null }[];
  /** Further activity, for example UNSUBSCRIBE beside the REPLY of a STOP. */
  readonly also: readonly { readonly kind: string; readonly details: Readonly<Record<string, unknown>> }[];
  /** Text to answer the person with, once. */
  readonly answer: string | null;
  /** The text somebody should read, as it was only taken for a revocation; null: nothing is in doubt. */
  readonly review: string | null;
}

export const noReaction: Reaction = { consents: [], suppressions: [], also: [], answer: null, review: null };

/** What a provider's request holds for us. What is no activity here is counted by its name, never an error. */
export interface Translated {
  readonly events: readonly ChannelEvent[];
  /** Name of each element that was passed over, as the provider calls it; `(malformed)` for one that is nothing it documents. */
  readonly skipped: readonly string[];
}

/** Name under which elements are counted that are nothing a provider documents. */
export const malformed = '(malformed)';
