import { isMachineAgent } from '@ucp/channel/domain/machine-agents';
import { type ChannelEvent, malformed, type Translated } from '@ucp/channel/event';
import { z } from 'zod';
import { acquiredBy, details, keyOfContent, momentOf } from './event-details.ts';

/** What a record tells beside what makes it one: of another type than documented it is as if it were not told. */
const text = z.string().nullish().catch(null);
const known = z.looseObject({
  RecordType: z.string(),
  ID: z.union([z.number(), z.string()]).nullish().catch(null),
  Type: text,
  MessageID: text,
  MessageStream: text,
  Email: text,
  Recipient: text,
  BouncedAt: text,
  DeliveredAt: text,
  ReceivedAt: text,
  ChangedAt: text,
  Description: text,
  Details: text,
  Subject: text,
  Tag: text,
  OriginalLink: text,
  UserAgent: text,
  Geo: z.looseObject({ IP: text }).nullish().catch(null),
  Metadata: z.record(z.string(), z.unknown()).nullish().catch(null),
  SuppressSending: z.boolean().nullish().catch(null),
  SuppressionReason: text,
  Origin: text,
});
type PostmarkRecord = z.output<typeof known>;

/** What each type of bounce is; those that are none are absent: automatic answers, changed addresses. Source: Postmark, Bounce API. */
const bounces: Readonly<Record<string, string>> = {
  HardBounce: 'HARD_BOUNCE',
  BadEmailAddress: 'HARD_BOUNCE',
  Transient: 'DEFERRED',
  SoftBounce: 'SOFT_BOUNCE',
  DnsError: 'SOFT_BOUNCE',
  SpamNotification: 'SOFT_BOUNCE',
  VirusNotification: 'SOFT_BOUNCE',
  Blocked: 'SOFT_BOUNCE',
  DMARCPolicy: 'SOFT_BOUNCE',
  Unknown: 'SOFT_BOUNCE',
  ManuallyDeactivated: 'DROPPED',
  SMTPApiError: 'DROPPED',
  TemplateRenderingFailed: 'DROPPED',
  SpamComplaint: 'COMPLAINT',
  Unsubscribe: 'UNSUBSCRIBE',
};

/** Our kind of activity, or a name to count the record by where it is none. */
function kindOf({
  RecordType,
  Type,
  SuppressSending,
  SuppressionReason,
  Origin,
}: PostmarkRecord): string | { name: string } {
  switch (RecordType) {
    case 'Delivery':
      return 'DELIVERED';
    case 'Open':
      return 'OPEN';
    case 'Click':
      return 'CLICK';
    case 'SpamComplaint':
      return 'COMPLAINT';
    case 'Bounce':
      return bounces[Type ?? ''] ?? { name: `Bounce: ${Type}` };
    case 'SubscriptionChange':
      if (SuppressSending === false) return 'REACTIVATED';
      // The person's own doing; all else is Postmark's list of addresses it sends nothing to.
      return SuppressionReason === 'ManualSuppression' && Origin === 'Recipient' ? 'UNSUBSCRIBE' : 'SUPPRESSED';
    default:
      return { name: RecordType };
  }
}

/** Translates one POST of Postmark, which tells of one event. Null when it is nothing of Postmark. */
export function translatePostmark(payload: unknown): Translated | null {
  if (typeof payload !== 'object' || payload === null) return null;
  const record = known.safeParse(payload).data;
  if (record === undefined) return { events: [], skipped: [malformed] };
  const kind = kindOf(record);
  if (typeof kind !== 'string') return { events: [], skipped: [kind.name] };
  const address = record.Recipient ?? record.Email;
  const at = record.BouncedAt ?? record.DeliveredAt ?? record.ReceivedAt ?? record.ChangedAt;
  if (typeof address !== 'string' || momentOf(at) === null) return { events: [], skipped: [malformed] };
  return { events: [channelEvent(record, kind, address, String(at))], skipped: [] };
}

function channelEvent(record: PostmarkRecord, kind: string, address: string, at: string): ChannelEvent {
  const engaged = kind === 'OPEN' || kind === 'CLICK';
  return {
    // Postmark gives most events no id: message, type and time, with all of its seven digits, are one.
    key: keyOfContent([record.RecordType, record.ID, record.MessageID, address.toLowerCase(), at, record.OriginalLink]),
    at: momentOf(at),
    address,
    kind,
    machine: engaged && isMachineAgent(record.UserAgent ?? undefined),
    messageId: record.MessageID ?? null,
    details: details(
      {
        provider: 'postmark',
        url: record.OriginalLink,
        reason: record.SuppressionReason ?? (record.Details || record.Description),
        bounceType: record.RecordType === 'Bounce' ? record.Type : undefined,
        origin: record.Origin,
        ip: record.Geo?.IP,
        userAgent: record.UserAgent,
        subject: record.Subject,
        campaign: record.Tag,
        stream: record.MessageStream,
      },
      record.Metadata ?? {},
    ),
    acquisition: acquiredBy('postmark'),
  };
}
