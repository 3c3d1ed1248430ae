import type { SuppressionReason } from './event.ts';

/** A message as it is handed to a provider: claimed, allowed, and written. `Content` is the channel's own. */
export interface OutgoingMessage<Content = unknown> {
  readonly account: number;
  /** Our own number of it, permanent: what a provider that can is told as idempotency key. */
  readonly messageNo: number;
  /** The recipient's address, as the channel matches it. */
  readonly to: string;
  readonly content: Content;
  /** Moment of the claim: what the provider got of it came after. */
  readonly claimedAt: Date;
}

/** What came of handing a message over. */
export type SendOutcome =
  /** The provider has it. */
  | {
      readonly is: 'SENT';
      /** The provider's id, under which its events tell of the message. */
      readonly providerMessageId: string;
    }
  /** It will never have it. */
  | {
      readonly is: 'REFUSED';
      /** The provider's own code, for example `21610`. */
      readonly code: string;
      readonly detail: string;
      /** Where the refusal says that the address must not be used: why. */
      readonly suppression: SuppressionReason | null;
    }
  /** It certainly does not have it and may take it later. `afterMs`: not before, where the provider says so. */
  | { readonly is: 'LATER'; readonly code: string; readonly detail: string; readonly afterMs: number | null }
  /** Nobody here knows whether it has it. Such a message is looked up or put on review, and never blindly sent again. */
  | { readonly is: 'UNKNOWN'; readonly detail: string };

/** What a provider says of a message whose fate is not known here. */
export type LookupOutcome =
  | { readonly is: 'FOUND'; readonly providerMessageId: string }
  | { readonly is: 'ABSENT' }
  /** Nothing can be said yet: the provider is away, or what it tells of is not settled. Asked again, not before `afterMs`. */
  | { readonly is: 'LATER'; readonly detail: string; readonly afterMs: number }
  /** Asking again would not help: somebody must decide. */
  | { readonly is: 'CANNOT_TELL'; readonly detail: string };

/** An open way to a provider: connections are kept and used again. */
export interface OpenSender<Content = unknown> {
  /** Never throws: whatever happens is an outcome. Given up after `sendDeadline`. */
  send(message: OutgoingMessage<Content>): Promise<SendOutcome>;
  /**
   * Never throws. `ABSENT` only of a provider that would know of it by now: it is asked for the first time when the call has failed,
   * and is believed no earlier than `settlingTime` after the claim.
   */
  lookUp(message: OutgoingMessage<Content>): Promise<LookupOutcome>;
  close(): Promise<void>;
}

/** A call of a provider that has not come back within this many milliseconds is given up. */
export const sendDeadline = 10_000;

/** Until a message that a provider does not know was certainly not handed over, in milliseconds after its claim. */
export const settlingTime = 30_000;

/** How messages leave by one provider: one file each. */
export interface SenderProvider<Settings = unknown, Content = unknown> {
  /** In capitals: `TWILIO`. */
  readonly name: string;
  /** What is kept, sealed, of the settings given. @throws CodedError BAD_USER_INPUT that names the field, which is below `field` */
  readSettings(given: Readonly<Record<string, unknown>>, field: readonly string[]): Settings;
  /** Messages a second where the sender sets none. */
  readonly perSecond: number;
  /** Most messages that a process hands over at the same time; default 100. */
  readonly atOnce?: number;
  open(settings: Settings): OpenSender<Content>;
}

/** Fields that a message may merge, by name; absent where the contact has none. Texts, numbers, truth values, lists of texts. */
export type MergeView = Readonly<Record<string, unknown>>;

/** What a message is written with, beside its text. */
export interface Writing {
  readonly account: number;
  readonly messageNo: number;
  readonly addressNo: number;
  /** The recipient's address, as given. */
  readonly to: string;
  readonly topic: string | null;
  readonly campaign: string | null;
  readonly view: MergeView;
  /** Origin under which the outside reaches us, for links: `https://contacts.example.com`. */
  readonly publicUrl: string;
  /** Moment of the claim, from which links that end count; of a preview: now. */
  readonly at: Date;
}

/** A link that is too long for its message and is sent as a code. */
export interface ShortLink {
  readonly code: string;
  readonly url: string;
}

export type Written<Content> =
  /** `links` are to be kept before the message leaves: whoever gets it may follow them at once. */
  | { readonly content: Content; readonly links: readonly ShortLink[] }
  /** Fields that the text demands and the contact lacks, by name. */
  | { readonly missing: readonly string[] }
  /** With this contact's fields the text can never be sent: why. */
  | { readonly refused: string };

/**
 * How a channel's messages are written: one file a channel. `Parts` is what a template holds, plain JSON; the same object is
 * compiled once, however many messages are written of it.
 */
export interface ContentKind<Parts = unknown, Content = unknown> {
  /** @throws CodedError BAD_USER_INPUT that names the part and the place in it, which is below `field` */
  readParts(given: Readonly<Record<string, unknown>>, field: readonly string[]): Parts;
  /** Names of the fields the parts merge, each once, by name. */
  fieldsOf(parts: Parts): readonly string[];
  /** @param whenMissing `FAIL`: a field that the contact lacks, and that the text has no other words for, makes no message */
  write(parts: Parts, whenMissing: 'EMPTY' | 'FAIL', writing: Writing): Written<Content>;
  /** What the activity of the send tells of it, small: for example the subject. */
  detailsOf(content: Content): Readonly<Record<string, unknown>>;
}

/** What a channel needs to send: how its messages are written, and the providers it can leave by beside `OUTBOX`, which all have. */
export interface ChannelSending {
  readonly content: ContentKind;
  readonly senders: readonly SenderProvider[];
}
