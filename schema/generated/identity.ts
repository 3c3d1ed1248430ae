// Written by the codegen step out of the SDL.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ContactModel, ContactIdentifierModel, FieldHistoryEntryModel, AuditEntryModel, MergeModel, MergePreviewModel, MergeReviewModel, AccountModel, ApiKeyModel, ImportJobModel, LeafAudienceModel } from '../../subgraphs/identity/src/models.ts';
import type { Context } from '../../subgraphs/identity/src/context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** Moment in time, RFC 3339 with an offset; answers are always in UTC, for example `2026-03-01T09:30:00.000Z`. */
  DateTime: { input: Date; output: Date; }
  /**
   * Length of time as ISO 8601, for example `P90D` (90 days), `PT24H` (24 hours), `P1M` (a calendar month).
   * A day is 24 hours counted back from the moment asked, not a calendar day. Must be positive and at most `P3660D`, ten years.
   */
  Duration: { input: string; output: string; }
  /** Any JSON value: text, number, boolean, list, object or null. */
  JSON: { input: unknown; output: unknown; }
  /**
   * Name of a channel in capitals: `EMAIL`, `SMS`, and the name of every channel added later.
   * In lower case it is the field of the channel on `Contact` and in `AudienceFilter`.
   */
  ChannelName: { input: string; output: string; }
  /** Set of contacts inside the platform: one bit per contact number, lowest first, base64. */
  ContactBits: { input: string; output: string | { readonly toJSON: () => string }; }
  /** Unsigned 32-bit numbers inside the platform: little-endian, base64. */
  Words: { input: string; output: string | { readonly toJSON: () => string }; }
  /**
   * Kind of an identifier: `EXTERNAL_ID` (the customer's own key, at most 1), `EMAIL`, `MOBILE` (at most 5 each), `ANONYMOUS_ID` (a web visitor, at most 5).
   * A channel added later may bring its own kind. Limits are settings of the account.
   */
  IdentifierKind: { input: string; output: string; }
};

/** Everything known of one person, from every channel. One record per person and account; after a merge the old ids find the survivor. */
export type Contact = {
  /** Opaque and permanent. Compare it, store it, never take it apart. The id of a merged contact resolves for ever to the survivor. */
  readonly id: Scalars['ID']['output'];
  /** Name to show: first and last name, else the primary email address, else the primary mobile number. Null without the scope. */
  readonly displayName?: Maybe<Scalars['String']['output']>;
  /** When the contact was first known, in UTC. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** Last change of identifiers, fields, tags or compliance flags, in UTC. Activity does not count. */
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * Since when the contact is archived, in UTC; null while it is not. An archived contact is left out of lists and audiences
   * unless they are asked with `includeArchived`. Nothing else follows from it: it is found by its id and identifiers, takes part
   * in imports and merges, and may be sent to; what is to stop messages is a suppression or a flag of `compliance`. A merged
   * contact is archived when every contact it came out of is.
   */
  readonly archivedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What identifies the person, strongest kind first, primary before others. */
  readonly identifiers?: Maybe<ReadonlyArray<ContactIdentifier>>;
  /** Values of the account's own fields. Fields without a value are absent. */
  readonly customFields?: Maybe<ReadonlyArray<CustomFieldValue>>;
  /** Where the contact came from first. Never changes. Null when not known. */
  readonly acquisition?: Maybe<Acquisition>;
  /** Labels, in alphabetical order. */
  readonly tags?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Legal state of the contact's data. */
  readonly compliance?: Maybe<Compliance>;
  /** Merges this contact came out of, newest first. */
  readonly merges?: Maybe<ReadonlyArray<Merge>>;
  /**
   * Every value a field had or has, on each contact this one came out of, newest first by the time it was told. A merge or an
   * unmerge changes no history. Empty for a field that never had a value, and for a key the account does not have.
   */
  readonly fieldHistory?: Maybe<FieldHistoryConnection>;
  /** Who changed what of this contact, and when, newest first: the entries of every contact it came out of. Append-only. */
  readonly auditLog?: Maybe<AuditLogConnection>;
};


/** Everything known of one person, from every channel. One record per person and account; after a merge the old ids find the survivor. */
export type ContactFieldHistoryArgs = {
  key: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Everything known of one person, from every channel. One record per person and account; after a merge the old ids find the survivor. */
export type ContactAuditLogArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Where a page of a list ends, and whether there is more. */
export type PageInfo = {
  /** Whether more items follow this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether items precede this page. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first item of this page. Null on an empty page. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
  /** Cursor of the last item; pass it as `after` for the next page. Null on an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
};

/** One page of contacts. */
export type ContactConnection = {
  /** The contacts of this page. */
  readonly nodes: ReadonlyArray<Contact>;
  /** The contacts of this page, each with its cursor. */
  readonly edges: ReadonlyArray<ContactEdge>;
  /** Whether there is more, and where it starts. */
  readonly pageInfo: PageInfo;
};

/** A contact and its place in the list. */
export type ContactEdge = {
  /** Place in the list; pass it as `after` to continue behind it. Stays valid when contacts are added. */
  readonly cursor: Scalars['String']['output'];
  /** The contact. */
  readonly node: Contact;
};

/** Why a change was not made. With at least one of these nothing was written, unless the payload says otherwise. */
export type UserError = {
  /** What kind of mistake, for programs. */
  readonly code: UserErrorCode;
  /** Path to the input that is wrong, for example `["input", "identifiers", "0", "email"]`. Null when no single input is. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** One sentence for people: the thing, the limit and what came. */
  readonly message: Scalars['String']['output'];
};

/** Kinds of mistakes a caller can mend. */
export type UserErrorCode =
  /** What an id or a key names does not exist in this account. */
  | 'NOT_FOUND'
  /** A value is missing, malformed or out of its limits. */
  | 'BAD_USER_INPUT'
  /** The change needs evidence of consent and none was given. */
  | 'CONSENT_REQUIRED'
  /** The address is suppressed and may not be used. */
  | 'SUPPRESSED'
  /** A merge was refused by a rule; the pair is on the review queue. */
  | 'MERGE_CONFLICT'
  /** The same idempotency key came before with another input. */
  | 'IDEMPOTENCY_MISMATCH'
  /** A request with the same idempotency key is still running. Ask again. */
  | 'IDEMPOTENCY_IN_PROGRESS';

/** What every channel says of a contact. Each channel adds its own addresses, status, consents and engagement. */
export type ChannelProfile = {
  /** Name of the channel. */
  readonly channel: Scalars['ChannelName']['output'];
  /**
   * Whether the contact may be messaged on this channel now, or at another moment, with every rule checked in order.
   * Each send asks the same question. Reading it changes nothing.
   */
  readonly canSend: SendDecision;
  /** What the contact chose in the preference center, one entry per topic of the account. */
  readonly preferences: ReadonlyArray<TopicPreference>;
  /** Last time the person (not a machine) reacted on this channel. Null when never. */
  readonly lastEngagedAt?: Maybe<Scalars['DateTime']['output']>;
};


/** What every channel says of a contact. Each channel adds its own addresses, status, consents and engagement. */
export type ChannelProfileCanSendArgs = {
  topic?: InputMaybe<Scalars['String']['input']>;
  at?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The answer to “may this person be messaged?”, with its reasons. */
export type SendDecision = {
  /** True when every check passed. */
  readonly allowed: Scalars['Boolean']['output'];
  /** The first rule that failed. Null when allowed. */
  readonly decidedBy?: Maybe<SendRule>;
  /**
   * Where only sending hours or frequency caps speak against it, the message waits: the first moment, in UTC, at which, all else
   * equal, they no longer do. Null when allowed, when anything lasting speaks against it, or when the hours never come.
   */
  readonly retryAt?: Maybe<Scalars['DateTime']['output']>;
  /** Every rule checked, in order. Rules behind the first failure are checked too. */
  readonly checks: ReadonlyArray<SendCheck>;
};

/** One rule and how it came out. */
export type SendCheck = {
  /** The rule. */
  readonly rule: SendRule;
  /** Whether the rule allows the message. */
  readonly passed: Scalars['Boolean']['output'];
  /** The evidence in one sentence, for example “unsubscribed by one-click from the message of 3 March”. Null when there is nothing to add. */
  readonly detail?: Maybe<Scalars['String']['output']>;
  /** Since when this has been so, in UTC. Null when it was always so. */
  readonly since?: Maybe<Scalars['DateTime']['output']>;
};

/** Rules that decide whether a message may be sent, in the order in which they are checked. */
export type SendRule =
  /** The contact has an address on the channel. Only sends check it: without an address there is no profile to ask. */
  | 'ADDRESS'
  /** The address has valid consent for the topic. */
  | 'CONSENT'
  /** The address is not suppressed: no complaint, unsubscribe, stop word or opt-out at the provider. */
  | 'SUPPRESSION'
  /** The address can be reached: not held, not parked by staff. */
  | 'DELIVERABILITY'
  /** The person's data is erased. */
  | 'ERASED'
  /** Processing of the person's data is restricted, or they object to marketing. */
  | 'RESTRICTED'
  /** It is within the sending hours, by the clock of the recipient: in every time zone they may be in. Means later, not never. */
  | 'SENDING_HOURS'
  /** The frequency caps leave room for one more message to the contact on the channel. Means later, not never. */
  | 'FREQUENCY_CAP';

/** A subject people can subscribe to, for example “Offers”. Each channel keeps its own topics under the account's keys. */
export type Topic = {
  /** Permanent key, for example `offers`. */
  readonly key: Scalars['String']['output'];
  /** Name shown to people. */
  readonly name: Scalars['String']['output'];
};

/** One choice in the preference center. */
export type TopicPreference = {
  /** The topic. */
  readonly topic: Topic;
  /** Whether messages of this topic are wanted on this channel. */
  readonly subscribed: Scalars['Boolean']['output'];
};

/** States of consent of an address for a topic. */
export type ConsentState =
  /** Permission was given, with evidence. */
  | 'GRANTED'
  /** Permission was given and taken back. */
  | 'WITHDRAWN'
  /** Permission was asked and refused. */
  | 'DENIED'
  /** Double opt-in was asked and is not confirmed. Never replaces `GRANTED`. */
  | 'PENDING';

/** Ways in which consent is given or taken back. */
export type ConsentMethod =
  /** A form on a site. */
  | 'FORM'
  /** A word sent by the person, for example STOP. */
  | 'KEYWORD'
  /** A file that was imported. */
  | 'IMPORT'
  /** A call of this API. */
  | 'API'
  /** The preference center. */
  | 'PREFERENCE_CENTER'
  /** One-click unsubscribe (RFC 8058). */
  | 'ONE_CLICK'
  /** A member of staff, by hand. */
  | 'AGENT';

/** What the message that asks a person to confirm their consent must carry. Nothing is granted before they do. */
export type ConsentConfirmation = {
  /**
   * Path on this host: `/confirm/`, the channel, and a signed token. A POST to it by the person confirms, without login; a GET
   * changes nothing, as scanners of mail follow links. The same POST again changes nothing.
   */
  readonly path: Scalars['String']['output'];
  /** Until when it can be confirmed, in UTC. */
  readonly expiresAt: Scalars['DateTime']['output'];
};

/** Part of a day by the local clock. */
export type DayHours = {
  /** First minute, `HH:MM`, for example `08:00`. */
  readonly from: Scalars['String']['output'];
  /** First minute that is no longer within, `HH:MM`; the end of the day is `24:00`. */
  readonly until: Scalars['String']['output'];
};

/** Part of a day by the local clock; it does not reach over midnight. */
export type DayHoursInput = {
  /** First minute, `HH:MM`. */
  readonly from: Scalars['String']['input'];
  /** First minute that is no longer within, `HH:MM`, after `from`; the end of the day is `24:00`. */
  readonly until: Scalars['String']['input'];
};

/** Hours of one region. They make the channel's hours narrower there, never wider. */
export type RegionHours = {
  /** Country or part of a country, ISO 3166, for example `FR` or `US-FL`. */
  readonly region: Scalars['String']['output'];
  /** First minute, `HH:MM`. */
  readonly from: Scalars['String']['output'];
  /** First minute that is no longer within, `HH:MM`. */
  readonly until: Scalars['String']['output'];
};

/** Hours of one region. */
export type RegionHoursInput = {
  /** Country or part of a country, ISO 3166, for example `FR` or `US-FL`. Parts are known in the United States and Canada. */
  readonly region: Scalars['String']['input'];
  /** First minute, `HH:MM`. */
  readonly from: Scalars['String']['input'];
  /** First minute that is no longer within, `HH:MM`, after `from`. */
  readonly until: Scalars['String']['input'];
};

/** How often a contact may be messaged on a channel. */
export type FrequencyCap = {
  /** At most so many messages handed to the provider, over all addresses of the contact. */
  readonly sends: Scalars['Int']['output'];
  /** Within any window of this length. */
  readonly within: Scalars['Duration']['output'];
};

/** How often a contact may be messaged on a channel. */
export type FrequencyCapInput = {
  /** At most so many messages, 1 to 1,000. */
  readonly sends: Scalars['Int']['input'];
  /** Within any window of this length: days, hours or minutes, at most `P90D`. */
  readonly within: Scalars['Duration']['input'];
};

/**
 * Where consent by a form, over the API, or on the preference page by a link that was sent to another address, counts only once the
 * person has confirmed it.
 */
export type DoubleOptIn = {
  /** Whether consent for the whole channel must be confirmed. */
  readonly channel: Scalars['Boolean']['output'];
  /** Keys of the topics whose consent must be confirmed. */
  readonly topics: ReadonlyArray<Scalars['String']['output']>;
  /** How long a question waits for its answer. */
  readonly validFor: Scalars['Duration']['output'];
};

/** Where consent must be confirmed. What is not given stays as it is. */
export type DoubleOptInInput = {
  /** Whether consent for the whole channel must be confirmed. Preset: no. */
  readonly channel?: InputMaybe<Scalars['Boolean']['input']>;
  /** Keys of the topics whose consent must be confirmed. Replaces the list. Preset: none. */
  readonly topics?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** How long a question waits for its answer: days, hours or minutes, at most `P90D`. Preset: `P7D`. */
  readonly validFor?: InputMaybe<Scalars['Duration']['input']>;
};

/** What proves an entry of the consent ledger. */
export type ConsentEvidence = {
  /** Who did it: `contact`, `user:<id>`, `key:<id>` or `provider:<name>`. */
  readonly actor: Scalars['String']['output'];
  /** When it happened, in UTC, as the source states it. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** When it was written to the ledger, in UTC. May be later than `occurredAt`. */
  readonly recordedAt: Scalars['DateTime']['output'];
  /** The exact text shown to the person. Null when only its version is known. */
  readonly statedText?: Maybe<Scalars['String']['output']>;
  /** Version of the text shown. Null when not versioned. */
  readonly statedTextVersion?: Maybe<Scalars['String']['output']>;
  /** IP address of the person. Null when not known. */
  readonly ip?: Maybe<Scalars['String']['output']>;
  /** Browser of the person as it names itself. Null when not known. */
  readonly userAgent?: Maybe<Scalars['String']['output']>;
};

/** Evidence of consent as given by a caller. A grant without it is refused with `CONSENT_REQUIRED`. */
export type ConsentEvidenceInput = {
  /** When it happened, with offset. Not in the future. */
  readonly occurredAt: Scalars['DateTime']['input'];
  /** How it was given. */
  readonly method: ConsentMethod;
  /** The exact text shown to the person, at most 4,000 characters. */
  readonly statedText?: InputMaybe<Scalars['String']['input']>;
  /** Version of the text shown, in place of the text or beside it, at most 200 characters. */
  readonly statedTextVersion?: InputMaybe<Scalars['String']['input']>;
  /** Who did it, for example the address or the member of staff, at most 200 characters. Default: the caller's key. */
  readonly actor?: InputMaybe<Scalars['String']['input']>;
  /** IP address of the person, at most 100 characters. */
  readonly ip?: InputMaybe<Scalars['String']['input']>;
  /** Browser of the person as it names itself; the first 500 characters are kept. */
  readonly userAgent?: InputMaybe<Scalars['String']['input']>;
};

/** Internal: whose preferences are meant. Exactly one of the two is given. */
export type PreferencesOf =
  /** A contact, with all of its addresses on the channel, by any of its ids. */
  { readonly contactId: Scalars['ID']['input']; readonly addressNo?: never; }
  |  /** One address, by its number on the channel. */
  { readonly contactId?: never; readonly addressNo: Scalars['Int']['input']; };

/** Internal: what the preference page shows of one channel. */
export type ChannelPreferences = {
  /** Name of the channel. */
  readonly channel: Scalars['ChannelName']['output'];
  /** Name of the channel for people. */
  readonly title: Scalars['String']['output'];
  /** The contact that has the address now. Null when nobody has it. */
  readonly contactId?: Maybe<Scalars['ID']['output']>;
  /** The address that messages go to, masked: the page is seen by whoever holds the link. */
  readonly address: Scalars['String']['output'];
  /** Whether messages of no topic are wanted. */
  readonly subscribed: Scalars['Boolean']['output'];
  /** The topics of the account, each with the choice that holds. */
  readonly topics: ReadonlyArray<TopicPreference>;
  /** Messages are stopped by something that no choice ends: a complaint, a provider's own opt-out, an invalid address. */
  readonly suppressed: Scalars['Boolean']['output'];
  /** Whether messages of no topic wait for the person's confirmation. They may be wanted all the same, by a consent that holds. */
  readonly asked: Scalars['Boolean']['output'];
  /** Keys of the topics that wait for the person's confirmation. */
  readonly askedTopics: ReadonlyArray<Scalars['String']['output']>;
};

/** Internal: a choice a person made on a page, with the words it was made by. */
export type PreferenceChoice = {
  /** Key of the topic. Null: messages of no topic; not wanting them and no topic either ends everything on the channel. */
  readonly topic?: InputMaybe<Scalars['String']['input']>;
  /** Whether messages are wanted. */
  readonly subscribed: Scalars['Boolean']['input'];
  /** The words the person saw. */
  readonly statedText: Scalars['String']['input'];
};

/** Internal: where a choice comes from. */
export type PreferenceEvidence = {
  /** How it was made: `PREFERENCE_CENTER` or `ONE_CLICK`. */
  readonly method: ConsentMethod;
  /** Version of the page's words. */
  readonly statedTextVersion: Scalars['String']['input'];
  /** IP address of the person. Null when not known. */
  readonly ip?: InputMaybe<Scalars['String']['input']>;
  /** Browser of the person as it names itself. Null when not known. */
  readonly userAgent?: InputMaybe<Scalars['String']['input']>;
  /** The message whose link was followed. Null when not known. */
  readonly messageId?: InputMaybe<Scalars['String']['input']>;
  /**
   * Number on this channel of the address the link was sent to: what is wanted there needs no further confirmation. Null: the link
   * was sent to an address of another channel, or to nobody knows which.
   */
  readonly provenAddressNo?: InputMaybe<Scalars['Int']['input']>;
};

/** Internal: an opt-in that a link asks about. */
export type ConsentQuestion = {
  /** Number of the account. */
  readonly account: Scalars['Int']['output'];
  /** Name of the channel for people. */
  readonly title: Scalars['String']['output'];
  /** The address, masked. */
  readonly address: Scalars['String']['output'];
  /** The topic. Null: the whole channel. */
  readonly topic?: Maybe<Topic>;
  /** Whether it is open, confirmed, or over. */
  readonly state: ConsentQuestionState;
};

/** Internal: how far an opt-in came. */
export type ConsentQuestionState =
  /** Waits for its answer. */
  | 'OPEN'
  /** Consent holds. */
  | 'CONFIRMED'
  /** It was answered otherwise, or ran out. */
  | 'OVER';

/** How much a source of provider events sent. `received` is `new`, `duplicates` and `skipped` together. */
export type SourceCounts = {
  /** Events of all genuine requests. */
  readonly received: Scalars['Int']['output'];
  /** Events that were recorded. */
  readonly new: Scalars['Int']['output'];
  /** Events that were known already, as providers send again what they are not sure of. They changed nothing. */
  readonly duplicates: Scalars['Int']['output'];
  /** Events that are no activity here, by name in `skippedEvents`. */
  readonly skipped: Scalars['Int']['output'];
  /** Recorded events that wait for the address of their message. They count from the first event that tells it. */
  readonly unassigned: Scalars['Int']['output'];
  /** Requests that were refused: not genuine, or nothing the provider sends. Of them nothing is kept but this number. */
  readonly refused: Scalars['Int']['output'];
};

/** A kind of event that a source sent and that is no activity here. At most 100 names are kept of a source, further ones as `(other)`. */
export type SkippedEvent = {
  /** As the provider calls it; `(malformed)` for what is nothing the provider documents. */
  readonly name: Scalars['String']['output'];
  /** How often it came. */
  readonly count: Scalars['Int']['output'];
  /** When it came first, in UTC. */
  readonly firstAt: Scalars['DateTime']['output'];
  /** When it came last, in UTC. */
  readonly lastAt: Scalars['DateTime']['output'];
};

/** States of a message that was asked for. `SENT`, `SKIPPED`, `FAILED` and `CANCELED` are final. */
export type SendState =
  /** Waits for its turn, or for the hours and caps to allow it. */
  | 'QUEUED'
  /** Allowed, and being handed to the provider. */
  | 'CLAIMED'
  /** The provider has it. What became of it then, its `message` tells. */
  | 'SENT'
  /** Not allowed: the decision says by which rule. It never leaves. */
  | 'SKIPPED'
  /** Refused by the provider, or put off by it too often, or it could not be written. */
  | 'FAILED'
  /** Nobody here knows whether the provider has it. The provider is asked; it is never blindly sent again. */
  | 'UNKNOWN'
  /** The provider cannot tell whether it has it. Somebody decides by hand. */
  | 'REVIEW'
  /** Taken back before its turn came. */
  | 'CANCELED';

/** Ways of deciding of a message of which the provider cannot tell whether it has it. */
export type SendReviewDecision =
  /** It was sent: it counts as handed to the provider at the moment of its claim. */
  | 'SENT'
  /** It was not sent, and is not to be: it ends as failed. */
  | 'NOT_SENT'
  /** It was not sent and is to be: it is queued again, and every rule is checked again. */
  | 'SEND_AGAIN';

/** What a field does that a text merges and the contact lacks, where the text has no other words for it. */
export type MissingField =
  /** It leaves nothing in its place. */
  | 'EMPTY'
  /** There is no message: it ends as failed, and tells which fields are missing. */
  | 'FAIL';

/** The version of a template that a message was written with. */
export type SendTemplate = {
  /** Key of the template. */
  readonly key: Scalars['String']['output'];
  /** Its version, from 1 on. A version never changes. */
  readonly version: Scalars['Int']['output'];
};

/** Internal: states of a message to an audience. */
export type CampaignRunState =
  /** Messages are queued and sent. */
  | 'RUNNING'
  /** Nothing is claimed until it is resumed. */
  | 'PAUSED'
  /** Ended by hand: what was not claimed by then is canceled. */
  | 'CANCELED'
  /** Nothing waits any more. */
  | 'DONE';

/** Internal: a message to an audience that is settled. */
export type CampaignBeginInput = {
  /** Given by whoever begins it: the same key twice is one, with another input `IDEMPOTENCY_MISMATCH`. At most 200 characters. */
  readonly key: Scalars['String']['input'];
  /** Name of the campaign, as events of its messages tell it. At most 200 characters. */
  readonly name: Scalars['String']['input'];
  /** Key of the template; its newest version is taken for all messages. */
  readonly template: Scalars['String']['input'];
  /** Key of the topic. Null: messages of no topic. */
  readonly topic?: InputMaybe<Scalars['String']['input']>;
  /** Id of the sender. Null: the channel's only one in use. */
  readonly sender?: InputMaybe<Scalars['ID']['input']>;
  /** Values for the text beside the contact's own, which they go before. A JSON object. */
  readonly variables?: InputMaybe<Scalars['JSON']['input']>;
  /** Most messages a minute. Null: as fast as the sender may. */
  readonly perMinute?: InputMaybe<Scalars['Int']['input']>;
  /** Whom it is for. */
  readonly contacts: Scalars['ContactBits']['input'];
};

/** Internal: how far a message to an audience is. `unqueued` and all counts of `states` together are `size`. */
export type CampaignRun = {
  /** Key it was begun with. */
  readonly key: Scalars['String']['output'];
  /** Name of the campaign. */
  readonly name: Scalars['String']['output'];
  /** Its state. */
  readonly state: CampaignRunState;
  /** Contacts it is for. */
  readonly size: Scalars['Int']['output'];
  /** Contacts that have no message yet; of a canceled one those that never got one. */
  readonly unqueued: Scalars['Int']['output'];
  /** Messages of each state that has some. */
  readonly states: ReadonlyArray<SendStateCount>;
  /** Skipped messages by the rule that spoke against them; together they are the count of `SKIPPED`. */
  readonly skipped: ReadonlyArray<SkippedCount>;
};

/** Internal: messages of one state. */
export type SendStateCount = {
  /** The state. */
  readonly state: SendState;
  /** How many. */
  readonly count: Scalars['Int']['output'];
};

/** Internal: messages that one rule spoke against. */
export type SkippedCount = {
  /** The rule. */
  readonly rule: SendRule;
  /** How many. */
  readonly count: Scalars['Int']['output'];
};

/** Internal: result of beginning, pausing, resuming or canceling a message to an audience. */
export type CampaignRunPayload = {
  /** How far it is. Null when there are user errors. */
  readonly progress?: Maybe<CampaignRun>;
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Internal: something that happened to a contact, as a part tells it to the timeline. */
export type Activity = {
  /** Permanent id: the name of the part, a dot, and the part's own id, for example `EMAIL.0192…`. */
  readonly id: Scalars['ID']['output'];
  /** The contact. */
  readonly contactId: Scalars['ID']['output'];
  /** When it happened, in UTC. */
  readonly at: Scalars['DateTime']['output'];
  /** Channel. Null when it happened on none. */
  readonly channel?: Maybe<Scalars['ChannelName']['output']>;
  /** What happened. */
  readonly kind: Scalars['String']['output'];
  /** One line for people. */
  readonly summary: Scalars['String']['output'];
  /** Everything else known. */
  readonly details?: Maybe<Scalars['JSON']['output']>;
  /** Message it belongs to. Null when none. */
  readonly messageId?: Maybe<Scalars['ID']['output']>;
};

/**
 * Internal: a place in a timeline. Timelines are ordered by `at`, then by `id` compared as text, both descending;
 * what follows a place is everything behind it in that order.
 */
export type ActivityPosition = {
  /** The moment, in UTC. */
  readonly at: Scalars['DateTime']['input'];
  /** The id of the activity at the place. */
  readonly id: Scalars['ID']['input'];
};

/** Internal: what a channel knows of where a contact is. */
export type ChannelTimeZones = {
  /** IANA name of the zone that was set by hand for an address of the contact. Null: none was. */
  readonly set?: Maybe<Scalars['String']['output']>;
  /** IANA names of all zones that the contact's primary address allows, as by its area code or country. Empty where it tells nothing. */
  readonly told: ReadonlyArray<Scalars['String']['output']>;
};

/** Internal: what one leaf of an audience filter matches. */
export type LeafAudience = {
  /** The contacts that match, by the numbers they are shown under. */
  readonly contacts: Scalars['ContactBits']['output'];
  /** Whether the leaf is about something that happens: else it has no facts, whoever matches. */
  readonly happens: Scalars['Boolean']['output'];
  /** What made contacts match, newest first: empty for leaves about what a contact is. Only worked out when asked for. */
  readonly facts: ReadonlyArray<LeafFact>;
  /**
   * How often contacts did what made them match: one number for each of `contacts`, in their order; a single one where all have the
   * same.
   */
  readonly amounts: Scalars['Words']['output'];
  /** When: number of the contact and second since 1970 in turns, by contact, the oldest first. */
  readonly times: Scalars['Words']['output'];
};


/** Internal: what one leaf of an audience filter matches. */
export type LeafAudienceFactsArgs = {
  among?: InputMaybe<Scalars['ContactBits']['input']>;
};


/** Internal: what one leaf of an audience filter matches. */
export type LeafAudienceAmountsArgs = {
  now: Scalars['DateTime']['input'];
  within?: InputMaybe<Scalars['Duration']['input']>;
  decayDays?: InputMaybe<Scalars['Int']['input']>;
  newestOnly?: Scalars['Boolean']['input'];
};


/** Internal: what one leaf of an audience filter matches. */
export type LeafAudienceTimesArgs = {
  among?: InputMaybe<Scalars['ContactBits']['input']>;
};

/** Internal: something that happened and made a leaf match. */
export type LeafFact = {
  /** Number of the contact. */
  readonly contact: Scalars['Int']['output'];
  /** When it happened, in UTC. */
  readonly at: Scalars['DateTime']['output'];
  /** Channel of the fact. Null when it happened on none. */
  readonly channel?: Maybe<Scalars['ChannelName']['output']>;
  /** What happened. */
  readonly kind: Scalars['String']['output'];
};

/** A value that a field had or has. */
export type FieldHistoryEntry = {
  /** The value in the JSON form of the field's type. Null where the field was emptied. */
  readonly value?: Maybe<Scalars['JSON']['output']>;
  /** Who told us: `import:<id>`, `form:<id>`, `key:<id>`. */
  readonly source: Scalars['String']['output'];
  /** When it was told, in UTC: of a row of a file when the file came in. */
  readonly at: Scalars['DateTime']['output'];
  /** Id of the contact on which it was set; one that was merged since finds the survivor. */
  readonly contactId: Scalars['ID']['output'];
  /** Whether it is the value of that contact now. Which of several is shown, the field's merge strategy says. */
  readonly current: Scalars['Boolean']['output'];
};

/** One page of a field's history. */
export type FieldHistoryConnection = {
  /** The values of this page. */
  readonly nodes: ReadonlyArray<FieldHistoryEntry>;
  /** The values of this page, each with its cursor. */
  readonly edges: ReadonlyArray<FieldHistoryEdge>;
  /** Whether there is more, and where it starts. */
  readonly pageInfo: PageInfo;
};

/** A value and its place in the history. */
export type FieldHistoryEdge = {
  /** Place in the history; pass it as `after` to continue behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The value. */
  readonly node: FieldHistoryEntry;
};

/** One change of a contact. */
export type AuditEntry = {
  /** When it was written, in UTC. */
  readonly at: Scalars['DateTime']['output'];
  /** Who, and by that from where: `key:<id>`, `import:<id>`, `channel:<name>`, `workflow:<id>` or `rule:<name>`. */
  readonly actor: Scalars['String']['output'];
  /** What: `CREATED`, `EDITED`, `MERGED`, `UNMERGED`, `SPLIT`, `REVIEWED`, `COMPLIANCE_SET`, `ARCHIVED`, `UNARCHIVED`. Others may be added. */
  readonly action: Scalars['String']['output'];
  /** Id of the contact that was changed; one that was merged since finds the survivor. */
  readonly contactId: Scalars['ID']['output'];
  /**
   * What it was about: kinds of identifiers, keys of fields, tags, flags, ids of merges, reviews and contacts, the reason given. Values of
   * fields are in `fieldHistory`. Null without the scope.
   */
  readonly details?: Maybe<Scalars['JSON']['output']>;
};

/** One page of an audit log. */
export type AuditLogConnection = {
  /** The entries of this page. */
  readonly nodes: ReadonlyArray<AuditEntry>;
  /** The entries of this page, each with its cursor. */
  readonly edges: ReadonlyArray<AuditLogEdge>;
  /** Whether there is more, and where it starts. */
  readonly pageInfo: PageInfo;
};

/** An entry and its place in the log. */
export type AuditLogEdge = {
  /** Place in the log; pass it as `after` to continue behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: AuditEntry;
};

/** Something that identifies a person. */
export type ContactIdentifier = {
  /** Kind: `EMAIL`, `MOBILE`, `EXTERNAL_ID`, `ANONYMOUS_ID`, or the address kind of a later channel. */
  readonly kind: Scalars['IdentifierKind']['output'];
  /** Value as matched: email trimmed and in lower case, mobile in E.164 (`+15005550006`). Null without the scope. */
  readonly value?: Maybe<Scalars['String']['output']>;
  /** Value as it was given first. Null without the scope. */
  readonly given?: Maybe<Scalars['String']['output']>;
  /** Whether it is the one used first among its kind. */
  readonly primary: Scalars['Boolean']['output'];
  /** Whether the person proved to own it. */
  readonly verified: Scalars['Boolean']['output'];
  /** Who told us: `import:<id>`, `form:<id>`, `api:<key>`. */
  readonly source?: Maybe<Scalars['String']['output']>;
  /** When it was first seen on this contact, in UTC. */
  readonly firstSeenAt: Scalars['DateTime']['output'];
  /** The contact it came from, when a merge brought it; else the contact itself. The id of a merged contact finds the survivor. */
  readonly from: Contact;
};

/** Value of one of the account's own fields, with its origin. */
export type CustomFieldValue = {
  /** Permanent key of the field. */
  readonly key: Scalars['String']['output'];
  /** Name of the field shown to people. */
  readonly label: Scalars['String']['output'];
  /** Type of the value. */
  readonly type: CustomFieldType;
  /** The value in the JSON form of its type: text, number, boolean, list of text; dates as `2026-03-01`, moments as `DateTime`. */
  readonly value: Scalars['JSON']['output'];
  /** Who told us last. */
  readonly source?: Maybe<Scalars['String']['output']>;
  /** When this value was set, in UTC. */
  readonly updatedAt: Scalars['DateTime']['output'];
};

/** Types of custom fields. */
export type CustomFieldType =
  /** Text. */
  | 'TEXT'
  /** Number. */
  | 'NUMBER'
  /** True or false. */
  | 'BOOLEAN'
  /** Calendar date without a time. */
  | 'DATE'
  /** Moment in time. */
  | 'DATE_TIME'
  /** One of the field's options. */
  | 'CHOICE'
  /** Several of the field's options. */
  | 'CHOICES';

/** Where a contact came from first. */
export type Acquisition = {
  /** By which way. */
  readonly kind: AcquisitionKind;
  /** Name of the form, file, key, word or shop. Null when not known. */
  readonly detail?: Maybe<Scalars['String']['output']>;
  /** When, in UTC. */
  readonly at: Scalars['DateTime']['output'];
};

/** Ways in which contacts come in. */
export type AcquisitionKind =
  /** A form on a site. */
  | 'FORM'
  /** A file that was imported. */
  | 'IMPORT'
  /** A call of this API. */
  | 'API'
  /** A word sent to one of the account's numbers. */
  | 'KEYWORD'
  /** A purchase. */
  | 'CHECKOUT'
  /** Typed in by staff. */
  | 'MANUAL';

/** Legal state of a contact's data. */
export type Compliance = {
  /** Ground on which data is kept: for example `consent` or `contract`. Null when not set. */
  readonly lawfulBasis?: Maybe<Scalars['String']['output']>;
  /** True: data is kept but nothing may be done with it, sends included. */
  readonly processingRestricted: Scalars['Boolean']['output'];
  /** True: the person objects to marketing of any kind. */
  readonly marketingObjection: Scalars['Boolean']['output'];
  /** When the person asked to be erased, in UTC. Null when never. */
  readonly erasureRequestedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** One decision that several contacts are one person. Undone by `contactUnmerge`. */
export type Merge = {
  /** Permanent id. */
  readonly id: Scalars['ID']['output'];
  /** When, in UTC. */
  readonly at: Scalars['DateTime']['output'];
  /** Contact that lives on. */
  readonly survivorId: Scalars['ID']['output'];
  /** Contacts that became part of it. */
  readonly absorbedIds: ReadonlyArray<Scalars['ID']['output']>;
  /** Rule or remark that led to it. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** Who: `user:<id>`, `key:<id>` or `rule:<name>`. */
  readonly actor: Scalars['String']['output'];
};

/** What a merge would do. Nothing has been changed. */
export type MergePreview = {
  /** Contact that would live on: the oldest known. An anonymous one never wins. */
  readonly survivor: Contact;
  /** Fields on which the contacts differ, and which value would be kept. */
  readonly fields: ReadonlyArray<MergedField>;
  /** Rules that refuse the merge. Empty: it would be done. */
  readonly refusals: ReadonlyArray<MergeRefusal>;
  /** Identifiers the survivor would have. */
  readonly identifiers: ReadonlyArray<ContactIdentifier>;
};

/** A custom field in a merge. */
export type MergedField = {
  /** Key of the field. */
  readonly key: Scalars['String']['output'];
  /** Value the survivor would have. Null when every contact's value is empty. */
  readonly kept?: Maybe<MergedValue>;
  /** Values that would no longer be shown. An unmerge brings them back. */
  readonly dropped?: Maybe<ReadonlyArray<MergedValue>>;
};

/** A value in a merge, with its origin. */
export type MergedValue = {
  /** The value in the JSON form of the field's type. */
  readonly value: Scalars['JSON']['output'];
  /** Who told us. */
  readonly source?: Maybe<Scalars['String']['output']>;
  /** When it was set, in UTC. */
  readonly updatedAt: Scalars['DateTime']['output'];
};

/** A rule that refuses a merge. */
export type MergeRefusal = {
  /** The rule. */
  readonly rule: MergeRule;
  /** What it found, in one sentence. */
  readonly detail: Scalars['String']['output'];
};

/** Rules that refuse a merge. */
export type MergeRule =
  /** The contacts have different external ids. */
  | 'EXTERNAL_IDS_DIFFER'
  /** The survivor would have more identifiers of a kind than allowed. */
  | 'LIMIT_EXCEEDED'
  /** The identifier is on the list of values that identify nobody. */
  | 'BLOCKED_VALUE'
  /** The identifier is marked as shared by several people. */
  | 'SHARED_IDENTIFIER'
  /** A merge of these contacts was taken back before. */
  | 'SEPARATED'
  /** More than 100 merges or 1,000 identifiers on one contact. */
  | 'TOO_LARGE';

/** A pair of contacts a rule kept apart; a person should look. */
export type MergeReview = {
  /** Permanent id. */
  readonly id: Scalars['ID']['output'];
  /** When the merge was refused, in UTC. */
  readonly at: Scalars['DateTime']['output'];
  /** The rule that refused. */
  readonly rule: MergeRule;
  /** What it found, in one sentence. */
  readonly detail: Scalars['String']['output'];
  /** The contacts concerned. */
  readonly contacts: ReadonlyArray<Contact>;
  /** What was decided. */
  readonly state: MergeReviewState;
  /** When it was decided, in UTC. Null while open. */
  readonly decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who decided. Null while open. */
  readonly decidedBy?: Maybe<Scalars['String']['output']>;
};

/** States of a review. */
export type MergeReviewState =
  /** Nobody has looked yet. */
  | 'OPEN'
  /** They are one person, and were merged. */
  | 'APPROVED'
  /** They are different people. The same pair is not brought up by the same rule again. */
  | 'REJECTED';

/** Result of deciding a review. */
export type MergeReviewPayload = {
  /** The review. Null when there are user errors. */
  readonly review?: Maybe<MergeReview>;
  /** The merge that was made. Null when none was. */
  readonly merge?: Maybe<Merge>;
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Changes of one contact. */
export type ContactUpdateInput = {
  /** Id of the contact, also one that was merged. */
  readonly id: Scalars['ID']['input'];
  /** Values of custom fields. Fields not named stay as they are; null empties one. */
  readonly customFields?: InputMaybe<ReadonlyArray<CustomFieldInput>>;
  /** Labels to add. */
  readonly addTags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Labels to remove. */
  readonly removeTags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Identifiers of the contact to use first among their kind, one of a kind. */
  readonly primary?: InputMaybe<ReadonlyArray<ContactIdentifierInput>>;
  /** True: archive the contact, with all it came out of by merges. False: take it back out. Default: as it is. */
  readonly archived?: InputMaybe<Scalars['Boolean']['input']>;
  /** `updatedAt` as the caller last saw it: when the contact was changed since, nothing is written. Default: not checked. */
  readonly ifUnchangedSince?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Result of `contactUpdate`. */
export type ContactUpdatePayload = {
  /** The contact. Null when there are user errors. */
  readonly contact?: Maybe<Contact>;
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** An identifier to take off its contact. */
export type ContactIdentifierSplitInput = {
  /** Id of the contact that has it. */
  readonly contactId: Scalars['ID']['input'];
  /** The identifier, in any spelling. */
  readonly identifier: ContactIdentifierInput;
  /** Remark for the record, at most 500 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Result of `contactIdentifierSplit`. */
export type ContactIdentifierSplitPayload = {
  /** The contact without the identifier, then the one it belongs to now. Null when there are user errors. */
  readonly contacts?: Maybe<ReadonlyArray<Contact>>;
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** One page of reviews, newest first. */
export type MergeReviewConnection = {
  /** The reviews of this page. */
  readonly nodes: ReadonlyArray<MergeReview>;
  /** The reviews of this page, each with its cursor. */
  readonly edges: ReadonlyArray<MergeReviewEdge>;
  /** Whether there is more, and where it starts. */
  readonly pageInfo: PageInfo;
};

/** A review and its place in the list. */
export type MergeReviewEdge = {
  /** Place in the list; pass it as `after` to continue behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The review. */
  readonly node: MergeReview;
};

/** Names one contact, by exactly one identifier in any spelling. */
export type ContactIdentifierInput =
  /** Id of the contact, also one that was merged. */
  { readonly id: Scalars['ID']['input']; readonly externalId?: never; readonly email?: never; readonly mobile?: never; readonly anonymousId?: never; readonly address?: never; }
  |  /** The customer's own key, matched exactly. */
  { readonly id?: never; readonly externalId: Scalars['String']['input']; readonly email?: never; readonly mobile?: never; readonly anonymousId?: never; readonly address?: never; }
  |  /** Email address; case and outer spaces do not matter. */
  { readonly id?: never; readonly externalId?: never; readonly email: Scalars['String']['input']; readonly mobile?: never; readonly anonymousId?: never; readonly address?: never; }
  |  /** Mobile number, international or in the account's region: `+1 (500) 555-0006`. */
  { readonly id?: never; readonly externalId?: never; readonly email?: never; readonly mobile: Scalars['String']['input']; readonly anonymousId?: never; readonly address?: never; }
  |  /** Id of a web visitor. */
  { readonly id?: never; readonly externalId?: never; readonly email?: never; readonly mobile?: never; readonly anonymousId: Scalars['String']['input']; readonly address?: never; }
  |  /** Address on any other channel. */
  { readonly id?: never; readonly externalId?: never; readonly email?: never; readonly mobile?: never; readonly anonymousId?: never; readonly address: ChannelAddressInput; };

/** An address on a channel that has no identifier of its own name. */
export type ChannelAddressInput = {
  /** The channel. */
  readonly channel: Scalars['ChannelName']['input'];
  /** The address as the channel writes it. */
  readonly value: Scalars['String']['input'];
};

/** A contact as the caller knows it. Identifiers decide whether it is created, updated or merged. */
export type ContactUpsertInput = {
  /** At least one. All of them belong to the same person. */
  readonly identifiers: ReadonlyArray<ContactIdentifierInput>;
  /** Values of custom fields. Fields not named stay as they are. */
  readonly customFields?: InputMaybe<ReadonlyArray<CustomFieldInput>>;
  /** Labels to add. */
  readonly addTags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Labels to remove. */
  readonly removeTags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Where the contact came from. Only used when the contact is new. */
  readonly acquisition?: InputMaybe<AcquisitionInput>;
};

/** Value for a custom field. */
export type CustomFieldInput = {
  /** Key of the field. */
  readonly key: Scalars['String']['input'];
  /** Value in the JSON form of the field's type. Null empties the field. */
  readonly value?: InputMaybe<Scalars['JSON']['input']>;
};

/** Where a contact came from. */
export type AcquisitionInput = {
  /** By which way. */
  readonly kind: AcquisitionKind;
  /** Name of the form, file, key, word or shop. */
  readonly detail?: InputMaybe<Scalars['String']['input']>;
};

/** What happened to an upserted contact. */
export type ContactUpsertOutcome =
  /** No identifier was known: a new contact. */
  | 'CREATED'
  /** One contact was known by them. */
  | 'UPDATED'
  /** Several contacts were known by them and are one now. */
  | 'MERGED'
  /** Several contacts were known and a rule keeps them apart. The strongest identifier's contact was updated. */
  | 'MERGE_REFUSED';

/** Result of `contactUpsert`. */
export type ContactUpsertPayload = {
  /** The contact. Null when there are user errors. */
  readonly contact?: Maybe<Contact>;
  /** What happened. Null when there are user errors. */
  readonly outcome?: Maybe<ContactUpsertOutcome>;
  /** The merge that was made. Null when none was. */
  readonly merge?: Maybe<Merge>;
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Contacts to merge. */
export type ContactMergeInput = {
  /** Two or more contacts. */
  readonly contactIds: ReadonlyArray<Scalars['ID']['input']>;
  /** Remark for the record, at most 500 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Result of `contactMerge`. */
export type ContactMergePayload = {
  /** The survivor. Null when there are user errors. */
  readonly contact?: Maybe<Contact>;
  /** The merge. Null when there are user errors. */
  readonly merge?: Maybe<Merge>;
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Result of `contactUnmerge`. */
export type ContactUnmergePayload = {
  /** The contacts as they are again, oldest first. Null when there are user errors. */
  readonly contacts?: Maybe<ReadonlyArray<Contact>>;
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/**
 * How the value of a custom field must be, as it is shown of a merged contact. All conditions given hold together; of a `CHOICES`
 * field each condition must hold for one of the options chosen. A contact without a value matches no comparison, so that a `not`
 * around one matches it. Without any condition the field must have a value. What is compared has the JSON form of the field's type,
 * else the filter is refused.
 */
export type FieldPredicate = {
  /** Key of the field. */
  readonly key: Scalars['String']['input'];
  /** Equal to this value. Text and options are compared without regard to case. */
  readonly equals?: InputMaybe<Scalars['JSON']['input']>;
  /** One of these values, compared as `equals` does: 1 to 1,000. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['JSON']['input']>>;
  /** Greater than this: a number, a date as `2026-03-01`, or a moment with offset, as the field is `NUMBER`, `DATE` or `DATE_TIME`. */
  readonly greaterThan?: InputMaybe<Scalars['JSON']['input']>;
  /** Less than this: a number, a date as `2026-03-01`, or a moment with offset, as the field is `NUMBER`, `DATE` or `DATE_TIME`. */
  readonly lessThan?: InputMaybe<Scalars['JSON']['input']>;
  /** Text or an option contains this, without regard to case. For `TEXT`, `CHOICE` and `CHOICES`. */
  readonly contains?: InputMaybe<Scalars['String']['input']>;
  /** True: has a value, as where nothing but `key` is given. False: has none; nobody matches this together with a comparison. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Which label the contact must have, as it is shown: exactly this text, outer spaces aside. */
export type TagPredicate = {
  /** The label. */
  readonly equals: Scalars['String']['input'];
};

/** Which identifier the contact must have, itself or by a merge. */
export type IdentifierPredicate = {
  /** The kind that must be present. */
  readonly kind: Scalars['IdentifierKind']['input'];
  /** True: the person must have proved to own it. */
  readonly verified?: InputMaybe<Scalars['Boolean']['input']>;
};

/**
 * When the contact was first known; of a merged one the earliest. One condition or more, all of which hold together. Moments are
 * compared by their whole seconds. Every contact has this moment.
 */
export type CreatedPredicate = {
  /** At this moment or later. */
  readonly after?: InputMaybe<Scalars['DateTime']['input']>;
  /** Before this moment. */
  readonly before?: InputMaybe<Scalars['DateTime']['input']>;
  /** No longer ago than this, counted back from the moment asked. */
  readonly within?: InputMaybe<Scalars['Duration']['input']>;
};

/**
 * Where the contact came from first; of a merged one the earliest. All conditions given hold together. A contact of which it is not
 * known matches none of them, and not the empty condition, so that a `not` around one matches it.
 */
export type AcquisitionPredicate = {
  /** By this way. */
  readonly kind?: InputMaybe<AcquisitionKind>;
  /** What is known of the form, file, key, word or shop. A contact without it does not match. */
  readonly detail?: InputMaybe<AcquisitionDetailCondition>;
  /** At this moment or later, by the whole second. */
  readonly after?: InputMaybe<Scalars['DateTime']['input']>;
  /** Before this moment, by the whole second. */
  readonly before?: InputMaybe<Scalars['DateTime']['input']>;
};

/** How the name of a form, file, key, word or shop must be, without regard to case. All conditions given hold together. */
export type AcquisitionDetailCondition = {
  /** Equal to this. */
  readonly equals?: InputMaybe<Scalars['String']['input']>;
  /** Contains this. */
  readonly contains?: InputMaybe<Scalars['String']['input']>;
};

export type Query = {
  /** One contact. An id of a merged contact gives the survivor. Null when the account has none of this id. */
  readonly contact?: Maybe<Contact>;
  /** The contact known by an identifier, in any spelling of it. Null when nobody is. */
  readonly contactByIdentifier?: Maybe<Contact>;
  /**
   * Contacts of the account, newest first. With a search those it finds: first those with all its words as they are written, then
   * those with names spelled alike; newest first within each. Pages stay where they are when contacts are added.
   */
  readonly contacts?: Maybe<ContactConnection>;
  /** What merging these contacts would do. Changes nothing. */
  readonly contactMergePreview?: Maybe<MergePreview>;
  /** Pairs of contacts a rule kept apart, newest first. */
  readonly mergeReviews?: Maybe<MergeReviewConnection>;
  /** The account the key belongs to, with its settings. */
  readonly account?: Maybe<Account>;
  /** Fields the account defined, by key. */
  readonly customFieldDefinitions?: Maybe<ReadonlyArray<CustomFieldDefinition>>;
  /** Keys of the account, newest first. Secrets are never shown again. */
  readonly apiKeys?: Maybe<ReadonlyArray<ApiKey>>;
  /** One import. Null when the account has none of this id. */
  readonly importJob?: Maybe<ImportJob>;
  /** Imports, newest first. */
  readonly importJobs?: Maybe<ImportJobConnection>;
  /** Internal: contacts that match each of the field conditions, in the order asked. */
  readonly fieldAudience?: Maybe<ReadonlyArray<LeafAudience>>;
  /** Internal: contacts that match each of the tag conditions, in the order asked. */
  readonly tagAudience?: Maybe<ReadonlyArray<LeafAudience>>;
  /** Internal: contacts that match each of the identifier conditions, in the order asked. */
  readonly identifierAudience?: Maybe<ReadonlyArray<LeafAudience>>;
  /** Internal: contacts that match each of the conditions about when they were first known, in the order asked. */
  readonly createdAudience?: Maybe<ReadonlyArray<LeafAudience>>;
  /** Internal: contacts that match each of the conditions about where they came from, in the order asked. */
  readonly acquisitionAudience?: Maybe<ReadonlyArray<LeafAudience>>;
  /** Internal: every contact of the account, or those of these ids, that is not archived. */
  readonly everyContact?: Maybe<LeafAudience>;
  /** Internal: kinds of identifiers that contacts of the account have, strongest first. */
  readonly identifierKinds?: Maybe<ReadonlyArray<Scalars['IdentifierKind']['output']>>;
  /** Internal: what happened to each contact on no channel, for the timeline, newest first, at most `first` of each. */
  readonly identityActivity?: Maybe<ReadonlyArray<Activity>>;
  /** Internal: whom a key stands for. Null when it is unknown or revoked. */
  readonly principalOfKey?: Maybe<Principal>;
  /**
   * Internal: what a message to each contact may merge, by the id that was asked: `{ "k3G7QAe51F": { "first_name": "Ada" } }`. Names are
   * the account's fields by their keys, each in the JSON form of its type; `display_name`; `tags`, in alphabetical order; and the first
   * identifier of each kind as it was given, by the kind's name in lower case: `email`. What a contact has not is absent, and so are ids
   * nobody has.
   */
  readonly mergeFields?: Maybe<Scalars['JSON']['output']>;
  /**
   * Internal: values of fields of each contact, by the id that was asked and the key of the field, each in the JSON form of its type:
   * `{ "k3G7QAe51F": { "birthday": "1990-05-01" } }`. Fields that are empty are absent, and so are contacts nobody has or that are archived.
   */
  readonly automationFacts?: Maybe<Scalars['JSON']['output']>;
  /** Internal: what is wrong with each use of a field, in one sentence and in the order asked; null: nothing. */
  readonly fieldProblems?: Maybe<ReadonlyArray<Maybe<Scalars['String']['output']>>>;
};


export type QueryContactArgs = {
  id: Scalars['ID']['input'];
};


export type QueryContactByIdentifierArgs = {
  identifier: ContactIdentifierInput;
};


export type QueryContactsArgs = {
  search?: InputMaybe<Scalars['String']['input']>;
  includeArchived?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryContactMergePreviewArgs = {
  contactIds: ReadonlyArray<Scalars['ID']['input']>;
};


export type QueryMergeReviewsArgs = {
  states?: InputMaybe<ReadonlyArray<MergeReviewState>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryImportJobArgs = {
  id: Scalars['ID']['input'];
};


export type QueryImportJobsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryFieldAudienceArgs = {
  predicates: ReadonlyArray<FieldPredicate>;
  contactIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};


export type QueryTagAudienceArgs = {
  predicates: ReadonlyArray<TagPredicate>;
  contactIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};


export type QueryIdentifierAudienceArgs = {
  predicates: ReadonlyArray<IdentifierPredicate>;
  contactIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};


export type QueryCreatedAudienceArgs = {
  predicates: ReadonlyArray<CreatedPredicate>;
  contactIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};


export type QueryAcquisitionAudienceArgs = {
  predicates: ReadonlyArray<AcquisitionPredicate>;
  contactIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};


export type QueryEveryContactArgs = {
  contactIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  includeArchived?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryIdentityActivityArgs = {
  contactIds: ReadonlyArray<Scalars['ID']['input']>;
  first: Scalars['Int']['input'];
  before?: InputMaybe<ActivityPosition>;
};


export type QueryPrincipalOfKeyArgs = {
  hash: Scalars['String']['input'];
};


export type QueryMergeFieldsArgs = {
  contactIds: ReadonlyArray<Scalars['ID']['input']>;
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};


export type QueryAutomationFactsArgs = {
  contactIds: ReadonlyArray<Scalars['ID']['input']>;
  fields: ReadonlyArray<Scalars['String']['input']>;
};


export type QueryFieldProblemsArgs = {
  uses: ReadonlyArray<FieldUseInput>;
};

/** Internal: a use of a field: its day is asked for, or it is set to a value. */
export type FieldUseInput = {
  /** Key of the field. */
  readonly key: Scalars['String']['input'];
  /** True: its day is asked for, so that it must be of type `DATE`. */
  readonly asDay: Scalars['Boolean']['input'];
  /** Else the value it is set to. Null empties it. */
  readonly value?: InputMaybe<Scalars['JSON']['input']>;
};

/** Internal: an edit of a contact. */
export type ContactEditInput = {
  /** The contact, by any of its ids; while merged the survivor is edited. */
  readonly contactId: Scalars['ID']['input'];
  /** Fields to set. */
  readonly customFields?: InputMaybe<ReadonlyArray<CustomFieldInput>>;
  /** Labels to add. */
  readonly addTags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Labels to remove. */
  readonly removeTags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

export type Mutation = {
  /** Creates, updates or merges a contact by its identifiers. Idempotent: the same input twice changes nothing the second time. */
  readonly contactUpsert?: Maybe<ContactUpsertPayload>;
  /** Makes several contacts one. Consent and activity stay with the address where they were given. Idempotent. */
  readonly contactMerge?: Maybe<ContactMergePayload>;
  /** Takes a merge back: both profiles are as they were, with what happened since at the address where it happened. Idempotent. */
  readonly contactUnmerge?: Maybe<ContactUnmergePayload>;
  /** Merges the contacts of a review, against the rule that kept them apart where it is one of caution; limits stay. Idempotent. */
  readonly mergeReviewApprove?: Maybe<MergeReviewPayload>;
  /** Notes that the contacts of a review are different people. Idempotent. */
  readonly mergeReviewReject?: Maybe<MergeReviewPayload>;
  /** Changes one contact, as an editor does: fields, tags, which identifiers come first, and whether it is archived. Idempotent. */
  readonly contactUpdate?: Maybe<ContactUpdatePayload>;
  /**
   * Takes one identifier off a contact and gives it a contact of its own, with everything that happened at it: consent and
   * activity stay with the address. The two are kept apart from then on; a merge by hand joins them again.
   * Of a merged contact no identifier is taken off that is all one of its originals has: `contactUnmerge` takes that one off whole.
   */
  readonly contactIdentifierSplit?: Maybe<ContactIdentifierSplitPayload>;
  /** Sets legal flags of a contact. A flag that is not given stays as it is. While merged, flags are set on every contact of the merge. Idempotent. */
  readonly contactComplianceSet?: Maybe<ContactComplianceSetPayload>;
  /** Defines a field of the account, or changes its label, options or merge strategy. The type of a field never changes. Idempotent. */
  readonly customFieldDefine?: Maybe<CustomFieldDefinePayload>;
  /** Changes settings of the account. A setting that is not given stays as it is. Idempotent. */
  readonly accountSettingsUpdate?: Maybe<AccountSettingsUpdatePayload>;
  /**
   * Ends an import: rows done stay, nothing more is taken in. Waits for the rows that are being worked on. While the file still
   * comes in, its sender is told and none of its rows is taken in. One that is over stays as it is. Idempotent.
   */
  readonly importCancel?: Maybe<ImportCancelPayload>;
  /** Makes a key. Its secret is in this answer and never again. Not idempotent. */
  readonly apiKeyCreate?: Maybe<ApiKeyCreatePayload>;
  /** Ends a key; within 10 seconds nobody is let in by it. Idempotent. */
  readonly apiKeyRevoke?: Maybe<ApiKeyRevokePayload>;
  /** Internal: notes in the audit log that data of contacts is handed out, before it is. Not idempotent. True when it is noted. */
  readonly exportRecord?: Maybe<Scalars['Boolean']['output']>;
  /**
   * Internal: edits contacts in the name of a part of the system, at most 1,000. Tells what kept each edit from being done, in one sentence
   * and in the order asked; null: it is so now. Idempotent.
   */
  readonly contactsEdit?: Maybe<ReadonlyArray<Maybe<Scalars['String']['output']>>>;
  /** Internal: opens an account, or finds the one of this name, and makes a key of each role asked. */
  readonly accountOpen?: Maybe<AccountOpened>;
};


export type MutationContactUpsertArgs = {
  input: ContactUpsertInput;
};


export type MutationContactMergeArgs = {
  input: ContactMergeInput;
};


export type MutationContactUnmergeArgs = {
  mergeId: Scalars['ID']['input'];
};


export type MutationMergeReviewApproveArgs = {
  id: Scalars['ID']['input'];
};


export type MutationMergeReviewRejectArgs = {
  id: Scalars['ID']['input'];
};


export type MutationContactUpdateArgs = {
  input: ContactUpdateInput;
};


export type MutationContactIdentifierSplitArgs = {
  input: ContactIdentifierSplitInput;
};


export type MutationContactComplianceSetArgs = {
  input: ContactComplianceInput;
};


export type MutationCustomFieldDefineArgs = {
  input: CustomFieldDefinitionInput;
};


export type MutationAccountSettingsUpdateArgs = {
  input: AccountSettingsInput;
};


export type MutationImportCancelArgs = {
  id: Scalars['ID']['input'];
};


export type MutationApiKeyCreateArgs = {
  input: ApiKeyInput;
};


export type MutationApiKeyRevokeArgs = {
  id: Scalars['ID']['input'];
};


export type MutationExportRecordArgs = {
  input: ExportRecordInput;
};


export type MutationContactsEditArgs = {
  edits: ReadonlyArray<ContactEditInput>;
  source: Scalars['String']['input'];
};


export type MutationAccountOpenArgs = {
  name: Scalars['String']['input'];
  settings?: InputMaybe<AccountSettingsInput>;
  roles: ReadonlyArray<Role>;
};

/** A customer of the platform. Nothing ever crosses accounts. */
export type Account = {
  /** Permanent id. */
  readonly id: Scalars['ID']['output'];
  /** Name. */
  readonly name: Scalars['String']['output'];
  /** Region in which mobile numbers without a country code are read, ISO 3166, for example `US`. */
  readonly defaultRegion: Scalars['String']['output'];
  /** Time zone of the account, IANA name, for example `America/Chicago`. */
  readonly timeZone: Scalars['String']['output'];
  /** Values that identify nobody, beside those the platform blocks for all. */
  readonly blockedValues?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Identifiers that several people share: they find a contact and never merge two. */
  readonly sharedIdentifiers?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Kinds of identifiers, strongest first: when a rule refuses a merge, a record's weakest identifier is left out. */
  readonly identifierPriority?: Maybe<ReadonlyArray<Scalars['IdentifierKind']['output']>>;
  /** How many identifiers of each kind one contact may have, strongest kind first. */
  readonly identifierLimits?: Maybe<ReadonlyArray<IdentifierLimit>>;
};

/** How many identifiers of a kind one contact may have. */
export type IdentifierLimit = {
  /** The kind. */
  readonly kind: Scalars['IdentifierKind']['output'];
  /** Most identifiers of it on one contact. */
  readonly limit: Scalars['Int']['output'];
};

/** Settings of the account. */
export type AccountSettingsInput = {
  /** Region in which mobile numbers without a country code are read, ISO 3166, for example `US`. */
  readonly defaultRegion?: InputMaybe<Scalars['String']['input']>;
  /** Time zone, IANA name. */
  readonly timeZone?: InputMaybe<Scalars['String']['input']>;
  /** Values that identify nobody, at most 1,000. Replaces the list. */
  readonly blockedValues?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Identifiers that several people share, at most 1,000, in any spelling. Replaces the list. */
  readonly sharedIdentifiers?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /**
   * Kinds of identifiers, strongest first, each once, at most 20. Replaces the order; kinds not named come behind, in the order
   * `EXTERNAL_ID`, `EMAIL`, `MOBILE`, `ANONYMOUS_ID`.
   */
  readonly identifierPriority?: InputMaybe<ReadonlyArray<Scalars['IdentifierKind']['input']>>;
  /**
   * How many identifiers of a kind one contact may have, at most 20 kinds. Kinds not named keep their limit, which is 5 unless it
   * was set. A limit that is lowered takes nothing off a contact: it only gets no more.
   */
  readonly identifierLimits?: InputMaybe<ReadonlyArray<IdentifierLimitInput>>;
};

/** How many identifiers of a kind one contact may have. */
export type IdentifierLimitInput = {
  /** The kind. */
  readonly kind: Scalars['IdentifierKind']['input'];
  /** Most identifiers of it on one contact, 1 to 100; of `EXTERNAL_ID` always 1. */
  readonly limit: Scalars['Int']['input'];
};

/** Result of `accountSettingsUpdate`. */
export type AccountSettingsUpdatePayload = {
  /** The account. Null when there are user errors. */
  readonly account?: Maybe<Account>;
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Internal: an export of contacts. */
export type ExportRecordInput = {
  /** How many contacts. */
  readonly contacts: Scalars['Int']['input'];
  /** `csv` or `ndjson`. */
  readonly format: Scalars['String']['input'];
  /** Names of the columns. */
  readonly columns: ReadonlyArray<Scalars['String']['input']>;
  /** Id of the segment. Null for an audience that is not saved. */
  readonly segment?: InputMaybe<Scalars['ID']['input']>;
  /** Who is in it, in the JSON form of `AudienceFilter`. */
  readonly filter: Scalars['JSON']['input'];
};

/** Internal: a new account with its keys. */
export type AccountOpened = {
  /** Number of the account. */
  readonly account: Scalars['Int']['output'];
  /** False: an account of this name was there already. */
  readonly created: Scalars['Boolean']['output'];
  /** The keys, in the order of the roles asked. */
  readonly keys: ReadonlyArray<Scalars['String']['output']>;
};

/** Internal: whom a key stands for. */
export type Principal = {
  /** Number of the account. */
  readonly account: Scalars['Int']['output'];
  /** For the record: `key:<id>`. */
  readonly actor: Scalars['String']['output'];
  /** Role of the key. */
  readonly role: Role;
  /** Scopes of the role. */
  readonly scopes: ReadonlyArray<Scalars['String']['output']>;
};

/**
 * What a key may do: `ADMIN` everything; `MARKETER` contacts, consent, imports and personal data; `ANALYST` reads without
 * personal data; `PARTNER` the partner contract; `FRONTEND` reads contacts with personal data.
 */
export type Role =
  /** Everything, keys and settings included. */
  | 'ADMIN'
  /** Contacts, consent, imports, segments and workflows, with personal data. */
  | 'MARKETER'
  /** Reads without personal data. */
  | 'ANALYST'
  /** Reads and writes of the partner contract. */
  | 'PARTNER'
  /** Reads of contacts, with personal data. */
  | 'FRONTEND';

/** A key of the account. */
export type ApiKey = {
  /** Permanent id. */
  readonly id: Scalars['ID']['output'];
  /** Name given by the account. */
  readonly name: Scalars['String']['output'];
  /** What it may do. */
  readonly role: Role;
  /** When it was made, in UTC. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it was ended, in UTC. Null while it works. */
  readonly revokedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A key to make. */
export type ApiKeyInput = {
  /** Name, at most 200 characters. */
  readonly name: Scalars['String']['input'];
  /** What it may do. */
  readonly role: Role;
};

/** Result of `apiKeyCreate`. */
export type ApiKeyCreatePayload = {
  /** The key. Null when there are user errors. */
  readonly apiKey?: Maybe<ApiKey>;
  /** What to send as `Authorization: Bearer …`. Shown only now. Null when there are user errors. */
  readonly secret?: Maybe<Scalars['String']['output']>;
  /** Why nothing was made. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Result of `apiKeyRevoke`. */
export type ApiKeyRevokePayload = {
  /** The key. Null when there are user errors. */
  readonly apiKey?: Maybe<ApiKey>;
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A field the account defined. */
export type CustomFieldDefinition = {
  /** Permanent key. */
  readonly key: Scalars['String']['output'];
  /** Name shown to people. */
  readonly label: Scalars['String']['output'];
  /** Type of its values. */
  readonly type: CustomFieldType;
  /** What may be chosen. Null for types other than `CHOICE` and `CHOICES`. */
  readonly options?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Which value is shown when contacts that have different ones are merged. */
  readonly mergeStrategy: FieldMergeStrategy;
};

/**
 * Which value of a field is shown of contacts that were merged, out of those that are not empty. Each contact keeps its own, so an
 * unmerge brings them back; an edit made while merged goes to the survivor, and a field emptied then is shown empty.
 */
export type FieldMergeStrategy =
  /** The value that was told last. */
  | 'MOST_RECENT'
  /** The survivor's; where it has none, the one that was told last. */
  | 'SURVIVOR'
  /** The value that was told first. */
  | 'OLDEST'
  /** All options together. For `CHOICES`. */
  | 'UNION'
  /** The greatest value. For `NUMBER`, `DATE` and `DATE_TIME`. */
  | 'MAX'
  /** The least value. For `NUMBER`, `DATE` and `DATE_TIME`. */
  | 'MIN';

/** A field to define. */
export type CustomFieldDefinitionInput = {
  /** Key, permanent: a lower-case letter, then lower-case letters, digits and underscores, at most 60. */
  readonly key: Scalars['String']['input'];
  /** Name shown to people, at most 200 characters. */
  readonly label: Scalars['String']['input'];
  /** Type of its values. */
  readonly type: CustomFieldType;
  /** What may be chosen, 1 to 200. Required for `CHOICE` and `CHOICES`, refused for others. */
  readonly options?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Which value is shown when contacts are merged. Default: as before, `MOST_RECENT` for a new field. */
  readonly mergeStrategy?: InputMaybe<FieldMergeStrategy>;
};

/** Result of `customFieldDefine`. */
export type CustomFieldDefinePayload = {
  /** The field. Null when there are user errors. */
  readonly definition?: Maybe<CustomFieldDefinition>;
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Legal flags to set on a contact. */
export type ContactComplianceInput = {
  /** Id of the contact. */
  readonly contactId: Scalars['ID']['input'];
  /** Ground on which data is kept, for example `consent` or `contract`, at most 200 characters. Null removes it. */
  readonly lawfulBasis?: InputMaybe<Scalars['String']['input']>;
  /** True: data is kept but nothing may be done with it. */
  readonly processingRestricted?: InputMaybe<Scalars['Boolean']['input']>;
  /** True: the person objects to marketing of any kind. */
  readonly marketingObjection?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Result of `contactComplianceSet`. */
export type ContactComplianceSetPayload = {
  /** The contact. Null when there are user errors. */
  readonly contact?: Maybe<Contact>;
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/**
 * A file that is or was imported. It comes by `POST /imports`, as CSV with a header row, plain or with `content-encoding: gzip`;
 * the answer has the `id`. Parameters of the address, all optional; one that is not known is refused:
 * - `fileName`: what to call it, at most 200 characters.
 * - `delimiter`: one character, or `comma`, `semicolon`, `tab`, `pipe`. Default: found out from the beginning of the file.
 * - `encoding`: a name such as `utf-8`, `utf-16le`, `windows-1252`. Default: the byte order mark, else the `charset` of the content
 *   type, else UTF-8, or Windows-1252 where the bytes are not UTF-8.
 * - `columns`: JSON object of targets by header, as `{"E-Mail 2":"Email","Notes":"ignore"}`. A target is one that `ImportColumn`
 *   names; columns that are not named here are guessed from their header.
 * - `existing`: `update` (default) or `skip`. With `skip` a row whose person is known by any of its identifiers is passed over whole:
 *   no field, tag, consent or status of it is taken, and it counts as `skipped`.
 * - `dryRun`: `true` runs every row through the same rules and leaves nothing but this job with its counts and rejected rows.
 *
 * A row with an external id that is known concerns that contact, whatever its addresses: an address nobody has is added to it and
 * becomes its primary one, an address of somebody who has another external id is left to them and the pair goes to review. The
 * former addresses stay identifiers of the contact. Limits: 2,000,000 rows, 300 columns, 1,048,576 characters a row, 2 GiB unpacked.
 */
export type ImportJob = {
  /** Permanent id. */
  readonly id: Scalars['ID']['output'];
  /** Name of the file. Null when not told. */
  readonly fileName?: Maybe<Scalars['String']['output']>;
  /** Where it stands. */
  readonly state: ImportState;
  /** True: nothing was changed; the counts are those that the import would have had at that time. */
  readonly dryRun: Scalars['Boolean']['output'];
  /** What is done with rows whose person is known already. */
  readonly existing: ImportExisting;
  /** How each column was understood, in the order of the file. */
  readonly columns: ReadonlyArray<ImportColumn>;
  /** When the file came in, in UTC. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When the last row was done, or it was ended before, in UTC. Null while it goes on. */
  readonly finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Data rows of the file; those that have come so far while it is `RECEIVING`. */
  readonly rows: Scalars['Int']['output'];
  /** Rows done so far: those created, updated, merged, refused, skipped and rejected. */
  readonly processed: Scalars['Int']['output'];
  /** Rows that made a contact. */
  readonly created: Scalars['Int']['output'];
  /** Rows that belonged to a contact known already. */
  readonly updated: Scalars['Int']['output'];
  /** Rows that made contacts one. */
  readonly merged: Scalars['Int']['output'];
  /** Rows whose contacts a rule kept apart; see the reviews. The rest of the row was taken in. */
  readonly refused: Scalars['Int']['output'];
  /** Rows passed over whole, as their person was known already and `existing` is `SKIP`. */
  readonly skipped: Scalars['Int']['output'];
  /** Rows that were not taken in. */
  readonly rejected: Scalars['Int']['output'];
  /** Rows done in a second, over the time they were worked on. Null before the first are done. */
  readonly rowsPerSecond?: Maybe<Scalars['Int']['output']>;
  /** Seconds until the last row is done, at the rate so far. Null while that is not known, and once it is over. */
  readonly remainingSeconds?: Maybe<Scalars['Int']['output']>;
  /** Why the whole import failed. Null otherwise. */
  readonly failure?: Maybe<Scalars['String']['output']>;
  /** Rows that were not taken in, in the order of the file; a page is shorter than asked where its rows have some 4 million characters. `GET /imports/{id}/rejected.csv` gives them as a file. */
  readonly rejectedRows?: Maybe<RejectedRowConnection>;
};


/**
 * A file that is or was imported. It comes by `POST /imports`, as CSV with a header row, plain or with `content-encoding: gzip`;
 * the answer has the `id`. Parameters of the address, all optional; one that is not known is refused:
 * - `fileName`: what to call it, at most 200 characters.
 * - `delimiter`: one character, or `comma`, `semicolon`, `tab`, `pipe`. Default: found out from the beginning of the file.
 * - `encoding`: a name such as `utf-8`, `utf-16le`, `windows-1252`. Default: the byte order mark, else the `charset` of the content
 *   type, else UTF-8, or Windows-1252 where the bytes are not UTF-8.
 * - `columns`: JSON object of targets by header, as `{"E-Mail 2":"Email","Notes":"ignore"}`. A target is one that `ImportColumn`
 *   names; columns that are not named here are guessed from their header.
 * - `existing`: `update` (default) or `skip`. With `skip` a row whose person is known by any of its identifiers is passed over whole:
 *   no field, tag, consent or status of it is taken, and it counts as `skipped`.
 * - `dryRun`: `true` runs every row through the same rules and leaves nothing but this job with its counts and rejected rows.
 *
 * A row with an external id that is known concerns that contact, whatever its addresses: an address nobody has is added to it and
 * becomes its primary one, an address of somebody who has another external id is left to them and the pair goes to review. The
 * former addresses stay identifiers of the contact. Limits: 2,000,000 rows, 300 columns, 1,048,576 characters a row, 2 GiB unpacked.
 */
export type ImportJobRejectedRowsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Where an import stands. */
export type ImportState =
  /** The file is coming in; rows are taken in once the last one is there. Fails when nothing comes for ten minutes. */
  | 'RECEIVING'
  /** Rows are being taken in. */
  | 'RUNNING'
  /** Every row is done. */
  | 'COMPLETED'
  /** It ended before the end of the file; `failure` says why. Rows done stay. */
  | 'FAILED'
  /** It was ended by `importCancel`. Rows done stay. */
  | 'CANCELED';

/** What an import does with a row whose person is known already. */
export type ImportExisting =
  /** The contact is updated. */
  | 'UPDATE'
  /** The row is passed over. */
  | 'SKIP';

/** How a column of an imported file is understood. */
export type ImportColumn = {
  /** The header as the file has it. */
  readonly header: Scalars['String']['output'];
  /**
   * What its cells are, without regard to case:
   * - `Email`, `Mobile`, `External ID`, `Anonymous ID`: identifiers; a file may have several columns of one kind.
   * - `field:` and the key of a custom field. An empty cell leaves the field as it is.
   * - `Tags`, separated by `;`, which are added. `Source`: detail of the acquisition of new contacts.
   * - `Email Consent`, `SMS Consent`: yes or no, about the first address of the row. A yes needs `… Consent At` (a moment with offset, or a
   *   day, which begins in UTC) and `… Consent Text`, else the row is rejected; `… Consent IP` and `Email Topic` or `SMS Topic` may be
   *   there: the key of a topic, 1 to 60 lower-case letters, digits or dashes, made when it is new; once the channel has 200, a yes to
   *   another one is passed over and a no is one to the whole channel.
   * - `Email Status`: `NORMAL`, `EXPIRED` or `HELD` is told to the channel, which lets a file change only what is normal or expired;
   *   `UNSUBSCRIBED` withdraws consent; `UNCONFIRMED` changes nothing.
   * - `SMS Status`: `UNSUBSCRIBED` withdraws consent; `SUBSCRIBED`, `PENDING`, `NEVER_SUBSCRIBED` and `UNDELIVERABLE` change nothing, as a
   *   subscription needs the evidence of the consent columns.
   * - `ignore`: not read.
   */
  readonly target: Scalars['String']['output'];
};

/** Result of `importCancel`. */
export type ImportCancelPayload = {
  /** The import as it stands now. Null when there are user errors. */
  readonly importJob?: Maybe<ImportJob>;
  /** Why nothing was done. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A row that was not taken in. */
export type RejectedRow = {
  /** Line of the file, the header is 1. */
  readonly line: Scalars['Int']['output'];
  /** The cells as they came. */
  readonly cells: ReadonlyArray<Scalars['String']['output']>;
  /** Why: the thing, the limit and what came. */
  readonly reason: Scalars['String']['output'];
};

/** One page of rejected rows. */
export type RejectedRowConnection = {
  /** The rows of this page. */
  readonly nodes: ReadonlyArray<RejectedRow>;
  /** The rows of this page, each with its cursor. */
  readonly edges: ReadonlyArray<RejectedRowEdge>;
  /** Whether there is more, and where it starts. */
  readonly pageInfo: PageInfo;
};

/** A rejected row and its place in the list. */
export type RejectedRowEdge = {
  /** Place in the list; pass it as `after` to continue behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: RejectedRow;
};

/** One page of imports. */
export type ImportJobConnection = {
  /** The imports of this page. */
  readonly nodes: ReadonlyArray<ImportJob>;
  /** The imports of this page, each with its cursor. */
  readonly edges: ReadonlyArray<ImportJobEdge>;
  /** Whether there is more, and where it starts. */
  readonly pageInfo: PageInfo;
};

/** An import and its place in the list. */
export type ImportJobEdge = {
  /** Place in the list; pass it as `after` to continue behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The import. */
  readonly node: ImportJob;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Contact: Contact;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Contact:
    ( { __typename: 'Contact' }
    & GraphQLRecursivePick<FederationTypes['Contact'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  ChannelProfile: never;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Partial<Scalars['DateTime']['output']>>;
  Duration: ResolverTypeWrapper<Partial<Scalars['Duration']['output']>>;
  JSON: ResolverTypeWrapper<Partial<Scalars['JSON']['output']>>;
  ChannelName: ResolverTypeWrapper<Partial<Scalars['ChannelName']['output']>>;
  Contact: ResolverTypeWrapper<ContactModel>;
  ID: ResolverTypeWrapper<Partial<Scalars['ID']['output']>>;
  Int: ResolverTypeWrapper<Partial<Scalars['Int']['output']>>;
  PageInfo: ResolverTypeWrapper<Partial<PageInfo>>;
  Boolean: ResolverTypeWrapper<Partial<Scalars['Boolean']['output']>>;
  ContactConnection: ResolverTypeWrapper<Partial<Omit<ContactConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversTypes['Contact']>, edges: Array<ResolversTypes['ContactEdge']> }>>;
  ContactEdge: ResolverTypeWrapper<Partial<Omit<ContactEdge, 'node'> & { node: ResolversTypes['Contact'] }>>;
  UserError: ResolverTypeWrapper<Partial<UserError>>;
  UserErrorCode: ResolverTypeWrapper<Partial<UserErrorCode>>;
  ChannelProfile: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['ChannelProfile']>;
  SendDecision: ResolverTypeWrapper<Partial<SendDecision>>;
  SendCheck: ResolverTypeWrapper<Partial<SendCheck>>;
  SendRule: ResolverTypeWrapper<Partial<SendRule>>;
  Topic: ResolverTypeWrapper<Partial<Topic>>;
  TopicPreference: ResolverTypeWrapper<Partial<TopicPreference>>;
  ConsentState: ResolverTypeWrapper<Partial<ConsentState>>;
  ConsentMethod: ResolverTypeWrapper<Partial<ConsentMethod>>;
  ConsentConfirmation: ResolverTypeWrapper<Partial<ConsentConfirmation>>;
  DayHours: ResolverTypeWrapper<Partial<DayHours>>;
  DayHoursInput: ResolverTypeWrapper<Partial<DayHoursInput>>;
  RegionHours: ResolverTypeWrapper<Partial<RegionHours>>;
  RegionHoursInput: ResolverTypeWrapper<Partial<RegionHoursInput>>;
  FrequencyCap: ResolverTypeWrapper<Partial<FrequencyCap>>;
  FrequencyCapInput: ResolverTypeWrapper<Partial<FrequencyCapInput>>;
  DoubleOptIn: ResolverTypeWrapper<Partial<DoubleOptIn>>;
  DoubleOptInInput: ResolverTypeWrapper<Partial<DoubleOptInInput>>;
  ConsentEvidence: ResolverTypeWrapper<Partial<ConsentEvidence>>;
  ConsentEvidenceInput: ResolverTypeWrapper<Partial<ConsentEvidenceInput>>;
  PreferencesOf: ResolverTypeWrapper<Partial<PreferencesOf>>;
  ChannelPreferences: ResolverTypeWrapper<Partial<ChannelPreferences>>;
  PreferenceChoice: ResolverTypeWrapper<Partial<PreferenceChoice>>;
  PreferenceEvidence: ResolverTypeWrapper<Partial<PreferenceEvidence>>;
  ConsentQuestion: ResolverTypeWrapper<Partial<ConsentQuestion>>;
  ConsentQuestionState: ResolverTypeWrapper<Partial<ConsentQuestionState>>;
  SourceCounts: ResolverTypeWrapper<Partial<SourceCounts>>;
  SkippedEvent: ResolverTypeWrapper<Partial<SkippedEvent>>;
  SendState: ResolverTypeWrapper<Partial<SendState>>;
  SendReviewDecision: ResolverTypeWrapper<Partial<SendReviewDecision>>;
  MissingField: ResolverTypeWrapper<Partial<MissingField>>;
  SendTemplate: ResolverTypeWrapper<Partial<SendTemplate>>;
  CampaignRunState: ResolverTypeWrapper<Partial<CampaignRunState>>;
  CampaignBeginInput: ResolverTypeWrapper<Partial<CampaignBeginInput>>;
  CampaignRun: ResolverTypeWrapper<Partial<CampaignRun>>;
  SendStateCount: ResolverTypeWrapper<Partial<SendStateCount>>;
  SkippedCount: ResolverTypeWrapper<Partial<SkippedCount>>;
  CampaignRunPayload: ResolverTypeWrapper<Partial<CampaignRunPayload>>;
  Activity: ResolverTypeWrapper<Partial<Activity>>;
  ActivityPosition: ResolverTypeWrapper<Partial<ActivityPosition>>;
  ContactBits: ResolverTypeWrapper<Partial<Scalars['ContactBits']['output']>>;
  Words: ResolverTypeWrapper<Partial<Scalars['Words']['output']>>;
  ChannelTimeZones: ResolverTypeWrapper<Partial<ChannelTimeZones>>;
  LeafAudience: ResolverTypeWrapper<LeafAudienceModel>;
  LeafFact: ResolverTypeWrapper<Partial<LeafFact>>;
  FieldHistoryEntry: ResolverTypeWrapper<FieldHistoryEntryModel>;
  FieldHistoryConnection: ResolverTypeWrapper<Partial<Omit<FieldHistoryConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversTypes['FieldHistoryEntry']>, edges: Array<ResolversTypes['FieldHistoryEdge']> }>>;
  FieldHistoryEdge: ResolverTypeWrapper<Partial<Omit<FieldHistoryEdge, 'node'> & { node: ResolversTypes['FieldHistoryEntry'] }>>;
  AuditEntry: ResolverTypeWrapper<AuditEntryModel>;
  AuditLogConnection: ResolverTypeWrapper<Partial<Omit<AuditLogConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversTypes['AuditEntry']>, edges: Array<ResolversTypes['AuditLogEdge']> }>>;
  AuditLogEdge: ResolverTypeWrapper<Partial<Omit<AuditLogEdge, 'node'> & { node: ResolversTypes['AuditEntry'] }>>;
  ContactIdentifier: ResolverTypeWrapper<ContactIdentifierModel>;
  IdentifierKind: ResolverTypeWrapper<Partial<Scalars['IdentifierKind']['output']>>;
  CustomFieldValue: ResolverTypeWrapper<Partial<CustomFieldValue>>;
  CustomFieldType: ResolverTypeWrapper<Partial<CustomFieldType>>;
  Acquisition: ResolverTypeWrapper<Partial<Acquisition>>;
  AcquisitionKind: ResolverTypeWrapper<Partial<AcquisitionKind>>;
  Compliance: ResolverTypeWrapper<Partial<Compliance>>;
  Merge: ResolverTypeWrapper<MergeModel>;
  MergePreview: ResolverTypeWrapper<MergePreviewModel>;
  MergedField: ResolverTypeWrapper<Partial<MergedField>>;
  MergedValue: ResolverTypeWrapper<Partial<MergedValue>>;
  MergeRefusal: ResolverTypeWrapper<Partial<MergeRefusal>>;
  MergeRule: ResolverTypeWrapper<Partial<MergeRule>>;
  MergeReview: ResolverTypeWrapper<MergeReviewModel>;
  MergeReviewState: ResolverTypeWrapper<Partial<MergeReviewState>>;
  MergeReviewPayload: ResolverTypeWrapper<Partial<Omit<MergeReviewPayload, 'review' | 'merge'> & { review?: Maybe<ResolversTypes['MergeReview']>, merge?: Maybe<ResolversTypes['Merge']> }>>;
  ContactUpdateInput: ResolverTypeWrapper<Partial<ContactUpdateInput>>;
  ContactUpdatePayload: ResolverTypeWrapper<Partial<Omit<ContactUpdatePayload, 'contact'> & { contact?: Maybe<ResolversTypes['Contact']> }>>;
  ContactIdentifierSplitInput: ResolverTypeWrapper<Partial<ContactIdentifierSplitInput>>;
  ContactIdentifierSplitPayload: ResolverTypeWrapper<Partial<Omit<ContactIdentifierSplitPayload, 'contacts'> & { contacts?: Maybe<Array<ResolversTypes['Contact']>> }>>;
  MergeReviewConnection: ResolverTypeWrapper<Partial<Omit<MergeReviewConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversTypes['MergeReview']>, edges: Array<ResolversTypes['MergeReviewEdge']> }>>;
  MergeReviewEdge: ResolverTypeWrapper<Partial<Omit<MergeReviewEdge, 'node'> & { node: ResolversTypes['MergeReview'] }>>;
  ContactIdentifierInput: ResolverTypeWrapper<Partial<ContactIdentifierInput>>;
  ChannelAddressInput: ResolverTypeWrapper<Partial<ChannelAddressInput>>;
  ContactUpsertInput: ResolverTypeWrapper<Partial<ContactUpsertInput>>;
  CustomFieldInput: ResolverTypeWrapper<Partial<CustomFieldInput>>;
  AcquisitionInput: ResolverTypeWrapper<Partial<AcquisitionInput>>;
  ContactUpsertOutcome: ResolverTypeWrapper<Partial<ContactUpsertOutcome>>;
  ContactUpsertPayload: ResolverTypeWrapper<Partial<Omit<ContactUpsertPayload, 'contact' | 'merge'> & { contact?: Maybe<ResolversTypes['Contact']>, merge?: Maybe<ResolversTypes['Merge']> }>>;
  ContactMergeInput: ResolverTypeWrapper<Partial<ContactMergeInput>>;
  ContactMergePayload: ResolverTypeWrapper<Partial<Omit<ContactMergePayload, 'contact' | 'merge'> & { contact?: Maybe<ResolversTypes['Contact']>, merge?: Maybe<ResolversTypes['Merge']> }>>;
  ContactUnmergePayload: ResolverTypeWrapper<Partial<Omit<ContactUnmergePayload, 'contacts'> & { contacts?: Maybe<Array<ResolversTypes['Contact']>> }>>;
  FieldPredicate: ResolverTypeWrapper<Partial<FieldPredicate>>;
  TagPredicate: ResolverTypeWrapper<Partial<TagPredicate>>;
  IdentifierPredicate: ResolverTypeWrapper<Partial<IdentifierPredicate>>;
  CreatedPredicate: ResolverTypeWrapper<Partial<CreatedPredicate>>;
  AcquisitionPredicate: ResolverTypeWrapper<Partial<AcquisitionPredicate>>;
  AcquisitionDetailCondition: ResolverTypeWrapper<Partial<AcquisitionDetailCondition>>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  FieldUseInput: ResolverTypeWrapper<Partial<FieldUseInput>>;
  ContactEditInput: ResolverTypeWrapper<Partial<ContactEditInput>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Account: ResolverTypeWrapper<AccountModel>;
  IdentifierLimit: ResolverTypeWrapper<Partial<IdentifierLimit>>;
  AccountSettingsInput: ResolverTypeWrapper<Partial<AccountSettingsInput>>;
  IdentifierLimitInput: ResolverTypeWrapper<Partial<IdentifierLimitInput>>;
  AccountSettingsUpdatePayload: ResolverTypeWrapper<Partial<Omit<AccountSettingsUpdatePayload, 'account'> & { account?: Maybe<ResolversTypes['Account']> }>>;
  ExportRecordInput: ResolverTypeWrapper<Partial<ExportRecordInput>>;
  AccountOpened: ResolverTypeWrapper<Partial<AccountOpened>>;
  Principal: ResolverTypeWrapper<Partial<Principal>>;
  Role: ResolverTypeWrapper<Partial<Role>>;
  ApiKey: ResolverTypeWrapper<ApiKeyModel>;
  ApiKeyInput: ResolverTypeWrapper<Partial<ApiKeyInput>>;
  ApiKeyCreatePayload: ResolverTypeWrapper<Partial<Omit<ApiKeyCreatePayload, 'apiKey'> & { apiKey?: Maybe<ResolversTypes['ApiKey']> }>>;
  ApiKeyRevokePayload: ResolverTypeWrapper<Partial<Omit<ApiKeyRevokePayload, 'apiKey'> & { apiKey?: Maybe<ResolversTypes['ApiKey']> }>>;
  CustomFieldDefinition: ResolverTypeWrapper<Partial<CustomFieldDefinition>>;
  FieldMergeStrategy: ResolverTypeWrapper<Partial<FieldMergeStrategy>>;
  CustomFieldDefinitionInput: ResolverTypeWrapper<Partial<CustomFieldDefinitionInput>>;
  CustomFieldDefinePayload: ResolverTypeWrapper<Partial<CustomFieldDefinePayload>>;
  ContactComplianceInput: ResolverTypeWrapper<Partial<ContactComplianceInput>>;
  ContactComplianceSetPayload: ResolverTypeWrapper<Partial<Omit<ContactComplianceSetPayload, 'contact'> & { contact?: Maybe<ResolversTypes['Contact']> }>>;
  ImportJob: ResolverTypeWrapper<ImportJobModel>;
  ImportState: ResolverTypeWrapper<Partial<ImportState>>;
  ImportExisting: ResolverTypeWrapper<Partial<ImportExisting>>;
  ImportColumn: ResolverTypeWrapper<Partial<ImportColumn>>;
  ImportCancelPayload: ResolverTypeWrapper<Partial<Omit<ImportCancelPayload, 'importJob'> & { importJob?: Maybe<ResolversTypes['ImportJob']> }>>;
  RejectedRow: ResolverTypeWrapper<Partial<RejectedRow>>;
  RejectedRowConnection: ResolverTypeWrapper<Partial<RejectedRowConnection>>;
  RejectedRowEdge: ResolverTypeWrapper<Partial<RejectedRowEdge>>;
  ImportJobConnection: ResolverTypeWrapper<Partial<Omit<ImportJobConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversTypes['ImportJob']>, edges: Array<ResolversTypes['ImportJobEdge']> }>>;
  ImportJobEdge: ResolverTypeWrapper<Partial<Omit<ImportJobEdge, 'node'> & { node: ResolversTypes['ImportJob'] }>>;
  String: ResolverTypeWrapper<Partial<Scalars['String']['output']>>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Partial<Scalars['DateTime']['output']>;
  Duration: Partial<Scalars['Duration']['output']>;
  JSON: Partial<Scalars['JSON']['output']>;
  ChannelName: Partial<Scalars['ChannelName']['output']>;
  Contact: ContactModel;
  ID: Partial<Scalars['ID']['output']>;
  Int: Partial<Scalars['Int']['output']>;
  PageInfo: Partial<PageInfo>;
  Boolean: Partial<Scalars['Boolean']['output']>;
  ContactConnection: Partial<Omit<ContactConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversParentTypes['Contact']>, edges: Array<ResolversParentTypes['ContactEdge']> }>;
  ContactEdge: Partial<Omit<ContactEdge, 'node'> & { node: ResolversParentTypes['Contact'] }>;
  UserError: Partial<UserError>;
  ChannelProfile: ResolversInterfaceTypes<ResolversParentTypes>['ChannelProfile'];
  SendDecision: Partial<SendDecision>;
  SendCheck: Partial<SendCheck>;
  Topic: Partial<Topic>;
  TopicPreference: Partial<TopicPreference>;
  ConsentConfirmation: Partial<ConsentConfirmation>;
  DayHours: Partial<DayHours>;
  DayHoursInput: Partial<DayHoursInput>;
  RegionHours: Partial<RegionHours>;
  RegionHoursInput: Partial<RegionHoursInput>;
  FrequencyCap: Partial<FrequencyCap>;
  FrequencyCapInput: Partial<FrequencyCapInput>;
  DoubleOptIn: Partial<DoubleOptIn>;
  DoubleOptInInput: Partial<DoubleOptInInput>;
  ConsentEvidence: Partial<ConsentEvidence>;
  ConsentEvidenceInput: Partial<ConsentEvidenceInput>;
  PreferencesOf: Partial<PreferencesOf>;
  ChannelPreferences: Partial<ChannelPreferences>;
  PreferenceChoice: Partial<PreferenceChoice>;
  PreferenceEvidence: Partial<PreferenceEvidence>;
  ConsentQuestion: Partial<ConsentQuestion>;
  SourceCounts: Partial<SourceCounts>;
  SkippedEvent: Partial<SkippedEvent>;
  SendTemplate: Partial<SendTemplate>;
  CampaignBeginInput: Partial<CampaignBeginInput>;
  CampaignRun: Partial<CampaignRun>;
  SendStateCount: Partial<SendStateCount>;
  SkippedCount: Partial<SkippedCount>;
  CampaignRunPayload: Partial<CampaignRunPayload>;
  Activity: Partial<Activity>;
  ActivityPosition: Partial<ActivityPosition>;
  ContactBits: Partial<Scalars['ContactBits']['output']>;
  Words: Partial<Scalars['Words']['output']>;
  ChannelTimeZones: Partial<ChannelTimeZones>;
  LeafAudience: LeafAudienceModel;
  LeafFact: Partial<LeafFact>;
  FieldHistoryEntry: FieldHistoryEntryModel;
  FieldHistoryConnection: Partial<Omit<FieldHistoryConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversParentTypes['FieldHistoryEntry']>, edges: Array<ResolversParentTypes['FieldHistoryEdge']> }>;
  FieldHistoryEdge: Partial<Omit<FieldHistoryEdge, 'node'> & { node: ResolversParentTypes['FieldHistoryEntry'] }>;
  AuditEntry: AuditEntryModel;
  AuditLogConnection: Partial<Omit<AuditLogConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversParentTypes['AuditEntry']>, edges: Array<ResolversParentTypes['AuditLogEdge']> }>;
  AuditLogEdge: Partial<Omit<AuditLogEdge, 'node'> & { node: ResolversParentTypes['AuditEntry'] }>;
  ContactIdentifier: ContactIdentifierModel;
  IdentifierKind: Partial<Scalars['IdentifierKind']['output']>;
  CustomFieldValue: Partial<CustomFieldValue>;
  Acquisition: Partial<Acquisition>;
  Compliance: Partial<Compliance>;
  Merge: MergeModel;
  MergePreview: MergePreviewModel;
  MergedField: Partial<MergedField>;
  MergedValue: Partial<MergedValue>;
  MergeRefusal: Partial<MergeRefusal>;
  MergeReview: MergeReviewModel;
  MergeReviewPayload: Partial<Omit<MergeReviewPayload, 'review' | 'merge'> & { review?: Maybe<ResolversParentTypes['MergeReview']>, merge?: Maybe<ResolversParentTypes['Merge']> }>;
  ContactUpdateInput: Partial<ContactUpdateInput>;
  ContactUpdatePayload: Partial<Omit<ContactUpdatePayload, 'contact'> & { contact?: Maybe<ResolversParentTypes['Contact']> }>;
  ContactIdentifierSplitInput: Partial<ContactIdentifierSplitInput>;
  ContactIdentifierSplitPayload: Partial<Omit<ContactIdentifierSplitPayload, 'contacts'> & { contacts?: Maybe<Array<ResolversParentTypes['Contact']>> }>;
  MergeReviewConnection: Partial<Omit<MergeReviewConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversParentTypes['MergeReview']>, edges: Array<ResolversParentTypes['MergeReviewEdge']> }>;
  MergeReviewEdge: Partial<Omit<MergeReviewEdge, 'node'> & { node: ResolversParentTypes['MergeReview'] }>;
  ContactIdentifierInput: Partial<ContactIdentifierInput>;
  ChannelAddressInput: Partial<ChannelAddressInput>;
  ContactUpsertInput: Partial<ContactUpsertInput>;
  CustomFieldInput: Partial<CustomFieldInput>;
  AcquisitionInput: Partial<AcquisitionInput>;
  ContactUpsertPayload: Partial<Omit<ContactUpsertPayload, 'contact' | 'merge'> & { contact?: Maybe<ResolversParentTypes['Contact']>, merge?: Maybe<ResolversParentTypes['Merge']> }>;
  ContactMergeInput: Partial<ContactMergeInput>;
  ContactMergePayload: Partial<Omit<ContactMergePayload, 'contact' | 'merge'> & { contact?: Maybe<ResolversParentTypes['Contact']>, merge?: Maybe<ResolversParentTypes['Merge']> }>;
  ContactUnmergePayload: Partial<Omit<ContactUnmergePayload, 'contacts'> & { contacts?: Maybe<Array<ResolversParentTypes['Contact']>> }>;
  FieldPredicate: Partial<FieldPredicate>;
  TagPredicate: Partial<TagPredicate>;
  IdentifierPredicate: Partial<IdentifierPredicate>;
  CreatedPredicate: Partial<CreatedPredicate>;
  AcquisitionPredicate: Partial<AcquisitionPredicate>;
  AcquisitionDetailCondition: Partial<AcquisitionDetailCondition>;
  Query: Record<PropertyKey, never>;
  FieldUseInput: Partial<FieldUseInput>;
  ContactEditInput: Partial<ContactEditInput>;
  Mutation: Record<PropertyKey, never>;
  Account: AccountModel;
  IdentifierLimit: Partial<IdentifierLimit>;
  AccountSettingsInput: Partial<AccountSettingsInput>;
  IdentifierLimitInput: Partial<IdentifierLimitInput>;
  AccountSettingsUpdatePayload: Partial<Omit<AccountSettingsUpdatePayload, 'account'> & { account?: Maybe<ResolversParentTypes['Account']> }>;
  ExportRecordInput: Partial<ExportRecordInput>;
  AccountOpened: Partial<AccountOpened>;
  Principal: Partial<Principal>;
  ApiKey: ApiKeyModel;
  ApiKeyInput: Partial<ApiKeyInput>;
  ApiKeyCreatePayload: Partial<Omit<ApiKeyCreatePayload, 'apiKey'> & { apiKey?: Maybe<ResolversParentTypes['ApiKey']> }>;
  ApiKeyRevokePayload: Partial<Omit<ApiKeyRevokePayload, 'apiKey'> & { apiKey?: Maybe<ResolversParentTypes['ApiKey']> }>;
  CustomFieldDefinition: Partial<CustomFieldDefinition>;
  CustomFieldDefinitionInput: Partial<CustomFieldDefinitionInput>;
  CustomFieldDefinePayload: Partial<CustomFieldDefinePayload>;
  ContactComplianceInput: Partial<ContactComplianceInput>;
  ContactComplianceSetPayload: Partial<Omit<ContactComplianceSetPayload, 'contact'> & { contact?: Maybe<ResolversParentTypes['Contact']> }>;
  ImportJob: ImportJobModel;
  ImportColumn: Partial<ImportColumn>;
  ImportCancelPayload: Partial<Omit<ImportCancelPayload, 'importJob'> & { importJob?: Maybe<ResolversParentTypes['ImportJob']> }>;
  RejectedRow: Partial<RejectedRow>;
  RejectedRowConnection: Partial<RejectedRowConnection>;
  RejectedRowEdge: Partial<RejectedRowEdge>;
  ImportJobConnection: Partial<Omit<ImportJobConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversParentTypes['ImportJob']>, edges: Array<ResolversParentTypes['ImportJobEdge']> }>;
  ImportJobEdge: Partial<Omit<ImportJobEdge, 'node'> & { node: ResolversParentTypes['ImportJob'] }>;
  String: Partial<Scalars['String']['output']>;
};

export type AuthDirectiveArgs = {
  scopes: Array<Scalars['String']['input']>;
};

export type AuthDirectiveResolver<Result, Parent, ContextType = Context, Args = AuthDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DurationScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Duration'], any> {
  name: 'Duration';
}

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export interface ChannelNameScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['ChannelName'], any> {
  name: 'ChannelName';
}

export type ContactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Contact'] = ResolversParentTypes['Contact'], FederationReferenceType extends FederationReferenceTypes['Contact'] = FederationReferenceTypes['Contact']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Contact']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  displayName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  archivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  identifiers?: Resolver<Maybe<Array<ResolversTypes['ContactIdentifier']>>, ParentType, ContextType>;
  customFields?: Resolver<Maybe<Array<ResolversTypes['CustomFieldValue']>>, ParentType, ContextType>;
  acquisition?: Resolver<Maybe<ResolversTypes['Acquisition']>, ParentType, ContextType>;
  tags?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  compliance?: Resolver<Maybe<ResolversTypes['Compliance']>, ParentType, ContextType>;
  merges?: Resolver<Maybe<Array<ResolversTypes['Merge']>>, ParentType, ContextType>;
  fieldHistory?: Resolver<Maybe<ResolversTypes['FieldHistoryConnection']>, ParentType, ContextType, RequireFields<ContactFieldHistoryArgs, 'key' | 'first'>>;
  auditLog?: Resolver<Maybe<ResolversTypes['AuditLogConnection']>, ParentType, ContextType, RequireFields<ContactAuditLogArgs, 'first'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ContactConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContactConnection'] = ResolversParentTypes['ContactConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['Contact']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['ContactEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ContactEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContactEdge'] = ResolversParentTypes['ContactEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Contact'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ChannelProfileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChannelProfile'] = ResolversParentTypes['ChannelProfile']> = {
  __resolveType: TypeResolveFn<null, ParentType, ContextType>;
};

export type SendDecisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SendDecision'] = ResolversParentTypes['SendDecision']> = {
  allowed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['SendRule']>, ParentType, ContextType>;
  retryAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  checks?: Resolver<Array<ResolversTypes['SendCheck']>, ParentType, ContextType>;
};

export type SendCheckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SendCheck'] = ResolversParentTypes['SendCheck']> = {
  rule?: Resolver<ResolversTypes['SendRule'], ParentType, ContextType>;
  passed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  detail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type TopicResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Topic'] = ResolversParentTypes['Topic']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TopicPreferenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TopicPreference'] = ResolversParentTypes['TopicPreference']> = {
  topic?: Resolver<ResolversTypes['Topic'], ParentType, ContextType>;
  subscribed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ConsentConfirmationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConsentConfirmation'] = ResolversParentTypes['ConsentConfirmation']> = {
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type DayHoursResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DayHours'] = ResolversParentTypes['DayHours']> = {
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RegionHoursResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegionHours'] = ResolversParentTypes['RegionHours']> = {
  region?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FrequencyCapResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FrequencyCap'] = ResolversParentTypes['FrequencyCap']> = {
  sends?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  within?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
};

export type DoubleOptInResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DoubleOptIn'] = ResolversParentTypes['DoubleOptIn']> = {
  channel?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  topics?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  validFor?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
};

export type ConsentEvidenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConsentEvidence'] = ResolversParentTypes['ConsentEvidence']> = {
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  statedText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  statedTextVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ip?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userAgent?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ChannelPreferencesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChannelPreferences'] = ResolversParentTypes['ChannelPreferences']> = {
  channel?: Resolver<ResolversTypes['ChannelName'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  contactId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  address?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subscribed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  topics?: Resolver<Array<ResolversTypes['TopicPreference']>, ParentType, ContextType>;
  suppressed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  asked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  askedTopics?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ConsentQuestionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConsentQuestion'] = ResolversParentTypes['ConsentQuestion']> = {
  account?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  address?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  topic?: Resolver<Maybe<ResolversTypes['Topic']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ConsentQuestionState'], ParentType, ContextType>;
};

export type SourceCountsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourceCounts'] = ResolversParentTypes['SourceCounts']> = {
  received?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  new?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  duplicates?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  skipped?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unassigned?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refused?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SkippedEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SkippedEvent'] = ResolversParentTypes['SkippedEvent']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firstAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SendTemplateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SendTemplate'] = ResolversParentTypes['SendTemplate']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CampaignRunResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CampaignRun'] = ResolversParentTypes['CampaignRun']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CampaignRunState'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unqueued?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  states?: Resolver<Array<ResolversTypes['SendStateCount']>, ParentType, ContextType>;
  skipped?: Resolver<Array<ResolversTypes['SkippedCount']>, ParentType, ContextType>;
};

export type SendStateCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SendStateCount'] = ResolversParentTypes['SendStateCount']> = {
  state?: Resolver<ResolversTypes['SendState'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SkippedCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SkippedCount'] = ResolversParentTypes['SkippedCount']> = {
  rule?: Resolver<ResolversTypes['SendRule'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CampaignRunPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CampaignRunPayload'] = ResolversParentTypes['CampaignRunPayload']> = {
  progress?: Resolver<Maybe<ResolversTypes['CampaignRun']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ActivityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Activity'] = ResolversParentTypes['Activity']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  contactId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['ChannelName']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  details?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  messageId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export interface ContactBitsScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['ContactBits'], any> {
  name: 'ContactBits';
}

export interface WordsScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Words'], any> {
  name: 'Words';
}

export type ChannelTimeZonesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChannelTimeZones'] = ResolversParentTypes['ChannelTimeZones']> = {
  set?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  told?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LeafAudienceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LeafAudience'] = ResolversParentTypes['LeafAudience']> = {
  contacts?: Resolver<ResolversTypes['ContactBits'], ParentType, ContextType>;
  happens?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  facts?: Resolver<Array<ResolversTypes['LeafFact']>, ParentType, ContextType, Partial<LeafAudienceFactsArgs>>;
  amounts?: Resolver<ResolversTypes['Words'], ParentType, ContextType, RequireFields<LeafAudienceAmountsArgs, 'now' | 'newestOnly'>>;
  times?: Resolver<ResolversTypes['Words'], ParentType, ContextType, Partial<LeafAudienceTimesArgs>>;
};

export type LeafFactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LeafFact'] = ResolversParentTypes['LeafFact']> = {
  contact?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['ChannelName']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FieldHistoryEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FieldHistoryEntry'] = ResolversParentTypes['FieldHistoryEntry']> = {
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  contactId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  current?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type FieldHistoryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FieldHistoryConnection'] = ResolversParentTypes['FieldHistoryConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['FieldHistoryEntry']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['FieldHistoryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type FieldHistoryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FieldHistoryEdge'] = ResolversParentTypes['FieldHistoryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['FieldHistoryEntry'], ParentType, ContextType>;
};

export type AuditEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEntry'] = ResolversParentTypes['AuditEntry']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  contactId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  details?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type AuditLogConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditLogConnection'] = ResolversParentTypes['AuditLogConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['AuditEntry']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['AuditLogEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AuditLogEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditLogEdge'] = ResolversParentTypes['AuditLogEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditEntry'], ParentType, ContextType>;
};

export type ContactIdentifierResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContactIdentifier'] = ResolversParentTypes['ContactIdentifier']> = {
  kind?: Resolver<ResolversTypes['IdentifierKind'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  given?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  primary?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  verified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Contact'], ParentType, ContextType>;
};

export interface IdentifierKindScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['IdentifierKind'], any> {
  name: 'IdentifierKind';
}

export type CustomFieldValueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomFieldValue'] = ResolversParentTypes['CustomFieldValue']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['CustomFieldType'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type AcquisitionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Acquisition'] = ResolversParentTypes['Acquisition']> = {
  kind?: Resolver<ResolversTypes['AcquisitionKind'], ParentType, ContextType>;
  detail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ComplianceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Compliance'] = ResolversParentTypes['Compliance']> = {
  lawfulBasis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  processingRestricted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  marketingObjection?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  erasureRequestedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type MergeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Merge'] = ResolversParentTypes['Merge']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  survivorId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  absorbedIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MergePreviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MergePreview'] = ResolversParentTypes['MergePreview']> = {
  survivor?: Resolver<ResolversTypes['Contact'], ParentType, ContextType>;
  fields?: Resolver<Array<ResolversTypes['MergedField']>, ParentType, ContextType>;
  refusals?: Resolver<Array<ResolversTypes['MergeRefusal']>, ParentType, ContextType>;
  identifiers?: Resolver<Array<ResolversTypes['ContactIdentifier']>, ParentType, ContextType>;
};

export type MergedFieldResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MergedField'] = ResolversParentTypes['MergedField']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kept?: Resolver<Maybe<ResolversTypes['MergedValue']>, ParentType, ContextType>;
  dropped?: Resolver<Maybe<Array<ResolversTypes['MergedValue']>>, ParentType, ContextType>;
};

export type MergedValueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MergedValue'] = ResolversParentTypes['MergedValue']> = {
  value?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type MergeRefusalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MergeRefusal'] = ResolversParentTypes['MergeRefusal']> = {
  rule?: Resolver<ResolversTypes['MergeRule'], ParentType, ContextType>;
  detail?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MergeReviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MergeReview'] = ResolversParentTypes['MergeReview']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['MergeRule'], ParentType, ContextType>;
  detail?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  contacts?: Resolver<Array<ResolversTypes['Contact']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['MergeReviewState'], ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MergeReviewPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MergeReviewPayload'] = ResolversParentTypes['MergeReviewPayload']> = {
  review?: Resolver<Maybe<ResolversTypes['MergeReview']>, ParentType, ContextType>;
  merge?: Resolver<Maybe<ResolversTypes['Merge']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ContactUpdatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContactUpdatePayload'] = ResolversParentTypes['ContactUpdatePayload']> = {
  contact?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ContactIdentifierSplitPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContactIdentifierSplitPayload'] = ResolversParentTypes['ContactIdentifierSplitPayload']> = {
  contacts?: Resolver<Maybe<Array<ResolversTypes['Contact']>>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MergeReviewConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MergeReviewConnection'] = ResolversParentTypes['MergeReviewConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['MergeReview']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['MergeReviewEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MergeReviewEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MergeReviewEdge'] = ResolversParentTypes['MergeReviewEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['MergeReview'], ParentType, ContextType>;
};

export type ContactUpsertPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContactUpsertPayload'] = ResolversParentTypes['ContactUpsertPayload']> = {
  contact?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['ContactUpsertOutcome']>, ParentType, ContextType>;
  merge?: Resolver<Maybe<ResolversTypes['Merge']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ContactMergePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContactMergePayload'] = ResolversParentTypes['ContactMergePayload']> = {
  contact?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  merge?: Resolver<Maybe<ResolversTypes['Merge']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ContactUnmergePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContactUnmergePayload'] = ResolversParentTypes['ContactUnmergePayload']> = {
  contacts?: Resolver<Maybe<Array<ResolversTypes['Contact']>>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  contact?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType, RequireFields<QueryContactArgs, 'id'>>;
  contactByIdentifier?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType, RequireFields<QueryContactByIdentifierArgs, 'identifier'>>;
  contacts?: Resolver<Maybe<ResolversTypes['ContactConnection']>, ParentType, ContextType, RequireFields<QueryContactsArgs, 'includeArchived' | 'first'>>;
  contactMergePreview?: Resolver<Maybe<ResolversTypes['MergePreview']>, ParentType, ContextType, RequireFields<QueryContactMergePreviewArgs, 'contactIds'>>;
  mergeReviews?: Resolver<Maybe<ResolversTypes['MergeReviewConnection']>, ParentType, ContextType, RequireFields<QueryMergeReviewsArgs, 'states' | 'first'>>;
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  customFieldDefinitions?: Resolver<Maybe<Array<ResolversTypes['CustomFieldDefinition']>>, ParentType, ContextType>;
  apiKeys?: Resolver<Maybe<Array<ResolversTypes['ApiKey']>>, ParentType, ContextType>;
  importJob?: Resolver<Maybe<ResolversTypes['ImportJob']>, ParentType, ContextType, RequireFields<QueryImportJobArgs, 'id'>>;
  importJobs?: Resolver<Maybe<ResolversTypes['ImportJobConnection']>, ParentType, ContextType, RequireFields<QueryImportJobsArgs, 'first'>>;
  fieldAudience?: Resolver<Maybe<Array<ResolversTypes['LeafAudience']>>, ParentType, ContextType, RequireFields<QueryFieldAudienceArgs, 'predicates'>>;
  tagAudience?: Resolver<Maybe<Array<ResolversTypes['LeafAudience']>>, ParentType, ContextType, RequireFields<QueryTagAudienceArgs, 'predicates'>>;
  identifierAudience?: Resolver<Maybe<Array<ResolversTypes['LeafAudience']>>, ParentType, ContextType, RequireFields<QueryIdentifierAudienceArgs, 'predicates'>>;
  createdAudience?: Resolver<Maybe<Array<ResolversTypes['LeafAudience']>>, ParentType, ContextType, RequireFields<QueryCreatedAudienceArgs, 'predicates'>>;
  acquisitionAudience?: Resolver<Maybe<Array<ResolversTypes['LeafAudience']>>, ParentType, ContextType, RequireFields<QueryAcquisitionAudienceArgs, 'predicates'>>;
  everyContact?: Resolver<Maybe<ResolversTypes['LeafAudience']>, ParentType, ContextType, RequireFields<QueryEveryContactArgs, 'includeArchived'>>;
  identifierKinds?: Resolver<Maybe<Array<ResolversTypes['IdentifierKind']>>, ParentType, ContextType>;
  identityActivity?: Resolver<Maybe<Array<ResolversTypes['Activity']>>, ParentType, ContextType, RequireFields<QueryIdentityActivityArgs, 'contactIds' | 'first'>>;
  principalOfKey?: Resolver<Maybe<ResolversTypes['Principal']>, ParentType, ContextType, RequireFields<QueryPrincipalOfKeyArgs, 'hash'>>;
  mergeFields?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType, RequireFields<QueryMergeFieldsArgs, 'contactIds'>>;
  automationFacts?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType, RequireFields<QueryAutomationFactsArgs, 'contactIds' | 'fields'>>;
  fieldProblems?: Resolver<Maybe<Array<Maybe<ResolversTypes['String']>>>, ParentType, ContextType, RequireFields<QueryFieldProblemsArgs, 'uses'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  contactUpsert?: Resolver<Maybe<ResolversTypes['ContactUpsertPayload']>, ParentType, ContextType, RequireFields<MutationContactUpsertArgs, 'input'>>;
  contactMerge?: Resolver<Maybe<ResolversTypes['ContactMergePayload']>, ParentType, ContextType, RequireFields<MutationContactMergeArgs, 'input'>>;
  contactUnmerge?: Resolver<Maybe<ResolversTypes['ContactUnmergePayload']>, ParentType, ContextType, RequireFields<MutationContactUnmergeArgs, 'mergeId'>>;
  mergeReviewApprove?: Resolver<Maybe<ResolversTypes['MergeReviewPayload']>, ParentType, ContextType, RequireFields<MutationMergeReviewApproveArgs, 'id'>>;
  mergeReviewReject?: Resolver<Maybe<ResolversTypes['MergeReviewPayload']>, ParentType, ContextType, RequireFields<MutationMergeReviewRejectArgs, 'id'>>;
  contactUpdate?: Resolver<Maybe<ResolversTypes['ContactUpdatePayload']>, ParentType, ContextType, RequireFields<MutationContactUpdateArgs, 'input'>>;
  contactIdentifierSplit?: Resolver<Maybe<ResolversTypes['ContactIdentifierSplitPayload']>, ParentType, ContextType, RequireFields<MutationContactIdentifierSplitArgs, 'input'>>;
  contactComplianceSet?: Resolver<Maybe<ResolversTypes['ContactComplianceSetPayload']>, ParentType, ContextType, RequireFields<MutationContactComplianceSetArgs, 'input'>>;
  customFieldDefine?: Resolver<Maybe<ResolversTypes['CustomFieldDefinePayload']>, ParentType, ContextType, RequireFields<MutationCustomFieldDefineArgs, 'input'>>;
  accountSettingsUpdate?: Resolver<Maybe<ResolversTypes['AccountSettingsUpdatePayload']>, ParentType, ContextType, RequireFields<MutationAccountSettingsUpdateArgs, 'input'>>;
  importCancel?: Resolver<Maybe<ResolversTypes['ImportCancelPayload']>, ParentType, ContextType, RequireFields<MutationImportCancelArgs, 'id'>>;
  apiKeyCreate?: Resolver<Maybe<ResolversTypes['ApiKeyCreatePayload']>, ParentType, ContextType, RequireFields<MutationApiKeyCreateArgs, 'input'>>;
  apiKeyRevoke?: Resolver<Maybe<ResolversTypes['ApiKeyRevokePayload']>, ParentType, ContextType, RequireFields<MutationApiKeyRevokeArgs, 'id'>>;
  exportRecord?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType, RequireFields<MutationExportRecordArgs, 'input'>>;
  contactsEdit?: Resolver<Maybe<Array<Maybe<ResolversTypes['String']>>>, ParentType, ContextType, RequireFields<MutationContactsEditArgs, 'edits' | 'source'>>;
  accountOpen?: Resolver<Maybe<ResolversTypes['AccountOpened']>, ParentType, ContextType, RequireFields<MutationAccountOpenArgs, 'name' | 'roles'>>;
};

export type AccountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Account'] = ResolversParentTypes['Account']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  defaultRegion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  blockedValues?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  sharedIdentifiers?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  identifierPriority?: Resolver<Maybe<Array<ResolversTypes['IdentifierKind']>>, ParentType, ContextType>;
  identifierLimits?: Resolver<Maybe<Array<ResolversTypes['IdentifierLimit']>>, ParentType, ContextType>;
};

export type IdentifierLimitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IdentifierLimit'] = ResolversParentTypes['IdentifierLimit']> = {
  kind?: Resolver<ResolversTypes['IdentifierKind'], ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AccountSettingsUpdatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccountSettingsUpdatePayload'] = ResolversParentTypes['AccountSettingsUpdatePayload']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AccountOpenedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccountOpened'] = ResolversParentTypes['AccountOpened']> = {
  account?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  created?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  keys?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PrincipalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Principal'] = ResolversParentTypes['Principal']> = {
  account?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ApiKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKey'] = ResolversParentTypes['ApiKey']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ApiKeyCreatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKeyCreatePayload'] = ResolversParentTypes['ApiKeyCreatePayload']> = {
  apiKey?: Resolver<Maybe<ResolversTypes['ApiKey']>, ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ApiKeyRevokePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKeyRevokePayload'] = ResolversParentTypes['ApiKeyRevokePayload']> = {
  apiKey?: Resolver<Maybe<ResolversTypes['ApiKey']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CustomFieldDefinitionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomFieldDefinition'] = ResolversParentTypes['CustomFieldDefinition']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['CustomFieldType'], ParentType, ContextType>;
  options?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  mergeStrategy?: Resolver<ResolversTypes['FieldMergeStrategy'], ParentType, ContextType>;
};

export type CustomFieldDefinePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomFieldDefinePayload'] = ResolversParentTypes['CustomFieldDefinePayload']> = {
  definition?: Resolver<Maybe<ResolversTypes['CustomFieldDefinition']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ContactComplianceSetPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContactComplianceSetPayload'] = ResolversParentTypes['ContactComplianceSetPayload']> = {
  contact?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ImportJobResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportJob'] = ResolversParentTypes['ImportJob']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  fileName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ImportState'], ParentType, ContextType>;
  dryRun?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  existing?: Resolver<ResolversTypes['ImportExisting'], ParentType, ContextType>;
  columns?: Resolver<Array<ResolversTypes['ImportColumn']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  processed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  created?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  merged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refused?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  skipped?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rejected?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rowsPerSecond?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  remainingSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rejectedRows?: Resolver<Maybe<ResolversTypes['RejectedRowConnection']>, ParentType, ContextType, RequireFields<ImportJobRejectedRowsArgs, 'first'>>;
};

export type ImportColumnResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportColumn'] = ResolversParentTypes['ImportColumn']> = {
  header?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  target?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ImportCancelPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportCancelPayload'] = ResolversParentTypes['ImportCancelPayload']> = {
  importJob?: Resolver<Maybe<ResolversTypes['ImportJob']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RejectedRowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RejectedRow'] = ResolversParentTypes['RejectedRow']> = {
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cells?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RejectedRowConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RejectedRowConnection'] = ResolversParentTypes['RejectedRowConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['RejectedRow']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['RejectedRowEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RejectedRowEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RejectedRowEdge'] = ResolversParentTypes['RejectedRowEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RejectedRow'], ParentType, ContextType>;
};

export type ImportJobConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportJobConnection'] = ResolversParentTypes['ImportJobConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['ImportJob']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['ImportJobEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ImportJobEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportJobEdge'] = ResolversParentTypes['ImportJobEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ImportJob'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  DateTime?: GraphQLScalarType;
  Duration?: GraphQLScalarType;
  JSON?: GraphQLScalarType;
  ChannelName?: GraphQLScalarType;
  Contact?: ContactResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  ContactConnection?: ContactConnectionResolvers<ContextType>;
  ContactEdge?: ContactEdgeResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  ChannelProfile?: ChannelProfileResolvers<ContextType>;
  SendDecision?: SendDecisionResolvers<ContextType>;
  SendCheck?: SendCheckResolvers<ContextType>;
  Topic?: TopicResolvers<ContextType>;
  TopicPreference?: TopicPreferenceResolvers<ContextType>;
  ConsentConfirmation?: ConsentConfirmationResolvers<ContextType>;
  DayHours?: DayHoursResolvers<ContextType>;
  RegionHours?: RegionHoursResolvers<ContextType>;
  FrequencyCap?: FrequencyCapResolvers<ContextType>;
  DoubleOptIn?: DoubleOptInResolvers<ContextType>;
  ConsentEvidence?: ConsentEvidenceResolvers<ContextType>;
  ChannelPreferences?: ChannelPreferencesResolvers<ContextType>;
  ConsentQuestion?: ConsentQuestionResolvers<ContextType>;
  SourceCounts?: SourceCountsResolvers<ContextType>;
  SkippedEvent?: SkippedEventResolvers<ContextType>;
  SendTemplate?: SendTemplateResolvers<ContextType>;
  CampaignRun?: CampaignRunResolvers<ContextType>;
  SendStateCount?: SendStateCountResolvers<ContextType>;
  SkippedCount?: SkippedCountResolvers<ContextType>;
  CampaignRunPayload?: CampaignRunPayloadResolvers<ContextType>;
  Activity?: ActivityResolvers<ContextType>;
  ContactBits?: GraphQLScalarType;
  Words?: GraphQLScalarType;
  ChannelTimeZones?: ChannelTimeZonesResolvers<ContextType>;
  LeafAudience?: LeafAudienceResolvers<ContextType>;
  LeafFact?: LeafFactResolvers<ContextType>;
  FieldHistoryEntry?: FieldHistoryEntryResolvers<ContextType>;
  FieldHistoryConnection?: FieldHistoryConnectionResolvers<ContextType>;
  FieldHistoryEdge?: FieldHistoryEdgeResolvers<ContextType>;
  AuditEntry?: AuditEntryResolvers<ContextType>;
  AuditLogConnection?: AuditLogConnectionResolvers<ContextType>;
  AuditLogEdge?: AuditLogEdgeResolvers<ContextType>;
  ContactIdentifier?: ContactIdentifierResolvers<ContextType>;
  IdentifierKind?: GraphQLScalarType;
  CustomFieldValue?: CustomFieldValueResolvers<ContextType>;
  Acquisition?: AcquisitionResolvers<ContextType>;
  Compliance?: ComplianceResolvers<ContextType>;
  Merge?: MergeResolvers<ContextType>;
  MergePreview?: MergePreviewResolvers<ContextType>;
  MergedField?: MergedFieldResolvers<ContextType>;
  MergedValue?: MergedValueResolvers<ContextType>;
  MergeRefusal?: MergeRefusalResolvers<ContextType>;
  MergeReview?: MergeReviewResolvers<ContextType>;
  MergeReviewPayload?: MergeReviewPayloadResolvers<ContextType>;
  ContactUpdatePayload?: ContactUpdatePayloadResolvers<ContextType>;
  ContactIdentifierSplitPayload?: ContactIdentifierSplitPayloadResolvers<ContextType>;
  MergeReviewConnection?: MergeReviewConnectionResolvers<ContextType>;
  MergeReviewEdge?: MergeReviewEdgeResolvers<ContextType>;
  ContactUpsertPayload?: ContactUpsertPayloadResolvers<ContextType>;
  ContactMergePayload?: ContactMergePayloadResolvers<ContextType>;
  ContactUnmergePayload?: ContactUnmergePayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Account?: AccountResolvers<ContextType>;
  IdentifierLimit?: IdentifierLimitResolvers<ContextType>;
  AccountSettingsUpdatePayload?: AccountSettingsUpdatePayloadResolvers<ContextType>;
  AccountOpened?: AccountOpenedResolvers<ContextType>;
  Principal?: PrincipalResolvers<ContextType>;
  ApiKey?: ApiKeyResolvers<ContextType>;
  ApiKeyCreatePayload?: ApiKeyCreatePayloadResolvers<ContextType>;
  ApiKeyRevokePayload?: ApiKeyRevokePayloadResolvers<ContextType>;
  CustomFieldDefinition?: CustomFieldDefinitionResolvers<ContextType>;
  CustomFieldDefinePayload?: CustomFieldDefinePayloadResolvers<ContextType>;
  ContactComplianceSetPayload?: ContactComplianceSetPayloadResolvers<ContextType>;
  ImportJob?: ImportJobResolvers<ContextType>;
  ImportColumn?: ImportColumnResolvers<ContextType>;
  ImportCancelPayload?: ImportCancelPayloadResolvers<ContextType>;
  RejectedRow?: RejectedRowResolvers<ContextType>;
  RejectedRowConnection?: RejectedRowConnectionResolvers<ContextType>;
  RejectedRowEdge?: RejectedRowEdgeResolvers<ContextType>;
  ImportJobConnection?: ImportJobConnectionResolvers<ContextType>;
  ImportJobEdge?: ImportJobEdgeResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  auth?: AuthDirectiveResolver<any, any, ContextType>;
};
