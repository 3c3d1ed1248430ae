import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operation } from '../kit/operations.ts';
import { type Story, tellStory } from '../kit/story.ts';
import { type System, startSystem } from '../kit/system.ts';

let system: System;
let story: Story;
let ids: { ada: string; grace: string; alan: string; quiet: string };

const daysAgo = (days: number): number => Math.floor(Date.now() / 1000) - days * 86_400;

beforeAll(async () => {
  system = await startSystem();
  story = await tellStory(system);
  await story.ask(
    'mutation { customFieldDefine(input: { key: "city", label: "City", type: TEXT }) { userErrors { message } } }',
  );
  const contact = async (email: string, mobile: string, city: string): Promise<string> => {
    const { data } = await story.ask(
      'mutation ($input: ContactUpsertInput!) { contactUpsert(input: $input) { contact { id } } }',
      {
        input: { identifiers: [{ email }, { mobile }], customFields: [{ key: 'city', value: city }] },
      },
    );
    return data.contactUpsert.contact.id;
  };
  ids = {
    ada: await contact('ada@example.com', '+15125550123', 'Austin'),
    grace: await contact('grace@example.com', '+15125550124', 'austin'),
    alan: await contact('alan@example.com', '+15125550125', 'Dallas'),
    quiet: await story.contact({ email: 'quiet@example.com' }),
  };
  await story.consent('sms', '+15125550123', 'GRANTED');
  for (const n of [1, 2, 3]) await story.emailEvent('ada@example.com', 'open', { timestamp: daysAgo(n) });
  await story.emailEvent('ada@example.com', 'click', { timestamp: daysAgo(2), url: 'https://example.com/a' });
  await story.text('+15125550123', 'Count me in');
  await story.emailEvent('grace@example.com', 'open', { timestamp: daysAgo(80) });
  for (const n of [1, 2, 3])
    await story.emailEvent('alan@example.com', 'open', { timestamp: daysAgo(n), sg_machine_open: true });
});
afterAll(() => system.stop());

/** The filters beside the operation, as they stand in its file. */
const useCases: readonly (readonly [string, object, () => string[]])[] = [
  [
    'disengaged 60 days',
    {
      not: {
        any: [
          { email: { did: [{ kinds: ['OPEN', 'CLICK'], within: 'P60D' }] } },
          { sms: { did: [{ kinds: ['CLICK', 'REPLY'], within: 'P60D' }] } },
        ],
      },
    },
    () => [ids.grace, ids.alan, ids.quiet],
  ],
  [
    'clicked an email and replied to an SMS in the last week',
    {
      all: [
        { email: { did: [{ kinds: ['CLICK'], within: 'P7D' }] } },
        { sms: { did: [{ kinds: ['REPLY'], within: 'P7D' }] } },
      ],
    },
    () => [ids.ada],
  ],
  [
    'opened three emails in a month, lives in Austin, may be texted',
    {
      all: [
        { email: { did: [{ kinds: ['OPEN'], within: 'P30D', atLeast: 3 }] } },
        { field: { key: 'city', equals: 'Austin' } },
        { sms: { canSend: true } },
      ],
    },
    () => [ids.ada],
  ],
  ['by a field, whatever its case', { field: { key: 'city', equals: 'AUSTIN' } }, () => [ids.ada, ids.grace]],
  [
    'by machine opens, when asked',
    { email: { did: [{ kinds: ['OPEN'], within: 'P30D', includeMachine: true }] } },
    () => [ids.ada, ids.alan],
  ],
  ['not to be texted', { sms: { canSend: false } }, () => [ids.grace, ids.alan, ids.quiet]],
  ['by an identifier', { not: { identifier: { kind: 'MOBILE' } } }, () => [ids.quiet]],
  ['by consent', { sms: { consent: { given: true } } }, () => [ids.ada]],
  [
    'by a property',
    { email: { did: [{ kinds: ['CLICK'], property: { key: 'url', equals: 'https://example.com/a' } }] } },
    () => [ids.ada],
  ],
  [
    'together within two days',
    {
      together: {
        within: 'P3D',
        all: [{ email: { did: [{ kinds: ['CLICK'] }] } }, { sms: { did: [{ kinds: ['REPLY'] }] } }],
      },
    },
    () => [ids.ada],
  ],
  ['by the score', { score: { atLeast: 15 } }, () => [ids.ada]],
];

describe('an audience', () => {
  test.each(useCases)('%s has its members, and each of them one by one is a member', async (name, filter, members) => {
    const { data, errors } = await story.ask(operation('audience', 'Audience'), { filter, first: 200 });
    expect(errors).toBeUndefined();
    expect(data.audience.contacts.nodes.map(({ id }: { id: string }) => id).sort()).toEqual(members().sort());
    expect(data.audience.size).toBe(members().length);
    const saved = await story.ask(operation('audience', 'CreateSegment'), { input: { name, filter } });
    expect(saved.data.segmentCreate.userErrors).toEqual([]);
    const segment = saved.data.segmentCreate.segment.id;
    for (const id of Object.values(ids)) {
      const why = await story.ask(operation('audience', 'WhyInSegment'), { segment, contact: id });
      expect(why.data.segment.membership.member, `${name}: ${id}`).toBe(members().includes(id));
      const profile = await story.ask('query ($id: ID!) { contact(id: $id) { segments { id } } }', { id });
      expect(profile.data.contact.segments.some((each: { id: string }) => each.id === segment)).toBe(
        members().includes(id),
      );
    }
  });

  test('membership tells each condition in words, with the facts behind it', async () => {
    const { data } = await story.ask(operation('audience', 'CreateSegment'), {
      input: { name: 'why', filter: useCases[2]?.[1] },
    });
    const why = await story.ask(operation('audience', 'WhyInSegment'), {
      segment: data.segmentCreate.segment.id,
      contact: ids.ada,
    });
    expect(why.data.segment.membership.because).toEqual([
      {
        predicate: 'email did OPEN within P30D at least 3',
        matched: true,
        evidence: expect.arrayContaining([{ at: expect.any(String), channel: 'EMAIL', kind: 'OPEN' }]),
      },
      { predicate: 'field key city equals Austin', matched: true, evidence: [] },
      { predicate: 'sms can send true', matched: true, evidence: [] },
    ]);
  });

  test('a day passing is in the next answer', async () => {
    const filter = { email: { did: [{ kinds: ['CLICK'], within: 'P7D' }] } };
    const size = async () => (await story.ask(operation('audience', 'Audience'), { filter })).data.audience.size;
    expect(await size()).toBe(1);
    system.clock.setOffset(6 * 86_400_000);
    expect(await size()).toBe(0);
    system.clock.setOffset(0);
  });

  test.each([
    [{ all: [], any: [] }, /exactly one|Exactly one/],
    [{ field: { key: 'shoe', equals: 1 } }, /The account has no field "shoe"/],
    [{ segment: { id: 'seg_nobody' } }, /no segment of this id/],
    [{ email: { did: [{ kinds: ['WINK'] }] } }, /WINK/],
    [{ email: { did: [{ kinds: ['OPEN'], within: '-P1D' }] } }, /duration/],
    [{ together: { within: 'P1D', all: [{ sms: { canSend: true } }] } }, /two or more conditions, got 1/],
  ])('%j is refused by name', async (filter, message) => {
    const { errors } = await story.ask(operation('audience', 'Audience'), { filter });
    expect(errors?.[0]?.message).toMatch(message);
    expect(['BAD_USER_INPUT', 'NOT_FOUND']).toContain(errors?.[0]?.extensions.code);
  });

  test('a segment may not ask for itself', async () => {
    const { data } = await story.ask(operation('audience', 'CreateSegment'), {
      input: { name: 'one', filter: { tag: { equals: 'x' } } },
    });
    const { id } = data.segmentCreate.segment;
    const again = await story.ask(operation('audience', 'CreateSegment'), {
      input: { id, name: 'one', filter: { not: { segment: { id } } } },
    });
    expect(again.data.segmentCreate.userErrors).toMatchObject([
      { code: 'BAD_USER_INPUT', message: 'The segment "one" asks for itself' },
    ]);
  });
});

describe('a score', () => {
  const score = async (id: string) =>
    (
      await story.ask(
        'query ($id: ID!) { contact(id: $id) { score { total demographics actions leadStatus contributions { rule { name } points occurrences lastAt evidence { channel kind at } } } } }',
        { id },
      )
    ).data.contact.score;

  test('one click and one reply within the window raise it by the cross-channel rule, whose contribution names both', async () => {
    const [email, mobile] = ['katherine@example.com', '+15125550177'];
    const id = await story.contact({ email }, { mobile });
    const before = await score(id);
    await story.emailEvent(email, 'click');
    const clicked = await score(id);
    await story.text(mobile, 'Hello');
    const after = await score(id);
    const rule = 'clicked an email and replied to a text within a week';
    const contribution = after.contributions.find((each: { rule: { name: string } }) => each.rule.name === rule);
    expect(clicked.contributions.some((each: { rule: { name: string } }) => each.rule.name === rule)).toBe(false);
    expect(contribution).toMatchObject({ points: 20, occurrences: 1 });
    expect(
      contribution.evidence.map(({ channel, kind }: { channel: string; kind: string }) => `${channel} ${kind}`).sort(),
    ).toEqual(['EMAIL CLICK', 'SMS REPLY']);
    // 3 for the click, 5 for the reply, 20 for both.
    expect([clicked.total - before.total, after.total - clicked.total]).toEqual([3, 25]);
    expect(after.leadStatus).toBe('Warm');
  });

  test('is of the new model at once; points decay by whole days and are capped', async () => {
    const other = await tellStory(system);
    const id = await other.contact({ email: 'ada@example.com' });
    for (let i = 0; i < 4; i++) await other.emailEvent('ada@example.com', 'click', { timestamp: daysAgo(10) });
    const clicks = {
      name: 'clicks',
      part: 'ACTIONS',
      points: 3,
      perInstance: true,
      within: 'P30D',
      decayOver: 'P30D',
      when: { email: { did: [{ kinds: ['CLICK'] }] } },
    };
    const set = async (rules: object[]) =>
      (
        await other.ask(operation('audience', 'SetScoreModel'), {
          input: { rules, ranges: [{ name: 'Warm', from: 5 }] },
        })
      ).data.scoreModelSet;
    const total = async () =>
      (await other.ask('query ($id: ID!) { contact(id: $id) { score { total leadStatus } } }', { id })).data.contact
        .score;
    const first = await set([clicks]);
    expect(first.userErrors).toEqual([]);
    expect(await total()).toEqual({ total: 8, leadStatus: 'Warm' });
    expect((await set([clicks])).scoreModel.version).toBe(first.scoreModel.version);
    expect((await set([{ ...clicks, cap: 4 }])).scoreModel.version).toBe(first.scoreModel.version + 1);
    expect(await total()).toEqual({ total: 4, leadStatus: null });
    const { data } = await other.ask(operation('audience', 'TopLeads').replace('minTotal: 20', 'minTotal: 4'));
    expect(data.leads.nodes).toMatchObject([{ contact: { id }, total: 4 }]);
  });

  test('of the whole account is that of each contact, point for point', async () => {
    const { data } = await story.ask(
      '{ leads(first: 200, minTotal: 0) { nodes { total leadStatus contact { score { total leadStatus contributions { occurrences } } } } } }',
    );
    expect(data.leads.nodes.length).toBeGreaterThanOrEqual(5);
    for (const { total, leadStatus, contact } of data.leads.nodes)
      expect(contact.score).toMatchObject({ total, leadStatus });
    const most = Math.max(
      ...data.leads.nodes.flatMap(({ contact }: { contact: { score: { contributions: { occurrences: number }[] } } }) =>
        contact.score.contributions.map(({ occurrences }) => occurrences),
      ),
    );
    // Three opens of one person are the most of any kind.
    expect(most).toBe(3);
  });

  test('leads come highest first, in pages', async () => {
    const page =
      'query ($after: String) { leads(first: 2, after: $after, minTotal: 0) { nodes { contact { id } total } pageInfo { hasNextPage endCursor } } }';
    const totals: number[] = [];
    for (let after: string | null = null; ; ) {
      const {
        data,
      }: { data: { leads: { nodes: { total: number }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } } =
        await story.ask(page, { after });
      totals.push(...data.leads.nodes.map(({ total }) => total));
      if (!data.leads.pageInfo.hasNextPage) break;
      after = data.leads.pageInfo.endCursor;
    }
    expect(totals.length).toBeGreaterThanOrEqual(5);
    expect(totals).toEqual([...totals].sort((a, b) => b - a));
  });
});

test('an audience asked right after a merge, or its taking back, knows of it in every channel', async () => {
  // Nobody folds but who is asked.
  const own = await startSystem({ background: false });
  try {
    const teller = await tellStory(own);
    const ada = await teller.contact({ email: 'ada@example.com' });
    const bob = await teller.contact({ mobile: '+15125550123' });
    await teller.emailEvent('ada@example.com', 'click', { timestamp: daysAgo(1), url: 'https://example.com/a' });
    await teller.text('+15125550123', 'Count me in');
    const filter = { all: [{ email: { did: [{ kinds: ['CLICK'] }] } }, { sms: { did: [{ kinds: ['REPLY'] }] } }] };
    const size = async (): Promise<number> =>
      (await teller.ask('query ($filter: AudienceFilter!) { audience(filter: $filter) { size } }', { filter })).data
        .audience.size;
    expect(await size()).toBe(0);
    const merge = await teller.merge(ada, bob);
    expect(await size()).toBe(1);
    await teller.unmerge(merge);
    expect(await size()).toBe(0);
  } finally {
    await own.stop();
  }
});
