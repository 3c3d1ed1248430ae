import { isMachineAgent } from '@ucp/channel/domain/machine-agents';
import { type ChannelEvent, malformed, type Translated } from '@ucp/channel/event';
import { z } from 'zod';
import { acquiredBy, details, keyOfContent, momentOf, topicKey } from './event-details.ts';
import type { SnsEnvelope } from './sns-signature.ts';

/** What a record tells beside what makes it one: of another type than documented it is as if it were not told. */
const text = z.string().optional().catch(undefined);
const recipients = z.array(z.looseObject({ emailAddress: z.string(), diagnosticCode: text, status: text }));
const preferences = z
  .looseObject({
    unsubscribeAll: z.boolean().optional(),
    topicSubscriptionStatus: z
      .array(z.looseObject({ topicName: z.string(), subscriptionStatus: z.string() }))
      .optional(),
  })
  .optional();
const headers = z.looseObject({ subject: text }).optional().catch(undefined);
const record = z.looseObject({
  eventType: text,
  notificationType: text,
  mail: z.looseObject({
    messageId: z.string(),
    timestamp: text,
    destination: z.array(z.string()).optional(),
    commonHeaders: headers,
    tags: z.record(z.string(), z.unknown()).optional().catch(undefined),
  }),
  bounce: z
    .looseObject({
      bounceType: text,
      bounceSubType: text,
      bouncedRecipients: recipients,
      timestamp: text,
      feedbackId: text,
    })
    .optional(),
  complaint: z
    .looseObject({
      complainedRecipients: recipients,
      complaintFeedbackType: text,
      complaintSubType: text,
      timestamp: text,
      feedbackId: text,
    })
    .optional(),
  delivery: z.looseObject({ recipients: z.array(z.string()), timestamp: text, smtpResponse: text }).optional(),
  deliveryDelay: z.looseObject({ delayedRecipients: recipients, timestamp: text, delayType: text }).optional(),
  reject: z.looseObject({ reason: text }).optional(),
  failure: z.looseObject({ errorMessage: text, templateName: text }).optional(),
  open: z.looseObject({ timestamp: text, userAgent: text, ipAddress: text }).optional(),
  click: z.looseObject({ timestamp: text, userAgent: text, ipAddress: text, link: text }).optional(),
  subscription: z
    .looseObject({
      timestamp: text,
      source: text,
      contactList: text,
      newTopicPreferences: preferences,
      oldTopicPreferences: preferences,
    })
    .optional(),
});
type SesRecord = z.output<typeof record>;

/** What happened at one address. */
interface Happened {
  readonly kind: string;
  readonly address: string;
  readonly at?: string | undefined;
  /** What tells it from another event of its kind, message, address and time. */
  readonly distinct?: string | undefined;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly machine?: boolean;
}

/**
 * Translates one message of SES, as event publishing (`eventType`) or as identity feedback (`notificationType`) writes it: one
 * event for each recipient. Source: Amazon SES, Contents of event data that Amazon SES publishes to Amazon SNS.
 */
export function translateSes(envelope: SnsEnvelope): Translated {
  if (envelope.Type !== 'Notification') return { events: [], skipped: [envelope.Type] };
  const given = parsed(envelope.Message);
  const event = record.safeParse(given).data;
  const name = nameOf(given);
  if (event === undefined) return { events: [], skipped: [malformed] };
  const happened = happenedIn(name, event);
  if (typeof happened === 'string') return { events: [], skipped: [happened] };
  if (happened.length === 0) return { events: [], skipped: [`${name}: no recipient`] };
  return { events: happened.map((each) => channelEvent(name, event, each, envelope)), skipped: [] };
}

/** What the record tells; a name to count it by where that is nothing that happened to an address. */
function happenedIn(name: string, event: SesRecord): readonly Happened[] | string {
  const { mail, bounce, complaint, delivery, deliveryDelay, open, click } = event;
  const everybody = mail.destination ?? [];
  if (name === 'Send') return everybody.map((address) => ({ kind: 'SEND', address, at: mail.timestamp }));
  if (name === 'Reject' || name === 'Rendering Failure') {
    const reason = event.reject?.reason ?? event.failure?.errorMessage;
    return everybody.map((address) => ({
      kind: 'DROPPED',
      address,
      at: mail.timestamp,
      distinct: name,
      details: { reason },
    }));
  }
  if (name === 'Delivery' && delivery !== undefined) {
    const { timestamp: at, smtpResponse: reason } = delivery;
    return delivery.recipients.map((address) => ({ kind: 'DELIVERED', address, at, details: { reason } }));
  }
  if (name === 'DeliveryDelay' && deliveryDelay !== undefined) {
    const { timestamp: at, delayType } = deliveryDelay;
    return deliveryDelay.delayedRecipients.map(({ emailAddress: address, diagnosticCode, status }) => ({
      kind: 'DEFERRED',
      address,
      at,
      details: { reason: diagnosticCode ?? delayType, status },
    }));
  }
  if (name === 'Bounce' && bounce !== undefined) return bounced(bounce);
  if (name === 'Complaint' && complaint !== undefined) {
    if (complaint.complaintFeedbackType === 'not-spam') return 'Complaint: not-spam';
    // The address was on the account's list before: nothing was sent, and nobody complains anew.
    const kind = complaint.complaintSubType === 'OnAccountSuppressionList' ? 'DROPPED' : 'COMPLAINT';
    const reason = complaint.complaintSubType ?? complaint.complaintFeedbackType;
    const { timestamp: at, feedbackId: distinct } = complaint;
    return complaint.complainedRecipients.map(({ emailAddress: address }) => ({
      kind,
      address,
      at,
      distinct,
      details: { reason },
    }));
  }
  const seen = name === 'Open' ? open : name === 'Click' ? click : undefined;
  if (seen !== undefined) {
    const [address, ...others] = everybody;
    // SES does not tell which of several recipients it was.
    if (address === undefined || others.length > 0) return `${name}: several recipients`;
    const { timestamp: at, userAgent, ipAddress: ip } = seen;
    const url = typeof seen.link === 'string' ? seen.link : undefined;
    const kind = name === 'Open' ? 'OPEN' : 'CLICK';
    return [
      {
        kind,
        address,
        at,
        distinct: `${url} ${ip}`,
        machine: isMachineAgent(userAgent),
        details: { url, userAgent, ip },
      },
    ];
  }
  return name === 'Subscription' ? subscribed(event) : name;
}

function bounced({
  bounceType,
  bounceSubType,
  bouncedRecipients,
  timestamp: at,
  feedbackId,
}: NonNullable<SesRecord['bounce']>): Happened[] {
  // On a suppression list, of the account or of SES: the message was not sent, so that it is no fresh bounce.
  const listed = bounceSubType === 'OnAccountSuppressionList' || bounceSubType === 'Suppressed';
  const kind = listed ? 'DROPPED' : bounceType === 'Permanent' ? 'HARD_BOUNCE' : 'SOFT_BOUNCE';
  return bouncedRecipients.map(({ emailAddress: address, diagnosticCode, status }) => ({
    kind,
    address,
    at,
    distinct: feedbackId,
    details: { reason: diagnosticCode ?? `${bounceType}: ${bounceSubType}`, status, bounceType, bounceSubType },
  }));
}

/** Subjects that were left or chosen. Choosing one again is told, and is no consent: it comes without what the person agreed to. */
function subscribed({ mail, subscription }: SesRecord): Happened[] | string {
  const now = subscription?.newTopicPreferences;
  const before = subscription?.oldTopicPreferences;
  const base = { at: subscription?.timestamp };
  const via = { reason: subscription?.source };
  const wasOf = (topic: string) =>
    before?.topicSubscriptionStatus?.find(({ topicName }) => topicName === topic)?.subscriptionStatus;
  const changes =
    now?.unsubscribeAll === true
      ? [{ kind: 'UNSUBSCRIBE', distinct: 'all', details: via }]
      : (now?.topicSubscriptionStatus ?? [])
          .filter(({ topicName, subscriptionStatus }) => wasOf(topicName) !== subscriptionStatus)
          .map(({ topicName, subscriptionStatus }) => ({
            kind: subscriptionStatus === 'OptOut' ? 'UNSUBSCRIBE' : 'REACTIVATED',
            distinct: topicName,
            details: { ...via, topic: topicKey('ses', topicName) },
          }));
  if (changes.length === 0) return 'Subscription: nothing changed';
  return (mail.destination ?? []).flatMap((address) => changes.map((change) => ({ ...base, ...change, address })));
}

function channelEvent(name: string, event: SesRecord, happened: Happened, envelope: SnsEnvelope): ChannelEvent {
  const { mail } = event;
  const { kind, address, at, distinct } = happened;
  const set = mail.tags?.['ses:configuration-set'];
  const campaign = Array.isArray(set) ? set[0] : undefined;
  const own = Object.fromEntries(Object.entries(mail.tags ?? {}).filter(([tag]) => !tag.startsWith('ses:')));
  return {
    // The same from event publishing and from identity feedback.
    key: keyOfContent([mail.messageId, name, kind, address.toLowerCase(), at, distinct]),
    at: momentOf(at) ?? momentOf(envelope.Timestamp),
    address: addressIn(address),
    kind,
    machine: happened.machine === true,
    messageId: mail.messageId,
    details: details({ provider: 'ses', subject: mail.commonHeaders?.subject, campaign, ...happened.details }, own),
    acquisition: acquiredBy('ses'),
  };
}

/** Destinations may be written with a name: `Ada <ada@example.com>`. */
const addressIn = (given: string): string => /<([^<>]+)>\s*$/.exec(given)?.[1] ?? given;

function nameOf(given: unknown): string {
  const { eventType, notificationType } = Object(given);
  const name = eventType ?? notificationType;
  return typeof name === 'string' ? name : malformed;
}

function parsed(message: string): unknown {
  try {
    return JSON.parse(message);
  } catch {
    return null;
  }
}
