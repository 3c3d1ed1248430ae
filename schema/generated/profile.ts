// Written by the codegen step out of the SDL.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { TimelineEntryModel, ScoreContributionModel, PredicateEvidenceModel, PredicateResultModel, SegmentModel, SegmentChangeModel, CampaignSendModel, CampaignProgressModel, AudienceModel } from '../../gateway/src/profile/models.ts';
import type { Context } from '../../gateway/src/profile/context.ts';
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
  /** Everything that happened, on every channel and on none, newest first. */
  readonly timeline?: Maybe<TimelineConnection>;
  /**
   * Address of the contact's preference page, for an account area or an answer by staff; messages carry that of their channel, for
   * example `email { preferencesUrl }`. Works for 90 days; afterwards it can only be used to unsubscribe. Whoever has it can change
   * what the contact receives on every channel.
   */
  readonly preferencesUrl?: Maybe<Scalars['String']['output']>;
  /** How promising the contact is, now. Null when a part cannot answer. */
  readonly score?: Maybe<Score>;
  /** Saved segments the contact is in at this moment, by name. */
  readonly segments?: Maybe<ReadonlyArray<Segment>>;
};


/** Everything known of one person, from every channel. One record per person and account; after a merge the old ids find the survivor. */
export type ContactTimelineArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  channels?: InputMaybe<ReadonlyArray<Scalars['ChannelName']['input']>>;
};


/** Everything known of one person, from every channel. One record per person and account; after a merge the old ids find the survivor. */
export type ContactScoreArgs = {
  model?: InputMaybe<Scalars['String']['input']>;
  at?: InputMaybe<Scalars['DateTime']['input']>;
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

/** One thing that happened to a contact. */
export type TimelineEntry = {
  /** Permanent id. */
  readonly id: Scalars['ID']['output'];
  /** When it happened, in UTC. */
  readonly at: Scalars['DateTime']['output'];
  /** Channel. Null for what happened on none: site visits, merges, workflow steps. */
  readonly channel?: Maybe<Scalars['ChannelName']['output']>;
  /** What happened, in capitals: for example `OPEN`, `REPLY`, `MERGED`. Channels added later bring their own. */
  readonly kind: Scalars['String']['output'];
  /** One line for people. */
  readonly summary: Scalars['String']['output'];
  /** Everything else known, as an object. Null when there is no more. */
  readonly details?: Maybe<Scalars['JSON']['output']>;
  /** Message it belongs to. Null when it belongs to none. */
  readonly messageId?: Maybe<Scalars['ID']['output']>;
};

/** One page of a timeline. */
export type TimelineConnection = {
  /** The entries of this page. */
  readonly nodes: ReadonlyArray<TimelineEntry>;
  /** The entries of this page, each with its cursor. */
  readonly edges: ReadonlyArray<TimelineEdge>;
  /** Whether there is more, and where it starts. */
  readonly pageInfo: PageInfo;
  /** Channels that could not answer: their entries are missing from this page. Empty when all is there. */
  readonly unavailable: ReadonlyArray<Scalars['ChannelName']['output']>;
};

/** An entry and its place in the timeline. */
export type TimelineEdge = {
  /** Place in the timeline; pass it as `after` to continue behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: TimelineEntry;
};

/** Points of a contact. */
export type Score = {
  /** Demographics and actions together. */
  readonly total: Scalars['Float']['output'];
  /** Points for what the contact is: fields, tags, identifiers. */
  readonly demographics: Scalars['Float']['output'];
  /** Points for what the contact did. */
  readonly actions: Scalars['Float']['output'];
  /** Name of the range the total falls in, for example “Hot”. Null when in none. */
  readonly leadStatus?: Maybe<Scalars['String']['output']>;
  /** What the points come from, most points first. */
  readonly contributions: ReadonlyArray<ScoreContribution>;
};

/** Points by one rule. */
export type ScoreContribution = {
  /** The rule. */
  readonly rule: ScoreRule;
  /** Points after cap and decay; may be negative. */
  readonly points: Scalars['Float']['output'];
  /** How often the rule matched, before the cap. */
  readonly occurrences: Scalars['Int']['output'];
  /** Last time it matched, in UTC. Null for what the contact is. */
  readonly lastAt?: Maybe<Scalars['DateTime']['output']>;
  /** The facts that gave the points, newest first, at most 20. Empty for what the contact is. */
  readonly evidence: ReadonlyArray<PredicateEvidence>;
};

/** One rule of a score model. */
export type ScoreRule = {
  /** Permanent id within the model. */
  readonly id: Scalars['ID']['output'];
  /** Name shown to people. */
  readonly name: Scalars['String']['output'];
  /** Which half of the score it adds to. */
  readonly part: ScorePart;
  /** Points each time it matches. */
  readonly points: Scalars['Float']['output'];
};

/** Halves of a score. */
export type ScorePart =
  /** What the contact is. */
  | 'DEMOGRAPHICS'
  /** What the contact did. */
  | 'ACTIONS';

/** Rules for scores under a name. An account begins with one, and may have 20. */
export type ScoreModel = {
  /** Name, unique in the account. */
  readonly name: Scalars['String']['output'];
  /**
   * True for one of the account's: by it are scores of which no model is named, lists in the order of the score, and `score` conditions of
   * filters.
   */
  readonly isDefault: Scalars['Boolean']['output'];
  /** Version, from 1 upwards; each change of the rules makes a new one. */
  readonly version: Scalars['Int']['output'];
  /** The rules, in order. */
  readonly rules: ReadonlyArray<ScoreRule>;
  /** Named ranges of the total, in the order given. */
  readonly ranges: ReadonlyArray<ScoreRange>;
};

/** A named range of the total. */
export type ScoreRange = {
  /** Name, shown as lead status. */
  readonly name: Scalars['String']['output'];
  /** Total from which it begins; it ends where the next begins. */
  readonly from: Scalars['Float']['output'];
};

/** Any group of contacts, described by a filter. Nothing is stored; every answer is current. */
export type Audience = {
  /** Number of contacts in it now. */
  readonly size: Scalars['Int']['output'];
  /** The contacts, by id. */
  readonly contacts: ContactConnection;
};


/** Any group of contacts, described by a filter. Nothing is stored; every answer is current. */
export type AudienceContactsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/**
 * An audience with a name. Always current: an event or a day passing is in the next answer. Archived contacts are in none. What is
 * asked of several segments in one request is worked out together, in one question to each part.
 */
export type Segment = {
  /** Permanent id. */
  readonly id: Scalars['ID']['output'];
  /** Name, unique among the segments of the account that are not archived. */
  readonly name: Scalars['String']['output'];
  /** Number of contacts in it now. */
  readonly size: Scalars['Int']['output'];
  /** The filter, in the JSON form of `AudienceFilter`. */
  readonly filter: Scalars['JSON']['output'];
  /** When it was archived, in UTC. Null: it is in use. */
  readonly archivedAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * True: it is looked at as soon as something happens in the account, mostly within a second, and every minute; who came and who went
   * since is noted, for `segmentChanges` and for what is automated. Who is in it when it is looked at first, within seconds, has not
   * come. A day passing counts, and so does another filter, also of a segment it asks for, or another score model. However much happens,
   * an account is looked at once a second at most, and less often where looks take long.
   */
  readonly tracked: Scalars['Boolean']['output'];
  /**
   * Its size by day, one entry for each day of UTC asked, oldest first: the last figure of the day. Figures are taken of a
   * segment that is tracked at least every minute and of others every hour, the first a minute after it is made, and of today's the newest is told.
   */
  readonly sizes: ReadonlyArray<SegmentSize>;
  /**
   * The contacts in it. A page begins behind the place of its cursor in the order asked, also when contacts came and went meanwhile;
   * a cursor is good for the order it was given in.
   */
  readonly contacts: ContactConnection;
  /** Whether a contact is in it, and why. Null when the account has no such contact. */
  readonly membership?: Maybe<SegmentMembership>;
};


/**
 * An audience with a name. Always current: an event or a day passing is in the next answer. Archived contacts are in none. What is
 * asked of several segments in one request is worked out together, in one question to each part.
 */
export type SegmentSizesArgs = {
  from?: InputMaybe<Scalars['DateTime']['input']>;
  until?: InputMaybe<Scalars['DateTime']['input']>;
};


/**
 * An audience with a name. Always current: an event or a day passing is in the next answer. Archived contacts are in none. What is
 * asked of several segments in one request is worked out together, in one question to each part.
 */
export type SegmentContactsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  sortBy?: SegmentContactOrder;
  descending?: Scalars['Boolean']['input'];
};


/**
 * An audience with a name. Always current: an event or a day passing is in the next answer. Archived contacts are in none. What is
 * asked of several segments in one request is worked out together, in one question to each part.
 */
export type SegmentMembershipArgs = {
  contactId: Scalars['ID']['input'];
  at?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What the contacts of a segment are in the order of. */
export type SegmentContactOrder =
  /** The order in which contacts became known, which does not change. */
  | 'ID'
  /** Total of the score by the account's score model, now; among equals in the order of `ID`. */
  | 'SCORE'
  /**
   * When they last did something of their own accord on any channel, as opening or answering a message, the longest ago first; among
   * equals in the order of `ID`. Who never did comes last, either way round.
   */
  | 'LAST_ENGAGED';

/** Size of a segment on one day. */
export type SegmentSize = {
  /** Midnight UTC with which the day begins. */
  readonly day: Scalars['DateTime']['output'];
  /** Number of contacts in it at the last look of the day. Null where nobody looked, as before it was made. */
  readonly size?: Maybe<Scalars['Int']['output']>;
};

/** What became of a contact in a segment. */
export type SegmentChangeKind =
  /** It came to be in it. */
  | 'SEGMENT_ENTERED'
  /** It is in it no longer. A contact that was merged into another, or archived, has left too. */
  | 'SEGMENT_LEFT';

/** A contact that came into a segment, or went. */
export type SegmentChange = {
  /** Which of the two. */
  readonly kind: SegmentChangeKind;
  /** When it was seen, in UTC: mostly within a second after it was so, and at most a minute or so. */
  readonly at: Scalars['DateTime']['output'];
  /** The contact, under the id it was shown by then; after a merge this leads to the survivor. */
  readonly contact: Contact;
};

/** One page of who came and went. */
export type SegmentChangeConnection = {
  /** The changes of this page. */
  readonly nodes: ReadonlyArray<SegmentChange>;
  /** The changes of this page, each with its cursor. */
  readonly edges: ReadonlyArray<SegmentChangeEdge>;
  /** Whether there is more, and where it starts. */
  readonly pageInfo: PageInfo;
};

/** A change and its place in the list. */
export type SegmentChangeEdge = {
  /** Place in the list; pass it as `after` to continue behind it. Stays valid while new changes come in. */
  readonly cursor: Scalars['String']['output'];
  /** The change. */
  readonly node: SegmentChange;
};

/** One page of segments. */
export type SegmentConnection = {
  /** The segments of this page. */
  readonly nodes: ReadonlyArray<Segment>;
  /** The segments of this page, each with its cursor. */
  readonly edges: ReadonlyArray<SegmentEdge>;
  /** Whether there is more, and where it starts. */
  readonly pageInfo: PageInfo;
};

/** A segment and its place in the list. */
export type SegmentEdge = {
  /** Place in the list; pass it as `after` to continue behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The segment. */
  readonly node: Segment;
};

/** Whether a contact is in a segment, and why. */
export type SegmentMembership = {
  /** True when the contact is in it now. */
  readonly member: Scalars['Boolean']['output'];
  /** Every condition of the filter, in the order written. */
  readonly because: ReadonlyArray<PredicateResult>;
};

/** How one condition came out for a contact. */
export type PredicateResult = {
  /** The condition, in words. */
  readonly predicate: Scalars['String']['output'];
  /** Whether it holds. */
  readonly matched: Scalars['Boolean']['output'];
  /** Facts that decide it, newest first, at most 20. */
  readonly evidence: ReadonlyArray<PredicateEvidence>;
};

/** A fact behind a condition. */
export type PredicateEvidence = {
  /** When it happened, in UTC. */
  readonly at: Scalars['DateTime']['output'];
  /** Channel. Null when it happened on none. */
  readonly channel?: Maybe<Scalars['ChannelName']['output']>;
  /** What happened; of a status that began, the status. */
  readonly kind: Scalars['String']['output'];
};

/** A contact in the order of its score. */
export type Lead = {
  /** The contact. */
  readonly contact: Contact;
  /** Total score. */
  readonly total: Scalars['Float']['output'];
  /** Name of the range. Null when in none. */
  readonly leadStatus?: Maybe<Scalars['String']['output']>;
};

/** One page of leads. */
export type LeadConnection = {
  /** The leads of this page. */
  readonly nodes: ReadonlyArray<Lead>;
  /** The leads of this page, each with its cursor. */
  readonly edges: ReadonlyArray<LeadEdge>;
  /** Whether there is more, and where it starts. */
  readonly pageInfo: PageInfo;
};

/** A lead and its place in the list. */
export type LeadEdge = {
  /** Place in the list; pass it as `after` to continue behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The lead. */
  readonly node: Lead;
};

/** Things that happened within one window of time. */
export type TogetherFilter = {
  /** Length of the window. */
  readonly within: Scalars['Duration']['input'];
  /**
   * Two or more leaves about what happened, for example a click on one channel and a reply on another: `behavior`, and on channels `did`
   * and `statusSince`. What is about nothing that happens, as a field or a consent by itself, is refused.
   */
  readonly all: ReadonlyArray<AudienceFilter>;
};

/** Where the contact's score by the account's default model lies. */
export type ScorePredicate = {
  /** Total is at least this. */
  readonly atLeast?: InputMaybe<Scalars['Float']['input']>;
  /** Total is less than this. */
  readonly lessThan?: InputMaybe<Scalars['Float']['input']>;
  /** Name of the range. */
  readonly leadStatus?: InputMaybe<Scalars['String']['input']>;
};

/** In which saved segment the contact is. A segment may not ask for itself, also not through others. */
export type SegmentPredicate = {
  /** Id of the segment. */
  readonly id: Scalars['ID']['input'];
};

/** A segment to save. */
export type SegmentInput = {
  /** The segment to change. Default: a new one. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** Name, 1 to 200 characters, unique among the segments of the account that are not archived. */
  readonly name: Scalars['String']['input'];
  /** Who is in it. Its conditions are checked by the parts that own them before it is saved. */
  readonly filter: AudienceFilter;
  /** True: who comes and who goes is noted, of at most 50 segments of an account. Default: as it is; of a new one false. */
  readonly tracked?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Changes of a segment. What is not given stays as it is. */
export type SegmentUpdateInput = {
  /** The segment to change. */
  readonly id: Scalars['ID']['input'];
  /** Name, 1 to 200 characters, unique among the segments of the account that are not archived. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Who is in it. */
  readonly filter?: InputMaybe<AudienceFilter>;
  /**
   * True: who comes and who goes is noted, of at most 50 segments of an account. False: no longer; what was noted is kept. Refused, with
   * all of them named, while a workflow listens to who comes and goes.
   */
  readonly tracked?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Result of a change of a segment. */
export type SegmentPayload = {
  /** The segment. Null when there are user errors. */
  readonly segment?: Maybe<Segment>;
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Result of `segmentCreate`. */
export type SegmentCreatePayload = {
  /** The segment. Null when there are user errors. */
  readonly segment?: Maybe<Segment>;
  /** Why nothing was saved. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Rules for scores; replaces those of the model of the name. */
export type ScoreModelInput = {
  /** Name of the model, 1 to 200 characters; a new name makes a new model. Default: the account's default model. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** True: it is the account's default from now on. */
  readonly makeDefault?: Scalars['Boolean']['input'];
  /** The rules, in order. */
  readonly rules: ReadonlyArray<ScoreRuleInput>;
  /** Named ranges of the total. */
  readonly ranges?: InputMaybe<ReadonlyArray<ScoreRangeInput>>;
};

/** One rule. */
export type ScoreRuleInput = {
  /** Id of the rule to keep its history of contributions. Default: a new rule. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** Name shown to people. */
  readonly name: Scalars['String']['input'];
  /** Which half of the score it adds to. */
  readonly part: ScorePart;
  /** Who gets the points. */
  readonly when: AudienceFilter;
  /** Points, from -1,000,000 to 1,000,000. */
  readonly points: Scalars['Float']['input'];
  /** True: points for each instance. False: once. */
  readonly perInstance?: Scalars['Boolean']['input'];
  /** How far back actions count. Default: ever. */
  readonly within?: InputMaybe<Scalars['Duration']['input']>;
  /** Most points this rule gives. Default: no limit. */
  readonly cap?: InputMaybe<Scalars['Float']['input']>;
  /** Points shrink to nothing over this time, by the same for each whole day; a number of days. Default: they do not. */
  readonly decayOver?: InputMaybe<Scalars['Duration']['input']>;
};

/** A named range of the total. */
export type ScoreRangeInput = {
  /** Name, shown as lead status. */
  readonly name: Scalars['String']['input'];
  /** Total from which it begins; it ends where the next begins. */
  readonly from: Scalars['Float']['input'];
};

/** Result of `scoreModelSet`. */
export type ScoreModelSetPayload = {
  /** The model. Null when there are user errors. */
  readonly scoreModel?: Maybe<ScoreModel>;
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A message to everybody in an audience, by one channel. Whether each of them may have it is decided, of record, when their message is claimed. */
export type CampaignSend = {
  /** Permanent id; the channel's list of messages takes it as `campaign`. */
  readonly id: Scalars['ID']['output'];
  /** Name, under which the channel tells what became of its messages. */
  readonly name: Scalars['String']['output'];
  /** The channel. */
  readonly channel: Scalars['ChannelName']['output'];
  /** Key of the template on the channel. */
  readonly template: Scalars['String']['output'];
  /** Key of the topic. Null: a message of no topic. */
  readonly topic?: Maybe<Scalars['String']['output']>;
  /** Most messages a minute. Null: as fast as the sender may. */
  readonly perMinute?: Maybe<Scalars['Int']['output']>;
  /** The segment it is for, also one that was archived since. Null when it is for a filter. */
  readonly segment?: Maybe<Segment>;
  /** The filter it is for. Null when it is for a segment. */
  readonly filter?: Maybe<Scalars['JSON']['output']>;
  /** Where it stands. Null when the channel that sends it cannot answer. */
  readonly state?: Maybe<CampaignState>;
  /** When it begins or began, in UTC. Who is in the audience at that moment is asked for a message; who comes later is not. */
  readonly startAt: Scalars['DateTime']['output'];
  /** When it was asked for, in UTC. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Who asked for it. */
  readonly createdBy: Scalars['String']['output'];
  /** Why it could not begin. Null unless it is `FAILED`. */
  readonly failure?: Maybe<Scalars['String']['output']>;
  /** How far it is. Null before it has begun, and when the channel that sends it cannot answer. */
  readonly progress?: Maybe<CampaignProgress>;
};

/** Where a message to an audience stands. */
export type CampaignState =
  /** Waits for its time. */
  | 'SCHEDULED'
  /** Messages are being sent. */
  | 'RUNNING'
  /** Held by hand: nobody gets a message until it is resumed, but those whose message was claimed by then. */
  | 'PAUSED'
  /** Ended by hand. Those whose message was claimed by then got it. */
  | 'CANCELED'
  /** It could not begin. */
  | 'FAILED'
  /** Nobody waits any more. */
  | 'DONE';

/** How far a message to an audience is. All counts together are `size`. */
export type CampaignProgress = {
  /** Contacts in the audience when it began. */
  readonly size: Scalars['Int']['output'];
  /** Contacts that wait for their turn, or for hours and caps that allow it. */
  readonly waiting: Scalars['Int']['output'];
  /** Messages being handed to the provider, or of which the provider is asked whether it has them. */
  readonly sending: Scalars['Int']['output'];
  /** Messages the provider has. */
  readonly sent: Scalars['Int']['output'];
  /** Messages that were not allowed, by the rule. */
  readonly skipped: ReadonlyArray<CampaignSkipped>;
  /** Messages that could not be written, or that the provider refused. */
  readonly failed: Scalars['Int']['output'];
  /** Messages of which the provider cannot tell whether it has them: decide by hand. */
  readonly review: Scalars['Int']['output'];
  /** Contacts whose message was taken back. */
  readonly canceled: Scalars['Int']['output'];
};

/** Contacts of a campaign that one rule spoke against. */
export type CampaignSkipped = {
  /** The rule. */
  readonly rule: SendRule;
  /** How many. */
  readonly count: Scalars['Int']['output'];
};

/** One page of campaigns, the one asked for last first. */
export type CampaignSendConnection = {
  /** The campaigns of this page. */
  readonly nodes: ReadonlyArray<CampaignSend>;
  /** The campaigns of this page, each with its cursor. */
  readonly edges: ReadonlyArray<CampaignSendEdge>;
  /** Whether there is more, and where it starts. */
  readonly pageInfo: PageInfo;
};

/** A campaign and its place in the list. */
export type CampaignSendEdge = {
  /** Place in the list; pass it as `after` to continue behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The campaign. */
  readonly node: CampaignSend;
};

/** Whom a campaign is for. */
export type CampaignAudienceInput =
  /** Who matches this filter when it begins. */
  { readonly filter: AudienceFilter; readonly segment?: never; }
  |  /** Who is in the segment of this id when it begins. */
  { readonly filter?: never; readonly segment: Scalars['ID']['input']; };

/** A message to an audience. */
export type CampaignSendInput = {
  /** Key of the caller's own, 1 to 200 characters: the same again is the same campaign, with another input `IDEMPOTENCY_MISMATCH`. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Name, 1 to 200 characters, under which the channel tells what became of its messages. */
  readonly name: Scalars['String']['input'];
  /** The channel, for example `EMAIL`. */
  readonly channel: Scalars['ChannelName']['input'];
  /** Whom it is for. Archived contacts are in no audience. */
  readonly audience: CampaignAudienceInput;
  /** Key of a template of the channel. Its newest version when it begins is taken for all messages. */
  readonly template: Scalars['String']['input'];
  /** Key of a topic of the channel. Default: a message of no topic. */
  readonly topic?: InputMaybe<Scalars['String']['input']>;
  /** Id of a sender of the channel. Default: its only one in use. */
  readonly sender?: InputMaybe<Scalars['ID']['input']>;
  /** Values for the text, which go before those of the contact. An object of at most 8 kB. */
  readonly variables?: InputMaybe<Scalars['JSON']['input']>;
  /** When to begin, with offset, at most a year ahead. Default: now. */
  readonly startAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Most messages a minute, 1 or more. Default: as fast as the sender may. */
  readonly perMinute?: InputMaybe<Scalars['Int']['input']>;
};

/** Result of a change of a campaign. */
export type CampaignSendPayload = {
  /** The campaign. Null when there are user errors. */
  readonly campaign?: Maybe<CampaignSend>;
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

export type Query = {
  /** One campaign. Null when the account has none of this id. */
  readonly campaignSend?: Maybe<CampaignSend>;
  /** Messages to audiences, the one asked for last first. */
  readonly campaignSends?: Maybe<CampaignSendConnection>;
  /** Any audience, without saving it first. Always current. */
  readonly audience?: Maybe<Audience>;
  /** Saved segments, by name. */
  readonly segments?: Maybe<SegmentConnection>;
  /** One saved segment, also one that is archived. Null when the account has none of this id. */
  readonly segment?: Maybe<Segment>;
  /** Score models of the account, by name, each in its newest version. */
  readonly scoreModels?: Maybe<ReadonlyArray<ScoreModel>>;
  /**
   * Who came into a segment that is tracked and who went, newest first; those of one look in the order in which contacts became known. It
   * is kept for 180 days. Null when the account has no segment of this id.
   */
  readonly segmentChanges?: Maybe<SegmentChangeConnection>;
  /** Contacts by score, highest first; those that are not archived. */
  readonly leads?: Maybe<LeadConnection>;
  /** Internal: who matches each filter, in the order asked; archived contacts match none. Null for one that cannot be asked, of which `audienceProblems` tells why. */
  readonly audienceMatches?: Maybe<ReadonlyArray<Maybe<Scalars['ContactBits']['output']>>>;
  /** Internal: what is wrong with each filter, in the order asked; null: it can be asked. */
  readonly audienceProblems?: Maybe<ReadonlyArray<Maybe<AudienceProblem>>>;
};


export type QueryCampaignSendArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCampaignSendsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAudienceArgs = {
  filter: AudienceFilter;
  includeArchived?: InputMaybe<Scalars['Boolean']['input']>;
  at?: InputMaybe<Scalars['DateTime']['input']>;
};


export type QuerySegmentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  archived?: Scalars['Boolean']['input'];
};


export type QuerySegmentArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySegmentChangesArgs = {
  id: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryLeadsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  minTotal?: InputMaybe<Scalars['Float']['input']>;
  model?: InputMaybe<Scalars['String']['input']>;
  at?: InputMaybe<Scalars['DateTime']['input']>;
};


export type QueryAudienceMatchesArgs = {
  filters: ReadonlyArray<AudienceFilter>;
  contactIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};


export type QueryAudienceProblemsArgs = {
  filters: ReadonlyArray<AudienceFilter>;
};

/** Internal: what is wrong with a filter. */
export type AudienceProblem = {
  /** Place within the filter, from its top: `all`, `1`, `field`, `key`. Empty: the filter as a whole. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  /** What is wrong, in one sentence. */
  readonly message: Scalars['String']['output'];
};

export type Mutation = {
  /**
   * Asks for a message to everybody in an audience, now or at another time. Each of them gets it only if `canSend` allows it when their
   * message is claimed; the others are told with their reason. Idempotent by `idempotencyKey`.
   */
  readonly campaignSend?: Maybe<CampaignSendPayload>;
  /** Holds a campaign. Idempotent while it is not over. */
  readonly campaignPause?: Maybe<CampaignSendPayload>;
  /** Goes on with a campaign. Idempotent while it is not over. */
  readonly campaignResume?: Maybe<CampaignSendPayload>;
  /** Ends a campaign for good. Idempotent while it is not done. */
  readonly campaignCancel?: Maybe<CampaignSendPayload>;
  /** Saves a segment. Not idempotent: a second one of the same name is refused. An account may have 500 that are not archived. */
  readonly segmentCreate?: Maybe<SegmentCreatePayload>;
  /** Changes a segment. Who is in it is of the new filter at once, also where other segments and scores ask for it. Idempotent. */
  readonly segmentUpdate?: Maybe<SegmentPayload>;
  /**
   * Takes a segment out of use: it is in no list any more, and its name is free. Refused, with all of them named, while another
   * segment, a score model, a campaign that has not begun, or a workflow that is live or that somebody is inside asks for it. Idempotent.
   */
  readonly segmentArchive?: Maybe<SegmentPayload>;
  /** Makes a score model, or replaces its rules. Scores are by the new rules at once. Idempotent: the same rules make no new version. */
  readonly scoreModelSet?: Maybe<ScoreModelSetPayload>;
  /**
   * Internal: has who comes into segments and who leaves them noted, as a workflow listens. Tells what keeps each from that, in one
   * sentence and in the order asked; null: it is noted. Idempotent.
   */
  readonly segmentsTrack?: Maybe<ReadonlyArray<Maybe<Scalars['String']['output']>>>;
};


export type MutationCampaignSendArgs = {
  input: CampaignSendInput;
};


export type MutationCampaignPauseArgs = {
  id: Scalars['ID']['input'];
};


export type MutationCampaignResumeArgs = {
  id: Scalars['ID']['input'];
};


export type MutationCampaignCancelArgs = {
  id: Scalars['ID']['input'];
};


export type MutationSegmentCreateArgs = {
  input: SegmentInput;
};


export type MutationSegmentUpdateArgs = {
  input: SegmentUpdateInput;
};


export type MutationSegmentArchiveArgs = {
  id: Scalars['ID']['input'];
};


export type MutationScoreModelSetArgs = {
  input: ScoreModelInput;
};


export type MutationSegmentsTrackArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};

/**
 * Who belongs to an audience. Exactly one field of each object: combine with `all`, `any` and `not`.
 * Example, clicked an email in the last week and may be texted:
 * `{all: [{email: {did: [{kinds: [CLICK], within: "P7D"}]}}, {sms: {canSend: true}}]}`.
 */
export type AudienceFilter =
  /** Every one of these. An empty list matches everybody. */
  { readonly all: ReadonlyArray<AudienceFilter>; readonly any?: never; readonly not?: never; readonly together?: never; readonly behavior?: never; readonly workflow?: never; readonly email?: never; readonly field?: never; readonly tag?: never; readonly identifier?: never; readonly created?: never; readonly acquisition?: never; readonly sms?: never; readonly score?: never; readonly segment?: never; }
  |  /** At least one of these. An empty list matches nobody. */
  { readonly all?: never; readonly any: ReadonlyArray<AudienceFilter>; readonly not?: never; readonly together?: never; readonly behavior?: never; readonly workflow?: never; readonly email?: never; readonly field?: never; readonly tag?: never; readonly identifier?: never; readonly created?: never; readonly acquisition?: never; readonly sms?: never; readonly score?: never; readonly segment?: never; }
  |  /** Not this. */
  { readonly all?: never; readonly any?: never; readonly not: AudienceFilter; readonly together?: never; readonly behavior?: never; readonly workflow?: never; readonly email?: never; readonly field?: never; readonly tag?: never; readonly identifier?: never; readonly created?: never; readonly acquisition?: never; readonly sms?: never; readonly score?: never; readonly segment?: never; }
  |  /** Something of each happened within one window of time, in any order. */
  { readonly all?: never; readonly any?: never; readonly not?: never; readonly together: TogetherFilter; readonly behavior?: never; readonly workflow?: never; readonly email?: never; readonly field?: never; readonly tag?: never; readonly identifier?: never; readonly created?: never; readonly acquisition?: never; readonly sms?: never; readonly score?: never; readonly segment?: never; }
  |  /** What the contact did on sites and in apps. */
  { readonly all?: never; readonly any?: never; readonly not?: never; readonly together?: never; readonly behavior: BehaviorPredicate; readonly workflow?: never; readonly email?: never; readonly field?: never; readonly tag?: never; readonly identifier?: never; readonly created?: never; readonly acquisition?: never; readonly sms?: never; readonly score?: never; readonly segment?: never; }
  |  /** Where the contact is or was in a workflow. */
  { readonly all?: never; readonly any?: never; readonly not?: never; readonly together?: never; readonly behavior?: never; readonly workflow: WorkflowPredicate; readonly email?: never; readonly field?: never; readonly tag?: never; readonly identifier?: never; readonly created?: never; readonly acquisition?: never; readonly sms?: never; readonly score?: never; readonly segment?: never; }
  |  /** What must be so on email. All conditions given hold together; a contact without an address matches none of them but `canSend: false` and `canSendNow: false`. */
  { readonly all?: never; readonly any?: never; readonly not?: never; readonly together?: never; readonly behavior?: never; readonly workflow?: never; readonly email: EmailPredicate; readonly field?: never; readonly tag?: never; readonly identifier?: never; readonly created?: never; readonly acquisition?: never; readonly sms?: never; readonly score?: never; readonly segment?: never; }
  |  /**
   * How the value of a custom field must be, as it is shown of a merged contact. All conditions given hold together; of a `CHOICES`
   * field each condition must hold for one of the options chosen. A contact without a value matches no comparison, so that a `not`
   * around one matches it. Without any condition the field must have a value. What is compared has the JSON form of the field's type,
   * else the filter is refused.
   */
  { readonly all?: never; readonly any?: never; readonly not?: never; readonly together?: never; readonly behavior?: never; readonly workflow?: never; readonly email?: never; readonly field: FieldPredicate; readonly tag?: never; readonly identifier?: never; readonly created?: never; readonly acquisition?: never; readonly sms?: never; readonly score?: never; readonly segment?: never; }
  |  /** Which label the contact must have, as it is shown: exactly this text, outer spaces aside. */
  { readonly all?: never; readonly any?: never; readonly not?: never; readonly together?: never; readonly behavior?: never; readonly workflow?: never; readonly email?: never; readonly field?: never; readonly tag: TagPredicate; readonly identifier?: never; readonly created?: never; readonly acquisition?: never; readonly sms?: never; readonly score?: never; readonly segment?: never; }
  |  /** Which identifier the contact must have, itself or by a merge. */
  { readonly all?: never; readonly any?: never; readonly not?: never; readonly together?: never; readonly behavior?: never; readonly workflow?: never; readonly email?: never; readonly field?: never; readonly tag?: never; readonly identifier: IdentifierPredicate; readonly created?: never; readonly acquisition?: never; readonly sms?: never; readonly score?: never; readonly segment?: never; }
  |  /**
   * When the contact was first known; of a merged one the earliest. One condition or more, all of which hold together. Moments are
   * compared by their whole seconds. Every contact has this moment.
   */
  { readonly all?: never; readonly any?: never; readonly not?: never; readonly together?: never; readonly behavior?: never; readonly workflow?: never; readonly email?: never; readonly field?: never; readonly tag?: never; readonly identifier?: never; readonly created: CreatedPredicate; readonly acquisition?: never; readonly sms?: never; readonly score?: never; readonly segment?: never; }
  |  /**
   * Where the contact came from first; of a merged one the earliest. All conditions given hold together. A contact of which it is not
   * known matches none of them, and not the empty condition, so that a `not` around one matches it.
   */
  { readonly all?: never; readonly any?: never; readonly not?: never; readonly together?: never; readonly behavior?: never; readonly workflow?: never; readonly email?: never; readonly field?: never; readonly tag?: never; readonly identifier?: never; readonly created?: never; readonly acquisition: AcquisitionPredicate; readonly sms?: never; readonly score?: never; readonly segment?: never; }
  |  /** What must be so on sms. All conditions given hold together; a contact without a number matches none of them but `canSend: false` and `canSendNow: false`. */
  { readonly all?: never; readonly any?: never; readonly not?: never; readonly together?: never; readonly behavior?: never; readonly workflow?: never; readonly email?: never; readonly field?: never; readonly tag?: never; readonly identifier?: never; readonly created?: never; readonly acquisition?: never; readonly sms: SmsPredicate; readonly score?: never; readonly segment?: never; }
  |  /** Where the contact's score by the account's default model lies. */
  { readonly all?: never; readonly any?: never; readonly not?: never; readonly together?: never; readonly behavior?: never; readonly workflow?: never; readonly email?: never; readonly field?: never; readonly tag?: never; readonly identifier?: never; readonly created?: never; readonly acquisition?: never; readonly sms?: never; readonly score: ScorePredicate; readonly segment?: never; }
  |  /** In which saved segment the contact is. A segment may not ask for itself, also not through others. */
  { readonly all?: never; readonly any?: never; readonly not?: never; readonly together?: never; readonly behavior?: never; readonly workflow?: never; readonly email?: never; readonly field?: never; readonly tag?: never; readonly identifier?: never; readonly created?: never; readonly acquisition?: never; readonly sms?: never; readonly score?: never; readonly segment: SegmentPredicate; };

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

/** Consent that must hold. */
export type SmsConsentCondition = {
  /** Key of the topic. Default: the whole channel. */
  readonly topic?: InputMaybe<Scalars['String']['input']>;
  /** True: it must be given. False: it must not. */
  readonly given?: Scalars['Boolean']['input'];
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

/** Which identifier the contact must have, itself or by a merge. */
export type IdentifierPredicate = {
  /** The kind that must be present. */
  readonly kind: Scalars['IdentifierKind']['input'];
  /** True: the person must have proved to own it. */
  readonly verified?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Which label the contact must have, as it is shown: exactly this text, outer spaces aside. */
export type TagPredicate = {
  /** The label. */
  readonly equals: Scalars['String']['input'];
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

/** Consent that must hold. */
export type EmailConsentCondition = {
  /** Key of the topic. Default: the whole channel. */
  readonly topic?: InputMaybe<Scalars['String']['input']>;
  /** True: it must be given. False: it must not. */
  readonly given?: Scalars['Boolean']['input'];
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

/** Where the contact is or was in a workflow. */
export type WorkflowPredicate = {
  /** Id of the workflow. */
  readonly id: Scalars['ID']['input'];
  /** State is one of these. Default: any. */
  readonly state?: InputMaybe<ReadonlyArray<EnrollmentState>>;
};

/** States of an enrollment. */
export type EnrollmentState =
  /** A step is due. */
  | 'ACTIVE'
  /** Waits for a time or an event. */
  | 'WAITING'
  /**
   * Stands still because the contact was merged with one that is or was in the same workflow; goes on where it was once the merge
   * is taken back. Follows from the merge and is never recorded.
   */
  | 'PAUSED'
  /** Reached its end or its goal. */
  | 'COMPLETED'
  /** Left before the end. */
  | 'EXITED'
  /** A step failed for good; staff should look. */
  | 'FAILED';

/** What the contact did on sites and in apps. */
export type BehaviorPredicate = {
  /** Name of the event. */
  readonly name: Scalars['String']['input'];
  /** How far back from now. Default: ever. */
  readonly within?: InputMaybe<Scalars['Duration']['input']>;
  /** At least so many times, 1 or more. */
  readonly atLeast?: Scalars['Int']['input'];
  /** Each of these properties is so. */
  readonly properties?: InputMaybe<ReadonlyArray<BehaviorPropertyCondition>>;
};

/** A property of the event. */
export type BehaviorPropertyCondition = {
  /** Name of the property. */
  readonly key: Scalars['String']['input'];
  /** Its value, matched exactly. */
  readonly equals: Scalars['JSON']['input'];
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
  Contact: ResolverTypeWrapper<Partial<Omit<Contact, 'timeline' | 'score' | 'segments'> & { timeline?: Maybe<ResolversTypes['TimelineConnection']>, score?: Maybe<ResolversTypes['Score']>, segments?: Maybe<Array<ResolversTypes['Segment']>> }>>;
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
  LeafAudience: ResolverTypeWrapper<Partial<LeafAudience>>;
  LeafFact: ResolverTypeWrapper<Partial<LeafFact>>;
  TimelineEntry: ResolverTypeWrapper<TimelineEntryModel>;
  TimelineConnection: ResolverTypeWrapper<Partial<Omit<TimelineConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversTypes['TimelineEntry']>, edges: Array<ResolversTypes['TimelineEdge']> }>>;
  TimelineEdge: ResolverTypeWrapper<Partial<Omit<TimelineEdge, 'node'> & { node: ResolversTypes['TimelineEntry'] }>>;
  Score: ResolverTypeWrapper<Partial<Omit<Score, 'contributions'> & { contributions: Array<ResolversTypes['ScoreContribution']> }>>;
  Float: ResolverTypeWrapper<Partial<Scalars['Float']['output']>>;
  ScoreContribution: ResolverTypeWrapper<ScoreContributionModel>;
  ScoreRule: ResolverTypeWrapper<Partial<ScoreRule>>;
  ScorePart: ResolverTypeWrapper<Partial<ScorePart>>;
  ScoreModel: ResolverTypeWrapper<Partial<ScoreModel>>;
  ScoreRange: ResolverTypeWrapper<Partial<ScoreRange>>;
  Audience: ResolverTypeWrapper<AudienceModel>;
  Segment: ResolverTypeWrapper<SegmentModel>;
  SegmentContactOrder: ResolverTypeWrapper<Partial<SegmentContactOrder>>;
  SegmentSize: ResolverTypeWrapper<Partial<SegmentSize>>;
  SegmentChangeKind: ResolverTypeWrapper<Partial<SegmentChangeKind>>;
  SegmentChange: ResolverTypeWrapper<SegmentChangeModel>;
  SegmentChangeConnection: ResolverTypeWrapper<Partial<Omit<SegmentChangeConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversTypes['SegmentChange']>, edges: Array<ResolversTypes['SegmentChangeEdge']> }>>;
  SegmentChangeEdge: ResolverTypeWrapper<Partial<Omit<SegmentChangeEdge, 'node'> & { node: ResolversTypes['SegmentChange'] }>>;
  SegmentConnection: ResolverTypeWrapper<Partial<Omit<SegmentConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversTypes['Segment']>, edges: Array<ResolversTypes['SegmentEdge']> }>>;
  SegmentEdge: ResolverTypeWrapper<Partial<Omit<SegmentEdge, 'node'> & { node: ResolversTypes['Segment'] }>>;
  SegmentMembership: ResolverTypeWrapper<Partial<Omit<SegmentMembership, 'because'> & { because: Array<ResolversTypes['PredicateResult']> }>>;
  PredicateResult: ResolverTypeWrapper<PredicateResultModel>;
  PredicateEvidence: ResolverTypeWrapper<PredicateEvidenceModel>;
  Lead: ResolverTypeWrapper<Partial<Omit<Lead, 'contact'> & { contact: ResolversTypes['Contact'] }>>;
  LeadConnection: ResolverTypeWrapper<Partial<Omit<LeadConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversTypes['Lead']>, edges: Array<ResolversTypes['LeadEdge']> }>>;
  LeadEdge: ResolverTypeWrapper<Partial<Omit<LeadEdge, 'node'> & { node: ResolversTypes['Lead'] }>>;
  TogetherFilter: ResolverTypeWrapper<Partial<TogetherFilter>>;
  ScorePredicate: ResolverTypeWrapper<Partial<ScorePredicate>>;
  SegmentPredicate: ResolverTypeWrapper<Partial<SegmentPredicate>>;
  SegmentInput: ResolverTypeWrapper<Partial<SegmentInput>>;
  SegmentUpdateInput: ResolverTypeWrapper<Partial<SegmentUpdateInput>>;
  SegmentPayload: ResolverTypeWrapper<Partial<Omit<SegmentPayload, 'segment'> & { segment?: Maybe<ResolversTypes['Segment']> }>>;
  SegmentCreatePayload: ResolverTypeWrapper<Partial<Omit<SegmentCreatePayload, 'segment'> & { segment?: Maybe<ResolversTypes['Segment']> }>>;
  ScoreModelInput: ResolverTypeWrapper<Partial<ScoreModelInput>>;
  ScoreRuleInput: ResolverTypeWrapper<Partial<ScoreRuleInput>>;
  ScoreRangeInput: ResolverTypeWrapper<Partial<ScoreRangeInput>>;
  ScoreModelSetPayload: ResolverTypeWrapper<Partial<ScoreModelSetPayload>>;
  CampaignSend: ResolverTypeWrapper<CampaignSendModel>;
  CampaignState: ResolverTypeWrapper<Partial<CampaignState>>;
  CampaignProgress: ResolverTypeWrapper<CampaignProgressModel>;
  CampaignSkipped: ResolverTypeWrapper<Partial<CampaignSkipped>>;
  CampaignSendConnection: ResolverTypeWrapper<Partial<Omit<CampaignSendConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversTypes['CampaignSend']>, edges: Array<ResolversTypes['CampaignSendEdge']> }>>;
  CampaignSendEdge: ResolverTypeWrapper<Partial<Omit<CampaignSendEdge, 'node'> & { node: ResolversTypes['CampaignSend'] }>>;
  CampaignAudienceInput: ResolverTypeWrapper<Partial<CampaignAudienceInput>>;
  CampaignSendInput: ResolverTypeWrapper<Partial<CampaignSendInput>>;
  CampaignSendPayload: ResolverTypeWrapper<Partial<Omit<CampaignSendPayload, 'campaign'> & { campaign?: Maybe<ResolversTypes['CampaignSend']> }>>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  AudienceProblem: ResolverTypeWrapper<Partial<AudienceProblem>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  AudienceFilter: ResolverTypeWrapper<Partial<AudienceFilter>>;
  SmsPredicate: ResolverTypeWrapper<Partial<SmsPredicate>>;
  SmsConsentCondition: ResolverTypeWrapper<Partial<SmsConsentCondition>>;
  SmsStatusWindow: ResolverTypeWrapper<Partial<SmsStatusWindow>>;
  SmsStatus: ResolverTypeWrapper<Partial<SmsStatus>>;
  SmsDid: ResolverTypeWrapper<Partial<SmsDid>>;
  SmsPropertyCondition: ResolverTypeWrapper<Partial<SmsPropertyCondition>>;
  SmsActivityKind: ResolverTypeWrapper<Partial<SmsActivityKind>>;
  AcquisitionPredicate: ResolverTypeWrapper<Partial<AcquisitionPredicate>>;
  AcquisitionDetailCondition: ResolverTypeWrapper<Partial<AcquisitionDetailCondition>>;
  AcquisitionKind: ResolverTypeWrapper<Partial<AcquisitionKind>>;
  CreatedPredicate: ResolverTypeWrapper<Partial<CreatedPredicate>>;
  IdentifierPredicate: ResolverTypeWrapper<Partial<IdentifierPredicate>>;
  IdentifierKind: ResolverTypeWrapper<Partial<Scalars['IdentifierKind']['output']>>;
  TagPredicate: ResolverTypeWrapper<Partial<TagPredicate>>;
  FieldPredicate: ResolverTypeWrapper<Partial<FieldPredicate>>;
  EmailPredicate: ResolverTypeWrapper<Partial<EmailPredicate>>;
  EmailConsentCondition: ResolverTypeWrapper<Partial<EmailConsentCondition>>;
  EmailStatusWindow: ResolverTypeWrapper<Partial<EmailStatusWindow>>;
  EmailStatus: ResolverTypeWrapper<Partial<EmailStatus>>;
  EmailDid: ResolverTypeWrapper<Partial<EmailDid>>;
  EmailPropertyCondition: ResolverTypeWrapper<Partial<EmailPropertyCondition>>;
  EmailActivityKind: ResolverTypeWrapper<Partial<EmailActivityKind>>;
  WorkflowPredicate: ResolverTypeWrapper<Partial<WorkflowPredicate>>;
  EnrollmentState: ResolverTypeWrapper<Partial<EnrollmentState>>;
  BehaviorPredicate: ResolverTypeWrapper<Partial<BehaviorPredicate>>;
  BehaviorPropertyCondition: ResolverTypeWrapper<Partial<BehaviorPropertyCondition>>;
  String: ResolverTypeWrapper<Partial<Scalars['String']['output']>>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Partial<Scalars['DateTime']['output']>;
  Duration: Partial<Scalars['Duration']['output']>;
  JSON: Partial<Scalars['JSON']['output']>;
  ChannelName: Partial<Scalars['ChannelName']['output']>;
  Contact: Partial<Omit<Contact, 'timeline' | 'score' | 'segments'> & { timeline?: Maybe<ResolversParentTypes['TimelineConnection']>, score?: Maybe<ResolversParentTypes['Score']>, segments?: Maybe<Array<ResolversParentTypes['Segment']>> } | FederationReferenceTypes['Contact']>;
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
  LeafAudience: Partial<LeafAudience>;
  LeafFact: Partial<LeafFact>;
  TimelineEntry: TimelineEntryModel;
  TimelineConnection: Partial<Omit<TimelineConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversParentTypes['TimelineEntry']>, edges: Array<ResolversParentTypes['TimelineEdge']> }>;
  TimelineEdge: Partial<Omit<TimelineEdge, 'node'> & { node: ResolversParentTypes['TimelineEntry'] }>;
  Score: Partial<Omit<Score, 'contributions'> & { contributions: Array<ResolversParentTypes['ScoreContribution']> }>;
  Float: Partial<Scalars['Float']['output']>;
  ScoreContribution: ScoreContributionModel;
  ScoreRule: Partial<ScoreRule>;
  ScoreModel: Partial<ScoreModel>;
  ScoreRange: Partial<ScoreRange>;
  Audience: AudienceModel;
  Segment: SegmentModel;
  SegmentSize: Partial<SegmentSize>;
  SegmentChange: SegmentChangeModel;
  SegmentChangeConnection: Partial<Omit<SegmentChangeConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversParentTypes['SegmentChange']>, edges: Array<ResolversParentTypes['SegmentChangeEdge']> }>;
  SegmentChangeEdge: Partial<Omit<SegmentChangeEdge, 'node'> & { node: ResolversParentTypes['SegmentChange'] }>;
  SegmentConnection: Partial<Omit<SegmentConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversParentTypes['Segment']>, edges: Array<ResolversParentTypes['SegmentEdge']> }>;
  SegmentEdge: Partial<Omit<SegmentEdge, 'node'> & { node: ResolversParentTypes['Segment'] }>;
  SegmentMembership: Partial<Omit<SegmentMembership, 'because'> & { because: Array<ResolversParentTypes['PredicateResult']> }>;
  PredicateResult: PredicateResultModel;
  PredicateEvidence: PredicateEvidenceModel;
  Lead: Partial<Omit<Lead, 'contact'> & { contact: ResolversParentTypes['Contact'] }>;
  LeadConnection: Partial<Omit<LeadConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversParentTypes['Lead']>, edges: Array<ResolversParentTypes['LeadEdge']> }>;
  LeadEdge: Partial<Omit<LeadEdge, 'node'> & { node: ResolversParentTypes['Lead'] }>;
  TogetherFilter: Partial<TogetherFilter>;
  ScorePredicate: Partial<ScorePredicate>;
  SegmentPredicate: Partial<SegmentPredicate>;
  SegmentInput: Partial<SegmentInput>;
  SegmentUpdateInput: Partial<SegmentUpdateInput>;
  SegmentPayload: Partial<Omit<SegmentPayload, 'segment'> & { segment?: Maybe<ResolversParentTypes['Segment']> }>;
  SegmentCreatePayload: Partial<Omit<SegmentCreatePayload, 'segment'> & { segment?: Maybe<ResolversParentTypes['Segment']> }>;
  ScoreModelInput: Partial<ScoreModelInput>;
  ScoreRuleInput: Partial<ScoreRuleInput>;
  ScoreRangeInput: Partial<ScoreRangeInput>;
  ScoreModelSetPayload: Partial<ScoreModelSetPayload>;
  CampaignSend: CampaignSendModel;
  CampaignProgress: CampaignProgressModel;
  CampaignSkipped: Partial<CampaignSkipped>;
  CampaignSendConnection: Partial<Omit<CampaignSendConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversParentTypes['CampaignSend']>, edges: Array<ResolversParentTypes['CampaignSendEdge']> }>;
  CampaignSendEdge: Partial<Omit<CampaignSendEdge, 'node'> & { node: ResolversParentTypes['CampaignSend'] }>;
  CampaignAudienceInput: Partial<CampaignAudienceInput>;
  CampaignSendInput: Partial<CampaignSendInput>;
  CampaignSendPayload: Partial<Omit<CampaignSendPayload, 'campaign'> & { campaign?: Maybe<ResolversParentTypes['CampaignSend']> }>;
  Query: Record<PropertyKey, never>;
  AudienceProblem: Partial<AudienceProblem>;
  Mutation: Record<PropertyKey, never>;
  AudienceFilter: Partial<AudienceFilter>;
  SmsPredicate: Partial<SmsPredicate>;
  SmsConsentCondition: Partial<SmsConsentCondition>;
  SmsStatusWindow: Partial<SmsStatusWindow>;
  SmsDid: Partial<SmsDid>;
  SmsPropertyCondition: Partial<SmsPropertyCondition>;
  AcquisitionPredicate: Partial<AcquisitionPredicate>;
  AcquisitionDetailCondition: Partial<AcquisitionDetailCondition>;
  CreatedPredicate: Partial<CreatedPredicate>;
  IdentifierPredicate: Partial<IdentifierPredicate>;
  IdentifierKind: Partial<Scalars['IdentifierKind']['output']>;
  TagPredicate: Partial<TagPredicate>;
  FieldPredicate: Partial<FieldPredicate>;
  EmailPredicate: Partial<EmailPredicate>;
  EmailConsentCondition: Partial<EmailConsentCondition>;
  EmailStatusWindow: Partial<EmailStatusWindow>;
  EmailDid: Partial<EmailDid>;
  EmailPropertyCondition: Partial<EmailPropertyCondition>;
  WorkflowPredicate: Partial<WorkflowPredicate>;
  BehaviorPredicate: Partial<BehaviorPredicate>;
  BehaviorPropertyCondition: Partial<BehaviorPropertyCondition>;
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
  timeline?: Resolver<Maybe<ResolversTypes['TimelineConnection']>, ParentType, ContextType, RequireFields<ContactTimelineArgs, 'first'>>;
  preferencesUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Score']>, ParentType, ContextType, Partial<ContactScoreArgs>>;
  segments?: Resolver<Maybe<Array<ResolversTypes['Segment']>>, ParentType, ContextType>;
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

export type TimelineEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimelineEntry'] = ResolversParentTypes['TimelineEntry']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['ChannelName']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  details?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  messageId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type TimelineConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimelineConnection'] = ResolversParentTypes['TimelineConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['TimelineEntry']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['TimelineEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  unavailable?: Resolver<Array<ResolversTypes['ChannelName']>, ParentType, ContextType>;
};

export type TimelineEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimelineEdge'] = ResolversParentTypes['TimelineEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TimelineEntry'], ParentType, ContextType>;
};

export type ScoreResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Score'] = ResolversParentTypes['Score']> = {
  total?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  demographics?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  actions?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  leadStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contributions?: Resolver<Array<ResolversTypes['ScoreContribution']>, ParentType, ContextType>;
};

export type ScoreContributionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScoreContribution'] = ResolversParentTypes['ScoreContribution']> = {
  rule?: Resolver<ResolversTypes['ScoreRule'], ParentType, ContextType>;
  points?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  occurrences?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  evidence?: Resolver<Array<ResolversTypes['PredicateEvidence']>, ParentType, ContextType>;
};

export type ScoreRuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScoreRule'] = ResolversParentTypes['ScoreRule']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  part?: Resolver<ResolversTypes['ScorePart'], ParentType, ContextType>;
  points?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ScoreModelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScoreModel'] = ResolversParentTypes['ScoreModel']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rules?: Resolver<Array<ResolversTypes['ScoreRule']>, ParentType, ContextType>;
  ranges?: Resolver<Array<ResolversTypes['ScoreRange']>, ParentType, ContextType>;
};

export type ScoreRangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScoreRange'] = ResolversParentTypes['ScoreRange']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type AudienceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Audience'] = ResolversParentTypes['Audience']> = {
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  contacts?: Resolver<ResolversTypes['ContactConnection'], ParentType, ContextType, RequireFields<AudienceContactsArgs, 'first'>>;
};

export type SegmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Segment'] = ResolversParentTypes['Segment']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  filter?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  archivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  tracked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sizes?: Resolver<Array<ResolversTypes['SegmentSize']>, ParentType, ContextType, Partial<SegmentSizesArgs>>;
  contacts?: Resolver<ResolversTypes['ContactConnection'], ParentType, ContextType, RequireFields<SegmentContactsArgs, 'first' | 'sortBy' | 'descending'>>;
  membership?: Resolver<Maybe<ResolversTypes['SegmentMembership']>, ParentType, ContextType, RequireFields<SegmentMembershipArgs, 'contactId'>>;
};

export type SegmentSizeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SegmentSize'] = ResolversParentTypes['SegmentSize']> = {
  day?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  size?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SegmentChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SegmentChange'] = ResolversParentTypes['SegmentChange']> = {
  kind?: Resolver<ResolversTypes['SegmentChangeKind'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  contact?: Resolver<ResolversTypes['Contact'], ParentType, ContextType>;
};

export type SegmentChangeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SegmentChangeConnection'] = ResolversParentTypes['SegmentChangeConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['SegmentChange']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['SegmentChangeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SegmentChangeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SegmentChangeEdge'] = ResolversParentTypes['SegmentChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SegmentChange'], ParentType, ContextType>;
};

export type SegmentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SegmentConnection'] = ResolversParentTypes['SegmentConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['Segment']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['SegmentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SegmentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SegmentEdge'] = ResolversParentTypes['SegmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Segment'], ParentType, ContextType>;
};

export type SegmentMembershipResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SegmentMembership'] = ResolversParentTypes['SegmentMembership']> = {
  member?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  because?: Resolver<Array<ResolversTypes['PredicateResult']>, ParentType, ContextType>;
};

export type PredicateResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PredicateResult'] = ResolversParentTypes['PredicateResult']> = {
  predicate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  matched?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  evidence?: Resolver<Array<ResolversTypes['PredicateEvidence']>, ParentType, ContextType>;
};

export type PredicateEvidenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PredicateEvidence'] = ResolversParentTypes['PredicateEvidence']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['ChannelName']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LeadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Lead'] = ResolversParentTypes['Lead']> = {
  contact?: Resolver<ResolversTypes['Contact'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  leadStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LeadConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LeadConnection'] = ResolversParentTypes['LeadConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['Lead']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['LeadEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LeadEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LeadEdge'] = ResolversParentTypes['LeadEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Lead'], ParentType, ContextType>;
};

export type SegmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SegmentPayload'] = ResolversParentTypes['SegmentPayload']> = {
  segment?: Resolver<Maybe<ResolversTypes['Segment']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SegmentCreatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SegmentCreatePayload'] = ResolversParentTypes['SegmentCreatePayload']> = {
  segment?: Resolver<Maybe<ResolversTypes['Segment']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ScoreModelSetPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScoreModelSetPayload'] = ResolversParentTypes['ScoreModelSetPayload']> = {
  scoreModel?: Resolver<Maybe<ResolversTypes['ScoreModel']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CampaignSendResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CampaignSend'] = ResolversParentTypes['CampaignSend']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['ChannelName'], ParentType, ContextType>;
  template?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  topic?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  perMinute?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  segment?: Resolver<Maybe<ResolversTypes['Segment']>, ParentType, ContextType>;
  filter?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['CampaignState']>, ParentType, ContextType>;
  startAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  progress?: Resolver<Maybe<ResolversTypes['CampaignProgress']>, ParentType, ContextType>;
};

export type CampaignProgressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CampaignProgress'] = ResolversParentTypes['CampaignProgress']> = {
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  waiting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sending?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  skipped?: Resolver<Array<ResolversTypes['CampaignSkipped']>, ParentType, ContextType>;
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  review?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  canceled?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CampaignSkippedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CampaignSkipped'] = ResolversParentTypes['CampaignSkipped']> = {
  rule?: Resolver<ResolversTypes['SendRule'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CampaignSendConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CampaignSendConnection'] = ResolversParentTypes['CampaignSendConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['CampaignSend']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['CampaignSendEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CampaignSendEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CampaignSendEdge'] = ResolversParentTypes['CampaignSendEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CampaignSend'], ParentType, ContextType>;
};

export type CampaignSendPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CampaignSendPayload'] = ResolversParentTypes['CampaignSendPayload']> = {
  campaign?: Resolver<Maybe<ResolversTypes['CampaignSend']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  campaignSend?: Resolver<Maybe<ResolversTypes['CampaignSend']>, ParentType, ContextType, RequireFields<QueryCampaignSendArgs, 'id'>>;
  campaignSends?: Resolver<Maybe<ResolversTypes['CampaignSendConnection']>, ParentType, ContextType, RequireFields<QueryCampaignSendsArgs, 'first'>>;
  audience?: Resolver<Maybe<ResolversTypes['Audience']>, ParentType, ContextType, RequireFields<QueryAudienceArgs, 'filter' | 'includeArchived'>>;
  segments?: Resolver<Maybe<ResolversTypes['SegmentConnection']>, ParentType, ContextType, RequireFields<QuerySegmentsArgs, 'first' | 'archived'>>;
  segment?: Resolver<Maybe<ResolversTypes['Segment']>, ParentType, ContextType, RequireFields<QuerySegmentArgs, 'id'>>;
  scoreModels?: Resolver<Maybe<Array<ResolversTypes['ScoreModel']>>, ParentType, ContextType>;
  segmentChanges?: Resolver<Maybe<ResolversTypes['SegmentChangeConnection']>, ParentType, ContextType, RequireFields<QuerySegmentChangesArgs, 'id' | 'first'>>;
  leads?: Resolver<Maybe<ResolversTypes['LeadConnection']>, ParentType, ContextType, RequireFields<QueryLeadsArgs, 'first'>>;
  audienceMatches?: Resolver<Maybe<Array<Maybe<ResolversTypes['ContactBits']>>>, ParentType, ContextType, RequireFields<QueryAudienceMatchesArgs, 'filters'>>;
  audienceProblems?: Resolver<Maybe<Array<Maybe<ResolversTypes['AudienceProblem']>>>, ParentType, ContextType, RequireFields<QueryAudienceProblemsArgs, 'filters'>>;
};

export type AudienceProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AudienceProblem'] = ResolversParentTypes['AudienceProblem']> = {
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  campaignSend?: Resolver<Maybe<ResolversTypes['CampaignSendPayload']>, ParentType, ContextType, RequireFields<MutationCampaignSendArgs, 'input'>>;
  campaignPause?: Resolver<Maybe<ResolversTypes['CampaignSendPayload']>, ParentType, ContextType, RequireFields<MutationCampaignPauseArgs, 'id'>>;
  campaignResume?: Resolver<Maybe<ResolversTypes['CampaignSendPayload']>, ParentType, ContextType, RequireFields<MutationCampaignResumeArgs, 'id'>>;
  campaignCancel?: Resolver<Maybe<ResolversTypes['CampaignSendPayload']>, ParentType, ContextType, RequireFields<MutationCampaignCancelArgs, 'id'>>;
  segmentCreate?: Resolver<Maybe<ResolversTypes['SegmentCreatePayload']>, ParentType, ContextType, RequireFields<MutationSegmentCreateArgs, 'input'>>;
  segmentUpdate?: Resolver<Maybe<ResolversTypes['SegmentPayload']>, ParentType, ContextType, RequireFields<MutationSegmentUpdateArgs, 'input'>>;
  segmentArchive?: Resolver<Maybe<ResolversTypes['SegmentPayload']>, ParentType, ContextType, RequireFields<MutationSegmentArchiveArgs, 'id'>>;
  scoreModelSet?: Resolver<Maybe<ResolversTypes['ScoreModelSetPayload']>, ParentType, ContextType, RequireFields<MutationScoreModelSetArgs, 'input'>>;
  segmentsTrack?: Resolver<Maybe<Array<Maybe<ResolversTypes['String']>>>, ParentType, ContextType, RequireFields<MutationSegmentsTrackArgs, 'ids'>>;
};

export interface IdentifierKindScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['IdentifierKind'], any> {
  name: 'IdentifierKind';
}

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
  TimelineEntry?: TimelineEntryResolvers<ContextType>;
  TimelineConnection?: TimelineConnectionResolvers<ContextType>;
  TimelineEdge?: TimelineEdgeResolvers<ContextType>;
  Score?: ScoreResolvers<ContextType>;
  ScoreContribution?: ScoreContributionResolvers<ContextType>;
  ScoreRule?: ScoreRuleResolvers<ContextType>;
  ScoreModel?: ScoreModelResolvers<ContextType>;
  ScoreRange?: ScoreRangeResolvers<ContextType>;
  Audience?: AudienceResolvers<ContextType>;
  Segment?: SegmentResolvers<ContextType>;
  SegmentSize?: SegmentSizeResolvers<ContextType>;
  SegmentChange?: SegmentChangeResolvers<ContextType>;
  SegmentChangeConnection?: SegmentChangeConnectionResolvers<ContextType>;
  SegmentChangeEdge?: SegmentChangeEdgeResolvers<ContextType>;
  SegmentConnection?: SegmentConnectionResolvers<ContextType>;
  SegmentEdge?: SegmentEdgeResolvers<ContextType>;
  SegmentMembership?: SegmentMembershipResolvers<ContextType>;
  PredicateResult?: PredicateResultResolvers<ContextType>;
  PredicateEvidence?: PredicateEvidenceResolvers<ContextType>;
  Lead?: LeadResolvers<ContextType>;
  LeadConnection?: LeadConnectionResolvers<ContextType>;
  LeadEdge?: LeadEdgeResolvers<ContextType>;
  SegmentPayload?: SegmentPayloadResolvers<ContextType>;
  SegmentCreatePayload?: SegmentCreatePayloadResolvers<ContextType>;
  ScoreModelSetPayload?: ScoreModelSetPayloadResolvers<ContextType>;
  CampaignSend?: CampaignSendResolvers<ContextType>;
  CampaignProgress?: CampaignProgressResolvers<ContextType>;
  CampaignSkipped?: CampaignSkippedResolvers<ContextType>;
  CampaignSendConnection?: CampaignSendConnectionResolvers<ContextType>;
  CampaignSendEdge?: CampaignSendEdgeResolvers<ContextType>;
  CampaignSendPayload?: CampaignSendPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  AudienceProblem?: AudienceProblemResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  IdentifierKind?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = Context> = {
  auth?: AuthDirectiveResolver<any, any, ContextType>;
};
