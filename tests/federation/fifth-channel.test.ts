import { readFileSync } from 'node:fs';
import { mounts } from '@ucp/gateway/mounts';
import { compose } from '@ucp/scripts/compose/compose';
import { partOf, partsOfRepository } from '@ucp/scripts/compose/parts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Story, tellStory } from '../kit/story.ts';
import { type System, startSystem } from '../kit/system.ts';
import { signatureOf } from '../push/src/beacon.ts';
import { createPush } from '../push/src/push.ts';

const device = 'device-token-of-ada';
let system: System;
let story: Story;
let id: string;
let webhook: string;

beforeAll(async () => {
  const sdl = readFileSync(new URL('../push/schema.graphql', import.meta.url), 'utf8');
  const contract = compose([...partsOfRepository(), partOf('push', sdl)]);
  system = await startSystem({ contract, creators: { ...mounts, push: createPush } });
  story = await tellStory(system);
  id = await story.contact({ email: 'ada@example.com' }, { address: { channel: 'PUSH', value: device } });
  const { data } = await story.ask('mutation { pushSourceCreate(name: "main", secret: "shared") }');
  webhook = data.pushSourceCreate;
  await tell([
    { id: '1', device, event: 'send', at: new Date(Date.now() - 60_000).toISOString() },
    { id: '2', device, event: 'tap', at: new Date().toISOString() },
  ]);
});
afterAll(() => system.stop());

const tell = async (events: readonly object[]): Promise<void> => {
  const body = JSON.stringify(events);
  const headers = { 'x-beacon-signature': signatureOf('shared', body) };
  const response = await fetch(`${system.url}${webhook}`, { method: 'POST', body, headers });
  expect(response.status).toBe(200);
};

test('its profile stands beside the others, and its activity in the one timeline', async () => {
  const { data, errors } = await story.ask(
    'query ($id: ID!) { contact(id: $id) { push { channel devices lastEngagedAt canSend { allowed decidedBy } } timeline(channels: ["PUSH"]) { nodes { channel kind summary } unavailable } } }',
    { id },
  );
  expect(errors).toBeUndefined();
  expect(data.contact).toEqual({
    push: {
      channel: 'PUSH',
      devices: 1,
      lastEngagedAt: expect.any(String),
      canSend: { allowed: false, decidedBy: 'CONSENT' },
    },
    timeline: {
      nodes: [
        { channel: 'PUSH', kind: 'TAP', summary: 'Tapped a push message' },
        { channel: 'PUSH', kind: 'SEND', summary: 'Sent' },
      ],
      unavailable: [],
    },
  });
});

test('its leaf works in a filter, alone and with those of other channels', async () => {
  await story.contact({ email: 'grace@example.com' });
  const members = async (filter: object) =>
    (
      await story.ask('query ($filter: AudienceFilter!) { audience(filter: $filter) { contacts { nodes { id } } } }', {
        filter,
      })
    ).data.audience.contacts.nodes;
  expect(await members({ push: { did: [{ kinds: ['TAP'], within: 'P7D' }] } })).toEqual([{ id }]);
  expect(
    await members({
      all: [{ push: { did: [{ kinds: ['TAP'] }] } }, { not: { email: { did: [{ kinds: ['CLICK'] }] } } }],
    }),
  ).toEqual([{ id }]);
});

test('what people did on it last is in the order of the members of a segment', async () => {
  const other = await story.contact({ email: 'zoe@example.com' });
  const filter = { any: [{ push: { did: [{ kinds: ['TAP'] }] } }, { identifier: { kind: 'EMAIL' } }] };
  const created = await story.ask(
    'mutation ($input: SegmentInput!) { segmentCreate(input: $input) { segment { contacts(sortBy: LAST_ENGAGED, descending: true) { nodes { id } } } } }',
    { input: { name: 'Everybody', filter } },
  );
  const ids = created.data.segmentCreate.segment.contacts.nodes.map((node: { id: string }) => node.id);
  expect(ids[0]).toBe(id);
  expect(ids).toContain(other);
});

test('its points are in the score, by a rule over two channels too', async () => {
  await story.emailEvent('ada@example.com', 'click');
  const tap = { push: { did: [{ kinds: ['TAP'] }] } };
  const rules = [
    { name: 'taps', part: 'ACTIONS', points: 4, perInstance: true, when: tap },
    {
      name: 'taps and clicks',
      part: 'ACTIONS',
      points: 10,
      when: { together: { within: 'P1D', all: [tap, { email: { did: [{ kinds: ['CLICK'] }] } }] } },
    },
  ];
  const set = await story.ask(
    'mutation ($input: ScoreModelInput!) { scoreModelSet(input: $input) { userErrors { message } } }',
    { input: { rules } },
  );
  expect(set.data.scoreModelSet.userErrors).toEqual([]);
  const { data } = await story.ask(
    'query ($id: ID!) { contact(id: $id) { score { total contributions { rule { name } points evidence { channel kind } } } } }',
    { id },
  );
  expect(data.contact.score).toEqual({
    total: 14,
    contributions: [
      {
        rule: { name: 'taps and clicks' },
        points: 10,
        evidence: expect.arrayContaining([
          { channel: 'PUSH', kind: 'TAP' },
          { channel: 'EMAIL', kind: 'CLICK' },
        ]),
      },
      { rule: { name: 'taps' }, points: 4, evidence: [{ channel: 'PUSH', kind: 'TAP' }] },
    ],
  });
});

test('who comes into a segment by it is noted without a minute passing', async () => {
  const created = await story.ask(
    'mutation ($input: SegmentInput!) { segmentCreate(input: $input) { segment { id } } }',
    { input: { name: 'Tapped twice', filter: { push: { did: [{ kinds: ['TAP'], atLeast: 2 }] } }, tracked: true } },
  );
  const asked = { id: created.data.segmentCreate.segment.id };
  const ask = async (fields: string) => (await story.ask(`query ($id: ID!) { ${fields} }`, asked)).data;
  const size = async () => (await ask('segment(id: $id) { sizes { size } }')).segment.sizes.at(-1).size;
  const changes = async () =>
    (await ask('segmentChanges(id: $id) { nodes { kind contact { id } } }')).segmentChanges.nodes;
  await expect.poll(size, { timeout: 10_000 }).toBe(0);
  await tell([{ id: '3', device, event: 'tap', at: new Date().toISOString() }]);
  await expect.poll(changes, { timeout: 10_000 }).toEqual([{ kind: 'SEGMENT_ENTERED', contact: { id } }]);
});

test('its columns are in an export', async () => {
  const response = await fetch(`${system.url}/exports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${story.keys.MARKETER}` },
    body: JSON.stringify({ filter: { push: { did: [{ kinds: ['TAP'] }] } }, format: 'ndjson' }),
  });
  expect(JSON.parse(await response.text())).toMatchObject({
    id,
    'identifiers.PUSH': [device],
    'push.devices': 1,
    'push.canSend': false,
  });
});
