import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Story, tellStory } from '../kit/story.ts';
import { type System, startSystem } from '../kit/system.ts';

let system: System;
let story: Story;
/** In the order in which they became known. */
let people: string[];
const mobile = '+15125550123';
const asked = Math.floor(Date.now() / 1_000);
const hoursAgo = (hours: number): number => asked - hours * 3_600;

beforeAll(async () => {
  system = await startSystem({ background: false });
  story = await tellStory(system);
  people = [];
  for (const n of [1, 2, 3, 4, 5]) people.push(await story.contact({ email: `person${n}@example.com` }));
  await story.contact({ email: 'person1@example.com' }, { mobile });
  // Points: 0, 2 + 3, 0, 2, 2 + 3.
  for (const n of [2, 4, 5]) await story.emailEvent(`person${n}@example.com`, 'open', { timestamp: hoursAgo(10 * n) });
  for (const n of [2, 5])
    await story.emailEvent(`person${n}@example.com`, 'click', {
      url: 'https://example.com/a',
      timestamp: hoursAgo(60),
    });
  await story.text(mobile, 'Hello');
  await set([
    { name: 'opens', part: 'ACTIONS', points: 2, when: { email: { did: [{ kinds: ['OPEN'] }] } } },
    { name: 'clicks', part: 'ACTIONS', points: 3, when: { email: { did: [{ kinds: ['CLICK'] }] } } },
  ]);
});
afterAll(() => system.stop());

const payload = 'segment { id name size filter archivedAt } userErrors { code field message }';
const create = async (input: object) =>
  (await story.ask(`mutation ($input: SegmentInput!) { segmentCreate(input: $input) { ${payload} } }`, { input })).data
    .segmentCreate;
const update = async (input: object) =>
  (await story.ask(`mutation ($input: SegmentUpdateInput!) { segmentUpdate(input: $input) { ${payload} } }`, { input }))
    .data.segmentUpdate;
const archive = async (id: string) =>
  (await story.ask(`mutation ($id: ID!) { segmentArchive(id: $id) { ${payload} } }`, { id })).data.segmentArchive;
const set = async (rules: readonly object[]) =>
  (
    await story.ask(
      'mutation ($input: ScoreModelInput!) { scoreModelSet(input: $input) { userErrors { field message } } }',
      { input: { rules } },
    )
  ).data.scoreModelSet.userErrors;
const opened = { email: { did: [{ kinds: ['OPEN'] }] } };
const emailed = { identifier: { kind: 'EMAIL' } };

describe('a segment', () => {
  test('is changed in part, and is of the new filter at once where another asks for it', async () => {
    const { segment } = await create({ name: 'Readers', filter: opened });
    const outer = await create({ name: 'Others', filter: { not: { segment: { id: segment.id } } } });
    expect([segment.size, outer.segment.size]).toEqual([3, 2]);
    expect((await update({ id: segment.id, name: 'Clickers' })).segment).toMatchObject({ name: 'Clickers', size: 3 });
    const filter = { email: { did: [{ kinds: ['CLICK'] }] } };
    expect((await update({ id: segment.id, filter })).segment).toMatchObject({ name: 'Clickers', size: 2 });
    const { data } = await story.ask('query ($id: ID!) { segment(id: $id) { size } }', { id: outer.segment.id });
    expect(data.segment.size).toBe(3);
    expect((await update({ id: segment.id, name: 'Others' })).userErrors).toEqual([
      expect.objectContaining({ code: 'BAD_USER_INPUT', field: ['input', 'name'] }),
    ]);
    expect((await update({ id: people[0], name: 'x' })).userErrors).toEqual([
      { code: 'NOT_FOUND', field: ['input', 'id'], message: 'The account has no segment of this id' },
    ]);
  });

  test('that is archived is in no list, its name is free, and by its id it is still told', async () => {
    const { segment } = await create({ name: 'Spring', filter: emailed });
    const { id } = segment;
    const archived = (await archive(id)).segment;
    expect(archived.archivedAt).toEqual(expect.any(String));
    expect((await archive(id)).segment.archivedAt).toBe(archived.archivedAt);
    const { data } = await story.ask(
      `query ($id: ID!, $contact: ID!) { segment(id: $id) { name size archivedAt }
        segments(search: "SPRING") { nodes { id } } all: segments(search: "spring", archived: true) { nodes { id } }
        contact(id: $contact) { segments { id } } }`,
      { id, contact: people[0] },
    );
    expect(data.segment).toEqual({ name: 'Spring', size: 5, archivedAt: archived.archivedAt });
    expect([data.segments.nodes, data.all.nodes]).toEqual([[], [{ id }]]);
    expect(data.contact.segments).not.toContainEqual({ id });
    expect((await create({ name: 'Spring', filter: emailed })).userErrors).toEqual([]);
    expect((await update({ id, name: 'Summer' })).userErrors[0].message).toBe('The segment "Spring" is archived');
    const asking = await create({ name: 'asks', filter: { segment: { id } } });
    expect(asking.userErrors[0]).toMatchObject({ code: 'NOT_FOUND', field: ['input', 'filter', 'segment', 'id'] });
  });

  test('has no contact that is archived, and tells so', async () => {
    const { segment } = await create({ name: 'Emailed', filter: emailed });
    const membership = async () =>
      (
        await story.ask(
          'query ($id: ID!, $contact: ID!) { segment(id: $id) { membership(contactId: $contact) { member because { predicate matched evidence { at } } } } }',
          { id: segment.id, contact: people[2] },
        )
      ).data.segment.membership;
    const archive = (archived: boolean) =>
      story.ask('mutation ($input: ContactUpdateInput!) { contactUpdate(input: $input) { userErrors { message } } }', {
        input: { id: people[2], archived },
      });
    const because = [{ predicate: 'identifier kind EMAIL', matched: true, evidence: [] }];
    expect(await membership()).toEqual({ member: true, because });
    await archive(true);
    const reason = { predicate: 'contact is not archived', matched: false, evidence: [] };
    expect(await membership()).toEqual({ member: false, because: [reason, ...because] });
    await archive(false);
    expect(await membership()).toEqual({ member: true, because });
  });

  test('that is archived is told with its size also when what it asks for is archived too', async () => {
    const inner = await create({ name: 'Inner', filter: opened });
    const outer = await create({ name: 'Zephyr', filter: { not: { segment: { id: inner.segment.id } } } });
    await archive(outer.segment.id);
    expect((await archive(inner.segment.id)).userErrors).toEqual([]);
    const told =
      'nodes { name size contacts(first: 9, sortBy: SCORE) { nodes { id } } membership(contactId: $id) { member } }';
    const { data, errors } = await story.ask(
      `query ($id: ID!) { segments(search: "zephyr", archived: true) { ${told} } }`,
      {
        id: people[0],
      },
    );
    expect(errors).toBeUndefined();
    expect(data.segments.nodes).toEqual([
      {
        name: 'Zephyr',
        size: 2,
        contacts: { nodes: [{ id: people[0] }, { id: people[2] }] },
        membership: { member: true },
      },
    ]);
  });

  test('that others need is not archived: the refusal names them all', async () => {
    const { id } = (await create({ name: 'Base', filter: emailed })).segment;
    const needing = (await create({ name: 'Needing', filter: { all: [{ segment: { id } }, opened] } })).segment;
    const campaign = await story.ask(
      'mutation ($input: CampaignSendInput!) { campaignSend(input: $input) { campaign { id } userErrors { message } } }',
      {
        input: {
          idempotencyKey: 'k',
          name: 'Launch',
          channel: 'EMAIL',
          template: 'hi',
          audience: { filter: { not: { segment: { id } } } },
          startAt: new Date(Date.now() + 86_400_000),
        },
      },
    );
    expect(campaign.data.campaignSend.userErrors).toEqual([]);
    const rule = { name: 'base', part: 'DEMOGRAPHICS', points: 1, when: { segment: { id } } };
    expect(await set([rule])).toEqual([]);
    const refused = await archive(id);
    expect(refused.segment).toBeNull();
    expect(refused.userErrors).toEqual([
      {
        code: 'BAD_USER_INPUT',
        field: ['id'],
        message:
          'The segment "Base" is needed by the segment "Needing", the score model "Default", the campaign "Launch"',
      },
    ]);
    await story.ask('mutation ($id: ID!) { campaignCancel(id: $id) { userErrors { message } } }', {
      id: campaign.data.campaignSend.campaign.id,
    });
    await set([
      { name: 'opens', part: 'ACTIONS', points: 2, when: opened },
      { name: 'clicks', part: 'ACTIONS', points: 3, when: { email: { did: [{ kinds: ['CLICK'] }] } } },
    ]);
    await archive(needing.id);
    expect((await archive(id)).userErrors).toEqual([]);
  });
});

test('segments come by name in pages, with their sizes, in as many statements for one as for ten', async () => {
  const other = await tellStory(system);
  await other.contact({ email: 'ada@example.com' });
  const filters = [emailed, { all: [opened, { email: { canSend: false } }] }, { not: opened }];
  for (const n of [3, 1, 2, 9, 8, 7, 6, 5, 4, 0])
    await other.ask('mutation ($input: SegmentInput!) { segmentCreate(input: $input) { userErrors { message } } }', {
      input: { name: `Page ${n}`, filter: filters[n % 3] },
    });
  const list = `query ($first: Int, $after: String, $search: String = "page") {
    segments(first: $first, after: $after, search: $search) { nodes { name size } pageInfo { hasNextPage endCursor } } }`;
  const one = await other.ask(list, { first: 3 });
  expect(one.data.segments.nodes).toEqual([
    { name: 'Page 0', size: 1 },
    { name: 'Page 1', size: 0 },
    { name: 'Page 2', size: 1 },
  ]);
  const two = await other.ask(list, { first: 8, after: one.data.segments.pageInfo.endCursor });
  expect(two.data.segments.pageInfo.hasNextPage).toBe(false);
  expect(two.data.segments.nodes.map(({ name }: { name: string }) => name)).toEqual(
    [3, 4, 5, 6, 7, 8, 9].map((n) => `Page ${n}`),
  );
  const counts = ({ statements }: typeof one) => [statements.email?.length, statements.profile?.length];
  const ten = await other.ask(list);
  expect(ten.data.segments.nodes).toHaveLength(10);
  expect(counts(ten)).toEqual(counts(await other.ask(list, { search: 'Page 1' })));
});

describe('members of a segment', () => {
  const pages = async (sorting: string): Promise<string[]> => {
    const { id } = (await create({ name: `all ${sorting}`, filter: emailed })).segment;
    const found: string[] = [];
    for (let after: string | null = null; ; ) {
      const {
        data,
      }: {
        data: {
          segment: { contacts: { nodes: { id: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } };
        };
      } = await story.ask(
        `query ($id: ID!, $after: String) { segment(id: $id) { contacts(first: 2, after: $after ${sorting}) { nodes { id } pageInfo { hasNextPage endCursor } } } }`,
        { id, after },
      );
      found.push(...data.segment.contacts.nodes.map((node) => node.id));
      if (!data.segment.contacts.pageInfo.hasNextPage) return found;
      after = data.segment.contacts.pageInfo.endCursor;
    }
  };
  const inOrder = (...places: number[]) => places.map((n) => people[n - 1]);

  test.each([
    ['', [1, 2, 3, 4, 5]],
    ['descending: true', [5, 4, 3, 2, 1]],
    ['sortBy: SCORE', [1, 3, 4, 2, 5]],
    ['sortBy: SCORE, descending: true', [5, 2, 4, 3, 1]],
    // An answer to a text, openings 20, 40 and 50 hours ago, and one who never did anything.
    ['sortBy: LAST_ENGAGED', [5, 4, 2, 1, 3]],
    ['sortBy: LAST_ENGAGED, descending: true', [1, 2, 4, 5, 3]],
  ])('in pages, %s', async (sorting, expected) => {
    expect(await pages(sorting)).toEqual(inOrder(...expected));
  });

  test('in the order of what they did last, those that were merged as one', async () => {
    const { id } = (await create({ name: 'merged', filter: emailed })).segment;
    const inOrderNow = async (): Promise<string[]> =>
      (
        await story.ask('query ($id: ID!) { segment(id: $id) { contacts(sortBy: LAST_ENGAGED) { nodes { id } } } }', {
          id,
        })
      ).data.segment.contacts.nodes.map((node: { id: string }) => node.id);
    const merge = await story.merge(people[2] ?? '', people[4] ?? '');
    expect(await inOrderNow()).toEqual(inOrder(3, 4, 2, 1));
    await story.unmerge(merge);
    expect(await inOrderNow()).toEqual(inOrder(5, 4, 2, 1, 3));
  });

  test('a cursor is of the order it was given in', async () => {
    const { id } = (await create({ name: 'orders', filter: emailed })).segment;
    const ask = (sorting: string) =>
      story.ask(`query ($id: ID!) { segment(id: $id) { contacts(first: 1 ${sorting}) { pageInfo { endCursor } } } }`, {
        id,
      });
    const { endCursor } = (await ask('')).data.segment.contacts.pageInfo;
    const mixed = await ask(`sortBy: SCORE, after: "${endCursor}"`);
    expect(mixed.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: ['after'] });
  });
});
