import type { ContentKind } from '@ucp/channel/outgoing';
import type { Connection } from '@ucp/kit/connection';
import { contactId } from '@ucp/kit/ids';
import type { JournalEntry } from '@ucp/kit/journal';
import { createTestPart, everyScope, onlyJournal, type TestPart } from '@ucp/kit/testing/part';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEmailWith } from './email.ts';

/** Subject and text as they are given, with `{name}` merged: what emails are made of beyond that is tested where it is made. */
const content: ContentKind<{ readonly subject: string }, { readonly subject: string; readonly to: string }> = {
  readParts: ({ subject }) => ({ subject: String(subject) }),
  fieldsOf: ({ subject }) => [...subject.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
  write: (parts, whenMissing, { to, view }) => {
    const missing = content.fieldsOf(parts).filter((name) => view[name] === undefined);
    if (missing.length > 0 && whenMissing === 'FAIL') return { missing };
    const subject = parts.subject.replaceAll(/\{(\w+)\}/g, (_, name) => String(view[name] ?? ''));
    return { content: { to, subject }, links: [] };
  },
  detailsOf: ({ subject }) => ({ subject }),
};

const at = '2026-01-01T00:00:00.000Z';
const entries = ['ada@example.com', 'bob@example.com'].flatMap((value, i): JournalEntry[] => {
  const identifier = { identifierKind: 'EMAIL', value, given: value };
  const flags = { restrictedSince: null, objectionSince: null, erasedAt: null };
  return [
    { kind: 'CONTACT', contactNo: i + 1, rootNo: i + 1, ...flags, primaries: {} },
    { kind: 'LINK', ...identifier, contactNo: i + 1, firstSeenAt: at, place: i },
  ];
});
const identity: Connection = {
  ...onlyJournal('identity', {
    heads: async () => [{ account: 1, rev: 1, changedAt: 0 }],
    after: async (_account, rev) => ({ rev: 1, entries: rev < 1 ? entries : [], more: false }),
    change: () => new Promise((resolve) => setTimeout(resolve, 10)),
  }),
  execute: async ({ variables }) => ({
    data: {
      mergeFields: Object.fromEntries(
        Object(variables).contactIds.map((id: string) => [
          id,
          { display_name: 'Ada', first_name: 'Ada', email: 'ada@example.com' },
        ]),
      ),
    },
    extensions: { revs: { identity: 1 } },
  }),
};

let part: TestPart;
const [ada, bob] = [contactId(1, 1), contactId(1, 2)];
beforeAll(async () => {
  part = await createTestPart(
    'email sending',
    createEmailWith(fetch, () => ({ content, senders: [] })),
  );
  part.subgraph.meet(identity);
  await part.subgraph.start();
  const evidence = { method: 'FORM', occurredAt: at, statedText: 'Yes' };
  await part.ask(
    'mutation ($input: EmailConsentInput!) { emailConsentRecord(input: $input) { userErrors { code } } }',
    {
      input: { address: 'ada@example.com', state: 'GRANTED', evidence },
    },
  );
});
afterAll(() => part.stop());

test('an email is asked for, goes out to the outbox, and is on the profile and in the timeline with its reasons', async () => {
  const made = await part.ask(
    `mutation ($input: EmailSenderInput!, $template: EmailTemplateInput!) {
      emailSenderCreate(input: $input) { sender { id name provider perSecond archivedAt } userErrors { code } }
      emailTemplateSet(input: $template) { template { key version fields whenMissing createdBy } userErrors { code } }
      again: emailTemplateSet(input: $template) { template { version } }
    }`,
    {
      input: { name: 'demo', provider: 'OUTBOX', settings: {} },
      template: { key: 'hello', name: 'Hello', content: { subject: 'Hello {first_name}' } },
    },
  );
  expect(made.errors).toEqual([]);
  expect(made.data).toMatchObject({
    emailSenderCreate: { sender: { name: 'demo', provider: 'OUTBOX', perSecond: 1_000, archivedAt: null } },
    emailTemplateSet: {
      template: { key: 'hello', version: 1, fields: ['first_name'], whenMissing: 'EMPTY', createdBy: 'key:test' },
    },
    again: { template: { version: 1 } },
  });
  const send = `mutation ($input: EmailSendInput!) { emailSend(input: $input) { send { id state skippedBecause } userErrors { code field message } } }`;
  const input = { contactId: ada, template: 'hello', idempotencyKey: 'order 1' };
  const asked = await part.ask(send, { input });
  expect(asked.data.emailSend).toMatchObject({ send: { state: 'QUEUED', skippedBecause: null }, userErrors: [] });
  const refused = await part.ask(send, { input: { ...input, contactId: bob, idempotencyKey: 'order 2' } });
  expect(refused.data.emailSend.send).toMatchObject({ state: 'SKIPPED', skippedBecause: 'CONSENT' });
  const { id } = asked.data.emailSend.send;
  const read = `query ($id: ID!, $first: Int) { emailSend(id: $id) {
    id state queuedBy dueAt endedAt attempts errorCode address topic { key } campaign template { key version }
    contact { id } decision { allowed decidedBy checks { rule passed since } } earlyDecision { allowed }
    message { id subject status sentAt } } emailSends(first: $first) { nodes { id } pageInfo { hasNextPage endCursor } }
    emailOutbox { nodes { to content send { id } } } }`;
  await expect.poll(async () => (await part.ask(read, { id })).data.emailSend.state).toBe('SENT');
  const { data, errors } = await part.ask(read, { id, first: 1 });
  expect(errors).toEqual([]);
  expect(data.emailSend).toMatchObject({
    queuedBy: 'key:test',
    dueAt: null,
    attempts: 0,
    errorCode: null,
    address: 'ada@example.com',
    topic: null,
    campaign: null,
    template: { key: 'hello', version: 1 },
    contact: { id: ada },
    earlyDecision: { allowed: true },
    decision: { allowed: true, decidedBy: null },
    message: { subject: 'Hello Ada', status: 'SENT' },
  });
  expect(data.emailSend.decision.checks[0]).toEqual({ rule: 'CONSENT', passed: true, since: at });
  expect(data.emailSends).toMatchObject({
    nodes: [{ id: refused.data.emailSend.send.id }],
    pageInfo: { hasNextPage: true },
  });
  expect(data.emailOutbox.nodes).toEqual([
    { to: 'ada@example.com', content: { to: 'ada@example.com', subject: 'Hello Ada' }, send: { id } },
  ]);
  const next = await part.ask('query ($after: String) { emailSends(after: $after) { nodes { id } } }', {
    after: data.emailSends.pageInfo.endCursor,
  });
  expect(next.data.emailSends.nodes).toEqual([{ id }]);
  const profile = await part.ask(
    `query ($ids: [ID!]!, $of: [_Any!]!) {
      emailActivity(contactIds: $ids, first: 5) { kind summary details }
      _entities(representations: $of) { ... on Contact { email { sends(first: 5) { nodes { state } } engagement { sends } } } } }`,
    { ids: [ada, bob], of: [ada, bob].map((each) => ({ __typename: 'Contact', id: each })) },
  );
  expect(
    profile.data.emailActivity.map(({ kind, summary }: { kind: string; summary: string }) => [kind, summary]),
  ).toEqual([
    ['SEND', 'Sent “Hello Ada”'],
    ['QUEUED', 'Queued'],
    ['SKIPPED', 'Not sent: CONSENT'],
  ]);
  expect(profile.data.emailActivity[0].details).toEqual({ subject: 'Hello Ada', sendId: id, template: 'hello' });
  expect(profile.data._entities.map(({ email }: { email: object }) => email)).toEqual([
    { sends: { nodes: [{ state: 'SENT' }] }, engagement: { sends: 1 } },
    { sends: { nodes: [{ state: 'SKIPPED' }] }, engagement: { sends: 0 } },
  ]);
});

test('a text is shown as a contact would get it, with what it lacks', async () => {
  const preview = `query ($key: String, $content: EmailContentInput, $contactId: ID!, $variables: JSON) {
    emailTemplatePreview(key: $key, content: $content, contactId: $contactId, variables: $variables) { content fields missing } }`;
  const { data } = await part.ask(preview, { content: { subject: '{first_name} {title}' }, contactId: ada });
  expect(data.emailTemplatePreview).toEqual({
    content: { to: 'ada@example.com', subject: 'Ada ' },
    fields: ['first_name', 'title'],
    missing: ['title'],
  });
  const given = await part.ask(preview, { key: 'hello', contactId: ada, variables: { first_name: 'Eva' } });
  expect(given.data.emailTemplatePreview).toMatchObject({ content: { subject: 'Hello Eva' }, missing: [] });
  const both = await part.ask(preview, { key: 'hello', content: { subject: 'x' }, contactId: ada });
  expect(both.errors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
});

test('who may not send, write templates or set senders up is told so, and senders never tell their settings', async () => {
  const without = (scope: string) => ({ scopes: everyScope.filter((each) => each !== scope) });
  const cases = [
    ['messages:send', 'mutation { emailSendCancel(id: "x") { userErrors { code } } }'],
    ['senders:write', 'mutation { emailSenderArchive(id: "x") { userErrors { code } } }'],
    [
      'templates:write',
      'mutation { emailTemplateSet(input: { key: "x", name: "x", content: { subject: "x" } }) { userErrors { code } } }',
    ],
    ['messages:read', '{ emailSends { nodes { id } } }'],
    ['pii:read', '{ emailOutbox { nodes { to } } }'],
    ['service', 'mutation { emailCampaignPause(key: "x") { userErrors { code } } }'],
  ] as const;
  for (const [scope, document] of cases) {
    expect((await part.ask(document, {}, without(scope))).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  }
  const none = await part.ask('mutation { emailSendCancel(id: "msg_email_x") { userErrors { code field } } }');
  expect(none.data.emailSendCancel.userErrors).toEqual([{ code: 'NOT_FOUND', field: ['id'] }]);
});

test('a campaign is begun, and its numbers add up, by the fields that the gateway asks', async () => {
  const { encodeBits, bitsOf } = await import('@ucp/kit/contact-bits');
  const begin = `mutation ($input: CampaignBeginInput!) { emailCampaignBegin(input: $input) { progress { key size state } userErrors { code message } } }`;
  const input = { key: 'c1', name: 'Spring', template: 'hello', contacts: encodeBits(bitsOf([1, 2])) };
  const begun = await part.ask(begin, { input });
  expect(begun.data.emailCampaignBegin).toMatchObject({ progress: { key: 'c1', size: 2 }, userErrors: [] });
  const progress =
    '{ emailCampaignProgress(keys: ["c1", "none"]) { key name state size unqueued states { state count } skipped { rule count } } }';
  await expect.poll(async () => (await part.ask(progress)).data.emailCampaignProgress[0].state).toBe('DONE');
  const { data } = await part.ask(progress);
  expect(data.emailCampaignProgress).toEqual([
    {
      key: 'c1',
      name: 'Spring',
      state: 'DONE',
      size: 2,
      unqueued: 0,
      states: expect.arrayContaining([
        { state: 'SENT', count: 1 },
        { state: 'SKIPPED', count: 1 },
      ]),
      skipped: [{ rule: 'CONSENT', count: 1 }],
    },
  ]);
  const listed = await part.ask(
    '{ emailSends(campaign: "c1", state: [SENT]) { nodes { campaign contact { id } } } emailCampaign(name: "Spring") { engagement { sends } } }',
  );
  expect(listed.data).toEqual({
    emailSends: { nodes: [{ campaign: 'Spring', contact: { id: ada } }] },
    emailCampaign: { engagement: { sends: 1 } },
  });
});
