import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operation } from '../kit/operations.ts';
import { type Story, tellStory } from '../kit/story.ts';
import { type System, startSystem } from '../kit/system.ts';

const day = 86_400_000;

let system: System;
let story: Story;

const person = async (name: string, mobile: string): Promise<{ readonly email: string; readonly mobile: string }> => {
  const email = `${name}@example.com`;
  await story.contact({ email }, { mobile });
  return { email, mobile };
};

const workflowOf = async (template: string): Promise<string> => {
  const document = `mutation ($template: String!, $name: String!) {
    workflowCreateFromTemplate(template: $template, name: $name) { workflow { id } userErrors { message } }
  }`;
  const { data } = await story.ask(document, { template, name: `Rehearsed ${template}` });
  expect(data.workflowCreateFromTemplate.userErrors).toEqual([]);
  return data.workflowCreateFromTemplate.workflow.id;
};

const rehearsal = async (id: string, over = 'P30D') => {
  const document = `query ($id: ID!, $over: Duration!) {
    workflow(id: $id) { rehearsal(over: $over) {
      entered keptOut followed messages { channel wouldSend wouldSkip skippedBecause { rule count } } ends { step state count }
    } }
  }`;
  const { data, errors } = await story.ask(document, { id, over });
  expect(errors).toBeUndefined();
  return data.workflow.rehearsal;
};

beforeAll(async () => {
  system = await startSystem();
  story = await tellStory(system);
  await story.ask(`mutation {
    email: emailSenderCreate(input: { name: "outbox", provider: "OUTBOX", settings: {} }) { userErrors { message } }
    sms: smsSenderCreate(input: { name: "outbox", provider: "OUTBOX", settings: {} }) { userErrors { message } }
  }`);
  const ada = await person('ada', '+15125550101');
  const bob = await person('bob', '+15125550102');
  const cyd = await person('cyd', '+15125550103');
  const dan = await person('dan', '+15125550104');
  await story.consent('sms', ada.mobile, 'GRANTED');
  await story.consent('email', bob.email, 'GRANTED');
  await story.consent('sms', cyd.mobile, 'GRANTED');
  for (const { email } of [ada, bob, cyd]) await story.emailEvent(email, 'click', { url: 'https://shop.example/cart' });
  await story.text(ada.mobile, 'is it in stock?');
  system.clock.setOffset(day / 2);
  await story.ask('mutation ($events: [BehaviorInput!]!) { behaviorsTrack(events: $events) { accepted } }', {
    events: [{ key: 'order-1', name: 'conversion', identifier: { email: cyd.email } }],
  });
  // Half a day apart is not together.
  await story.text(bob.mobile, 'hello');
  system.clock.setOffset(2 * day);
  // Too late for the text message that she would have got by then.
  await story.text(ada.mobile, 'STOP');
  await story.emailEvent(dan.email, 'open');
  system.clock.setOffset(3.5 * day);
});
afterAll(() => system.stop());

test('a template is rehearsed before it is published: who would have entered, and what they would have got', async () => {
  const id = await workflowOf('cart-abandonment');
  expect(await rehearsal(id)).toEqual({
    entered: 3,
    keptOut: 0,
    followed: 3,
    messages: [
      { channel: 'EMAIL', wouldSend: 1, wouldSkip: 0, skippedBecause: [] },
      { channel: 'SMS', wouldSend: 1, wouldSkip: 1, skippedBecause: [{ rule: 'CONSENT', count: 1 }] },
    ],
    ends: expect.arrayContaining([
      { step: 'bought', state: 'COMPLETED', count: 1 },
      { step: 'second-chance', state: 'WAITING', count: 2 },
    ]),
  });
  const { data } = await story.ask(operation('automation', 'Rehearse'), { id });
  expect(data.workflow.rehearsal).toMatchObject({ entered: 3 });
  expect(await rehearsal(id, 'P1D')).toMatchObject({ entered: 0, messages: [] });
});

test('an entry filter is asked as of the moment: engaged on both channels within an hour', async () => {
  const { workflowTemplates } = (await story.ask('{ workflowTemplates { key definition } }')).data;
  const { definition } = workflowTemplates.find(({ key }: { readonly key: string }) => key === 'engagement-alert');
  const { workflowSave } = (
    await story.ask(
      'mutation ($input: WorkflowInput!) { workflowSave(input: $input) { workflow { id } userErrors { message } } }',
      {
        input: { name: 'Engaged', definition: { ...definition, steps: [{ key: 'told', goal: {} }] } },
      },
    )
  ).data;
  // Of three clicks, an opening and the replies only hers came within an hour of her click.
  const { entered, keptOut, ends } = await rehearsal(workflowSave.workflow.id);
  expect(ends).toEqual([{ step: 'told', state: 'COMPLETED', count: 1 }]);
  expect(entered).toBe(1);
  expect(keptOut).toBeGreaterThanOrEqual(5);
});

test('nothing was sent and nothing was changed by it; then it is published as it is', async () => {
  const { data, errors } = await story.ask(
    '{ outbox: emailOutbox { nodes { to } } texts: smsOutbox { nodes { to } } workflows { id name state standing { contacts } } }',
  );
  expect(errors).toBeUndefined();
  expect([data.outbox.nodes, data.texts.nodes]).toEqual([[], []]);
  for (const { id, state, standing } of data.workflows) {
    expect({ state, standing }).toEqual({ state: 'DRAFT', standing: [] });
    const { workflowPublish } = (await story.ask(operation('automation', 'Publish'), { id })).data;
    expect(workflowPublish).toEqual({ workflow: { id, version: 1, state: 'PUBLISHED' }, userErrors: [] });
  }
});

test('the workflow of the README is saved and published as it stands there', async () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const [, document] = /```graphql\n(mutation \{\n {2}workflowSave[\s\S]*?)```/.exec(readme) ?? [];
  const { workflowSave } = (await story.ask(String(document))).data;
  expect(workflowSave).toMatchObject({ workflow: { version: 1, state: 'DRAFT' }, userErrors: [] });
  const { workflowPublish } = (await story.ask(operation('automation', 'Publish'), { id: workflowSave.workflow.id }))
    .data;
  expect(workflowPublish.userErrors).toEqual([]);
});

test('quiet for 60 days: who has just been known was not', async () => {
  const id = await workflowOf('re-engagement');
  const before = await rehearsal(id);
  expect(before.messages).toEqual([]);
  expect(before.ends).toEqual([{ step: 'quiet', state: 'WAITING', count: before.entered }]);
  system.clock.setOffset(80 * day);
  // All four were quiet; one of them has consented to email, and another to text messages.
  expect((await rehearsal(id, 'P90D')).messages).toMatchObject([
    { channel: 'EMAIL', wouldSend: 1, wouldSkip: 3, skippedBecause: [{ rule: 'CONSENT', count: 3 }] },
    { channel: 'SMS', wouldSend: 1, wouldSkip: 3 },
  ]);
});
