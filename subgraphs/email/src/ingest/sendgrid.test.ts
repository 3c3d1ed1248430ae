import { describe, expect, test } from 'vitest';
import { translateSendGrid } from './sendgrid.ts';
import { sendGridKey, verifySendGrid } from './sendgrid-signature.ts';

describe('the signature of SendGrid', () => {
  // The example of SendGrid's client libraries: the bytes end with a line break, which is signed too.
  const key =
    'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g==';
  const event = {
    email: 'hello@world.com',
    event: 'dropped',
    reason: 'Bounced Address',
    sg_event_id: 'ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA',
    sg_message_id: 'LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0',
    'smtp-id': '<LRzXl_NHStOGhQ4kofSm_A@ismtpd0039p1iad1.sendgrid.net>',
    timestamp: 1600112492,
  };
  const body = Buffer.from(`${JSON.stringify([event])}\r\n`);
  const headers = {
    'x-twilio-email-event-webhook-signature':
      'MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM=',
    'x-twilio-email-event-webhook-timestamp': '1600112502',
  };

  test('of the libraries’ example holds', () => {
    expect(verifySendGrid(key, body, headers)).toBe(true);
  });

  test('does not hold for other bytes, another time, or a header that is missing or none', () => {
    expect(verifySendGrid(key, body.subarray(0, -2), headers)).toBe(false);
    expect(verifySendGrid(key, body, { ...headers, 'x-twilio-email-event-webhook-timestamp': '1600112503' })).toBe(
      false,
    );
    expect(verifySendGrid(key, body, {})).toBe(false);
    expect(verifySendGrid(key, body, { ...headers, 'x-twilio-email-event-webhook-signature': '!' })).toBe(false);
  });

  test('a key is one on the curve P-256, or none', () => {
    expect(sendGridKey(key)).not.toBeNull();
    expect(sendGridKey('MFkwEwYHKoZIzj0C')).toBeNull();
  });
});

describe('the translation of SendGrid', () => {
  const base = { email: 'Ada@Example.com', timestamp: 1_760_000_000, sg_event_id: 'e1', sg_message_id: 'm1.filter' };
  const kindOf = (event: object) =>
    translateSendGrid([{ ...base, ...event }]).events.map(({ kind, machine }) => [kind, machine]);

  test.each([
    ['processed', {}, 'SEND'],
    ['delivered', {}, 'DELIVERED'],
    ['open', {}, 'OPEN'],
    ['click', { url: 'https://example.com' }, 'CLICK'],
    ['bounce', { type: 'bounce' }, 'HARD_BOUNCE'],
    ['bounce', { type: 'blocked' }, 'SOFT_BOUNCE'],
    ['deferred', {}, 'DEFERRED'],
    ['dropped', {}, 'DROPPED'],
    ['spamreport', {}, 'COMPLAINT'],
    ['unsubscribe', {}, 'UNSUBSCRIBE'],
    ['group_unsubscribe', { asm_group_id: 10 }, 'UNSUBSCRIBE'],
    ['group_resubscribe', { asm_group_id: 10 }, 'REACTIVATED'],
  ])('%s %j is a %s of a person', (event, more, kind) => {
    expect(kindOf({ event, ...more })).toEqual([[kind, false]]);
  });

  test('opens of machines and clicks of scanners are marked', () => {
    expect(kindOf({ event: 'open', sg_machine_open: true })).toEqual([['OPEN', true]]);
    expect(kindOf({ event: 'click', useragent: 'Mozilla/5.0 (compatible; Barracuda Sentinel)' })).toEqual([
      ['CLICK', true],
    ]);
  });

  test('categories may be one or several, custom arguments are no harm, an asynchronous bounce has no message', () => {
    const { events } = translateSendGrid([
      { ...base, event: 'open', category: 'spring', orderId: 17 },
      { ...base, event: 'open', category: ['spring', 'beans'] },
      { ...base, event: 'bounce', type: 'bounce', sg_message_id: undefined },
    ]);
    expect(events.map(({ messageId }) => messageId === null)).toEqual([false, false, true]);
  });

  test('what is not understood is passed over and counted', () => {
    const { events, skipped } = translateSendGrid([
      { ...base, event: 'account_status_change' },
      'text',
      null,
      { event: 'open' },
      { ...base, event: 'open' },
    ]);
    expect(events).toHaveLength(1);
    expect(skipped).toEqual(['account_status_change', '(malformed)', '(malformed)', '(malformed)']);
  });
});
