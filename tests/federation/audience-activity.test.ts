import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Story, tellStory } from '../kit/story.ts';
import { type System, startSystem } from '../kit/system.ts';

const hour = 3_600;
const now = Math.floor(Date.now() / 1_000);
const ago = (hours: number): number => now - hours * hour;
const moment = (hours: number): string => new Date(ago(hours) * 1_000).toISOString();
const names = ['one', 'two', 'three'] as const;
const launch = 'https://shop.example/launch';

let system: System;
let story: Story;
const ids = new Map<string, string>();

beforeAll(async () => {
  system = await startSystem();
  story = await tellStory(system);
  for (const name of names) {
    const email = `${name}@example.com`;
    ids.set(await story.contact({ email }), name);
    const happens = (message: string, event: string, hours: number, more: object = {}) =>
      story.sendGrid.post(story.sendGridUrl, [
        { email, event, timestamp: ago(hours), sg_message_id: `${message} ${name}.recvd`, ...more },
      ]);
    // SendGrid names the campaign where the message is sent, and not where it is opened or clicked.
    await happens('launch', 'processed', 50, { category: ['launch'] });
    await happens('launch', 'delivered', 49);
    await happens('order', 'delivered', 20);
    if (name === 'three') continue;
    await happens('order', 'click', 5, { url: 'https://shop.example/order' });
    if (name === 'two') continue;
    await happens('launch', 'click', 40, { url: launch });
    await happens('launch', 'click', 39, { url: 'https://shop.example/other' });
  }
  ids.set(await story.contact({ mobile: '+15125550123' }), 'four');
  await story.text('+15125550123', 'Hello');
  // Providers of texts tell of no machines; what our own links record of them is in the same column.
  const client = new pg.Client({ connectionString: system.databaseUrls.sms });
  await client.connect();
  await client.query('update activity set machine = true');
  await client.end();
  await story.consent('email', 'one@example.com', 'GRANTED');
  await story.consent('email', 'one@example.com', 'WITHDRAWN', 'news');
  await story.consent('email', 'two@example.com', 'GRANTED');
});
afterAll(() => system.stop());

const clicks = (more: object = {}) => ({ email: { did: [{ kinds: ['CLICK'], ...more }] } });
const onNews = (more: object = {}) => ({ email: { canSendOn: { topic: 'news', ...more } } });
/** A filter, and who meets it. */
const filters: readonly (readonly [string, object, readonly string[]])[] = [
  ['clicked', clicks(), ['one', 'two']],
  ['clicked in a campaign', clicks({ campaign: 'launch' }), ['one']],
  ['got a campaign', { email: { did: [{ kinds: ['DELIVERED'], campaign: 'launch' }] } }, ['one', 'two', 'three']],
  ['clicked in a campaign that there is not', clicks({ campaign: 'lunch' }), []],
  ['clicked what names the campaign itself', clicks({ property: { key: 'campaign', equals: 'launch' } }), []],
  ['clicked in a message', clicks({ message: 'order two' }), ['two']],
  ['clicked a link', clicks({ link: launch }), ['one']],
  ['clicked a link of a campaign often', clicks({ link: launch, campaign: 'launch', atLeast: 2 }), []],
  ['clicked between dates', clicks({ after: moment(40), before: moment(39) }), ['one']],
  ['clicked before a date', clicks({ before: moment(40) }), []],
  ['clicked since a date, and lately', clicks({ after: moment(60), within: 'P1D' }), ['one', 'two']],
  ['clicked at most twice', clicks({ atMost: 2 }), ['two']],
  ['clicked in a campaign twice and no more', clicks({ campaign: 'launch', atLeast: 2, atMost: 2 }), ['one']],
  ['clicked in a campaign at most once', clicks({ campaign: 'launch', atMost: 1 }), []],
  [
    'clicked in a campaign and in an order within two days',
    { together: { within: 'P2D', all: [clicks({ campaign: 'launch' }), clicks({ message: 'order one' })] } },
    ['one'],
  ],
  ['answered a text', { sms: { did: [{ kinds: ['REPLY'] }] } }, []],
  ['answered a text, machines too', { sms: { did: [{ kinds: ['REPLY'], includeMachine: true }] } }, ['four']],
  ['may be messaged', { email: { canSend: true } }, ['one', 'two']],
  ['may be messaged on a topic', onNews(), ['two']],
  ['may be messaged on a topic right now', onNews({ now: true }), ['two']],
  ['may not be messaged on a topic', onNews({ allowed: false }), ['one', 'three', 'four']],
  ['may be messaged on a topic that there is not', { email: { canSendOn: { topic: 'nothing' } } }, []],
  ['clicked, and may be messaged on a topic', { email: { ...clicks().email, canSendOn: { topic: 'news' } } }, ['two']],
];

test.each(filters)(
  'who %s is told alike of all, of each with the evidence, and at a moment',
  async (name, filter, who) => {
    const audience =
      'query ($filter: AudienceFilter!, $at: DateTime) { audience(filter: $filter, at: $at) { contacts { nodes { id } } } }';
    for (const at of [undefined, new Date()]) {
      const { data, errors } = await story.ask(audience, { filter, at });
      expect(errors).toBeUndefined();
      expect(data.audience.contacts.nodes.map(({ id }: { id: string }) => ids.get(id))).toEqual(who);
    }
    const created = await story.ask(
      'mutation ($input: SegmentInput!) { segmentCreate(input: $input) { segment { id } userErrors { message } } }',
      { input: { name, filter } },
    );
    const { id } = created.data.segmentCreate.segment;
    for (const [contact, own] of ids) {
      const { data } = await story.ask(
        'query ($id: ID!, $contact: ID!) { segment(id: $id) { membership(contactId: $contact) { member because { matched evidence { at kind } } } } }',
        { id, contact },
      );
      const { member, because } = data.segment.membership;
      expect([own, member]).toEqual([own, who.includes(own)]);
      expect(because[0].matched).toBe(member);
      if (member && name.startsWith('clicked')) expect(because[0].evidence[0].kind).toBe('CLICK');
    }
  },
);

test('the evidence is what meets the condition, and nothing besides', async () => {
  const { data } = await story.ask('{ segments(first: 100) { nodes { id name } } }');
  const { id } = data.segments.nodes.find(({ name }: { name: string }) => name === 'clicked in a campaign');
  const [contact] = ids.keys();
  const told = await story.ask(
    'query ($id: ID!, $contact: ID!) { segment(id: $id) { membership(contactId: $contact) { because { predicate evidence { at } } } } }',
    { id, contact },
  );
  expect(told.data.segment.membership.because).toEqual([
    { predicate: 'email did CLICK campaign launch', evidence: [{ at: moment(39) }, { at: moment(40) }] },
  ]);
});

test('a score counts what the condition means only, for everybody and for one', async () => {
  const rule = (name: string, when: object) => ({ name, part: 'ACTIONS', points: 10, perInstance: true, when });
  await story.ask('mutation ($input: ScoreModelInput!) { scoreModelSet(input: $input) { userErrors { message } } }', {
    input: {
      rules: [
        rule('launch', clicks({ campaign: 'launch' })),
        rule('first', clicks({ before: moment(39) })),
        rule('order', { any: [clicks({ message: 'order one' }), clicks({ link: launch, after: moment(30) })] }),
      ],
    },
  });
  const { data } = await story.ask('{ leads { nodes { contact { id score { total } } total } } }');
  expect(data.leads.nodes).toEqual([{ contact: { id: expect.any(String), score: { total: 40 } }, total: 40 }]);
});

test('what people did in a campaign is what the campaign counts', async () => {
  const { data } = await story.ask('{ emailCampaign(name: "launch") { engagement { deliveries uniqueClicks } } }');
  expect(data.emailCampaign.engagement).toEqual({ deliveries: 3, uniqueClicks: 1 });
});
