import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Story, tellStory } from '../kit/story.ts';
import { type System, startSystem } from '../kit/system.ts';

let system: System;
let story: Story;
let ada: string;
let bob: string;

beforeAll(async () => {
  system = await startSystem();
  story = await tellStory(system);
  ada = await story.contact({ email: 'ada@example.com' });
  bob = await story.contact({ email: 'bob@example.com' });
  await story.ask(
    'mutation ($input: ContactUpdateInput!) { contactUpdate(input: $input) { userErrors { message } } }',
    {
      input: { id: ada, addTags: ['lead'] },
    },
  );
});
afterAll(() => system.stop());

const waits = [{ key: 'rest', wait: { for: 'P1D' } }];
const save = async (name: string, definition: object | null, more: object = {}): Promise<string> => {
  const { data } = await story.ask(
    'mutation ($input: WorkflowInput!) { workflowSave(input: $input) { workflow { id } userErrors { message } } }',
    { input: { name, definition, ...more } },
  );
  expect(data.workflowSave.userErrors).toEqual([]);
  return data.workflowSave.workflow.id;
};
const change = async (field: string, id: string) => {
  const { data } = await story.ask(`mutation ($id: ID!) { ${field}(id: $id) { userErrors { message } } }`, { id });
  expect(data[field].userErrors).toEqual([]);
};
const live = async (name: string, more: object = {}): Promise<string> => {
  const id = await save(name, { trigger: { manual: true }, steps: waits, ...more });
  await change('workflowPublish', id);
  return id;
};
const enrollment = '{ enrollment { id state currentStep exitReason } userErrors { code field message } }';
const start = async (workflowId: string, contactId: string) =>
  (
    await story.ask(
      `mutation ($workflowId: ID!, $contactId: ID!) { enrollmentStart(workflowId: $workflowId, contactId: $contactId) ${enrollment} }`,
      { workflowId, contactId },
    )
  ).data.enrollmentStart;
const stop = async (id: string, reason: string | null = null) =>
  (
    await story.ask(`mutation ($id: ID!, $reason: String) { enrollmentStop(id: $id, reason: $reason) ${enrollment} }`, {
      id,
      reason,
    })
  ).data.enrollmentStop;
const refused = (field: string, message: string, code = 'BAD_USER_INPUT') => ({
  enrollment: null,
  userErrors: [{ code, field: [field], message }],
});

test('whoever is let in enters once, and is told where they are when they are let in again', async () => {
  const workflow = await live('Rest');
  const first = await start(workflow, ada);
  expect(first).toEqual({
    enrollment: { id: expect.stringMatching(/^enr_/), state: 'WAITING', currentStep: 'rest', exitReason: null },
    userErrors: [],
  });
  expect(await start(workflow, ada)).toEqual(first);
  const { data } = await story.ask('query ($id: ID!) { enrollment(id: $id) { cause log { step decision detail } } }', {
    id: first.enrollment.id,
  });
  expect(data.enrollment.cause).toBe('Started by hand or by the API.');
  expect(data.enrollment.log[0]).toEqual({
    step: 'rest',
    decision: 'entered',
    detail: 'Started by hand or by the API.',
  });
});

test('why nobody enters is told: no such workflow, no such contact, and one that is not live', async () => {
  const workflow = await live('Known');
  const unknown = (field: string, what: string) => refused(field, `The account has no ${what} of this id`, 'NOT_FOUND');
  expect(await start('wf_none', ada)).toEqual(unknown('workflowId', 'workflow'));
  expect(await start(workflow, 'con_none')).toEqual(unknown('contactId', 'contact'));
  const draft = await save('Written', { trigger: { manual: true }, steps: waits });
  const notLive = (name: string, state: string) =>
    refused('workflowId', `The workflow "${name}" is not live, it is ${state}: nobody can enter it`);
  expect(await start(draft, ada)).toEqual(notLive('Written', 'DRAFT'));
  const paused = await live('Held up');
  await change('workflowPause', paused);
  expect(await start(paused, ada)).toEqual(notLive('Held up', 'PAUSED'));
  const ended = await live('Ended');
  await change('workflowArchive', ended);
  expect(await start(ended, ada)).toEqual(notLive('Ended', 'ARCHIVED'));
  const empty = await save('Of another system', null);
  await change('workflowPublish', empty);
  expect(await start(empty, ada)).toEqual(refused('contactId', 'The workflow is live in name only: it has no steps.'));
});

test('the entry filter and the re-entry rule keep out, and say so', async () => {
  const leads = await live('Leads', { entry: { tag: { equals: 'lead' } } });
  expect(await start(leads, bob)).toEqual(refused('contactId', 'The contact does not match the entry filter.'));
  const { enrollment: inside } = await start(leads, ada);
  await stop(inside.id);
  expect(await start(leads, ada)).toEqual(
    refused('contactId', 'The contact was in the workflow before, and nobody enters twice.'),
  );
  const again = await live('Again', { reentry: { after: 'P7D' } });
  await stop((await start(again, ada)).enrollment.id);
  const { userErrors } = await start(again, ada);
  expect(userErrors).toEqual([
    {
      code: 'BAD_USER_INPUT',
      field: ['contactId'],
      message: expect.stringMatching(/^The contact may enter again from \d{4}-\d\d-\d\dT.*Z\.$/),
    },
  ]);
});

test('whoever is taken out has left for good, with the reason that was given', async () => {
  const workflow = await live('Left');
  const { enrollment: inside } = await start(workflow, bob);
  const left = { ...inside, state: 'EXITED', currentStep: null, exitReason: 'bought by phone' };
  expect(await stop(inside.id, ' bought by phone ')).toEqual({ enrollment: left, userErrors: [] });
  expect(await stop(inside.id, 'once more')).toEqual({ enrollment: left, userErrors: [] });
  expect(await stop('enr_none')).toEqual(refused('id', 'The account has no enrollment of this id', 'NOT_FOUND'));
  const other = await live('Left too');
  const { enrollment: second } = await start(other, bob);
  expect((await stop(second.id)).enrollment.exitReason).toBe('stopped');
  expect(await stop(second.id, 'x'.repeat(201))).toEqual(
    refused('reason', 'A reason has at most 200 characters, got 201'),
  );
});

test('a wait until a time of day ends by the clock where the contact is', async () => {
  const clock = (moment: Date, timeZone: string): string =>
    new Intl.DateTimeFormat('en', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(moment);
  // Where it is that time right now nobody waits.
  const isNear = ['UTC', 'America/Denver'].some((zone) => /^0[89]/.test(clock(new Date(), zone)));
  const at = isNear ? '12:00' : '09:00';
  const workflow = await live('Mornings', {
    steps: [
      { key: 'morning', wait: { untilTime: { at } } },
      { key: 'rest', wait: { for: 'P1D' } },
    ],
  });
  const cleo = await story.contact({ mobile: '+15055550101' });
  const dueIn = async (contactId: string, timeZone: string) => {
    const { enrollment: inside } = await start(workflow, contactId);
    const { data } = await story.ask('query ($id: ID!) { enrollment(id: $id) { currentStep dueAt } }', {
      id: inside.id,
    });
    expect(data.enrollment.currentStep).toBe('morning');
    return clock(new Date(data.enrollment.dueAt), timeZone);
  };
  // Of the number, in New Mexico; by an email address alone, that of the account.
  expect(await dueIn(cleo, 'America/Denver')).toBe(at);
  expect(await dueIn(bob, 'UTC')).toBe(at);
});

test('a partner lets contacts in with its own key, and can neither take them out nor change a workflow', async () => {
  const workflow = await live('By a partner');
  const ask = async (query: string, variables: object, key = story.keys.PARTNER) => {
    const response = await fetch(`${system.url}/partner/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ query, variables }),
    });
    return Object(await response.json());
  };
  const document = `mutation ($w: ID!, $c: ID!) { enrollmentStart(workflowId: $w, contactId: $c) {
    enrollment { state workflow { name } } userErrors { message } } }`;
  expect((await ask(document, { w: workflow, c: bob })).data.enrollmentStart).toEqual({
    enrollment: { state: 'WAITING', workflow: { name: 'By a partner' } },
    userErrors: [],
  });
  const unknown = await ask('mutation ($id: ID!) { enrollmentStop(id: $id) { userErrors { message } } }', { id: 'x' });
  expect(unknown.errors[0].message).toContain('Cannot query field "enrollmentStop"');
  // An analyst reads enrollments and changes none.
  const forbidden = await system.ask(story.keys.ANALYST, document, { w: workflow, c: ada });
  expect(forbidden.errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  const scopes = await system.ask(
    story.keys.PARTNER,
    'mutation ($id: ID!) { workflowPause(id: $id) { userErrors { message } } }',
    { id: workflow },
  );
  expect(scopes.errors?.[0]?.message).toContain('Cannot query field "workflowPause"');
});
