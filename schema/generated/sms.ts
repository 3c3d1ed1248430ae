// Written by the codegen step out of the SDL.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { SmsProfileModel, SmsConsentModel, SmsNumberModel, SmsSourceModel, LeafAudienceModel, SmsMessageModel } from '../../subgraphs/sms/src/models.ts';
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
   * A day is 24 hours counted back from the moment asked, not a calendar day. Must be positive.
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
  ContactBits: { input: string; output: string; }
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
  /** The address has valid consent for the topic. */
  | 'CONSENT'
  /** The address is not suppressed: no complaint, unsubscribe, stop word or opt-out at the provider. */
  | 'SUPPRESSION'
  /** The address can be reached: not held, not invalid. */
  | 'DELIVERABILITY'
  /** The person's data is erased. */
  | 'ERASED'
  /** Processing of the person's data is restricted, or they object to marketing. */
  | 'RESTRICTED';

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
  /** The exact text shown to the person. */
  readonly statedText?: InputMaybe<Scalars['String']['input']>;
  /** Version of the text shown, in place of the text. */
  readonly statedTextVersion?: InputMaybe<Scalars['String']['input']>;
  /** Who did it, for example the address or the member of staff, at most 200 characters. Default: the caller's key. */
  readonly actor?: InputMaybe<Scalars['String']['input']>;
  /** IP address of the person. */
  readonly ip?: InputMaybe<Scalars['String']['input']>;
  /** Browser of the person as it names itself. */
  readonly userAgent?: InputMaybe<Scalars['String']['input']>;
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

/** Internal: what one leaf of an audience filter matches. */
export type LeafAudience = {
  /** The contacts that match, by the numbers they are shown under. */
  readonly contacts: Scalars['ContactBits']['output'];
  /** What made contacts match, newest first: empty for leaves about what a contact is. Only worked out when asked for. */
  readonly facts: ReadonlyArray<LeafFact>;
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
  /** How the contact reacted to SMS, over all numbers. */
  readonly engagement: SmsEngagement;
  /** Last time the person clicked or replied, in UTC. Null when never. */
  readonly lastEngagedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Texts to and from the contact over all numbers, newest first, as a phone shows them from below. */
  readonly conversation: SmsMessageConnection;
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
  /** The person sent STOP or opted out otherwise. */
  | 'UNSUBSCRIBED'
  /** Opt-in was asked and is not confirmed. */
  | 'PENDING'
  /** Nothing was ever asked. */
  | 'NEVER_SUBSCRIBED'
  /** The number cannot receive messages. */
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
  /** When it ends by itself, in UTC. Null: never. */
  readonly validUntil?: Maybe<Scalars['DateTime']['output']>;
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
  | 'UNSUBSCRIBE';

/** Consent to write to the ledger. */
export type SmsConsentInput = {
  /** The number, international or in the account's region. It need not belong to a contact yet. */
  readonly number: Scalars['String']['input'];
  /** Key of the topic. Default: the whole channel. */
  readonly topic?: InputMaybe<Scalars['String']['input']>;
  /** The new state. */
  readonly state: ConsentState;
  /** What proves it. */
  readonly evidence: ConsentEvidenceInput;
  /** When it ends by itself. Default: never. */
  readonly validUntil?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Result of `smsConsentRecord`. */
export type SmsConsentRecordPayload = {
  /** Consent as it is now; it may be older than what came in. Null when there are user errors. */
  readonly consent?: Maybe<SmsConsent>;
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
};

/** A source to create. */
export type SmsSourceInput = {
  /** Name, unique on SMS in the account: lower-case letters, digits and dashes. */
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

/** What must be so on sms. All conditions given hold together; a contact without a number matches none of them but `canSend: false`. */
export type SmsPredicate = {
  /** Each of these was done. */
  readonly did?: InputMaybe<ReadonlyArray<SmsDid>>;
  /** Status of the primary address is one of these. */
  readonly status?: InputMaybe<ReadonlyArray<SmsStatus>>;
  /** True: may be messaged now, sending hours and frequency caps aside. False: may not. */
  readonly canSend?: InputMaybe<Scalars['Boolean']['input']>;
  /** Consent holds for the primary address: for the topic of this key, or for the whole channel. */
  readonly consent?: InputMaybe<SmsConsentCondition>;
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

export type Query = {
  /** Where SMS events come from, by name. */
  readonly smsSources?: Maybe<ReadonlyArray<SmsSource>>;
  /** Internal: contacts that match each of the sms conditions, in the order asked. */
  readonly smsAudience?: Maybe<ReadonlyArray<LeafAudience>>;
  /** Internal: SMS activity of each contact for the timeline, newest first, at most `first` of each. */
  readonly smsActivity?: Maybe<ReadonlyArray<Activity>>;
  /** The subjects people can subscribe to on SMS, by key. */
  readonly smsTopics?: Maybe<ReadonlyArray<Topic>>;
};


export type QuerySmsAudienceArgs = {
  predicates: ReadonlyArray<SmsPredicate>;
  contactIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};


export type QuerySmsActivityArgs = {
  contactIds: ReadonlyArray<Scalars['ID']['input']>;
  first: Scalars['Int']['input'];
  before?: InputMaybe<ActivityPosition>;
};

export type Mutation = {
  /** Writes consent of a mobile number to the ledger. Idempotent: the same state with the same evidence is written once. */
  readonly smsConsentRecord?: Maybe<SmsConsentRecordPayload>;
  /** Sets up a source of SMS events. Not idempotent: a second one of the same name is refused. */
  readonly smsSourceCreate?: Maybe<SmsSourceCreatePayload>;
  /** Makes a subject people can subscribe to on SMS, or gives it another name. Idempotent. */
  readonly smsTopicSet?: Maybe<SmsTopicSetPayload>;
};


export type MutationSmsConsentRecordArgs = {
  input: SmsConsentInput;
};


export type MutationSmsSourceCreateArgs = {
  input: SmsSourceInput;
};


export type MutationSmsTopicSetArgs = {
  key: Scalars['String']['input'];
  name: Scalars['String']['input'];
};

/** Result of `smsTopicSet`. */
export type SmsTopicSetPayload = {
  /** The topic. Null when there are user errors. */
  readonly topic?: Maybe<Topic>;
  /** Why nothing was changed. Empty on success. */
  readonly userErrors: ReadonlyArray<UserError>;
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
  ConsentEvidence: ResolverTypeWrapper<Partial<ConsentEvidence>>;
  ConsentEvidenceInput: ResolverTypeWrapper<Partial<ConsentEvidenceInput>>;
  Activity: ResolverTypeWrapper<Partial<Activity>>;
  ActivityPosition: ResolverTypeWrapper<Partial<ActivityPosition>>;
  ContactBits: ResolverTypeWrapper<Partial<Scalars['ContactBits']['output']>>;
  LeafAudience: ResolverTypeWrapper<LeafAudienceModel>;
  LeafFact: ResolverTypeWrapper<Partial<LeafFact>>;
  Int: ResolverTypeWrapper<Partial<Scalars['Int']['output']>>;
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
  SmsPredicate: ResolverTypeWrapper<Partial<SmsPredicate>>;
  SmsDid: ResolverTypeWrapper<Partial<SmsDid>>;
  SmsPropertyCondition: ResolverTypeWrapper<Partial<SmsPropertyCondition>>;
  SmsConsentCondition: ResolverTypeWrapper<Partial<SmsConsentCondition>>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SmsTopicSetPayload: ResolverTypeWrapper<Partial<SmsTopicSetPayload>>;
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
  ConsentEvidence: Partial<ConsentEvidence>;
  ConsentEvidenceInput: Partial<ConsentEvidenceInput>;
  Activity: Partial<Activity>;
  ActivityPosition: Partial<ActivityPosition>;
  ContactBits: Partial<Scalars['ContactBits']['output']>;
  LeafAudience: LeafAudienceModel;
  LeafFact: Partial<LeafFact>;
  Int: Partial<Scalars['Int']['output']>;
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
  SmsPredicate: Partial<SmsPredicate>;
  SmsDid: Partial<SmsDid>;
  SmsPropertyCondition: Partial<SmsPropertyCondition>;
  SmsConsentCondition: Partial<SmsConsentCondition>;
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  SmsTopicSetPayload: Partial<SmsTopicSetPayload>;
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

export type ConsentEvidenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConsentEvidence'] = ResolversParentTypes['ConsentEvidence']> = {
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  statedText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  statedTextVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ip?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userAgent?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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

export type LeafAudienceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LeafAudience'] = ResolversParentTypes['LeafAudience']> = {
  contacts?: Resolver<ResolversTypes['ContactBits'], ParentType, ContextType>;
  facts?: Resolver<Array<ResolversTypes['LeafFact']>, ParentType, ContextType>;
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
  engagement?: Resolver<ResolversTypes['SmsEngagement'], ParentType, ContextType, Partial<SmsProfileEngagementArgs>>;
  lastEngagedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  conversation?: Resolver<ResolversTypes['SmsMessageConnection'], ParentType, ContextType, RequireFields<SmsProfileConversationArgs, 'first'>>;
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
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SmsSourceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsSource'] = ResolversParentTypes['SmsSource']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['SmsProvider'], ParentType, ContextType>;
  webhookPath?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastEventAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type SmsSourceCreatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsSourceCreatePayload'] = ResolversParentTypes['SmsSourceCreatePayload']> = {
  source?: Resolver<Maybe<ResolversTypes['SmsSource']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  smsSources?: Resolver<Maybe<Array<ResolversTypes['SmsSource']>>, ParentType, ContextType>;
  smsAudience?: Resolver<Maybe<Array<ResolversTypes['LeafAudience']>>, ParentType, ContextType, RequireFields<QuerySmsAudienceArgs, 'predicates'>>;
  smsActivity?: Resolver<Maybe<Array<ResolversTypes['Activity']>>, ParentType, ContextType, RequireFields<QuerySmsActivityArgs, 'contactIds' | 'first'>>;
  smsTopics?: Resolver<Maybe<Array<ResolversTypes['Topic']>>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  smsConsentRecord?: Resolver<Maybe<ResolversTypes['SmsConsentRecordPayload']>, ParentType, ContextType, RequireFields<MutationSmsConsentRecordArgs, 'input'>>;
  smsSourceCreate?: Resolver<Maybe<ResolversTypes['SmsSourceCreatePayload']>, ParentType, ContextType, RequireFields<MutationSmsSourceCreateArgs, 'input'>>;
  smsTopicSet?: Resolver<Maybe<ResolversTypes['SmsTopicSetPayload']>, ParentType, ContextType, RequireFields<MutationSmsTopicSetArgs, 'key' | 'name'>>;
};

export type SmsTopicSetPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SmsTopicSetPayload'] = ResolversParentTypes['SmsTopicSetPayload']> = {
  topic?: Resolver<Maybe<ResolversTypes['Topic']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
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
  ConsentEvidence?: ConsentEvidenceResolvers<ContextType>;
  Activity?: ActivityResolvers<ContextType>;
  ContactBits?: GraphQLScalarType;
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
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  SmsTopicSetPayload?: SmsTopicSetPayloadResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  auth?: AuthDirectiveResolver<any, any, ContextType>;
};
