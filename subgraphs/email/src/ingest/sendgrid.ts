import { isMachineAgent } from '@ucp/channel/domain/machine-agents';
import { type ChannelEvent, malformed, type Translated } from '@ucp/channel/event';
import { acquiredBy, details, keyOfContent, topicKey } from './event-details.ts';
import { placed, readSendGridEvent, type SendGridEvent } from './sendgrid-event.ts';

/** Our kind of activity for each event; others (account events among them) are none of a contact's. */
function kindOf({ event, type }: Pick<SendGridEvent, 'event' | 'type'>): string | null {
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
    case 'group_resubscribe':
      return 'REACTIVATED';
    default:
      return null;
  }
}

/** Translates one POST of SendGrid's Event Webhook, an array. An element that is not understood is passed over and counted. */
export function translateSendGrid(payload: readonly unknown[]): Translated {
  const events: ChannelEvent[] = [];
  const skipped: string[] = [];
  for (const element of payload) {
    const event = readSendGridEvent(element);
    const kind = event === undefined ? null : kindOf(event);
    if (event !== undefined && kind !== null) events.push(channelEvent(event, kind));
    else skipped.push(nameOf(element));
  }
  return { events, skipped };
}

/** The name of an event that is no activity here; a known event that lacks what each has is malformed. */
function nameOf(element: unknown): string {
  const name = Object(element).event;
  return typeof name === 'string' && kindOf({ event: name }) === null ? name : malformed;
}

function channelEvent(event: SendGridEvent, kind: string): ChannelEvent {
  const engaged = kind === 'OPEN' || kind === 'CLICK';
  return {
    // Old events have no id of their own.
    key: event.sg_event_id ?? keyOfContent(event),
    at: new Date(event.timestamp * 1000),
    address: event.email,
    kind,
    machine: engaged && (event.sg_machine_open === true || isMachineAgent(event.useragent)),
    messageId: event.sg_message_id?.split('.')[0] ?? event['smtp-id'] ?? null,
    details: detailsOf(event),
    acquisition,
  };
}

const acquisition = acquiredBy('sendgrid');

function customOf(event: SendGridEvent): Record<string, unknown> {
  const custom: Record<string, unknown> = {};
  for (const name in event) if (!placed.has(name)) custom[name] = event[name];
  return custom;
}

function detailsOf(event: SendGridEvent): Record<string, unknown> {
  const category = typeof event.category === 'string' ? [event.category] : event.category;
  const ofGroup = event.event.startsWith('group_') && event.asm_group_id !== undefined;
  return details(
    {
      provider: 'sendgrid',
      url: event.url,
      reason: event.reason ?? event.response,
      status: event.status,
      ip: event.ip,
      userAgent: event.useragent,
      subject: event.subject,
      campaign: event.marketing_campaign_name ?? category?.[0],
      categories: category,
      topic: ofGroup ? topicKey('sendgrid-group', event.asm_group_id ?? 0) : undefined,
    },
    customOf(event),
  );
}
