import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type LocalSenders, openLocalSenders, type PartnerCall } from '../kit/local-senders.ts';
import { type Story, tellStory } from '../kit/story.ts';
import { type System, startSystem } from '../kit/system.ts';

/** The five use cases the product is made for: from the webhook of a provider to the servers that take the messages. */

let system: System;
let story: Story;
let local: LocalSenders;
let next = 0;

beforeAll(async () => {
  system = await startSystem();
  story = await tellStory(system);
  local = await openLocalSenders(story);
});
afterAll(async () => {
  await local.close();
  await system.stop();
});

const hour = 3_600_000;
const day = 24 * hour;
const pass = (milliseconds: number): void => system.clock.setOffset(system.clock.offset() + milliseconds);
const patience = { timeout: 30_000, interval: 200 };

interface Person {
  readonly id: string;
  readonly email: string;
  readonly mobile: string;
}

/** Somebody who may be messaged on these channels. */
async function person(...channels: readonly ('email' | 'sms')[]): Promise<Person> {
  const no = next++;
  const [email, mobile] = [`person${no}@example.com`, `+1512555${String(1000 + no)}`];
  const id = await story.contact({ email }, { mobile });
  for (const channel of channels) await story.consent(channel, channel === 'email' ? email : mobile, 'GRANTED');
  return { id, email, mobile };
}

/** A workflow of a template, live. */
async function live(template: string, notify: string | null = null): Promise<string> {
  const made = await story.ask(
    `mutation ($template: String!, $name: String!, $notify: String) {
      workflowCreateFromTemplate(template: $template, name: $name, notify: $notify) { workflow { id state } userErrors { code field message } } }`,
    { template, name: `${template} ${next++}`, notify },
  );
  expect(made.data.workflowCreateFromTemplate.userErrors).toEqual([]);
  const { id } = made.data.workflowCreateFromTemplate.workflow;
  const published = await story.ask(
    'mutation ($id: ID!) { workflowPublish(id: $id) { workflow { state } userErrors { code field message } } }',
    { id },
  );
  expect(published.data.workflowPublish).toEqual({ workflow: { state: 'PUBLISHED' }, userErrors: [] });
  return id;
}

/** Ends a workflow, so that what happens in the next test is not its business. */
const end = (id: string) =>
  story.ask('mutation ($id: ID!) { workflowArchive(id: $id, leavers: EXIT) { userErrors { message } } }', { id });

/** What a shop tells of a person by `POST /track`. */
async function does(name: string, { email }: Person, properties: object = {}): Promise<void> {
  const response = await fetch(`${system.url}/track`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${story.keys.ADMIN}` },
    body: JSON.stringify({ events: [{ key: `event-${next++}`, name, identifier: { email }, properties }] }),
  });
  expect(await response.json()).toEqual({ accepted: 1, duplicates: 0, errors: [] });
}

const profile = `query ($id: ID!) { contact(id: $id) {
  enrollments { nodes { id state exitReason currentStep workflow { id version } log { step decision detail message { channel status skippedBecause } } } }
  triggeredMessages { nodes { channel status skippedBecause step workflow { id } } } } }`;

/** The newest way of a contact through a workflow, with its messages, as the profile shows them. */
async function wayOf({ id }: Pick<Person, 'id'>, workflow: string) {
  const { data, errors } = await story.ask(profile, { id });
  expect(errors).toBeUndefined();
  const { enrollments, triggeredMessages } = data.contact;
  const enrollment = enrollments.nodes.find((each: { workflow: { id: string } }) => each.workflow.id === workflow);
  const messages = triggeredMessages.nodes.filter(
    (each: { workflow: { id: string } }) => each.workflow.id === workflow,
  );
  return {
    state: enrollment?.state,
    reason: enrollment?.exitReason,
    step: enrollment?.currentStep,
    log: enrollment?.log ?? [],
    // Oldest first.
    messages: messages
      .map((each: { channel: string; status: string; skippedBecause: string | null; step: string }) =>
        [each.step, each.channel, each.status, ...(each.skippedBecause === null ? [] : [each.skippedBecause])].join(
          ' ',
        ),
      )
      .reverse(),
  };
}

/** What a partner was told, by a clock that is where the system's is. */
function verified(secret: string, call: PartnerCall | undefined): unknown {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + system.clock.offset() });
  try {
    return new Webhook(secret).verify(call?.body ?? '', call?.headers ?? {});
  } finally {
    vi.useRealTimers();
  }
}
const comes = (who: Pick<Person, 'id'>, workflow: string) => expect.poll(() => wayOf(who, workflow), patience);

describe('lead nurture', () => {
  test('welcomes by email, follows up, reminds by text who has not clicked, and ends with the conversion', async () => {
    const workflow = await live('lead-nurture');
    const [ada, bob] = [await person('email', 'sms'), await person('email')];
    await does('signed_up', ada);
    await does('signed_up', bob);
    await expect.poll(() => local.mailsTo(ada.email).length, patience).toBe(1);
    expect(local.mailsTo(ada.email)[0]).toContain('Subject: Welcome');
    await comes(ada, workflow).toMatchObject({ state: 'WAITING', step: 'two-days', messages: ['welcome EMAIL SENT'] });

    pass(2 * day);
    await expect.poll(() => local.mailsTo(ada.email).length, patience).toBe(2);
    await expect.poll(() => local.mailsTo(bob.email).length, patience).toBe(2);
    await comes(bob, workflow).toMatchObject({ step: 'interest' });

    // Three days without a click, and the next morning of a working day is not four days away.
    pass(3 * day);
    await comes(ada, workflow).toMatchObject({ step: expect.stringMatching(/^(morning|week)$/) });
    pass(4 * day);
    await expect.poll(() => local.textsTo(ada.mobile).length, patience).toBe(1);
    await comes(bob, workflow).toMatchObject({
      messages: [expect.anything(), expect.anything(), 'reminder SMS SKIPPED CONSENT'],
    });
    expect(local.textsTo(bob.mobile)).toEqual([]);
    await local.deliverNewest(ada.mobile);
    await comes(ada, workflow).toMatchObject({
      step: 'week',
      messages: expect.arrayContaining(['reminder SMS DELIVERED']),
    });

    await does('conversion', ada);
    pass(61_000);
    await comes(ada, workflow).toMatchObject({ state: 'COMPLETED', reason: 'goal' });
    pass(8 * day);
    await comes(bob, workflow).toMatchObject({ state: 'EXITED', reason: 'no conversion' });
    await does('signed_up', ada);
    await does('signed_up', bob);
    pass(61_000);
    expect(local.mailsTo(bob.email)).toHaveLength(2);
    await end(workflow);
  }, 240_000);
});

describe('cart abandonment', () => {
  test('a click without conversion in 24 hours brings a text; whoever bought, or said STOP, gets none', async () => {
    const workflow = await live('cart-abandonment');
    const [ada, bob, eve] = [await person('email', 'sms'), await person('email', 'sms'), await person('email', 'sms')];
    for (const { email } of [ada, bob, eve])
      await story.emailEvent(email, 'click', { url: 'https://shop.example/cart' });
    for (const who of [ada, bob, eve])
      await comes(who, workflow).toMatchObject({ state: 'WAITING', step: 'conversion' });
    await does('conversion', bob, { value: 42.5 });
    await comes(bob, workflow).toMatchObject({ state: 'COMPLETED', reason: 'conversion', messages: [] });
    await story.text(eve.mobile, 'STOP');

    pass(day);
    await expect.poll(() => local.textsTo(ada.mobile).length, patience).toBe(1);
    await comes(ada, workflow).toMatchObject({ step: 'second-chance', messages: ['text-message SMS SENT'] });
    // The refusal is on record with its reason, and the workflow's own rule sends an email in its place.
    await comes(eve, workflow).toMatchObject({
      messages: ['text-message SMS SKIPPED CONSENT', 'email EMAIL SENT'],
      log: expect.arrayContaining([expect.objectContaining({ step: 'text-message', decision: 'skipped' })]),
    });
    expect(local.textsTo(eve.mobile)).toEqual([]);
    expect(local.mailsTo(eve.email)).toHaveLength(1);
    expect(local.textsTo(bob.mobile)).toEqual([]);
    await end(workflow);
  }, 120_000);

  test('a machine that clicks every link lets nobody in', async () => {
    const workflow = await live('cart-abandonment');
    const [scanned, ada] = [await person('email', 'sms'), await person('email', 'sms')];
    await story.emailEvent(scanned.email, 'open', { sg_machine_open: true });
    const at = Math.floor((Date.now() + system.clock.offset()) / 1_000);
    for (const link of ['a', 'b', 'c'])
      await story.emailEvent(scanned.email, 'click', {
        url: `https://shop.example/${link}`,
        timestamp: at,
        sg_message_id: 'scanned.filter',
        useragent: 'Barracuda Sentinel (EE)',
      });
    await story.emailEvent(ada.email, 'click', { url: 'https://shop.example/cart' });
    await comes(ada, workflow).toMatchObject({ state: 'WAITING' });
    expect((await wayOf(scanned, workflow)).state).toBeUndefined();
    await end(workflow);
  }, 60_000);
});

describe('no reply to the follow-up text', () => {
  test('who replies is done; who does not gets the incentive; who may not be texted gets it by email', async () => {
    const workflow = await live('no-reply');
    const [ada, bob, eve] = [await person('email', 'sms'), await person('email', 'sms'), await person('email')];
    for (const who of [ada, bob, eve]) await does('inquiry', who);
    await expect.poll(() => local.textsTo(ada.mobile).length, patience).toBe(1);
    await expect.poll(() => local.textsTo(bob.mobile).length, patience).toBe(1);
    await comes(ada, workflow).toMatchObject({ step: 'reply' });
    await comes(bob, workflow).toMatchObject({ step: 'reply' });
    await expect.poll(() => local.mailsTo(eve.email).length, patience).toBe(1);
    await story.text(ada.mobile, 'Yes please, call me tomorrow');
    await comes(ada, workflow).toMatchObject({ state: 'COMPLETED', reason: 'replied' });
    pass(2 * day);
    await expect.poll(() => local.textsTo(bob.mobile).length, patience).toBe(2);
    expect(local.textsTo(bob.mobile)[1]).toContain('10% off');
    expect(local.textsTo(ada.mobile)).toHaveLength(1);
    await comes(bob, workflow).toMatchObject({ step: 'answer' });
    pass(7 * day);
    await comes(bob, workflow).toMatchObject({ state: 'EXITED', reason: 'no reply' });
    await end(workflow);
  }, 120_000);
});

describe('re-engagement', () => {
  test('sixty days of silence bring an email, two weeks more a text; an open ends it', async () => {
    const workflow = await live('re-engagement');
    const [ada, bob] = [await person('email', 'sms'), await person('email', 'sms')];
    await story.emailEvent(ada.email, 'open');
    await story.emailEvent(bob.email, 'open');
    await comes(ada, workflow).toMatchObject({ step: 'a-day' });
    await comes(bob, workflow).toMatchObject({ step: 'a-day' });
    pass(day + 1_000);
    await comes(ada, workflow).toMatchObject({ step: 'quiet' });
    await comes(bob, workflow).toMatchObject({ step: 'quiet' });
    expect(local.mailsTo(ada.email)).toEqual([]);
    pass(60 * day);
    await expect.poll(() => local.mailsTo(ada.email).length, patience).toBe(1);
    await comes(bob, workflow).toMatchObject({ step: 'two-weeks' });
    await story.emailEvent(bob.email, 'open');
    await comes(bob, workflow).toMatchObject({ state: 'COMPLETED', reason: 'took an interest again' });
    await comes(ada, workflow).toMatchObject({ step: 'two-weeks' });
    pass(14 * day);
    await expect.poll(() => local.textsTo(ada.mobile).length, patience).toBe(1);
    expect(local.textsTo(bob.mobile)).toEqual([]);
    await comes(ada, workflow).toMatchObject({ step: 'last-week' });
    pass(7 * day);
    await comes(ada, workflow).toMatchObject({ state: 'EXITED', reason: 'still quiet' });
    await end(workflow);
  }, 120_000);
});

describe('the alert to sales', () => {
  test('engagement on both channels within an hour is told once, signed, and again only after the hour', async () => {
    const made = await story.ask(
      'mutation ($url: String!) { webhookEndpointCreate(name: "sales", url: $url) { endpoint { id } secret userErrors { message } } }',
      { url: local.partnerUrl },
    );
    const { endpoint, secret, userErrors } = made.data.webhookEndpointCreate;
    expect(userErrors).toEqual([]);
    const workflow = await live('engagement-alert', endpoint.id);
    const [ada, bob] = [await person('email', 'sms'), await person('email', 'sms')];
    await story.emailEvent(ada.email, 'click', { url: 'https://shop.example/pricing' });
    await story.emailEvent(bob.email, 'click', { url: 'https://shop.example/pricing' });
    await story.text(ada.mobile, 'How much is it?');
    await expect.poll(() => local.partnerCalls.length, patience).toBe(1);
    const [call] = local.partnerCalls;
    expect(JSON.stringify(verified(secret, call))).toContain(ada.id);
    await comes(ada, workflow).toMatchObject({ state: 'COMPLETED', reason: 'staff was told' });

    await story.text(ada.mobile, 'And by the month?');
    pass(2 * hour);
    await story.text(bob.mobile, 'Hello?');
    await story.emailEvent(ada.email, 'click', { url: 'https://shop.example/pricing' });
    await story.text(ada.mobile, 'Still there?');
    await expect.poll(() => local.partnerCalls.length, patience).toBe(2);
    expect(local.partnerCalls[1]?.body).toContain(ada.id);
    expect((await wayOf(bob, workflow)).state).toBeUndefined();
    await end(workflow);
  }, 120_000);
});

describe('a merge of contacts that are in a workflow', () => {
  test('lets one of them go on and the other stand still, triggers nothing, and an unmerge lets both go on', async () => {
    const workflow = await live('cart-abandonment');
    const [ada, bob, newcomer] = [await person('email', 'sms'), await person('email', 'sms'), await person('email')];
    for (const { email } of [ada, bob]) await story.emailEvent(email, 'click', { url: 'https://shop.example/cart' });
    for (const who of [ada, bob]) await comes(who, workflow).toMatchObject({ step: 'conversion' });
    const merge = await story.merge(ada.id, bob.id);
    const { nodes } = (await story.ask(profile, { id: ada.id })).data.contact.enrollments;
    const both = nodes.filter((each: { workflow: { id: string } }) => each.workflow.id === workflow);
    expect(both.map((each: { state: string }) => each.state).sort()).toEqual(['PAUSED', 'WAITING']);
    pass(day);
    await expect.poll(() => local.textsTo(ada.mobile).length + local.textsTo(bob.mobile).length, patience).toBe(1);
    // Merged history triggers nothing.
    await story.merge(ada.id, newcomer.id);
    await story.unmerge(merge);
    await expect.poll(() => local.textsTo(bob.mobile).length, patience).toBe(1);
    expect(local.textsTo(ada.mobile)).toHaveLength(1);
    await comes(bob, workflow).toMatchObject({ step: 'second-chance' });
    await end(workflow);
  }, 120_000);
});
