import { createHash } from 'node:crypto';
import type { ChannelEvent, Translated } from '@ucp/channel/event';
import { z } from 'zod';

const known = z.looseObject({
  email: z.string(),
  timestamp: z.coerce.number().positive(),
  event: z.string(),
  sg_event_id: z.string().max(200).optional(),
  sg_message_id: z.string().optional(),
  'smtp-id': z.string().optional(),
  useragent: z.string().optional(),
  ip: z.string().optional(),
  url: z.string().optional(),
  reason: z.string().optional(),
  status: z.string().optional(),
  response: z.string().optional(),
  type: z.string().optional(),
  subject: z.string().optional(),
  category: z.union([z.string(), z.array(z.string())]).optional(),
  asm_group_id: z.coerce.number().int().optional(),
  marketing_campaign_name: z.string().optional(),
  sg_machine_open: z.boolean().optional(),
});
type SendGridEvent = z.output<typeof known>;

/** Mail scanners and privacy proxies that fetch images and links by themselves, as they name themselves. */
const machines =
  /Barracuda|Proofpoint|Mimecast|Symantec|MessageLabs|FireEye|Forcepoint|bot\b|crawler|spider|HeadlessChrome|python-requests|curl\//i;

/** Our kind of activity for each event; others (account events among them) are none of a contact's. */
function kindOf({ event, type }: SendGridEvent): string | null {
  switch (event) {
    case 'processed':
      return 'SEND';
    case 'delivered':
      return 'DELIVERED';
    case 'open':
      return 'OPEN';
    case 'click':
      return 'CLICK';
    case 'bounce':
      return type === 'blocked' ? 'SOFT_BOUNCE' : 'HARD_BOUNCE';
    case 'deferred':
      return 'DEFERRED';
    case 'dropped':
      return 'DROPPED';
    case 'spamreport':
      return 'COMPLAINT';
    case 'unsubscribe':
    case 'group_unsubscribe':
      return 'UNSUBSCRIBE';
    default:
      return null;
  }
}

/** Translates one POST of SendGrid's Event Webhook, an array. An element that is not understood is passed over and counted. */
export function translateSendGrid(payload: readonly unknown[]): Translated {
  const events = payload.flatMap((element) => {
    const event = known.safeParse(element).data;
    const kind = event === undefined ? null : kindOf(event);
    return event === undefined || kind === null ? [] : [channelEvent(event, kind)];
  });
  return { events, skipped: payload.length - events.length };
}

function channelEvent(event: SendGridEvent, kind: string): ChannelEvent {
  const engaged = kind === 'OPEN' || kind === 'CLICK';
  return {
    // Old events have no id of their own: their whole content is one.
    key: event.sg_event_id ?? createHash('sha256').update(JSON.stringify(event)).digest('base64url'),
    at: new Date(event.timestamp * 1000),
    address: event.email,
    kind,
    machine: engaged && (event.sg_machine_open === true || machines.test(event.useragent ?? '')),
    messageId: event.sg_message_id?.split('.')[0] ?? event['smtp-id'] ?? null,
    details: detailsOf(event),
    acquisition: { kind: 'API', detail: 'sendgrid events' },
  };
}

/** Fields with a place of their own; all others are the sender's custom arguments, which SendGrid flattens into the event. */
const placed = new Set(Object.keys(known.shape));
/** Custom arguments of more bytes than this are left out: they are the sender's own data, not the event's. */
const customLimit = 4_096;

function detailsOf(event: SendGridEvent): Record<string, unknown> {
  const custom = Object.fromEntries(Object.entries(event).filter(([name]) => !placed.has(name)));
  const category = typeof event.category === 'string' ? [event.category] : event.category;
  const details = {
    provider: 'sendgrid',
    url: event.url,
    reason: event.reason ?? event.response,
    status: event.status,
    ip: event.ip,
    userAgent: event.useragent,
    subject: event.subject,
    campaign: event.marketing_campaign_name ?? category?.[0],
    categories: category,
    topic:
      event.event === 'group_unsubscribe' && event.asm_group_id !== undefined
        ? `sendgrid-group-${event.asm_group_id}`
        : undefined,
    custom: Object.keys(custom).length > 0 && JSON.stringify(custom).length <= customLimit ? custom : undefined,
  };
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
}
