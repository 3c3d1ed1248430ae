import { createSendGridSender } from '@ucp/scripts/demo/sendgrid-sender';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operation, operations } from '../kit/operations.ts';
import { waitForProcesses } from '../kit/patience.ts';
import { type Processes, startProcesses } from '../kit/processes.ts';

waitForProcesses();

let processes: Processes;
const sender = createSendGridSender();
let webhook: string;

beforeAll(async () => {
  processes = await startProcesses();
  const { data } = await processes.ask(operation('sources', 'CreateEmailSource'), {
    input: { name: 'main', provider: 'SENDGRID', secret: { publicKey: sender.publicKey } },
  });
  webhook = `${processes.url}${data.emailSourceCreate.source.webhookPath}`;
});
afterAll(() => processes.stop());

const now = () => Math.floor(Date.now() / 1000);
const upsert = 'mutation ($input: ContactUpsertInput!) { contactUpsert(input: $input) { contact { id } } }';

test('a webhook for an unknown address is acknowledged while identity is down, and the contact is there once it is back', async () => {
  const email = 'stranger@example.com';
  await processes.parts.identity?.stop();
  const response = await sender.post(webhook, [{ email, event: 'open', timestamp: now() }]);
  expect(response.status).toBe(200);
  await processes.parts.identity?.start();
  const find = operation('find-contact', 'FindContact');
  await expect
    .poll(async () => (await processes.ask(find, { by: { email } })).data?.contactByIdentifier?.id, { timeout: 10_000 })
    .toBeTypeOf('string');
  const { id } = (await processes.ask(find, { by: { email } })).data.contactByIdentifier;
  await expect
    .poll(async () => (await processes.ask(operations('unified-profile'), { id })).data.contact.email?.engagement.opens)
    .toBe(1);
});

test('a channel that is killed leaves the rest of the profile, with one error that names no host, and is whole again when it is back', async () => {
  const { data } = await processes.ask(upsert, {
    input: { identifiers: [{ email: 'ada@example.com' }, { mobile: '+15125550123' }] },
  });
  const { id } = data.contactUpsert.contact;
  const whole = await processes.ask(operations('unified-profile'), { id });
  expect(whole.data.contact.email).not.toBeNull();
  await processes.parts.email?.stop('SIGKILL');
  const without = await processes.ask(operations('unified-profile'), { id });
  expect(without.status).toBe(200);
  expect(without.data.contact).toMatchObject({ id, email: null, sms: { number: '+15125550123' } });
  expect(without.data.contact.timeline.edges.length).toBeGreaterThan(0);
  expect(without.errors).toEqual([
    {
      message: 'A part of the answer is not available at the moment. Try again in a few seconds.',
      extensions: { code: 'SUBGRAPH_UNAVAILABLE', retryable: true, requestId: 'test', part: 'email' },
    },
  ]);
  expect(without.text).not.toMatch(/127\.0\.0\.1|ECONN|undici|stack/);
  const gaps = await processes.ask('query ($id: ID!) { contact(id: $id) { timeline { unavailable } } }', { id });
  expect(gaps.data.contact.timeline.unavailable).toEqual(['EMAIL']);
  const ready = await fetch(`${processes.url}/readyz`);
  expect([ready.status, await ready.json()]).toMatchObject([
    503,
    { ready: false, parts: expect.arrayContaining([{ part: 'email', ready: false, reason: 'does not answer' }]) },
  ]);
  expect((await fetch(`${processes.url}/livez`)).status).toBe(200);
  await processes.parts.email?.start();
  expect((await processes.ask(operations('unified-profile'), { id })).text).toBe(whole.text);
});

test('a preference page without a channel that is down says so, and never says of it that it was saved', async () => {
  const email = 'grace@example.com';
  const { data } = await processes.ask(upsert, { input: { identifiers: [{ email }, { mobile: '+15125550177' }] } });
  const { id } = data.contactUpsert.contact;
  const links =
    'query ($id: ID!) { contact(id: $id) { preferencesUrl email { status unsubscribeUrl } sms { status } } }';
  const { preferencesUrl, email: mail } = (await processes.ask(links, { id })).data.contact;
  const post = (url: string, field: string, value: string) =>
    fetch(url, { method: 'POST', body: new URLSearchParams([[field, value]]) });
  await processes.parts.email?.stop();
  const page = await fetch(preferencesUrl);
  expect([page.status, await page.text()]).toEqual([
    200,
    expect.stringContaining('cannot be shown at the moment (email)'),
  ]);
  const ended = await post(preferencesUrl, 'action', 'unsubscribe-all');
  expect([ended.status, await ended.text()]).toEqual([503, expect.stringContaining('did not answer: email')]);
  expect((await post(mail.unsubscribeUrl, 'List-Unsubscribe', 'One-Click')).status).toBe(503);
  await processes.parts.email?.start();
  const between = (await processes.ask(links, { id })).data.contact;
  expect([between.email.status, between.sms.status]).toEqual([mail.status, 'UNSUBSCRIBED']);
  expect((await post(mail.unsubscribeUrl, 'List-Unsubscribe', 'One-Click')).status).toBe(200);
  expect((await processes.ask(links, { id })).data.contact.email.status).toBe('UNSUBSCRIBED');
});

test('one-click unsubscribe works while identity is down, without the name of the account', async () => {
  const email = 'joan@example.com';
  const { data } = await processes.ask(upsert, { input: { identifiers: [{ email }] } });
  const { id } = data.contactUpsert.contact;
  const profile = 'query ($id: ID!) { contact(id: $id) { email { status unsubscribeUrl } } }';
  const { unsubscribeUrl } = (await processes.ask(profile, { id })).data.contact.email;
  await processes.parts.identity?.stop();
  try {
    const page = await fetch(unsubscribeUrl);
    expect([page.status, await page.text()]).toEqual([
      200,
      expect.stringContaining('If you go on: From now on nothing more is sent to j…@example.com (Email).'),
    ]);
    const body = new URLSearchParams([['List-Unsubscribe', 'One-Click']]);
    const left = await fetch(unsubscribeUrl, { method: 'POST', body });
    expect([left.status, await left.text()]).toEqual([200, expect.stringContaining('You are unsubscribed')]);
  } finally {
    await processes.parts.identity?.start();
  }
  expect((await processes.ask(profile, { id })).data.contact.email.status).toBe('UNSUBSCRIBED');
});
