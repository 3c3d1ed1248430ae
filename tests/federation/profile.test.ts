import { afterAll, beforeAll, expect, test } from 'vitest';
import { operation, operations } from '../kit/operations.ts';
import { type Story, tellStory } from '../kit/story.ts';
import { type System, startSystem } from '../kit/system.ts';

let system: System;
let story: Story;

beforeAll(async () => {
  system = await startSystem();
  story = await tellStory(system);
});
afterAll(() => system.stop());

/** Numbers and addresses of their own, so that tests do not meet. */
let person = 0;
const someone = () => {
  person += 1;
  return { email: `person${person}@example.com`, mobile: `+1512555${String(1000 + person)}` };
};

const profileOf = async (id: string) => (await story.ask(operations('unified-profile'), { id })).data.contact;

test('a person known to the email list and to the SMS list is one contact with both histories', async () => {
  const { email, mobile } = someone();
  const id = await story.contact({ email });
  await story.contact({ mobile });
  await story.consent('email', email, 'GRANTED', 'news');
  await story.consent('sms', mobile, 'GRANTED');
  await story.emailEvent(email, 'click', { url: 'https://example.com/spring' });
  await story.text(mobile, 'See you there');
  expect(await story.contact({ email }, { mobile })).toBe(id);
  const contact = await profileOf(id);
  expect(contact).toMatchObject({
    id,
    displayName: email,
    identifiers: [
      { kind: 'EMAIL', value: email },
      { kind: 'MOBILE', value: mobile },
    ],
    acquisition: { kind: 'API' },
    email: {
      address: email,
      status: 'NORMAL',
      consents: [
        {
          address: email,
          topic: { key: 'news' },
          state: 'GRANTED',
          method: 'FORM',
          evidence: { statedText: 'Yes, send it to me' },
        },
      ],
      preferences: [{ topic: { key: 'news' }, subscribed: true }],
      engagement: { clicks: 1 },
    },
    sms: {
      number: mobile,
      status: 'SUBSCRIBED',
      canSend: { allowed: true, decidedBy: null },
      engagement: { replies: 1 },
    },
  });
  const kinds = contact.timeline.edges.map(
    ({ node }: { node: { channel: string; kind: string } }) => `${node.channel} ${node.kind}`,
  );
  expect(kinds.sort()).toEqual(['EMAIL CLICK', 'SMS REPLY', 'null CREATED', 'null CREATED', 'null MERGED']);
});

test('any spelling of either identifier finds the person, and so does the id that was merged away', async () => {
  const { email, mobile } = someone();
  const id = await story.contact({ email });
  const old = await story.contact({ mobile });
  await story.merge(id, old);
  const find = async (by: object) =>
    (await story.ask(operation('find-contact', 'FindContact'), { by })).data.contactByIdentifier?.id;
  const national = `(${mobile.slice(2, 5)}) ${mobile.slice(5, 8)}-${mobile.slice(8)}`;
  for (const by of [
    { email: ` ${email.toUpperCase()} ` },
    { mobile },
    { mobile: national },
    { mobile: `+1 ${national}` },
    { id: old },
    { id },
  ]) {
    expect(await find(by), JSON.stringify(by)).toBe(id);
  }
  expect(await find({ email: 'nobody@example.com' })).toBeUndefined();
});

test('one more click is in the timeline and the engagement of the next query, and the same click again counts once', async () => {
  const { email } = someone();
  const id = await story.contact({ email });
  const timestamp = Math.floor(Date.now() / 1000) - 60;
  const click = { url: 'https://example.com/a', sg_event_id: `once-${email}`, timestamp };
  for (const clicks of [1, 1]) {
    await story.emailEvent(email, 'click', click);
    const contact = await profileOf(id);
    expect(contact.email.engagement.clicks).toBe(clicks);
    expect(contact.timeline.edges.filter(({ node }: { node: { kind: string } }) => node.kind === 'CLICK')).toHaveLength(
      1,
    );
  }
});

test('a STOP takes effect in the next query, with its evidence, and is answered once', async () => {
  const { mobile } = someone();
  const id = await story.contact({ mobile });
  await story.consent('sms', mobile, 'GRANTED');
  expect((await profileOf(id)).sms.canSend.allowed).toBe(true);
  expect(await story.text(mobile, ' Stop! ')).toContain('You are unsubscribed');
  expect((await profileOf(id)).sms).toMatchObject({
    status: 'UNSUBSCRIBED',
    canSend: {
      allowed: false,
      decidedBy: 'CONSENT',
      checks: expect.arrayContaining([
        {
          rule: 'CONSENT',
          passed: false,
          detail: expect.stringContaining('by a key word: “ Stop! ”'),
          since: expect.any(String),
        },
        {
          rule: 'SUPPRESSION',
          passed: false,
          detail: 'The person texted to stop: “Stop!”.',
          since: expect.any(String),
        },
      ]),
    },
  });
  expect(await story.text(mobile, 'START')).toContain('subscribed again');
  expect((await profileOf(id)).sms.canSend.allowed).toBe(true);
});

test('a STOP of a number nobody knows yet holds when it becomes a contact', async () => {
  const { mobile } = someone();
  await story.text(mobile, 'STOP');
  const find = operation('find-contact', 'FindContact');
  await expect.poll(async () => (await story.ask(find, { by: { mobile } })).data.contactByIdentifier).not.toBeNull();
  const id = await story.contact({ mobile });
  expect(await profileOf(id)).toMatchObject({
    acquisition: { kind: 'KEYWORD', detail: 'STOP' },
    sms: { status: 'UNSUBSCRIBED' },
  });
});

test('an opt-in for SMS shows nothing for email', async () => {
  const { email, mobile } = someone();
  const id = await story.contact({ email }, { mobile });
  await story.consent('sms', mobile, 'GRANTED');
  expect(await profileOf(id)).toMatchObject({
    email: { consents: [], canSend: { allowed: false, decidedBy: 'CONSENT' } },
    sms: { consents: [{ state: 'GRANTED' }], canSend: { allowed: true } },
  });
});

test('a merge moves no consent: each stays with the address at which it was given', async () => {
  const [one, two] = [someone(), someone()];
  const first = await story.contact({ mobile: one.mobile });
  const second = await story.contact({ mobile: two.mobile });
  await story.consent('sms', two.mobile, 'GRANTED');
  await story.merge(first, second);
  // The primary number is the survivor's, which never consented.
  expect((await profileOf(first)).sms).toMatchObject({
    number: one.mobile,
    canSend: { allowed: false, decidedBy: 'CONSENT' },
    consents: [{ number: two.mobile, state: 'GRANTED' }],
  });
});

test('merge then unmerge restores both profiles, with what happened in between at the address where it happened', async () => {
  const { email, mobile } = someone();
  const ids = [await story.contact({ email }), await story.contact({ mobile })];
  await story.consent('email', email, 'GRANTED', 'news');
  await story.consent('sms', mobile, 'GRANTED');
  await story.emailEvent(email, 'open');
  const both = () => Promise.all(ids.map((id) => profileOf(id)));
  const before = await both();
  const merge = await story.merge(...ids);
  const [whole] = await both();
  expect(whole).toMatchObject({ email: { address: email }, sms: { number: mobile } });
  await story.unmerge(merge);
  expect(await both()).toEqual(before);

  const again = await story.merge(...ids);
  await story.emailEvent(email, 'click');
  await story.text(mobile, 'Hello');
  await story.unmerge(again);
  const [emailSide, smsSide] = await both();
  expect(emailSide).toMatchObject({ sms: null, email: { engagement: { clicks: 1 } } });
  expect(smsSide).toMatchObject({ email: null, sms: { engagement: { replies: 1 } } });
});

test('an objection is seen by every channel in the answer that follows it', async () => {
  const { email, mobile } = someone();
  const id = await story.contact({ email }, { mobile });
  await story.consent('email', email, 'GRANTED');
  await story.consent('sms', mobile, 'GRANTED');
  const { data } = await story.ask(
    `mutation ($input: ContactComplianceInput!) { contactComplianceSet(input: $input) {
      contact { compliance { marketingObjection } email { canSend { allowed decidedBy } } sms { canSend { allowed decidedBy } } } userErrors { message } } }`,
    { input: { contactId: id, marketingObjection: true } },
  );
  const refused = { canSend: { allowed: false, decidedBy: 'RESTRICTED' } };
  expect(data.contactComplianceSet.contact).toEqual({
    compliance: { marketingObjection: true },
    email: refused,
    sms: refused,
  });
});

test('a timeline is paged without gap or repetition over all channels, and narrowed to some', async () => {
  const { email, mobile } = someone();
  const id = await story.contact({ email }, { mobile });
  const timestamp = Math.floor(Date.now() / 1000) - 1000;
  for (let i = 0; i < 5; i++) {
    // Several at the same second: ties are broken by id.
    await story.emailEvent(email, 'open', { timestamp });
    await story.emailEvent(email, 'click', { timestamp: timestamp + i });
    await story.text(mobile, `message ${i}`);
  }
  const page = `query ($id: ID!, $first: Int, $after: String, $channels: [ChannelName!]) { contact(id: $id) {
    timeline(first: $first, after: $after, channels: $channels) { nodes { id at channel } unavailable pageInfo { hasNextPage endCursor } } } }`;
  const read = async (variables: object) => (await story.ask(page, { id, ...variables })).data.contact.timeline;
  const all = await read({ first: 200 });
  expect(all).toMatchObject({ unavailable: [], pageInfo: { hasNextPage: false } });
  expect(all.nodes).toHaveLength(16);
  const paged: { id: string }[] = [];
  for (let after: string | null = null; ; ) {
    const { nodes, pageInfo } = await read({ first: 3, after });
    paged.push(...nodes);
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  expect(paged).toEqual(all.nodes);
  const texts = await read({ channels: ['SMS'] });
  expect(texts.nodes.map(({ channel }: { channel: string }) => channel)).toEqual(Array(5).fill('SMS'));
  const wrong = await story.ask(page, { id, channels: ['FAX'] });
  expect(wrong.errors?.[0]).toMatchObject({
    message: '"channels" takes EMAIL, SMS, got "FAX"',
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

test.each([
  ['first: 0', '"first" must be between 1 and 200, got 0'],
  ['first: 201', '"first" must be between 1 and 200, got 201'],
  ['after: "WyJjb250YWN0cyIsMV0"', '"after" must be a cursor of this list (timeline), got "WyJjb250YWN0cyIsMV0"'],
])('a timeline with %s is refused, and the rest of the profile is there', async (argument, message) => {
  const { email } = someone();
  const id = await story.contact({ email });
  const { data, errors } = await story.ask(
    `query ($id: ID!) { contact(id: $id) { id timeline(${argument}) { nodes { id } } } }`,
    { id },
  );
  expect(data.contact).toEqual({ id, timeline: null });
  expect(errors).toEqual([
    {
      message,
      path: ['contact', 'timeline'],
      extensions: {
        code: 'BAD_USER_INPUT',
        retryable: false,
        requestId: 'test',
        field: [argument.slice(0, argument.indexOf(':'))],
      },
    },
  ]);
});

test('what is asked of the past is answered by the facts of then', async () => {
  const { mobile } = someone();
  const id = await story.contact({ mobile });
  await story.consent('sms', mobile, 'GRANTED');
  const before = new Date();
  await new Promise((resolve) => setTimeout(resolve, 5));
  await story.text(mobile, 'STOP');
  const { data } = await story.ask(operation('consent', 'CanSend'), { id, at: before.toISOString() });
  expect(data.contact.sms.canSend.allowed).toBe(true);
  const ahead = await story.ask(operation('consent', 'CanSend'), { id, at: '2099-01-01T00:00:00Z' });
  expect(ahead.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});
