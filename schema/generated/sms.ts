// Written by the codegen step out of the SDL.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { SmsProfileModel, SmsConsentModel, SmsNumberModel, SmsSourceModel, SourceCountsModel, SkippedEventModel, LeafAudienceModel, SmsRevocationReviewModel, SmsMessageModel, SmsSenderModel, SmsTemplateModel, SmsPreviewModel, SmsSendModel, SmsOutboxMessageModel, CampaignRunModel } from '../../subgraphs/sms/src/models.ts';
import type { Context } from '../../subgraphs/sms/src/context.ts';
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
  /** What is known of the contact on SMS. Null when the contact has no mobile number, or when SMS cannot answer (see `errors`). */
  readonly sms?: Maybe<SmsProfile>;
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

/** A contact on SMS. Where it has several numbers, `number`, `status` and `canSend` speak of the primary one. */
export type SmsProfile = ChannelProfile & {
  /** Always `SMS`. */
  readonly channel: Scalars['ChannelName']['output'];
  /** Primary mobile number in E.164, for example `+15005550006`. Null without the scope. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** State of the primary number. */
  readonly status: SmsStatus;
  /** All mobile numbers of the contact, primary first. */
  readonly numbers: ReadonlyArray<SmsNumber>;
  /**
   * Whether the contact may be texted now, or at another moment, with every rule checked in order.
   * Each send asks the same question. Reading it changes nothing.
   */
  readonly canSend: SendDecision;
  /** Current consent of each number and topic. Without an entry nothing was ever asked. */
  readonly consents: ReadonlyArray<SmsConsent>;
  /** Every entry of the consent ledger, newest first. */
  readonly consentHistory: SmsConsentConnection;
  /** What the contact chose in the preference center, one entry per topic of the account. */
  readonly preferences: ReadonlyArray<TopicPreference>;
  /**
   * Address of the preference page for messages to the primary number: of whoever has that number when the link is followed. Works
   * for 90 days; afterwards it can only be used to unsubscribe. Whoever has it can change what the contact receives on every channel.
   */
  readonly preferencesUrl?: Maybe<Scalars['String']['output']>;
  /** How the contact reacted to SMS, over all numbers. */
  readonly engagement: SmsEngagement;
  /** Last time the person clicked or replied, in UTC. Null when never. */
  readonly lastEngagedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Texts to and from the contact over all numbers, newest first, as a phone shows them from below. */
  readonly conversation: SmsMessageConnection;
  /** Messages that were asked for the contact, newest first, sent or not, each with its reason. */
  readonly sends: SmsSendConnection;
};


/** A contact on SMS. Where it has several numbers, `number`, `status` and `canSend` speak of the primary one. */
export type SmsProfileCanSendArgs = {
  topic?: InputMaybe<Scalars['String']['input']>;
  at?: InputMaybe<Scalars['DateTime']['input']>;
};


/** A contact on SMS. Where it has several numbers, `number`, `status` and `canSend` speak of the primary one. */
export type SmsProfileConsentsArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
};


/** A contact on SMS. Where it has several numbers, `number`, `status` and `canSend` speak of the primary one. */
export type SmsProfileConsentHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A contact on SMS. Where it has several numbers, `number`, `status` and `canSend` speak of the primary one. */
export type SmsProfileEngagementArgs = {
  within?: InputMaybe<Scalars['Duration']['input']>;
};


/** A contact on SMS. Where it has several numbers, `number`, `status` and `canSend` speak of the primary one. */
export type SmsProfileConversationArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A contact on SMS. Where it has several numbers, `number`, `status` and `canSend` speak of the primary one. */
export type SmsProfileSendsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A text and what became of it. */
export type SmsMessage = {
  /** The provider's id of the message. */
  readonly id: Scalars['ID']['output'];
  /** Who wrote it. */
  readonly direction: SmsDirection;
  /** The contact's number, E.164. Null without the scope. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** The text. Null without the scope, and where the provider's events do not tell it. */
  readonly body?: Maybe<Scalars['String']['output']>;
  /** When it was first heard of, in UTC: its place in the list. */
  readonly at: Scalars['DateTime']['output'];
  /** How far it came. Events may come late and in any order; a message never goes back. */
  readonly status: SmsMessageStatus;
  /** The provider's code where it failed. Null when it did not. */
  readonly errorCode?: Maybe<Scalars['String']['output']>;
  /** Clicks by the person on its links. */
  readonly clicks: Scalars['Int']['output'];
};

/** Who wrote a text. */
export type SmsDirection =
  /** The account, to the contact. */
  | 'OUTBOUND'
  /** The contact, to the account. */
  | 'INBOUND';

/** How far a text came. */
export type SmsMessageStatus =
  /** Handed to the network. */
  | 'SENT'
  /** Not delivered, for good. */
  | 'FAILED'
  /** On the person's phone. */
  | 'DELIVERED'
  /** Written by the person. */
  | 'RECEIVED';

/** One page of texts, newest first. */
export type SmsMessageConnection = {
  /** The texts of this page. */
  readonly nodes: ReadonlyArray<SmsMessage>;
  /** The texts of this page, each with its cursor. */
  readonly edges: ReadonlyArray<SmsMessageEdge>;
  /** Whether there is more, and where it starts. */
  readonly pageInfo: PageInfo;
};

/** A text and its place in the list. */
export type SmsMessageEdge = {
  /** Place in the list; pass it as `after` to continue behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The text. */
  readonly node: SmsMessage;
};

/** One mobile number of a contact. */
export type SmsNumber = {
  /** The number in E.164. Null without the scope. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** State of the number. */
  readonly status: SmsStatus;
};

/** States of a mobile number. */
export type SmsStatus =
  /** Consent is given. */
  | 'SUBSCRIBED'
  /** The person sent STOP or opted out otherwise, and consents to no topic. */
  | 'UNSUBSCRIBED'
  /** Opt-in was asked and is not confirmed. */
  | 'PENDING'
  /** No consent was ever given: nothing was asked, or the question ran out. */
  | 'NEVER_SUBSCRIBED'
  /** The number cannot receive messages, or staff has parked it. */
  | 'UNDELIVERABLE';

/** Consent of a mobile number for a topic. */
export type SmsConsent = {
  /** The number it was given at, E.164; it stays there through merges. Null without the scope. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** The topic. Null: the whole channel, as after STOP. */
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
export type SmsConsentConnection = {
  /** The entries of this page. */
  readonly nodes: ReadonlyArray<SmsConsent>;
  /** The entries of this page, each with its cursor. */
  readonly edges: ReadonlyArray<SmsConsentEdge>;
  /** Whether there is more, and where it starts. */
  readonly pageInfo: PageInfo;
};

/** A ledger entry and its place in the list. */
export type SmsConsentEdge = {
  /** Place in the list; pass it as `after` to continue behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: SmsConsent;
};

/** Counts of SMS activity. Each event counts once. */
export type SmsEngagement = {
  /** Messages handed to the provider. */
  readonly sends: Scalars['Int']['output'];
  /** Messages that reached the phone. */
  readonly deliveries: Scalars['Int']['output'];
  /** Messages that did not. */
  readonly failures: Scalars['Int']['output'];
  /** Clicks by the person on links of messages. */
  readonly clicks: Scalars['Int']['output'];
  /** Replies, key words included. */
  readonly replies: Scalars['Int']['output'];
  /** Opt-outs. */
  readonly unsubscribes: Scalars['Int']['output'];
  /** Last click or reply within the time asked, in UTC. Null when none. */
  readonly lastEngagedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Kinds of SMS activity. */
export type SmsActivityKind =
  /** Handed to the provider. */
  | 'SEND'
  /** Reached the phone. */
  | 'DELIVERED'
  /** Did not reach the phone. */
  | 'FAILED'
  /** A link was clicked. */
  | 'CLICK'
  /** The person replied. */
  | 'REPLY'
  /** The person opted out. */
  | 'UNSUBSCRIBE'
  /** The person read it. Only RCS and WhatsApp tell. */
  | 'READ';

/** Consent to write to the ledger. */
export type SmsConsentInput = {
  /** The number, international or in the account's region. It need not belong to a contact yet. */
  readonly number: Scalars['String']['input'];
  /** Key of the topic. Default: the whole channel. */
  readonly topic?: InputMaybe<Scalars['String']['input']>;
  /** The new state. A `GRANTED` by `FORM` or `API` becomes `PENDING` where the settings demand double opt-in. */
  readonly state: ConsentState;
  /** What proves it. */
  readonly evidence: ConsentEvidenceInput;
  /** When it ends by itself. Default: never; a `PENDING` ends after the time the double opt-in of the settings gives it. */
  readonly validUntil?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Result of `smsConsentRecord`. */
export type SmsConsentRecordPayload = {
  /** Consent as it is now; it may be older than what came in. Null when there are user errors. */
  readonly consent?: Maybe<SmsConsent>;
  /** What the message that asks for a confirmation must carry. Null when nothing waits to be confirmed. */
  readonly confirmation?: Maybe<ConsentConfirmation>;
  /** Why nothing was written. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Providers whose SMS events are understood. */
export type SmsProvider =
  /** Twilio Messaging. */
  | 'TWILIO';

/** Where SMS events and replies come from. */
export type SmsSource = {
  /** Permanent id. */
  readonly id: Scalars['ID']['output'];
  /** Name given by the account; part of the path. */
  readonly name: Scalars['String']['output'];
  /** The provider. */
  readonly provider: SmsProvider;
  /** Path on this host to set at the provider, for example `/webhooks/sms/twilio/main-k3G7QAe51F`. */
  readonly webhookPath: Scalars['String']['output'];
  /** When the last genuine event came in, in UTC. Null when none has. */
  readonly lastEventAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether a second secret is valid beside the first: since `smsSourceRotate` and until `smsSourceRetireSecret`. */
  readonly rotating: Scalars['Boolean']['output'];
  /** When it was archived, in UTC. Null while it is in use. */
  readonly archivedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How much came in. */
  readonly counts: SourceCounts;
  /** Events that are no activity here, the most frequent first. */
  readonly skippedEvents: ReadonlyArray<SkippedEvent>;
};

/** A source to create. */
export type SmsSourceInput = {
  /** Name, unique on SMS among the account's sources in use: 1 to 60 lower-case letters, digits and dashes. */
  readonly name: Scalars['String']['input'];
  /** The provider. */
  readonly provider: SmsProvider;
  /** What the provider signs with. Never readable again. */
  readonly secret: SmsSourceSecretInput;
};

/** Secret of a source. */
export type SmsSourceSecretInput = {
  /** Twilio: auth token of the account. */
  readonly authToken?: InputMaybe<Scalars['String']['input']>;
};

/** Result of `smsSourceCreate`. */
export type SmsSourceCreatePayload = {
  /** The source. Null when there are user errors. */
  readonly source?: Maybe<SmsSource>;
  /** Why nothing was created. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Result of `smsSourceRotate`. */
export type SmsSourceRotatePayload = {
  /** The source, with two valid secrets. Null when there are user errors. */
  readonly source?: Maybe<SmsSource>;
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Result of `smsSourceRetireSecret`. */
export type SmsSourceRetireSecretPayload = {
  /** The source, with one valid secret. Null when there are user errors. */
  readonly source?: Maybe<SmsSource>;
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Result of `smsSourceArchive`. */
export type SmsSourceArchivePayload = {
  /** The source. Null when there are user errors. */
  readonly source?: Maybe<SmsSource>;
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What must be so on sms. All conditions given hold together; a contact without a number matches none of them but `canSend: false` and `canSendNow: false`. */
export type SmsPredicate = {
  /** Each of these was done. */
  readonly did?: InputMaybe<ReadonlyArray<SmsDid>>;
  /** Status of the primary address is one of these. */
  readonly status?: InputMaybe<ReadonlyArray<SmsStatus>>;
  /**
   * The status, one of `status` where that is given, began within a window and holds since without a break. When it began counts as
   * something that happened: it is told as evidence, and counts in scores and in `together`.
   */
  readonly statusSince?: InputMaybe<SmsStatusWindow>;
  /** True: may be messaged now, sending hours and frequency caps aside. False: may not. */
  readonly canSend?: InputMaybe<Scalars['Boolean']['input']>;
  /** True: may be messaged at this very moment, sending hours and frequency caps included. False: may not. */
  readonly canSendNow?: InputMaybe<Scalars['Boolean']['input']>;
  /** Consent holds for the primary address: for the topic of this key, or for the whole channel. */
  readonly consent?: InputMaybe<SmsConsentCondition>;
};

/**
 * When a status began: the earliest moment since which `status` is what it is now, asked about any moment. It follows from consent, the
 * lists of those not to be messaged, hard bounces and what staff stated together, each from when it happened, however late it became
 * known, and by the settings of today. What does not change the status does not count, as another bounce of a held address; nor does
 * a merge: the primary address counts by its own history. A status that nothing brought about, as that of an address of which nothing
 * was ever said, began in no window, and a contact without an address has none: neither matches.
 */
export type SmsStatusWindow = {
  /** No longer ago than this, counted back from the moment asked, by whole seconds. */
  readonly within: Scalars['Duration']['input'];
};

/** SMS activity a number of times. */
export type SmsDid = {
  /** Any of these kinds. */
  readonly kinds: ReadonlyArray<SmsActivityKind>;
  /** How far back from now. Default: ever. */
  readonly within?: InputMaybe<Scalars['Duration']['input']>;
  /** At least so many times, 1 or more. */
  readonly atLeast?: Scalars['Int']['input'];
  /** Only activity with this property. */
  readonly property?: InputMaybe<SmsPropertyCondition>;
};

/** A property of the activity. */
export type SmsPropertyCondition = {
  /** Name of the property, for example `campaign` or `url`. */
  readonly key: Scalars['String']['input'];
  /** Its value, matched exactly. */
  readonly equals: Scalars['String']['input'];
};

/** Consent that must hold. */
export type SmsConsentCondition = {
  /** Key of the topic. Default: the whole channel. */
  readonly topic?: InputMaybe<Scalars['String']['input']>;
  /** True: it must be given. False: it must not. */
  readonly given?: Scalars['Boolean']['input'];
};

/** What the account has set on sms. */
export type SmsSettings = {
  /** When messages are sent, by the recipient's clock. Null: at any hour. */
  readonly sendingHours?: Maybe<DayHours>;
  /** Regions with narrower hours. */
  readonly regionHours: ReadonlyArray<RegionHours>;
  /** How often a contact may be messaged; all hold together. */
  readonly frequencyCaps: ReadonlyArray<FrequencyCap>;
  /** Where consent must be confirmed. */
  readonly doubleOptIn: DoubleOptIn;
  /** Words that stop, beside those that stop on every account. In capitals, without signs and accents. */
  readonly stopWords: ReadonlyArray<Scalars['String']['output']>;
  /** Words that subscribe again, beside those that do on every account. */
  readonly startWords: ReadonlyArray<Scalars['String']['output']>;
  /** Words that ask for help, beside those that do on every account. */
  readonly helpWords: ReadonlyArray<Scalars['String']['output']>;
  /** Words that subscribe whoever texts them to a topic. */
  readonly joinWords: ReadonlyArray<SmsJoinWord>;
  /** Answer to HELP. Null: the platform's own. */
  readonly helpText?: Maybe<Scalars['String']['output']>;
};

/** Settings of sms. What is not given stays as it is. */
export type SmsSettingsInput = {
  /**
   * When messages are sent, by the recipient's clock: set by hand, else every zone of the number's area code or country,
   * else the account's. Null: at any hour. Preset: `08:00` to `21:00`. Answers to key words are exempt.
   */
  readonly sendingHours?: InputMaybe<DayHoursInput>;
  /** Regions with narrower hours, at most 100. Replaces the list. Preset: none. */
  readonly regionHours?: InputMaybe<ReadonlyArray<RegionHoursInput>>;
  /** How often a contact may be messaged, at most 5; all hold together. Replaces the list. Preset: none. */
  readonly frequencyCaps?: InputMaybe<ReadonlyArray<FrequencyCapInput>>;
  /** Where consent must be confirmed. */
  readonly doubleOptIn?: InputMaybe<DoubleOptInInput>;
  /**
   * Words that stop beside those that stop on every account, which none can take away: at most 50 of at most 30 characters.
   * Compared in capitals, without signs and accents; a word means one thing. Replaces the list.
   */
  readonly stopWords?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Words that subscribe again, as `stopWords`. */
  readonly startWords?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Words that ask for help, as `stopWords`. */
  readonly helpWords?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Words that subscribe to a topic, as `stopWords`. The text is the evidence. */
  readonly joinWords?: InputMaybe<ReadonlyArray<SmsJoinWordInput>>;
  /** Answer to HELP, at most 320 characters. Null: the platform's own. */
  readonly helpText?: InputMaybe<Scalars['String']['input']>;
};

/** A word that subscribes whoever texts it to a topic. */
export type SmsJoinWord = {
  /** The word, in capitals. */
  readonly word: Scalars['String']['output'];
  /** Key of the topic. */
  readonly topic: Scalars['String']['output'];
};

/** A word that subscribes to a topic. */
export type SmsJoinWordInput = {
  /** The word, for example `DEALS`. */
  readonly word: Scalars['String']['input'];
  /** Key of the topic. */
  readonly topic: Scalars['String']['input'];
};

/** Result of `smsSettingsUpdate`. */
export type SmsSettingsUpdatePayload = {
  /** The settings. Null when there are user errors. */
  readonly settings?: Maybe<SmsSettings>;
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** An address to suppress, or to end that. */
export type SmsSuppressionInput = {
  /** The mobile number. */
  readonly number: Scalars['String']['input'];
  /** Why, in 1 to 500 characters; it is kept. */
  readonly reason: Scalars['String']['input'];
};

/** Result of `smsSuppressionAdd` and `smsSuppressionEnd`. */
export type SmsSuppressionPayload = {
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The time zone of an address. */
export type SmsTimeZoneInput = {
  /** The mobile number. */
  readonly number: Scalars['String']['input'];
  /** IANA name, for example `America/Chicago`. Null: derived again. */
  readonly timeZone?: InputMaybe<Scalars['String']['input']>;
};

/** Result of `smsTimeZoneSet`. */
export type SmsTimeZonePayload = {
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A text that was taken for a revocation of consent. It took effect at once; somebody reads it afterwards. */
export type SmsRevocationReview = {
  /** Permanent id. */
  readonly id: Scalars['ID']['output'];
  /** The number it came from, E.164. Null without the scope. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** The text. Null without the scope. */
  readonly statedText?: Maybe<Scalars['String']['output']>;
  /** When it came in, in UTC. */
  readonly occurredAt: Scalars['DateTime']['output'];
  /** How it was decided. Null while it waits. */
  readonly decision?: Maybe<SmsRevocationDecision>;
  /** When it was decided, in UTC. Null while it waits. */
  readonly decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why it was decided so. Null while it waits. */
  readonly reason?: Maybe<Scalars['String']['output']>;
};

/** Ways of deciding what was taken for a revocation. */
export type SmsRevocationDecision =
  /** It was one: what it ended stays ended. */
  | 'APPROVED'
  /**
   * It was none: its entry in the ledger and its suppression count for nothing from now on. What held before it holds again, and no
   * more than that; what the person said since stands. The opt-out stays in the activity.
   */
  | 'REJECTED';

/** One page of revocations on review. */
export type SmsRevocationReviewConnection = {
  /** The reviews of this page. */
  readonly nodes: ReadonlyArray<SmsRevocationReview>;
  /** The reviews of this page, each with its cursor. */
  readonly edges: ReadonlyArray<SmsRevocationReviewEdge>;
  /** Whether there is more, and where it starts. */
  readonly pageInfo: PageInfo;
};

/** A review and its place in the list. */
export type SmsRevocationReviewEdge = {
  /** Place in the list; pass it as `after` to continue behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The review. */
  readonly node: SmsRevocationReview;
};

/** A decision. */
export type SmsRevocationReviewInput = {
  /** Id of the review. */
  readonly id: Scalars['ID']['input'];
  /** The decision. */
  readonly decision: SmsRevocationDecision;
  /** Why, in 1 to 500 characters; it is kept. */
  readonly reason: Scalars['String']['input'];
};

/** Result of `smsRevocationReviewDecide`. */
export type SmsRevocationReviewPayload = {
  /** The review. Null when there are user errors. */
  readonly review?: Maybe<SmsRevocationReview>;
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

export type Query = {
  /** What the account has set on sms. */
  readonly smsSettings?: Maybe<SmsSettings>;
  /** Texts that were taken for a revocation and wait to be read, oldest first. */
  readonly smsRevocationReviews?: Maybe<SmsRevocationReviewConnection>;
  /** Where SMS events come from, by name. */
  readonly smsSources?: Maybe<ReadonlyArray<SmsSource>>;
  /** Internal: contacts that match each of the sms conditions, in the order asked. */
  readonly smsAudience?: Maybe<ReadonlyArray<LeafAudience>>;
  /** Internal: when contacts engaged last by SMS, each of them once: number of the contact and second since 1970 in turns. */
  readonly smsLastEngaged?: Maybe<Scalars['Words']['output']>;
  /** Internal: SMS activity of each contact for the timeline, newest first, at most `first` of each. */
  readonly smsActivity?: Maybe<ReadonlyArray<Activity>>;
  /** The subjects people can subscribe to on SMS, by key. */
  readonly smsTopics?: Maybe<ReadonlyArray<Topic>>;
  /** Internal: what the preference page shows of SMS. Null without an address there. */
  readonly smsPreferences?: Maybe<ChannelPreferences>;
  /** Internal: the opt-in that a link asks about. Null when the token is none of ours. */
  readonly smsConsentQuestion?: Maybe<ConsentQuestion>;
  /** Ways by which messages leave, by name. */
  readonly smsSenders?: Maybe<ReadonlyArray<SmsSender>>;
  /** The newest version of each template, by key. */
  readonly smsTemplates?: Maybe<ReadonlyArray<SmsTemplate>>;
  /** One template. Null for a key the account does not have. */
  readonly smsTemplate?: Maybe<SmsTemplate>;
  /** A text as a contact would get it, and what it lacks. Exactly one of `key` and `content` is given. Nothing is sent. */
  readonly smsTemplatePreview?: Maybe<SmsPreview>;
  /** One message that was asked for. Null for an id the account does not have. */
  readonly smsSend?: Maybe<SmsSend>;
  /** Messages that were asked for, newest first. */
  readonly smsSends?: Maybe<SmsSendConnection>;
  /** Messages that went out by `OUTBOX`, newest first. */
  readonly smsOutbox?: Maybe<SmsOutboxConnection>;
  /** Internal: what is known of where contacts are, at most 1,000, in the order asked; null for one without an address here. */
  readonly smsTimeZones?: Maybe<ReadonlyArray<Maybe<ChannelTimeZones>>>;
  /** Internal: what keeps messages like each of these from being sent to anybody, in one sentence and in the order asked; null: nothing. The contacts are not looked at. */
  readonly smsSendProblems?: Maybe<ReadonlyArray<Maybe<Scalars['String']['output']>>>;
  /** Internal: how far messages to audiences are. Keys nobody began are absent; no order. */
  readonly smsCampaignProgress?: Maybe<ReadonlyArray<CampaignRun>>;
};


export type QuerySmsRevocationReviewsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QuerySmsSourcesArgs = {
  archived?: Scalars['Boolean']['input'];
};


export type QuerySmsAudienceArgs = {
  predicates: ReadonlyArray<SmsPredicate>;
  contactIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};


export type QuerySmsLastEngagedArgs = {
  among: Scalars['ContactBits']['input'];
};


export type QuerySmsActivityArgs = {
  contactIds: ReadonlyArray<Scalars['ID']['input']>;
  first: Scalars['Int']['input'];
  before?: InputMaybe<ActivityPosition>;
};


export type QuerySmsPreferencesArgs = {
  of: PreferencesOf;
};


export type QuerySmsConsentQuestionArgs = {
  token: Scalars['String']['input'];
};


export type QuerySmsSendersArgs = {
  archived?: Scalars['Boolean']['input'];
};


export type QuerySmsTemplateArgs = {
  key: Scalars['String']['input'];
  version?: InputMaybe<Scalars['Int']['input']>;
};


export type QuerySmsTemplatePreviewArgs = {
  key?: InputMaybe<Scalars['String']['input']>;
  content?: InputMaybe<SmsContentInput>;
  contactId: Scalars['ID']['input'];
  variables?: InputMaybe<Scalars['JSON']['input']>;
};


export type QuerySmsSendArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySmsSendsArgs = {
  state?: InputMaybe<ReadonlyArray<SendState>>;
  campaign?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QuerySmsOutboxArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QuerySmsTimeZonesArgs = {
  contactIds: ReadonlyArray<Scalars['ID']['input']>;
};


export type QuerySmsSendProblemsArgs = {
  inputs: ReadonlyArray<SmsSendInput>;
};


export type QuerySmsCampaignProgressArgs = {
  keys: ReadonlyArray<Scalars['String']['input']>;
};

export type Mutation = {
  /** Changes settings of sms. What is not given stays as it is. Idempotent. */
  readonly smsSettingsUpdate?: Maybe<SmsSettingsUpdatePayload>;
  /** Suppresses a mobile number by hand, known or not: nothing is sent to it until that is ended. Idempotent while it holds for the same reason. */
  readonly smsSuppressionAdd?: Maybe<SmsSuppressionPayload>;
  /**
   * Ends suppression by hand and as invalid. What the person did ends otherwise: an unsubscribe or STOP by new evidence of consent, an opt-out at the provider by START, a
   * complaint never; asked to end only such, it answers `SUPPRESSED`. Idempotent.
   */
  readonly smsSuppressionEnd?: Maybe<SmsSuppressionPayload>;
  /** Sets the time zone by which the sending hours of a mobile number are counted. Idempotent. */
  readonly smsTimeZoneSet?: Maybe<SmsTimeZonePayload>;
  /** Decides whether a text was a revocation. Idempotent; a decision stands. */
  readonly smsRevocationReviewDecide?: Maybe<SmsRevocationReviewPayload>;
  /** Writes consent of a mobile number to the ledger. Idempotent: the same state with the same evidence is written once. */
  readonly smsConsentRecord?: Maybe<SmsConsentRecordPayload>;
  /** Sets up a source of SMS events. Not idempotent: a second one of the same name is refused. */
  readonly smsSourceCreate?: Maybe<SmsSourceCreatePayload>;
  /**
   * Makes a second secret valid beside the first, so that the provider can be given it while events come in. `smsSourceRetireSecret`
   * ends the older one. Idempotent: the newest secret again changes nothing; a third one is refused.
   */
  readonly smsSourceRotate?: Maybe<SmsSourceRotatePayload>;
  /** Ends the older of two secrets: what it signs is refused from then on. Idempotent: where there is one it stays. */
  readonly smsSourceRetireSecret?: Maybe<SmsSourceRetireSecretPayload>;
  /** Ends a source for good: its path answers 404 and its name is free again. What came in by it stays. Idempotent. */
  readonly smsSourceArchive?: Maybe<SmsSourceArchivePayload>;
  /** Makes a subject people can subscribe to on SMS, or gives it another name. Idempotent. */
  readonly smsTopicSet?: Maybe<SmsTopicSetPayload>;
  /** Internal: writes what a person chose on the preference page, or by one click. The same choices again write nothing. */
  readonly smsPreferencesSet?: Maybe<ChannelPreferences>;
  /** Internal: confirms the opt-in that a link asks about. The same token again changes nothing. */
  readonly smsConsentConfirm?: Maybe<ConsentQuestion>;
  /**
   * Asks for a message to one contact. A lasting no is answered at once as `SKIPPED` with its reason; otherwise the message waits for its
   * turn, and whether it may be sent is decided, of record, when it is claimed. Idempotent by `idempotencyKey`.
   */
  readonly smsSend?: Maybe<SmsSendPayload>;
  /**
   * Asks for messages, each to one contact: at most 1,000, each as by itself and idempotent by its own `idempotencyKey`. What is wrong with
   * one keeps no other back; its payload says it. The payloads are in the order of the inputs.
   */
  readonly smsSendEach?: Maybe<ReadonlyArray<SmsSendPayload>>;
  /** Takes a message back that waits. One that was claimed is too late for that, and the answer says so. Idempotent. */
  readonly smsSendCancel?: Maybe<SmsSendPayload>;
  /** Decides of a message on review whether it was sent. Idempotent; a decision stands. */
  readonly smsSendReviewDecide?: Maybe<SmsSendPayload>;
  /** Makes a template, or a new version of it. Idempotent: what says the same as the newest version is that version. */
  readonly smsTemplateSet?: Maybe<SmsTemplatePayload>;
  /** Makes a way by which messages leave. Not idempotent: a second one of the same name is refused. */
  readonly smsSenderCreate?: Maybe<SmsSenderPayload>;
  /** Changes a sender, for every message that is claimed from then on. Idempotent. */
  readonly smsSenderUpdate?: Maybe<SmsSenderPayload>;
  /** Ends a sender: nothing more leaves by it, and what waits for it ends as failed. Idempotent. */
  readonly smsSenderArchive?: Maybe<SmsSenderPayload>;
  /** Internal: begins a message to an audience. Idempotent by its key. */
  readonly smsCampaignBegin?: Maybe<CampaignRunPayload>;
  /** Internal: holds a message to an audience; what was claimed goes out. Idempotent while it runs. */
  readonly smsCampaignPause?: Maybe<CampaignRunPayload>;
  /** Internal: goes on with a message to an audience. Idempotent unless it is canceled. */
  readonly smsCampaignResume?: Maybe<CampaignRunPayload>;
  /** Internal: ends a message to an audience for good; what was claimed goes out. Idempotent. */
  readonly smsCampaignCancel?: Maybe<CampaignRunPayload>;
};


export type MutationSmsSettingsUpdateArgs = {
  input: SmsSettingsInput;
};


export type MutationSmsSuppressionAddArgs = {
  input: SmsSuppressionInput;
};


export type MutationSmsSuppressionEndArgs = {
  input: SmsSuppressionInput;
};


export type MutationSmsTimeZoneSetArgs = {
  input: SmsTimeZoneInput;
};


export type MutationSmsRevocationReviewDecideArgs = {
  input: SmsRevocationReviewInput;
};


export type MutationSmsConsentRecordArgs = {
  input: SmsConsentInput;
};


export type MutationSmsSourceCreateArgs = {
  input: SmsSourceInput;
};


export type MutationSmsSourceRotateArgs = {
  id: Scalars['ID']['input'];
  secret: SmsSourceSecretInput;
};


export type MutationSmsSourceRetireSecretArgs = {
  id: Scalars['ID']['input'];
};


export type MutationSmsSourceArchiveArgs = {
  id: Scalars['ID']['input'];
};


export type MutationSmsTopicSetArgs = {
  key: Scalars['String']['input'];
  name: Scalars['String']['input'];
};


export type MutationSmsPreferencesSetArgs = {
  of: PreferencesOf;
  choices: ReadonlyArray<PreferenceChoice>;
  evidence: PreferenceEvidence;
};


export type MutationSmsConsentConfirmArgs = {
  token: Scalars['String']['input'];
  statedText: Scalars['String']['input'];
  statedTextVersion: Scalars['String']['input'];
  ip?: InputMaybe<Scalars['String']['input']>;
  userAgent?: InputMaybe<Scalars['String']['input']>;
};


export type MutationSmsSendArgs = {
  input: SmsSendInput;
};


export type MutationSmsSendEachArgs = {
  inputs: ReadonlyArray<SmsSendInput>;
};


export type MutationSmsSendCancelArgs = {
  id: Scalars['ID']['input'];
};


export type MutationSmsSendReviewDecideArgs = {
  id: Scalars['ID']['input'];
  decision: SendReviewDecision;
};


export type MutationSmsTemplateSetArgs = {
  input: SmsTemplateInput;
};


export type MutationSmsSenderCreateArgs = {
  input: SmsSenderInput;
};


export type MutationSmsSenderUpdateArgs = {
  input: SmsSenderUpdateInput;
};


export type MutationSmsSenderArchiveArgs = {
  id: Scalars['ID']['input'];
};


export type MutationSmsCampaignBeginArgs = {
  input: CampaignBeginInput;
};


export type MutationSmsCampaignPauseArgs = {
  key: Scalars['String']['input'];
};


export type MutationSmsCampaignResumeArgs = {
  key: Scalars['String']['input'];
};


export type MutationSmsCampaignCancelArgs = {
  key: Scalars['String']['input'];
};

/** Result of `smsTopicSet`. */
export type SmsTopicSetPayload = {
  /** The topic. Null when there are user errors. */
  readonly topic?: Maybe<Topic>;
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A way by which messages of Sms leave: an account at a provider. */
export type SmsSender = {
  /** Permanent id. */
  readonly id: Scalars['ID']['output'];
  /** Name given by the account. */
  readonly name: Scalars['String']['output'];
  /** The provider, in capitals: `OUTBOX` or `TWILIO`. What goes out by `OUTBOX` stays on this machine and is read by `smsOutbox`. */
  readonly provider: Scalars['String']['output'];
  /** Most messages a second, over everything that is sent by it. */
  readonly perSecond: Scalars['Int']['output'];
  /** When it was archived, in UTC. Null while it is in use. */
  readonly archivedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A sender to create. */
export type SmsSenderInput = {
  /** Name, unique on the channel: 1 to 60 lower-case letters, digits and dashes. */
  readonly name: Scalars['String']['input'];
  /** The provider, in capitals: `OUTBOX` or `TWILIO`. */
  readonly provider: Scalars['String']['input'];
  /** What the provider needs to know, as its documentation names it: an object, empty for `OUTBOX`. Kept sealed and never readable again. */
  readonly settings: Scalars['JSON']['input'];
  /** Most messages a second, 1 to 10,000. Default: what the provider commonly allows. */
  readonly perSecond?: InputMaybe<Scalars['Int']['input']>;
};

/** Changes of a sender. What is not given stays as it is. */
export type SmsSenderUpdateInput = {
  /** The sender. */
  readonly id: Scalars['ID']['input'];
  /** All settings anew, as they cannot be read. */
  readonly settings?: InputMaybe<Scalars['JSON']['input']>;
  /** Most messages a second, 1 to 10,000. */
  readonly perSecond?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of `smsSenderCreate`, `smsSenderUpdate` and `smsSenderArchive`. */
export type SmsSenderPayload = {
  /** The sender. Null when there are user errors. */
  readonly sender?: Maybe<SmsSender>;
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What a text message says. */
export type SmsContentInput = {
  /** The text, at most 4,000 characters, with fields as `{{first_name}}`. Once it is written it may be 10 messages long. */
  readonly body: Scalars['String']['input'];
  /** False: links stay as they are written, and no clicks are told. True: links of the text become short ones of our own. */
  readonly track?: Scalars['Boolean']['input'];
};

/** What messages say, under a key: its newest version. */
export type SmsTemplate = {
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
export type SmsTemplateInput = {
  /** Permanent key: 1 to 60 lower-case letters, digits and dashes. */
  readonly key: Scalars['String']['input'];
  /** Name for people, at most 200 characters. */
  readonly name: Scalars['String']['input'];
  /** What it says. */
  readonly content: SmsContentInput;
  /** What a field does that a contact lacks. */
  readonly whenMissing?: MissingField;
};

/** Result of `smsTemplateSet`. */
export type SmsTemplatePayload = {
  /** The template. Null when there are user errors. */
  readonly template?: Maybe<SmsTemplate>;
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A text as a contact would get it. */
export type SmsPreview = {
  /** The message as it would be handed to the provider. Null where fields are missing that it cannot do without. */
  readonly content?: Maybe<Scalars['JSON']['output']>;
  /** Names of the fields that the text merges. */
  readonly fields: ReadonlyArray<Scalars['String']['output']>;
  /** Those that the contact lacks and the text has no other words for. */
  readonly missing: ReadonlyArray<Scalars['String']['output']>;
};

/** A message to send. Exactly one of `template` and `content` is given. */
export type SmsSendInput = {
  /** The contact, by any of its ids. Its primary address is found when the message is claimed. */
  readonly contactId: Scalars['ID']['input'];
  /** Key of the template; its newest version is taken. */
  readonly template?: InputMaybe<Scalars['String']['input']>;
  /** What it says, for a message that has no template. */
  readonly content?: InputMaybe<SmsContentInput>;
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

/** Result of `smsSend`, of each input of `smsSendEach`, of `smsSendCancel` and `smsSendReviewDecide`. */
export type SmsSendPayload = {
  /** The message. Null when there are user errors. */
  readonly send?: Maybe<SmsSend>;
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A message that was asked for: queued, decided, claimed and handed over, each with its reason. */
export type SmsSend = {
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
  readonly message?: Maybe<SmsMessage>;
};

/** One page of messages that were asked for, newest first. */
export type SmsSendConnection = {
  /** The messages of this page. */
  readonly nodes: ReadonlyArray<SmsSend>;
  /** The messages of this page, each with its cursor. */
  readonly edges: ReadonlyArray<SmsSendEdge>;
  /** Whether there is more, and where it starts. */
  readonly pageInfo: PageInfo;
};

/** A message that was asked for, and its place in the list. */
export type SmsSendEdge = {
  /** Place in the list; pass it as `after` to continue behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The message. */
  readonly node: SmsSend;
};

/** A message that went out by `OUTBOX`: it is kept here and nowhere else. */
export type SmsOutboxMessage = {
  /** The message that was asked for. */
  readonly send: SmsSend;
  /** When it was handed over, in UTC. */
  readonly at: Scalars['DateTime']['output'];
  /** The address it was for. */
  readonly to: Scalars['String']['output'];
  /** The message as a provider would have got it. */
  readonly content: Scalars['JSON']['output'];
};

/** One page of the outbox, newest first. */
export type SmsOutboxConnection = {
  /** The messages of this page. */
  readonly nodes: ReadonlyArray<SmsOutboxMessage>;
  /** The messages of this page, each with its cursor. */
  readonly edges: ReadonlyArray<SmsOutboxEdge>;
  /** Whether there is more, and where it starts. */
  readonly pageInfo: PageInfo;
};

/** A message of the outbox and its place in the list. */
export type SmsOutboxEdge = {
  /** Place in the list; pass it as `after` to continue behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The message. */
  readonly node: SmsOutboxMessage;
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
  ChannelProfile: ( SmsProfileModel );
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Partial<Scalars['DateTime']['output']>>;
  Duration: ResolverTypeWrapper<Partial<Scalars['Duration']['output']>>;
  JSON: ResolverTypeWrapper<Partial<Scalars['JSON']['output']>>;
  ChannelName: ResolverTypeWrapper<Partial<Scalars['ChannelName']['output']>>;
  Contact: ResolverTypeWrapper<Partial<Omit<Contact, 'sms'> & { sms?: Maybe<ResolversTypes['SmsProfile']> }>>;
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
  SmsProfile: ResolverTypeWrapper<SmsProfileModel>;
  SmsMessage: ResolverTypeWrapper<SmsMessageModel>;
  SmsDirection: ResolverTypeWrapper<Partial<SmsDirection>>;
  SmsMessageStatus: ResolverTypeWrapper<Partial<SmsMessageStatus>>;
  SmsMessageConnection: ResolverTypeWrapper<Partial<Omit<SmsMessageConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversTypes['SmsMessage']>, edges: Array<ResolversTypes['SmsMessageEdge']> }>>;
  SmsMessageEdge: ResolverTypeWrapper<Partial<Omit<SmsMessageEdge, 'node'> & { node: ResolversTypes['SmsMessage'] }>>;
  SmsNumber: ResolverTypeWrapper<SmsNumberModel>;
  SmsStatus: ResolverTypeWrapper<Partial<SmsStatus>>;
  SmsConsent: ResolverTypeWrapper<SmsConsentModel>;
  SmsConsentConnection: ResolverTypeWrapper<Partial<Omit<SmsConsentConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversTypes['SmsConsent']>, edges: Array<ResolversTypes['SmsConsentEdge']> }>>;
  SmsConsentEdge: ResolverTypeWrapper<Partial<Omit<SmsConsentEdge, 'node'> & { node: ResolversTypes['SmsConsent'] }>>;
  SmsEngagement: ResolverTypeWrapper<Partial<SmsEngagement>>;
  SmsActivityKind: ResolverTypeWrapper<Partial<SmsActivityKind>>;
  SmsConsentInput: ResolverTypeWrapper<Partial<SmsConsentInput>>;
  SmsConsentRecordPayload: ResolverTypeWrapper<Partial<Omit<SmsConsentRecordPayload, 'consent'> & { consent?: Maybe<ResolversTypes['SmsConsent']> }>>;
  SmsProvider: ResolverTypeWrapper<Partial<SmsProvider>>;
  SmsSource: ResolverTypeWrapper<SmsSourceModel>;
  SmsSourceInput: ResolverTypeWrapper<Partial<SmsSourceInput>>;
  SmsSourceSecretInput: ResolverTypeWrapper<Partial<SmsSourceSecretInput>>;
  SmsSourceCreatePayload: ResolverTypeWrapper<Partial<Omit<SmsSourceCreatePayload, 'source'> & { source?: Maybe<ResolversTypes['SmsSource']> }>>;
  SmsSourceRotatePayload: ResolverTypeWrapper<Partial<Omit<SmsSourceRotatePayload, 'source'> & { source?: Maybe<ResolversTypes['SmsSource']> }>>;
  SmsSourceRetireSecretPayload: ResolverTypeWrapper<Partial<Omit<SmsSourceRetireSecretPayload, 'source'> & { source?: Maybe<ResolversTypes['SmsSource']> }>>;
  SmsSourceArchivePayload: ResolverTypeWrapper<Partial<Omit<SmsSourceArchivePayload, 'source'> & { source?: Maybe<ResolversTypes['SmsSource']> }>>;
  SmsPredicate: ResolverTypeWrapper<Partial<SmsPredicate>>;
  SmsStatusWindow: ResolverTypeWrapper<Partial<SmsStatusWindow>>;
  SmsDid: ResolverTypeWrapper<Partial<SmsDid>>;
  SmsPropertyCondition: ResolverTypeWrapper<Partial<SmsPropertyCondition>>;
  SmsConsentCondition: ResolverTypeWrapper<Partial<SmsConsentCondition>>;
  SmsSettings: ResolverTypeWrapper<Partial<SmsSettings>>;
  SmsSettingsInput: ResolverTypeWrapper<Partial<SmsSettingsInput>>;
  SmsJoinWord: ResolverTypeWrapper<Partial<SmsJoinWord>>;
  SmsJoinWordInput: ResolverTypeWrapper<Partial<SmsJoinWordInput>>;
  SmsSettingsUpdatePayload: ResolverTypeWrapper<Partial<SmsSettingsUpdatePayload>>;
  SmsSuppressionInput: ResolverTypeWrapper<Partial<SmsSuppressionInput>>;
  SmsSuppressionPayload: ResolverTypeWrapper<Partial<SmsSuppressionPayload>>;
  SmsTimeZoneInput: ResolverTypeWrapper<Partial<SmsTimeZoneInput>>;
  SmsTimeZonePayload: ResolverTypeWrapper<Partial<SmsTimeZonePayload>>;
  SmsRevocationReview: ResolverTypeWrapper<SmsRevocationReviewModel>;
  SmsRevocationDecision: ResolverTypeWrapper<Partial<SmsRevocationDecision>>;
  SmsRevocationReviewConnection: ResolverTypeWrapper<Partial<Omit<SmsRevocationReviewConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversTypes['SmsRevocationReview']>, edges: Array<ResolversTypes['SmsRevocationReviewEdge']> }>>;
  SmsRevocationReviewEdge: ResolverTypeWrapper<Partial<Omit<SmsRevocationReviewEdge, 'node'> & { node: ResolversTypes['SmsRevocationReview'] }>>;
  SmsRevocationReviewInput: ResolverTypeWrapper<Partial<SmsRevocationReviewInput>>;
  SmsRevocationReviewPayload: ResolverTypeWrapper<Partial<Omit<SmsRevocationReviewPayload, 'review'> & { review?: Maybe<ResolversTypes['SmsRevocationReview']> }>>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SmsTopicSetPayload: ResolverTypeWrapper<Partial<SmsTopicSetPayload>>;
  SmsSender: ResolverTypeWrapper<SmsSenderModel>;
  SmsSenderInput: ResolverTypeWrapper<Partial<SmsSenderInput>>;
  SmsSenderUpdateInput: ResolverTypeWrapper<Partial<SmsSenderUpdateInput>>;
  SmsSenderPayload: ResolverTypeWrapper<Partial<Omit<SmsSenderPayload, 'sender'> & { sender?: Maybe<ResolversTypes['SmsSender']> }>>;
  SmsContentInput: ResolverTypeWrapper<Partial<SmsContentInput>>;
  SmsTemplate: ResolverTypeWrapper<SmsTemplateModel>;
  SmsTemplateInput: ResolverTypeWrapper<Partial<SmsTemplateInput>>;
  SmsTemplatePayload: ResolverTypeWrapper<Partial<Omit<SmsTemplatePayload, 'template'> & { template?: Maybe<ResolversTypes['SmsTemplate']> }>>;
  SmsPreview: ResolverTypeWrapper<SmsPreviewModel>;
  SmsSendInput: ResolverTypeWrapper<Partial<SmsSendInput>>;
  SmsSendPayload: ResolverTypeWrapper<Partial<Omit<SmsSendPayload, 'send'> & { send?: Maybe<ResolversTypes['SmsSend']> }>>;
  SmsSend: ResolverTypeWrapper<SmsSendModel>;
  SmsSendConnection: ResolverTypeWrapper<Partial<Omit<SmsSendConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversTypes['SmsSend']>, edges: Array<ResolversTypes['SmsSendEdge']> }>>;
  SmsSendEdge: ResolverTypeWrapper<Partial<Omit<SmsSendEdge, 'node'> & { node: ResolversTypes['SmsSend'] }>>;
  SmsOutboxMessage: ResolverTypeWrapper<SmsOutboxMessageModel>;
  SmsOutboxConnection: ResolverTypeWrapper<Partial<Omit<SmsOutboxConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversTypes['SmsOutboxMessage']>, edges: Array<ResolversTypes['SmsOutboxEdge']> }>>;
  SmsOutboxEdge: ResolverTypeWrapper<Partial<Omit<SmsOutboxEdge, 'node'> & { node: ResolversTypes['SmsOutboxMessage'] }>>;
  String: ResolverTypeWrapper<Partial<Scalars['String']['output']>>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Partial<Scalars['DateTime']['output']>;
  Duration: Partial<Scalars['Duration']['output']>;
  JSON: Partial<Scalars['JSON']['output']>;
  ChannelName: Partial<Scalars['ChannelName']['output']>;
  Contact: Partial<Omit<Contact, 'sms'> & { sms?: Maybe<ResolversParentTypes['SmsProfile']> } | FederationReferenceTypes['Contact']>;
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
  SmsProfile: SmsProfileModel;
  SmsMessage: SmsMessageModel;
  SmsMessageConnection: Partial<Omit<SmsMessageConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversParentTypes['SmsMessage']>, edges: Array<ResolversParentTypes['SmsMessageEdge']> }>;
  SmsMessageEdge: Partial<Omit<SmsMessageEdge, 'node'> & { node: ResolversParentTypes['SmsMessage'] }>;
  SmsNumber: SmsNumberModel;
  SmsConsent: SmsConsentModel;
  SmsConsentConnection: Partial<Omit<SmsConsentConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversParentTypes['SmsConsent']>, edges: Array<ResolversParentTypes['SmsConsentEdge']> }>;
  SmsConsentEdge: Partial<Omit<SmsConsentEdge, 'node'> & { node: ResolversParentTypes['SmsConsent'] }>;
  SmsEngagement: Partial<SmsEngagement>;
  SmsConsentInput: Partial<SmsConsentInput>;
  SmsConsentRecordPayload: Partial<Omit<SmsConsentRecordPayload, 'consent'> & { consent?: Maybe<ResolversParentTypes['SmsConsent']> }>;
  SmsSource: SmsSourceModel;
  SmsSourceInput: Partial<SmsSourceInput>;
  SmsSourceSecretInput: Partial<SmsSourceSecretInput>;
  SmsSourceCreatePayload: Partial<Omit<SmsSourceCreatePayload, 'source'> & { source?: Maybe<ResolversParentTypes['SmsSource']> }>;
  SmsSourceRotatePayload: Partial<Omit<SmsSourceRotatePayload, 'source'> & { source?: Maybe<ResolversParentTypes['SmsSource']> }>;
  SmsSourceRetireSecretPayload: Partial<Omit<SmsSourceRetireSecretPayload, 'source'> & { source?: Maybe<ResolversParentTypes['SmsSource']> }>;
  SmsSourceArchivePayload: Partial<Omit<SmsSourceArchivePayload, 'source'> & { source?: Maybe<ResolversParentTypes['SmsSource']> }>;
  SmsPredicate: Partial<SmsPredicate>;
  SmsStatusWindow: Partial<SmsStatusWindow>;
  SmsDid: Partial<SmsDid>;
  SmsPropertyCondition: Partial<SmsPropertyCondition>;
  SmsConsentCondition: Partial<SmsConsentCondition>;
  SmsSettings: Partial<SmsSettings>;
  SmsSettingsInput: Partial<SmsSettingsInput>;
  SmsJoinWord: Partial<SmsJoinWord>;
  SmsJoinWordInput: Partial<SmsJoinWordInput>;
  SmsSettingsUpdatePayload: Partial<SmsSettingsUpdatePayload>;
  SmsSuppressionInput: Partial<SmsSuppressionInput>;
  SmsSuppressionPayload: Partial<SmsSuppressionPayload>;
  SmsTimeZoneInput: Partial<SmsTimeZoneInput>;
  SmsTimeZonePayload: Partial<SmsTimeZonePayload>;
  SmsRevocationReview: SmsRevocationReviewModel;
  SmsRevocationReviewConnection: Partial<Omit<SmsRevocationReviewConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversParentTypes['SmsRevocationReview']>, edges: Array<ResolversParentTypes['SmsRevocationReviewEdge']> }>;
  SmsRevocationReviewEdge: Partial<Omit<SmsRevocationReviewEdge, 'node'> & { node: ResolversParentTypes['SmsRevocationReview'] }>;
  SmsRevocationReviewInput: Partial<SmsRevocationReviewInput>;
  SmsRevocationReviewPayload: Partial<Omit<SmsRevocationReviewPayload, 'review'> & { review?: Maybe<ResolversParentTypes['SmsRevocationReview']> }>;
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  SmsTopicSetPayload: Partial<SmsTopicSetPayload>;
  SmsSender: SmsSenderModel;
  SmsSenderInput: Partial<SmsSenderInput>;
  SmsSenderUpdateInput: Partial<SmsSenderUpdateInput>;
  SmsSenderPayload: Partial<Omit<SmsSenderPayload, 'sender'> & { sender?: Maybe<ResolversParentTypes['SmsSender']> }>;
  SmsContentInput: Partial<SmsContentInput>;
  SmsTemplate: SmsTemplateModel;
  SmsTemplateInput: Partial<SmsTemplateInput>;
  SmsTemplatePayload: Partial<Omit<SmsTemplatePayload, 'template'> & { template?: Maybe<ResolversParentTypes['SmsTemplate']> }>;
  SmsPreview: SmsPreviewModel;
  SmsSendInput: Partial<SmsSendInput>;
  SmsSendPayload: Partial<Omit<SmsSendPayload, 'send'> & { send?: Maybe<ResolversParentTypes['SmsSend']> }>;
  SmsSend: SmsSendModel;
  SmsSendConnection: Partial<Omit<SmsSendConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversParentTypes['SmsSend']>, edges: Array<ResolversParentTypes['SmsSendEdge']> }>;
  SmsSendEdge: Partial<Omit<SmsSendEdge, 'node'> & { node: ResolversParentTypes['SmsSend'] }>;
  SmsOutboxMessage: SmsOutboxMessageModel;
  SmsOutboxConnection: Partial<Omit<SmsOutboxConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversParentTypes['SmsOutboxMessage']>, edges: Array<ResolversParentTypes['SmsOutboxEdge']> }>;
  SmsOutboxEdge: Partial<Omit<SmsOutboxEdge, 'node'> & { node: ResolversParentTypes['SmsOutboxMessage'] }>;
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
  sms?: Resolver<Maybe<ResolversTypes['SmsProfile']>, ParentType, ContextType>;
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
  __resolveType: TypeResolveFn<'SmsProfile', ParentType, ContextType>;
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

export type SmsProfileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsProfile'] = ResolversParentTypes['SmsProfile']> = {
  channel?: Resolver<ResolversTypes['ChannelName'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SmsStatus'], ParentType, ContextType>;
  numbers?: Resolver<Array<ResolversTypes['SmsNumber']>, ParentType, ContextType>;
  canSend?: Resolver<ResolversTypes['SendDecision'], ParentType, ContextType, Partial<SmsProfileCanSendArgs>>;
  consents?: Resolver<Array<ResolversTypes['SmsConsent']>, ParentType, ContextType, Partial<SmsProfileConsentsArgs>>;
  consentHistory?: Resolver<ResolversTypes['SmsConsentConnection'], ParentType, ContextType, RequireFields<SmsProfileConsentHistoryArgs, 'first'>>;
  preferences?: Resolver<Array<ResolversTypes['TopicPreference']>, ParentType, ContextType>;
  preferencesUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  engagement?: Resolver<ResolversTypes['SmsEngagement'], ParentType, ContextType, Partial<SmsProfileEngagementArgs>>;
  lastEngagedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['SmsMessageConnection'], ParentType, ContextType, RequireFields<SmsProfileConversationArgs, 'first'>>;
  sends?: Resolver<ResolversTypes['SmsSendConnection'], ParentType, ContextType, RequireFields<SmsProfileSendsArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SmsMessageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsMessage'] = ResolversParentTypes['SmsMessage']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['SmsDirection'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  body?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SmsMessageStatus'], ParentType, ContextType>;
  errorCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  clicks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SmsMessageConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsMessageConnection'] = ResolversParentTypes['SmsMessageConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['SmsMessage']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['SmsMessageEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SmsMessageEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsMessageEdge'] = ResolversParentTypes['SmsMessageEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SmsMessage'], ParentType, ContextType>;
};

export type SmsNumberResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsNumber'] = ResolversParentTypes['SmsNumber']> = {
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SmsStatus'], ParentType, ContextType>;
};

export type SmsConsentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsConsent'] = ResolversParentTypes['SmsConsent']> = {
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  topic?: Resolver<Maybe<ResolversTypes['Topic']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ConsentState'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  method?: Resolver<ResolversTypes['ConsentMethod'], ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['ConsentEvidence'], ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  retractedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  confirmation?: Resolver<Maybe<ResolversTypes['ConsentConfirmation']>, ParentType, ContextType>;
};

export type SmsConsentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsConsentConnection'] = ResolversParentTypes['SmsConsentConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['SmsConsent']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['SmsConsentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SmsConsentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsConsentEdge'] = ResolversParentTypes['SmsConsentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SmsConsent'], ParentType, ContextType>;
};

export type SmsEngagementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsEngagement'] = ResolversParentTypes['SmsEngagement']> = {
  sends?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  deliveries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failures?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  clicks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  replies?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unsubscribes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastEngagedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type SmsConsentRecordPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsConsentRecordPayload'] = ResolversParentTypes['SmsConsentRecordPayload']> = {
  consent?: Resolver<Maybe<ResolversTypes['SmsConsent']>, ParentType, ContextType>;
  confirmation?: Resolver<Maybe<ResolversTypes['ConsentConfirmation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SmsSourceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsSource'] = ResolversParentTypes['SmsSource']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['SmsProvider'], ParentType, ContextType>;
  webhookPath?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastEventAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  rotating?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  archivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  counts?: Resolver<ResolversTypes['SourceCounts'], ParentType, ContextType>;
  skippedEvents?: Resolver<Array<ResolversTypes['SkippedEvent']>, ParentType, ContextType>;
};

export type SmsSourceCreatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsSourceCreatePayload'] = ResolversParentTypes['SmsSourceCreatePayload']> = {
  source?: Resolver<Maybe<ResolversTypes['SmsSource']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SmsSourceRotatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsSourceRotatePayload'] = ResolversParentTypes['SmsSourceRotatePayload']> = {
  source?: Resolver<Maybe<ResolversTypes['SmsSource']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SmsSourceRetireSecretPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsSourceRetireSecretPayload'] = ResolversParentTypes['SmsSourceRetireSecretPayload']> = {
  source?: Resolver<Maybe<ResolversTypes['SmsSource']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SmsSourceArchivePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsSourceArchivePayload'] = ResolversParentTypes['SmsSourceArchivePayload']> = {
  source?: Resolver<Maybe<ResolversTypes['SmsSource']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SmsSettingsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsSettings'] = ResolversParentTypes['SmsSettings']> = {
  sendingHours?: Resolver<Maybe<ResolversTypes['DayHours']>, ParentType, ContextType>;
  regionHours?: Resolver<Array<ResolversTypes['RegionHours']>, ParentType, ContextType>;
  frequencyCaps?: Resolver<Array<ResolversTypes['FrequencyCap']>, ParentType, ContextType>;
  doubleOptIn?: Resolver<ResolversTypes['DoubleOptIn'], ParentType, ContextType>;
  stopWords?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  startWords?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  helpWords?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  joinWords?: Resolver<Array<ResolversTypes['SmsJoinWord']>, ParentType, ContextType>;
  helpText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SmsJoinWordResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsJoinWord'] = ResolversParentTypes['SmsJoinWord']> = {
  word?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  topic?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SmsSettingsUpdatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsSettingsUpdatePayload'] = ResolversParentTypes['SmsSettingsUpdatePayload']> = {
  settings?: Resolver<Maybe<ResolversTypes['SmsSettings']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SmsSuppressionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsSuppressionPayload'] = ResolversParentTypes['SmsSuppressionPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SmsTimeZonePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsTimeZonePayload'] = ResolversParentTypes['SmsTimeZonePayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SmsRevocationReviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsRevocationReview'] = ResolversParentTypes['SmsRevocationReview']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  statedText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['SmsRevocationDecision']>, ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SmsRevocationReviewConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsRevocationReviewConnection'] = ResolversParentTypes['SmsRevocationReviewConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['SmsRevocationReview']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['SmsRevocationReviewEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SmsRevocationReviewEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsRevocationReviewEdge'] = ResolversParentTypes['SmsRevocationReviewEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SmsRevocationReview'], ParentType, ContextType>;
};

export type SmsRevocationReviewPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsRevocationReviewPayload'] = ResolversParentTypes['SmsRevocationReviewPayload']> = {
  review?: Resolver<Maybe<ResolversTypes['SmsRevocationReview']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  smsSettings?: Resolver<Maybe<ResolversTypes['SmsSettings']>, ParentType, ContextType>;
  smsRevocationReviews?: Resolver<Maybe<ResolversTypes['SmsRevocationReviewConnection']>, ParentType, ContextType, RequireFields<QuerySmsRevocationReviewsArgs, 'first'>>;
  smsSources?: Resolver<Maybe<Array<ResolversTypes['SmsSource']>>, ParentType, ContextType, RequireFields<QuerySmsSourcesArgs, 'archived'>>;
  smsAudience?: Resolver<Maybe<Array<ResolversTypes['LeafAudience']>>, ParentType, ContextType, RequireFields<QuerySmsAudienceArgs, 'predicates'>>;
  smsLastEngaged?: Resolver<Maybe<ResolversTypes['Words']>, ParentType, ContextType, RequireFields<QuerySmsLastEngagedArgs, 'among'>>;
  smsActivity?: Resolver<Maybe<Array<ResolversTypes['Activity']>>, ParentType, ContextType, RequireFields<QuerySmsActivityArgs, 'contactIds' | 'first'>>;
  smsTopics?: Resolver<Maybe<Array<ResolversTypes['Topic']>>, ParentType, ContextType>;
  smsPreferences?: Resolver<Maybe<ResolversTypes['ChannelPreferences']>, ParentType, ContextType, RequireFields<QuerySmsPreferencesArgs, 'of'>>;
  smsConsentQuestion?: Resolver<Maybe<ResolversTypes['ConsentQuestion']>, ParentType, ContextType, RequireFields<QuerySmsConsentQuestionArgs, 'token'>>;
  smsSenders?: Resolver<Maybe<Array<ResolversTypes['SmsSender']>>, ParentType, ContextType, RequireFields<QuerySmsSendersArgs, 'archived'>>;
  smsTemplates?: Resolver<Maybe<Array<ResolversTypes['SmsTemplate']>>, ParentType, ContextType>;
  smsTemplate?: Resolver<Maybe<ResolversTypes['SmsTemplate']>, ParentType, ContextType, RequireFields<QuerySmsTemplateArgs, 'key'>>;
  smsTemplatePreview?: Resolver<Maybe<ResolversTypes['SmsPreview']>, ParentType, ContextType, RequireFields<QuerySmsTemplatePreviewArgs, 'contactId'>>;
  smsSend?: Resolver<Maybe<ResolversTypes['SmsSend']>, ParentType, ContextType, RequireFields<QuerySmsSendArgs, 'id'>>;
  smsSends?: Resolver<Maybe<ResolversTypes['SmsSendConnection']>, ParentType, ContextType, RequireFields<QuerySmsSendsArgs, 'first'>>;
  smsOutbox?: Resolver<Maybe<ResolversTypes['SmsOutboxConnection']>, ParentType, ContextType, RequireFields<QuerySmsOutboxArgs, 'first'>>;
  smsTimeZones?: Resolver<Maybe<Array<Maybe<ResolversTypes['ChannelTimeZones']>>>, ParentType, ContextType, RequireFields<QuerySmsTimeZonesArgs, 'contactIds'>>;
  smsSendProblems?: Resolver<Maybe<Array<Maybe<ResolversTypes['String']>>>, ParentType, ContextType, RequireFields<QuerySmsSendProblemsArgs, 'inputs'>>;
  smsCampaignProgress?: Resolver<Maybe<Array<ResolversTypes['CampaignRun']>>, ParentType, ContextType, RequireFields<QuerySmsCampaignProgressArgs, 'keys'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  smsSettingsUpdate?: Resolver<Maybe<ResolversTypes['SmsSettingsUpdatePayload']>, ParentType, ContextType, RequireFields<MutationSmsSettingsUpdateArgs, 'input'>>;
  smsSuppressionAdd?: Resolver<Maybe<ResolversTypes['SmsSuppressionPayload']>, ParentType, ContextType, RequireFields<MutationSmsSuppressionAddArgs, 'input'>>;
  smsSuppressionEnd?: Resolver<Maybe<ResolversTypes['SmsSuppressionPayload']>, ParentType, ContextType, RequireFields<MutationSmsSuppressionEndArgs, 'input'>>;
  smsTimeZoneSet?: Resolver<Maybe<ResolversTypes['SmsTimeZonePayload']>, ParentType, ContextType, RequireFields<MutationSmsTimeZoneSetArgs, 'input'>>;
  smsRevocationReviewDecide?: Resolver<Maybe<ResolversTypes['SmsRevocationReviewPayload']>, ParentType, ContextType, RequireFields<MutationSmsRevocationReviewDecideArgs, 'input'>>;
  smsConsentRecord?: Resolver<Maybe<ResolversTypes['SmsConsentRecordPayload']>, ParentType, ContextType, RequireFields<MutationSmsConsentRecordArgs, 'input'>>;
  smsSourceCreate?: Resolver<Maybe<ResolversTypes['SmsSourceCreatePayload']>, ParentType, ContextType, RequireFields<MutationSmsSourceCreateArgs, 'input'>>;
  smsSourceRotate?: Resolver<Maybe<ResolversTypes['SmsSourceRotatePayload']>, ParentType, ContextType, RequireFields<MutationSmsSourceRotateArgs, 'id' | 'secret'>>;
  smsSourceRetireSecret?: Resolver<Maybe<ResolversTypes['SmsSourceRetireSecretPayload']>, ParentType, ContextType, RequireFields<MutationSmsSourceRetireSecretArgs, 'id'>>;
  smsSourceArchive?: Resolver<Maybe<ResolversTypes['SmsSourceArchivePayload']>, ParentType, ContextType, RequireFields<MutationSmsSourceArchiveArgs, 'id'>>;
  smsTopicSet?: Resolver<Maybe<ResolversTypes['SmsTopicSetPayload']>, ParentType, ContextType, RequireFields<MutationSmsTopicSetArgs, 'key' | 'name'>>;
  smsPreferencesSet?: Resolver<Maybe<ResolversTypes['ChannelPreferences']>, ParentType, ContextType, RequireFields<MutationSmsPreferencesSetArgs, 'of' | 'choices' | 'evidence'>>;
  smsConsentConfirm?: Resolver<Maybe<ResolversTypes['ConsentQuestion']>, ParentType, ContextType, RequireFields<MutationSmsConsentConfirmArgs, 'token' | 'statedText' | 'statedTextVersion'>>;
  smsSend?: Resolver<Maybe<ResolversTypes['SmsSendPayload']>, ParentType, ContextType, RequireFields<MutationSmsSendArgs, 'input'>>;
  smsSendEach?: Resolver<Maybe<Array<ResolversTypes['SmsSendPayload']>>, ParentType, ContextType, RequireFields<MutationSmsSendEachArgs, 'inputs'>>;
  smsSendCancel?: Resolver<Maybe<ResolversTypes['SmsSendPayload']>, ParentType, ContextType, RequireFields<MutationSmsSendCancelArgs, 'id'>>;
  smsSendReviewDecide?: Resolver<Maybe<ResolversTypes['SmsSendPayload']>, ParentType, ContextType, RequireFields<MutationSmsSendReviewDecideArgs, 'id' | 'decision'>>;
  smsTemplateSet?: Resolver<Maybe<ResolversTypes['SmsTemplatePayload']>, ParentType, ContextType, RequireFields<MutationSmsTemplateSetArgs, 'input'>>;
  smsSenderCreate?: Resolver<Maybe<ResolversTypes['SmsSenderPayload']>, ParentType, ContextType, RequireFields<MutationSmsSenderCreateArgs, 'input'>>;
  smsSenderUpdate?: Resolver<Maybe<ResolversTypes['SmsSenderPayload']>, ParentType, ContextType, RequireFields<MutationSmsSenderUpdateArgs, 'input'>>;
  smsSenderArchive?: Resolver<Maybe<ResolversTypes['SmsSenderPayload']>, ParentType, ContextType, RequireFields<MutationSmsSenderArchiveArgs, 'id'>>;
  smsCampaignBegin?: Resolver<Maybe<ResolversTypes['CampaignRunPayload']>, ParentType, ContextType, RequireFields<MutationSmsCampaignBeginArgs, 'input'>>;
  smsCampaignPause?: Resolver<Maybe<ResolversTypes['CampaignRunPayload']>, ParentType, ContextType, RequireFields<MutationSmsCampaignPauseArgs, 'key'>>;
  smsCampaignResume?: Resolver<Maybe<ResolversTypes['CampaignRunPayload']>, ParentType, ContextType, RequireFields<MutationSmsCampaignResumeArgs, 'key'>>;
  smsCampaignCancel?: Resolver<Maybe<ResolversTypes['CampaignRunPayload']>, ParentType, ContextType, RequireFields<MutationSmsCampaignCancelArgs, 'key'>>;
};

export type SmsTopicSetPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsTopicSetPayload'] = ResolversParentTypes['SmsTopicSetPayload']> = {
  topic?: Resolver<Maybe<ResolversTypes['Topic']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SmsSenderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsSender'] = ResolversParentTypes['SmsSender']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  perSecond?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  archivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type SmsSenderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsSenderPayload'] = ResolversParentTypes['SmsSenderPayload']> = {
  sender?: Resolver<Maybe<ResolversTypes['SmsSender']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SmsTemplateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsTemplate'] = ResolversParentTypes['SmsTemplate']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  content?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  fields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  whenMissing?: Resolver<ResolversTypes['MissingField'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SmsTemplatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsTemplatePayload'] = ResolversParentTypes['SmsTemplatePayload']> = {
  template?: Resolver<Maybe<ResolversTypes['SmsTemplate']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SmsPreviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsPreview'] = ResolversParentTypes['SmsPreview']> = {
  content?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  fields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  missing?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SmsSendPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsSendPayload'] = ResolversParentTypes['SmsSendPayload']> = {
  send?: Resolver<Maybe<ResolversTypes['SmsSend']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SmsSendResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsSend'] = ResolversParentTypes['SmsSend']> = {
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
  message?: Resolver<Maybe<ResolversTypes['SmsMessage']>, ParentType, ContextType>;
};

export type SmsSendConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsSendConnection'] = ResolversParentTypes['SmsSendConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['SmsSend']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['SmsSendEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SmsSendEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsSendEdge'] = ResolversParentTypes['SmsSendEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SmsSend'], ParentType, ContextType>;
};

export type SmsOutboxMessageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsOutboxMessage'] = ResolversParentTypes['SmsOutboxMessage']> = {
  send?: Resolver<ResolversTypes['SmsSend'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  content?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type SmsOutboxConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsOutboxConnection'] = ResolversParentTypes['SmsOutboxConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['SmsOutboxMessage']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['SmsOutboxEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SmsOutboxEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsOutboxEdge'] = ResolversParentTypes['SmsOutboxEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SmsOutboxMessage'], ParentType, ContextType>;
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
  SmsProfile?: SmsProfileResolvers<ContextType>;
  SmsMessage?: SmsMessageResolvers<ContextType>;
  SmsMessageConnection?: SmsMessageConnectionResolvers<ContextType>;
  SmsMessageEdge?: SmsMessageEdgeResolvers<ContextType>;
  SmsNumber?: SmsNumberResolvers<ContextType>;
  SmsConsent?: SmsConsentResolvers<ContextType>;
  SmsConsentConnection?: SmsConsentConnectionResolvers<ContextType>;
  SmsConsentEdge?: SmsConsentEdgeResolvers<ContextType>;
  SmsEngagement?: SmsEngagementResolvers<ContextType>;
  SmsConsentRecordPayload?: SmsConsentRecordPayloadResolvers<ContextType>;
  SmsSource?: SmsSourceResolvers<ContextType>;
  SmsSourceCreatePayload?: SmsSourceCreatePayloadResolvers<ContextType>;
  SmsSourceRotatePayload?: SmsSourceRotatePayloadResolvers<ContextType>;
  SmsSourceRetireSecretPayload?: SmsSourceRetireSecretPayloadResolvers<ContextType>;
  SmsSourceArchivePayload?: SmsSourceArchivePayloadResolvers<ContextType>;
  SmsSettings?: SmsSettingsResolvers<ContextType>;
  SmsJoinWord?: SmsJoinWordResolvers<ContextType>;
  SmsSettingsUpdatePayload?: SmsSettingsUpdatePayloadResolvers<ContextType>;
  SmsSuppressionPayload?: SmsSuppressionPayloadResolvers<ContextType>;
  SmsTimeZonePayload?: SmsTimeZonePayloadResolvers<ContextType>;
  SmsRevocationReview?: SmsRevocationReviewResolvers<ContextType>;
  SmsRevocationReviewConnection?: SmsRevocationReviewConnectionResolvers<ContextType>;
  SmsRevocationReviewEdge?: SmsRevocationReviewEdgeResolvers<ContextType>;
  SmsRevocationReviewPayload?: SmsRevocationReviewPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  SmsTopicSetPayload?: SmsTopicSetPayloadResolvers<ContextType>;
  SmsSender?: SmsSenderResolvers<ContextType>;
  SmsSenderPayload?: SmsSenderPayloadResolvers<ContextType>;
  SmsTemplate?: SmsTemplateResolvers<ContextType>;
  SmsTemplatePayload?: SmsTemplatePayloadResolvers<ContextType>;
  SmsPreview?: SmsPreviewResolvers<ContextType>;
  SmsSendPayload?: SmsSendPayloadResolvers<ContextType>;
  SmsSend?: SmsSendResolvers<ContextType>;
  SmsSendConnection?: SmsSendConnectionResolvers<ContextType>;
  SmsSendEdge?: SmsSendEdgeResolvers<ContextType>;
  SmsOutboxMessage?: SmsOutboxMessageResolvers<ContextType>;
  SmsOutboxConnection?: SmsOutboxConnectionResolvers<ContextType>;
  SmsOutboxEdge?: SmsOutboxEdgeResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  auth?: AuthDirectiveResolver<any, any, ContextType>;
};
