import { isMachineAgent } from '@ucp/channel/domain/machine-agents';
import { type ChannelEvent, malformed, type Translated } from '@ucp/channel/event';
import { z } from 'zod';
import { acquiredBy, details, keyOfContent, latestSecond } from './event-details.ts';

/** What an event tells beside what makes it one: of another type than documented it is as if it were not told. */
const text = z.string().nullish().catch(null);
const known = z.looseObject({
  event: z.string(),
  id: text,
  timestamp: z.coerce.number().positive().max(latestSecond),
  recipient: text,
  severity: text,
  reason: text,
  url: text,
  ip: text,
  tags: z.array(z.string()).nullish().catch(null),
  message: z
    .looseObject({ headers: z.looseObject({ 'message-id': text, subject: text, to: text }).nullish() })
    .nullish(),
  'delivery-status': z
    .looseObject({ message: text, description: text, code: z.union([z.number(), z.string()]).nullish() })
    .nullish(),
  reject: z.looseObject({ reason: text }).nullish().catch(null),
  'client-info': z.looseObject({ 'user-agent': text, bot: text }).nullish().catch(null),
  'user-variables': z.record(z.string(), z.unknown()).nullish().catch(null),
});
type MailgunEvent = z.output<typeof known>;

/** Our kind of activity for each event; null for those that are none of a contact's. Source: Mailgun, Events. */
function kindOf({ event, severity, reason }: MailgunEvent): string | null {
  switch (event) {
    case 'accepted':
      return 'SEND';
    case 'delivered':
      return 'DELIVERED';
    case 'opened':
      return 'OPEN';
    case 'clicked':
      return 'CLICK';
    case 'complained':
      return 'COMPLAINT';
    case 'unsubscribed':
      return 'UNSUBSCRIBE';
    case 'rejected':
      return 'DROPPED';
    case 'failed':
      return severity === 'permanent' ? failedFor(reason ?? '') : 'DEFERRED';
    default:
      return null;
  }
}

/** Permanent is said of a message, not of an address: it may be on one of Mailgun's lists, blocked, or have been tried too long. */
function failedFor(reason: string): string {
  if (reason.startsWith('suppress-')) return 'DROPPED';
  return reason === 'espblock' || reason === 'greylisted' || reason === 'old' ? 'SOFT_BOUNCE' : 'HARD_BOUNCE';
}

/** Translates the event of one POST of Mailgun. */
export function translateMailgun(eventData: unknown): Translated {
  const event = known.safeParse(eventData).data;
  const name = Object(eventData).event;
  const kind = event === undefined ? null : kindOf(event);
  // A message that was rejected had no recipient yet but the one it names.
  const address = event?.recipient ?? event?.message?.headers?.to;
  if (event === undefined || kind === null || typeof address !== 'string') {
    const isOurs = event === undefined || kind !== null;
    return { events: [], skipped: [typeof name === 'string' && !isOurs ? name : malformed] };
  }
  return { events: [channelEvent(event, kind, address)], skipped: [] };
}

function channelEvent(event: MailgunEvent, kind: string, address: string): ChannelEvent {
  const client = event['client-info'];
  const status = event['delivery-status'];
  const userAgent = client?.['user-agent'] ?? undefined;
  // `apple`, `gmail` or `generic`; empty for people.
  const bot = typeof client?.bot === 'string' && client.bot !== '' && client.bot !== 'no';
  return {
    // An id is unique within a day only.
    key: typeof event.id === 'string' ? `${event.id} ${event.timestamp}` : keyOfContent(event),
    at: new Date(Math.floor(event.timestamp * 1000)),
    address: /<([^<>]+)>\s*$/.exec(address)?.[1] ?? address,
    kind,
    machine: (kind === 'OPEN' || kind === 'CLICK') && (bot || isMachineAgent(userAgent)),
    messageId: event.message?.headers?.['message-id'] ?? null,
    details: details(
      {
        provider: 'mailgun',
        url: event.url,
        reason: status?.message || status?.description || event.reject?.reason || event.reason,
        failure: event.event === 'failed' ? event.reason : undefined,
        status: status?.code,
        ip: event.ip,
        userAgent,
        subject: event.message?.headers?.subject,
        campaign: event.tags?.[0],
        categories: (event.tags ?? []).length > 0 ? event.tags : undefined,
      },
      event['user-variables'] ?? {},
    ),
    acquisition: acquiredBy('mailgun'),
  };
}
