import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import type { DoorResponse } from '@ucp/kit/door';
import { selfSignedCertificate } from '@ucp/kit/testing/certificate';
import { createTestPart, type TestPart } from '@ucp/kit/testing/part';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEmailWith } from './email.ts';
import { signedText, snsEnvelope } from './ingest/sns-signature.ts';

const origin = 'https://sns.us-east-1.amazonaws.com';
const { privateKey, certificate } = selfSignedCertificate('sns.amazonaws.com');
const asked: string[] = [];
let part: TestPart;

beforeAll(async () => {
  part = await createTestPart(
    'email',
    createEmailWith(async (input) => {
      asked.push(String(input));
      return new Response(String(input).endsWith('.pem') ? certificate : '<ok/>');
    }),
  );
});
afterAll(() => part.stop());

const sourceFields = 'id name provider webhookPath rotating archivedAt';
async function create(name: string, provider: string, secret: object) {
  const { data } = await part.ask(
    `mutation ($input: EmailSourceInput!) { emailSourceCreate(input: $input) { source { ${sourceFields} } userErrors { code field message } } }`,
    { input: { name, provider, secret } },
  );
  return data.emailSourceCreate;
}
async function change(mutation: string, id: string, secret?: object) {
  const [parameter, argument] =
    secret === undefined ? ['', ''] : [', $secret: EmailSourceSecretInput!', ', secret: $secret'];
  const { data } = await part.ask(
    `mutation ($id: ID!${parameter}) { ${mutation}(id: $id${argument}) { source { ${sourceFields} } userErrors { code field message } } }`,
    { id, ...(secret === undefined ? {} : { secret }) },
  );
  return data[mutation];
}
const told = async (name: string) => {
  const fields = `name provider lastEventAt counts { received new duplicates skipped unassigned refused } skippedEvents { name count }`;
  const { data } = await part.ask(`{ emailSources(archived: true) { ${fields} } }`);
  return data.emailSources.find((source: { name: string }) => source.name === name);
};
const knock = (
  path: string,
  body: Buffer | string,
  headers: Readonly<Record<string, string>> = {},
): Promise<DoorResponse> =>
  part.subgraph.knock({
    method: 'POST',
    path,
    url: `https://example.com${path}`,
    headers,
    body: Buffer.from(body),
    caller: null,
  });

const { privateKey: sendGridKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const shown = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
const fromSendGrid = (path: string, events: readonly unknown[], key = sendGridKey) => {
  const body = JSON.stringify(events);
  const signature = createSign('sha256').update('1').update(body).sign(key, 'base64');
  return knock(path, body, {
    'x-twilio-email-event-webhook-timestamp': '1',
    'x-twilio-email-event-webhook-signature': signature,
  });
};
const open = { email: 'ada@example.com', event: 'open', timestamp: 1_770_000_000, sg_message_id: 'm1.x' };
const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });
const fromSns = (path: string, given: Readonly<Record<string, string>>) => {
  const envelope = {
    Type: 'Notification',
    MessageId: 'a',
    TopicArn: 'arn:aws:sns:us-east-1:123456789012:events',
    Message: '{}',
    Timestamp: '2026-03-26T17:58:59.675Z',
    SignatureVersion: '2',
    Signature: '',
    SigningCertURL: `${origin}/SimpleNotificationService-1.pem`,
    ...given,
  };
  const Signature = createSign('sha256')
    .update(signedText(snsEnvelope.parse(envelope)))
    .sign(privateKey, 'base64');
  return knock(path, JSON.stringify({ ...envelope, Signature }), { 'content-type': 'text/plain; charset=UTF-8' });
};

test.each([
  ['SENDGRID', {}, 'publicKey'],
  ['SENDGRID', { publicKey: 'MFkwEwY' }, 'publicKey'],
  ['SES', {}, 'topicArns'],
  ['SES', { topicArns: [] }, 'topicArns'],
  ['SES', { topicArns: ['arn:aws:sqs:us-east-1:1:queue'] }, 'topicArns'],
  ['POSTMARK', { password: 'p' }, 'username'],
  ['POSTMARK', { username: 'a:b', password: 'p' }, 'username'],
  ['POSTMARK', { username: 'a' }, 'password'],
  ['MAILGUN', { signingKey: ' ' }, 'signingKey'],
])('a source of %s with the secret %j is refused, and the error names the field', async (provider, secret, field) => {
  const { source, userErrors } = await create('refused', provider, secret);
  expect(source).toBeNull();
  expect(userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['input', 'secret', field] }]);
});

test('events are counted: what was new, what came again, what is no activity here, and what was refused', async () => {
  const { source } = await create('counted', 'SENDGRID', { publicKey: shown });
  expect(source).toMatchObject({ provider: 'SENDGRID', rotating: false, archivedAt: null });
  const events = [
    { ...open, sg_event_id: 'c1' },
    { ...open, sg_event_id: 'c1' },
    { ...open, sg_event_id: 'c2', event: 'click', url: 'https://example.com' },
    { ...open, sg_event_id: 'c3', event: 'teleported' },
    { ...open, sg_event_id: 'c4', email: 'no address' },
    'text',
  ];
  expect(await fromSendGrid(source.webhookPath, events)).toMatchObject({
    status: 200,
    body: JSON.stringify({ received: 4, new: 2 }),
  });
  expect(await fromSendGrid(source.webhookPath, events)).toMatchObject({
    status: 200,
    body: JSON.stringify({ received: 4, new: 0 }),
  });
  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  expect((await fromSendGrid(source.webhookPath, events, stranger)).status).toBe(403);
  expect((await knock(source.webhookPath, Buffer.alloc(6 * 1024 * 1024))).status).toBe(413);
  await expect.poll(async () => (await told('counted')).counts.refused).toBe(1);
  expect(await told('counted')).toEqual({
    name: 'counted',
    provider: 'SENDGRID',
    lastEventAt: expect.any(String),
    counts: { received: 12, new: 2, duplicates: 4, skipped: 6, unassigned: 0, refused: 1 },
    skippedEvents: [
      { name: '(malformed)', count: 4 },
      { name: 'teleported', count: 2 },
    ],
  });
});

test('what a database cannot hold as it is comes in all the same: NUL, half characters, dates beyond all calendars', async () => {
  const { source } = await create('odd', 'SENDGRID', { publicKey: shown });
  const events = [
    { ...open, sg_event_id: 'o1', url: 'https://example.com/\u0000', 'na\u0000me': 'half \ud83d' },
    { ...open, sg_event_id: 'o2', sg_message_id: 'm'.repeat(10_000), subject: '\u0000' },
    { ...open, sg_event_id: 'o3', timestamp: 1e18 },
    { ...open, sg_event_id: 'o4', reason: 17, asm_group_id: {}, category: [1] },
    { ...open, sg_event_id: 'o5', event: 'tele\u0000ported' },
    { ...open, sg_event_id: 'o6', category: 'c'.repeat(10_000) },
  ];
  expect(await fromSendGrid(source.webhookPath, events)).toMatchObject({
    status: 200,
    body: JSON.stringify({ received: 4, new: 4 }),
  });
  expect((await told('odd')).skippedEvents).toEqual([
    { name: '(malformed)', count: 1 },
    { name: 'teleported', count: 1 },
  ]);
});

test('while a source is rotated both secrets are valid; then the older one is refused, and an archived one is not found', async () => {
  const { source } = await create('rotated', 'POSTMARK', { username: 'u', password: 'old' });
  const status = async (password: string) =>
    (await knock(source.webhookPath, JSON.stringify({ RecordType: 'Ping' }), basic(`u:${password}`))).status;
  expect([await status('old'), await status('new')]).toEqual([200, 403]);
  const secret = { username: 'u', password: 'new' };
  for (let i = 0; i < 2; i++) {
    const rotated = await change('emailSourceRotate', source.id, secret);
    expect(rotated).toMatchObject({ source: { rotating: true }, userErrors: [] });
  }
  expect([await status('old'), await status('new')]).toEqual([200, 200]);
  const third = await change('emailSourceRotate', source.id, { username: 'u', password: 'third' });
  expect(third).toMatchObject({ source: null, userErrors: [{ code: 'BAD_USER_INPUT', field: ['id'] }] });
  const wrong = await change('emailSourceRotate', source.id, { username: 'u' });
  expect(wrong.userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['secret', 'password'] }]);
  for (let i = 0; i < 2; i++) {
    expect(await change('emailSourceRetireSecret', source.id)).toMatchObject({ source: { rotating: false } });
    expect([await status('old'), await status('new')]).toEqual([403, 200]);
  }
  expect((await change('emailSourceArchive', source.id)).source.archivedAt).toEqual(expect.any(String));
  expect(await status('new')).toBe(404);
  const again = await create('rotated', 'POSTMARK', secret);
  expect(again.source.id).not.toBe(source.id);
  expect((await create('rotated', 'POSTMARK', secret)).userErrors).toMatchObject([{ field: ['input', 'name'] }]);
  const another = { account: 2 };
  const { data } = await part.ask(
    'mutation ($id: ID!) { emailSourceArchive(id: $id) { userErrors { code } } }',
    { id: again.source.id },
    another,
  );
  expect(data.emailSourceArchive.userErrors).toEqual([{ code: 'NOT_FOUND' }]);
});

test('a subscription of SNS is confirmed by itself, for configured topics and at SNS only', async () => {
  const topicArns = ['arn:aws:sns:us-east-1:123456789012:events'];
  const { source } = await create('topics', 'SES', { topicArns });
  const confirmation = {
    Type: 'SubscriptionConfirmation',
    Token: 't',
    SubscribeURL: `${origin}/?Action=ConfirmSubscription&Token=t`,
  };
  asked.length = 0;
  const others = { TopicArn: 'arn:aws:sns:us-east-1:123456789012:others' };
  expect((await fromSns(source.webhookPath, { ...confirmation, ...others })).status).toBe(403);
  expect(asked).toEqual([]);
  const inside = { SubscribeURL: 'https://169.254.169.254/latest/meta-data' };
  expect((await fromSns(source.webhookPath, { ...confirmation, ...inside })).status).toBe(403);
  expect(asked).toEqual([`${origin}/SimpleNotificationService-1.pem`]);
  expect((await fromSns(source.webhookPath, confirmation)).status).toBe(200);
  expect(asked.slice(1)).toEqual([confirmation.SubscribeURL]);
  const message = JSON.stringify({
    eventType: 'Send',
    mail: { messageId: 's1', timestamp: '2026-03-26T17:58:59Z', destination: ['ada@example.com', 'grace@example.com'] },
  });
  for (const fresh of [2, 0]) {
    expect(await fromSns(source.webhookPath, { Message: message })).toMatchObject({
      status: 200,
      body: JSON.stringify({ received: 2, new: fresh }),
    });
  }
  expect(
    (await fromSns(source.webhookPath, { Type: 'UnsubscribeConfirmation', Token: 't', SubscribeURL: origin })).status,
  ).toBe(200);
  expect((await told('topics')).skippedEvents).toEqual([{ name: 'UnsubscribeConfirmation', count: 1 }]);
});

test('an overheard signature of Mailgun signs no other event, and the same event again is an honest retry', async () => {
  const { source } = await create('mailgun', 'MAILGUN', { signingKey: 'key-1' });
  const now = Math.floor(Date.now() / 1000);
  const post = (eventData: object, token: string, timestamp = String(now)) => {
    const signature = createHmac('sha256', 'key-1')
      .update(timestamp + token)
      .digest('hex');
    return knock(
      source.webhookPath,
      JSON.stringify({ signature: { timestamp, token, signature }, 'event-data': eventData }),
    );
  };
  const opened = { event: 'opened', id: 'o1', timestamp: now, recipient: 'ada@example.com' };
  expect(await post(opened, 'token-1')).toMatchObject({ status: 200, body: JSON.stringify({ received: 1, new: 1 }) });
  const respelled = { recipient: 'ada@example.com', timestamp: now, id: 'o1', event: 'opened' };
  expect(await post(respelled, 'token-1')).toMatchObject({
    status: 200,
    body: JSON.stringify({ received: 1, new: 0 }),
  });
  expect((await post({ ...opened, event: 'complained' }, 'token-1')).status).toBe(403);
  expect(await post(opened, 'token-2')).toMatchObject({ status: 200, body: JSON.stringify({ received: 1, new: 0 }) });
  expect((await post(opened, 'token-3', String(now - 30 * 86_400))).status).toBe(200);
  expect((await post(opened, 'token-4', String(now - 61 * 86_400))).status).toBe(403);
});

test('requests that come at the same time share transactions, and each counts', async () => {
  const { source } = await create('busy', 'SENDGRID', { publicKey: shown });
  await part.ask('{ emailSources { id } }');
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      fromSendGrid(source.webhookPath, [{ ...open, email: `person${i}@example.com`, sg_event_id: `busy-${i}` }]),
    ),
  );
  expect(answers.map(({ body }) => body)).toEqual(answers.map(() => JSON.stringify({ received: 1, new: 1 })));
  expect((await told('busy')).counts).toMatchObject({ received: 40, new: 40, duplicates: 0 });
});
