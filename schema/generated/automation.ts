// Written by the codegen step out of the SDL.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { BehaviorModel, CampaignModel, EnrollmentModel, EnrollmentLogEntryModel, TriggeredMessageModel, WebhookEndpointModel, WorkflowRehearsalModel, WorkflowModel, WorkflowStandingModel, WorkflowVersionModel, LeafAudienceModel } from '../../subgraphs/automation/src/models.ts';
import type { Context } from '../../subgraphs/automation/src/context.ts';
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
  /** Workflows the contact is or was in, newest first. */
  readonly enrollments?: Maybe<EnrollmentConnection>;
  /** What the contact did on sites and in apps, newest first. */
  readonly behaviors?: Maybe<BehaviorConnection>;
  /** Messages workflows sent or decided not to send to the contact, newest first. */
  readonly triggeredMessages?: Maybe<TriggeredMessageConnection>;
};


/** Everything known of one person, from every channel. One record per person and account; after a merge the old ids find the survivor. */
export type ContactEnrollmentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Everything known of one person, from every channel. One record per person and account; after a merge the old ids find the survivor. */
export type ContactBehaviorsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};


/** Everything known of one person, from every channel. One record per person and account; after a merge the old ids find the survivor. */
export type ContactTriggeredMessagesArgs = {
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

/**
 * A plan of messages, waits and decisions a contact goes through. Versioned: a version that was published never changes, and who is in an
 * older version finishes it there, unless they are moved by `enrollmentsMove`.
 */
export type Workflow = {
  /** Permanent id, the same for every version. */
  readonly id: Scalars['ID']['output'];
  /** Name given by the account. */
  readonly name: Scalars['String']['output'];
  /** Version, from 1 upwards. On an enrollment: the version the contact is in; else the newest. */
  readonly version: Scalars['Int']['output'];
  /** State of this version. */
  readonly state: WorkflowState;
  /**
   * What this version does, as JSON in the very form of `WorkflowDefinitionInput`: what is read here can be saved again. Null for a
   * workflow that another system ran, of which only `enrollmentsRecord` tells.
   */
  readonly definition?: Maybe<Scalars['JSON']['output']>;
  /** Every version, newest first. */
  readonly versions?: Maybe<ReadonlyArray<WorkflowVersion>>;
  /**
   * How many contacts are at each step of any version now, in the order of the newest version's steps; steps nobody is at are left out,
   * and so are enrollments that another system ran.
   */
  readonly standing?: Maybe<ReadonlyArray<WorkflowStanding>>;
  /**
   * What this version would have done over the time before now, had it been live: computed from what happened, sending nothing and
   * changing nothing. Null when it has no definition. Filters and rules are asked as of the moments at which they would have been; while
   * somebody waits, filters, the goal and the exit rule are looked at 60 times over the whole time. Merges, fields, time zones and days of
   * date fields are those of today, and segments are known of since they are tracked. What a message would have brought about is not: to
   * messages that were never sent nobody replies, and they count for no cap.
   */
  readonly rehearsal?: Maybe<WorkflowRehearsal>;
};


/**
 * A plan of messages, waits and decisions a contact goes through. Versioned: a version that was published never changes, and who is in an
 * older version finishes it there, unless they are moved by `enrollmentsMove`.
 */
export type WorkflowRehearsalArgs = {
  over: Scalars['Duration']['input'];
};

/** A version of a workflow. */
export type WorkflowVersion = {
  /** Number, from 1 upwards. */
  readonly version: Scalars['Int']['output'];
  /** Its state. */
  readonly state: WorkflowState;
  /** When it was saved first, in UTC. */
  readonly madeAt: Scalars['DateTime']['output'];
  /** When it was published, in UTC. Null: never. */
  readonly publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it does, as JSON in the form of `WorkflowDefinitionInput`. Null where only another system ran it. */
  readonly definition?: Maybe<Scalars['JSON']['output']>;
};

/** How many contacts are at a step of a version. */
export type WorkflowStanding = {
  /** The version. */
  readonly version: Scalars['Int']['output'];
  /** Key of the step. */
  readonly step: Scalars['String']['output'];
  /** Contacts there now. */
  readonly contacts: Scalars['Int']['output'];
};

/** What a workflow would have done. */
export type WorkflowRehearsal = {
  /**
   * Beginning of the time looked at, in UTC. Later than asked for where the trigger fired more than 10,000 times, or at more than 500
   * moments at which an entry filter is asked, or these take more than three seconds: then the newest of them are looked at.
   */
  readonly from: Scalars['DateTime']['output'];
  /** Its end: the moment it was asked, in UTC. */
  readonly to: Scalars['DateTime']['output'];
  /** How often somebody would have entered. Of those who are not followed it is taken that they left before they came again. */
  readonly entered: Scalars['Int']['output'];
  /** How often a trigger fired and the entry filter or the re-entry rule kept somebody out. */
  readonly keptOut: Scalars['Int']['output'];
  /**
   * Of those who would have entered, how many were followed step by step: the newest, at most 1,000, and fewer where that takes more
   * than 1,000 questions or five seconds. Messages and ends are theirs.
   */
  readonly followed: Scalars['Int']['output'];
  /** What they would have got, a line for each channel. */
  readonly messages: ReadonlyArray<RehearsedMessages>;
  /** Where they would be now or would have ended, most first. */
  readonly ends: ReadonlyArray<RehearsedEnd>;
};

/** What a workflow would have sent on a channel. */
export type RehearsedMessages = {
  /** The channel. */
  readonly channel: Scalars['ChannelName']['output'];
  /** Messages that would have gone out, some of them later than at once. */
  readonly wouldSend: Scalars['Int']['output'];
  /** Messages that would not have gone out. */
  readonly wouldSkip: Scalars['Int']['output'];
  /** Why not: the rule that decided, most frequent first. */
  readonly skippedBecause: ReadonlyArray<RehearsedSkip>;
};

/** A rule that would have kept messages back. */
export type RehearsedSkip = {
  /** The rule. */
  readonly rule: SendRule;
  /** How many messages. */
  readonly count: Scalars['Int']['output'];
};

/** Where contacts would have come to. */
export type RehearsedEnd = {
  /** Key of the step at which they would be waiting, or at which they would have left. */
  readonly step: Scalars['String']['output'];
  /** State of their enrollments. */
  readonly state: EnrollmentState;
  /** How many contacts. */
  readonly count: Scalars['Int']['output'];
};

/** A workflow the product ships, ready to be made one's own. */
export type WorkflowTemplate = {
  /** Permanent key, for `workflowCreateFromTemplate`. */
  readonly key: Scalars['String']['output'];
  /** Name. */
  readonly name: Scalars['String']['output'];
  /** What it does, in a few sentences. */
  readonly description: Scalars['String']['output'];
  /** Whether `workflowCreateFromTemplate` needs to know whom of the staff it tells. */
  readonly asksNotify: Scalars['Boolean']['output'];
  /** What it does, as JSON in the form of `WorkflowDefinitionInput`; who of the staff is told is left out. */
  readonly definition: Scalars['JSON']['output'];
};

/** Where webhooks of workflows go: a partner's own address, signed by a secret of its own. */
export type WebhookEndpoint = {
  /** Permanent id. */
  readonly id: Scalars['ID']['output'];
  /** Name, unique in the account. */
  readonly name: Scalars['String']['output'];
  /** Address, https unless the installation allows others. */
  readonly url: Scalars['String']['output'];
  /** When it was created, in UTC. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it was archived, in UTC: nothing is sent to it any more. Null: it is in use. */
  readonly archivedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** States of a workflow version. */
export type WorkflowState =
  /** Being written. Nobody can enter. */
  | 'DRAFT'
  /** Live. */
  | 'PUBLISHED'
  /** Nobody enters; who is in it stays where they are. */
  | 'PAUSED'
  /** Ended. */
  | 'ARCHIVED';

/** A contact's way through one version of a workflow. */
export type Enrollment = {
  /** Permanent id. */
  readonly id: Scalars['ID']['output'];
  /** State now. */
  readonly state: EnrollmentState;
  /** When the contact entered, in UTC. */
  readonly enteredAt: Scalars['DateTime']['output'];
  /** When the contact left, in UTC. Null while inside. */
  readonly exitedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why the contact left: `goal`, `exit rule`, `end`, `stopped`, or what the exit step says. Null while inside. */
  readonly exitReason?: Maybe<Scalars['String']['output']>;
  /** Key of the step the contact is at. Null after leaving. */
  readonly currentStep?: Maybe<Scalars['String']['output']>;
  /** The workflow, in the version the contact is in. */
  readonly workflow: Workflow;
  /** The contact. */
  readonly contact: Contact;
  /**
   * When the next step is due, in UTC; while it waits for a message to leave or for something to happen: at the latest. Null when it stands
   * still or has left.
   */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** What made the contact enter, in one sentence, for example `EMAIL CLICK at 2026-03-01T09:30:00.000Z`. Null where another system ran it. */
  readonly cause?: Maybe<Scalars['String']['output']>;
  /** Every step and decision, oldest first. */
  readonly log: ReadonlyArray<EnrollmentLogEntry>;
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

/** One thing a workflow did or decided for a contact. */
export type EnrollmentLogEntry = {
  /** When, in UTC. */
  readonly at: Scalars['DateTime']['output'];
  /** Key of the step. */
  readonly step: Scalars['String']['output'];
  /** What was decided: for example `sent`, `skipped`, `waited`, `branch:yes`. */
  readonly decision: Scalars['String']['output'];
  /** Why, in one sentence. Null when there is nothing to add. */
  readonly detail?: Maybe<Scalars['String']['output']>;
  /** The message of the step. Null when the step sends none. */
  readonly message?: Maybe<TriggeredMessage>;
};

/** A message a workflow sent, or decided not to send. */
export type TriggeredMessage = {
  /** Permanent id; the channel uses it too, and as idempotency key at the provider. */
  readonly id: Scalars['ID']['output'];
  /** The channel. */
  readonly channel: Scalars['ChannelName']['output'];
  /** Newest state. Never goes backwards. */
  readonly status: MessageStatus;
  /** Rule that kept it from being sent. Null when sent. */
  readonly skippedBecause?: Maybe<SendRule>;
  /** When it was handed to the provider, in UTC. Null when skipped or waiting. */
  readonly sentAt?: Maybe<Scalars['DateTime']['output']>;
  /** The workflow. */
  readonly workflow: Workflow;
  /** Key of the step. */
  readonly step: Scalars['String']['output'];
};

/** States of a message, in the order in which they follow. */
export type MessageStatus =
  /** Waits to be sent. */
  | 'QUEUED'
  /** Not sent, by a rule. */
  | 'SKIPPED'
  /** Handed to the provider. */
  | 'SENT'
  /** Reached the recipient. */
  | 'DELIVERED'
  /** Did not reach the recipient. */
  | 'FAILED';

/** One page of enrollments. */
export type EnrollmentConnection = {
  /** The enrollments of this page. */
  readonly nodes: ReadonlyArray<Enrollment>;
  /** The enrollments of this page, each with its cursor. */
  readonly edges: ReadonlyArray<EnrollmentEdge>;
  /** Whether there is more, and where it starts. */
  readonly pageInfo: PageInfo;
};

/** An enrollment and its place in the list. */
export type EnrollmentEdge = {
  /** Place in the list; pass it as `after` to continue behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The enrollment. */
  readonly node: Enrollment;
};

/** One page of messages. */
export type TriggeredMessageConnection = {
  /** The messages of this page. */
  readonly nodes: ReadonlyArray<TriggeredMessage>;
  /** The messages of this page, each with its cursor. */
  readonly edges: ReadonlyArray<TriggeredMessageEdge>;
  /** Whether there is more, and where it starts. */
  readonly pageInfo: PageInfo;
};

/** A message and its place in the list. */
export type TriggeredMessageEdge = {
  /** Place in the list; pass it as `after` to continue behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The message. */
  readonly node: TriggeredMessage;
};

/** Something a person did on a site or in an app. */
export type Behavior = {
  /** Permanent id. */
  readonly id: Scalars['ID']['output'];
  /** Name of the event, for example `site_visit`, `cart_updated`, `conversion`. */
  readonly name: Scalars['String']['output'];
  /** When it happened, in UTC. */
  readonly at: Scalars['DateTime']['output'];
  /** What the caller told with it. An object. */
  readonly properties: Scalars['JSON']['output'];
};

/** One page of events. */
export type BehaviorConnection = {
  /** The events of this page. */
  readonly nodes: ReadonlyArray<Behavior>;
  /** The events of this page, each with its cursor. */
  readonly edges: ReadonlyArray<BehaviorEdge>;
  /** Whether there is more, and where it starts. */
  readonly pageInfo: PageInfo;
};

/** An event and its place in the list. */
export type BehaviorEdge = {
  /** Place in the list; pass it as `after` to continue behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The event. */
  readonly node: Behavior;
};

/** Whom an event is about: exactly one identifier. It is kept at this identifier and shows on the contact once identity knows whose it is. */
export type BehaviorSubjectInput =
  /** Id of the contact, also one that was merged. */
  { readonly contactId: Scalars['ID']['input']; readonly email?: never; readonly mobile?: never; readonly externalId?: never; readonly anonymousId?: never; }
  |  /** Email address; case and outer spaces do not matter. */
  { readonly contactId?: never; readonly email: Scalars['String']['input']; readonly mobile?: never; readonly externalId?: never; readonly anonymousId?: never; }
  |  /** Mobile number, international: `+15005550006`. */
  { readonly contactId?: never; readonly email?: never; readonly mobile: Scalars['String']['input']; readonly externalId?: never; readonly anonymousId?: never; }
  |  /** The customer's own key, matched exactly. */
  { readonly contactId?: never; readonly email?: never; readonly mobile?: never; readonly externalId: Scalars['String']['input']; readonly anonymousId?: never; }
  |  /** Id of a web visitor. */
  { readonly contactId?: never; readonly email?: never; readonly mobile?: never; readonly externalId?: never; readonly anonymousId: Scalars['String']['input']; };

/** An event to record. */
export type BehaviorInput = {
  /** Dedupe key of the caller, 1 to 100 characters: the same key twice counts once. */
  readonly key: Scalars['String']['input'];
  /** Whom it is about. */
  readonly identifier: BehaviorSubjectInput;
  /** Name of the event: a lower-case letter, then lower-case letters, digits and underscores, at most 100. For example `site_visit`, `cart_updated`, `conversion`. */
  readonly name: Scalars['String']['input'];
  /** When it happened, with offset; any time in the past. Default: now. */
  readonly at?: InputMaybe<Scalars['DateTime']['input']>;
  /** Anything else, as an object of at most 8 kB. */
  readonly properties?: InputMaybe<Scalars['JSON']['input']>;
};

/** Result of `behaviorsTrack`. */
export type BehaviorsTrackPayload = {
  /** Events recorded now. */
  readonly accepted?: Maybe<Scalars['Int']['output']>;
  /** Events that were known by their key already. */
  readonly duplicates?: Maybe<Scalars['Int']['output']>;
  /** Events not recorded, and why; the others were. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Result of a change of a workflow. */
export type WorkflowPayload = {
  /** The workflow. Null when there are user errors. */
  readonly workflow?: Maybe<Workflow>;
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A workflow to save. */
export type WorkflowInput = {
  /** The workflow to change. Default: a new one. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** Name, unique in the account, at most 200 characters. */
  readonly name: Scalars['String']['input'];
  /** What it does. Default: nothing yet, for a workflow that another system runs; it cannot be published to enter anybody. */
  readonly definition?: InputMaybe<WorkflowDefinitionInput>;
};

/**
 * What a workflow does. Checked as a whole when it is saved, as far as it can be known by itself, and again with all it names, such as
 * segments, templates and senders, when it is published. An error names the step and the place within it.
 */
export type WorkflowDefinitionInput = {
  /** What makes a contact enter. */
  readonly trigger: WorkflowTriggerInput;
  /** Only who matches this at the moment of entering enters. Default: everybody. */
  readonly entry?: InputMaybe<AudienceFilter>;
  /** Whether somebody may enter again. A contact is in a workflow at most once at a time, whatever this says. */
  readonly reentry?: ReentryRuleInput;
  /** Who matches this has reached the goal and leaves as `COMPLETED`, at whatever step they are. Looked at before every step and every minute. */
  readonly goal?: InputMaybe<AudienceFilter>;
  /** Who matches this leaves as `EXITED`, at whatever step they are. Looked at before every step and every minute. */
  readonly exit?: InputMaybe<AudienceFilter>;
  /**
   * The steps, 1 to 100. The first is the first of the list; each goes on to the one its `next` names, by default the one behind it in the
   * list. The last one ends the workflow. No way leads back to a step it came through, and every step is on a way from the first.
   */
  readonly steps: ReadonlyArray<WorkflowStepInput>;
};

/** What makes contacts enter: exactly one. */
export type WorkflowTriggerInput =
  /** Something happens on a channel. */
  { readonly activity: ActivityTriggerInput; readonly behavior?: never; readonly segment?: never; readonly date?: never; readonly manual?: never; }
  |  /** Somebody does something on a site or in an app. */
  { readonly activity?: never; readonly behavior: BehaviorTriggerInput; readonly segment?: never; readonly date?: never; readonly manual?: never; }
  |  /** Somebody comes into a segment or leaves it. The segment is tracked from then on. */
  { readonly activity?: never; readonly behavior?: never; readonly segment: SegmentTriggerInput; readonly date?: never; readonly manual?: never; }
  |  /** The day of a date field comes, such as a birthday. */
  { readonly activity?: never; readonly behavior?: never; readonly segment?: never; readonly date: DateTriggerInput; readonly manual?: never; }
  |  /** True: nobody enters by themselves; `enrollmentStart` and the steps of other workflows let contacts in. The other triggers allow that too. */
  { readonly activity?: never; readonly behavior?: never; readonly segment?: never; readonly date?: never; readonly manual: Scalars['Boolean']['input']; };

/**
 * Something that happens on a channel. What happened at an address that is nobody's yet counts once identity knows whose it is, within 10
 * minutes. As a trigger what happened more than 24 hours before it was told does not count, such as a history that is loaded; for a step
 * that waits it does, if it happened after the contact came there. Machine activity does not count unless asked for, as far as it is known
 * to be a machine's when it is told.
 */
export type ActivityTriggerInput = {
  /** The channels. Default: every one there is, those added later too. */
  readonly channels?: InputMaybe<ReadonlyArray<Scalars['ChannelName']['input']>>;
  /** Kinds of activity, at least one, in the channel's own words, for example `CLICK`, `REPLY`. */
  readonly kinds: ReadonlyArray<Scalars['String']['input']>;
  /** Only in this campaign, by its name. */
  readonly campaign?: InputMaybe<Scalars['String']['input']>;
  /** Only links that contain this text. */
  readonly link?: InputMaybe<Scalars['String']['input']>;
  /** Opens and clicks by machines too. Default: no. */
  readonly includeMachine?: Scalars['Boolean']['input'];
};

/**
 * Something done on a site or in an app. What a visitor did counts once identity knows who it was, within 10 minutes; as a trigger what
 * happened more than 24 hours before it was told does not count.
 */
export type BehaviorTriggerInput = {
  /** Name of the event. */
  readonly name: Scalars['String']['input'];
  /** Each of these properties is so. */
  readonly properties?: InputMaybe<ReadonlyArray<BehaviorPropertyCondition>>;
};

/** Coming into a segment or leaving it, as it is noted mostly within a second. Who is merged or parted and moves by that, within 5 minutes, does not count. */
export type SegmentTriggerInput = {
  /** Id of the segment. */
  readonly id: Scalars['ID']['input'];
  /** Which of the two. */
  readonly on?: SegmentMove;
};

/** A move of a contact with regard to a segment. */
export type SegmentMove =
  /** Came into it. */
  | 'ENTERED'
  /** Left it. */
  | 'LEFT';

/** The day of a date field. Counted in the account's time zone; a contact enters once for each day that comes. Up to 3 days on which the system was away are made up for. */
export type DateTriggerInput = {
  /** Key of a field of type date. */
  readonly field: Scalars['String']['input'];
  /** How many days before that day, 0 to 365. */
  readonly daysBefore?: Scalars['Int']['input'];
  /** Time of day at which contacts enter, 24 hours, for example `09:00`. */
  readonly at?: Scalars['String']['input'];
  /** True: every year on that day and month, such as a birthday; of February 29, on March 1 in other years. False: once, in the year it says. */
  readonly yearly?: Scalars['Boolean']['input'];
};

/** Whether somebody may enter again: exactly one. */
export type ReentryRuleInput =
  /** True: nobody who ever entered enters again. */
  { readonly never: Scalars['Boolean']['input']; readonly after?: never; }
  |  /** So long after entering the last time, and not by what happens while still inside, though it has the contact leave. */
  { readonly never?: never; readonly after: Scalars['Duration']['input']; };

/** A step: a key, and exactly one of the things a step can do. */
export type WorkflowStepInput = {
  /** Key, unique in the workflow: 1 to 60 letters, digits, dashes or underscores. `end` is taken: as `next` it ends the workflow. */
  readonly key: Scalars['String']['input'];
  /** Key of the step that follows. Default: the one behind this in the list; behind the last, the end. Not for steps that name what follows themselves. */
  readonly next?: InputMaybe<Scalars['String']['input']>;
  /** Waits for a time. */
  readonly wait?: InputMaybe<WaitStepInput>;
  /** Waits for something to happen, no longer than a time. */
  readonly waitUntil?: InputMaybe<WaitUntilStepInput>;
  /** Goes on by what the contact is or did. */
  readonly branch?: InputMaybe<BranchStepInput>;
  /** Goes on by chance, the same for the same contact every time. */
  readonly split?: InputMaybe<SplitStepInput>;
  /** Sends a message. */
  readonly send?: InputMaybe<SendStepInput>;
  /** Sets a custom field. */
  readonly setField?: InputMaybe<SetFieldStepInput>;
  /** Adds tags and takes tags away. */
  readonly tags?: InputMaybe<TagsStepInput>;
  /** Lets the contact into another workflow, by its entry filter and re-entry rule. */
  readonly startWorkflow?: InputMaybe<WorkflowReferenceInput>;
  /** Takes the contact out of another workflow. Nothing happens where they are not in it. */
  readonly stopWorkflow?: InputMaybe<WorkflowReferenceInput>;
  /** Tells a partner. */
  readonly webhook?: InputMaybe<WebhookStepInput>;
  /** Tells a person of the staff. */
  readonly notify?: InputMaybe<NotifyStepInput>;
  /** Notes that the goal is reached and leaves as `COMPLETED`. */
  readonly goal?: InputMaybe<LeaveStepInput>;
  /** Leaves as `EXITED`. */
  readonly exit?: InputMaybe<LeaveStepInput>;
};

/** A time to wait for: exactly one. */
export type WaitStepInput =
  /** So long from the moment the contact comes to the step, at most `P1Y`. */
  { readonly for: Scalars['Duration']['input']; readonly until?: never; readonly untilField?: never; readonly untilTime?: never; }
  |  /** Until a moment. Goes on at once when it is over. */
  { readonly for?: never; readonly until: Scalars['DateTime']['input']; readonly untilField?: never; readonly untilTime?: never; }
  |  /** Until the day of a date field of the contact. Goes on at once where the field is empty or the day is over. */
  { readonly for?: never; readonly until?: never; readonly untilField: WaitUntilFieldInput; readonly untilTime?: never; }
  |  /** Until a time of day in the contact's time zone: the contact's own, else by the number, else the account's. */
  { readonly for?: never; readonly until?: never; readonly untilField?: never; readonly untilTime: WaitUntilTimeInput; };

/** The day of a date field. */
export type WaitUntilFieldInput = {
  /** Key of a field of type date. */
  readonly field: Scalars['String']['input'];
  /** How many days before it, 0 to 365. */
  readonly daysBefore?: Scalars['Int']['input'];
  /** Time of day in the contact's time zone, 24 hours. */
  readonly at?: Scalars['String']['input'];
};

/** A time of day. */
export type WaitUntilTimeInput = {
  /** Time of day, 24 hours, for example `09:00`. Where it is that time right now, the step goes on at once. */
  readonly at: Scalars['String']['input'];
  /** Only on these days of the week, 1 for Monday to 7 for Sunday. Default: any. */
  readonly weekdays?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
};

/** Something to wait for: exactly one of the three, and no longer than the timeout. */
export type WaitUntilStepInput = {
  /** Something happens on a channel after the contact came to the step, other than what let them in or had them go on from the step before. */
  readonly activity?: InputMaybe<ActivityTriggerInput>;
  /** Something is done on a site or in an app after the contact came to the step, other than what let them in or had them go on from the step before. */
  readonly behavior?: InputMaybe<BehaviorTriggerInput>;
  /** The contact matches. Looked at when the contact comes to the step, and every minute. */
  readonly filter?: InputMaybe<AudienceFilter>;
  /** True with `activity`: only about messages that this enrollment sent, for example a reply to its own text message. */
  readonly own?: Scalars['Boolean']['input'];
  /** No longer than this, at most `P1Y`. */
  readonly timeout: Scalars['Duration']['input'];
  /** Key of the step that follows when the time is over. Default: the same as when it happened. */
  readonly onTimeout?: InputMaybe<Scalars['String']['input']>;
};

/** Ways by filters, looked at in order. */
export type BranchStepInput = {
  /** The ways, 1 to 20: the first whose filter matches is taken. */
  readonly paths: ReadonlyArray<BranchPathInput>;
  /** Key of the step where none matches. Default: `next`. */
  readonly otherwise?: InputMaybe<Scalars['String']['input']>;
};

/** A way. */
export type BranchPathInput = {
  /** Name, for the log: `branch:<name>`. */
  readonly name: Scalars['String']['input'];
  /** Who goes this way. */
  readonly when: AudienceFilter;
  /** Key of the step that follows. */
  readonly next: Scalars['String']['input'];
};

/** Ways by chance. */
export type SplitStepInput = {
  /** What chance is drawn from with the contact: the same seed sends the same contact the same way in every workflow. Default: of this workflow and step. */
  readonly seed?: InputMaybe<Scalars['String']['input']>;
  /** The ways, 2 to 20. */
  readonly paths: ReadonlyArray<SplitPathInput>;
};

/** A way and its share. */
export type SplitPathInput = {
  /** Name, for the log: `split:<name>`. */
  readonly name: Scalars['String']['input'];
  /** Share of the contacts, 1 to 1,000, relative to the sum of all. */
  readonly share: Scalars['Int']['input'];
  /** Key of the step that follows. */
  readonly next: Scalars['String']['input'];
};

/** A message to send. */
export type SendStepInput = {
  /** The channel. */
  readonly channel: Scalars['ChannelName']['input'];
  /** Key of a template of the channel; its newest version at the moment of sending is taken. Exactly one of this and `content`. */
  readonly template?: InputMaybe<Scalars['String']['input']>;
  /** What it says, as the channel's own content input has it, for example `{ "subject": …, "text": … }` for email and `{ "body": … }` for SMS. */
  readonly content?: InputMaybe<Scalars['JSON']['input']>;
  /** Key of the topic. Default: a message of no topic. */
  readonly topic?: InputMaybe<Scalars['String']['input']>;
  /** Id of the sender. Default: the only one in use. */
  readonly sender?: InputMaybe<Scalars['ID']['input']>;
  /** Values for the text, beside the contact's own. */
  readonly variables?: InputMaybe<Scalars['JSON']['input']>;
  /** What follows when a rule speaks against it for good, or the provider refuses it. */
  readonly ifSkipped?: SkippedRule;
  /** Key of the step that follows when it was skipped. Only with `GO_TO`. */
  readonly skippedNext?: InputMaybe<Scalars['String']['input']>;
};

/**
 * What a workflow does when a message may not be sent. Who waits for a message does so for 7 days from coming to the step: one that has not
 * left by then, as when nobody decides on a message on review, counts as skipped, and the log tells why. At its channel it waits on, and may
 * leave later.
 */
export type SkippedRule =
  /** Notes it with its reason and goes on at once, as if it had been sent. Does not wait for a message that leaves later. */
  | 'CONTINUE'
  /** Waits until the message has left or is refused for good; then goes on, or to the step of `skippedNext`. */
  | 'GO_TO'
  /** Waits until the message has left or is refused for good; leaves the workflow when it is refused. */
  | 'EXIT';

/** A custom field to set. */
export type SetFieldStepInput = {
  /** Key of the field. */
  readonly field: Scalars['String']['input'];
  /** The value, in the field's type; null empties it. */
  readonly value?: InputMaybe<Scalars['JSON']['input']>;
};

/** Tags to change. */
export type TagsStepInput = {
  /** Tags to add. */
  readonly add?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Tags to take away. */
  readonly remove?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** Another workflow. */
export type WorkflowReferenceInput = {
  /** Its id. */
  readonly id: Scalars['ID']['input'];
};

/** A webhook, signed as Standard Webhooks have it. Tried again for a day; the workflow does not wait for it. */
export type WebhookStepInput = {
  /** Id of the endpoint. */
  readonly endpoint: Scalars['ID']['input'];
  /** What it is told beside the contact, the workflow and the step. */
  readonly data?: InputMaybe<Scalars['JSON']['input']>;
};

/** Someone of the staff to tell: exactly one of the two. The workflow does not wait for it. */
export type NotifyStepInput = {
  /** Email address of a person of the staff. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** Id of an endpoint, for example of a chat. */
  readonly endpoint?: InputMaybe<Scalars['ID']['input']>;
  /** What to say; `{{field}}` stands for a field of the contact, `{{contact.id}}` and `{{workflow.name}}` for what they say. */
  readonly text: Scalars['String']['input'];
};

/** Why the contact leaves. */
export type LeaveStepInput = {
  /** In a few words, for `exitReason`. Default: `goal`, or `exit`. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** A contact's way through a workflow as another system ran it: the history of what this platform replaces. */
export type EnrollmentRecordInput = {
  /** The recorder's own key, 1 to 100 characters: the same key again changes the same enrollment. */
  readonly key: Scalars['String']['input'];
  /** Id of the workflow. */
  readonly workflowId: Scalars['ID']['input'];
  /** Id of the contact. */
  readonly contactId: Scalars['ID']['input'];
  /** State it is in. */
  readonly state: EnrollmentState;
  /** When the contact entered, with offset. */
  readonly enteredAt: Scalars['DateTime']['input'];
  /** When the contact left, with offset. Required for `COMPLETED` and `EXITED`. */
  readonly exitedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Why the contact left. */
  readonly exitReason?: InputMaybe<Scalars['String']['input']>;
  /** Key of the step the contact is at. Required for `ACTIVE` and `WAITING`. */
  readonly currentStep?: InputMaybe<Scalars['String']['input']>;
  /** Every step and decision, oldest first, at most 200. */
  readonly log?: ReadonlyArray<EnrollmentLogInput>;
};

/** One thing a workflow did or decided for a contact. */
export type EnrollmentLogInput = {
  /** When, with offset. */
  readonly at: Scalars['DateTime']['input'];
  /** Key of the step. */
  readonly step: Scalars['String']['input'];
  /** What was decided: for example `sent`, `skipped`, `waited`. */
  readonly decision: Scalars['String']['input'];
  /** Why, in one sentence. */
  readonly detail?: InputMaybe<Scalars['String']['input']>;
  /** The message of the step. Default: the step sends none. */
  readonly message?: InputMaybe<TriggeredMessageInput>;
};

/** A message a workflow sent, or decided not to send. */
export type TriggeredMessageInput = {
  /** The recorder's own key within the enrollment. */
  readonly key: Scalars['String']['input'];
  /** The channel. */
  readonly channel: Scalars['ChannelName']['input'];
  /** Newest state. */
  readonly status: MessageStatus;
  /** Rule that kept it from being sent. Required for `SKIPPED`. */
  readonly skippedBecause?: InputMaybe<SendRule>;
  /** When it was handed to the provider, with offset. */
  readonly sentAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Result of `enrollmentsRecord`. */
export type EnrollmentsRecordPayload = {
  /** Enrollments that are recorded now, in the order given. Null when there are user errors. */
  readonly enrollments?: Maybe<ReadonlyArray<Enrollment>>;
  /** Why nothing was recorded. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A time in which messages of several channels belong together. */
export type Campaign = {
  /** Permanent key. */
  readonly key: Scalars['String']['output'];
  /** Name. */
  readonly name: Scalars['String']['output'];
  /** Channels used. */
  readonly channels: ReadonlyArray<Scalars['ChannelName']['output']>;
  /** Beginning, in UTC. */
  readonly from: Scalars['DateTime']['output'];
  /** End, in UTC. */
  readonly to: Scalars['DateTime']['output'];
};

/** A campaign to save. */
export type CampaignInput = {
  /** Key, permanent: 1 to 60 lower-case letters, digits or dashes. */
  readonly key: Scalars['String']['input'];
  /** Name, at most 200 characters. */
  readonly name: Scalars['String']['input'];
  /** Channels used, at least one. */
  readonly channels: ReadonlyArray<Scalars['ChannelName']['input']>;
  /** Beginning, with offset. */
  readonly from: Scalars['DateTime']['input'];
  /** End, with offset, after the beginning. */
  readonly to: Scalars['DateTime']['input'];
};

/** Result of `campaignSet`. */
export type CampaignSetPayload = {
  /** The campaign. Null when there are user errors. */
  readonly campaign?: Maybe<Campaign>;
  /** Why nothing was saved. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

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

/** Where the contact is or was in a workflow. */
export type WorkflowPredicate = {
  /** Id of the workflow. */
  readonly id: Scalars['ID']['input'];
  /** State is one of these. Default: any. */
  readonly state?: InputMaybe<ReadonlyArray<EnrollmentState>>;
};

/** Result of `enrollmentStart`, `enrollmentStop`. */
export type EnrollmentPayload = {
  /** The enrollment. Null when there are user errors. */
  readonly enrollment?: Maybe<Enrollment>;
  /** Why nobody entered or left. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Result of `enrollmentsMove`. */
export type EnrollmentsMovePayload = {
  /** How many were moved. Null when there are user errors. */
  readonly moved?: Maybe<Scalars['Int']['output']>;
  /** Why nobody was moved. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Result of `webhookEndpointCreate` and `webhookEndpointArchive`. */
export type WebhookEndpointPayload = {
  /** The endpoint. Null when there are user errors. */
  readonly endpoint?: Maybe<WebhookEndpoint>;
  /** Secret by which its receiver checks signatures, `whsec_…`. Told once, when it is created. */
  readonly secret?: Maybe<Scalars['String']['output']>;
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What becomes of those who are inside when a workflow ends. */
export type Leavers =
  /** They go on to their end. */
  | 'FINISH'
  /** They leave at once, as `EXITED`. */
  | 'EXIT';

export type Query = {
  /** Workflows the product ships, for the use cases it is made for. */
  readonly workflowTemplates?: Maybe<ReadonlyArray<WorkflowTemplate>>;
  /** Where webhooks of workflows go, by name. */
  readonly webhookEndpoints?: Maybe<ReadonlyArray<WebhookEndpoint>>;
  /** One workflow in its newest version. Null when the account has none of this id. */
  readonly workflow?: Maybe<Workflow>;
  /** Workflows of the account, each in its newest version, by name. */
  readonly workflows?: Maybe<ReadonlyArray<Workflow>>;
  /** One enrollment. Null when the account has none of this id. */
  readonly enrollment?: Maybe<Enrollment>;
  /** Campaigns of the account, newest first. */
  readonly campaigns?: Maybe<ReadonlyArray<Campaign>>;
  /** Internal: contacts that match each of the behaviour conditions, in the order asked. */
  readonly behaviorAudience?: Maybe<ReadonlyArray<LeafAudience>>;
  /** Internal: contacts that match each of the workflow conditions, in the order asked. */
  readonly workflowAudience?: Maybe<ReadonlyArray<LeafAudience>>;
  /** Internal: workflows that need a segment, in words, by name: those that are live or paused, and those that somebody is still inside. */
  readonly segmentUses?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Internal: behaviour and enrollments for the timeline, newest first, at most `first` of each contact. */
  readonly automationActivity?: Maybe<ReadonlyArray<Activity>>;
};


export type QueryWebhookEndpointsArgs = {
  archived?: Scalars['Boolean']['input'];
};


export type QueryWorkflowArgs = {
  id: Scalars['ID']['input'];
};


export type QueryEnrollmentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryBehaviorAudienceArgs = {
  predicates: ReadonlyArray<BehaviorPredicate>;
  contactIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};


export type QueryWorkflowAudienceArgs = {
  predicates: ReadonlyArray<WorkflowPredicate>;
  contactIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};


export type QuerySegmentUsesArgs = {
  id: Scalars['ID']['input'];
  listening?: Scalars['Boolean']['input'];
};


export type QueryAutomationActivityArgs = {
  contactIds: ReadonlyArray<Scalars['ID']['input']>;
  first: Scalars['Int']['input'];
  before?: InputMaybe<ActivityPosition>;
};

export type Mutation = {
  /** Records what people did on sites and in apps, at most 1,000 events. Idempotent by key; an event that is wrong does not keep the others back. */
  readonly behaviorsTrack?: Maybe<BehaviorsTrackPayload>;
  /**
   * Saves a workflow as a draft: one that is there already is replaced, else a new version is made. What is live stays live until
   * `workflowPublish`, and who is in an older version stays there.
   */
  readonly workflowSave?: Maybe<WorkflowPayload>;
  /** Makes a workflow out of one that the product ships, as a draft that can be published as it is. */
  readonly workflowCreateFromTemplate?: Maybe<WorkflowPayload>;
  /**
   * Makes the newest version live, with all it names checked; the one that was live or paused until now ends, and who is in it goes on in
   * it. Resumes a paused version only where that is the newest; with a newer draft, `workflowResume` does. Idempotent.
   */
  readonly workflowPublish?: Maybe<WorkflowPayload>;
  /**
   * Stops a workflow in all its versions: nobody enters, and who is in it stays where they are until `workflowResume`. Answers the version
   * that is live, whatever draft there is. Idempotent.
   */
  readonly workflowPause?: Maybe<WorkflowPayload>;
  /**
   * Has a paused workflow go on, in the version that was live when it was paused: people enter again, and who stood still in any version
   * goes on where they were. A newer draft stays a draft. Answers the version that is live. An archived workflow is not resumed. Idempotent:
   * nothing happens to one that is live.
   */
  readonly workflowResume?: Maybe<WorkflowPayload>;
  /** Ends a workflow in all its versions: nobody enters any more. Idempotent. */
  readonly workflowArchive?: Maybe<WorkflowPayload>;
  /**
   * Lets a contact into the live version of a workflow, whatever its trigger; the entry filter and the re-entry rule are looked at. Where
   * the contact is in it already, nothing happens, and the enrollment there is answered.
   */
  readonly enrollmentStart?: Maybe<EnrollmentPayload>;
  /** Takes a contact out of a workflow, as `EXITED`. Idempotent. */
  readonly enrollmentStop?: Maybe<EnrollmentPayload>;
  /**
   * Moves those who are in older versions of a workflow to the live one, each to the step of the same key, where they go on as if they had
   * just come to it. What steps of the same keys did before is not done again: messages that wait or left, notices, webhooks, and other
   * workflows started or stopped; the log says so. Who is going from step to step at that very moment
   * stays where they are: call it again to move them. Refused where somebody is at a step that the live version does not have.
   */
  readonly enrollmentsMove?: Maybe<EnrollmentsMovePayload>;
  /** Creates an endpoint for webhooks, with a secret of its own. */
  readonly webhookEndpointCreate?: Maybe<WebhookEndpointPayload>;
  /** Ends an endpoint: nothing is sent to it any more. Idempotent. */
  readonly webhookEndpointArchive?: Maybe<WebhookEndpointPayload>;
  /** Records ways through workflows as another system ran them, at most 200. Idempotent by key. Triggers nothing and sends nothing. */
  readonly enrollmentsRecord?: Maybe<EnrollmentsRecordPayload>;
  /** Saves a campaign by its key. Idempotent. */
  readonly campaignSet?: Maybe<CampaignSetPayload>;
};


export type MutationBehaviorsTrackArgs = {
  events: ReadonlyArray<BehaviorInput>;
};


export type MutationWorkflowSaveArgs = {
  input: WorkflowInput;
};


export type MutationWorkflowCreateFromTemplateArgs = {
  template: Scalars['String']['input'];
  name: Scalars['String']['input'];
  notify?: InputMaybe<Scalars['String']['input']>;
};


export type MutationWorkflowPublishArgs = {
  id: Scalars['ID']['input'];
};


export type MutationWorkflowPauseArgs = {
  id: Scalars['ID']['input'];
};


export type MutationWorkflowResumeArgs = {
  id: Scalars['ID']['input'];
};


export type MutationWorkflowArchiveArgs = {
  id: Scalars['ID']['input'];
  leavers?: Leavers;
};


export type MutationEnrollmentStartArgs = {
  workflowId: Scalars['ID']['input'];
  contactId: Scalars['ID']['input'];
};


export type MutationEnrollmentStopArgs = {
  id: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};


export type MutationEnrollmentsMoveArgs = {
  workflowId: Scalars['ID']['input'];
};


export type MutationWebhookEndpointCreateArgs = {
  name: Scalars['String']['input'];
  url: Scalars['String']['input'];
};


export type MutationWebhookEndpointArchiveArgs = {
  id: Scalars['ID']['input'];
};


export type MutationEnrollmentsRecordArgs = {
  enrollments: ReadonlyArray<EnrollmentRecordInput>;
};


export type MutationCampaignSetArgs = {
  input: CampaignInput;
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

/** In which saved segment the contact is. A segment may not ask for itself, also not through others. */
export type SegmentPredicate = {
  /** Id of the segment. */
  readonly id: Scalars['ID']['input'];
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
  Contact: ResolverTypeWrapper<Partial<Omit<Contact, 'enrollments' | 'behaviors' | 'triggeredMessages'> & { enrollments?: Maybe<ResolversTypes['EnrollmentConnection']>, behaviors?: Maybe<ResolversTypes['BehaviorConnection']>, triggeredMessages?: Maybe<ResolversTypes['TriggeredMessageConnection']> }>>;
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
  Workflow: ResolverTypeWrapper<WorkflowModel>;
  WorkflowVersion: ResolverTypeWrapper<WorkflowVersionModel>;
  WorkflowStanding: ResolverTypeWrapper<WorkflowStandingModel>;
  WorkflowRehearsal: ResolverTypeWrapper<WorkflowRehearsalModel>;
  RehearsedMessages: ResolverTypeWrapper<Partial<RehearsedMessages>>;
  RehearsedSkip: ResolverTypeWrapper<Partial<RehearsedSkip>>;
  RehearsedEnd: ResolverTypeWrapper<Partial<RehearsedEnd>>;
  WorkflowTemplate: ResolverTypeWrapper<Partial<WorkflowTemplate>>;
  WebhookEndpoint: ResolverTypeWrapper<WebhookEndpointModel>;
  WorkflowState: ResolverTypeWrapper<Partial<WorkflowState>>;
  Enrollment: ResolverTypeWrapper<EnrollmentModel>;
  EnrollmentState: ResolverTypeWrapper<Partial<EnrollmentState>>;
  EnrollmentLogEntry: ResolverTypeWrapper<EnrollmentLogEntryModel>;
  TriggeredMessage: ResolverTypeWrapper<TriggeredMessageModel>;
  MessageStatus: ResolverTypeWrapper<Partial<MessageStatus>>;
  EnrollmentConnection: ResolverTypeWrapper<Partial<Omit<EnrollmentConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversTypes['Enrollment']>, edges: Array<ResolversTypes['EnrollmentEdge']> }>>;
  EnrollmentEdge: ResolverTypeWrapper<Partial<Omit<EnrollmentEdge, 'node'> & { node: ResolversTypes['Enrollment'] }>>;
  TriggeredMessageConnection: ResolverTypeWrapper<Partial<Omit<TriggeredMessageConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversTypes['TriggeredMessage']>, edges: Array<ResolversTypes['TriggeredMessageEdge']> }>>;
  TriggeredMessageEdge: ResolverTypeWrapper<Partial<Omit<TriggeredMessageEdge, 'node'> & { node: ResolversTypes['TriggeredMessage'] }>>;
  Behavior: ResolverTypeWrapper<BehaviorModel>;
  BehaviorConnection: ResolverTypeWrapper<Partial<Omit<BehaviorConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversTypes['Behavior']>, edges: Array<ResolversTypes['BehaviorEdge']> }>>;
  BehaviorEdge: ResolverTypeWrapper<Partial<Omit<BehaviorEdge, 'node'> & { node: ResolversTypes['Behavior'] }>>;
  BehaviorSubjectInput: ResolverTypeWrapper<Partial<BehaviorSubjectInput>>;
  BehaviorInput: ResolverTypeWrapper<Partial<BehaviorInput>>;
  BehaviorsTrackPayload: ResolverTypeWrapper<Partial<BehaviorsTrackPayload>>;
  WorkflowPayload: ResolverTypeWrapper<Partial<Omit<WorkflowPayload, 'workflow'> & { workflow?: Maybe<ResolversTypes['Workflow']> }>>;
  WorkflowInput: ResolverTypeWrapper<Partial<WorkflowInput>>;
  WorkflowDefinitionInput: ResolverTypeWrapper<Partial<WorkflowDefinitionInput>>;
  WorkflowTriggerInput: ResolverTypeWrapper<Partial<WorkflowTriggerInput>>;
  ActivityTriggerInput: ResolverTypeWrapper<Partial<ActivityTriggerInput>>;
  BehaviorTriggerInput: ResolverTypeWrapper<Partial<BehaviorTriggerInput>>;
  SegmentTriggerInput: ResolverTypeWrapper<Partial<SegmentTriggerInput>>;
  SegmentMove: ResolverTypeWrapper<Partial<SegmentMove>>;
  DateTriggerInput: ResolverTypeWrapper<Partial<DateTriggerInput>>;
  ReentryRuleInput: ResolverTypeWrapper<Partial<ReentryRuleInput>>;
  WorkflowStepInput: ResolverTypeWrapper<Partial<WorkflowStepInput>>;
  WaitStepInput: ResolverTypeWrapper<Partial<WaitStepInput>>;
  WaitUntilFieldInput: ResolverTypeWrapper<Partial<WaitUntilFieldInput>>;
  WaitUntilTimeInput: ResolverTypeWrapper<Partial<WaitUntilTimeInput>>;
  WaitUntilStepInput: ResolverTypeWrapper<Partial<WaitUntilStepInput>>;
  BranchStepInput: ResolverTypeWrapper<Partial<BranchStepInput>>;
  BranchPathInput: ResolverTypeWrapper<Partial<BranchPathInput>>;
  SplitStepInput: ResolverTypeWrapper<Partial<SplitStepInput>>;
  SplitPathInput: ResolverTypeWrapper<Partial<SplitPathInput>>;
  SendStepInput: ResolverTypeWrapper<Partial<SendStepInput>>;
  SkippedRule: ResolverTypeWrapper<Partial<SkippedRule>>;
  SetFieldStepInput: ResolverTypeWrapper<Partial<SetFieldStepInput>>;
  TagsStepInput: ResolverTypeWrapper<Partial<TagsStepInput>>;
  WorkflowReferenceInput: ResolverTypeWrapper<Partial<WorkflowReferenceInput>>;
  WebhookStepInput: ResolverTypeWrapper<Partial<WebhookStepInput>>;
  NotifyStepInput: ResolverTypeWrapper<Partial<NotifyStepInput>>;
  LeaveStepInput: ResolverTypeWrapper<Partial<LeaveStepInput>>;
  EnrollmentRecordInput: ResolverTypeWrapper<Partial<EnrollmentRecordInput>>;
  EnrollmentLogInput: ResolverTypeWrapper<Partial<EnrollmentLogInput>>;
  TriggeredMessageInput: ResolverTypeWrapper<Partial<TriggeredMessageInput>>;
  EnrollmentsRecordPayload: ResolverTypeWrapper<Partial<Omit<EnrollmentsRecordPayload, 'enrollments'> & { enrollments?: Maybe<Array<ResolversTypes['Enrollment']>> }>>;
  Campaign: ResolverTypeWrapper<CampaignModel>;
  CampaignInput: ResolverTypeWrapper<Partial<CampaignInput>>;
  CampaignSetPayload: ResolverTypeWrapper<Partial<Omit<CampaignSetPayload, 'campaign'> & { campaign?: Maybe<ResolversTypes['Campaign']> }>>;
  BehaviorPredicate: ResolverTypeWrapper<Partial<BehaviorPredicate>>;
  BehaviorPropertyCondition: ResolverTypeWrapper<Partial<BehaviorPropertyCondition>>;
  WorkflowPredicate: ResolverTypeWrapper<Partial<WorkflowPredicate>>;
  EnrollmentPayload: ResolverTypeWrapper<Partial<Omit<EnrollmentPayload, 'enrollment'> & { enrollment?: Maybe<ResolversTypes['Enrollment']> }>>;
  EnrollmentsMovePayload: ResolverTypeWrapper<Partial<EnrollmentsMovePayload>>;
  WebhookEndpointPayload: ResolverTypeWrapper<Partial<Omit<WebhookEndpointPayload, 'endpoint'> & { endpoint?: Maybe<ResolversTypes['WebhookEndpoint']> }>>;
  Leavers: ResolverTypeWrapper<Partial<Leavers>>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  AudienceFilter: ResolverTypeWrapper<Partial<AudienceFilter>>;
  SegmentPredicate: ResolverTypeWrapper<Partial<SegmentPredicate>>;
  ScorePredicate: ResolverTypeWrapper<Partial<ScorePredicate>>;
  Float: ResolverTypeWrapper<Partial<Scalars['Float']['output']>>;
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
  TogetherFilter: ResolverTypeWrapper<Partial<TogetherFilter>>;
  String: ResolverTypeWrapper<Partial<Scalars['String']['output']>>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Partial<Scalars['DateTime']['output']>;
  Duration: Partial<Scalars['Duration']['output']>;
  JSON: Partial<Scalars['JSON']['output']>;
  ChannelName: Partial<Scalars['ChannelName']['output']>;
  Contact: Partial<Omit<Contact, 'enrollments' | 'behaviors' | 'triggeredMessages'> & { enrollments?: Maybe<ResolversParentTypes['EnrollmentConnection']>, behaviors?: Maybe<ResolversParentTypes['BehaviorConnection']>, triggeredMessages?: Maybe<ResolversParentTypes['TriggeredMessageConnection']> } | FederationReferenceTypes['Contact']>;
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
  Workflow: WorkflowModel;
  WorkflowVersion: WorkflowVersionModel;
  WorkflowStanding: WorkflowStandingModel;
  WorkflowRehearsal: WorkflowRehearsalModel;
  RehearsedMessages: Partial<RehearsedMessages>;
  RehearsedSkip: Partial<RehearsedSkip>;
  RehearsedEnd: Partial<RehearsedEnd>;
  WorkflowTemplate: Partial<WorkflowTemplate>;
  WebhookEndpoint: WebhookEndpointModel;
  Enrollment: EnrollmentModel;
  EnrollmentLogEntry: EnrollmentLogEntryModel;
  TriggeredMessage: TriggeredMessageModel;
  EnrollmentConnection: Partial<Omit<EnrollmentConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversParentTypes['Enrollment']>, edges: Array<ResolversParentTypes['EnrollmentEdge']> }>;
  EnrollmentEdge: Partial<Omit<EnrollmentEdge, 'node'> & { node: ResolversParentTypes['Enrollment'] }>;
  TriggeredMessageConnection: Partial<Omit<TriggeredMessageConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversParentTypes['TriggeredMessage']>, edges: Array<ResolversParentTypes['TriggeredMessageEdge']> }>;
  TriggeredMessageEdge: Partial<Omit<TriggeredMessageEdge, 'node'> & { node: ResolversParentTypes['TriggeredMessage'] }>;
  Behavior: BehaviorModel;
  BehaviorConnection: Partial<Omit<BehaviorConnection, 'nodes' | 'edges'> & { nodes: Array<ResolversParentTypes['Behavior']>, edges: Array<ResolversParentTypes['BehaviorEdge']> }>;
  BehaviorEdge: Partial<Omit<BehaviorEdge, 'node'> & { node: ResolversParentTypes['Behavior'] }>;
  BehaviorSubjectInput: Partial<BehaviorSubjectInput>;
  BehaviorInput: Partial<BehaviorInput>;
  BehaviorsTrackPayload: Partial<BehaviorsTrackPayload>;
  WorkflowPayload: Partial<Omit<WorkflowPayload, 'workflow'> & { workflow?: Maybe<ResolversParentTypes['Workflow']> }>;
  WorkflowInput: Partial<WorkflowInput>;
  WorkflowDefinitionInput: Partial<WorkflowDefinitionInput>;
  WorkflowTriggerInput: Partial<WorkflowTriggerInput>;
  ActivityTriggerInput: Partial<ActivityTriggerInput>;
  BehaviorTriggerInput: Partial<BehaviorTriggerInput>;
  SegmentTriggerInput: Partial<SegmentTriggerInput>;
  DateTriggerInput: Partial<DateTriggerInput>;
  ReentryRuleInput: Partial<ReentryRuleInput>;
  WorkflowStepInput: Partial<WorkflowStepInput>;
  WaitStepInput: Partial<WaitStepInput>;
  WaitUntilFieldInput: Partial<WaitUntilFieldInput>;
  WaitUntilTimeInput: Partial<WaitUntilTimeInput>;
  WaitUntilStepInput: Partial<WaitUntilStepInput>;
  BranchStepInput: Partial<BranchStepInput>;
  BranchPathInput: Partial<BranchPathInput>;
  SplitStepInput: Partial<SplitStepInput>;
  SplitPathInput: Partial<SplitPathInput>;
  SendStepInput: Partial<SendStepInput>;
  SetFieldStepInput: Partial<SetFieldStepInput>;
  TagsStepInput: Partial<TagsStepInput>;
  WorkflowReferenceInput: Partial<WorkflowReferenceInput>;
  WebhookStepInput: Partial<WebhookStepInput>;
  NotifyStepInput: Partial<NotifyStepInput>;
  LeaveStepInput: Partial<LeaveStepInput>;
  EnrollmentRecordInput: Partial<EnrollmentRecordInput>;
  EnrollmentLogInput: Partial<EnrollmentLogInput>;
  TriggeredMessageInput: Partial<TriggeredMessageInput>;
  EnrollmentsRecordPayload: Partial<Omit<EnrollmentsRecordPayload, 'enrollments'> & { enrollments?: Maybe<Array<ResolversParentTypes['Enrollment']>> }>;
  Campaign: CampaignModel;
  CampaignInput: Partial<CampaignInput>;
  CampaignSetPayload: Partial<Omit<CampaignSetPayload, 'campaign'> & { campaign?: Maybe<ResolversParentTypes['Campaign']> }>;
  BehaviorPredicate: Partial<BehaviorPredicate>;
  BehaviorPropertyCondition: Partial<BehaviorPropertyCondition>;
  WorkflowPredicate: Partial<WorkflowPredicate>;
  EnrollmentPayload: Partial<Omit<EnrollmentPayload, 'enrollment'> & { enrollment?: Maybe<ResolversParentTypes['Enrollment']> }>;
  EnrollmentsMovePayload: Partial<EnrollmentsMovePayload>;
  WebhookEndpointPayload: Partial<Omit<WebhookEndpointPayload, 'endpoint'> & { endpoint?: Maybe<ResolversParentTypes['WebhookEndpoint']> }>;
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  AudienceFilter: Partial<AudienceFilter>;
  SegmentPredicate: Partial<SegmentPredicate>;
  ScorePredicate: Partial<ScorePredicate>;
  Float: Partial<Scalars['Float']['output']>;
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
  TogetherFilter: Partial<TogetherFilter>;
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
  enrollments?: Resolver<Maybe<ResolversTypes['EnrollmentConnection']>, ParentType, ContextType, RequireFields<ContactEnrollmentsArgs, 'first'>>;
  behaviors?: Resolver<Maybe<ResolversTypes['BehaviorConnection']>, ParentType, ContextType, RequireFields<ContactBehaviorsArgs, 'first'>>;
  triggeredMessages?: Resolver<Maybe<ResolversTypes['TriggeredMessageConnection']>, ParentType, ContextType, RequireFields<ContactTriggeredMessagesArgs, 'first'>>;
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

export type WorkflowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Workflow'] = ResolversParentTypes['Workflow']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['WorkflowState'], ParentType, ContextType>;
  definition?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  versions?: Resolver<Maybe<Array<ResolversTypes['WorkflowVersion']>>, ParentType, ContextType>;
  standing?: Resolver<Maybe<Array<ResolversTypes['WorkflowStanding']>>, ParentType, ContextType>;
  rehearsal?: Resolver<Maybe<ResolversTypes['WorkflowRehearsal']>, ParentType, ContextType, RequireFields<WorkflowRehearsalArgs, 'over'>>;
};

export type WorkflowVersionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkflowVersion'] = ResolversParentTypes['WorkflowVersion']> = {
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['WorkflowState'], ParentType, ContextType>;
  madeAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  definition?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type WorkflowStandingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkflowStanding'] = ResolversParentTypes['WorkflowStanding']> = {
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  contacts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WorkflowRehearsalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkflowRehearsal'] = ResolversParentTypes['WorkflowRehearsal']> = {
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  entered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keptOut?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  followed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  messages?: Resolver<Array<ResolversTypes['RehearsedMessages']>, ParentType, ContextType>;
  ends?: Resolver<Array<ResolversTypes['RehearsedEnd']>, ParentType, ContextType>;
};

export type RehearsedMessagesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RehearsedMessages'] = ResolversParentTypes['RehearsedMessages']> = {
  channel?: Resolver<ResolversTypes['ChannelName'], ParentType, ContextType>;
  wouldSend?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  wouldSkip?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  skippedBecause?: Resolver<Array<ResolversTypes['RehearsedSkip']>, ParentType, ContextType>;
};

export type RehearsedSkipResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RehearsedSkip'] = ResolversParentTypes['RehearsedSkip']> = {
  rule?: Resolver<ResolversTypes['SendRule'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RehearsedEndResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RehearsedEnd'] = ResolversParentTypes['RehearsedEnd']> = {
  step?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['EnrollmentState'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WorkflowTemplateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkflowTemplate'] = ResolversParentTypes['WorkflowTemplate']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  asksNotify?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  definition?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type WebhookEndpointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookEndpoint'] = ResolversParentTypes['WebhookEndpoint']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  archivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type EnrollmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Enrollment'] = ResolversParentTypes['Enrollment']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['EnrollmentState'], ParentType, ContextType>;
  enteredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  exitedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  exitReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  currentStep?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  workflow?: Resolver<ResolversTypes['Workflow'], ParentType, ContextType>;
  contact?: Resolver<ResolversTypes['Contact'], ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  cause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  log?: Resolver<Array<ResolversTypes['EnrollmentLogEntry']>, ParentType, ContextType>;
};

export type EnrollmentLogEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnrollmentLogEntry'] = ResolversParentTypes['EnrollmentLogEntry']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  decision?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  detail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['TriggeredMessage']>, ParentType, ContextType>;
};

export type TriggeredMessageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TriggeredMessage'] = ResolversParentTypes['TriggeredMessage']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['ChannelName'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['MessageStatus'], ParentType, ContextType>;
  skippedBecause?: Resolver<Maybe<ResolversTypes['SendRule']>, ParentType, ContextType>;
  sentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  workflow?: Resolver<ResolversTypes['Workflow'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EnrollmentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnrollmentConnection'] = ResolversParentTypes['EnrollmentConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['Enrollment']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['EnrollmentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type EnrollmentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnrollmentEdge'] = ResolversParentTypes['EnrollmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Enrollment'], ParentType, ContextType>;
};

export type TriggeredMessageConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TriggeredMessageConnection'] = ResolversParentTypes['TriggeredMessageConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['TriggeredMessage']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['TriggeredMessageEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type TriggeredMessageEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TriggeredMessageEdge'] = ResolversParentTypes['TriggeredMessageEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TriggeredMessage'], ParentType, ContextType>;
};

export type BehaviorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Behavior'] = ResolversParentTypes['Behavior']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  properties?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type BehaviorConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BehaviorConnection'] = ResolversParentTypes['BehaviorConnection']> = {
  nodes?: Resolver<Array<ResolversTypes['Behavior']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['BehaviorEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type BehaviorEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BehaviorEdge'] = ResolversParentTypes['BehaviorEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Behavior'], ParentType, ContextType>;
};

export type BehaviorsTrackPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BehaviorsTrackPayload'] = ResolversParentTypes['BehaviorsTrackPayload']> = {
  accepted?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  duplicates?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type WorkflowPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkflowPayload'] = ResolversParentTypes['WorkflowPayload']> = {
  workflow?: Resolver<Maybe<ResolversTypes['Workflow']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EnrollmentsRecordPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnrollmentsRecordPayload'] = ResolversParentTypes['EnrollmentsRecordPayload']> = {
  enrollments?: Resolver<Maybe<Array<ResolversTypes['Enrollment']>>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CampaignResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Campaign'] = ResolversParentTypes['Campaign']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  channels?: Resolver<Array<ResolversTypes['ChannelName']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type CampaignSetPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CampaignSetPayload'] = ResolversParentTypes['CampaignSetPayload']> = {
  campaign?: Resolver<Maybe<ResolversTypes['Campaign']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EnrollmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnrollmentPayload'] = ResolversParentTypes['EnrollmentPayload']> = {
  enrollment?: Resolver<Maybe<ResolversTypes['Enrollment']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EnrollmentsMovePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnrollmentsMovePayload'] = ResolversParentTypes['EnrollmentsMovePayload']> = {
  moved?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type WebhookEndpointPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookEndpointPayload'] = ResolversParentTypes['WebhookEndpointPayload']> = {
  endpoint?: Resolver<Maybe<ResolversTypes['WebhookEndpoint']>, ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  workflowTemplates?: Resolver<Maybe<Array<ResolversTypes['WorkflowTemplate']>>, ParentType, ContextType>;
  webhookEndpoints?: Resolver<Maybe<Array<ResolversTypes['WebhookEndpoint']>>, ParentType, ContextType, RequireFields<QueryWebhookEndpointsArgs, 'archived'>>;
  workflow?: Resolver<Maybe<ResolversTypes['Workflow']>, ParentType, ContextType, RequireFields<QueryWorkflowArgs, 'id'>>;
  workflows?: Resolver<Maybe<Array<ResolversTypes['Workflow']>>, ParentType, ContextType>;
  enrollment?: Resolver<Maybe<ResolversTypes['Enrollment']>, ParentType, ContextType, RequireFields<QueryEnrollmentArgs, 'id'>>;
  campaigns?: Resolver<Maybe<Array<ResolversTypes['Campaign']>>, ParentType, ContextType>;
  behaviorAudience?: Resolver<Maybe<Array<ResolversTypes['LeafAudience']>>, ParentType, ContextType, RequireFields<QueryBehaviorAudienceArgs, 'predicates'>>;
  workflowAudience?: Resolver<Maybe<Array<ResolversTypes['LeafAudience']>>, ParentType, ContextType, RequireFields<QueryWorkflowAudienceArgs, 'predicates'>>;
  segmentUses?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType, RequireFields<QuerySegmentUsesArgs, 'id' | 'listening'>>;
  automationActivity?: Resolver<Maybe<Array<ResolversTypes['Activity']>>, ParentType, ContextType, RequireFields<QueryAutomationActivityArgs, 'contactIds' | 'first'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  behaviorsTrack?: Resolver<Maybe<ResolversTypes['BehaviorsTrackPayload']>, ParentType, ContextType, RequireFields<MutationBehaviorsTrackArgs, 'events'>>;
  workflowSave?: Resolver<Maybe<ResolversTypes['WorkflowPayload']>, ParentType, ContextType, RequireFields<MutationWorkflowSaveArgs, 'input'>>;
  workflowCreateFromTemplate?: Resolver<Maybe<ResolversTypes['WorkflowPayload']>, ParentType, ContextType, RequireFields<MutationWorkflowCreateFromTemplateArgs, 'template' | 'name'>>;
  workflowPublish?: Resolver<Maybe<ResolversTypes['WorkflowPayload']>, ParentType, ContextType, RequireFields<MutationWorkflowPublishArgs, 'id'>>;
  workflowPause?: Resolver<Maybe<ResolversTypes['WorkflowPayload']>, ParentType, ContextType, RequireFields<MutationWorkflowPauseArgs, 'id'>>;
  workflowResume?: Resolver<Maybe<ResolversTypes['WorkflowPayload']>, ParentType, ContextType, RequireFields<MutationWorkflowResumeArgs, 'id'>>;
  workflowArchive?: Resolver<Maybe<ResolversTypes['WorkflowPayload']>, ParentType, ContextType, RequireFields<MutationWorkflowArchiveArgs, 'id' | 'leavers'>>;
  enrollmentStart?: Resolver<Maybe<ResolversTypes['EnrollmentPayload']>, ParentType, ContextType, RequireFields<MutationEnrollmentStartArgs, 'workflowId' | 'contactId'>>;
  enrollmentStop?: Resolver<Maybe<ResolversTypes['EnrollmentPayload']>, ParentType, ContextType, RequireFields<MutationEnrollmentStopArgs, 'id'>>;
  enrollmentsMove?: Resolver<Maybe<ResolversTypes['EnrollmentsMovePayload']>, ParentType, ContextType, RequireFields<MutationEnrollmentsMoveArgs, 'workflowId'>>;
  webhookEndpointCreate?: Resolver<Maybe<ResolversTypes['WebhookEndpointPayload']>, ParentType, ContextType, RequireFields<MutationWebhookEndpointCreateArgs, 'name' | 'url'>>;
  webhookEndpointArchive?: Resolver<Maybe<ResolversTypes['WebhookEndpointPayload']>, ParentType, ContextType, RequireFields<MutationWebhookEndpointArchiveArgs, 'id'>>;
  enrollmentsRecord?: Resolver<Maybe<ResolversTypes['EnrollmentsRecordPayload']>, ParentType, ContextType, RequireFields<MutationEnrollmentsRecordArgs, 'enrollments'>>;
  campaignSet?: Resolver<Maybe<ResolversTypes['CampaignSetPayload']>, ParentType, ContextType, RequireFields<MutationCampaignSetArgs, 'input'>>;
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
  Workflow?: WorkflowResolvers<ContextType>;
  WorkflowVersion?: WorkflowVersionResolvers<ContextType>;
  WorkflowStanding?: WorkflowStandingResolvers<ContextType>;
  WorkflowRehearsal?: WorkflowRehearsalResolvers<ContextType>;
  RehearsedMessages?: RehearsedMessagesResolvers<ContextType>;
  RehearsedSkip?: RehearsedSkipResolvers<ContextType>;
  RehearsedEnd?: RehearsedEndResolvers<ContextType>;
  WorkflowTemplate?: WorkflowTemplateResolvers<ContextType>;
  WebhookEndpoint?: WebhookEndpointResolvers<ContextType>;
  Enrollment?: EnrollmentResolvers<ContextType>;
  EnrollmentLogEntry?: EnrollmentLogEntryResolvers<ContextType>;
  TriggeredMessage?: TriggeredMessageResolvers<ContextType>;
  EnrollmentConnection?: EnrollmentConnectionResolvers<ContextType>;
  EnrollmentEdge?: EnrollmentEdgeResolvers<ContextType>;
  TriggeredMessageConnection?: TriggeredMessageConnectionResolvers<ContextType>;
  TriggeredMessageEdge?: TriggeredMessageEdgeResolvers<ContextType>;
  Behavior?: BehaviorResolvers<ContextType>;
  BehaviorConnection?: BehaviorConnectionResolvers<ContextType>;
  BehaviorEdge?: BehaviorEdgeResolvers<ContextType>;
  BehaviorsTrackPayload?: BehaviorsTrackPayloadResolvers<ContextType>;
  WorkflowPayload?: WorkflowPayloadResolvers<ContextType>;
  EnrollmentsRecordPayload?: EnrollmentsRecordPayloadResolvers<ContextType>;
  Campaign?: CampaignResolvers<ContextType>;
  CampaignSetPayload?: CampaignSetPayloadResolvers<ContextType>;
  EnrollmentPayload?: EnrollmentPayloadResolvers<ContextType>;
  EnrollmentsMovePayload?: EnrollmentsMovePayloadResolvers<ContextType>;
  WebhookEndpointPayload?: WebhookEndpointPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  IdentifierKind?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = Context> = {
  auth?: AuthDirectiveResolver<any, any, ContextType>;
};
