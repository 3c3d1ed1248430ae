import { heroine, ownNumber } from './account.ts';
import type { Person } from './people.ts';
import type { Random } from './random.ts';
import { daysBefore } from './reference-day.ts';

/** An event as SendGrid posts it; its timestamp is of the reference day's time. */
export interface EmailEventLine {
  readonly email: string;
  /** Unix seconds. */
  readonly timestamp: number;
  readonly event: string;
  readonly sg_event_id: string;
  readonly sg_message_id: string;
  readonly [field: string]: unknown;
}

/** A form as Twilio posts it, and when. */
export interface SmsEventLine {
  /** Unix seconds. */
  readonly at: number;
  readonly form: Readonly<Record<string, string>>;
}

const subjects = [
  'A washed Ethiopian, and a warm kitchen',
  'Your autumn roast is here',
  'Three brews for slow mornings',
  'Meet the growers of Huila',
  'Last days of the harvest box',
  'What is a cortado, anyway?',
  'New: the winter espresso',
  'We saved you a bag',
  'Gift cards that smell good',
  'Behind the roaster',
  'The quiet side of decaf',
];
const scanner = 'Mozilla/5.0 (compatible; Barracuda Sentinel)';

/** Eleven newsletters over the last twenty weeks, and how people reacted. In the order of time. */
export function emailEvents(people: readonly Person[], random: Random): EmailEventLine[] {
  const gone = new Set<string>();
  const events: EmailEventLine[] = [];
  subjects.forEach((subject, n) => {
    const sentAt = Math.floor(daysBefore(137 - n * 13.5, 15 * 3_600).getTime() / 1_000);
    for (const { email, interest } of people) {
      if (email === null || gone.has(email)) continue;
      const isAda = email === heroine.email;
      if (!isAda && !random.chance(0.68)) continue;
      const sg_message_id = `nw${n}-${random.hex(12)}.recvd`;
      const emit = (event: string, after: number, more: Record<string, unknown> = {}) =>
        events.push({ email, timestamp: sentAt + after, event, sg_event_id: random.hex(20), sg_message_id, ...more });
      const about = { subject, marketing_campaign_name: `newsletter-${n + 1}` };
      emit('processed', random.below(60), about);
      if (!isAda && random.chance(0.012)) {
        emit('bounce', 90, { type: 'bounce', reason: '550 5.1.1 The mailbox does not exist', status: '5.1.1' });
        continue;
      }
      if (random.chance(isAda && n === 4 ? 1 : 0.01)) emit('deferred', 100, { response: '451 4.7.1 Try again later' });
      emit('delivered', 120 + random.below(600));
      if (random.chance(0.06)) emit('open', 125 + random.below(5), { sg_machine_open: true });
      if (random.chance(0.02)) emit('click', 126, { url: 'https://northwind.example/', useragent: scanner });
      if (isAda || random.chance(interest * 0.55)) emit('open', 1_000 + random.below(80_000), { subject });
      if (isAda ? n % 2 === 0 : random.chance(interest * 0.16)) {
        emit('click', 1_500 + random.below(80_000), { url: `https://northwind.example/roasts/${n + 1}`, subject });
      }
      if (isAda) continue;
      if (random.chance(0.003)) emit('unsubscribe', 90_000);
      else if (random.chance(0.0008)) emit('spamreport', 90_000);
      else continue;
      gone.add(email);
    }
  });
  for (let i = 0; i < 12; i++) {
    // Customers the lists do not know: receipts went to them.
    const at = Math.floor(daysBefore(60 - i * 4, 40_000).getTime() / 1_000);
    const message = { email: `walk.in${i}@example.com`, sg_message_id: `receipt${i}.recvd`, subject: 'Your receipt' };
    events.push({ ...message, timestamp: at, event: 'delivered', sg_event_id: random.hex(20) });
    events.push({ ...message, timestamp: at + 300, event: 'open', sg_event_id: random.hex(20) });
  }
  return events.sort((a, b) => a.timestamp - b.timestamp);
}

const texts = [
  'Northwind: 20% off beans until Sunday.',
  'Northwind: the winter espresso is back.',
  'Northwind: free tasting on Saturday.',
];
const replies = [
  'Sounds great',
  'What time?',
  'Do you have decaf?',
  'On my way',
  'Yes please',
  'Thanks!',
  'Is the oat milk back?',
  'HELP',
];

/** Texts of the last months, what became of them, what people answered; and who joined or left by a key word. In the order of time. */
export function smsEvents(people: readonly Person[], random: Random): SmsEventLine[] {
  const events: SmsEventLine[] = [];
  const sid = () => `SM${random.hex(32)}`;
  const inbound = (at: number, from: string, body: string, more: Readonly<Record<string, string>> = {}) => {
    const MessageSid = sid();
    events.push({
      at,
      form: {
        MessageSid,
        SmsSid: MessageSid,
        From: from,
        To: ownNumber,
        Body: body,
        NumMedia: '0',
        NumSegments: '1',
        SmsStatus: 'received',
        ...more,
      },
    });
  };
  const numbers = people.flatMap(({ mobile, interest }) => (mobile === null ? [] : [{ mobile, interest }]));
  // Before the SMS list was imported some joined by text: they are contacts of their own until the list names their email.
  for (const { mobile } of numbers.slice(0, 25)) inbound(seconds(148, 40_000 + random.below(9_000)), mobile, 'JOIN');
  const stopped = new Set<string>();
  texts.forEach((text, n) => {
    const sentAt = seconds(110 - n * 53, 17 * 3_600);
    for (const { mobile, interest } of numbers) {
      const isAda = mobile === heroine.mobile;
      if (stopped.has(mobile) || (!isAda && !random.chance(0.42))) continue;
      const MessageSid = sid();
      const status = (after: number, MessageStatus: string, more: Readonly<Record<string, string>> = {}) =>
        events.push({
          at: sentAt + after,
          form: { MessageSid, SmsSid: MessageSid, MessageStatus, From: ownNumber, To: mobile, Body: text, ...more },
        });
      status(0, 'sent');
      if (!isAda && random.chance(0.02)) {
        status(60, 'undelivered', { ErrorCode: random.pick(['30003', '30005', '30006', '21610']) });
        continue;
      }
      status(60, 'delivered');
      if (isAda || random.chance(interest * 0.3))
        inbound(sentAt + 600 + random.below(7_200), mobile, isAda ? (replies[n] ?? 'Yes') : random.pick(replies));
      if (!isAda && random.chance(0.03)) {
        stopped.add(mobile);
        inbound(sentAt + 9_000, mobile, random.pick(['STOP', 'stop', 'Unsubscribe', 'please stop texting me']));
      }
    }
  });
  for (let i = 0; i < 6; i++)
    inbound(seconds(20 - i * 2, 50_000), `+1646555${7_700 + i}`, random.pick(['Are you open today?', 'STOP', 'START']));
  return events.sort((a, b) => a.at - b.at);
}

const seconds = (days: number, second: number): number => Math.floor(daysBefore(days, second).getTime() / 1_000);
