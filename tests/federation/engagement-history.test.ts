import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Story, tellStory } from '../kit/story.ts';
import { type System, startSystem } from '../kit/system.ts';

let system: System;
let story: Story;
beforeAll(async () => {
  system = await startSystem();
  story = await tellStory(system);
});
afterAll(() => system.stop());

const hour = 3_600;
const now = Math.floor(Date.now() / 1_000);
const ago = (hours: number): number => now - hours * hour;
const email = (
  sg_message_id: string,
  event: string,
  timestamp: number,
  more: { readonly email: string; readonly [field: string]: unknown },
) => ({
  sg_message_id: `${sg_message_id}.recvd`,
  sg_event_id: `${sg_message_id} ${event} ${timestamp} ${JSON.stringify(more)}`,
  event,
  timestamp,
  ...more,
});

const messages = `query ($id: ID!, $campaign: String, $first: Int, $after: String) { contact(id: $id) { email {
  messages(campaign: $campaign, first: $first, after: $after) {
    nodes { id address subject campaign status sentAt deliveredAt opens firstOpenedAt clicks links { url clicks }
      machineOpens machineClicks bounce { hard reason } complainedAt unsubscribedAt }
    pageInfo { hasNextPage endCursor } } } } }`;
const messagesOf = async (id: string, variables: object = {}) =>
  (await story.ask(messages, { id, ...variables })).data.contact.email.messages;

test('a message tells what became of it, whatever the order in which its events came', async () => {
  const id = await story.contact({ email: 'mia@example.com' });
  const about = { email: 'mia@example.com' };
  const events = [
    email('spring', 'processed', ago(30), { ...about, subject: 'Spring', marketing_campaign_name: 'spring' }),
    email('spring', 'delivered', ago(29), about),
    email('spring', 'open', ago(29), { ...about, sg_machine_open: true }),
    email('spring', 'open', ago(20), about),
    email('spring', 'click', ago(19), { ...about, url: 'https://shop.example/a' }),
    email('spring', 'click', ago(18), { ...about, url: 'https://shop.example/b' }),
    email('spring', 'click', ago(17), { ...about, url: 'https://shop.example/b' }),
    email('spring', 'click', ago(29), { ...about, url: 'https://shop.example/c', useragent: 'Barracuda Sentinel' }),
    email('summer', 'processed', ago(10), { ...about, subject: 'Summer' }),
    email('summer', 'deferred', ago(9), { ...about, response: '451 later' }),
    email('summer', 'bounce', ago(8), { ...about, type: 'bounce', reason: '550 no such user' }),
    email('autumn', 'spamreport', ago(5), about),
    email('autumn', 'delivered', ago(6), about),
  ];
  for (const event of [...events].reverse()) await story.sendGrid.post(story.sendGridUrl, [event]);
  const { nodes } = await messagesOf(id);
  const at = (hours: number) => new Date(ago(hours) * 1_000).toISOString();
  expect(nodes).toEqual([
    expect.objectContaining({ id: 'autumn', status: 'DELIVERED', sentAt: null, complainedAt: at(5) }),
    expect.objectContaining({
      id: 'summer',
      subject: 'Summer',
      campaign: null,
      status: 'BOUNCED',
      bounce: { hard: true, reason: '550 no such user' },
    }),
    {
      id: 'spring',
      address: 'mia@example.com',
      subject: 'Spring',
      campaign: 'spring',
      status: 'CLICKED',
      sentAt: at(30),
      deliveredAt: at(29),
      opens: 1,
      firstOpenedAt: at(20),
      clicks: 3,
      links: [
        { url: 'https://shop.example/b', clicks: 2 },
        { url: 'https://shop.example/a', clicks: 1 },
      ],
      machineOpens: 1,
      machineClicks: 1,
      bounce: null,
      complainedAt: null,
      unsubscribedAt: null,
    },
  ]);
  expect((await messagesOf(id, { campaign: 'spring' })).nodes.map((node: { id: string }) => node.id)).toEqual([
    'spring',
  ]);
});

test('pages of messages follow each other without gap or repetition, also where one message went to two addresses', async () => {
  const id = await story.contact({ email: 'nora@example.com' }, { email: 'nora@work.example' });
  const events = Array.from({ length: 7 }, (_, i) =>
    ['nora@example.com', 'nora@work.example'].map((address) =>
      email(`news ${i}`, 'delivered', ago(100 - i), { email: address }),
    ),
  ).flat();
  await story.sendGrid.post(story.sendGridUrl, events);
  const seen: string[] = [];
  for (let after: string | null = null; ; ) {
    const page = await messagesOf(id, { first: 3, after });
    seen.push(...page.nodes.map((node: { id: string; address: string }) => `${node.id} to ${node.address}`));
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }
  expect(seen).toHaveLength(14);
  expect(new Set(seen).size).toBe(14);
  const foreign = await story.ask(
    'query ($id: ID!) { contact(id: $id) { email { messages(after: "W10") { nodes { id } } } } }',
    { id },
  );
  expect(foreign.errors?.[0]?.message).toContain('"after" must be a cursor of this list (emailMessages)');
});

test('a conversation holds both directions in order, and a text never goes back', async () => {
  const id = await story.contact({ mobile: '+15125550177' });
  const form = { From: '+15005550006', To: '+15125550177' };
  const status = (MessageSid: string, MessageStatus: string, more: Record<string, string> = {}) =>
    story.twilio.post(story.twilioUrl, { ...form, MessageSid, SmsSid: MessageSid, MessageStatus, ...more });
  await status('SM1', 'delivered');
  await status('SM1', 'sent');
  await story.text('+15125550177', 'What time?');
  await status('SM2', 'undelivered', { ErrorCode: '30003' });
  const { data } = await story.ask(
    'query ($id: ID!) { contact(id: $id) { sms { conversation { nodes { direction number body status errorCode } } } } }',
    { id },
  );
  const number = '+15125550177';
  expect(data.contact.sms.conversation.nodes).toEqual([
    { direction: 'OUTBOUND', number, body: null, status: 'FAILED', errorCode: '30003' },
    { direction: 'INBOUND', number, body: 'What time?', status: 'RECEIVED', errorCode: null },
    { direction: 'OUTBOUND', number, body: null, status: 'DELIVERED', errorCode: null },
  ]);
});

test('a campaign adds up over all contacts, events that do not name it included', async () => {
  for (const name of ['one', 'two', 'three']) {
    const about = { email: `${name}@example.com` };
    await story.sendGrid.post(story.sendGridUrl, [
      email(`launch ${name}`, 'processed', ago(50), { ...about, category: ['launch'] }),
      email(`launch ${name}`, 'delivered', ago(49), about),
      ...(name === 'three' ? [] : [email(`launch ${name}`, 'open', ago(48), about)]),
      email(`launch ${name}`, 'open', ago(47), { ...about, sg_machine_open: true }),
      ...(name === 'one'
        ? [email(`launch ${name}`, 'click', ago(40), { ...about, url: 'https://shop.example/launch' })]
        : []),
      ...(name === 'one'
        ? [email(`launch ${name}`, 'click', ago(39), { ...about, url: 'https://shop.example/launch' })]
        : []),
    ]);
  }
  const { data } = await story.ask(
    `{ emailCampaign(name: "launch") { name engagement { messages sends deliveries opens uniqueOpens clicks uniqueClicks
      links { url clicks } hardBounces complaints unsubscribes machineOpens } } none: emailCampaign(name: "nothing") { name }
      emailCampaigns(first: 1) { nodes { name } pageInfo { hasNextPage endCursor } } }`,
  );
  expect(data.emailCampaign).toEqual({
    name: 'launch',
    engagement: {
      messages: 3,
      sends: 3,
      deliveries: 3,
      opens: 2,
      uniqueOpens: 2,
      clicks: 2,
      uniqueClicks: 1,
      links: [{ url: 'https://shop.example/launch', clicks: 2 }],
      hardBounces: 0,
      complaints: 0,
      unsubscribes: 0,
      machineOpens: 3,
    },
  });
  expect(data.none).toBeNull();
  const names = [data.emailCampaigns.nodes[0].name];
  const rest = await story.ask(
    'query ($after: String) { emailCampaigns(first: 5, after: $after) { nodes { name } } }',
    {
      after: data.emailCampaigns.pageInfo.endCursor,
    },
  );
  names.push(...rest.data.emailCampaigns.nodes.map(({ name }: { name: string }) => name));
  expect(names.sort()).toEqual(['launch', 'spring']);
});

test('messages of fifty contacts cost as many statements as those of one', async () => {
  const document =
    'query ($first: Int!) { contacts(first: $first) { nodes { email { messages(first: 2) { nodes { id } } } sms { conversation(first: 2) { nodes { id } } } } } }';
  for (let i = 0; i < 50; i++)
    await story.contact({ email: `reader${i}@example.com` }, { mobile: `+1512555${2_000 + i}` });
  await story.ask(document, { first: 50 });
  const counted = async (first: number) => {
    const { statements } = await story.ask(document, { first });
    const of = (part: string) => statements[part]?.filter((text) => text.includes('messages_newest')).length;
    return [of('email'), of('sms')];
  };
  expect([await counted(1), await counted(50)]).toEqual([
    [1, 1],
    [1, 1],
  ]);
});
