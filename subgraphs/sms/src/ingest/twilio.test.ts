import { createHash, createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { translateTwilio } from './twilio.ts';
import { twiml } from './twilio-provider.ts';
import { verifyTwilio } from './twilio-signature.ts';

const form = (fields: Record<string, string>): Buffer => Buffer.from(new URLSearchParams(fields).toString());
const urlencoded = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };

describe('the signature of Twilio', () => {
  // The example of Twilio's documentation and of its client libraries.
  const url = 'https://mycompany.com/myapp.php?foo=1&bar=2';
  const body = form({
    CallSid: 'CA1234567890ABCDE',
    Caller: '+14158675309',
    Digits: '1234',
    From: '+14158675309',
    To: '+18005551212',
  });
  const headers = { ...urlencoded, 'x-twilio-signature': 'RSOYDt4T1cUTdK1PDd93/VVr8B8=' };

  test('of the documented example holds', () => {
    expect(verifyTwilio('12345', url, headers, body)).toBe(true);
  });

  test('does not hold with another token, address, body, or without it', () => {
    expect(verifyTwilio('12346', url, headers, body)).toBe(false);
    expect(verifyTwilio('12345', `${url}3`, headers, body)).toBe(false);
    expect(verifyTwilio('12345', url, headers, Buffer.concat([body, Buffer.from('&x=1')]))).toBe(false);
    expect(verifyTwilio('12345', url, urlencoded, body)).toBe(false);
  });

  test('holds with and without the standard port, and with values of one name given twice', () => {
    const sign = (address: string, parameters: string) =>
      createHmac('sha1', 'token')
        .update(address + parameters)
        .digest('base64');
    const twice = Buffer.from('a=2&a=1&a=2&b=3');
    for (const address of ['https://example.com/x', 'https://example.com:443/x']) {
      const signed = { ...urlencoded, 'x-twilio-signature': sign(address, 'a1a2b3') };
      expect(verifyTwilio('token', 'https://example.com/x', signed, twice)).toBe(true);
      expect(verifyTwilio('token', 'https://example.com:443/x', signed, twice)).toBe(true);
    }
  });

  test('of JSON is over the address, whose digest names the bytes', () => {
    const json = Buffer.from('{"a":1}');
    const address = `https://example.com/x?bodySHA256=${createHash('sha256').update(json).digest('hex')}`;
    const signed = {
      'content-type': 'application/json',
      'x-twilio-signature': createHmac('sha1', 'token').update(address).digest('base64'),
    };
    expect(verifyTwilio('token', address, signed, json)).toBe(true);
    expect(verifyTwilio('token', address, signed, Buffer.from('{"a":2}'))).toBe(false);
  });
});

describe('the translation of Twilio', () => {
  test('an inbound message is a reply without a time of its own, and unknown parameters do no harm', () => {
    const { events, skipped } = translateTwilio(
      form({
        MessageSid: 'SM1',
        SmsSid: 'SM1',
        SmsMessageSid: 'SM1',
        AccountSid: 'AC1',
        From: '+15125550123',
        To: '+15125550188',
        Body: 'STOP',
        NumMedia: '0',
        SmsStatus: 'received',
        OptOutType: 'STOP',
        Surprise: 'x',
      }),
    );
    expect(skipped).toEqual([]);
    expect(events).toMatchObject([
      {
        key: 'SM1:received',
        at: null,
        address: '+15125550123',
        kind: 'REPLY',
        messageId: 'SM1',
        details: { body: 'STOP', optOutType: 'STOP' },
      },
    ]);
  });

  test('a message by another way than SMS tells by which', () => {
    const sent = { MessageSid: 'SM1', SmsStatus: 'received', Body: 'START' };
    const [whatsApp] = translateTwilio(form({ ...sent, From: 'whatsapp:+15125550123' })).events;
    expect(whatsApp).toMatchObject({ address: '+15125550123', details: { way: 'whatsapp' } });
    const [sms] = translateTwilio(form({ ...sent, From: '+15125550123' })).events;
    expect(sms?.details).not.toHaveProperty('way');
  });

  test('a status with the network’s time has it, to the minute and in UTC', () => {
    const { events } = translateTwilio(
      form({
        MessageSid: 'SM1',
        MessageStatus: 'undelivered',
        To: '+15125550123',
        ErrorCode: '30005',
        RawDlrDoneDate: '2603012105',
      }),
    );
    expect(events).toMatchObject([
      { key: 'SM1:undelivered', at: new Date('2026-03-01T21:05:00Z'), kind: 'FAILED', details: { errorCode: '30005' } },
    ]);
  });

  test.each([
    ['a step on the way', { MessageSid: 'SM1', MessageStatus: 'queued', To: '+15125550123' }, 'queued'],
    ['a status nobody knows yet', { MessageSid: 'SM1', MessageStatus: 'teleported', To: '+15125550123' }, 'teleported'],
    ['a status named as what every object has', { MessageSid: 'SM1', MessageStatus: 'constructor' }, 'constructor'],
    ['a status of no message', { MessageStatus: 'delivered', To: '+15125550123' }, '(malformed)'],
    ['something else', { Hello: 'world' }, '(malformed)'],
  ])('%s is passed over and counted by its name', (_name, fields, name) => {
    expect(translateTwilio(form(fields))).toEqual({ events: [], skipped: [name] });
  });

  test('a status of no recipient, as the documentation shows one, has no address of its own', () => {
    expect(translateTwilio(form({ MessageSid: 'SM1', MessageStatus: 'delivered' })).events).toMatchObject([
      { key: 'SM1:delivered', address: null, messageId: 'SM1', kind: 'DELIVERED' },
    ]);
  });

  test('an answer is TwiML, with what has a meaning in XML escaped', () => {
    expect(twiml(null)).toBe('<?xml version="1.0" encoding="UTF-8"?><Response></Response>');
    expect(twiml('a < b & c')).toContain('<Message>a &lt; b &amp; c</Message>');
  });
});
