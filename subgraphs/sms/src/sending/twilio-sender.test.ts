import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OpenSender, OutgoingMessage } from '@ucp/channel/outgoing';
import { CodedError } from '@ucp/kit/errors';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyTwilio } from '../ingest/twilio-signature.ts';
import { type Behaviour, startTwilioServer, type TwilioServer } from '../testing/twilio-server.ts';
import type { SmsContent } from './sms-content.ts';
import { createTwilioSender } from './twilio-sender.ts';

const accountSid = `AC${'a'.repeat(32)}`;
const service = `MG${'b'.repeat(32)}`;
const provider = createTwilioSender('https://contacts.example.com', true);
let twilio: TwilioServer;
let clock: Date;
const opened: OpenSender<SmsContent>[] = [];
beforeEach(async () => {
  clock = new Date('2026-03-01T10:00:00.400Z');
  twilio = await startTwilioServer({ accountSid, authToken: 'token', now: () => clock });
});
afterEach(async () => {
  await twilio.close();
  await Promise.all(opened.splice(0).map((sender) => sender.close()));
});

const settings = { accountSid, authToken: 'token', from: '+15125550100' };
function openSender(given: Readonly<Record<string, unknown>> = {}): OpenSender<SmsContent> {
  const sender = provider.open(provider.readSettings({ ...settings, apiUrl: twilio.url, ...given }, ['settings']));
  opened.push(sender);
  return sender;
}
const message = (body = 'Hi & bye 😀', to = '+15125550123'): OutgoingMessage<SmsContent> => ({
  account: 1,
  messageNo: 42,
  to,
  content: { body, encoding: 'UCS-2', segments: 1 },
  claimedAt: clock,
});
const later = (ms: number) => {
  clock = new Date(clock.getTime() + ms);
};

test('a message is taken under the id that Twilio gives it, from a number or a service, with where to tell its fate', async () => {
  const statusPath = '/webhooks/sms/twilio/main-k3G7QAe5';
  const outcome = await openSender({ statusPath }).send(message());
  expect(outcome).toEqual({ is: 'SENT', providerMessageId: twilio.taken[0]?.sid });
  await openSender({ from: null, messagingServiceSid: service }).send(message('x'));
  expect(twilio.taken).toMatchObject([
    {
      to: '+15125550123',
      from: '+15125550100',
      service: null,
      body: 'Hi & bye 😀',
      statusCallback: `https://contacts.example.com${statusPath}`,
    },
    { from: null, service, body: 'x', statusCallback: null },
  ]);
});

test.each<[Behaviour, object, number]>([
  [{ does: 'FAIL', status: 400, code: 21610 }, { is: 'REFUSED', code: '21610', suppression: 'PROVIDER_OPT_OUT' }, 0],
  [{ does: 'FAIL', status: 400, code: 21211 }, { is: 'REFUSED', code: '21211', suppression: 'INVALID' }, 0],
  [{ does: 'FAIL', status: 400, code: 21614 }, { is: 'REFUSED', code: '21614', suppression: 'INVALID' }, 0],
  [{ does: 'FAIL', status: 400, code: 21635 }, { is: 'REFUSED', code: '21635', suppression: 'INVALID' }, 0],
  [{ does: 'FAIL', status: 400, code: 21408 }, { is: 'REFUSED', code: '21408', suppression: null }, 0],
  [{ does: 'FAIL', status: 400, code: 21617 }, { is: 'REFUSED', code: '21617', suppression: null }, 0],
  [{ does: 'FAIL', status: 400, code: 21606 }, { is: 'LATER', code: '21606' }, 0],
  [
    { does: 'FAIL', status: 429, code: 20429, headers: { 'retry-after': '7' } },
    { is: 'LATER', code: '20429', afterMs: 7_000 },
    0,
  ],
  [{ does: 'FAIL', status: 429, code: 20429 }, { is: 'LATER', afterMs: null }, 0],
  [
    { does: 'FAIL', status: 429, code: 20429, headers: { 'retry-after': '999999' } },
    { is: 'LATER', afterMs: 3_600_000 },
    0,
  ],
  [{ does: 'FAIL', status: 401, code: 20003 }, { is: 'LATER', code: '20003' }, 0],
  [{ does: 'FAIL', status: 503 }, { is: 'LATER' }, 0],
  [{ does: 'BABBLE', status: 503, body: 'upstream connect error', taken: true }, { is: 'UNKNOWN' }, 1],
  [{ does: 'BABBLE', status: 403, body: '<html>proxy</html>' }, { is: 'LATER', code: 'HTTP 403' }, 0],
  [{ does: 'BABBLE', status: 413, body: '' }, { is: 'LATER', code: 'HTTP 413' }, 0],
  [{ does: 'FAIL', status: 500, taken: true }, { is: 'UNKNOWN' }, 1],
  [{ does: 'FAIL', status: 500 }, { is: 'UNKNOWN' }, 0],
  [{ does: 'BABBLE', status: 502, body: '<html>' }, { is: 'UNKNOWN' }, 0],
  [{ does: 'FAIL', status: 504, taken: true }, { is: 'UNKNOWN' }, 1],
  [{ does: 'BABBLE', status: 201, body: 'created', taken: true }, { is: 'UNKNOWN' }, 1],
  [{ does: 'BABBLE', status: 201, body: '{"sid":7}', taken: true }, { is: 'UNKNOWN' }, 1],
  [{ does: 'BABBLE', status: 302, body: '' }, { is: 'UNKNOWN' }, 0],
  [{ does: 'DROP', when: 'BEFORE' }, { is: 'UNKNOWN' }, 0],
  [{ does: 'DROP', when: 'AFTER' }, { is: 'UNKNOWN' }, 1],
  [{ does: 'DROP', when: 'ANSWERING' }, { is: 'UNKNOWN' }, 1],
])(
  'Twilio that %j makes the outcome %j, asks once, and the next message goes out',
  async (behaviour, outcome, taken) => {
    const sender = openSender();
    twilio.behave(behaviour);
    expect(await sender.send(message())).toMatchObject(outcome);
    expect([twilio.asked(), twilio.taken.length]).toEqual([1, taken]);
    twilio.behave({ does: 'TAKE' });
    expect(await sender.send(message())).toMatchObject({ is: 'SENT' });
  },
);

test('a Twilio that does not answer is given up, and nobody knows', async () => {
  twilio.behave({ does: 'STALL', taken: true });
  expect(await openSender().send(message())).toMatchObject({ is: 'UNKNOWN' });
});

test('what certainly never left is for later: nobody there, no such name, no genuine certificate', async () => {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  expect(await openSender({ apiUrl: `http://127.0.0.1:${port}` }).send(message())).toMatchObject({
    is: 'LATER',
    code: 'ECONNREFUSED',
    detail: 'The call of Twilio failed: ECONNREFUSED',
  });
  expect(await openSender({ apiUrl: twilio.url.replace('http:', 'https:') }).send(message())).toMatchObject({
    is: 'LATER',
  });
  expect(twilio.asked()).toBe(0);
});

test('a Twilio of this machine is neither taken nor asked unless it is allowed', async () => {
  const strict = createTwilioSender('https://contacts.example.com');
  for (const host of ['127.0.0.1', 'localhost']) {
    const apiUrl = twilio.url.replace('127.0.0.1', host);
    expect(() => strict.readSettings({ ...settings, apiUrl }, ['settings'])).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', field: ['settings', 'apiUrl'] }),
    );
    const sender = strict.open(provider.readSettings({ ...settings, apiUrl }, []));
    opened.push(sender);
    const outcome = await sender.send(message());
    expect(outcome).toMatchObject({ is: 'REFUSED', code: 'HOST_NOT_ALLOWED', suppression: null });
    expect(JSON.stringify(outcome)).not.toMatch(/127|localhost/);
    expect(await sender.lookUp(message())).toMatchObject({ is: 'CANNOT_TELL' });
  }
  expect(twilio.asked()).toBe(0);
});

test('a number that sent STOP to Twilio is refused by it', async () => {
  twilio.optOut('+15125550123');
  expect(await openSender().send(message())).toMatchObject({
    is: 'REFUSED',
    code: '21610',
    suppression: 'PROVIDER_OPT_OUT',
  });
  expect(await openSender().send(message('x', '+15125550124'))).toMatchObject({ is: 'SENT' });
});

test('a message whose fate is unknown is found by its number, words, sender and time', async () => {
  const sender = openSender();
  await sender.send(message('before'));
  await sender.send(message());
  later(3_600_000);
  twilio.behave({ does: 'DROP', when: 'AFTER' });
  const unknown = message();
  await sender.send(unknown);
  await sender.send(message('other words'));
  await sender.send(message('Hi & bye 😀', '+15125550124'));
  expect(await sender.lookUp(unknown)).toEqual({ is: 'FOUND', providerMessageId: twilio.taken[2]?.sid });
});

test('what a service sent is found by the service, whichever number it chose', async () => {
  const sender = openSender({ from: null, messagingServiceSid: service });
  twilio.behave({ does: 'STALL', taken: true });
  const unknown = message();
  void sender.send(unknown);
  await expect.poll(() => twilio.taken.length).toBe(1);
  expect(await sender.lookUp(unknown)).toEqual({ is: 'FOUND', providerMessageId: twilio.taken[0]?.sid });
  expect(await openSender().lookUp(unknown)).toMatchObject({ is: 'LATER' });
});

test('a message that is not listed is asked for again, and after a quarter of an hour nobody can tell: never is it taken for absent', async () => {
  const sender = openSender();
  twilio.behave({ does: 'DROP', when: 'AFTER' });
  const unknown = message();
  await sender.send(unknown);
  twilio.hide(() => true);
  expect(await sender.lookUp(unknown)).toMatchObject({ is: 'LATER', afterMs: 60_000 });
  later(14 * 60_000);
  expect(await sender.lookUp(unknown)).toMatchObject({ is: 'LATER' });
  later(2 * 60_000);
  expect(await sender.lookUp(unknown)).toMatchObject({ is: 'CANNOT_TELL' });
  twilio.hide(() => false);
  expect(await sender.lookUp(unknown)).toEqual({ is: 'FOUND', providerMessageId: twilio.taken[0]?.sid });
});

test('of two messages with the same words to one number nobody can tell which it is', async () => {
  const sender = openSender();
  await Promise.all([sender.send(message()), sender.send(message())]);
  expect(await sender.lookUp(message())).toMatchObject({ is: 'CANNOT_TELL' });
});

test('a look-up that fails says nothing: it is made again', async () => {
  const sender = openSender();
  await twilio.close();
  expect(await sender.lookUp(message())).toMatchObject({ is: 'LATER', afterMs: 60_000 });
  twilio = await startTwilioServer({ accountSid, authToken: 'other' });
  expect(await openSender({ apiUrl: twilio.url }).lookUp(message())).toMatchObject({
    is: 'LATER',
    detail: 'Twilio answered 401',
  });
});

test('the Twilio of the tests signs its callbacks as Twilio does', async () => {
  const heard: boolean[] = [];
  const listener = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      heard.push(verifyTwilio('token', `${origin}${request.url}`, request.headers, Buffer.concat(chunks)));
      response.end();
    });
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
  const own = createTwilioSender(origin, true);
  const sender = own.open(
    own.readSettings({ ...settings, apiUrl: twilio.url, statusPath: '/webhooks/sms/twilio/main-x' }, []),
  );
  opened.push(sender);
  await sender.send(message());
  const [taken] = twilio.taken;
  expect(taken === undefined ? 0 : await twilio.callBack(taken, 'delivered', { RawDlrDoneDate: '2603011000' })).toBe(
    200,
  );
  expect(heard).toEqual([true]);
  await new Promise((resolve) => listener.close(resolve));
});

test.each([
  [{ accountSid: 'AC1' }, ['accountSid']],
  [{ authToken: '' }, ['authToken']],
  [{ from: 'not a sender!' }, ['from']],
  [{ from: null }, ['from']],
  [{ messagingServiceSid: service }, ['from']],
  [{ messagingServiceSid: 'MG1', from: null }, ['messagingServiceSid']],
  [{ statusPath: 'https://evil.example/webhooks/sms/twilio/x' }, ['statusPath']],
  [{ apiUrl: 'https://evil.example' }, ['apiUrl']],
  [{ apiUrl: 'https://api.twilio.com.evil.example' }, ['apiUrl']],
  [{ apiUrl: 'http://api.twilio.com' }, ['apiUrl']],
  [{ apiUrl: 'http://169.254.169.254/' }, ['apiUrl']],
  [{ apiUrl: 'file:///etc/passwd' }, ['apiUrl']],
])('the settings %j are refused, the error names the setting and never its value', (given, name) => {
  try {
    provider.readSettings({ ...settings, ...given }, ['settings']);
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    expect([error.code, error.field]).toEqual(['BAD_USER_INPUT', ['settings', ...name]]);
    expect(error.message).not.toContain('evil');
    return;
  }
  expect.unreachable('the settings were taken');
});
