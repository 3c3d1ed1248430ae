import { contactId } from '@ucp/kit/ids';
import type { Journal } from '@ucp/kit/journal';
import { createTestPart, onlyJournal, type TestPart } from '@ucp/kit/testing/part';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAutomation } from './automation.ts';

let part: TestPart;

beforeAll(async () => {
  part = await createTestPart('automation', createAutomation);
});
afterAll(() => part.stop());

const scopes = ['behaviors:write', 'workflows:write', 'workflows:read', 'contacts:read', 'service'];
const ask = (query: string, variables: Record<string, unknown> = {}) => part.ask(query, variables, { scopes });
const track = async (events: object[]) =>
  (
    await ask(
      'mutation ($events: [BehaviorInput!]!) { behaviorsTrack(events: $events) { accepted duplicates userErrors { code field message } } }',
      { events },
    )
  ).data.behaviorsTrack;

test('an event counts once by its key, and one that is wrong does not keep the others back', async () => {
  const event = {
    key: 'order-1',
    name: 'conversion',
    at: '2026-03-01T10:00:00Z',
    identifier: { email: ' Ada@Example.com' },
    properties: { value: 42.5 },
  };
  expect(await track([event, event])).toEqual({ accepted: 1, duplicates: 1, userErrors: [] });
  expect(
    await track([
      event,
      { ...event, key: 'order-2' },
      { ...event, key: 'order-3', name: 'No Spaces' },
      { ...event, key: 'order-4', identifier: { mobile: '555-0100' } },
      { ...event, key: 'order-5', identifier: { anonymousId: 'undefined' } },
      { ...event, key: 'order-6', at: '2099-01-01T00:00:00Z' },
      { ...event, key: 'order-7', properties: { text: 'x'.repeat(9_000) } },
    ]),
  ).toMatchObject({
    accepted: 1,
    duplicates: 1,
    userErrors: [
      { field: ['events', '2'], message: expect.stringContaining('got "No Spaces"') },
      { field: ['events', '3'], message: expect.stringContaining('international') },
      { field: ['events', '4'], message: 'The value "undefined" identifies nobody' },
      { field: ['events', '5'], message: expect.stringContaining('in the future') },
      { field: ['events', '6'], message: expect.stringContaining('at most 8192 bytes') },
    ],
  });
});

test('an event whose text cannot be kept does not keep the others back', async () => {
  const event = { key: 'text-1', name: 'visit', identifier: { anonymousId: 'v-text' } };
  const { accepted, userErrors } = await track([
    event,
    { ...event, key: 'text-2', properties: { page: ['a\u0000'] } },
    { ...event, key: 'text-3', properties: { '\ud800': 1 } },
    { ...event, key: 'text-4', identifier: { anonymousId: 'v\u0000' } },
    { ...event, key: 'text-5', properties: { bell: '\u0007', path: 'C:\\u0000' } },
  ]);
  expect(accepted).toBe(2);
  expect(userErrors.map(({ message }: { message: string }) => message)).toEqual([
    '"properties" is text without NUL and without halves of characters',
    '"properties" is text without NUL and without halves of characters',
    'An identifier is text without NUL and without halves of characters',
  ]);
});

test('events that come one by one at the same time share transactions, and of one that comes twice the first is accepted', async () => {
  const revOf = async () => (await part.subgraph.journal.heads(0)).find(({ account }) => account === 1)?.rev ?? 0;
  const before = await revOf();
  const keys = Array.from({ length: 40 }, (_, i) => `burst-${i % 20}`);
  const answers = await Promise.all(
    keys.map((key) => track([{ key, name: 'site_visit', identifier: { anonymousId: 'v-1' } }])),
  );
  const counts = answers.map(({ accepted, duplicates }) => [accepted, duplicates]);
  expect(counts).toEqual(keys.map((_, i) => (i < 20 ? [1, 0] : [0, 1])));
  // Each by itself would take the account's rev forty times.
  expect((await revOf()) - before).toBeLessThan(10);
});

test('too many events are refused with the limit and what came', async () => {
  const events = Array.from({ length: 1_001 }, (_, i) => ({
    key: `k${i}`,
    name: 'visit',
    identifier: { anonymousId: 'v1' },
  }));
  expect((await track(events)).userErrors).toEqual([
    { code: 'BAD_USER_INPUT', field: ['events'], message: '"events" takes at most 1000, got 1001' },
  ]);
});

test('a workflow is saved in versions, of which one is live', async () => {
  const save = async (input: object) =>
    (
      await ask(
        'mutation ($input: WorkflowInput!) { workflowSave(input: $input) { workflow { id name version state } userErrors { message } } }',
        { input },
      )
    ).data.workflowSave;
  const publish = async (id: string) =>
    (
      await ask('mutation ($id: ID!) { workflowPublish(id: $id) { workflow { version state } userErrors { code } } }', {
        id,
      })
    ).data.workflowPublish;
  const { workflow } = await save({ name: 'Welcome' });
  expect(workflow).toMatchObject({ name: 'Welcome', version: 1, state: 'DRAFT' });
  expect(await publish(workflow.id)).toEqual({ workflow: { version: 1, state: 'PUBLISHED' }, userErrors: [] });
  expect((await save({ id: workflow.id, name: 'Welcome' })).workflow).toMatchObject({
    id: workflow.id,
    version: 2,
    state: 'DRAFT',
  });
  expect((await save({ name: 'Welcome' })).userErrors).toEqual([
    { message: 'A workflow of the name "Welcome" is there already; names are unique' },
  ]);
  expect((await publish('wf_nobody')).userErrors).toEqual([{ code: 'NOT_FOUND' }]);
});

test('a campaign ends after it begins', async () => {
  const set = async (input: object) =>
    (
      await ask(
        'mutation ($input: CampaignInput!) { campaignSet(input: $input) { campaign { key channels } userErrors { field message } } }',
        { input },
      )
    ).data.campaignSet;
  const campaign = {
    key: 'spring',
    name: 'Spring',
    channels: ['EMAIL', 'SMS'],
    from: '2026-03-01T00:00:00Z',
    to: '2026-04-01T00:00:00Z',
  };
  expect(await set(campaign)).toEqual({ campaign: { key: 'spring', channels: ['EMAIL', 'SMS'] }, userErrors: [] });
  expect((await set({ ...campaign, to: campaign.from })).userErrors[0].field).toEqual(['input', 'to']);
});

test('POST /track takes events by another door, with the same answer', async () => {
  const knock = async (body: string) => {
    const caller = { account: 1, actor: 'key:test', role: 'ADMIN', scopes, requestId: 'test', origin: null, revs: {} };
    const answer = await part.subgraph.knock({
      method: 'POST',
      path: '/track',
      url: '/track',
      headers: {},
      body: Buffer.from(body),
      caller,
    });
    return [answer.status, JSON.parse(String(answer.body))];
  };
  const events = [{ key: 'visit-1', name: 'site_visit', identifier: { anonymousId: 'v-77' } }];
  expect(await knock(JSON.stringify({ events }))).toEqual([200, { accepted: 1, duplicates: 0, errors: [] }]);
  expect(await knock(JSON.stringify({ events }))).toEqual([200, { accepted: 0, duplicates: 1, errors: [] }]);
  expect(await knock('{}')).toMatchObject([400, { error: { code: 'BAD_USER_INPUT' } }]);
  expect(await knock('not json')).toMatchObject([400, { error: { code: 'BAD_USER_INPUT' } }]);
});

test('a contact that was made a moment ago can be enrolled at once', async () => {
  const other = await createTestPart('automation', createAutomation);
  const entries = [{ kind: 'CONTACT', contactNo: 1, rootNo: 1 }];
  // Identity's journal, which nobody has folded yet, and of which no request tells.
  const journal: Journal = {
    heads: async () => [],
    after: async (_account, rev) => ({ rev: 1, entries: rev < 1 ? entries : [], more: false }),
    change: () => new Promise(() => {}),
  };
  other.subgraph.meet(onlyJournal('identity', journal));
  const made = await other.ask(
    'mutation { workflowSave(input: { name: "Welcome" }) { workflow { id } } }',
    {},
    { scopes },
  );
  const record = (contactNo: number) => ({
    key: `of ${contactNo}`,
    contactId: contactId(1, contactNo),
    workflowId: made.data.workflowSave.workflow.id,
    state: 'WAITING',
    currentStep: 'wait',
    enteredAt: '2026-03-01T10:00:00Z',
  });
  const enroll = async (contactNo: number) =>
    (
      await other.ask(
        'mutation ($enrollments: [EnrollmentRecordInput!]!) { enrollmentsRecord(enrollments: $enrollments) { userErrors { code } } }',
        { enrollments: [record(contactNo)] },
        { scopes },
      )
    ).data.enrollmentsRecord.userErrors;
  expect(await enroll(1)).toEqual([]);
  expect(await enroll(2)).toEqual([{ code: 'NOT_FOUND' }]);
  await other.stop();
});
