import { createHmac } from 'node:crypto';
import type { DoorResponse } from '@ucp/kit/door';
import { createTestPart, type TestPart } from '@ucp/kit/testing/part';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSms } from './sms.ts';

let part: TestPart;
let path: string;
let id: string;

beforeAll(async () => {
  part = await createTestPart('sms', createSms);
  const { data } = await part.ask(
    'mutation ($input: SmsSourceInput!) { smsSourceCreate(input: $input) { source { id webhookPath } } }',
    { input: { name: 'main', provider: 'TWILIO', secret: { authToken: 'token' } } },
  );
  ({ id, webhookPath: path } = data.smsSourceCreate.source);
});
afterAll(() => part.stop());

function twilio(fields: Readonly<Record<string, string>>, token = 'token'): Promise<DoorResponse> {
  const url = `https://example.com${path}`;
  const signed = Object.keys(fields)
    .sort()
    .map((name) => name + fields[name])
    .join('');
  return part.subgraph.knock({
    method: 'POST',
    path,
    url,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': createHmac('sha1', token)
        .update(url + signed)
        .digest('base64'),
    },
    body: Buffer.from(new URLSearchParams(fields).toString()),
    caller: null,
  });
}
const counts = async () => {
  const { data } = await part.ask(
    '{ smsSources { provider counts { received new duplicates skipped unassigned refused } } }',
  );
  return data.smsSources[0].counts;
};
const status = (MessageSid: string, MessageStatus: string, more: Readonly<Record<string, string>> = {}) =>
  twilio({ MessageSid, MessageStatus, ...more });
const to = { To: '+15125550123' };

test('an event that names no recipient is that of its message, told before or after', async () => {
  const before = await counts();
  await status('SM1', 'sent', to);
  await status('SM1', 'delivered');
  await status('SM2', 'delivered', { RawDlrDoneDate: '2603012105' });
  await status('SM2', 'delivered', { RawDlrDoneDate: '2603012105' });
  expect(await counts()).toEqual({
    ...before,
    received: before.received + 4,
    new: before.new + 3,
    duplicates: before.duplicates + 1,
    unassigned: 1,
  });
  await status('SM2', 'sent', to);
  expect(await counts()).toMatchObject({ received: before.received + 5, new: before.new + 4, unassigned: 0 });
  // What waited and has its place now is known when it comes again.
  await status('SM2', 'delivered', { RawDlrDoneDate: '2603012105' });
  expect(await counts()).toMatchObject({ duplicates: before.duplicates + 2, unassigned: 0 });
});

test('an opt-out at the provider takes effect once the message tells whose it is', async () => {
  await status('SM3', 'failed', { ErrorCode: '21610' });
  await status('SM3', 'sent', { To: '+15125550199' });
  const { data } = await part.ask(`{ smsAudience(predicates: [{ canSend: false }]) { facts { kind } } }`);
  expect(data.smsAudience).toHaveLength(1);
  expect(await counts()).toMatchObject({ unassigned: 0 });
});

test('a stop word that comes twice at the same time is answered once', async () => {
  const stop = { MessageSid: 'SM9', From: '+15125550177', To: '+15125550100', Body: 'STOP', SmsStatus: 'received' };
  const answers = await Promise.all([twilio(stop), twilio(stop), twilio(stop)]);
  expect(answers.map(({ status: code }) => code)).toEqual([200, 200, 200]);
  expect(answers.filter(({ body }) => String(body).includes('<Message>'))).toHaveLength(1);
});

test('a source is rotated: both tokens sign, then the older one is refused', async () => {
  const change = async (field: string, secret = '') =>
    (
      await part.ask(
        `mutation { ${field}(id: "${id}"${secret}) { source { rotating provider } userErrors { field } } }`,
      )
    ).data[field];
  const both = async () => [
    (await twilio({ MessageSid: 'SM4', MessageStatus: 'queued', ...to })).status,
    (await twilio({ MessageSid: 'SM4', MessageStatus: 'queued', ...to }, 'next')).status,
  ];
  expect(await both()).toEqual([200, 403]);
  expect((await change('smsSourceRotate', ', secret: { authToken: "" }')).userErrors).toEqual([
    { field: ['secret', 'authToken'] },
  ]);
  expect(await change('smsSourceRotate', ', secret: { authToken: "next" }')).toMatchObject({
    source: { rotating: true, provider: 'TWILIO' },
  });
  expect(await both()).toEqual([200, 200]);
  expect(await change('smsSourceRetireSecret')).toMatchObject({ source: { rotating: false } });
  expect(await both()).toEqual([403, 200]);
  expect((await part.ask('{ smsSources { skippedEvents { name count } } }')).data.smsSources[0].skippedEvents).toEqual([
    { name: 'queued', count: 4 },
  ]);
});
