// Written by the codegen step out of the SDL.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { EmailProfileModel, EmailConsentModel, EmailAddressModel, EmailSourceModel, SourceCountsModel, SkippedEventModel, LeafAudienceModel, EmailMessageModel, EmailCampaignModel, EmailCampaignEngagementModel, EmailSenderModel, EmailTemplateModel, EmailPreviewModel, EmailSendModel, EmailOutboxMessageModel, CampaignRunModel } from '../../subgraphs/email/src/models.ts';
import type { Context } from '../../subgraphs/email/src/context.ts';
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
};

/** Everything known of one person, from every channel. One record per person and account; after a merge the old ids find the survivor. */
export type Contact = {
  /** Opaque and permanent. Compare it, store it, never take it apart. The id of a merged contact resolves for ever to the survivor. */
  readonly id: Scalars['ID']['output'];
  /** What is known of the contact on email. Null when the contact has no email address, or when email cannot answer (see `errors`). */
  readonly email?: Maybe<EmailProfile>;
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

/** A contact on email. Where it has several addresses, `address`, `status` and `canSend` speak of the primary one. */
export type EmailProfile = ChannelProfile & {
  /** Always `EMAIL`. */
  readonly channel: Scalars['ChannelName']['output'];
  /** Primary email address, as given. Null without the scope. */
  readonly address?: Maybe<Scalars['String']['output']>;
  /** State of the primary address. */
  readonly status: EmailStatus;
  /** All email addresses of the contact, primary first. */
  readonly addresses: ReadonlyArray<EmailAddress>;
  /**
   * Whether the contact may be emailed now, or at another moment, with every rule checked in order.
   * Each send asks the same question. Reading it changes nothing.
   */
  readonly canSend: SendDecision;
  /** Current consent of each address and topic. Without an entry nothing was ever asked. */
  readonly consents: ReadonlyArray<EmailConsent>;
  /** Every entry of the consent ledger, newest first. */
  readonly consentHistory: EmailConsentConnection;
  /** What the contact chose in the preference center, one entry per topic of the account. */
  readonly preferences: ReadonlyArray<TopicPreference>;
  /**
   * Address of one-click unsubscribe (RFC 8058) for mail to the primary address: for `List-Unsubscribe`, together with
   * `List-Unsubscribe-Post: List-Unsubscribe=One-Click`. It never expires. A GET shows a page and changes nothing.
   * Whoever has it can unsubscribe this address, and nothing else.
   */
  readonly unsubscribeUrl?: Maybe<Scalars['String']['output']>;
  /**
   * Address of the preference page for mail to the primary address: of whoever has that address when the link is followed, whatever
   * was merged or unmerged meanwhile. Works for 90 days; afterwards it can only be used to unsubscribe. Whoever has it can change
   * what the contact receives on every channel.
   */
  readonly preferencesUrl?: Maybe<Scalars['String']['output']>;
  /** How the contact reacted to email, over all addresses. */
  readonly engagement: EmailEngagement;
  /** Last time the person (not a machine) opened or clicked, in UTC. Null when never. */
  readonly lastEngagedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Messages to the contact, newest first, each with what became of it. Events that name no message are in the timeline only. */
  readonly messages: EmailMessageConnection;
  /** Messages that were asked for the contact, newest first, sent or not, each with its reason. */
  readonly sends: EmailSendConnection;
};


/** A contact on email. Where it has several addresses, `address`, `status` and `canSend` speak of the primary one. */
export type EmailProfileCanSendArgs = {
  topic?: InputMaybe<Scalars['String']['input']>;
  at?: InputMaybe<Scalars['DateTime']['input']>;
};


/** A contact on email. Where it has several addresses, `address`, `status` and `canSend` speak of the primary one. */
export type EmailProfileConsentsArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
};


/** A contact on email. Where it has several addresses, `address`, `status` and `canSend` speak of the primary one. */
export type EmailProfileConsentHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A contact on email. Where it has several addresses, `address`, `status` and `canSend` speak of the primary one. */
export type EmailProfileUnsubscribeUrlArgs = {
  topic?: InputMaybe<Scalars['String']['input']>;
  messageId?: InputMaybe<Scalars['String']['input']>;
};


/** A contact on email. Where it has several addresses, `address`, `status` and `canSend` speak of the primary one. */
export type EmailProfileEngagementArgs = {
  within?: InputMaybe<Scalars['Duration']['input']>;
  includeMachine?: Scalars['Boolean']['input'];
};


/** A contact on email. Where it has several addresses, `address`, `status` and `canSend` speak of the primary one. */
export type EmailProfileMessagesArgs = {
  campaign?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A contact on email. Where it has several addresses, `address`, `status` and `canSend` speak of the primary one. */
export type EmailProfileSendsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A message and what became of it. */
export type EmailMessage = {
  /** The provider's id of the message. */
  readonly id: Scalars['ID']['output'];
  /** The address it went to, as given. Null without the scope. */
  readonly address?: Maybe<Scalars['String']['output']>;
  /** Subject. Null when no event told it. */
  readonly subject?: Maybe<Scalars['String']['output']>;
  /** Name of the campaign. Null when it belongs to none. */
  readonly campaign?: Maybe<Scalars['String']['output']>;
  /** How far it came. Events may come late and in any order; a message never goes back. Opens and clicks of machines do not count. */
  readonly status: EmailMessageStatus;
  /** When it was first heard of, in UTC: its place in the list. */
  readonly firstAt: Scalars['DateTime']['output'];
  /** When it was handed to the provider, in UTC. Null when we were not told. */
  readonly sentAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the recipient's server accepted it, in UTC. Null when it did not, or we were not told. */
  readonly deliveredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Opens by the person. */
  readonly opens: Scalars['Int']['output'];
  /** First open by the person, in UTC. Null when none. */
  readonly firstOpenedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Clicks by the person. */
  readonly clicks: Scalars['Int']['output'];
  /** Clicks by the person, by link, most clicked first. */
  readonly links: ReadonlyArray<LinkClicks>;
  /** Opens by scanners and privacy proxies. */
  readonly machineOpens: Scalars['Int']['output'];
  /** Clicks by scanners. */
  readonly machineClicks: Scalars['Int']['output'];
  /** How it bounced. Null when it did not. */
  readonly bounce?: Maybe<EmailBounce>;
  /** When the person reported it as spam, in UTC. Null when they did not. */
  readonly complainedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the person unsubscribed from it, in UTC. Null when they did not. */
  readonly unsubscribedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** How far a message came, in the order of its life. */
export type EmailMessageStatus =
  /** Handed to the provider. */
  | 'SENT'
  /** Put off by the recipient's server; the provider tries again. */
  | 'DEFERRED'
  /** Not handed on by the provider. */
  | 'DROPPED'
  /** Accepted by the recipient's server. */
  | 'DELIVERED'
  /** Refused by the recipient's server. */
  | 'BOUNCED'
  /** Opened by the person. */
  | 'OPENED'
  /** A link was clicked by the person. */
  | 'CLICKED';

/** A message that came back. */
export type EmailBounce = {
  /** True: for good; several of these in a row hold the address. False: for now. */
  readonly hard: Scalars['Boolean']['output'];
  /** When, in UTC. */
  readonly at: Scalars['DateTime']['output'];
  /** What the recipient's server said. Null when not told. */
  readonly reason?: Maybe<Scalars['String']['output']>;
};

/** Clicks on one link. */
export type LinkClicks = {
  /** The address of the link. */
  readonly url: Scalars['String']['output'];
  /** Clicks by people. */
  readonly clicks: Scalars['Int']['output'];
  /** The last of them, in UTC. */
  readonly lastAt: Scalars['DateTime']['output'];
};

/** One page of messages, newest first. */
export type EmailMessageConnection = {
  /** The messages of this page. */
  readonly nodes: ReadonlyArray<EmailMessage>;
  /** The messages of this page, each with its cursor. */
  readonly edges: ReadonlyArray<EmailMessageEdge>;
  /** Whether there is more, and where it starts. */
  readonly pageInfo: PageInfo;
};

/** A message and its place in the list. */
export type EmailMessageEdge = {
  /** Place in the list; pass it as `after` to continue behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The message. */
  readonly node: EmailMessage;
};

/** One email address of a contact. */
export type EmailAddress = {
  /** The address, as given. Null without the scope. */
  readonly address?: Maybe<Scalars['String']['output']>;
  /** State of the address. */
  readonly status: EmailStatus;
  /** Hard bounces since the last delivery, or since the address was released by hand, over distinct messages. */
  readonly consecutiveHardBounces: Scalars['Int']['output'];
};

/** States of an email address. */
export type EmailStatus =
  /** In use. */
  | 'NORMAL'
  /** The person unsubscribed from all mail, or the address is suppressed. Only new evidence of consent, or the end of the suppression, ends this. */
  | 'UNSUBSCRIBED'
  /** Held after consecutive hard bounces (3 unless the account says otherwise). Released by hand, with a reason. */
  | 'HELD'
  /** Parked by staff; history is kept. */
  | 'EXPIRED'
  /** Consent was asked for and nothing is granted, also when the question has run out. */
  | 'UNCONFIRMED';

/** Consent of an email address for a topic. */
export type EmailConsent = {
  /** The address it was given at; it stays there through merges. Null without the scope. */
  readonly address?: Maybe<Scalars['String']['output']>;
  /** The topic. Null: all mail. */
  readonly topic?: Maybe<Topic>;
  /** The state. */
  readonly state: ConsentState;
  /** Since when, in UTC. */
  readonly since: Scalars['DateTime']['output'];
  /** How it was given or taken back. */
  readonly method: ConsentMethod;
  /** What proves it. */
  readonly evidence: ConsentEvidence;
  /** When it ends by itself, in UTC: a grant, or a question that nobody answered. Null: never. */
  readonly validUntil?: Maybe<Scalars['DateTime']['output']>;
  /** When a review found the entry mistaken, in UTC; from then on it counts for nothing. Null: it counts. */
  readonly retractedAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * What the message that asks for a confirmation must carry, to this address and no other. Null when nothing waits to be confirmed,
   * and without the scope.
   */
  readonly confirmation?: Maybe<ConsentConfirmation>;
};

/** One page of ledger entries. */
export type EmailConsentConnection = {
  /** The entries of this page. */
  readonly nodes: ReadonlyArray<EmailConsent>;
  /** The entries of this page, each with its cursor. */
  readonly edges: ReadonlyArray<EmailConsentEdge>;
  /** Whether there is more, and where it starts. */
  readonly pageInfo: PageInfo;
};

/** A ledger entry and its place in the list. */
export type EmailConsentEdge = {
  /** Place in the list; pass it as `after` to continue behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: EmailConsent;
};

/** Counts of email activity. Each event counts once; machine opens and clicks are apart, and in `opens` and `clicks` only when asked for. */
export type EmailEngagement = {
  /** Messages handed to the provider. */
  readonly sends: Scalars['Int']['output'];
  /** Messages accepted by the recipient's server. */
  readonly deliveries: Scalars['Int']['output'];
  /** Opens by the person. */
  readonly opens: Scalars['Int']['output'];
  /** Clicks by the person. */
  readonly clicks: Scalars['Int']['output'];
  /** Hard and soft bounces. */
  readonly bounces: Scalars['Int']['output'];
  /** Complaints as spam. */
  readonly complaints: Scalars['Int']['output'];
  /** Unsubscribes. */
  readonly unsubscribes: Scalars['Int']['output'];
  /** Opens by scanners and privacy proxies. */
  readonly machineOpens: Scalars['Int']['output'];
  /** Clicks by scanners. */
  readonly machineClicks: Scalars['Int']['output'];
  /** Last open or click by the person within the time asked, in UTC. Null when none. */
  readonly lastEngagedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Kinds of email activity. */
export type EmailActivityKind =
  /** Handed to the provider. */
  | 'SEND'
  /** Accepted by the recipient's server. */
  | 'DELIVERED'
  /** Opened. */
  | 'OPEN'
  /** A link was clicked. */
  | 'CLICK'
  /** Refused for good. */
  | 'HARD_BOUNCE'
  /** Refused for now. */
  | 'SOFT_BOUNCE'
  /** Reported as spam. */
  | 'COMPLAINT'
  /** Unsubscribed. */
  | 'UNSUBSCRIBE'
  /** Put off by the recipient's server; the provider tries again. */
  | 'DEFERRED'
  /** Not handed on by the provider, for example as the address bounced before. */
  | 'DROPPED'
  /** Put on the provider's own list of addresses it sends nothing to. */
  | 'SUPPRESSED'
  /** Taken off the provider's list. Consent is as it was: it is given with evidence only. */
  | 'REACTIVATED';

/** Consent to write to the ledger. */
export type EmailConsentInput = {
  /** The address. It need not belong to a contact yet. */
  readonly address: Scalars['String']['input'];
  /** Key of the topic. Default: all mail. */
  readonly topic?: InputMaybe<Scalars['String']['input']>;
  /** The new state. A `GRANTED` by `FORM` or `API` becomes `PENDING` where the settings demand double opt-in. */
  readonly state: ConsentState;
  /** What proves it. */
  readonly evidence: ConsentEvidenceInput;
  /** When it ends by itself. Default: never; a `PENDING` ends after the time the double opt-in of the settings gives it. */
  readonly validUntil?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Result of `emailConsentRecord`. */
export type EmailConsentRecordPayload = {
  /** Consent as it is now; it may be older than what came in. Null when there are user errors. */
  readonly consent?: Maybe<EmailConsent>;
  /** What the message that asks for a confirmation must carry. Null when nothing waits to be confirmed. */
  readonly confirmation?: Maybe<ConsentConfirmation>;
  /** Why nothing was written. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Providers whose email events are understood. */
export type EmailProvider =
  /** Twilio SendGrid Event Webhook. */
  | 'SENDGRID'
  /** Amazon SES, through topics of Amazon SNS. */
  | 'SES'
  /** Postmark webhooks. */
  | 'POSTMARK'
  /** Mailgun webhooks. */
  | 'MAILGUN';

/** Where email events come from. */
export type EmailSource = {
  /** Permanent id. */
  readonly id: Scalars['ID']['output'];
  /** Name given by the account; part of the path. */
  readonly name: Scalars['String']['output'];
  /** The provider. */
  readonly provider: EmailProvider;
  /** Path on this host to set at the provider, for example `/webhooks/email/sendgrid/main-k3G7QAe51F`. */
  readonly webhookPath: Scalars['String']['output'];
  /** When the last genuine event came in, in UTC. Null when none has. */
  readonly lastEventAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether a second secret is valid beside the first: since `emailSourceRotate` and until `emailSourceRetireSecret`. */
  readonly rotating: Scalars['Boolean']['output'];
  /** When it was archived, in UTC. Null while it is in use. */
  readonly archivedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How much came in. */
  readonly counts: SourceCounts;
  /** Events that are no activity here, the most frequent first. */
  readonly skippedEvents: ReadonlyArray<SkippedEvent>;
};

/** A source to create. */
export type EmailSourceInput = {
  /** Name, unique on email among the account's sources in use: 1 to 60 lower-case letters, digits and dashes. */
  readonly name: Scalars['String']['input'];
  /** The provider. */
  readonly provider: EmailProvider;
  /** What the provider signs or authenticates with. Never readable again. */
  readonly secret: EmailSourceSecretInput;
};

/** Secret of a source; which fields are needed depends on the provider. */
export type EmailSourceSecretInput = {
  /** SendGrid: public key of the signed Event Webhook, base64 of SPKI DER. */
  readonly publicKey?: InputMaybe<Scalars['String']['input']>;
  /** SES: ARNs of the SNS topics whose messages are taken in, 1 to 20. Their subscriptions are confirmed by themselves. */
  readonly topicArns?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Postmark: user name that is written into the address of the webhook, 1 to 200 printable characters without spaces and colons. */
  readonly username?: InputMaybe<Scalars['String']['input']>;
  /** Postmark: password that is written into the address of the webhook, 1 to 200 printable characters without spaces. */
  readonly password?: InputMaybe<Scalars['String']['input']>;
  /** Mailgun: HTTP webhook signing key, which is not the API key. */
  readonly signingKey?: InputMaybe<Scalars['String']['input']>;
};

/** Result of `emailSourceCreate`. */
export type EmailSourceCreatePayload = {
  /** The source. Null when there are user errors. */
  readonly source?: Maybe<EmailSource>;
  /** Why nothing was created. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Result of `emailSourceRotate`. */
export type EmailSourceRotatePayload = {
  /** The source, with two valid secrets. Null when there are user errors. */
  readonly source?: Maybe<EmailSource>;
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Result of `emailSourceRetireSecret`. */
export type EmailSourceRetireSecretPayload = {
  /** The source, with one valid secret. Null when there are user errors. */
  readonly source?: Maybe<EmailSource>;
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Result of `emailSourceArchive`. */
export type EmailSourceArchivePayload = {
  /** The source. Null when there are user errors. */
  readonly source?: Maybe<EmailSource>;
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What must be so on email. All conditions given hold together; a contact without an address matches none of them but `canSend: false` and `canSendNow: false`. */
export type EmailPredicate = {
  /** Each of these was done. */
  readonly did?: InputMaybe<ReadonlyArray<EmailDid>>;
  /** Status of the primary address is one of these. */
  readonly status?: InputMaybe<ReadonlyArray<EmailStatus>>;
  /**
   * The status, one of `status` where that is given, began within a window and holds since without a break. When it began counts as
   * something that happened: it is told as evidence, and counts in scores and in `together`.
   */
  readonly statusSince?: InputMaybe<EmailStatusWindow>;
  /** True: may be messaged now, sending hours and frequency caps aside. False: may not. */
  readonly canSend?: InputMaybe<Scalars['Boolean']['input']>;
  /** True: may be messaged at this very moment, sending hours and frequency caps included. False: may not. */
  readonly canSendNow?: InputMaybe<Scalars['Boolean']['input']>;
  /** Consent holds for the primary address: for the topic of this key, or for the whole channel. */
  readonly consent?: InputMaybe<EmailConsentCondition>;
};

/**
 * When a status began: the earliest moment since which `status` is what it is now, asked about any moment. It follows from consent, the
 * lists of those not to be messaged, hard bounces and what staff stated together, each from when it happened, however late it became
 * known, and by the settings of today. What does not change the status does not count, as another bounce of a held address; nor does
 * a merge: the primary address counts by its own history. A status that nothing brought about, as that of an address of which nothing
 * was ever said, began in no window, and a contact without an address has none: neither matches.
 */
export type EmailStatusWindow = {
  /** No longer ago than this, counted back from the moment asked, by whole seconds. */
  readonly within: Scalars['Duration']['input'];
};

/** Email activity a number of times. */
export type EmailDid = {
  /** Any of these kinds. */
  readonly kinds: ReadonlyArray<EmailActivityKind>;
  /** How far back from now. Default: ever. */
  readonly within?: InputMaybe<Scalars['Duration']['input']>;
  /** At least so many times, 1 or more. */
  readonly atLeast?: Scalars['Int']['input'];
  /** Only activity with this property. */
  readonly property?: InputMaybe<EmailPropertyCondition>;
  /** True: opens and clicks of machines count too. */
  readonly includeMachine?: Scalars['Boolean']['input'];
};

/** A property of the activity. */
export type EmailPropertyCondition = {
  /** Name of the property, for example `campaign` or `url`. */
  readonly key: Scalars['String']['input'];
  /** Its value, matched exactly. */
  readonly equals: Scalars['String']['input'];
};

/** Consent that must hold. */
export type EmailConsentCondition = {
  /** Key of the topic. Default: the whole channel. */
  readonly topic?: InputMaybe<Scalars['String']['input']>;
  /** True: it must be given. False: it must not. */
  readonly given?: Scalars['Boolean']['input'];
};

/** What the account has set on email. */
export type EmailSettings = {
  /** Hard bounces in a row, over distinct messages, after which an address is held. Null: never. */
  readonly heldAfter?: Maybe<Scalars['Int']['output']>;
  /** When messages are sent, by the recipient's clock. Null: at any hour. */
  readonly sendingHours?: Maybe<DayHours>;
  /** Regions with narrower hours. */
  readonly regionHours: ReadonlyArray<RegionHours>;
  /** How often a contact may be messaged; all hold together. */
  readonly frequencyCaps: ReadonlyArray<FrequencyCap>;
  /** Where consent must be confirmed. */
  readonly doubleOptIn: DoubleOptIn;
};

/** Settings of email. What is not given stays as it is. */
export type EmailSettingsInput = {
  /** Hard bounces in a row, over distinct messages, after which an address is held: 1 to 20. Preset: 3. */
  readonly heldAfter?: InputMaybe<Scalars['Int']['input']>;
  /**
   * When messages are sent, by the recipient's clock: set by hand, else every zone the address tells (an email address tells none),
   * else the account's. Null: at any hour. Preset: at any hour. Answers to key words are exempt.
   */
  readonly sendingHours?: InputMaybe<DayHoursInput>;
  /** Regions with narrower hours, at most 100. Replaces the list. Preset: none. */
  readonly regionHours?: InputMaybe<ReadonlyArray<RegionHoursInput>>;
  /** How often a contact may be messaged, at most 5; all hold together. Replaces the list. Preset: none. */
  readonly frequencyCaps?: InputMaybe<ReadonlyArray<FrequencyCapInput>>;
  /** Where consent must be confirmed. */
  readonly doubleOptIn?: InputMaybe<DoubleOptInInput>;
};

/** Result of `emailSettingsUpdate`. */
export type EmailSettingsUpdatePayload = {
  /** The settings. Null when there are user errors. */
  readonly settings?: Maybe<EmailSettings>;
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** An address to suppress, or to end that. */
export type EmailSuppressionInput = {
  /** The email address. */
  readonly address: Scalars['String']['input'];
  /** Why, in 1 to 500 characters; it is kept. */
  readonly reason: Scalars['String']['input'];
};

/** Result of `emailSuppressionAdd` and `emailSuppressionEnd`. */
export type EmailSuppressionPayload = {
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The time zone of an address. */
export type EmailTimeZoneInput = {
  /** The email address. */
  readonly address: Scalars['String']['input'];
  /** IANA name, for example `America/Chicago`. Null: derived again. */
  readonly timeZone?: InputMaybe<Scalars['String']['input']>;
};

/** Result of `emailTimeZoneSet`. */
export type EmailTimeZonePayload = {
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Statuses that staff may give. */
export type EmailStatusTarget =
  /** In use. Ends `EXPIRED` and `HELD`. */
  | 'NORMAL'
  /** Parked; history is kept. */
  | 'EXPIRED'
  /** Held. */
  | 'HELD';

/** A change of status by hand. */
export type EmailStatusChangeInput = {
  /** The address. */
  readonly address: Scalars['String']['input'];
  /** The status it should have. */
  readonly status: EmailStatusTarget;
  /** Why, in 1 to 500 characters; it is kept. */
  readonly reason: Scalars['String']['input'];
};

/** Result of `emailStatusChange`. */
export type EmailStatusChangePayload = {
  /** The address as it is now. Null when there are user errors. */
  readonly address?: Maybe<EmailAddress>;
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A change of status of many addresses. */
export type EmailStatusChangeBulkInput = {
  /** The addresses, 1 to 1,000. */
  readonly addresses: ReadonlyArray<Scalars['String']['input']>;
  /** `NORMAL` or `EXPIRED`. */
  readonly status: EmailStatusTarget;
  /** Why, in 1 to 500 characters; it is kept. */
  readonly reason: Scalars['String']['input'];
};

/** What became of one address of a bulk change. */
export type EmailStatusChangeOutcome = {
  /** The address as it was given. */
  readonly address: Scalars['String']['output'];
  /** Whether its status was changed; false also when it had the status already. */
  readonly changed: Scalars['Boolean']['output'];
  /** Why it was left as it was. Null when it has the status now. */
  readonly error?: Maybe<UserError>;
};

/** Result of `emailStatusChangeBulk`. */
export type EmailStatusChangeBulkPayload = {
  /** Each address, in the order given. Null when there are user errors. */
  readonly outcomes?: Maybe<ReadonlyArray<EmailStatusChangeOutcome>>;
  /** Why nothing at all was changed. Empty when each address was looked at. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A campaign that events named, and what became of its messages. */
export type EmailCampaign = {
  /** Name, as the events have it. */
  readonly name: Scalars['String']['output'];
  /** Midnight UTC of the day of its first event. */
  readonly firstDay: Scalars['DateTime']['output'];
  /** Midnight UTC of the day of its newest event. */
  readonly lastDay: Scalars['DateTime']['output'];
  /** What happened to its messages, over all contacts. */
  readonly engagement: EmailCampaignEngagement;
};

/** Counts over the messages of a campaign. Events that do not name the campaign count too, by their message. */
export type EmailCampaignEngagement = {
  /** Messages that events told of. */
  readonly messages: Scalars['Int']['output'];
  /** Messages handed to the provider. */
  readonly sends: Scalars['Int']['output'];
  /** Messages accepted by the recipient's server. */
  readonly deliveries: Scalars['Int']['output'];
  /** Opens by people. */
  readonly opens: Scalars['Int']['output'];
  /** Addresses at which people opened. */
  readonly uniqueOpens: Scalars['Int']['output'];
  /** Clicks by people. */
  readonly clicks: Scalars['Int']['output'];
  /** Addresses at which people clicked. */
  readonly uniqueClicks: Scalars['Int']['output'];
  /** Clicks by people, by link, most clicked first. */
  readonly links: ReadonlyArray<LinkClicks>;
  /** Bounces for good. */
  readonly hardBounces: Scalars['Int']['output'];
  /** Bounces for now. */
  readonly softBounces: Scalars['Int']['output'];
  /** Complaints as spam. */
  readonly complaints: Scalars['Int']['output'];
  /** Unsubscribes. */
  readonly unsubscribes: Scalars['Int']['output'];
  /** Opens by scanners and privacy proxies. */
  readonly machineOpens: Scalars['Int']['output'];
  /** Clicks by scanners. */
  readonly machineClicks: Scalars['Int']['output'];
};

/** One page of campaigns, the one with the newest event first. */
export type EmailCampaignConnection = {
  /** The campaigns of this page. */
  readonly nodes: ReadonlyArray<EmailCampaign>;
  /** The campaigns of this page, each with its cursor. */
  readonly edges: ReadonlyArray<EmailCampaignEdge>;
  /** Whether there is more, and where it starts. */
  readonly pageInfo: PageInfo;
};

/** A campaign and its place in the list. */
export type EmailCampaignEdge = {
  /** Place in the list; pass it as `after` to continue behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The campaign. */
  readonly node: EmailCampaign;
};

export type Query = {
  /** What the account has set on email. */
  readonly emailSettings?: Maybe<EmailSettings>;
  /** Campaigns that email events named, the one with the newest event first. */
  readonly emailCampaigns?: Maybe<EmailCampaignConnection>;
  /** One campaign. Null when no event named it. */
  readonly emailCampaign?: Maybe<EmailCampaign>;
  /** Where email events come from, by name. */
  readonly emailSources?: Maybe<ReadonlyArray<EmailSource>>;
  /** Internal: contacts that match each of the email conditions, in the order asked. */
  readonly emailAudience?: Maybe<ReadonlyArray<LeafAudience>>;
  /** Internal: when contacts engaged last by email, each of them once: number of the contact and second since 1970 in turns. */
  readonly emailLastEngaged?: Maybe<Scalars['Words']['output']>;
  /** Internal: email activity of each contact for the timeline, newest first, at most `first` of each. */
  readonly emailActivity?: Maybe<ReadonlyArray<Activity>>;
  /** The subjects people can subscribe to on email, by key. */
  readonly emailTopics?: Maybe<ReadonlyArray<Topic>>;
  /** Internal: what the preference page shows of email. Null without an address there. */
  readonly emailPreferences?: Maybe<ChannelPreferences>;
  /** Internal: the opt-in that a link asks about. Null when the token is none of ours. */
  readonly emailConsentQuestion?: Maybe<ConsentQuestion>;
  /** Ways by which messages leave, by name. */
  readonly emailSenders?: Maybe<ReadonlyArray<EmailSender>>;
  /** The newest version of each template, by key. */
  readonly emailTemplates?: Maybe<ReadonlyArray<EmailTemplate>>;
  /** One template. Null for a key the account does not have. */
  readonly emailTemplate?: Maybe<EmailTemplate>;
  /** A text as a contact would get it, and what it lacks. Exactly one of `key` and `content` is given. Nothing is sent. */
  readonly emailTemplatePreview?: Maybe<EmailPreview>;
  /** One message that was asked for. Null for an id the account does not have. */
  readonly emailSend?: Maybe<EmailSend>;
  /** Messages that were asked for, newest first. */
  readonly emailSends?: Maybe<EmailSendConnection>;
  /** Messages that went out by `OUTBOX`, newest first. */
  readonly emailOutbox?: Maybe<EmailOutboxConnection>;
  /** Internal: what is known of where contacts are, at most 1,000, in the order asked; null for one without an address here. */
  readonly emailTimeZones?: Maybe<ReadonlyArray<Maybe<ChannelTimeZones>>>;
  /** Internal: what keeps messages like each of these from being sent to anybody, in one sentence and in the order asked; null: nothing. The contacts are not looked at. */
  readonly emailSendProblems?: Maybe<ReadonlyArray<Maybe<Scalars['String']['output']>>>;
  /** Internal: how far messages to audiences are. Keys nobody began are absent; no order. */
  readonly emailCampaignProgress?: Maybe<ReadonlyArray<CampaignRun>>;
};


export type QueryEmailCampaignsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryEmailCampaignArgs = {
  name: Scalars['String']['input'];
};


export type QueryEmailSourcesArgs = {
  archived?: Scalars['Boolean']['input'];
};


export type QueryEmailAudienceArgs = {
  predicates: ReadonlyArray<EmailPredicate>;
  contactIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};


export type QueryEmailLastEngagedArgs = {
  among: Scalars['ContactBits']['input'];
};


export type QueryEmailActivityArgs = {
  contactIds: ReadonlyArray<Scalars['ID']['input']>;
  first: Scalars['Int']['input'];
  before?: InputMaybe<ActivityPosition>;
};


export type QueryEmailPreferencesArgs = {
  of: PreferencesOf;
};


export type QueryEmailConsentQuestionArgs = {
  token: Scalars['String']['input'];
};


export type QueryEmailSendersArgs = {
  archived?: Scalars['Boolean']['input'];
};


export type QueryEmailTemplateArgs = {
  key: Scalars['String']['input'];
  version?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryEmailTemplatePreviewArgs = {
  key?: InputMaybe<Scalars['String']['input']>;
  content?: InputMaybe<EmailContentInput>;
  contactId: Scalars['ID']['input'];
  variables?: InputMaybe<Scalars['JSON']['input']>;
};


export type QueryEmailSendArgs = {
  id: Scalars['ID']['input'];
};


export type QueryEmailSendsArgs = {
  state?: InputMaybe<ReadonlyArray<SendState>>;
  campaign?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryEmailOutboxArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryEmailTimeZonesArgs = {
  contactIds: ReadonlyArray<Scalars['ID']['input']>;
};


export type QueryEmailSendProblemsArgs = {
  inputs: ReadonlyArray<EmailSendInput>;
};


export type QueryEmailCampaignProgressArgs = {
  keys: ReadonlyArray<Scalars['String']['input']>;
};

export type Mutation = {
  /** Changes settings of email. What is not given stays as it is. Idempotent. */
  readonly emailSettingsUpdate?: Maybe<EmailSettingsUpdatePayload>;
  /** Suppresses an email address by hand, known or not: nothing is sent to it until that is ended. Idempotent while it holds for the same reason. */
  readonly emailSuppressionAdd?: Maybe<EmailSuppressionPayload>;
  /**
   * Ends suppression by hand and as invalid. What the person did ends otherwise: an unsubscribe by new evidence of consent, a
   * complaint never; asked to end only such, it answers `SUPPRESSED`. Idempotent.
   */
  readonly emailSuppressionEnd?: Maybe<EmailSuppressionPayload>;
  /** Sets the time zone by which the sending hours of an email address are counted. Idempotent. */
  readonly emailTimeZoneSet?: Maybe<EmailTimeZonePayload>;
  /**
   * Changes the status of an address by hand. To `NORMAL` it ends `EXPIRED` and `HELD`; hard bounces count anew from then on. An
   * unsubscribed or unconfirmed address comes back by `emailConsentRecord` only: `CONSENT_REQUIRED`. What is parked or held while it
   * is unsubscribed goes on showing `UNSUBSCRIBED`. Idempotent.
   */
  readonly emailStatusChange?: Maybe<EmailStatusChangePayload>;
  /**
   * Parks addresses, or ends that, each by itself. It touches only what is `NORMAL` or `EXPIRED`: what is held, unsubscribed or
   * unconfirmed is left and told. Idempotent.
   */
  readonly emailStatusChangeBulk?: Maybe<EmailStatusChangeBulkPayload>;
  /** Writes consent of an email address to the ledger. Idempotent: the same state with the same evidence is written once. */
  readonly emailConsentRecord?: Maybe<EmailConsentRecordPayload>;
  /** Sets up a source of email events. Not idempotent: a second one of the same name is refused. */
  readonly emailSourceCreate?: Maybe<EmailSourceCreatePayload>;
  /**
   * Makes a second secret valid beside the first, so that the provider can be given it while events come in. `emailSourceRetireSecret`
   * ends the older one. Idempotent: the newest secret again changes nothing; a third one is refused.
   */
  readonly emailSourceRotate?: Maybe<EmailSourceRotatePayload>;
  /** Ends the older of two secrets: what it signs is refused from then on. Idempotent: where there is one it stays. */
  readonly emailSourceRetireSecret?: Maybe<EmailSourceRetireSecretPayload>;
  /** Ends a source for good: its path answers 404 and its name is free again. What came in by it stays. Idempotent. */
  readonly emailSourceArchive?: Maybe<EmailSourceArchivePayload>;
  /** Makes a subject people can subscribe to on email, or gives it another name. Idempotent. */
  readonly emailTopicSet?: Maybe<EmailTopicSetPayload>;
  /** Internal: writes what a person chose on the preference page, or by one click. The same choices again write nothing. */
  readonly emailPreferencesSet?: Maybe<ChannelPreferences>;
  /** Internal: confirms the opt-in that a link asks about. The same token again changes nothing. */
  readonly emailConsentConfirm?: Maybe<ConsentQuestion>;
  /**
   * Asks for a message to one contact. A lasting no is answered at once as `SKIPPED` with its reason; otherwise the message waits for its
   * turn, and whether it may be sent is decided, of record, when it is claimed. Idempotent by `idempotencyKey`.
   */
  readonly emailSend?: Maybe<EmailSendPayload>;
  /**
   * Asks for messages, each to one contact: at most 1,000, each as by itself and idempotent by its own `idempotencyKey`. What is wrong with
   * one keeps no other back; its payload says it. The payloads are in the order of the inputs.
   */
  readonly emailSendEach?: Maybe<ReadonlyArray<EmailSendPayload>>;
  /** Takes a message back that waits. One that was claimed is too late for that, and the answer says so. Idempotent. */
  readonly emailSendCancel?: Maybe<EmailSendPayload>;
  /** Decides of a message on review whether it was sent. Idempotent; a decision stands. */
  readonly emailSendReviewDecide?: Maybe<EmailSendPayload>;
  /** Makes a template, or a new version of it. Idempotent: what says the same as the newest version is that version. */
  readonly emailTemplateSet?: Maybe<EmailTemplatePayload>;
  /** Makes a way by which messages leave. Not idempotent: a second one of the same name is refused. */
  readonly emailSenderCreate?: Maybe<EmailSenderPayload>;
  /** Changes a sender, for every message that is claimed from then on. Idempotent. */
  readonly emailSenderUpdate?: Maybe<EmailSenderPayload>;
  /** Ends a sender: nothing more leaves by it, and what waits for it ends as failed. Idempotent. */
  readonly emailSenderArchive?: Maybe<EmailSenderPayload>;
  /** Internal: begins a message to an audience. Idempotent by its key. */
  readonly emailCampaignBegin?: Maybe<CampaignRunPayload>;
  /** Internal: holds a message to an audience; what was claimed goes out. Idempotent while it runs. */
  readonly emailCampaignPause?: Maybe<CampaignRunPayload>;
  /** Internal: goes on with a message to an audience. Idempotent unless it is canceled. */
  readonly emailCampaignResume?: Maybe<CampaignRunPayload>;
  /** Internal: ends a message to an audience for good; what was claimed goes out. Idempotent. */
  readonly emailCampaignCancel?: Maybe<CampaignRunPayload>;
};


export type MutationEmailSettingsUpdateArgs = {
  input: EmailSettingsInput;
};


export type MutationEmailSuppressionAddArgs = {
  input: EmailSuppressionInput;
};


export type MutationEmailSuppressionEndArgs = {
  input: EmailSuppressionInput;
};


export type MutationEmailTimeZoneSetArgs = {
  input: EmailTimeZoneInput;
};


export type MutationEmailStatusChangeArgs = {
  input: EmailStatusChangeInput;
};


export type MutationEmailStatusChangeBulkArgs = {
  input: EmailStatusChangeBulkInput;
};


export type MutationEmailConsentRecordArgs = {
  input: EmailConsentInput;
};


export type MutationEmailSourceCreateArgs = {
  input: EmailSourceInput;
};


export type MutationEmailSourceRotateArgs = {
  id: Scalars['ID']['input'];
  secret: EmailSourceSecretInput;
};


export type MutationEmailSourceRetireSecretArgs = {
  id: Scalars['ID']['input'];
};


export type MutationEmailSourceArchiveArgs = {
  id: Scalars['ID']['input'];
};


export type MutationEmailTopicSetArgs = {
  key: Scalars['String']['input'];
  name: Scalars['String']['input'];
};


export type MutationEmailPreferencesSetArgs = {
  of: PreferencesOf;
  choices: ReadonlyArray<PreferenceChoice>;
  evidence: PreferenceEvidence;
};


export type MutationEmailConsentConfirmArgs = {
  token: Scalars['String']['input'];
  statedText: Scalars['String']['input'];
  statedTextVersion: Scalars['String']['input'];
  ip?: InputMaybe<Scalars['String']['input']>;
  userAgent?: InputMaybe<Scalars['String']['input']>;
};


export type MutationEmailSendArgs = {
  input: EmailSendInput;
};


export type MutationEmailSendEachArgs = {
  inputs: ReadonlyArray<EmailSendInput>;
};


export type MutationEmailSendCancelArgs = {
  id: Scalars['ID']['input'];
};


export type MutationEmailSendReviewDecideArgs = {
  id: Scalars['ID']['input'];
  decision: SendReviewDecision;
};


export type MutationEmailTemplateSetArgs = {
  input: EmailTemplateInput;
};


export type MutationEmailSenderCreateArgs = {
  input: EmailSenderInput;
};


export type MutationEmailSenderUpdateArgs = {
  input: EmailSenderUpdateInput;
};


export type MutationEmailSenderArchiveArgs = {
  id: Scalars['ID']['input'];
};


export type MutationEmailCampaignBeginArgs = {
  input: CampaignBeginInput;
};


export type MutationEmailCampaignPauseArgs = {
  key: Scalars['String']['input'];
};


export type MutationEmailCampaignResumeArgs = {
  key: Scalars['String']['input'];
};


export type MutationEmailCampaignCancelArgs = {
  key: Scalars['String']['input'];
};

/** Result of `emailTopicSet`. */
export type EmailTopicSetPayload = {
  /** The topic. Null when there are user errors. */
  readonly topic?: Maybe<Topic>;
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A way by which messages of Email leave: an account at a provider. */
export type EmailSender = {
  /** Permanent id. */
  readonly id: Scalars['ID']['output'];
  /** Name given by the account. */
  readonly name: Scalars['String']['output'];
  /** The provider, in capitals: `OUTBOX` or `SMTP`. What goes out by `OUTBOX` stays on this machine and is read by `emailOutbox`. */
  readonly provider: Scalars['String']['output'];
  /** Most messages a second, over everything that is sent by it. */
  readonly perSecond: Scalars['Int']['output'];
  /** When it was archived, in UTC. Null while it is in use. */
  readonly archivedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A sender to create. */
export type EmailSenderInput = {
  /** Name, unique on the channel: 1 to 60 lower-case letters, digits and dashes. */
  readonly name: Scalars['String']['input'];
  /** The provider, in capitals: `OUTBOX` or `SMTP`. */
  readonly provider: Scalars['String']['input'];
  /** What the provider needs to know, as its documentation names it: an object, empty for `OUTBOX`. Kept sealed and never readable again. */
  readonly settings: Scalars['JSON']['input'];
  /** Most messages a second, 1 to 10,000. Default: what the provider commonly allows. */
  readonly perSecond?: InputMaybe<Scalars['Int']['input']>;
};

/** Changes of a sender. What is not given stays as it is. */
export type EmailSenderUpdateInput = {
  /** The sender. */
  readonly id: Scalars['ID']['input'];
  /** All settings anew, as they cannot be read. */
  readonly settings?: InputMaybe<Scalars['JSON']['input']>;
  /** Most messages a second, 1 to 10,000. */
  readonly perSecond?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of `emailSenderCreate`, `emailSenderUpdate` and `emailSenderArchive`. */
export type EmailSenderPayload = {
  /** The sender. Null when there are user errors. */
  readonly sender?: Maybe<EmailSender>;
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What an email says. */
export type EmailContentInput = {
  /** The subject. */
  readonly subject: Scalars['String']['input'];
  /** The HTML part. One of the two parts at least is given. */
  readonly html?: InputMaybe<Scalars['String']['input']>;
  /** The plain-text part. Default: made out of the HTML part. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** False: links stay as they are, and neither opens nor clicks are told by us. True: links of the HTML part lead through us, and a picture tells of opens. */
  readonly track?: Scalars['Boolean']['input'];
};

/** What messages say, under a key: its newest version. */
export type EmailTemplate = {
  /** Permanent key. */
  readonly key: Scalars['String']['output'];
  /** Name for people. */
  readonly name: Scalars['String']['output'];
  /** From 1 on; every change makes a new one, and a version never changes. */
  readonly version: Scalars['Int']['output'];
  /** Its parts, as they were given. */
  readonly content: Scalars['JSON']['output'];
  /**
   * Names of the fields that it merges: keys of the account's fields, `display_name`, `tags`, kinds of identifiers in lower case such as
   * `email`, of which the primary one is taken, and whatever `variables` give.
   */
  readonly fields: ReadonlyArray<Scalars['String']['output']>;
  /** What a field does that a contact lacks. */
  readonly whenMissing: MissingField;
  /** When this version was made, in UTC. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Who made it, for example `key:<id>`. */
  readonly createdBy: Scalars['String']['output'];
};

/** A template. */
export type EmailTemplateInput = {
  /** Permanent key: 1 to 60 lower-case letters, digits and dashes. */
  readonly key: Scalars['String']['input'];
  /** Name for people, at most 200 characters. */
  readonly name: Scalars['String']['input'];
  /** What it says. */
  readonly content: EmailContentInput;
  /** What a field does that a contact lacks. */
  readonly whenMissing?: MissingField;
};

/** Result of `emailTemplateSet`. */
export type EmailTemplatePayload = {
  /** The template. Null when there are user errors. */
  readonly template?: Maybe<EmailTemplate>;
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A text as a contact would get it. */
export type EmailPreview = {
  /** The message as it would be handed to the provider. Null where fields are missing that it cannot do without. */
  readonly content?: Maybe<Scalars['JSON']['output']>;
  /** Names of the fields that the text merges. */
  readonly fields: ReadonlyArray<Scalars['String']['output']>;
  /** Those that the contact lacks and the text has no other words for. */
  readonly missing: ReadonlyArray<Scalars['String']['output']>;
};

/** A message to send. Exactly one of `template` and `content` is given. */
export type EmailSendInput = {
  /** The contact, by any of its ids. Its primary address is found when the message is claimed. */
  readonly contactId: Scalars['ID']['input'];
  /** Key of the template; its newest version is taken. */
  readonly template?: InputMaybe<Scalars['String']['input']>;
  /** What it says, for a message that has no template. */
  readonly content?: InputMaybe<EmailContentInput>;
  /** Key of the topic. Default: a message of no topic. */
  readonly topic?: InputMaybe<Scalars['String']['input']>;
  /** Id of the sender. Default: the only one in use. */
  readonly sender?: InputMaybe<Scalars['ID']['input']>;
  /** Values for the text beside the contact's own, which they go before: an object of at most 10,000 characters as JSON. */
  readonly variables?: InputMaybe<Scalars['JSON']['input']>;
  /** Not to be sent before. Default: at once. */
  readonly notBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /**
   * Unique for what is asked, at most 200 characters: the same input again is answered with the same message, another input with
   * `IDEMPOTENCY_MISMATCH`. Kept for good. One that begins with `wf:` is refused: such keys are those of workflows.
   */
  readonly idempotencyKey: Scalars['String']['input'];
};

/** Result of `emailSend`, of each input of `emailSendEach`, of `emailSendCancel` and `emailSendReviewDecide`. */
export type EmailSendPayload = {
  /** The message. Null when there are user errors. */
  readonly send?: Maybe<EmailSend>;
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A message that was asked for: queued, decided, claimed and handed over, each with its reason. */
export type EmailSend = {
  /** Permanent id. */
  readonly id: Scalars['ID']['output'];
  /** How far it is. */
  readonly state: SendState;
  /** The contact it was asked for; after a merge the survivor answers for it. */
  readonly contact: Contact;
  /** When it was asked for, in UTC. */
  readonly queuedAt: Scalars['DateTime']['output'];
  /** Who asked for it, for example `key:<id>`. */
  readonly queuedBy: Scalars['String']['output'];
  /** While it waits: not before when it is tried, in UTC. Null in every other state. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** The decision when it was queued, which only a lasting no ends at once. */
  readonly earlyDecision?: Maybe<SendDecision>;
  /** When it was claimed last, in UTC. Null: never. */
  readonly claimedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The decision of record: what was checked in the transaction that claimed the message, or skipped it. Null before that. */
  readonly decision?: Maybe<SendDecision>;
  /** The rule that spoke against it. Null unless it was skipped. */
  readonly skippedBecause?: Maybe<SendRule>;
  /** When it reached a final state, in UTC. Null before that. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How often the provider was asked to take it and put it off. */
  readonly attempts: Scalars['Int']['output'];
  /** The provider's code where it refused the message or put it off last; `MISSING_FIELDS` where the text lacks what it needs, `HOST_NOT_ALLOWED` where the sender leads into the network we run in. */
  readonly errorCode?: Maybe<Scalars['String']['output']>;
  /** What the provider said of it, at most 500 characters, with the addresses in it masked. Null where nothing was said. */
  readonly errorDetail?: Maybe<Scalars['String']['output']>;
  /** The address it went to, as given. Null before its claim, and without the scope. */
  readonly address?: Maybe<Scalars['String']['output']>;
  /** What it was written with. Null where its text was given with the message. */
  readonly template?: Maybe<SendTemplate>;
  /** The topic. Null: of no topic. */
  readonly topic?: Maybe<Topic>;
  /** Name of the campaign. Null where it was sent by itself. */
  readonly campaign?: Maybe<Scalars['String']['output']>;
  /** What became of it since the provider has it. Null before that. */
  readonly message?: Maybe<EmailMessage>;
};

/** One page of messages that were asked for, newest first. */
export type EmailSendConnection = {
  /** The messages of this page. */
  readonly nodes: ReadonlyArray<EmailSend>;
  /** The messages of this page, each with its cursor. */
  readonly edges: ReadonlyArray<EmailSendEdge>;
  /** Whether there is more, and where it starts. */
  readonly pageInfo: PageInfo;
};

/** A message that was asked for, and its place in the list. */
export type EmailSendEdge = {
  /** Place in the list; pass it as `after` to continue behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The message. */
  readonly node: EmailSend;
};

/** A message that went out by `OUTBOX`: it is kept here and nowhere else. */
export type EmailOutboxMessage = {
  /** The message that was asked for. */
  readonly send: EmailSend;
  /** When it was handed over, in UTC. */
  readonly at: Scalars['DateTime']['output'];
  /** The address it was for. */
  readonly to: Scalars['String']['output'];
  /** The message as a provider would have got it. */
  readonly content: Scalars['JSON']['output'];
};

/** One page of the outbox, newest first. */
export type EmailOutboxConnection = {
  /** The messages of this page. */
  readonly nodes: ReadonlyArray<EmailOutboxMessage>;
  /** The messages of this page, each with its cursor. */
  readonly edges: ReadonlyArray<EmailOutboxEdge>;
  /** Whether there is more, and where it starts. */
  readonly pageInfo: PageInfo;
};

/** A message of the outbox and its place in the list. */
export type EmailOutboxEdge = {
  /** Place in the list; pass it as `after` to continue behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The message. */
  readonly node: EmailOutboxMessage;
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
  ChannelProfile: ( EmailProfileModel );
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Partial<Scalars['DateTime']['output']>>;
  Duration: ResolverTypeWrapper<Partial<Scalars['Duration']['output']>>;
  JSON: ResolverTypeWrapper<Partial<Scalars['JSON']['output']>>;
  ChannelName: ResolverTypeWrapper<Partial<Scalars['ChannelName']['output']>>;
  Contact: ResolverTypeWrapper<Partial<Omit<Contact, 'email'> & { email?: Maybe<ResolversTypes['EmailProfile']> }>>;
  ID: ResolverTypeWrapper<Partial<Scalars['ID']['output']>>;
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
  Int: ResolverTypeWrapper<Partial<Scalars['Int']['output']>>;
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
  SourceCounts: ResolverTypeWrapper<SourceCountsModel>;
  SkippedEvent: ResolverTypeWrapper<SkippedEventModel>;
  SendState: ResolverTypeWrapper<Partial<SendState>>;
  SendReviewDecision: ResolverTypeWrapper<Partial<SendReviewDecision>>;
  MissingField: ResolverTypeWrapper<Partial<MissingField>>;
  SendTemplate: ResolverTypeWrapper<Partial<SendTemplate>>;
  CampaignRunState: ResolverTypeWrapper<Partial<CampaignRunState>>;
  CampaignBeginInput: ResolverTypeWrapper<Partial<CampaignBeginInput>>;
  CampaignRun: ResolverTypeWrapper<CampaignRunModel>;
  SendStateCount: ResolverTypeWrapper<Partial<SendStateCount>>;
  SkippedCount: ResolverTypeWrapper<Partial<SkippedCount>>;
  CampaignRunPayload: ResolverTypeWrapper<Partial<Omit<CampaignRunPayload, 'progress'> & { progress?: Maybe<ResolversTypes['CampaignRun']> }>>;
  Activity: ResolverTypeWrapper<Partial<Activity>>;
  ActivityPosition: ResolverTypeWrapper<Partial<ActivityPosition>>;
  ContactBits: ResolverTypeWrapper<Partial<Scalars['ContactBits']['output']>>;
  Words: ResolverTypeWrapper<Partial<Scalars['Words']['output']>>;
  ChannelTimeZones: ResolverTypeWrapper<Partial<ChannelTimeZones>>;
  LeafAudience: ResolverTypeWrapper<LeafAudienceModel>;
  LeafFact: ResolverTypeWrapper<Partial<LeafFact>>;
  EmailProfile: ResolverTypeWrapper<EmailProfileModel>;
  EmailMessage: ResolverTypeWrapper<EmailMessageModel>;
  EmailMessageStatus: ResolverTypeWrapper<Partial<EmailMessageStatus>>;
  EmailBounce: ResolverTypeWrapper<Partial<EmailBounce>>;
  LinkClicks: ResolverTypeWrapper<Partial<LinkClicks>>;
  EmailMessageConnection: ResolverTypeWrapper<Partial<Omit<EmailMessageConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversTypes['EmailMessage']>, edges: Array<ResolversTypes['EmailMessageEdge']> }>>;
  EmailMessageEdge: ResolverTypeWrapper<Partial<Omit<EmailMessageEdge, 'node'> & { node: ResolversTypes['EmailMessage'] }>>;
  EmailAddress: ResolverTypeWrapper<EmailAddressModel>;
  EmailStatus: ResolverTypeWrapper<Partial<EmailStatus>>;
  EmailConsent: ResolverTypeWrapper<EmailConsentModel>;
  EmailConsentConnection: ResolverTypeWrapper<Partial<Omit<EmailConsentConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversTypes['EmailConsent']>, edges: Array<ResolversTypes['EmailConsentEdge']> }>>;
  EmailConsentEdge: ResolverTypeWrapper<Partial<Omit<EmailConsentEdge, 'node'> & { node: ResolversTypes['EmailConsent'] }>>;
  EmailEngagement: ResolverTypeWrapper<Partial<EmailEngagement>>;
  EmailActivityKind: ResolverTypeWrapper<Partial<EmailActivityKind>>;
  EmailConsentInput: ResolverTypeWrapper<Partial<EmailConsentInput>>;
  EmailConsentRecordPayload: ResolverTypeWrapper<Partial<Omit<EmailConsentRecordPayload, 'consent'> & { consent?: Maybe<ResolversTypes['EmailConsent']> }>>;
  EmailProvider: ResolverTypeWrapper<Partial<EmailProvider>>;
  EmailSource: ResolverTypeWrapper<EmailSourceModel>;
  EmailSourceInput: ResolverTypeWrapper<Partial<EmailSourceInput>>;
  EmailSourceSecretInput: ResolverTypeWrapper<Partial<EmailSourceSecretInput>>;
  EmailSourceCreatePayload: ResolverTypeWrapper<Partial<Omit<EmailSourceCreatePayload, 'source'> & { source?: Maybe<ResolversTypes['EmailSource']> }>>;
  EmailSourceRotatePayload: ResolverTypeWrapper<Partial<Omit<EmailSourceRotatePayload, 'source'> & { source?: Maybe<ResolversTypes['EmailSource']> }>>;
  EmailSourceRetireSecretPayload: ResolverTypeWrapper<Partial<Omit<EmailSourceRetireSecretPayload, 'source'> & { source?: Maybe<ResolversTypes['EmailSource']> }>>;
  EmailSourceArchivePayload: ResolverTypeWrapper<Partial<Omit<EmailSourceArchivePayload, 'source'> & { source?: Maybe<ResolversTypes['EmailSource']> }>>;
  EmailPredicate: ResolverTypeWrapper<Partial<EmailPredicate>>;
  EmailStatusWindow: ResolverTypeWrapper<Partial<EmailStatusWindow>>;
  EmailDid: ResolverTypeWrapper<Partial<EmailDid>>;
  EmailPropertyCondition: ResolverTypeWrapper<Partial<EmailPropertyCondition>>;
  EmailConsentCondition: ResolverTypeWrapper<Partial<EmailConsentCondition>>;
  EmailSettings: ResolverTypeWrapper<Partial<EmailSettings>>;
  EmailSettingsInput: ResolverTypeWrapper<Partial<EmailSettingsInput>>;
  EmailSettingsUpdatePayload: ResolverTypeWrapper<Partial<EmailSettingsUpdatePayload>>;
  EmailSuppressionInput: ResolverTypeWrapper<Partial<EmailSuppressionInput>>;
  EmailSuppressionPayload: ResolverTypeWrapper<Partial<EmailSuppressionPayload>>;
  EmailTimeZoneInput: ResolverTypeWrapper<Partial<EmailTimeZoneInput>>;
  EmailTimeZonePayload: ResolverTypeWrapper<Partial<EmailTimeZonePayload>>;
  EmailStatusTarget: ResolverTypeWrapper<Partial<EmailStatusTarget>>;
  EmailStatusChangeInput: ResolverTypeWrapper<Partial<EmailStatusChangeInput>>;
  EmailStatusChangePayload: ResolverTypeWrapper<Partial<Omit<EmailStatusChangePayload, 'address'> & { address?: Maybe<ResolversTypes['EmailAddress']> }>>;
  EmailStatusChangeBulkInput: ResolverTypeWrapper<Partial<EmailStatusChangeBulkInput>>;
  EmailStatusChangeOutcome: ResolverTypeWrapper<Partial<EmailStatusChangeOutcome>>;
  EmailStatusChangeBulkPayload: ResolverTypeWrapper<Partial<EmailStatusChangeBulkPayload>>;
  EmailCampaign: ResolverTypeWrapper<EmailCampaignModel>;
  EmailCampaignEngagement: ResolverTypeWrapper<EmailCampaignEngagementModel>;
  EmailCampaignConnection: ResolverTypeWrapper<Partial<Omit<EmailCampaignConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversTypes['EmailCampaign']>, edges: Array<ResolversTypes['EmailCampaignEdge']> }>>;
  EmailCampaignEdge: ResolverTypeWrapper<Partial<Omit<EmailCampaignEdge, 'node'> & { node: ResolversTypes['EmailCampaign'] }>>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  EmailTopicSetPayload: ResolverTypeWrapper<Partial<EmailTopicSetPayload>>;
  EmailSender: ResolverTypeWrapper<EmailSenderModel>;
  EmailSenderInput: ResolverTypeWrapper<Partial<EmailSenderInput>>;
  EmailSenderUpdateInput: ResolverTypeWrapper<Partial<EmailSenderUpdateInput>>;
  EmailSenderPayload: ResolverTypeWrapper<Partial<Omit<EmailSenderPayload, 'sender'> & { sender?: Maybe<ResolversTypes['EmailSender']> }>>;
  EmailContentInput: ResolverTypeWrapper<Partial<EmailContentInput>>;
  EmailTemplate: ResolverTypeWrapper<EmailTemplateModel>;
  EmailTemplateInput: ResolverTypeWrapper<Partial<EmailTemplateInput>>;
  EmailTemplatePayload: ResolverTypeWrapper<Partial<Omit<EmailTemplatePayload, 'template'> & { template?: Maybe<ResolversTypes['EmailTemplate']> }>>;
  EmailPreview: ResolverTypeWrapper<EmailPreviewModel>;
  EmailSendInput: ResolverTypeWrapper<Partial<EmailSendInput>>;
  EmailSendPayload: ResolverTypeWrapper<Partial<Omit<EmailSendPayload, 'send'> & { send?: Maybe<ResolversTypes['EmailSend']> }>>;
  EmailSend: ResolverTypeWrapper<EmailSendModel>;
  EmailSendConnection: ResolverTypeWrapper<Partial<Omit<EmailSendConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversTypes['EmailSend']>, edges: Array<ResolversTypes['EmailSendEdge']> }>>;
  EmailSendEdge: ResolverTypeWrapper<Partial<Omit<EmailSendEdge, 'node'> & { node: ResolversTypes['EmailSend'] }>>;
  EmailOutboxMessage: ResolverTypeWrapper<EmailOutboxMessageModel>;
  EmailOutboxConnection: ResolverTypeWrapper<Partial<Omit<EmailOutboxConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversTypes['EmailOutboxMessage']>, edges: Array<ResolversTypes['EmailOutboxEdge']> }>>;
  EmailOutboxEdge: ResolverTypeWrapper<Partial<Omit<EmailOutboxEdge, 'node'> & { node: ResolversTypes['EmailOutboxMessage'] }>>;
  String: ResolverTypeWrapper<Partial<Scalars['String']['output']>>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Partial<Scalars['DateTime']['output']>;
  Duration: Partial<Scalars['Duration']['output']>;
  JSON: Partial<Scalars['JSON']['output']>;
  ChannelName: Partial<Scalars['ChannelName']['output']>;
  Contact: Partial<Omit<Contact, 'email'> & { email?: Maybe<ResolversParentTypes['EmailProfile']> } | FederationReferenceTypes['Contact']>;
  ID: Partial<Scalars['ID']['output']>;
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
  Int: Partial<Scalars['Int']['output']>;
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
  SourceCounts: SourceCountsModel;
  SkippedEvent: SkippedEventModel;
  SendTemplate: Partial<SendTemplate>;
  CampaignBeginInput: Partial<CampaignBeginInput>;
  CampaignRun: CampaignRunModel;
  SendStateCount: Partial<SendStateCount>;
  SkippedCount: Partial<SkippedCount>;
  CampaignRunPayload: Partial<Omit<CampaignRunPayload, 'progress'> & { progress?: Maybe<ResolversParentTypes['CampaignRun']> }>;
  Activity: Partial<Activity>;
  ActivityPosition: Partial<ActivityPosition>;
  ContactBits: Partial<Scalars['ContactBits']['output']>;
  Words: Partial<Scalars['Words']['output']>;
  ChannelTimeZones: Partial<ChannelTimeZones>;
  LeafAudience: LeafAudienceModel;
  LeafFact: Partial<LeafFact>;
  EmailProfile: EmailProfileModel;
  EmailMessage: EmailMessageModel;
  EmailBounce: Partial<EmailBounce>;
  LinkClicks: Partial<LinkClicks>;
  EmailMessageConnection: Partial<Omit<EmailMessageConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversParentTypes['EmailMessage']>, edges: Array<ResolversParentTypes['EmailMessageEdge']> }>;
  EmailMessageEdge: Partial<Omit<EmailMessageEdge, 'node'> & { node: ResolversParentTypes['EmailMessage'] }>;
  EmailAddress: EmailAddressModel;
  EmailConsent: EmailConsentModel;
  EmailConsentConnection: Partial<Omit<EmailConsentConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversParentTypes['EmailConsent']>, edges: Array<ResolversParentTypes['EmailConsentEdge']> }>;
  EmailConsentEdge: Partial<Omit<EmailConsentEdge, 'node'> & { node: ResolversParentTypes['EmailConsent'] }>;
  EmailEngagement: Partial<EmailEngagement>;
  EmailConsentInput: Partial<EmailConsentInput>;
  EmailConsentRecordPayload: Partial<Omit<EmailConsentRecordPayload, 'consent'> & { consent?: Maybe<ResolversParentTypes['EmailConsent']> }>;
  EmailSource: EmailSourceModel;
  EmailSourceInput: Partial<EmailSourceInput>;
  EmailSourceSecretInput: Partial<EmailSourceSecretInput>;
  EmailSourceCreatePayload: Partial<Omit<EmailSourceCreatePayload, 'source'> & { source?: Maybe<ResolversParentTypes['EmailSource']> }>;
  EmailSourceRotatePayload: Partial<Omit<EmailSourceRotatePayload, 'source'> & { source?: Maybe<ResolversParentTypes['EmailSource']> }>;
  EmailSourceRetireSecretPayload: Partial<Omit<EmailSourceRetireSecretPayload, 'source'> & { source?: Maybe<ResolversParentTypes['EmailSource']> }>;
  EmailSourceArchivePayload: Partial<Omit<EmailSourceArchivePayload, 'source'> & { source?: Maybe<ResolversParentTypes['EmailSource']> }>;
  EmailPredicate: Partial<EmailPredicate>;
  EmailStatusWindow: Partial<EmailStatusWindow>;
  EmailDid: Partial<EmailDid>;
  EmailPropertyCondition: Partial<EmailPropertyCondition>;
  EmailConsentCondition: Partial<EmailConsentCondition>;
  EmailSettings: Partial<EmailSettings>;
  EmailSettingsInput: Partial<EmailSettingsInput>;
  EmailSettingsUpdatePayload: Partial<EmailSettingsUpdatePayload>;
  EmailSuppressionInput: Partial<EmailSuppressionInput>;
  EmailSuppressionPayload: Partial<EmailSuppressionPayload>;
  EmailTimeZoneInput: Partial<EmailTimeZoneInput>;
  EmailTimeZonePayload: Partial<EmailTimeZonePayload>;
  EmailStatusChangeInput: Partial<EmailStatusChangeInput>;
  EmailStatusChangePayload: Partial<Omit<EmailStatusChangePayload, 'address'> & { address?: Maybe<ResolversParentTypes['EmailAddress']> }>;
  EmailStatusChangeBulkInput: Partial<EmailStatusChangeBulkInput>;
  EmailStatusChangeOutcome: Partial<EmailStatusChangeOutcome>;
  EmailStatusChangeBulkPayload: Partial<EmailStatusChangeBulkPayload>;
  EmailCampaign: EmailCampaignModel;
  EmailCampaignEngagement: EmailCampaignEngagementModel;
  EmailCampaignConnection: Partial<Omit<EmailCampaignConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversParentTypes['EmailCampaign']>, edges: Array<ResolversParentTypes['EmailCampaignEdge']> }>;
  EmailCampaignEdge: Partial<Omit<EmailCampaignEdge, 'node'> & { node: ResolversParentTypes['EmailCampaign'] }>;
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  EmailTopicSetPayload: Partial<EmailTopicSetPayload>;
  EmailSender: EmailSenderModel;
  EmailSenderInput: Partial<EmailSenderInput>;
  EmailSenderUpdateInput: Partial<EmailSenderUpdateInput>;
  EmailSenderPayload: Partial<Omit<EmailSenderPayload, 'sender'> & { sender?: Maybe<ResolversParentTypes['EmailSender']> }>;
  EmailContentInput: Partial<EmailContentInput>;
  EmailTemplate: EmailTemplateModel;
  EmailTemplateInput: Partial<EmailTemplateInput>;
  EmailTemplatePayload: Partial<Omit<EmailTemplatePayload, 'template'> & { template?: Maybe<ResolversParentTypes['EmailTemplate']> }>;
  EmailPreview: EmailPreviewModel;
  EmailSendInput: Partial<EmailSendInput>;
  EmailSendPayload: Partial<Omit<EmailSendPayload, 'send'> & { send?: Maybe<ResolversParentTypes['EmailSend']> }>;
  EmailSend: EmailSendModel;
  EmailSendConnection: Partial<Omit<EmailSendConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversParentTypes['EmailSend']>, edges: Array<ResolversParentTypes['EmailSendEdge']> }>;
  EmailSendEdge: Partial<Omit<EmailSendEdge, 'node'> & { node: ResolversParentTypes['EmailSend'] }>;
  EmailOutboxMessage: EmailOutboxMessageModel;
  EmailOutboxConnection: Partial<Omit<EmailOutboxConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversParentTypes['EmailOutboxMessage']>, edges: Array<ResolversParentTypes['EmailOutboxEdge']> }>;
  EmailOutboxEdge: Partial<Omit<EmailOutboxEdge, 'node'> & { node: ResolversParentTypes['EmailOutboxMessage'] }>;
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
  email?: Resolver<Maybe<ResolversTypes['EmailProfile']>, ParentType, ContextType>;
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
  __resolveType: TypeResolveFn<'EmailProfile', ParentType, ContextType>;
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

export type EmailProfileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailProfile'] = ResolversParentTypes['EmailProfile']> = {
  channel?: Resolver<ResolversTypes['ChannelName'], ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['EmailStatus'], ParentType, ContextType>;
  addresses?: Resolver<Array<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  canSend?: Resolver<ResolversTypes['SendDecision'], ParentType, ContextType, Partial<EmailProfileCanSendArgs>>;
  consents?: Resolver<Array<ResolversTypes['EmailConsent']>, ParentType, ContextType, Partial<EmailProfileConsentsArgs>>;
  consentHistory?: Resolver<ResolversTypes['EmailConsentConnection'], ParentType, ContextType, RequireFields<EmailProfileConsentHistoryArgs, 'first'>>;
  preferences?: Resolver<Array<ResolversTypes['TopicPreference']>, ParentType, ContextType>;
  unsubscribeUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<EmailProfileUnsubscribeUrlArgs>>;
  preferencesUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  engagement?: Resolver<ResolversTypes['EmailEngagement'], ParentType, ContextType, RequireFields<EmailProfileEngagementArgs, 'includeMachine'>>;
  lastEngagedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  messages?: Resolver<ResolversTypes['EmailMessageConnection'], ParentType, ContextType, RequireFields<EmailProfileMessagesArgs, 'first'>>;
  sends?: Resolver<ResolversTypes['EmailSendConnection'], ParentType, ContextType, RequireFields<EmailProfileSendsArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmailMessageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailMessage'] = ResolversParentTypes['EmailMessage']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  campaign?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['EmailMessageStatus'], ParentType, ContextType>;
  firstAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  deliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  opens?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firstOpenedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  clicks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  links?: Resolver<Array<ResolversTypes['LinkClicks']>, ParentType, ContextType>;
  machineOpens?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  machineClicks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  bounce?: Resolver<Maybe<ResolversTypes['EmailBounce']>, ParentType, ContextType>;
  complainedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  unsubscribedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type EmailBounceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailBounce'] = ResolversParentTypes['EmailBounce']> = {
  hard?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LinkClicksResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LinkClicks'] = ResolversParentTypes['LinkClicks']> = {
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  clicks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type EmailMessageConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailMessageConnection'] = ResolversParentTypes['EmailMessageConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['EmailMessage']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['EmailMessageEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type EmailMessageEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailMessageEdge'] = ResolversParentTypes['EmailMessageEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['EmailMessage'], ParentType, ContextType>;
};

export type EmailAddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailAddress'] = ResolversParentTypes['EmailAddress']> = {
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['EmailStatus'], ParentType, ContextType>;
  consecutiveHardBounces?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EmailConsentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailConsent'] = ResolversParentTypes['EmailConsent']> = {
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  topic?: Resolver<Maybe<ResolversTypes['Topic']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ConsentState'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  method?: Resolver<ResolversTypes['ConsentMethod'], ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['ConsentEvidence'], ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  retractedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  confirmation?: Resolver<Maybe<ResolversTypes['ConsentConfirmation']>, ParentType, ContextType>;
};

export type EmailConsentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailConsentConnection'] = ResolversParentTypes['EmailConsentConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['EmailConsent']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['EmailConsentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type EmailConsentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailConsentEdge'] = ResolversParentTypes['EmailConsentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['EmailConsent'], ParentType, ContextType>;
};

export type EmailEngagementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailEngagement'] = ResolversParentTypes['EmailEngagement']> = {
  sends?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  deliveries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  opens?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  clicks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  bounces?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  complaints?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unsubscribes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  machineOpens?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  machineClicks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastEngagedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type EmailConsentRecordPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailConsentRecordPayload'] = ResolversParentTypes['EmailConsentRecordPayload']> = {
  consent?: Resolver<Maybe<ResolversTypes['EmailConsent']>, ParentType, ContextType>;
  confirmation?: Resolver<Maybe<ResolversTypes['ConsentConfirmation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EmailSourceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailSource'] = ResolversParentTypes['EmailSource']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['EmailProvider'], ParentType, ContextType>;
  webhookPath?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastEventAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  rotating?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  archivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  counts?: Resolver<ResolversTypes['SourceCounts'], ParentType, ContextType>;
  skippedEvents?: Resolver<Array<ResolversTypes['SkippedEvent']>, ParentType, ContextType>;
};

export type EmailSourceCreatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailSourceCreatePayload'] = ResolversParentTypes['EmailSourceCreatePayload']> = {
  source?: Resolver<Maybe<ResolversTypes['EmailSource']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EmailSourceRotatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailSourceRotatePayload'] = ResolversParentTypes['EmailSourceRotatePayload']> = {
  source?: Resolver<Maybe<ResolversTypes['EmailSource']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EmailSourceRetireSecretPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailSourceRetireSecretPayload'] = ResolversParentTypes['EmailSourceRetireSecretPayload']> = {
  source?: Resolver<Maybe<ResolversTypes['EmailSource']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EmailSourceArchivePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailSourceArchivePayload'] = ResolversParentTypes['EmailSourceArchivePayload']> = {
  source?: Resolver<Maybe<ResolversTypes['EmailSource']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EmailSettingsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailSettings'] = ResolversParentTypes['EmailSettings']> = {
  heldAfter?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sendingHours?: Resolver<Maybe<ResolversTypes['DayHours']>, ParentType, ContextType>;
  regionHours?: Resolver<Array<ResolversTypes['RegionHours']>, ParentType, ContextType>;
  frequencyCaps?: Resolver<Array<ResolversTypes['FrequencyCap']>, ParentType, ContextType>;
  doubleOptIn?: Resolver<ResolversTypes['DoubleOptIn'], ParentType, ContextType>;
};

export type EmailSettingsUpdatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailSettingsUpdatePayload'] = ResolversParentTypes['EmailSettingsUpdatePayload']> = {
  settings?: Resolver<Maybe<ResolversTypes['EmailSettings']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EmailSuppressionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailSuppressionPayload'] = ResolversParentTypes['EmailSuppressionPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EmailTimeZonePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailTimeZonePayload'] = ResolversParentTypes['EmailTimeZonePayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EmailStatusChangePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailStatusChangePayload'] = ResolversParentTypes['EmailStatusChangePayload']> = {
  address?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EmailStatusChangeOutcomeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailStatusChangeOutcome'] = ResolversParentTypes['EmailStatusChangeOutcome']> = {
  address?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  changed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EmailStatusChangeBulkPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailStatusChangeBulkPayload'] = ResolversParentTypes['EmailStatusChangeBulkPayload']> = {
  outcomes?: Resolver<Maybe<Array<ResolversTypes['EmailStatusChangeOutcome']>>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EmailCampaignResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailCampaign'] = ResolversParentTypes['EmailCampaign']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  firstDay?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastDay?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  engagement?: Resolver<ResolversTypes['EmailCampaignEngagement'], ParentType, ContextType>;
};

export type EmailCampaignEngagementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailCampaignEngagement'] = ResolversParentTypes['EmailCampaignEngagement']> = {
  messages?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sends?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  deliveries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  opens?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  uniqueOpens?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  clicks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  uniqueClicks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  links?: Resolver<Array<ResolversTypes['LinkClicks']>, ParentType, ContextType>;
  hardBounces?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  softBounces?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  complaints?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unsubscribes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  machineOpens?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  machineClicks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EmailCampaignConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailCampaignConnection'] = ResolversParentTypes['EmailCampaignConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['EmailCampaign']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['EmailCampaignEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type EmailCampaignEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailCampaignEdge'] = ResolversParentTypes['EmailCampaignEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['EmailCampaign'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  emailSettings?: Resolver<Maybe<ResolversTypes['EmailSettings']>, ParentType, ContextType>;
  emailCampaigns?: Resolver<Maybe<ResolversTypes['EmailCampaignConnection']>, ParentType, ContextType, RequireFields<QueryEmailCampaignsArgs, 'first'>>;
  emailCampaign?: Resolver<Maybe<ResolversTypes['EmailCampaign']>, ParentType, ContextType, RequireFields<QueryEmailCampaignArgs, 'name'>>;
  emailSources?: Resolver<Maybe<Array<ResolversTypes['EmailSource']>>, ParentType, ContextType, RequireFields<QueryEmailSourcesArgs, 'archived'>>;
  emailAudience?: Resolver<Maybe<Array<ResolversTypes['LeafAudience']>>, ParentType, ContextType, RequireFields<QueryEmailAudienceArgs, 'predicates'>>;
  emailLastEngaged?: Resolver<Maybe<ResolversTypes['Words']>, ParentType, ContextType, RequireFields<QueryEmailLastEngagedArgs, 'among'>>;
  emailActivity?: Resolver<Maybe<Array<ResolversTypes['Activity']>>, ParentType, ContextType, RequireFields<QueryEmailActivityArgs, 'contactIds' | 'first'>>;
  emailTopics?: Resolver<Maybe<Array<ResolversTypes['Topic']>>, ParentType, ContextType>;
  emailPreferences?: Resolver<Maybe<ResolversTypes['ChannelPreferences']>, ParentType, ContextType, RequireFields<QueryEmailPreferencesArgs, 'of'>>;
  emailConsentQuestion?: Resolver<Maybe<ResolversTypes['ConsentQuestion']>, ParentType, ContextType, RequireFields<QueryEmailConsentQuestionArgs, 'token'>>;
  emailSenders?: Resolver<Maybe<Array<ResolversTypes['EmailSender']>>, ParentType, ContextType, RequireFields<QueryEmailSendersArgs, 'archived'>>;
  emailTemplates?: Resolver<Maybe<Array<ResolversTypes['EmailTemplate']>>, ParentType, ContextType>;
  emailTemplate?: Resolver<Maybe<ResolversTypes['EmailTemplate']>, ParentType, ContextType, RequireFields<QueryEmailTemplateArgs, 'key'>>;
  emailTemplatePreview?: Resolver<Maybe<ResolversTypes['EmailPreview']>, ParentType, ContextType, RequireFields<QueryEmailTemplatePreviewArgs, 'contactId'>>;
  emailSend?: Resolver<Maybe<ResolversTypes['EmailSend']>, ParentType, ContextType, RequireFields<QueryEmailSendArgs, 'id'>>;
  emailSends?: Resolver<Maybe<ResolversTypes['EmailSendConnection']>, ParentType, ContextType, RequireFields<QueryEmailSendsArgs, 'first'>>;
  emailOutbox?: Resolver<Maybe<ResolversTypes['EmailOutboxConnection']>, ParentType, ContextType, RequireFields<QueryEmailOutboxArgs, 'first'>>;
  emailTimeZones?: Resolver<Maybe<Array<Maybe<ResolversTypes['ChannelTimeZones']>>>, ParentType, ContextType, RequireFields<QueryEmailTimeZonesArgs, 'contactIds'>>;
  emailSendProblems?: Resolver<Maybe<Array<Maybe<ResolversTypes['String']>>>, ParentType, ContextType, RequireFields<QueryEmailSendProblemsArgs, 'inputs'>>;
  emailCampaignProgress?: Resolver<Maybe<Array<ResolversTypes['CampaignRun']>>, ParentType, ContextType, RequireFields<QueryEmailCampaignProgressArgs, 'keys'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  emailSettingsUpdate?: Resolver<Maybe<ResolversTypes['EmailSettingsUpdatePayload']>, ParentType, ContextType, RequireFields<MutationEmailSettingsUpdateArgs, 'input'>>;
  emailSuppressionAdd?: Resolver<Maybe<ResolversTypes['EmailSuppressionPayload']>, ParentType, ContextType, RequireFields<MutationEmailSuppressionAddArgs, 'input'>>;
  emailSuppressionEnd?: Resolver<Maybe<ResolversTypes['EmailSuppressionPayload']>, ParentType, ContextType, RequireFields<MutationEmailSuppressionEndArgs, 'input'>>;
  emailTimeZoneSet?: Resolver<Maybe<ResolversTypes['EmailTimeZonePayload']>, ParentType, ContextType, RequireFields<MutationEmailTimeZoneSetArgs, 'input'>>;
  emailStatusChange?: Resolver<Maybe<ResolversTypes['EmailStatusChangePayload']>, ParentType, ContextType, RequireFields<MutationEmailStatusChangeArgs, 'input'>>;
  emailStatusChangeBulk?: Resolver<Maybe<ResolversTypes['EmailStatusChangeBulkPayload']>, ParentType, ContextType, RequireFields<MutationEmailStatusChangeBulkArgs, 'input'>>;
  emailConsentRecord?: Resolver<Maybe<ResolversTypes['EmailConsentRecordPayload']>, ParentType, ContextType, RequireFields<MutationEmailConsentRecordArgs, 'input'>>;
  emailSourceCreate?: Resolver<Maybe<ResolversTypes['EmailSourceCreatePayload']>, ParentType, ContextType, RequireFields<MutationEmailSourceCreateArgs, 'input'>>;
  emailSourceRotate?: Resolver<Maybe<ResolversTypes['EmailSourceRotatePayload']>, ParentType, ContextType, RequireFields<MutationEmailSourceRotateArgs, 'id' | 'secret'>>;
  emailSourceRetireSecret?: Resolver<Maybe<ResolversTypes['EmailSourceRetireSecretPayload']>, ParentType, ContextType, RequireFields<MutationEmailSourceRetireSecretArgs, 'id'>>;
  emailSourceArchive?: Resolver<Maybe<ResolversTypes['EmailSourceArchivePayload']>, ParentType, ContextType, RequireFields<MutationEmailSourceArchiveArgs, 'id'>>;
  emailTopicSet?: Resolver<Maybe<ResolversTypes['EmailTopicSetPayload']>, ParentType, ContextType, RequireFields<MutationEmailTopicSetArgs, 'key' | 'name'>>;
  emailPreferencesSet?: Resolver<Maybe<ResolversTypes['ChannelPreferences']>, ParentType, ContextType, RequireFields<MutationEmailPreferencesSetArgs, 'of' | 'choices' | 'evidence'>>;
  emailConsentConfirm?: Resolver<Maybe<ResolversTypes['ConsentQuestion']>, ParentType, ContextType, RequireFields<MutationEmailConsentConfirmArgs, 'token' | 'statedText' | 'statedTextVersion'>>;
  emailSend?: Resolver<Maybe<ResolversTypes['EmailSendPayload']>, ParentType, ContextType, RequireFields<MutationEmailSendArgs, 'input'>>;
  emailSendEach?: Resolver<Maybe<Array<ResolversTypes['EmailSendPayload']>>, ParentType, ContextType, RequireFields<MutationEmailSendEachArgs, 'inputs'>>;
  emailSendCancel?: Resolver<Maybe<ResolversTypes['EmailSendPayload']>, ParentType, ContextType, RequireFields<MutationEmailSendCancelArgs, 'id'>>;
  emailSendReviewDecide?: Resolver<Maybe<ResolversTypes['EmailSendPayload']>, ParentType, ContextType, RequireFields<MutationEmailSendReviewDecideArgs, 'id' | 'decision'>>;
  emailTemplateSet?: Resolver<Maybe<ResolversTypes['EmailTemplatePayload']>, ParentType, ContextType, RequireFields<MutationEmailTemplateSetArgs, 'input'>>;
  emailSenderCreate?: Resolver<Maybe<ResolversTypes['EmailSenderPayload']>, ParentType, ContextType, RequireFields<MutationEmailSenderCreateArgs, 'input'>>;
  emailSenderUpdate?: Resolver<Maybe<ResolversTypes['EmailSenderPayload']>, ParentType, ContextType, RequireFields<MutationEmailSenderUpdateArgs, 'input'>>;
  emailSenderArchive?: Resolver<Maybe<ResolversTypes['EmailSenderPayload']>, ParentType, ContextType, RequireFields<MutationEmailSenderArchiveArgs, 'id'>>;
  emailCampaignBegin?: Resolver<Maybe<ResolversTypes['CampaignRunPayload']>, ParentType, ContextType, RequireFields<MutationEmailCampaignBeginArgs, 'input'>>;
  emailCampaignPause?: Resolver<Maybe<ResolversTypes['CampaignRunPayload']>, ParentType, ContextType, RequireFields<MutationEmailCampaignPauseArgs, 'key'>>;
  emailCampaignResume?: Resolver<Maybe<ResolversTypes['CampaignRunPayload']>, ParentType, ContextType, RequireFields<MutationEmailCampaignResumeArgs, 'key'>>;
  emailCampaignCancel?: Resolver<Maybe<ResolversTypes['CampaignRunPayload']>, ParentType, ContextType, RequireFields<MutationEmailCampaignCancelArgs, 'key'>>;
};

export type EmailTopicSetPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailTopicSetPayload'] = ResolversParentTypes['EmailTopicSetPayload']> = {
  topic?: Resolver<Maybe<ResolversTypes['Topic']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EmailSenderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailSender'] = ResolversParentTypes['EmailSender']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  perSecond?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  archivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type EmailSenderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailSenderPayload'] = ResolversParentTypes['EmailSenderPayload']> = {
  sender?: Resolver<Maybe<ResolversTypes['EmailSender']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EmailTemplateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailTemplate'] = ResolversParentTypes['EmailTemplate']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  content?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  fields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  whenMissing?: Resolver<ResolversTypes['MissingField'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EmailTemplatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailTemplatePayload'] = ResolversParentTypes['EmailTemplatePayload']> = {
  template?: Resolver<Maybe<ResolversTypes['EmailTemplate']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EmailPreviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailPreview'] = ResolversParentTypes['EmailPreview']> = {
  content?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  fields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  missing?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EmailSendPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailSendPayload'] = ResolversParentTypes['EmailSendPayload']> = {
  send?: Resolver<Maybe<ResolversTypes['EmailSend']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EmailSendResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailSend'] = ResolversParentTypes['EmailSend']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SendState'], ParentType, ContextType>;
  contact?: Resolver<ResolversTypes['Contact'], ParentType, ContextType>;
  queuedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  queuedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  earlyDecision?: Resolver<Maybe<ResolversTypes['SendDecision']>, ParentType, ContextType>;
  claimedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['SendDecision']>, ParentType, ContextType>;
  skippedBecause?: Resolver<Maybe<ResolversTypes['SendRule']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  errorCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  errorDetail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  template?: Resolver<Maybe<ResolversTypes['SendTemplate']>, ParentType, ContextType>;
  topic?: Resolver<Maybe<ResolversTypes['Topic']>, ParentType, ContextType>;
  campaign?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['EmailMessage']>, ParentType, ContextType>;
};

export type EmailSendConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailSendConnection'] = ResolversParentTypes['EmailSendConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['EmailSend']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['EmailSendEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type EmailSendEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailSendEdge'] = ResolversParentTypes['EmailSendEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['EmailSend'], ParentType, ContextType>;
};

export type EmailOutboxMessageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailOutboxMessage'] = ResolversParentTypes['EmailOutboxMessage']> = {
  send?: Resolver<ResolversTypes['EmailSend'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  content?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type EmailOutboxConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailOutboxConnection'] = ResolversParentTypes['EmailOutboxConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['EmailOutboxMessage']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['EmailOutboxEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type EmailOutboxEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmailOutboxEdge'] = ResolversParentTypes['EmailOutboxEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['EmailOutboxMessage'], ParentType, ContextType>;
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
  EmailProfile?: EmailProfileResolvers<ContextType>;
  EmailMessage?: EmailMessageResolvers<ContextType>;
  EmailBounce?: EmailBounceResolvers<ContextType>;
  LinkClicks?: LinkClicksResolvers<ContextType>;
  EmailMessageConnection?: EmailMessageConnectionResolvers<ContextType>;
  EmailMessageEdge?: EmailMessageEdgeResolvers<ContextType>;
  EmailAddress?: EmailAddressResolvers<ContextType>;
  EmailConsent?: EmailConsentResolvers<ContextType>;
  EmailConsentConnection?: EmailConsentConnectionResolvers<ContextType>;
  EmailConsentEdge?: EmailConsentEdgeResolvers<ContextType>;
  EmailEngagement?: EmailEngagementResolvers<ContextType>;
  EmailConsentRecordPayload?: EmailConsentRecordPayloadResolvers<ContextType>;
  EmailSource?: EmailSourceResolvers<ContextType>;
  EmailSourceCreatePayload?: EmailSourceCreatePayloadResolvers<ContextType>;
  EmailSourceRotatePayload?: EmailSourceRotatePayloadResolvers<ContextType>;
  EmailSourceRetireSecretPayload?: EmailSourceRetireSecretPayloadResolvers<ContextType>;
  EmailSourceArchivePayload?: EmailSourceArchivePayloadResolvers<ContextType>;
  EmailSettings?: EmailSettingsResolvers<ContextType>;
  EmailSettingsUpdatePayload?: EmailSettingsUpdatePayloadResolvers<ContextType>;
  EmailSuppressionPayload?: EmailSuppressionPayloadResolvers<ContextType>;
  EmailTimeZonePayload?: EmailTimeZonePayloadResolvers<ContextType>;
  EmailStatusChangePayload?: EmailStatusChangePayloadResolvers<ContextType>;
  EmailStatusChangeOutcome?: EmailStatusChangeOutcomeResolvers<ContextType>;
  EmailStatusChangeBulkPayload?: EmailStatusChangeBulkPayloadResolvers<ContextType>;
  EmailCampaign?: EmailCampaignResolvers<ContextType>;
  EmailCampaignEngagement?: EmailCampaignEngagementResolvers<ContextType>;
  EmailCampaignConnection?: EmailCampaignConnectionResolvers<ContextType>;
  EmailCampaignEdge?: EmailCampaignEdgeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  EmailTopicSetPayload?: EmailTopicSetPayloadResolvers<ContextType>;
  EmailSender?: EmailSenderResolvers<ContextType>;
  EmailSenderPayload?: EmailSenderPayloadResolvers<ContextType>;
  EmailTemplate?: EmailTemplateResolvers<ContextType>;
  EmailTemplatePayload?: EmailTemplatePayloadResolvers<ContextType>;
  EmailPreview?: EmailPreviewResolvers<ContextType>;
  EmailSendPayload?: EmailSendPayloadResolvers<ContextType>;
  EmailSend?: EmailSendResolvers<ContextType>;
  EmailSendConnection?: EmailSendConnectionResolvers<ContextType>;
  EmailSendEdge?: EmailSendEdgeResolvers<ContextType>;
  EmailOutboxMessage?: EmailOutboxMessageResolvers<ContextType>;
  EmailOutboxConnection?: EmailOutboxConnectionResolvers<ContextType>;
  EmailOutboxEdge?: EmailOutboxEdgeResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  auth?: AuthDirectiveResolver<any, any, ContextType>;
};
