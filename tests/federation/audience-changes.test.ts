import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Story, tellStory } from '../kit/story.ts';
import { type System, startSystem } from '../kit/system.ts';

let system: System;
let story: Story;

beforeAll(async () => {
  system = await startSystem();
  // At noon, so that no day ends within a test that does not want it to.
  system.clock.setOffset(Math.ceil(Date.now() / 86_400_000) * 86_400_000 + 43_200_000 - Date.now());
  story = await tellStory(system);
});
afterAll(() => system.stop());

const save = async (input: object): Promise<string> =>
  (await story.ask('mutation ($input: SegmentInput!) { segmentCreate(input: $input) { segment { id } } }', { input }))
    .data.segmentCreate.segment.id;
const changes = `query ($id: ID!, $first: Int, $after: String) { segmentChanges(id: $id, first: $first, after: $after) {
  nodes { kind at contact { id } } edges { cursor } pageInfo { hasNextPage endCursor } } }`;
/** Who came and who went, newest first. */
const changesOf = async (id: string): Promise<string[]> =>
  (await story.ask(changes, { id })).data.segmentChanges.nodes.map(
    ({ kind, contact }: { kind: string; contact: { id: string } }) => `${kind} ${contact.id}`,
  );
const pass = (milliseconds: number): void => system.clock.setOffset(system.clock.offset() + milliseconds);
const sizeToday = async (id: string): Promise<number | null> =>
  (await story.ask('query ($id: ID!) { segment(id: $id) { sizes { size } } }', { id })).data.segment.sizes.at(-1).size;
const minute = 61_000;
const patience = { timeout: 15_000, interval: 200 };

test('who comes into a tracked segment and who goes is told, newest first: an event, a merge, a day passing', async () => {
  const [ada, bob] = [
    await story.contact({ email: 'ada@example.com' }),
    await story.contact({ email: 'bob@example.com' }),
  ];
  await story.emailEvent('bob@example.com', 'open');
  const filter = { email: { did: [{ kinds: ['OPEN'], within: 'P7D' }] } };
  const id = await save({ name: 'Readers', filter, tracked: true });
  // The first look is not an hour away, as it is of other segments.
  await expect.poll(() => sizeToday(id), patience).toBe(1);
  await story.emailEvent('ada@example.com', 'open');
  pass(minute);
  await expect.poll(() => changesOf(id), patience).toEqual([`SEGMENT_ENTERED ${ada}`]);
  await story.merge(ada, bob);
  pass(minute);
  await expect.poll(() => changesOf(id), patience).toEqual([`SEGMENT_LEFT ${bob}`, `SEGMENT_ENTERED ${ada}`]);
  pass(8 * 86_400_000);
  await expect
    .poll(() => changesOf(id), patience)
    .toEqual([`SEGMENT_LEFT ${ada}`, `SEGMENT_LEFT ${bob}`, `SEGMENT_ENTERED ${ada}`]);

  const one = (await story.ask(changes, { id, first: 2 })).data.segmentChanges;
  const two = (await story.ask(changes, { id, first: 2, after: one.pageInfo.endCursor })).data.segmentChanges;
  expect([one.pageInfo.hasNextPage, two.pageInfo.hasNextPage]).toEqual([true, false]);
  expect(two.nodes).toEqual([{ kind: 'SEGMENT_ENTERED', at: expect.any(String), contact: { id: ada } }]);

  const { data } = await story.ask(
    'query ($id: ID!) { segment(id: $id) { tracked sizes(until: null) { day size } } other: segmentChanges(id: "seg_nobody") { nodes { at } } }',
    { id },
  );
  expect(data.other).toBeNull();
  expect(data.segment.tracked).toBe(true);
  expect(data.segment.sizes).toHaveLength(30);
  const sizes = data.segment.sizes.map(({ size }: { size: number | null }) => size);
  // Eight days ago, and then nobody looked.
  expect(sizes.slice(-9)).toEqual([1, null, null, null, null, null, null, null, 0]);
  expect(data.segment.sizes.at(-1).day).toMatch(/T00:00:00.000Z$/);
});

test('of a segment that is tracked no longer, or archived, what was noted is kept and nothing is added', async () => {
  await story.contact({ email: 'cy@example.com' });
  const id = await save({ name: 'Tagged', filter: { tag: { equals: 'vip' } }, tracked: true });
  await expect.poll(() => sizeToday(id), patience).toBe(0);
  const grow = (email: string) =>
    story.ask('mutation ($input: ContactUpsertInput!) { contactUpsert(input: $input) { userErrors { message } } }', {
      input: { identifiers: [{ email }], addTags: ['vip'] },
    });
  const grown = await grow('cy@example.com');
  expect(grown.data.contactUpsert.userErrors).toEqual([]);
  pass(minute);
  await expect.poll(async () => (await changesOf(id)).length, patience).toBe(1);
  const stopped = await story.ask(
    'mutation ($input: SegmentUpdateInput!) { segmentUpdate(input: $input) { segment { tracked } } }',
    { input: { id, tracked: false } },
  );
  expect(stopped.data.segmentUpdate.segment.tracked).toBe(false);
  await grow('dan@example.com');
  // Now it is looked at every hour, for its size.
  pass(3_600_000 + minute);
  await expect.poll(() => sizeToday(id), patience).toBe(2);
  expect(await changesOf(id)).toHaveLength(1);
  const archived = await story.ask(
    'mutation ($id: ID!) { segmentArchive(id: $id) { segment { tracked sizes { size } } } }',
    { id },
  );
  expect(archived.data.segmentArchive.segment.sizes.at(-1)).toEqual({ size: 2 });
  expect(await changesOf(id)).toHaveLength(1);
});

/** Well under the minute after which a segment is looked at anyway. */
const soon = { timeout: 10_000, interval: 100 };

test('what happens in any part is seen when it happens: an event, consent, a tag, what people do, other rules', async () => {
  const email = 'eve@example.com';
  const eve = await story.contact({ email });
  const change = async (field: string, type: string, input: object, name = 'input') => {
    const { data } = await story.ask(
      `mutation ($input: ${type}!) { ${field}(${name}: $input) { userErrors { message } } }`,
      { input },
    );
    expect(data[field].userErrors).toEqual([]);
  };
  const noted = { tag: { equals: 'noted' } };
  const base = await save({ name: 'Base', filter: { tag: { equals: 'nobody' } } });
  const visits = [{ key: 'visit-1', name: 'visit', identifier: { email } }];
  const rules = [{ name: 'noted', part: 'DEMOGRAPHICS', points: 500, when: noted }];
  const ways: readonly (readonly [object, () => Promise<unknown>])[] = [
    [{ email: { did: [{ kinds: ['CLICK'] }] } }, () => story.emailEvent(email, 'click')],
    [{ email: { canSend: true } }, () => story.consent('email', email, 'GRANTED')],
    [noted, () => change('contactUpsert', 'ContactUpsertInput', { identifiers: [{ email }], addTags: ['noted'] })],
    [{ behavior: { name: 'visit' } }, () => change('behaviorsTrack', '[BehaviorInput!]', visits, 'events')],
    [{ segment: { id: base } }, () => change('segmentUpdate', 'SegmentUpdateInput', { id: base, filter: noted })],
    [{ score: { atLeast: 500 } }, () => change('scoreModelSet', 'ScoreModelInput', { rules })],
  ];
  for (const [i, [when, happens]] of ways.entries()) {
    const filter = { all: [when, { identifier: { kind: 'EMAIL' } }] };
    const id = await save({ name: `Way ${i}`, filter, tracked: true });
    await expect.poll(() => sizeToday(id), soon).not.toBe(null);
    await happens();
    await expect
      .poll(() => changesOf(id), { ...soon, message: JSON.stringify(when) })
      .toContain(`SEGMENT_ENTERED ${eve}`);
  }
}, 60_000);

test('a history of more than 400 days is not told at once', async () => {
  const id = await save({ name: 'Long', filter: { tag: { equals: 'x' } } });
  const ask = (from: string, until: string) =>
    story.ask(
      'query ($id: ID!, $from: DateTime, $until: DateTime) { segment(id: $id) { sizes(from: $from, until: $until) { size } } }',
      {
        id,
        from,
        until,
      },
    );
  const year = await ask('2025-01-01T12:00:00Z', '2026-02-04T01:00:00Z');
  expect(year.data.segment.sizes).toHaveLength(400);
  const more = await ask('2025-01-01T12:00:00Z', '2026-02-05T01:00:00Z');
  expect(more.errors?.[0]).toMatchObject({
    message: '"from" must be at most 400 days before "until"',
    extensions: { code: 'BAD_USER_INPUT', field: ['from'] },
  });
  expect((await ask('2026-02-05T01:00:00Z', '2025-01-01T12:00:00Z')).data.segment.sizes).toEqual([]);
});
