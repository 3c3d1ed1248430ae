import { type ChannelEvent, malformed, type Translated } from '@ucp/channel/event';

/** Our kind of activity for each status; the others are steps on the way that tell a person nothing. */
const kinds: ReadonlyMap<string, string> = new Map([
  ['sent', 'SEND'],
  ['delivered', 'DELIVERED'],
  ['read', 'READ'],
  ['failed', 'FAILED'],
  ['undelivered', 'FAILED'],
]);

/**
 * Translates one POST of Twilio Messaging: an inbound message or a status callback. Others are passed over and counted.
 * Source: Twilio, Messaging webhooks, and Outbound message status in status callbacks.
 */
export function translateTwilio(rawBody: Buffer): Translated {
  const fields = new Map(new URLSearchParams(rawBody.toString('utf8')));
  const event = inbound(fields) ?? statusChange(fields);
  if (event !== null) return { events: [event], skipped: [] };
  const status = statusOf(fields);
  return { events: [], skipped: [status === '' || kinds.has(status) ? malformed : status] };
}

type Fields = ReadonlyMap<string, string>;

const sidOf = (fields: Fields): string | null => fields.get('MessageSid') ?? fields.get('SmsSid') ?? null;

const statusOf = (fields: Fields): string => fields.get('MessageStatus') ?? fields.get('SmsStatus') ?? '';

function inbound(fields: Fields): ChannelEvent | null {
  const sid = sidOf(fields);
  const from = fields.get('From');
  const received = fields.get('SmsStatus') === 'received' || fields.get('MessageStatus') === 'received';
  const isInbound = received || (fields.has('Body') && !fields.has('MessageStatus'));
  if (!isInbound || sid === null || from === undefined) return null;
  return {
    key: `${sid}:received`,
    // Twilio gives an inbound message no time.
    at: null,
    address: addressOf(from),
    kind: 'REPLY',
    machine: false,
    messageId: sid,
    details: detailsOf(fields, wayOf(from), {
      body: 'Body',
      to: 'To',
      media: 'NumMedia',
      segments: 'NumSegments',
      optOutType: 'OptOutType',
      city: 'FromCity',
      state: 'FromState',
      country: 'FromCountry',
    }),
    acquisition: { kind: 'KEYWORD', detail: (fields.get('Body') ?? '').trim().slice(0, 100) },
  };
}

function statusChange(fields: Fields): ChannelEvent | null {
  const status = statusOf(fields);
  const sid = sidOf(fields);
  const to = fields.get('To') ?? '';
  const kind = kinds.get(status);
  if (kind === undefined || sid === null) return null;
  return {
    key: `${sid}:${status}`,
    at: momentOf(fields.get('RawDlrDoneDate')),
    // Twilio's documented minimum names no recipient: it is the one other events of the message name.
    address: to === '' ? null : addressOf(to),
    kind,
    machine: false,
    messageId: sid,
    details: detailsOf(fields, wayOf(to), { errorCode: 'ErrorCode', from: 'From', status: 'MessageStatus' }),
    acquisition: { kind: 'API', detail: 'twilio events' },
  };
}

/** `whatsapp:+1…` and the like name the way before the number. */
const addressOf = (text: string): string => text.slice(text.indexOf(':') + 1);

/** Null: SMS. */
const wayOf = (text: string): string | null => /^(\w{1,20}):/.exec(text)?.[1] ?? null;

/** YYMMDDhhmm in UTC, as networks report it. Null when absent or malformed. */
function momentOf(text: string | undefined): Date | null {
  const match = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text ?? '');
  if (match === null) return null;
  const [, year, month, day, hour, minute] = match;
  const at = new Date(`20${year}-${month}-${day}T${hour}:${minute}:00Z`);
  return Number.isNaN(at.getTime()) ? null : at;
}

function detailsOf(
  fields: Fields,
  way: string | null,
  names: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const given = Object.entries(names).flatMap(([name, field]) => {
    const value = fields.get(field);
    return value === undefined || value === '' ? [] : [[name, value] as const];
  });
  return { provider: 'twilio', ...(way === null ? {} : { way }), ...Object.fromEntries(given) };
}
